"""Section 7: every conflict is an option with the stated default, and the option changes what is seated."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import get_args

import pytest

from seatplan.people import Person, Who
from seatplan.people.group_order import GroupOrder
from seatplan.people.precedence import KEYS, Order
from seatplan.protocol import CHOICES, SOURCES, Convention, preset, rank_order, talks
from seatplan.rules import Banquet, Dinner, Grouping, Meeting, Photo, Sofas, Talks
from seatplan.rules.grouping import Shape
from seatplan.venue import (
    auditorium,
    banquet,
    head_table,
    long_table,
    photo_steps,
    round_table,
    sofas,
    talks_table,
    u_table,
)
from tests.rules.meetings import PARTIES, meeting, party, solved


@dataclass(frozen=True)
class Conflict:
    """One line of the register: where the option is, its default, and the others."""

    option: str
    default: object
    others: tuple[object, ...]


REGISTER = {
    1: Conflict("convention.honour_side", "left", ("right",)),
    2: Conflict("convention.even_rule", "beside_first", ("split_line",)),
    3: Conflict("convention.anchor", "symmetric", ("first_at_center", "vacant_center")),
    4: Conflict("convention.pair_rule", "as_even", ("split_line",)),
    5: Conflict("convention.equals", (), (("a", "b"),)),
    6: Conflict("convention.presider", "by_rank", ("center", "row_end")),
    7: Conflict("convention.lectern", "front_center", ("front_right", "front_left", "both_sides", "none")),
    8: Conflict("convention.lectern_split", "presider_left", ("presider_right",)),
    9: Conflict("convention.hall_method", "rows", ("columns", "center_out")),
    10: Conflict("convention.columns", "left_to_right", ("center_out",)),
    11: Conflict(
        "convention.seat_numbers",
        "odd_left_even_right",
        ("even_left_odd_right", "left_to_right", "right_to_left"),
    ),
    12: Conflict("group_order.tail", "quota", ("tw_pla_hk_mo",)),
    13: Conflict("order.by", "surname_strokes", ("name_strokes",)),
    14: Conflict("order.strokes", {}, ({"龑": "4143125111534"},)),
    15: Conflict("convention.guest_side", "right_on_entering", ("left_on_entering",)),
    16: Conflict("convention.talks_interpreter", "mirror", ("right", "behind")),
    17: Conflict("convention.sofas_side", "honour_side", ("left", "right")),
    18: Conflict("convention.photo_side", "usual", ("left", "right")),
    19: Conflict("convention.banquet_style", "host_faces_door", ("traditional_left",)),
    20: Conflict("convention.second_guest", "host_left", ("cohost_right",)),
    21: Conflict("convention.fill", "alternate", ("clockwise", "alternate_host_guest", "free")),
    22: Conflict("convention.table_side", "right", ("left",)),
    23: Conflict("convention.mod4", "shift_hostess", ("adjacent", "two_at_ends")),
    24: Conflict("convention.banquet_interpreter", "guest_right", ("opposite", "behind", "none")),
    25: Conflict("convention.u_head", "closed_end", ("opening",)),
    26: Conflict("order.by", "vienna", ("vienna_holy_see",)),
    27: Conflict("order.round", "ceil", ("nearest",)),
    28: Conflict("convention.guest_outranks_host", "swap", ("keep",)),
}
TAKERS = {"convention": Convention, "order": Order, "group_order": GroupOrder}


def test_the_register_is_whole() -> None:
    assert list(REGISTER) == list(range(1, 29))


@pytest.mark.parametrize("number", REGISTER)
def test_every_conflict_is_an_option_with_the_stated_default(number) -> None:
    """Section 7, line by line; 13 and 26 are keys of an order, the default the one that comes first."""
    conflict = REGISTER[number]
    taker, _, name = conflict.option.partition(".")
    known = {field.name for field in fields(TAKERS[taker])}

    assert name in known
    if name == "by":
        names = list(KEYS)
        assert [names.index(conflict.default) < names.index(other) for other in conflict.others] == [True]
        return
    assert getattr(TAKERS[taker](), name) == conflict.default
    more = {"by": "npc_units"} if number == 12 else {}
    for other in conflict.others:
        assert getattr(TAKERS[taker](**{name: other, **more}), name) == other


@pytest.mark.parametrize("number", [n for n, c in REGISTER.items() if c.option.partition(".")[2] in CHOICES])
def test_every_value_of_a_conflict_has_its_source(number) -> None:
    """The default and the options stand in the table of sources; no other value hides there."""
    conflict = REGISTER[number]
    name = conflict.option.partition(".")[2]
    values = {conflict.default, *conflict.others}

    assert values <= set(CHOICES[name])
    assert {(name, value) for value in values} <= set(SOURCES)


@pytest.mark.parametrize("key", CHOICES)
def test_the_docstring_gives_the_mark_where_a_source_is_weak(key) -> None:
    """Where a source is marked C or D, the description of the setting says so."""
    text = (Convention.__doc__ or "").partition(f"    {key} : ")[2]
    about = re.split(r"\n    \w+ : ", text)[0]
    weak = {SOURCES[key, value].mark for value in CHOICES[key]} & {"C", "D"}

    assert about
    assert not weak or any(re.search(rf"\b{mark}\b", about) for mark in weak) or "hall_order" in about, about


def seats(problem, area: str, plan=None) -> str:
    """Who sits in the first row of an area, by the seats' positions."""
    plan = plan or solved(problem)
    chosen = [s for s in problem.venue.seats if s.area == area and s.row == 1]
    order = sorted(chosen, key=lambda s: s.number if problem.venue.area_by_id[area].kind == "ring" else s.position)
    return " ".join(plan.person_at(seat.id) or "." for seat in order)


