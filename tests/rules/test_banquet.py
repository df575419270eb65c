"""Banquets, solved and audited: golden tests of protocol.md 5.1 to 5.3."""

from __future__ import annotations

import pytest

from seatplan.people import Person, Who
from seatplan.protocol import Convention
from seatplan.rules import Banquet, Reserve
from seatplan.venue import Where, banquet, round_table
from tests.rules.meetings import PARTIES, meeting, party, refused, solved


def ring(problem, area: str = "table", plan=None) -> str:
    """Who sits on s0, s1, ...: from the main seat towards its right hand."""
    plan = plan or solved(problem)
    seats = [s for s in problem.venue.seats if s.area == area and s.row == 1]
    return " ".join(plan.person_at(seat.id) or "." for seat in sorted(seats, key=lambda s: s.number))


def table(n: int, of_hosts: int, guests: int, *, helpers=(), behind=(), extra=(), **options) -> str:
    people = [*party("H", of_hosts), *party("G", guests, *helpers), *extra]
    return ring(meeting(round_table(seats=n, behind=behind), Banquet(**PARTIES, **options), people=people))


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (6, "H1 G1 G3 G5 G4 G2"),
        (8, "H1 G1 G3 G5 G7 G6 G4 G2"),  # G-30
        (10, "H1 G1 G3 G5 G7 G9 G8 G6 G4 G2"),  # G-31
        (12, "H1 G1 G3 G5 G7 G9 G11 G10 G8 G6 G4 G2"),
    ],
)
def test_one_host_is_as_printed(n, expected) -> None:
    """G-30, G-31: s0 to s(n-1), guests at the host's right and left in turn."""
    assert table(n, 1, n - 1) == expected


def test_the_host_faces_the_door_and_the_chief_guest_is_at_page_left() -> None:
    """Rules 42, 43, G-36."""
    problem = meeting(round_table(seats=8), Banquet(**PARTIES), people=[*party("H", 1), *party("G", 7)])
    plan, venue = solved(problem), problem.venue

    assert venue.seat(plan.seats["H1"]).facing == 270
    assert venue.seat(plan.seats["G1"]).x < 0 < venue.seat(plan.seats["G2"]).x


def test_the_eight_seat_form_of_shandong_is_as_printed() -> None:
    """G-32 [S115]: hosts and guests alternate perfectly."""
    assert table(8, 4, 4, hosts=2, fill="alternate_host_guest") == "H1 G1 H3 G4 H2 G3 H4 G2"


def test_host_and_co_host_have_fixed_seats_around_them() -> None:
    """G-33: twelve seats: s0 H1, s1 G1, s5 G4, s6 H2, s7 G3, s11 G2."""
    found = table(12, 2, 4, hosts=2).split()

    assert [found[k] for k in (0, 1, 5, 6, 7, 11)] == ["H1", "G1", "G4", "H2", "G3", "G2"]
    assert table(10, 2, 8, hosts=2) == "H1 G1 G5 G7 G4 H2 G3 G8 G6 G2"


def test_the_second_guest_may_sit_at_the_co_hosts_right() -> None:
    """Conflict 20 [S110]: guests 2 and 3 exchange seats, guest 4 stays."""
    assert table(6, 2, 4, hosts=2, second_guest="cohost_right") == "H1 G1 G4 H2 G2 G3"


def test_guests_may_go_on_clockwise() -> None:
    """Conflict 21, fill clockwise [S114] (C): from guest 2 clockwise to the seat beside guest 1."""
    assert table(6, 1, 5, fill="clockwise") == "H1 G1 G5 G4 G3 G2"


def test_a_guest_who_outranks_the_host_takes_the_main_seat() -> None:
    """Conflict 28 [S91] (C)."""
    keep = Convention(guest_outranks_host="keep")
    people = [*party("H", 1), *party("G", 5)]

    assert table(6, 1, 5, outranked=True) == "G1 H1 G3 G5 G4 G2"
    assert ring(
        meeting(round_table(seats=6), Banquet(**PARTIES, outranked=True), people=people, convention=keep)
    ) == table(6, 1, 5)


