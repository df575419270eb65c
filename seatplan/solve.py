"""`solve`: split, choose a method for each part, run, audit the whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from seatplan.audit import audit
from seatplan.conflict import find_conflict
from seatplan.errors import EncodingError
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem
from seatplan.result import Part, Result, Status, Tier
from seatplan.solvers import Answer, Control, Piece, Progress, Stopped, domains_of, floors, solve_model, split
from seatplan.terms import Model

__all__ = ["solve"]


def solve(
    problem: Problem,
    *,
    time_limit: float | None = None,
    seed: int = 0,
    workers: int = 1,
    listener: Callable[[Progress], None] | None = None,
    control: Control | None = None,
    lang: Lang = "en",
) -> Result:
    """Return the best plan, with value and bound in every tier, audited.

    Parameters
    ----------
    problem : Problem
    time_limit : float, optional
        Seconds; when they are over, the best plan so far is returned and told as such.
    seed, workers : int
        With one worker the same seed gives the same plan, byte for byte.
    listener : callable, optional
        Gets each `Progress` while the search runs.
    control : Control, optional
        Instead of the four before, for a caller who wants to stop the search (``control.stop.set()``).
    lang : {"en", "zh"}
        Of the sentences of a conflict.

    Returns
    -------
    Result

    Raises
    ------
    EncodingError
        If the audit finds another value than the solver: a defect of seatplan.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.venue import Area, Seat, Venue
    >>> room = Venue("Room", (Seat("a", "1-1", "hall", 1, 1, 0.0),), (Area("hall", "Hall", "hall"),))
    >>> result = solve(Problem(room, Roster((Person("1", "Ann"),))))
    >>> result.status.value, result.plan.seat_of("1")
    ('optimal', 'a')
    """
    control = control or Control(time_limit=time_limit, seed=seed, workers=workers, listener=listener)
    model = problem.model
    if domains_of(model, windows=False).hall_violator() is not None:
        return _impossible(problem, control, lang)
    pieces = split(model)
    answers = [_answer(piece, control) for piece in pieces]
    if any(answer.status is Status.INFEASIBLE for answer, _ in answers):
        return _impossible(problem, control, lang)
    return _audited(problem, _whole(problem, pieces, answers, control))


def _answer(piece: Piece, control: Control) -> tuple[Answer, float]:
    began = control.seconds
    try:
        answer = solve_model(piece.model, control.on(f"{len(piece.people)} people"))
    except Stopped as stopped:
        answer = Answer(None, Status.UNKNOWN, method="none", proof=str(stopped))
    return answer, control.seconds - began


def _impossible(problem: Problem, control: Control, lang: Lang) -> Result:
    nobody = Plan.of(problem, np.full(len(problem.people), -1))
    conflict = find_conflict(problem, control, lang)
    return Result(nobody, Status.INFEASIBLE, seed=control.seed, seconds=control.seconds, conflict=conflict)


def _whole(
    problem: Problem, pieces: Sequence[Piece], answers: Sequence[tuple[Answer, float]], control: Control
) -> Result:
    seats = np.full(len(problem.people), -1, dtype=np.intp)
    for piece, (answer, _) in zip(pieces, answers, strict=True):
        if answer.seats is not None:
            seats[piece.people] = piece.seats[answer.seats]
    parts = tuple(_part(problem, p, a, s) for p, (a, s) in zip(pieces, answers, strict=True))
    status = _status([part.status for part in parts])
    tiers = _tiers(problem.model, parts) if status in (Status.OPTIMAL, Status.FEASIBLE) else ()
    plan, stopped = Plan.of(problem, seats), "" if status is Status.OPTIMAL else control.reason
    return Result(plan, status, tiers, parts, control.seed, control.seconds, stopped)


def _status(parts: Sequence[Status]) -> Status:
    """The whole is as good as its weakest part."""
    worst = [s for s in (Status.UNKNOWN, Status.FEASIBLE) if s in parts]
    return worst[0] if worst else Status.OPTIMAL


def _part(problem: Problem, piece: Piece, answer: Answer, seconds: float) -> Part:
    areas = sorted({problem.venue.areas[i].label for i in problem.venue.area_codes[piece.seats]})
    tiers = tuple(map(Tier, piece.model.tiers, answer.values, answer.bounds))
    name = ", ".join(areas)
    return Part(
        name, len(piece.people), len(piece.seats), answer.method, answer.status, tiers, answer.proof, seconds
    )


def _tiers(model: Model, parts: Sequence[Part]) -> tuple[Tier, ...]:
    """Add up values and bounds. Behind a tier that is not proven only a floor over all plans is a bound."""
    found: list[Tier] = []
    floor = floors(model) if any(t.gap for part in parts for t in part.tiers) else ()
    for index, tier in enumerate(model.tiers):
        mine = [t for part in parts for t in part.tiers if t.tier == tier]
        proven = all(t.gap == 0 for t in found)
        bound = sum(t.bound for t in mine) if proven else floor[index]
        found.append(Tier(tier, sum(t.value for t in mine), bound))
    return tuple(found)


def _audited(problem: Problem, result: Result) -> Result:
    """Compare with the audit; a plan without a seat for everybody is only counted."""
    if result.status not in (Status.OPTIMAL, Status.FEASIBLE):
        return result
    report = audit(problem, result.plan)
    for violation in report.broken:
        raise EncodingError(f"the solver broke a must: {violation.rule.explain(problem, violation)}")
    for tier in result.tiers:
        if report.tiers.get(tier.tier) != tier.value:
            raise EncodingError(f"tier {tier.tier}: solver {tier.value}, audit {report.tiers.get(tier.tier)}")
    status = Status.OPTIMAL if all(t.gap == 0 for t in result.tiers) else result.status
    return replace(result, status=status)
