"""Tables of one list, solved and audited: golden tests of protocol.md 4.3 and rule 47."""

from __future__ import annotations

import pytest

from seatplan.people import Person, Who
from seatplan.protocol import Convention
from seatplan.rules import Banquet, ClearBacks, Meeting, Pin
from seatplan.venue import auditorium, banquet, head_table, long_table, round_table, u_table
from tests.rules.meetings import GUEST, HOST, PARTIES, meeting, party, refused, row, solved

RULE = Meeting(who=HOST, area="head")


def test_with_a_lectern_in_the_middle_it_is_as_printed() -> None:
    """G-13, rule 59 [S17]: OCC 7 5 3 1 [L] 2 4 6 8."""
    problem = meeting(head_table(seats=(4, 4)), RULE, people=party("H", 8))

    assert row(problem, "head") == "H7 H5 H3 H1 H2 H4 H6 H8"
    assert {s.number for s in problem.venue.seats if s.position < 0} == {1, 2, 3, 4}


def test_the_presider_may_sit_at_the_lecterns_right() -> None:
    """Conflict 8 [S101] (C): presider right of the lectern, guest of honour at the presider's right."""
    rule = Meeting(who=HOST, area="head", lectern_split="presider_right")
    problem = meeting(head_table(seats=(3, 5)), rule, people=party("H", 8))
    plan = solved(problem)

    assert row(problem, "head", plan=plan) == "H7 H5 H3 H1 H2 H4 H6 H8"
    assert problem.venue.seat(plan.seats["H1"]).position == 1


@pytest.mark.parametrize(("honour", "expected"), [("right", "H5 H3 H1 H2 H4"), ("left", "H4 H2 H1 H3 H5")])
def test_without_a_lectern_it_is_a_row_of_the_convention(honour, expected) -> None:
    """G-12, G-15 and rules 2, 3."""
    problem = meeting(head_table(seats=5), RULE, people=party("H", 5), convention=Convention(honour_side=honour))

    assert row(problem, "head") == expected


def test_the_leader_of_a_u_shape_sits_in_the_middle_of_the_closed_end() -> None:
    """Conflict 25, 4.3 [S38] (C): facing the opening; the others alternate along both arms (D)."""
    problem = meeting(
        u_table(end=3, arms=2), Meeting(who=HOST, area="u"), people=party("H", 7), convention=Convention()
    )
    plan = solved(problem)

    assert row(problem, "u", plan=plan) == "H6 H4 H2 H1 H3 H5 H7"
    assert problem.venue.seat(plan.seats["H1"]).facing == 270
    assert problem.venue.seat(plan.seats["H6"]).x > 0 > problem.venue.seat(plan.seats["H7"]).x


def test_the_leader_of_a_long_table_sits_at_the_inner_end() -> None:
    """4.3 [S89] (C): far from the door; nearer is higher, then the honour side."""
    problem = meeting(long_table(sides=2), Meeting(who=HOST, area="table"), people=party("H", 6))
    plan, venue = solved(problem), problem.venue

    assert venue.seat(plan.seats["H1"]).y == max(seat.y for seat in venue.seats)
    assert venue.seat(plan.seats["H2"]).position == 1  # the right hand of the first
    assert venue.seat(plan.seats["H6"]).y == min(seat.y for seat in venue.seats)


def test_at_a_round_conference_the_first_faces_the_door() -> None:
    """4.3 [S89 S100] (B): equality; if needed, farthest from the door is higher."""
    problem = meeting(
        round_table(seats=6), Meeting(who=HOST, area="table"), people=party("H", 4), convention=Convention()
    )
    plan = solved(problem)

    assert [problem.venue.seat(plan.seats[f"H{k}"]).position for k in (1, 2, 3, 4)] == [0, -1, 1, -2]


