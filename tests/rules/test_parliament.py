"""Parliaments, flags and vehicles, solved and audited: golden tests of protocol.md section 6."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seatplan.errors import InputError
from seatplan.people import Group, Person, Roster, Who
from seatplan.problem import Problem
from seatplan.protocol.vehicles import vehicle_order
from seatplan.rules import Flags, Hemicycle, Pin, Vehicle, Westminster
from seatplan.venue import flag_row, hemicycle, vehicle, westminster
from tests.rules.meetings import meeting, party, refused, row, solved


def members(**parties: int) -> tuple[list[Person], tuple[Group, ...]]:
    groups = tuple(Group(name, name, i) for i, name in enumerate(parties))
    people = [
        Person(f"{name}{k}", f"{name}{k}", group=name, roles=frozenset({"head"} if k == 0 else ()))
        for name, count in parties.items()
        for k in range(count)
    ]
    return people[::-1], groups


def test_parties_sit_in_wedges_from_the_presidents_left_with_leaders_in_front() -> None:
    """Rule 53 (A): contiguous angles; the leader in the first row of the wedge; the left at the own left."""
    people, groups = members(left=7, centre=9, right=5)
    room, rule = hemicycle(seats=21), Hemicycle()
    problem = Problem(room, Roster(tuple(people), groups), (rule,))
    plan = solved(problem)
    at = {p.id: room.seat(plan.seats[p.id]) for p in people}
    angle = {p.id: np.degrees(np.arctan2(at[p.id].x, -at[p.id].y)) for p in people}
    spans = {g.id: [angle[p.id] for p in people if p.group == g.id] for g in groups}

    # the President looks down the page: the own left hand is at the right of the page
    assert min(spans["left"]) >= max(spans["centre"]) - 1e-6
    assert min(spans["centre"]) >= max(spans["right"]) - 1e-6
    for name in ("left", "centre", "right"):
        assert at[f"{name}0"].row == min(at[p.id].row for p in people if p.group == name)


def test_a_hemicycle_may_be_ordered_by_another_column_and_keeps_free_seats_at_one_end() -> None:
    people = [Person(f"{c}{k}", f"{c}{k}", attributes=(("country", c),)) for c in "ab" for k in range(3)]
    problem = Problem(hemicycle(seats=8, rows=1), Roster(tuple(people)), (Hemicycle(key="country"),))

    names = row(problem, "house")
    assert [name[0] for name in names.split()] == list("..bbbaaa")


def test_the_bureau_sits_in_row_3_of_its_wedge() -> None:
    """Section 6 (A [S132]), rule 53: leaders in row 1, vice-presidents and quaestors in row 3."""
    people, groups = members(left=7, right=8)
    bureau = ("left3", "right1", "right5")
    people = [replace(p, roles=frozenset({"vice"})) if p.id in bureau else p for p in people]
    room = hemicycle(seats=15, rows=3)
    plan = solved(Problem(room, Roster(tuple(people), groups), (Hemicycle(bureau="vice"),)))

    assert {room.seat(plan.seats[name]).row for name in bureau} == {3}
    assert {room.seat(plan.seats[name]).row for name in ("left0", "right0")} == {1}


def test_a_bureau_without_a_third_row_is_refused() -> None:
    people, groups = members(a=3)
    people[0] = replace(people[0], roles=frozenset({"vice"}))
    with pytest.raises(InputError, match=r"1 vice of a for 0 seats in row 3 of its wedge; give fewer"):
        Problem(hemicycle(seats=5, rows=2), Roster(tuple(people), groups), (Hemicycle(bureau="vice"),))


def test_faults_of_a_hemicycle() -> None:
    people, groups = members(a=3)
    heads = [Person(f"h{k}", f"h{k}", group="a", roles=frozenset({"head"})) for k in range(6)]

    def said(extra, **options):
        try:
            Problem(hemicycle(seats=9, rows=3), Roster((*people, *extra), groups), (Hemicycle(**options),))
        except Exception as error:
            return str(error)
        return ""

    assert "7 heads of a for" in said(heads)
    assert "no group for x; leave them out, or name the party" in said([Person("x", "x")])
    assert "hemicycle: 9 seats for 10 members" in said([Person(f"m{k}", "m", group="a") for k in range(7)])


BLUE, RED, GREY = (Who(categories=(name,)) for name in ("blue", "red", "grey"))


def house(*extra: Person) -> list[Person]:
    people = [Person(f"{p}{k}", f"{p}{k}", category=p) for p in ("blue", "red") for k in range(3)]
    roles = {"blue": "minister", "red": "shadow_minister"}
    people += [Person(f"{p}M", f"{p}M", category=p, roles=frozenset({role})) for p, role in roles.items()]
    return [*people, *extra]


def test_government_sits_on_the_speakers_right_ministers_on_the_front_bench() -> None:
    """G-52, rule 54 (B)."""
    room = westminster(benches=2, seats=3, cross=1)
    rule = Westminster(government=BLUE, opposition=RED, cross=GREY)
    people = house(Person("X", "X", category="grey"))
    plan = solved(meeting(room, rule, people=people))
    at = {p.id: room.seat(plan.seats[p.id]) for p in people}

    assert {at[f"blue{k}"].area for k in "012M"} == {"house-right"}
    assert {at[f"red{k}"].area for k in "012M"} == {"house-left"}
    assert at["X"].area == "house-facing"
    assert (at["blueM"].row, at["redM"].row) == (1, 1)
    assert {at[f"blue{k}"].row for k in "012"} == {2}


def test_faults_and_sentences_of_westminster() -> None:
    room, rule = westminster(benches=2, seats=3), Westminster(government=BLUE, opposition=RED)
    crossed = Westminster(government=BLUE, opposition=RED, cross=GREY)
    grey = Person("X", "X", category="grey")

    assert refused(room, crossed, people=house(grey)) == [
        "rule Westminster.cross: there are no cross benches; add some: westminster: {cross: 6}"
    ]
    crowd = [Person(f"b{k}", "b", category="blue") for k in range(3)]
    assert (
        "rule Westminster.government: 6 people for 3 seats; add seats"
        in refused(room, rule, people=house(*crowd))[0]
    )
    ministers = [Person(f"b{k}", "b", category="blue", roles=frozenset({"minister"})) for k in range(3)]
    assert "4 people for 3 seats of the front bench" in refused(room, rule, people=house(*ministers))[0]
    named = Westminster(government=BLUE, opposition=RED, areas=("house-left",))
    assert "no block on the Speaker's right" in refused(room, named, people=house())[0]
    assert "the venue has no benches; add a builder" in refused(hemicycle(seats=9), rule, people=house())[0]
    problem = meeting(westminster(seats=3, cross=1), crossed, people=house(grey))
    assert crossed.sentence(problem).startswith(
        "the blue as the government must sit on the Speaker's right, the red"
    )
    assert "grey居中立席" in crossed.sentence(problem, "zh")
    away = solved(problem).__class__({**solved(problem).seats, "blueM": "house-right-2-2"})
    assert crossed.explain(problem, next(iter(crossed.check(problem, away)))) == (
        "blueM (议长右侧第2排2号) does not sit on one of the places of the front bench of the government"
    )


def states(*names: str) -> list[Person]:
    return [Person(name, name) for name in names]


def test_five_flags_and_four_are_as_printed() -> None:
    """G-51, rule 55: viewer left to right: five with the host in the centre; four H A B C."""
    rule = Flags(host=Who(people=("H",)))
    five = meeting(flag_row(poles=5), rule, people=states("D", "H", "B", "A", "C"))
    four = meeting(flag_row(poles=4), rule, people=states("H", "C", "A", "B"))

    assert row(five, "flags").split()[::-1] == ["A", "B", "H", "C", "D"]
    assert row(four, "flags").split()[::-1] == ["H", "A", "B", "C"]
    assert "in the centre" in rule.sentence(five)
    assert "居观众左端" in rule.sentence(four, "zh")


def test_flags_in_the_us_style_and_in_chinese_order() -> None:
    """6 [S140]: the own flag first at its own right for every number."""
    us = meeting(flag_row(poles=3), Flags(host=Who(people=("H",)), style="us"), people=states("B", "H", "A"))
    zh = meeting(
        flag_row(poles=3), Flags(host=Who(people=("中国",)), lang="zh"), people=states("南非", "中国", "巴西")
    )

    assert row(us, "flags").split()[::-1] == ["H", "A", "B"]
    assert row(zh, "flags").split()[::-1] == ["巴西", "中国", "南非"]
    assert refused(flag_row(poles=2), Flags(host=Who(people=("A", "B"))), people=states("A", "B")) == [
        "rule Flags.host: 2 flags; name one that is present"
    ]
    assert row(meeting(flag_row(poles=1), Flags(host=Who()), people=states("A")), "flags") == "A"


@pytest.mark.parametrize(
    ("form", "host_drives", "expected"),
    [
        ("car", False, ["2-right", "2-left", "2-middle", "1-right"]),
        ("car", True, ["1-right", "2-right", "2-left", "2-middle"]),
        ("off_road", False, ["1-right", "2-right", "2-left"]),
        ("off_road", True, ["1-right", "2-right", "2-left"]),
        ("seven_seats", False, ["3-right", "3-left", "3-middle", "2-right", "2-left", "1-right"]),
        ("seven_seats", True, ["1-right", "3-right", "3-left", "3-middle", "2-right", "2-left"]),
    ],
)
def test_seats_of_cars_are_advice_from_handbooks(form, host_drives, expected) -> None:
    """Mark D, not in protocol.md: rear right first with a professional driver, beside the host who drives."""
    driver = Who(people=("D",)) if host_drives else None
    people = [*party("G", len(expected)), *([Person("D", "D")] if host_drives else [])]
    room = vehicle(form=form)
    rule = Vehicle(who=Who(categories=("guest",)), driver=driver)
    plan = solved(meeting(room, rule, people=people))

    def word(seat) -> str:
        side = "middle" if seat.position == 0 else "left" if seat.position < 0 else "right"
        return f"{seat.row}-{side}"

    assert [word(room.seat(plan.seats[f"G{k}"])) for k in range(1, len(expected) + 1)] == expected
    assert not host_drives or room.seat(plan.seats["D"]).row == 1


def test_on_a_coach_the_front_comes_first_and_right_before_left() -> None:
    """Mark D: four rows and more, whoever drives."""
    rows, places = np.repeat([2, 3, 4, 5], 2), np.tile([-0.5, 0.5], 4)

    assert vehicle_order(rows, places).tolist() == [1, 0, 3, 2, 5, 4, 7, 6]
    assert vehicle_order(rows, places, driver="host").tolist() == [1, 0, 3, 2, 5, 4, 7, 6]


def test_the_order_of_a_vehicle_is_never_a_must_and_a_pin_overrides_it() -> None:
    """D: advice only; where the guest sits down is the guest's place."""
    rule = Vehicle(who=Who(categories=("guest",)))

    assert refused(vehicle(), Vehicle(who=Who(), priority="must"), people=party("G", 2)) == [
        "rule Vehicle.priority: the order of seats in a vehicle is advice (D), not a must; use a tier 1, 2, 3 ..."
    ]
    problem = meeting(vehicle(), rule, Pin(person="G1", seat="vehicle-1-2"), people=party("G", 2))
    assert row(problem, "vehicle", 2) == ". . G2"
    assert refused(vehicle(), Vehicle(who=Who(), driver=Who()), people=party("G", 2)) == [
        "rule Vehicle.driver: 2 people; name one who is present"
    ]
    assert rule.sentence(problem) == "in 车, the guest should sit in order of rank"
    assert Vehicle(who=Who(), driver=Who()).sentence(problem, "zh").endswith("主人驾车，其旁座为首位（仅供参考）")
