"""What is done with one case: solve a problem, lay out a room. Top-level functions, so that workers find them."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from seatplan.errors import Fault, InputError, refuse
from seatplan.layout.room import Room
from seatplan.problem import Problem

__all__ = ["Work", "answered", "layout_case", "solve_case", "usual_work"]

Answer = dict[str, Any]
Work = Callable[[Any, Mapping[str, Any]], Mapping[str, Any]]
"""Takes a subject and its options, returns one value a column; must be found by name in another process."""
_SOLVE = frozenset({"seed", "time_limit"})


def solve_case(problem: Problem, options: Mapping[str, Any]) -> Answer:
    """Return what is known of the best plan of a problem.

    Parameters
    ----------
    problem : Problem
    options : mapping
        ``seed`` and ``time_limit``.

    Returns
    -------
    dict
        ``status``, ``people``, ``seats``, ``broken`` (by the audit), value and bound of each tier.

    Raises
    ------
    InputError
        For another option, a seed that is no whole number, a time limit that is no number of seconds above 0.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.venue import from_drawing
    >>> solve_case(Problem(from_drawing("oo"), Roster((Person("1", "Ann"),))), {})
    {'status': 'optimal', 'people': 1, 'seats': 2, 'broken': 0}
    """
    from seatplan.audit import audit
    from seatplan.solve import solve

    unknown = sorted(set(options) - _SOLVE)
    if unknown:
        raise InputError(
            [Fault("sweep", f"no option {name!r} for a problem", "use seed, time_limit") for name in unknown]
        )
    refuse(_faults(options))
    result = solve(problem, seed=options.get("seed") or 0, time_limit=options.get("time_limit"))
    report = audit(problem, result.plan)
    answer: Answer = {
        "status": result.status.value,
        "people": len(problem.people),
        "seats": len(problem.venue.seats),
    }
    answer["broken"] = len(report.broken)
    for tier in result.tiers:
        answer |= {f"tier {tier.tier}": tier.value, f"tier {tier.tier} bound": tier.bound}
    return answer


def _faults(options: Mapping[str, Any]) -> Iterator[Fault]:
    seed, limit = options.get("seed"), options.get("time_limit")
    if seed is not None and (type(seed) is not int or not 0 <= seed < 2**31):
        yield Fault("seed", repr(seed), "use a whole number from 0 to 2147483647")
    if limit is not None and (type(limit) not in (int, float) or not 0 < limit < math.inf):
        yield Fault("time_limit", repr(limit), "use seconds, such as 30")


def layout_case(room: Room, options: Mapping[str, Any]) -> Answer:
    """Return how many people a room takes.

    Parameters
    ----------
    room : Room
    options : mapping
        ``style`` (default theatre), ``code``, ``people``, ``close`` (the name of a door, or several with commas),
        and settings of the style. None stands for the default.

    Returns
    -------
    dict
        ``count``, ``bound``, ``proven``, ``limited_by`` and the measures that were chosen.

    Raises
    ------
    InputError
        For unknown styles, doors and settings, and as the style does.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> found = layout_case(Room(rectangle(9, 6)), {"style": "boardroom", "people": 10})
    >>> found["count"], found["proven"]
    (10, True)
    """
    from seatplan.layout import lay_out

    given = {name: value for name, value in options.items() if value is not None}
    for door in filter(None, (name.strip() for name in str(given.pop("close", "")).split(","))):
        room = room.close(door)
    style, code, people = (given.pop(name, None) for name in ("style", "code", "people"))
    if people is not None and (type(people) is not int or people < 1):
        refuse([Fault("people", repr(people), "give a whole number from 1")])
    layout = lay_out(room, style or "theatre", code=code or None, people=people, options=given)
    answer: Answer = {"count": layout.count, "bound": layout.bound, "proven": layout.proven}
    answer["limited_by"] = layout.limited_by
    return answer | {f"{name} (m)": metres for name, metres in layout.measures}


def usual_work(subjects: Mapping[str, Any]) -> Work:
    """Return what is done with subjects when nobody says: problems are solved, rooms are laid out."""
    kinds = {type(subject) for subject in subjects.values()}
    if kinds == {Problem}:
        return solve_case
    if kinds == {Room}:
        return layout_case
    found = ", ".join(sorted(kind.__name__ for kind in kinds)) or "nothing"
    raise InputError([Fault("sweep", f"what to do with {found}?", "give problems alone, rooms alone, or a work")])


def answered(work: Work, subject: Any, options: Mapping[str, Any]) -> Answer:
    """Return the answer, error and seconds of one case; whatever goes wrong in it becomes its error."""
    start = time.perf_counter()
    answer, error = {}, ""
    try:
        answer = {str(name): _plain(value) for name, value in work(subject, options).items()}
    except Exception as problem:
        error = f"{type(problem).__name__}: {problem}".replace("\n", "; ")
    return {"answer": answer, "error": error, "seconds": round(time.perf_counter() - start, 3)}


def _plain(value: Any) -> Any:
    """Return a value that a file can hold."""
    value = value.item() if isinstance(value, np.generic) else value
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, str | int | float | bool | None):
        return value
    raise TypeError(f"an answer of the kind {type(value).__name__} has no place in a table")
