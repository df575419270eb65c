"""Talks, solved and audited: golden tests of protocol.md 4.1 and 4.3."""

from __future__ import annotations

import pytest

from seatplan.people import Person, Who
from seatplan.plan import Plan
from seatplan.protocol import Convention
from seatplan.rules import Pin, Talks, Zone
from seatplan.venue import Where, hollow_square, talks_table
from tests.rules.meetings import GUEST, HOST, PARTIES, meeting, party, refused, row, solved

FIVE = [*party("H", 5, "interpreter"), *party("G", 5, "interpreter")]
RULE = Talks(host=HOST, guest=GUEST)


def test_mirrored_interpreters_are_seated_as_printed() -> None:
    """G-25, rules 33, 35, 36: guests face the door; each side as printed, and equals sit face to face."""
    problem = meeting(talks_table(seats=6), RULE, people=FIVE)
    plan, venue = solved(problem), problem.venue

    assert row(problem, "talks-near") == "H4 H2 H1 HT H3 H5"
    assert row(problem, "talks-far") == "G5 G3 GT G1 G2 G4"
    for k in "12345T":
        assert venue.seat(plan.seats[f"H{k}"]).x == venue.seat(plan.seats[f"G{k}"]).x


def test_a_seventh_chair_puts_both_principals_on_the_centre_line() -> None:
    """4.1: both principals in the centre; the empty chairs are at opposite hands, so equals still face equals."""
    problem = meeting(talks_table(seats=7), RULE, people=FIVE)

    assert row(problem, "talks-near") == ". H4 H2 H1 HT H3 H5"
    assert row(problem, "talks-far") == "G5 G3 GT G1 G2 G4 ."


def test_interpreters_at_the_right_of_both() -> None:
    """Conflict 16, option right: both sides 4 2 1 T 3 5."""
    problem = meeting(talks_table(seats=7), Talks(**PARTIES, interpreters="right"), people=FIVE)

    assert row(problem, "talks-near") == ". H4 H2 H1 HT H3 H5"
    assert row(problem, "talks-far") == ". G4 G2 G1 GT G3 G5"


def test_interpreters_and_note_takers_behind() -> None:
    """Conflict 16, option behind: the row is that of the convention; the interpreter is nearest the principal."""
    people = [*party("H", 3, "interpreter"), *party("G", 3, "note_taker", "interpreter")]
    problem = meeting(talks_table(seats=3, behind=3), Talks(**PARTIES, interpreters="behind"), people=people)

    assert (row(problem, "talks-far", 1), row(problem, "talks-far", 2)) == ("G3 G1 G2", "GN GT .")
    assert (row(problem, "talks-near", 1), row(problem, "talks-near", 2)) == ("H3 H1 H2", ". HT .")


def test_without_interpreters_both_sides_are_as_printed() -> None:
    """G-27: right honoured, both sides 5 3 1 2 4."""
    people = [*party("H", 5), *party("G", 5)]
    problem = meeting(talks_table(seats=5), Talks(**PARTIES, interpreters="none"), people=people)

    assert row(problem, "talks-near") == "H5 H3 H1 H2 H4"
    assert row(problem, "talks-far") == "G5 G3 G1 G2 G4"


def test_a_domestic_reporting_meeting_honours_the_left() -> None:
    """4.1: the superior faces the door; each side by the rostrum rule, left first."""
    people = [*party("H", 4), *party("G", 3)]
    problem = meeting(talks_table(seats=4), RULE, people=people, convention=Convention())

    assert row(problem, "talks-near") == "H4 H2 H1 H3"
    assert (
        row(problem, "talks-far") == ". G2 G1 G3"
    )  # three on four chairs: the second is nearer the centre than the third


@pytest.mark.parametrize(
    ("side", "area"), [("right_on_entering", "talks-right"), ("left_on_entering", "talks-left")]
)
def test_end_on_the_guests_sit_on_the_right_as_one_enters(side, area) -> None:
    """G-24(b), rule 34, conflict 15."""
    problem = meeting(
        talks_table(seats=2, table="end_on"),
        Talks(**PARTIES, guest_side=side),
        people=[*party("H", 2), *party("G", 2)],
    )

    assert row(problem, area).split()[0].startswith("G")
    assert RULE.priority == "must"


def test_in_a_hollow_square_the_guests_face_the_door() -> None:
    """4.3 [S89] (C): guests on the side seen when entering, hosts near the door."""
    people = [*party("H", 3), *party("G", 3), Person("X", "X")]
    problem = meeting(hollow_square(far=3, sides=2), RULE, people=people)

    assert row(problem, "square-far") == "G3 G1 G2"
    assert row(problem, "square-near") == "H3 H1 H2"
    assert solved(problem).seats["X"].startswith(("square-left", "square-right"))


