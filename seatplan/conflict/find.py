"""Conflicts of a problem: found on its terms, confirmed on the rules alone, read anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from seatplan.conflict.case import Case
from seatplan.conflict.clash import Clash
from seatplan.conflict.decide import decide
from seatplan.conflict.focus import musts
from seatplan.conflict.several import cores
from seatplan.conflict.told import clash_of, only
from seatplan.conflict.verdict import Proof, Verdict
from seatplan.errors import InputError
from seatplan.problem import Keeping, Lang, Pinning, Problem
from seatplan.rules.facts import Placing
from seatplan.solvers import Control, Stopped
from seatplan.solvers.domains import nowhere
from seatplan.terms import Model, amount

__all__ = [
    "feasible",
    "find_clashes_with",
    "find_conflict",
    "find_conflicts",
    "shaping",
]

Ints = NDArray[np.intp]
Rules = frozenset[int]


def feasible(problem: Problem, control: Control) -> bool | None:
    """Tell whether a plan keeps every must; None if time did not allow to know."""
    try:
        return decide(problem.model, control).feasible
    except Stopped:
        return None


def find_conflict(problem: Problem, control: Control, lang: Lang = "en") -> Clash:
    """Shrink an infeasible problem to rules that cannot hold together.

    Parameters
    ----------
    problem : Problem
        Known to be infeasible.
    control : Control
    lang : {"en", "zh"}
        Of the sentences.

    Returns
    -------
    Clash
        Minimal: each of its rules was left out in turn and the rest was feasible; confirmed: solved alone.
        When time is up before, all rules, and neither.

    Notes
    -----
    The result never rests on a solver's raw core of assumptions, which is neither minimal nor always right.
    """
    found = find_conflicts(problem, most=1, control=control, lang=lang)
    everything = tuple(i for i, rule in enumerate(problem.rules) if rule.priority == "must")
    return found[0] if found else clash_of(problem, everything, Verdict(None), lang)


def find_conflicts(
    problem: Problem,
    *,
    most: int = 5,
    control: Control | None = None,
    lang: Lang = "en",
    known: Sequence[Ints] = (),
) -> tuple[Clash, ...]:
    """Return several minimal sets of rules that cannot hold together, none when there is a plan.

    Parameters
    ----------
    problem : Problem
    most : int
        How many to look for. First come sets that share no rule; fewer than ``most`` are all there are.
    control : Control, optional
        When its time is up, what has been found so far is returned.
    lang : {"en", "zh"}
        Of the sentences.
    known : sequence of ndarray of int, shape (people,)
        Plans that keep many of the rules: whatever one of them keeps is not searched for a plan.

    Returns
    -------
    tuple of Clash

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.rules import Apart, Together
    >>> from seatplan.venue import from_drawing
    >>> crowd = Roster((Person("1", "Ann"), Person("2", "Bob")))
    >>> rules = (Together(sets=(("Ann", "Bob"),)), Apart(sets=(("Ann", "Bob"),)))
    >>> [clash] = find_conflicts(Problem(from_drawing("ooo", language="en"), crowd, rules))
    >>> clash.rules, clash.minimal
    ((0, 1), True)
    """
    control = control or Control()
    return tuple(_found(problem, Case(problem.model, control, known), most, lang))


def _found(problem: Problem, case: Case, most: int, lang: Lang) -> Iterator[Clash]:
    met, alone = set(), _Alone(problem, case)
    try:
        for core in cores(case, most=most):
            rules, minimal = alone.settled(core.rules)
            if rules not in met:
                met.add(rules)
                verdict = alone.verdict(rules)
                yield clash_of(problem, tuple(sorted(rules)), verdict, lang, case.control, minimal=minimal)
    except Stopped:
        return


def find_clashes_with(
    problem: Problem, index: int, *, most: int = 5, control: Control | None = None, known: Sequence[Ints] = ()
) -> tuple[Clash, ...]:
    """Return the conflicts of one rule with single others that leave somebody without any seat.

    Parameters
    ----------
    problem : Problem
    index : int
        Of the rule.
    most : int
        How many to look for.
    control : Control, optional
    known : sequence of ndarray of int, shape (people,)
        Plans that keep many of the rules.

    Notes
    -----
    Nothing is searched: where may everybody sit when only these two rules hold?

    Examples
    --------
    >>> from seatplan.people import Person, Roster, Who
    >>> from seatplan.rules import Zone
    >>> from seatplan.venue import Where, from_drawing
    >>> rules = tuple(Zone(who=Who(people=("Ann",)), where=Where(seats=(seat,))) for seat in "ab")
    >>> problem = Problem(from_drawing("ab", language="en"), Roster((Person("1", "Ann"),)), rules)
    >>> [clash.rules for clash in find_clashes_with(problem, 0)]
    [(0, 1)]
    """
    case = Case(problem.model, control or Control(), known)
    return tuple(islice(_pairs_with(problem, case, index), most))


def _pairs_with(problem: Problem, case: Case, index: int) -> Iterator[Clash]:
    alone = _Alone(problem, case)
    for pair in (Rules({index, other}) for other in sorted(case.rules - {index})):
        if len(nowhere(case.of(pair))):
            people = nowhere(musts(only(problem, pair).model))
            minimal = all(alone.verdict(Rules({rule})).feasible for rule in pair)
            if len(people) and minimal:
                verdict = Verdict(False, people=people, proof=Proof.COUNT)
                yield clash_of(problem, tuple(sorted(pair)), verdict, "en", case.control, minimal=True)


class _Alone:
    """Judges some rules without the others: they are lowered anew, and may read otherwise than in company."""

    def __init__(self, problem: Problem, case: Case) -> None:
        self.problem, self.case = problem, case
        self.known: dict[Rules, Verdict] = {}

    def verdict(self, rules: Rules) -> Verdict:
        """Return whether the rules can hold; unknown where they are no problem of their own."""
        if rules not in self.known:
            try:
                self.known[rules] = self._decided(only(self.problem, rules).model)
            except InputError:
                self.known[rules] = Verdict(None)
        return self.known[rules]

    def _decided(self, model: Model) -> Verdict:
        """Ask the plans that are known before any search."""
        hard = musts(model).statements
        kept = (seats for seats in self.case.known if not any(amount(s.term, seats) for s in hard))
        seats = next(kept, None)
        return decide(model, self.case.control) if seats is None else Verdict(True, seats=seats)

    def settled(self, rules: Rules) -> tuple[Rules, bool]:
        """Return rules that clash alone, and whether without any of them the others can hold.

        Rules of order leave out whom pins, reserved seats and zones place. Where rules do not clash alone,
        those that shape what they speak of are added. A rule goes if the others clash without it, alone and as
        the whole problem reads them: a zone too small but for a pin is no conflict while there is the pin.
        """
        if self.verdict(rules).feasible is not False:
            rules = rules | shaping(self.problem)
        while True:
            clashing = [rule for rule in sorted(rules) if self.verdict(rules - {rule}).feasible is not True]
            needless = next((rule for rule in clashing if self._clash(rules - {rule})), None)
            if needless is None:
                found = next(filter(None, (self._either_way(rules, rule) for rule in clashing)), None)
                read_together = (self.case.verdict(rules - {rule}).feasible for rule in clashing)
                return found or rules, bool(found) or all(read_together)
            rules -= {needless}

    def _either_way(self, rules: Rules, shape: int) -> Rules | None:
        """Return a minimal part of clashing rules that clashes without one of them, and just as well with it.

        A pin may take somebody out of an order, and clash with the rest of it by itself: neither with the pin nor
        without it can the others hold. Then the others are the conflict.
        """
        left = rules - {shape}
        while self.verdict(left).feasible is False:
            clashing = [rule for rule in sorted(left) if self.verdict(left - {rule}).feasible is not True]
            if not clashing:
                return left
            either = (
                left - {rule} for rule in clashing if self.verdict(left - {rule} | {shape}).feasible is False
            )
            left = next(either, Rules())
        return None

    def _clash(self, rules: Rules) -> bool:
        return self.verdict(rules).feasible is False and self.case.verdict(rules).feasible is False


def shaping(problem: Problem) -> Rules:
    """Return the musts that change what others speak of: pins, reserved seats, zones.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.rules import Pin
    >>> from seatplan.venue import from_drawing
    >>> shaping(Problem(from_drawing("ab"), Roster((Person("1", "Ann"),)), (Pin(person="Ann", seat="a"),)))
    frozenset({0})
    """
    kinds = (Pinning, Keeping, Placing)
    return Rules(i for i, rule in enumerate(problem.rules) if rule.priority == "must" and isinstance(rule, kinds))