def test_hosts_who_are_left_over_sit_behind_the_guests() -> None:
    """D: the sources leave the other seats free, or by rank."""
    assert table(8, 3, 4) == "H1 G1 G3 H2 . H3 G4 G2"


def test_free_seats_have_no_order() -> None:
    """Conflict 21, fill free: guests 5 and 6 may sit on either of their seats."""
    found = table(8, 2, 6, hosts=2, fill="free").split()

    assert [found[k] for k in (0, 1, 3, 4, 5, 7)] == ["H1", "G1", "G4", "H2", "G3", "G2"]
    assert {found[2], found[6]} == {"G5", "G6"}


def test_an_interpreter_sits_at_the_chief_guests_right_and_has_no_number() -> None:
    """5.3 [S92b S93] (C), rule 36: the next guests close up behind the interpreter."""
    assert table(8, 1, 6, helpers=["interpreter"]) == "H1 G1 GT G4 G6 G5 G3 G2"
    assert table(10, 2, 7, helpers=["interpreter"], hosts=2) == "H1 G1 GT G6 G4 H2 G3 G7 G5 G2"


def test_an_interpreter_may_sit_opposite_or_behind() -> None:
    """Conflict 24: opposite the chief guest; at State banquets behind, not at the table [S119]."""
    assert table(8, 1, 6, helpers=["interpreter"], interpreters="opposite").split()[5] == "GT"
    people = [*party("H", 1, "interpreter"), *party("G", 5, "interpreter")]
    rule = Banquet(**PARTIES, interpreters="behind")
    problem = meeting(round_table(seats=6, behind=[1, 2]), rule, people=people)
    plan = solved(problem)

    assert ring(problem, plan=plan) == "H1 G1 G3 G5 G4 G2"
    assert {plan.seats["HT"], plan.seats["GT"]} == {"table-1-behind", "table-2-behind"}


def test_a_reserved_seat_is_passed_over() -> None:
    people = [*party("H", 1), *party("G", 3)]
    problem = meeting(
        round_table(seats=6), Banquet(**PARTIES), Reserve(where=Where(seats=("2号",))), people=people
    )

    assert ring(problem) == "H1 . G2 . G3 G1"


@pytest.mark.parametrize(
    ("rows", "order"),
    [
        ([2], [1, 2]),  # side by side: page-left is higher
        ([1, 1], [1, 2]),  # in depth: farther from the door is higher
        ([3], [2, 1, 3]),  # the centre, page-left, page-right
    ],
)
def test_tables_are_ranked_as_printed(rows, order) -> None:
    """G-37, rule 46: the hosts 1, 2, 3 take the tables in order of honour."""
    count = sum(rows)
    problem = meeting(
        banquet(rows=rows, seats=4), Banquet(**PARTIES), people=[*party("H", count), *party("G", 3 * count)]
    )
    plan = solved(problem)
    where = [problem.venue.seat(plan.seats[f"H{k}"]).area for k in range(1, count + 1)]

    assert where == [f"table-{k}" for k in order]


def test_the_table_nearest_the_stage_is_the_main_one_and_guests_fill_the_tables_in_order() -> None:
    """Rule 46, 5.2: 临台为上; each table has a host's representative."""
    people = [*party("H", 3), *party("G", 9)]
    problem = meeting(banquet(rows=[1, 2], seats=4, stage=True), Banquet(**PARTIES), people=people)

    assert [ring(problem, f"table-{k}") for k in (1, 2, 3)] == ["H1 G1 G3 G2", "H2 G4 G6 G5", "H3 G7 G9 G8"]


def test_the_older_style_honours_the_left() -> None:
    """Conflicts 19 and 22 [S111 S112 S113]: the chief guest faces the door, the left is higher."""
    rule = Banquet(who=Who(), style="traditional_left", table_side="left")
    problem = meeting(banquet(rows=[2], seats=6), rule, people=party("G", 12))

    assert ring(problem, "table-2") == "G1 G3 G5 G6 G4 G2"
    assert ring(problem, "table-1") == "G7 G9 G11 G12 G10 G8"


def test_a_dinner_of_one_host_is_a_table_of_one_list() -> None:
    """5.4, last but one: 1 at the host's right, 2 at the left, ...; the host is the first of the list."""
    problem = meeting(round_table(seats=6), Banquet(who=Who()), people=party("G", 6))

    assert ring(problem) == "G1 G2 G4 G6 G5 G3"