def test_unequal_parties_keep_the_principals_face_to_face() -> None:
    """Nobody says that numbers are equal: the smaller side leaves its outer chairs empty."""
    problem = meeting(
        talks_table(seats=7), RULE, people=[*party("H", 5, "interpreter"), *party("G", 2, "interpreter")]
    )
    plan = solved(problem)

    assert row(problem, "talks-far") == ". . GT G1 G2 . ."
    assert problem.venue.seat(plan.seats["H1"]).x == problem.venue.seat(plan.seats["G1"]).x == 0


def test_a_pinned_guest_keeps_the_seat_and_the_others_close_up() -> None:
    """Rule 60: the rest of the party takes the remaining places of the party in order."""
    problem = meeting(
        talks_table(seats=3), RULE, Pin(person="G3", seat="talks-far-1-2"), people=[*party("H", 3), *party("G", 3)]
    )

    assert row(problem, "talks-far") == "G2 G3 G1"


def test_faults() -> None:
    """Too few chairs, two interpreters for one place, no rank, somebody of both parties or sent elsewhere."""
    room = talks_table(seats=2, behind=1)

    assert refused(room, RULE, people=[*party("H", 3), *party("G", 1)]) == [
        "rule Talks.host: 3 people side by side for 2 chairs at 外侧; add chairs on both sides"
    ]
    two = [
        *party("H", 1),
        *party("G", 1, "interpreter"),
        Person("GX", "GX", category="guest", roles=frozenset({"interpreter"})),
    ]
    assert refused(room, RULE, people=two) == [
        "rule Talks.guest: 2 interpreters for one place at the table; seat one at the table and give the others "
        "another role, or use interpreters: behind"
    ]
    assert refused(
        room, Talks(**PARTIES, interpreters="none"), people=[*party("H", 1), *party("G", 1, "interpreter")]
    ) == ["rule Talks.guest: 1 interpreter, and interpreters: none; use interpreters: mirror, right or behind"]
    assert refused(room, RULE, people=[*party("H", 2), *party("G", 1), Person("GX", "GX", category="guest")]) == [
        "rule Talks.by: no rank is given for 1 of 2 people: GX; give each a rank, or use by: list"
    ]
    assert refused(room, Talks(host=HOST, guest=Who(people=("H1",))), people=party("H", 2))[0] == (
        "rule Talks: H1 belongs to two parties; leave this person out of one of them"
    )
    away = Zone(who=Who(people=("G1",)), where=Where(seats=("talks-far-2-1",)))
    assert refused(room, RULE, away, people=[*party("H", 1), *party("G", 1)]) == []
    assert (
        "no two sides face each other"
        in refused(room, Talks(**PARTIES, areas=("talks-far",)), people=[*party("H", 1), *party("G", 1)])[0]
    )
    assert (
        "use one of: mirror, right, behind, none"
        in refused(room, Talks(**PARTIES, interpreters="left"), people=[*party("H", 1), *party("G", 1)])[0]
    )
    strangers = Pin(person="X", seat="talks-far-1-1"), Pin(person="Y", seat="talks-far-1-2")
    crowd = [*party("H", 1), *party("G", 1), Person("X", "X"), Person("Y", "Y")]
    assert refused(room, RULE, *strangers, people=crowd) == [
        "rule Talks: 1 person for 0 places of the guests; add places, or pin nobody else there"
    ]


def test_sentences() -> None:
    """The rule and its breaches in words."""
    people = [*party("H", 2, "interpreter"), *party("G", 2, "interpreter"), Person("X", "X")]
    problem = meeting(talks_table(seats=4, behind=1, language="en"), RULE, people=people)
    plan = {
        "H1": "far-1-1",
        "H2": "near-1-1",
        "HT": "near-1-3",
        "G1": "far-1-4",
        "G2": "far-1-3",
        "GT": "far-1-2",
        "X": "near-1-4",
    }
    wrong = Plan({person: f"talks-{seat}" for person, seat in plan.items()})

    assert RULE.sentence(problem) == (
        "in the talks, the guest as guests must sit facing the door, the host opposite, each party in order of "
        "rank from the middle, the interpreters face to face beside their principals"
    )
    assert RULE.sentence(problem, "zh") == (
        "会谈：guest为客方，面门就座，host为主方，在对面就座，各方按职级高低自正中向两侧排列，双方翻译在主谈人旁相对而坐"
    )
    told = [RULE.explain(problem, v) for v in RULE.check(problem, wrong)]
    assert "H1 (Far side 1) does not sit on one of the places of the hosts" in told
    assert "X (Door side 4) sits at Door side and Far side without belonging there" in told
    assert any("sits before" in sentence for sentence in told)
    assert any("未坐在" in RULE.explain(problem, v, "zh") for v in RULE.check(problem, wrong))
