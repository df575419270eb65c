"""Rules that clash as a `Clash`: lowered alone, with the fewest people concerned and a second opinion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from seatplan.conflict.clash import Clash
from seatplan.conflict.decide import decide
from seatplan.conflict.focus import focus, musts
from seatplan.conflict.in_bands import seat_in_bands
from seatplan.conflict.opinion import agreed
from seatplan.conflict.shrink import smallest_failing
from seatplan.conflict.verdict import Proof, Verdict
from seatplan.problem import Lang, Problem
from seatplan.solvers import Control, Stopped, domains_of
from seatplan.terms import Model

__all__ = ["clash_in_bands", "clash_of", "only"]

Ints = NDArray[np.intp]
_FEW_PEOPLE = 60


def clash_in_bands(
    problem: Problem, rules: Iterable[int], people: Iterable[int], *, minimal: bool, control: Control
) -> Clash:
    """Return rules as a conflict, confirmed if those in bands find no room by these rules alone, lowered anew.

    Parameters
    ----------
    problem : Problem
    rules : iterable of int
        Known to clash as the whole problem reads them.
    people : iterable of int
        Of whom the conflict speaks.
    minimal : bool
        Whether without any of the rules the others can hold.
    control : Control

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.rules import Apart, Together
    >>> from seatplan.venue import from_drawing
    >>> crowd = Roster((Person("1", "Ann"), Person("2", "Bob")))
    >>> rules = (Together(sets=(("Ann", "Bob"),)), Apart(sets=(("Ann", "Bob"),)))
    >>> problem = Problem(from_drawing("ooo", language="en"), crowd, rules)
    >>> clash_in_bands(problem, (0, 1), (0, 1), minimal=True, control=Control()).confirmed
    False
    """
    kept, known = tuple(sorted(rules)), Verdict(False, people=np.array(sorted(people), dtype=np.intp))
    try:
        alone = seat_in_bands(musts(only(problem, kept).model), control)
    except Stopped:
        alone = None
    clash = clash_of(problem, kept, known, "en", minimal=minimal)
    return replace(clash, confirmed=alone is not None and alone.feasible is False)


def only(problem: Problem, rules: Iterable[int]) -> Problem:
    """Return the problem with only these of its rules."""
    kept = set(rules)
    return problem.without(rule for i, rule in enumerate(problem.rules) if i not in kept)


def clash_of(
    problem: Problem,
    rules: tuple[int, ...],
    verdict: Verdict,
    lang: Lang,
    control: Control | None = None,
    *,
    minimal: bool = False,
) -> Clash:
    """Return rules as a conflict; with a control also whom it concerns, and a second opinion."""
    people, checked = verdict.people, False
    if control and verdict.feasible is False:
        model = musts(only(problem, rules).model)
        people = _concerned(model, verdict, control)
        checked = agreed(model, verdict, people, control)
    return Clash(
        rules,
        _sentences(problem, rules, lang),
        confirmed=verdict.feasible is False,
        minimal=minimal and verdict.feasible is False,
        people=tuple(problem.people[i].id for i in people),
        places=tuple(problem.venue.seats[i].id for i in verdict.places),
        proof=verdict.proof,
        checked=checked,
        problem=problem,
    )


def _concerned(model: Model, verdict: Verdict, control: Control) -> Ints:
    """Return the fewest people who cannot be seated; for a count, all whom it counts."""
    if verdict.proof < Proof.KNOT or len(verdict.people) > _FEW_PEOPLE:
        return verdict.people
    masks = (domains := domains_of(model)).masks[domains.class_of]

    def fails(people: Iterable[int]) -> bool:
        piece = focus(model, masks, np.array(sorted(people), dtype=np.intp))
        return bool(len(piece.people)) and decide(piece.model, control).feasible is False

    found = smallest_failing(fails, verdict.people.tolist())
    return np.array(sorted(found), dtype=np.intp) if fails(found) else verdict.people


def _sentences(problem: Problem, rules: tuple[int, ...], lang: Lang) -> tuple[str, ...]:
    if rules:
        return tuple(problem.rules[i].sentence(problem, lang) for i in rules)
    people, seats = len(problem.people), len(problem.venue.seats)
    if lang == "zh":
        return (f"到会 {people} 人，座位只有 {seats} 个",)
    return (f"{people} people must be seated and there are {seats} seats",)
