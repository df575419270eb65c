"""Why it cannot be done: a minimal set of the user's own rules, confirmed by solving it alone."""

from __future__ import annotations

from collections.abc import Sequence

from seatplan.problem import Lang, Problem, Rule
from seatplan.result import Conflict, Status
from seatplan.solvers import Control, Stopped, domains_of, solve_model, split
from seatplan.terms import Model

__all__ = ["feasible", "find_conflict"]


def feasible(problem: Problem, control: Control) -> bool | None:
    """Tell whether a plan keeps every must; None if time did not allow to know."""
    model = _musts(problem.model)
    if domains_of(model).hall_violator() is not None:
        return False
    try:
        answers = [solve_model(piece.model, control).status for piece in split(model)]
    except Stopped:
        return None
    if Status.INFEASIBLE in answers:
        return False
    return None if Status.UNKNOWN in answers else True


def _musts(model: Model) -> Model:
    return Model(model.people, model.seats, tuple(s for s in model.statements if s.tier == 0))


def find_conflict(problem: Problem, control: Control, lang: Lang = "en") -> Conflict:
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
    Conflict
        Minimal: each of its rules was left out in turn and the rest was feasible; confirmed: solved alone.

    Notes
    -----
    Deletion filter: leave a rule out; if the rest is still infeasible, it is not needed. The result never
    rests on a solver's raw core of assumptions, which is neither minimal nor always right.
    """
    musts = [rule for rule in problem.rules if rule.priority == "must"]
    needed = musts
    decided = True
    for rule in musts:
        rest = [other for other in needed if other is not rule]
        verdict = feasible(_only(problem, rest), control)
        decided &= verdict is not None
        needed = rest if verdict is False else needed
    alone = _only(problem, needed)
    confirmed = feasible(alone, control) is False
    places = tuple(i for i, rule in enumerate(problem.rules) if any(rule is r for r in needed))
    return Conflict(places, _sentences(problem, places, lang), confirmed, minimal=decided and confirmed)


def _only(problem: Problem, rules: Sequence[Rule]) -> Problem:
    kept = {id(rule) for rule in rules}
    return problem.without([rule for rule in problem.rules if id(rule) not in kept])


def _sentences(problem: Problem, places: tuple[int, ...], lang: Lang) -> tuple[str, ...]:
    if places:
        return tuple(problem.rules[i].sentence(problem, lang) for i in places)
    people, seats = len(problem.people), len(problem.venue.seats)
    if lang == "zh":
        return (f"到会 {people} 人,座位只有 {seats} 个",)
    return (f"{people} people must be seated and there are {seats} seats",)