def test_nobody_sits_with_the_back_to_the_head_table() -> None:
    """Rule 47, 5.2: the first tables leave seats empty; their hosts do not face the door but the head table."""
    room = banquet(rows=[2, 1], seats=6, head=3)
    people = [*party("H", 3), *party("G", 9)]
    people += [Person(f"P{k}", f"P{k}", rank=k, category="head") for k in (1, 2, 3)]
    rules = Meeting(who=Who(categories=("head",)), area="table-head"), ClearBacks(to="table-head")
    facing_door, facing_head = Banquet(**PARTIES), Banquet(**PARTIES, facing="table-head")
    problem = meeting(room, *rules, facing_head, people=people)
    plan = solved(problem)

    assert refused(room, *rules, facing_door, people=people) == [
        "rule Banquet.areas: the seat of a host is kept empty; free it, or reserve another one"
    ]
    assert row(problem, "table-head", plan=plan) == "P3 P1 P2"
    hosts = [problem.venue.seat(plan.seats[f"H{k}"]) for k in (1, 2, 3)]
    assert all(60 <= seat.facing <= 120 for seat in hosts)


def test_the_seats_that_stay_empty() -> None:
    """Rule 47: of each first table the seats near the head table."""
    room = banquet(rows=[2, 1], seats=6, head=3)
    problem = meeting(room, ClearBacks(to="table-head"), people=party("H", 3))

    assert {room.seats[i].id for i in problem.kept_empty} == {"table-1-1", "table-1-6", "table-2-1", "table-2-2"}
    assert solved(problem)
    named = meeting(room, ClearBacks(to="table-head", areas=("table-3",)), people=party("H", 3))
    assert {room.seats[i].id for i in named.kept_empty} == {"table-3-1"}


def test_a_pinned_person_may_sit_there_all_the_same() -> None:
    """Rule 60."""
    room = banquet(rows=[1], seats=6, head=3)
    rule = ClearBacks(to="table-head", priority=1)

    assert solved(meeting(room, rule, Pin(person="H1", seat="table-1-1"), people=party("H", 1))).seats["H1"]
    assert not len(meeting(room, rule, people=party("H", 1)).kept_empty)


def test_faults_and_sentences() -> None:
    assert refused(head_table(seats=(1, 1)), RULE, people=party("H", 3)) == [
        "rule Meeting.who: 2 people at the left of the lectern for 1 chair; add chairs on that side, or seat "
        "fewer people there"
    ]
    assert refused(head_table(seats=2), RULE, people=party("H", 3))[0].startswith(
        "rule Meeting.who: 3 people side"
    )
    hall = auditorium(rows=1, blocks="2", id="head")
    assert refused(hall, RULE, people=party("H", 1))[0].startswith("rule Meeting.areas: the area 'head' is a hall")
    assert refused(head_table(seats=2), ClearBacks(to="head"), people=party("H", 1)) == [
        "rule ClearBacks.areas: there is no table before it; name the tables"
    ]
    assert refused(head_table(seats=2), ClearBacks(to="top"), people=party("H", 1))[0].startswith(
        "rule ClearBacks.to: no area 'top'"
    )

    room = banquet(rows=[1], seats=6, head=1, language="en")
    problem = meeting(
        room,
        ClearBacks(to="table-head"),
        Meeting(who=GUEST, area="table-head"),
        people=[*party("H", 2), *party("G", 1)],
    )
    backs, head = problem.rules
    assert backs.sentence(problem) == "nobody may sit with the back to Head table"
    assert backs.sentence(problem, "zh") == "任何人不背对Head table就座"
    assert head.sentence(problem).startswith("at Head table, the guest must sit in order of rank")
    assert head.sentence(problem, "zh").startswith("Head table：guest按职级高低")
    wrong = solved(problem).__class__({"H1": "table-1-1", "H2": "table-1-4", "G1": "table-head-1-1"})
    (breach,) = backs.check(problem, wrong)
    assert backs.explain(problem, breach) == "H1 (Table A seat 1) sits with the back to Head table"
    assert backs.explain(problem, breach, "zh") == "H1（Table A seat 1）背对Head table就座"
