"""Photographs, solved and audited: golden tests of protocol.md 4.5 and 2.3(h)."""

from __future__ import annotations

import pytest

from seatplan.people import Person, Who
from seatplan.protocol import Convention
from seatplan.rules import FamilyPhoto, Photo
from seatplan.venue import photo_steps
from tests.rules.meetings import FOREIGN, HOST, PARTIES, meeting, party, refused, row, solved


def test_a_photograph_at_home_is_a_rostrum() -> None:
    """Rule 40: 2 at the left of 1; rule 41: front row first, each row with its own centre."""
    problem = meeting(photo_steps(rows=[5, 4]), Photo(who=HOST), people=party("H", 8), convention=Convention())

    assert row(problem, "photo", 1) == "H4 H2 H1 H3 H5"
    assert row(problem, "photo", 2) == ". H7 H6 H8"  # the chair of the lowest rank stays empty


def test_four_and_five_abroad_are_as_printed() -> None:
    """4.5 [S27]: viewer A B C D ranks B C A D by the split line; five are C B D A E, OCC 5 3 1 2 4."""
    split = Convention(honour_side="right", even_rule="split_line")
    four = meeting(photo_steps(rows=[4]), Photo(who=HOST), people=party("H", 4), convention=split)
    five = meeting(photo_steps(rows=[5]), Photo(who=HOST), people=party("H", 5))

    assert row(four, "photo") == "H4 H2 H1 H3"  # G-14
    assert row(five, "photo") == "H5 H3 H1 H2 H4"  # G-15


def test_with_foreign_guests_the_host_is_in_the_centre_and_they_alternate() -> None:
    """Rule 40: the first guest at the host's right hand."""
    problem = meeting(photo_steps(rows=[5]), Photo(**PARTIES), people=[*party("H", 3), *party("G", 2)])

    assert row(problem, "photo") == "H3 G2 H1 G1 H2"


def test_hosts_at_both_ends() -> None:
    """4.5 (D): people of the host's side end the first row."""
    people = [*party("H", 3), *party("G", 4)]
    problem = meeting(photo_steps(rows=[7]), Photo(**PARTIES, host_ends=True), people=people)

    assert row(problem, "photo").split()[::6] == ["H3", "H2"]


def test_rows_behind_have_centres_of_their_own() -> None:
    """D: both parties fill the rows together; a row of guests only is laid by rank, right honoured."""
    people = [*party("H", 2), *party("G", 5)]
    problem = meeting(photo_steps(rows=[4, 3]), Photo(**PARTIES), people=people)

    assert row(problem, "photo", 1) == "G2 H1 G1 H2"
    assert row(problem, "photo", 2) == "G5 G3 G4"


def states() -> list[Person]:
    heads = [Person(f"h{k}", f"h{k}", rank=k, category="head") for k in range(4, 0, -1)]
    hosts = [Person(r, r, category="head", roles=frozenset({r})) for r in ("now", "before", "next")]
    others = [Person(f"m{k}", f"m{k}", rank=k, category="minister") for k in (2, 1)]
    bodies = [Person(b, b, category="organisation") for b in ("WTO", "IMF", "UN")]
    return [*heads, *hosts, *others, *bodies]


FAMILY = FamilyPhoto(
    host=Who(roles=("now",)),
    previous=Who(roles=("before",)),
    following=Who(roles=("next",)),
    heads=Who(categories=("head",)),
    others=Who(categories=("minister",)),
    organisations=Who(categories=("organisation",)),
)


def test_a_family_photograph_has_three_rows() -> None:
    """Rule 41: previous and next host beside the host, heads outwards by tenure, organisations A to Z behind."""
    problem = meeting(photo_steps(rows=[7, 4, 3]), FAMILY, people=states())

    assert row(problem, "photo", 1) == "h4 h2 next now before h1 h3"
    assert row(problem, "photo", 2) == ". m1 m2 ."
    assert row(problem, "photo", 3) == "WTO UN IMF"  # the viewer reads IMF UN WTO


def test_faults() -> None:
    steps = photo_steps(rows=[2])

    assert refused(steps, Photo(), people=party("H", 2)) == [
        "rule Photo: it is not said who stands there; give `who`, or `host` and `guest`"
    ]
    assert refused(steps, Photo(**PARTIES), people=[*party("H", 2), *party("G", 1)]) == [
        "rule Photo.host: 2 people for 1 place; add places, or seat fewer people there"
    ]
    assert refused(steps, Photo(who=HOST), people=party("H", 3)) == [
        "rule Photo.who: 3 people for 2 places; add places, or seat fewer people there"
    ]
    assert refused(steps, FAMILY, people=states())[0] == (
        "rule FamilyPhoto.areas: 1 row for 3 groups; add rows to the photograph"
    )
    away = [p for p in states() if p.id != "next"] + [
        Person("next", "next", status="absent", roles=frozenset({"next"}))
    ]
    assert refused(steps, FAMILY, people=away)[0].startswith(
        "rule FamilyPhoto.following: 0 people; name one person"
    )
    few = photo_steps(rows=[6, 4, 3])
    assert refused(few, FAMILY, people=states())[0].startswith(
        "rule FamilyPhoto.heads: 7 people side by side for a row of 6"
    )


@pytest.mark.parametrize("rule", [Photo(who=HOST), Photo(**PARTIES)])
def test_sentences(rule) -> None:
    problem = meeting(
        photo_steps(rows=[5]),
        rule,
        people=[*party("H", 2), *party("G", 2)][: 4 if rule.host else 2],
        convention=FOREIGN,
    )

    assert rule.sentence(problem).startswith("in the photograph, ")
    assert rule.sentence(problem, "zh").startswith("合影：")
    assert solved(problem)


def test_family_sentence() -> None:
    problem = meeting(photo_steps(rows=[7, 4, 3]), FAMILY, people=states())

    assert "the nows as host must stand in the centre" in FAMILY.sentence(problem)
    assert "居中" in FAMILY.sentence(problem, "zh")