def test_a_column_may_name_the_tables() -> None:
    """Planners assign tables by hand: each table is laid for itself."""

    def person(name: str, category: str, rank: int, where: str) -> Person:
        return Person(name, name, rank=rank, category=category, attributes=(("桌", where),))

    people = [
        person("Hx", "host", 2, "荷花"),
        person("Hy", "host", 1, "牡丹"),
        *(person(f"P{k}", "guest", k, "荷花") for k in (1, 2)),
        *(person(f"M{k}", "guest", k, "牡丹") for k in (1, 2, 3)),
    ]
    problem = meeting(
        banquet(rows=[2], seats=4, names=["牡丹", "荷花"]), Banquet(**PARTIES, assigned="桌"), people=people
    )

    assert (ring(problem, "table-1"), ring(problem, "table-2")) == ("Hy M1 M3 M2", "Hx P1 . P2")
    lost = [*people, person("Q", "guest", 9, "玫瑰")]
    assert refused(problem.venue, Banquet(**PARTIES, assigned="桌"), people=lost) == [
        "rule Banquet.assigned: no table for Q; use one of: 牡丹, 荷花"
    ]


@pytest.mark.parametrize(
    ("n", "options", "people", "message"),
    [
        (6, {}, [*party("H", 1), *party("G", 6)], "guest: 6 guests for 5 places; add tables or seats"),
        (6, {"hosts": 2}, [*party("H", 1), *party("G", 4)], "host: 1 host for 2 main seats; name more hosts"),
        (10, {"hosts": 2, "fill": "alternate_host_guest"}, [*party("H", 2), *party("G", 4)], "cannot alternate"),
        (7, {"hosts": 2}, [*party("H", 2), *party("G", 4)], "7 seats with a co-host opposite the host"),
        (
            6,
            {"hosts": 2},
            [*party("H", 2), *party("G", 3, "interpreter")],
            "that place is guest 4's; use interpreters",
        ),
        (
            6,
            {"interpreters": "none"},
            [*party("H", 1), *party("G", 1, "interpreter")],
            "1 interpreter, and interpreters: none",
        ),
        (
            6,
            {"fill": "free"},
            [*party("H", 1), *party("G", 1)],
            "fill: free with one host; use alternate or clockwise",
        ),
        (6, {"fill": "clockwise", "hosts": 2}, [*party("H", 2), *party("G", 1)], "fill: clockwise with two hosts"),
        (6, {"main": "top"}, [*party("H", 1), *party("G", 1)], "no area 'top'; use one of: table"),
        (6, {"who": Who()}, [*party("H", 1), *party("G", 1)], "it is not said who sits there; give `who`, or"),
    ],
)
def test_faults(n, options, people, message) -> None:
    """G-38 among them: host and co-host alternate for n = 8 and 12, not for 6 and 10 (rule 44)."""
    (found,) = refused(round_table(seats=n), Banquet(**{**PARTIES, **options}), people=people)

    assert message in found


def test_the_seat_of_a_host_cannot_be_reserved() -> None:
    people = [*party("H", 1), *party("G", 1)]
    kept = Reserve(where=Where(seats=("1号",)))

    assert refused(round_table(seats=6), Banquet(**PARTIES), kept, people=people) == [
        "rule Banquet.areas: the seat of a host is kept empty; free it, or reserve another one"
    ]


def test_sentences() -> None:
    people = [*party("H", 1), *party("G", 1)]
    rule, listed = Banquet(**PARTIES), Banquet(who=Who(but=Who(roles=("x",))))
    problem = meeting(round_table(seats=6, label="主桌"), rule, people=people)

    assert rule.sentence(problem).startswith("at 主桌, the host must be the hosts, facing the door")
    assert rule.sentence(problem, "zh") == "主桌：host为主方，主陪面门；guest为客方，分坐主陪左右，各方按职级高低"
    assert "from the main seat" in listed.sentence(meeting(round_table(seats=6), listed, people=people))
    assert "自主位起" in listed.sentence(meeting(round_table(seats=6), listed, people=people), "zh")
