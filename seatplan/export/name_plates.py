"""The name plates of a plan, in the order in which they are laid out."""

from __future__ import annotations

from collections.abc import Collection

from seatplan.errors import Fault, refuse
from seatplan.people import Who
from seatplan.people.plates import Plate, Plates, plate_of
from seatplan.plan import Plan
from seatplan.problem import Problem

__all__ = ["name_plates"]


def name_plates(
    problem: Problem, plan: Plan, options: Plates | None = None, *, only: Collection[str] = ()
) -> tuple[Plate, ...]:
    """Return the plates of everybody who has a seat: area by area, row by row, from the occupants' left.

    After a change only the plates of those who came or moved are needed (protocol.md rule 14).

    Parameters
    ----------
    problem : Problem
    plan : Plan
    options : Plates, optional
    only : collection of str
        Names or ids of those whose plates are wanted; empty for everybody.

    Raises
    ------
    InputError
        For somebody in ``only`` who does not exist or has no seat, and for a column that nobody has.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.venue import from_drawing
    >>> problem = Problem(from_drawing("ab"), Roster((Person("1", "王芳"), Person("2", "李强"))))
    >>> [plate.name for plate in name_plates(problem, Plan({"1": "b", "2": "a"}))]
    ['李　强', '王　芳']
    """
    options = options or Plates()
    refuse(_empty_columns(problem, options))
    wanted = _wanted(problem, plan, only)
    areas = list(problem.venue.area_by_id)
    known = ((p, problem.venue.seat(seat)) for p in problem.roster.people if (seat := _seat(problem, plan, p.id)))
    pairs = [(person, seat) for person, seat in known if not wanted or person.id in wanted]
    pairs.sort(key=lambda pair: (areas.index(pair[1].area), pair[1].row, pair[1].position))
    return tuple(plate_of(person, options, seat=seat.label) for person, seat in pairs)


def _seat(problem: Problem, plan: Plan, person: str) -> str:
    seat = plan.seat_of(person)
    return seat if seat in problem.venue.seat_index else ""


def _empty_columns(problem: Problem, options: Plates) -> list[Fault]:
    """Return a fault for each column that is asked for and that nobody has a value in."""
    asked = {"second": options.second if options.second != "pinyin" else "", "below": options.below}
    columns = sorted({key for person in problem.roster.people for key, _ in person.attributes})
    mend = f"use one of: title, unit, {', '.join(['pinyin', *columns])}"
    return [
        Fault(f"plates.{name}", f"nobody has a value in the column {column!r}", mend)
        for name, column in asked.items()
        if column and not any(person.attribute(column) for person in problem.roster.people)
    ]


def _wanted(problem: Problem, plan: Plan, only: Collection[str]) -> set[str]:
    """Return the ids of those whose plates are wanted."""
    who = Who(people=tuple(only))
    found = list(who.faults(problem.roster, "only"))
    people = who.select(problem.roster) if only else ()
    refuse(found)
    refuse(
        Fault("only", f"{person.name} has no seat in this plan", "leave this person out")
        for person in people
        if not _seat(problem, plan, person.id)
    )
    return {person.id for person in people}
