"""Signing, solved and audited: golden tests of protocol.md 4.4."""

from __future__ import annotations

import pytest

from seatplan.people import Person
from seatplan.rules import Reserve, Signing
from seatplan.venue import Where, signing_desk
from tests.rules.meetings import PARTIES, meeting, party, refused, row, solved

RULE = Signing(**PARTIES)
AT_DESK = ("signer", "assistant")


def test_a_signing_with_four_of_a_retinue_each_is_as_printed() -> None:
    """G-28, rule 39: back row h4 h3 h2 h1 g1 g2 g3 g4; desk hA HS GS gA; the audience sees gA GS HS hA."""
    problem = meeting(signing_desk(rows=[8]), RULE, people=[*party("H", 4, *AT_DESK), *party("G", 4, *AT_DESK)])
    plan = solved(problem)
    desk = [person for person in plan.seats if problem.venue.seat(plan.seats[person]).row == 1]

    assert row(problem, "signing", 2) == "H4 H3 H2 H1 G1 G2 G3 G4"
    assert row(problem, "signing", 1) == "HA HS GS GA"
    assert sorted(desk, key=lambda p: problem.venue.seat(plan.seats[p]).x) == ["GA", "GS", "HS", "HA"]


def test_a_large_retinue_stands_in_rows() -> None:
    """4.4: front before back, each party on its own side of the line."""
    people = [*party("H", 5, "signer"), *party("G", 3, "signer")]
    problem = meeting(signing_desk(rows=[4, 4, 2]), RULE, people=people)

    assert [row(problem, "signing", k) for k in (1, 2, 3, 4)] == [
        ". HS GS .",
        "H2 H1 G1 G2",
        "H4 H3 G3 .",
        "H5 .",
    ]


def test_with_one_row_the_line_moves_for_the_larger_party() -> None:
    """Five and one on six places: the middle gives way rather than a person."""
    problem = meeting(signing_desk(rows=[6]), RULE, people=[*party("H", 5, "signer"), *party("G", 1, "signer")])

    assert row(problem, "signing", 2) == "H5 H4 H3 H2 H1 G1"


@pytest.mark.parametrize(
    ("people", "message"),
    [
        (
            [*party("H", 1), *party("G", 1, "signer")],
            "rule Signing.host: 0 people with the role signer; give one of them the role signer",
        ),
        (
            [*party("H", 3, "signer"), *party("G", 1, "signer")],
            "rule Signing.host: 3 people for 1 place; add places, or seat fewer people there",
        ),
    ],
)
def test_faults(people, message) -> None:
    assert refused(signing_desk(rows=[2]), RULE, people=people) == [message]


def test_a_reserved_chair_of_the_desk_is_refused() -> None:
    """Nobody signs on a chair that is kept empty."""
    people = [*party("H", 0, "signer"), *party("G", 0, "signer"), Person("X", "X", status="absent")]
    kept = Reserve(where=Where(seats=("签字桌3号",)))

    assert refused(signing_desk(rows=()), RULE, kept, people=people) == [
        "rule Signing.areas: a place of 签字仪式 is missing or kept empty; free it"
    ]


def test_sentence() -> None:
    problem = meeting(signing_desk(), RULE, people=[*party("H", 1, "signer"), *party("G", 1, "signer")])

    assert RULE.sentence(problem).startswith(
        "at the signing, the host must be at the left and the guest as guests"
    )
    assert RULE.sentence(problem, "zh").startswith("签字仪式：面对来宾，host为主方居左，guest为客方居右")