def seen(room, rule, people, area="table", **settings) -> tuple[str, str]:
    """The row by default and with settings of the convention."""
    plain, changed = (
        meeting(room, rule, people=people, convention=custom) for custom in (Convention(), Convention(**settings))
    )
    return seats(plain, area), seats(changed, area)


def test_conflict_8_the_head_table_follows_the_convention() -> None:
    room, people = head_table(seats=(3, 3)), party("H", 4)

    found = seen(room, Meeting(who=Who(), area="head"), people, "head", lectern_split="presider_right")

    assert found == (". H3 H1 H2 H4 .", ". . H3 H1 H2 H4")  # the lectern stands between the third and fourth chair


def test_conflict_15_the_guests_change_sides() -> None:
    people = [*party("H", 1), *party("G", 1)]
    room = talks_table(seats=1, table="end_on")

    assert seen(room, Talks(**PARTIES), people, "talks-right", guest_side="left_on_entering") == ("G1", "H1")


def test_conflict_16_the_interpreters_follow_the_convention() -> None:
    """4.1: T at -1 puts 2 at +1; T at +1 puts 2 at -1."""
    people = [*party("H", 2, "interpreter"), *party("G", 2, "interpreter")]

    found = seen(talks_table(seats=3), Talks(**PARTIES), people, "talks-far", talks_interpreter="right")

    assert found == ("GT G1 G2", "G2 G1 GT")
    assert talks(2, 2).guests.row == (None, 1, 2)


def test_conflict_17_the_guest_changes_the_side_on_sofas() -> None:
    people = [*party("H", 1), *party("G", 1)]

    assert seen(sofas(seats=2), Sofas(**PARTIES), people, "sofas", sofas_side="right") == ("G1 H1", "H1 G1")
    foreign = meeting(sofas(seats=2), Sofas(**PARTIES), people=people, convention=preset("international"))
    assert seats(foreign, "sofas") == "H1 G1"


def test_conflict_18_the_photo_changes_its_side() -> None:
    """At home left, with foreign guests right, whatever the rostrum's side; or as the setting says."""
    rule, people = Photo(who=Who()), party("H", 3)
    abroad, both = Photo(**PARTIES), [*party("H", 1), *party("G", 1)]

    assert seen(photo_steps(rows=[3]), rule, people, "photo", photo_side="right") == ("H2 H1 H3", "H3 H1 H2")
    assert seen(photo_steps(rows=[2]), abroad, both, "photo", photo_side="left") == ("H1 G1", "G1 H1")


def test_conflict_19_the_chief_guest_faces_the_door_in_the_older_style() -> None:
    found = seen(round_table(seats=4), Banquet(who=Who()), party("G", 4), banquet_style="traditional_left")

    assert found == ("G1 G2 G4 G3", "G1 G3 G4 G2")


