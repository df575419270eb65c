"""Sofas, solved and audited: golden tests of protocol.md 4.2."""

from __future__ import annotations

from seatplan.people import Person
from seatplan.protocol import Convention
from seatplan.rules import Reserve, Sofas
from seatplan.venue import Where, sofas
from tests.rules.meetings import PARTIES, meeting, party, refused, row, solved

RULE = Sofas(**PARTIES)


def test_facing_the_door_the_sofas_are_as_printed() -> None:
    """G-24(a), rule 37: from the door G4 G3 G2 G1 H1 H2 H3 H4, so on the page the guests are at the left."""
    problem = meeting(sofas(seats=8), RULE, people=[*party("H", 4), *party("G", 4)])
    plan = solved(problem)
    page = sorted(plan.seats, key=lambda person: problem.venue.seat(plan.seats[person]).x)

    assert row(problem, "sofas") == "H4 H3 H2 H1 G1 G2 G3 G4"
    assert page == ["G4", "G3", "G2", "G1", "H1", "H2", "H3", "H4"]


def test_interpreters_sit_behind_their_principals_and_note_takers_beside_them() -> None:
    """Rule 37: interpreters and note-takers in the row behind."""
    people = [*party("H", 2, "interpreter", "note_taker"), *party("G", 2, "interpreter")]
    problem = meeting(sofas(seats=4, behind=4), RULE, people=people)

    assert row(problem, "sofas", 2) == "HN HT GT ."


def test_extra_people_sit_in_the_second_row() -> None:
    """4.2: extra seats in a second row, outside the interpreters."""
    people = [*party("H", 3, "interpreter"), *party("G", 2)]
    problem = meeting(sofas(seats=4, behind=4), RULE, people=people)

    assert row(problem, "sofas", 1) == "H2 H1 G1 G2"
    assert row(problem, "sofas", 2) == "H3 HT . ."


def test_unequal_parties_move_the_middle() -> None:
    """Four guests and one host on five sofas: the line between them leaves enough chairs on both sides."""
    problem = meeting(sofas(seats=5), RULE, people=[*party("H", 1), *party("G", 4)])

    assert row(problem, "sofas") == "H1 G1 G2 G3 G4"


def test_a_superior_at_home_sits_at_the_left_of_the_local_leader() -> None:
    """G-29, conflict 17: honour left: OCC superior, local leader."""
    problem = meeting(sofas(seats=2), RULE, people=[*party("H", 1), *party("G", 1)], convention=Convention())

    assert row(problem, "sofas") == "G1 H1"
    assert "坐在主方host的左手一侧" in RULE.sentence(problem, "zh")


def test_a_reserved_sofa_is_passed_over() -> None:
    people = [*party("H", 1), *party("G", 1)]
    problem = meeting(sofas(seats=4), RULE, Reserve(where=Where(seats=("沙发3号",))), people=people)

    assert row(problem, "sofas") == ". H1 . G1"


def test_faults_and_sentence() -> None:
    assert refused(sofas(seats=2, behind=0), RULE, people=[*party("H", 2), *party("G", 1)]) == [
        "rule Sofas.host: 2 people for 1 place; add places, or seat fewer people there"
    ]
    problem = meeting(
        sofas(seats=2), RULE, people=[*party("H", 1), *party("G", 1), Person("X", "X", status="absent")]
    )
    assert RULE.sentence(problem) == (
        "on the sofas, the guest as guests must sit at the right hand of the host, nobody else with them, "
        "both from the middle outwards in order of rank, interpreters behind"
    )
