"""`solve`: split, choose a method for each part, run, audit the whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from seatplan.audit import Report, audit
from seatplan.errors import EncodingError
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem
from seatplan.result import Part, Result, Status, Tier
from seatplan.solvers import Control, Progress, Solved, domains_of, settled, solve_parts, together

__all__ = ["solve", "solved"]


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
        Seconds; when they are over, the best plan so far is returned and told as such. Without a limit the search
        ends with a proof or, where prices couple people, after an effort that is the same on every machine.
    seed : int
        The same seed gives the same plan, byte for byte.
    workers : int
        How many parts are solved side by side; the plan does not depend on it.
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
    return solved(problem, control, lang)[0]


def solved(problem: Problem, control: Control, lang: Lang = "en") -> tuple[Result, Report]:
    """Return what `solve` returns, and the report of the audit of its plan.

    Parameters
    ----------
    problem : Problem
    control : Control
    lang : {"en", "zh"}

    Raises
    ------
    EncodingError
        If the audit finds another value than the solver.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.venue import Area, Seat, Venue
    >>> room = Venue("Room", (Seat("a", "1-1", "hall", 1, 1, 0.0),), (Area("hall", "Hall", "hall"),))
    >>> solved(Problem(room, Roster((Person("1", "Ann"),))), Control())[1].clean
    True
    """
    result = _result(problem, control, lang)
    return _audited(problem, result, audit(problem, result.plan))


def _result(problem: Problem, control: Control, lang: Lang) -> Result:
    model = problem.model
    if domains_of(model, windows=False).hall_violator() is not None:
        return _impossible(problem, control, lang)
    parts = solve_parts(model, control)
    if any(part.answer.status is Status.INFEASIBLE for part in parts):
        return _impossible(problem, control, lang)
    return _whole(problem, parts, control)


def _impossible(problem: Problem, control: Control, lang: Lang) -> Result:
    from seatplan.conflict import find_conflict  # loaded when there is a conflict

    nobody = Plan.of(problem, np.full(len(problem.people), -1))
    conflict = find_conflict(problem, control, lang)
    return Result(nobody, Status.INFEASIBLE, seed=control.seed, seconds=control.seconds, conflict=conflict)


def _whole(problem: Problem, parts: Sequence[Solved], control: Control) -> Result:
    answer = together(problem.model, parts)
    assert answer.seats is not None
    tiers = tuple(map(Tier, problem.model.tiers, answer.values, answer.bounds)) if answer.values else ()
    seats = settled(problem.model, answer.seats)
    plan, stopped = Plan.of(problem, seats), "" if answer.status is Status.OPTIMAL else control.reason
    names = tuple(_part(problem, part) for part in parts)
    return Result(plan, answer.status, tiers, names, control.seed, control.seconds, stopped)


def _part(problem: Problem, part: Solved) -> Part:
    piece, answer = part.piece, part.answer
    areas = sorted({problem.venue.areas[i].label for i in problem.venue.area_codes[piece.seats]})
    tiers = tuple(map(Tier, piece.model.tiers, answer.values, answer.bounds))
    size = len(piece.people), len(piece.seats)
    return Part(", ".join(areas), *size, answer.method, answer.status, tiers, answer.proof, part.seconds)


def _audited(problem: Problem, result: Result, report: Report) -> tuple[Result, Report]:
    """Compare with the audit; a plan without a seat for everybody is only counted."""
    if result.status not in (Status.OPTIMAL, Status.FEASIBLE):
        return result, report
    for violation in report.broken:
        raise EncodingError(f"the solver broke a must: {violation.rule.explain(problem, violation)}")
    for tier in result.tiers:
        if report.tiers.get(tier.tier) != tier.value:
            raise EncodingError(f"tier {tier.tier}: solver {tier.value}, audit {report.tiers.get(tier.tier)}")
    status = Status.OPTIMAL if all(t.gap == 0 for t in result.tiers) else result.status
    return replace(result, status=status), report