def test_conflicts_20_and_21_the_guests_of_a_table() -> None:
    two = [*party("H", 2), *party("G", 4)]
    one = [*party("H", 1), *party("G", 5)]
    eight = [*party("H", 4), *party("G", 4)]
    hosts = Banquet(**PARTIES, hosts=2)

    assert seen(round_table(seats=6), hosts, two, second_guest="cohost_right") == (
        "H1 G1 G4 H2 G3 G2",
        "H1 G1 G4 H2 G2 G3",
    )
    assert seen(round_table(seats=6), Banquet(**PARTIES), one, fill="clockwise")[1] == "H1 G1 G5 G4 G3 G2"
    assert seen(round_table(seats=8), hosts, eight, fill="alternate_host_guest")[1] == "H1 G1 H3 G4 H2 G3 H4 G2"


def test_conflict_22_the_higher_table_changes_the_side() -> None:
    found = seen(banquet(rows=[2], seats=2), Banquet(who=Who()), party("G", 4), "table-1", table_side="left")

    assert found == ("G1 G2", "G3 G4")


def test_conflict_23_multiples_of_four() -> None:
    """Two places at each end: all alternate, and the hostess faces the host down the table (C [S124])."""
    people = [Person(f"{s}{k}", f"{s}{k}", rank=k, category=s) for s in "MW" for k in range(4)]
    hosts = {"host": Who(people=("M0",)), "hostess": Who(people=("W0",))}
    rule = Dinner(**hosts, men=Who(categories=("M",)), women=Who(categories=("W",)))
    found = [
        seats(meeting(room, rule, people=people, convention=Convention(mod4=mod4)), "table")
        for mod4, room in (
            ("shift_hostess", long_table(sides=3)),
            ("adjacent", long_table(sides=3)),
            ("two_at_ends", long_table(sides=2, ends=2)),
        )
    ]
    room = long_table(sides=2, ends=2)

    assert found == ["M0 W1 M2 W0 M1 W3 M3 W2", "M0 W1 M3 M2 W0 M1 W3 W2", "M0 W1 M3 W3 M2 W0 M1 W2"]
    assert room.seats[0].x == room.seats[5].x
    assert (room.seats[0].facing, room.seats[5].facing) == (270, 90)


def test_conflict_24_the_interpreter_at_a_banquet() -> None:
    people = [*party("H", 1), *party("G", 3, "interpreter")]

    found = seen(round_table(seats=8), Banquet(**PARTIES), people, banquet_interpreter="opposite")

    assert found[0].split()[2] == "GT"
    assert found[1].split()[5] == "GT"
    assert preset("state").banquet_interpreter == "behind"


def test_conflict_25_the_leader_at_the_opening() -> None:
    """The first chair of the ring stands at the opening and looks into the U."""
    closed, opening = u_table(end=1, arms=1), u_table(end=1, arms=1, u_head="opening")
    at = {s.id: s for s in opening.seats}
    rule = Meeting(who=Who(), area="u")
    problem = meeting(opening, rule, people=party("H", 4), convention=Convention())
    plan = solved(problem)

    assert [s.position for s in closed.seats] == [-1, 0, 1]
    assert (at["u-1"].facing, at["u-1"].y < min(s.y for s in opening.seats if s.id != "u-1")) == (90, True)
    assert at["u-2"].x > 0  # at the leader's right hand, who looks up the page
    assert [plan.seats[f"H{k}"] for k in (1, 2, 3, 4)] == ["u-1", "u-4", "u-2", "u-3"]


def test_conflict_28_the_guest_takes_the_main_seat_only_if_said() -> None:
    people = [*party("H", 1), *party("G", 3)]
    rule = Banquet(**PARTIES, outranked=True)

    found = seen(round_table(seats=4), rule, people, guest_outranks_host="keep")

    assert found == ("G1 H1 G3 G2", "H1 G1 G3 G2")


def test_conflict_9_delegations_have_columns_by_default() -> None:
    """Lists are laid in rows (`hall_method`), delegations in columns (`grouping.shape`)."""
    assert (Convention().hall_method, Grouping().shape) == ("rows", "columns")
    assert "columns" in get_args(Shape)
    assert auditorium(rows=1, blocks=[2]).seats


def test_conflict_2_and_18_share_one_order() -> None:
    """Trap of 1.6: the split line abroad and beside_first at home give one string."""
    abroad = Convention(honour_side="right", even_rule="split_line")

    assert rank_order(8, abroad) == rank_order(8, Convention())
