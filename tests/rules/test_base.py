"""What all rules share: names that do not exist are refused, a rule reads as must or should."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest

from seatplan.audit import audit
from seatplan.people import Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Problem, Rule
from seatplan.rules import Fill, Pin, RankOrder, Reserve, RostrumPlacement, Statute, Zone
from seatplan.rules.base import inversions
from seatplan.terms import Count, Term
from seatplan.venue import Where
from tests.rules.rooms import person, plan, problem, refused, room

ANN, BOB = person("Ann", rank=1), person("Bob", rank=2)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (Fill(priority=0), "rule Fill.priority: 0; use 'must' or a tier 1, 2, 3 ..."),
        (Fill(priority=True), "rule Fill.priority: True; use 'must' or a tier 1, 2, 3 ..."),
        (Fill(priority="soon"), "rule Fill.priority: 'soon'; use 'must' or a tier 1, 2, 3 ..."),
        (Fill(weight=0), "rule Fill.weight: 0; use a whole number of 1 or more"),
        (Fill(areas=("hal",)), "rule Fill.areas: no area 'hal'; use one of: hall"),
        (Fill(who=Who(groups=("x",))), "rule Fill.who: no group 'x'; use one of: (none)"),
        (
            Fill(who=Who(categories=("press",))),
            "rule Fill.who: nobody in the roster is one of the press; mend the selection, or leave the rule out",
        ),
        (Reserve(where=Where(areas=("hal",))), "rule Reserve.where: no area 'hal'; use one of: hall"),
        (
            RostrumPlacement(area="stage", who=Who(), label="event.yaml:7 rules[1]"),
            "event.yaml:7 rules[1].area: no area 'stage'; use one of: hall",
        ),
        (
            RankOrder(areas=("hall",), by="age"),
            "rule RankOrder.by: no such value 'age'; use one of: "
            "rank, list, surname_strokes, name_strokes, pinyin",
        ),
    ],
)
def test_fields_are_validated(rule, said):
    """A message says where, what was found, and how to mend it."""
    assert refused(room("abc"), [ANN, BOB], rule)[0] == said


def test_all_faults_are_told_at_once():
    """Two rules are wrong, and both are named."""
    found = refused(room("ab"), [ANN], Fill(weight=0), Pin(person="Zoe", seat="a"))

    assert [fault.split(":")[0] for fault in found] == ["rule Fill.weight", "rule Pin"]


def test_inversions_are_counted_per_person():
    """Keys 3 1 2 from the first seat: 3 sits before both others, 1 and 2 before nobody they should not."""
    people = [(0, 3, "cid", "a"), (1, 1, "ann", "b"), (2, 2, "bob", "c")]

    assert [(one[2], other[2], count) for one, other, count in inversions(people)] == [("cid", "ann", 2)]


def test_equal_places_and_equal_keys_are_no_inversion():
    """Who shares a place, or a rank, is not before the other."""
    assert list(inversions([(0, 2, "bob", "a"), (0, 1, "ann", "b"), (1, 2, "cid", "c")])) == []


@dataclass(frozen=True, kw_only=True)
class Quorum(Statute):
    """At least two of ``who`` sit in ``where``; a rule of a user's own, known to nobody else."""

    who: Who
    where: Where

    def lower(self, problem: Problem) -> Iterator[Term]:
        people = problem.select(self.who)
        yield Count(people, problem.seats(self.where), 2, len(people))

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        there = [s for p in problem.people if self.who.admits(p) and (s := plan.seat_of(p.id))]
        missing = 2 - sum(self.where.admits(problem.venue.seat(seat)) for seat in there)
        if missing > 0:
            yield Violation(self, (), (), missing)

    def sentence(self, problem: Problem, lang: str = "en") -> str:
        return "two of them keep an eye on the door"


class Silent:
    """A rule without a base class: the methods are enough."""

    priority: int = 1
    weight: int = 5

    def validate(self, problem):
        return ()

    def lower(self, problem):
        yield Count(np.arange(len(problem.people)), np.array([0]), 0, 0)

    def check(self, problem, plan):
        if plan.person_at(problem.venue.seats[0].id):
            yield Violation(self, (), (problem.venue.seats[0].id,), 1)

    def sentence(self, problem, lang="en"):
        return "the first seat is bad luck"

    def explain(self, problem, violation, lang="en"):
        return "somebody sits on the first seat"


def test_a_rule_of_ones_own_works_unregistered():
    """Problem, model and audit take any class that has the methods."""
    quorum: Rule = Quorum(who=Who(), where=Where(seats=("a", "b")))
    given = problem(room("abcd"), [ANN, BOB], quorum, Silent())

    assert [(s.rule, s.tier, s.weight) for s in given.model.statements] == [(0, 0, 1), (1, 1, 5)]
    assert audit(given, plan(given, "ab")).tiers == {1: 5}
    assert audit(given, plan(given, "ac")).broken[0].amount == 1


def test_an_explanation_falls_back_to_the_sentence():
    """A rule that explains nothing says who sits where, and its sentence."""
    quorum = Quorum(who=Who(), where=Where(seats=("a", "b")))
    given = problem(room("abcd"), [ANN, BOB], quorum)
    violation = Violation(quorum, ("ann", "bob"), ("c", "d"))

    assert quorum.explain(given, violation) == "Ann (1-3), Bob (1-4), but two of them keep an eye on the door"
    assert quorum.explain(given, violation, "zh").startswith("Ann\uff081-3\uff09、Bob\uff081-4\uff09")


def test_the_bare_base_says_nothing():
    """A class that forgets a part is told so when it is used."""
    given = problem(room("ab"), [ANN])
    base = Statute()
    for use in (lambda: base.lower(given), lambda: base.check(given, Plan({})), lambda: base.sentence(given)):
        with pytest.raises(NotImplementedError):
            use()


def test_people_without_a_seat_break_no_rule():
    """They are the audit's account, not a matter of rules."""
    rules = (
        RankOrder(areas=("hall",)),
        Fill(),
        Zone(who=Who(), where=Where(rows=(1,))),
        Pin(person="Ann", seat="a"),
    )
    given = problem(room("ab"), [ANN, BOB], *rules)

    for rule in rules:
        assert list(rule.check(given, plan(given, ".."))) == []
