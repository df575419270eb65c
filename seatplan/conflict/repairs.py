"""The smallest repairs: what to change so that there is a plan, each confirmed by a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

import numpy as np

from seatplan.conflict.clash import Clash
from seatplan.conflict.decide import decide
from seatplan.conflict.find import find_conflicts, shaping
from seatplan.conflict.repair import Kind, Repair
from seatplan.conflict.room import with_chairs, with_feature
from seatplan.conflict.several import hitting_sets
from seatplan.conflict.soften import Breach, least_breach
from seatplan.conflict.verdict import Proof, Verdict
from seatplan.conflict.weaker import weaker
from seatplan.errors import InputError
from seatplan.plan import Plan
from seatplan.problem import Problem, Rule
from seatplan.rules import Accessible
from seatplan.solvers import Control, Stopped
from seatplan.venue import Venue

__all__ = ["find_repairs"]

Rules = frozenset[int]
_ORDER: tuple[Kind, ...] = ("break", "chairs", "spaces", "relax", "drop")
_SECONDS = 3.0
_ROOMS = 6
_CHAIRS = 20
"""Who lacks more chairs than this needs another room, not chairs at the ends of rows."""


def find_repairs(
    problem: Problem,
    clashes: Sequence[Clash] | None = None,
    *,
    most: int = 10,
    control: Control | None = None,
) -> tuple[Repair, ...]:
    """Return the smallest changes after which there is a plan, the cheapest first.

    Parameters
    ----------
    problem : Problem
    clashes : sequence of Clash, optional
        What `seatplan.conflict.find_conflicts` found; it is asked if they are not given.
    most : int
        How many repairs at most.
    control : Control, optional
        When its time is up, what has been found so far is returned.

    Returns
    -------
    tuple of Repair
        Each with a plan that confirms it. Fewer changed rules come first, then smaller costs; of equal cost,
        breaking a rule once before leaving it out.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.rules import Apart, Together
    >>> from seatplan.venue import from_drawing
    >>> crowd = Roster((Person("1", "Ann"), Person("2", "Bob")))
    >>> rules = (Together(sets=(("Ann", "Bob"),)), Apart(sets=(("Ann", "Bob"),)))
    >>> problem = Problem(from_drawing("ab eg", language="en"), crowd, rules)
    >>> for repair in find_repairs(problem):
    ...     print(repair.kind, repair.rules, repair.cost)
    break (0,) 1
    break (1,) 1
    relax (0,) 1
    drop (0,) 1
    drop (1,) 1
    """
    control = control or Control()
    known = find_conflicts(problem, control=control) if clashes is None else tuple(clashes)
    found: list[Repair] = []
    with suppress(Stopped):
        found.extend(_Search(problem, known, control).repairs(most))
    return tuple(sorted(found, key=_smallest_first)[:most])


def _smallest_first(repair: Repair) -> tuple[int, int, int, tuple[int, ...]]:
    return max(1, len(repair.rules)), repair.cost, _ORDER.index(repair.kind), repair.rules


class _Search:
    def __init__(self, problem: Problem, clashes: Sequence[Clash], control: Control) -> None:
        self.problem, self.clashes, self.control = problem, clashes, control

    def repairs(self, most: int) -> Iterator[Repair]:
        if not self.clashes:
            return
        yield from self._rooms()
        left = most
        for rules in self._corrections(most):
            for repair in self._of(rules):
                left -= 1
                yield repair
            if left <= 0:
                return

    def _corrections(self, most: int) -> Iterator[Rules]:
        """Yield sets of rules without which there is a plan; a conflict that is left over is met as well."""
        cores, met = [Rules(clash.rules) for clash in self.clashes], set[Rules]()
        waiting = hitting_sets(cores, most=most)
        while waiting:
            rules = waiting.pop(0)
            met.add(rules)
            if self._plan(rules) is not None:
                yield rules
                continue
            more = self._left(rules)
            if more and more not in cores:
                cores.append(more)
                waiting = [r for r in hitting_sets(cores, most=most + len(met)) if r not in met]

    def _left(self, rules: Rules) -> Rules | None:
        """Return a conflict of the rules that are left, in the numbers of the whole problem."""
        kept = [i for i in range(len(self.problem.rules)) if i not in rules]
        try:
            found = find_conflicts(self._without(rules), most=1, control=self.control)
        except InputError:
            return None
        return Rules(kept[i] for i in found[0].rules) if found and found[0].confirmed else None

    def _without(self, rules: Rules) -> Problem:
        return self.problem.without(self.problem.rules[i] for i in rules)

    def _plan(self, rules: Rules) -> Verdict | None:
        """Return a verdict with a plan without some rules, or None."""
        return _feasible(lambda: self._without(rules), self.control)

    def _of(self, rules: Rules) -> Iterator[Repair]:
        """Yield the repairs that change just these rules."""
        self.control.checkpoint()
        breach = self._breach(rules)
        cost, proven = (breach.amount, breach.proven) if breach else (len(rules), False)
        if breach:
            yield self._broken(rules, breach)
        if len(rules) == 1:
            yield from self._relaxed(next(iter(rules)), cost, proven=proven)
        found = self._plan(rules)
        assert found is not None
        dropped = self._without(rules)
        yield self._repair("drop", rules, cost, proven, dropped, found.seats)

    def _breach(self, rules: Rules) -> Breach | None:
        people, least = self._concerned(rules), self._missing(rules)
        return least_breach(self.problem, rules, people, self.control, least=least, seconds=_SECONDS)

    def _missing(self, rules: Rules) -> int:
        """Return by how much the rules are broken at least: so many people have no place while they hold."""
        counts = [c for c in self.clashes if c.proof is Proof.COUNT and rules & set(c.rules)]
        if rules & shaping(self.problem):  # they change what others speak of
            return 1
        return max([1, *(len(c.people) - len(c.places) for c in counts)])

    def _concerned(self, rules: Rules) -> list[int]:
        index = self.problem.person_index
        return sorted({index[p] for clash in self.clashes if rules & set(clash.rules) for p in clash.people})

    def _broken(self, rules: Rules, breach: Breach) -> Repair:
        plan = Plan.of(breach.problem, breach.seats)
        soft = (breach.problem.rules[i] for i in sorted(rules))
        matches = tuple(v for rule in soft for v in rule.check(breach.problem, plan))
        found = self._repair("break", rules, breach.amount, breach.proven, breach.problem, breach.seats)
        return replace(found, matches=matches)

    def _relaxed(self, index: int, cost: int, *, proven: bool) -> Iterator[Repair]:
        known: dict[str, tuple[Problem, Verdict]] = {}

        def works(form: Rule) -> bool:
            return repr(form) in known or self._try(index, form, known)

        for form in weaker(self.problem, self.problem.rules[index], works):
            repaired, verdict = known[repr(form)]
            yield self._repair("relax", Rules({index}), cost, proven, repaired, verdict.seats)

    def _try(self, index: int, form: Rule, known: dict[str, tuple[Problem, Verdict]]) -> bool:
        rules = tuple(form if i == index else rule for i, rule in enumerate(self.problem.rules))
        verdict = _feasible(lambda: replace(self.problem, rules=rules), self.control)
        if verdict is not None:
            known[repr(form)] = replace(self.problem, rules=rules), verdict
        return verdict is not None

    def _repair(
        self, kind: Kind, rules: Rules, cost: int, proven: bool, repaired: Problem, seats: np.ndarray
    ) -> Repair:
        plan = Plan.of(repaired, seats)
        return Repair(kind, tuple(sorted(rules)), cost, proven, repaired, plan, problem=self.problem)

    # More places ----------------------------------------------------------------------------------------

    def _rooms(self) -> Iterator[Repair]:
        """Yield a room with more places, if one count is all that stands in the way."""
        for clash in self.clashes:
            missing = len(clash.people) - len(clash.places)
            if clash.proof is Proof.COUNT and missing > 0:
                yield from self._spaces(clash, missing)
                yield from self._chairs(clash, missing) if missing <= _CHAIRS else ()

    def _chairs(self, clash: Clash, missing: int) -> Iterator[Repair]:
        index = self.problem.venue.seat_index
        near = [index[seat] for seat in clash.places] or list(index.values())
        for k, venue in enumerate(with_chairs(self.problem.venue, near, missing)):
            self.control.checkpoint()
            found = self._in_room(venue)
            if found:
                labels = tuple(seat.label for seat in venue.seats[-missing:])
                repair = self._repair("chairs", Rules(), missing, True, found[0], found[1].seats)
                yield replace(repair, places=labels)
            if found or k >= _ROOMS:
                return

    def _spaces(self, clash: Clash, missing: int) -> Iterator[Repair]:
        """Make chairs places for the people who need them: those that they take when they may take any."""
        rules = [i for i in clash.rules if isinstance(self.problem.rules[i], Accessible)]
        needs = [f for i in rules for f in self.problem.rules[i].features]  # type: ignore[attr-defined]
        for need, feature in needs[:1]:
            seats = self._seats_for(need, feature, Rules(rules))
            venue = with_feature(self.problem.venue, seats, feature)
            found = self._in_room(venue) if seats else None
            if found and len(seats) == missing:
                labels = tuple(venue.seats[i].label for i in seats)
                repair = self._repair("spaces", Rules(), missing, True, found[0], found[1].seats)
                yield replace(repair, places=labels)

    def _seats_for(self, need: str, feature: str, rules: Rules) -> list[int]:
        breach = self._breach(rules)
        if breach is None:
            return []
        users = [i for i, person in enumerate(self.problem.people) if need in person.needs]
        return sorted(set(breach.seats[users].tolist()) - set(self.problem.venue.with_feature(feature).tolist()))

    def _in_room(self, venue: Venue) -> tuple[Problem, Verdict] | None:
        verdict = _feasible(lambda: replace(self.problem, venue=venue), self.control)
        return None if verdict is None else (replace(self.problem, venue=venue), verdict)


def _feasible(make: Callable[[], Problem], control: Control) -> Verdict | None:
    """Return a verdict with a plan, None where there is none or the change makes no problem."""
    try:
        verdict = decide(make().model, control)
    except InputError:
        return None
    return verdict if verdict.feasible else None
