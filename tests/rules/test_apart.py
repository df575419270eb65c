"""Apart: who may not be neighbours."""

from __future__ import annotations

import pytest

from seatplan.people import Who
from seatplan.rules import Apart
from tests.rules.rooms import person, price, problem, refused, room, said, told

ROOM = room("ab cd", "ef.gh")


def of(name: str, country: str, group: str = ""):
    return person(name, group, attributes=(("country", country),))


ANN, BOB, CID = of("Ann", "fr", "x"), of("Bob", "fr", "y"), of("Cid", "de", "x")
PAIR = (("Ann", "Bob"),)


@pytest.mark.parametrize(
    ("rule", "seats", "amount"),
    [
        (Apart(sets=PAIR), "ab", 1),
        (Apart(sets=PAIR), "bc", 0),  # an aisle lies between
        (Apart(sets=PAIR), "ae", 0),  # one behind the other is allowed
        (Apart(sets=PAIR, front_back=True), "ae", 1),
        (Apart(sets=PAIR, front_back=True), "be", 0),  # corners are no neighbours
        (Apart(sets=PAIR, metres=1.2), "be", 1),  # 0.55 m aside and 0.90 m behind: 1.05 m
        (Apart(sets=PAIR, metres=1.0), "be", 0),
        (Apart(sets=PAIR, metres=1.1), "bc", 1),  # 1.10 m across the aisle
    ],
)
def test_two_apart(rule, seats, amount):
    """Side by side, one behind the other, or within a distance."""
    assert price(problem(ROOM, [ANN, BOB], rule), seats) == amount


@pytest.mark.parametrize(
    ("rule", "pairs"),
    [
        (Apart(same="country"), {"Ann Bob"}),
        (Apart(different="country"), {"Ann Cid", "Bob Cid"}),
        (Apart(same="group"), {"Ann Cid"}),
        (Apart(who=Who(groups=("x",))), {"Ann Cid"}),
        (Apart(who=Who(people=("ann",)), other=Who(groups=("y",))), {"Ann Bob"}),
        (Apart(other=Who(people=("dan",))), {"Ann Dan", "Bob Dan", "Cid Dan"}),
        (Apart(who=Who(groups=("x",)), same="country"), set()),
        (Apart(sets=PAIR, same="group"), {"Ann Bob", "Ann Cid"}),
    ],
)
def test_who_is_kept_from_whom(rule, pairs):
    """Dan has neither country nor group: equal to nobody, different from nobody (rule 51)."""
    people = [ANN, BOB, CID, person("Dan")]
    given = problem(room("ab c d e"), people, rule)
    found = set()
    for i, one in enumerate(people):
        for j, other in enumerate(people[i + 1 :], start=i + 1):
            seats = ["c", "d", "e", "e"]
            rest = [k for k in range(4) if k not in (i, j)]
            seats[i], seats[j], seats[rest[0]], seats[rest[1]] = "a", "b", "c", "d"
            if price(given, "".join(seats)):
                found.add(f"{one.name} {other.name}")

    assert found == pairs


def test_every_pair_counts_once():
    """Ann has Bob at both ends of the rule, in a set and by country; and two neighbours are two pairs."""
    twice = problem(ROOM, [ANN, BOB], Apart(sets=(("Ann", "Bob"), ("Bob", "Ann")), same="country"))
    three = problem(room("abc"), [ANN, BOB, of("Fay", "fr")], Apart(same="country"))

    assert price(twice, "ba") == 1
    assert price(three, "abc") == 2


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (Apart(), "rule Apart: nobody is named; give `sets` of people, `who`, or an attribute in `same`"),
        (Apart(sets=(("Ann",),)), "rule Apart.sets[0]: 1 person in a set; name at least two people"),
        (Apart(same="planet"), "rule Apart.same: nobody has a value of 'planet'; use a column of the roster"),
        (
            Apart(sets=PAIR, metres=2.0, front_back=True),
            "rule Apart.metres: 2 m and front_back; give a distance, without front_back, which it includes",
        ),
        (
            Apart(sets=PAIR, metres=-1.0),
            "rule Apart.metres: -1 m; give a distance, without front_back, which it includes",
        ),
    ],
)
def test_faults(rule, found):
    """Nobody to keep apart, unknown attributes, contradictory distances."""
    assert refused(ROOM, [ANN, BOB], rule) == [found]


@pytest.mark.parametrize(
    ("rule", "en", "zh"),
    [
        (Apart(sets=PAIR), "Ann and Bob must not sit side by side", "Ann与Bob左右不相邻"),
        (
            Apart(same="country", priority=1, front_back=True),
            "people of the same country should not sit side by side or one behind the other",
            "国家相同者左右前后均不相邻",
        ),
        (
            Apart(who=Who(groups=("x",)), different="country", metres=2.0),
            "the people of X of different country must sit more than 2 m apart",
            "X人员中国家不同者相距须超过2米",
        ),
        (
            Apart(other=Who(groups=("x",)), sets=PAIR),
            "Ann and Bob; people and the people of X must not sit side by side",
            "Ann与Bob；全体人员与X人员左右不相邻",
        ),
    ],
)
def test_sentences(rule, en, zh):
    """The rule in words."""
    assert said(problem(ROOM, [ANN, BOB, CID], rule)) == (en, zh)


def test_explanations():
    """Who sit side by side, one behind the other, or too near."""
    beside = problem(ROOM, [ANN, BOB], Apart(sets=PAIR, front_back=True))
    near = problem(ROOM, [ANN, BOB], Apart(sets=PAIR, metres=1.0))

    assert told(beside, "ba") == ["Bob (1-1) and Ann (1-2) sit side by side"]
    assert told(beside, "ae") == ["Ann (1-1) and Bob (2-1) sit one behind the other"]
    assert told(beside, "ae", "zh") == ["Ann（1-1）与Bob（2-1）前后相邻"]
    assert told(near, "ab") == ["Ann (1-1) and Bob (1-2) sit within 1 m of each other"]
    assert told(near, "ab", "zh") == ["Ann（1-1）与Bob（1-2）相距不超过1米"]
