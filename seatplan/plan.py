"""`Plan`: who sits where. It knows no solver and no rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from seatplan.problem import Problem

if TYPE_CHECKING:
    from seatplan.problem import Rule

__all__ = ["Change", "Plan", "Violation"]


@dataclass(frozen=True, slots=True)
class Violation:
    """One breach of one rule.

    Parameters
    ----------
    rule : Rule
    people, seats : tuple of str
        Ids of those concerned.
    amount : int
        In the unit that the rule's docstring defines.
    """

    rule: Rule
    people: tuple[str, ...]
    seats: tuple[str, ...]
    amount: int = 1


@dataclass(frozen=True, slots=True)
class Change:
    """What one person sees of two plans: an old seat, a new seat; None where there is none."""

    person: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Plan:
    """Seat id by person id, and a reason for everybody who has no seat.

    Parameters
    ----------
    seats : mapping of str to str
        Seat id by person id.
    unseated : mapping of str to str
        Reason by person id: ``absent``, ``reserve``, or why no seat was found.
    problem : Problem, optional
        What the plan is for, so that a notebook can show it; two plans are equal whatever it is.

    Examples
    --------
    >>> plan = Plan({"ann": "a1"}, {"bob": "absent"})
    >>> plan.seat_of("ann"), plan.person_at("a1"), plan.seat_of("bob")
    ('a1', 'ann', None)
    """

    seats: Mapping[str, str]
    unseated: Mapping[str, str] = field(default_factory=dict)
    problem: Problem | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "seats", MappingProxyType(dict(self.seats)))
        object.__setattr__(self, "unseated", MappingProxyType(dict(self.unseated)))

    def __reduce__(self) -> tuple[type[Plan], tuple[dict[str, str], dict[str, str], Problem | None]]:
        return Plan, (dict(self.seats), dict(self.unseated), self.problem)

    def _repr_svg_(self) -> str | None:
        """Show the seat chart in a notebook."""
        if self.problem is None:
            return None
        # charts stand above plans: found by name when somebody looks, never imported from here
        drawn: str = import_module("seatplan.render").svg_text(self.problem, self)
        return drawn

    @staticmethod
    def of(problem: Problem, seat_of: NDArray[np.intp]) -> Plan:
        """Return the plan that gives person i the seat ``seat_of[i]``; -1 is no seat."""
        pairs = zip(problem.people, seat_of.tolist(), strict=True)
        seats = {person.id: problem.venue.seats[seat].id for person, seat in pairs if seat >= 0}
        reasons = {person.id: person.status for person in problem.roster.people if person.status != "present"}
        lost = {person.id: "no seat found" for person in problem.people if person.id not in seats}
        return Plan(seats, {**reasons, **lost}, problem)

    def seat_of(self, person: str) -> str | None:
        """Return the id of a person's seat, or None."""
        return self.seats.get(person)

    def person_at(self, seat: str) -> str | None:
        """Return the id of the person on a seat, or None."""
        return self._people.get(seat)

    @cached_property
    def _people(self) -> dict[str, str]:
        return {seat: person for person, seat in self.seats.items()}

    def indices(self, problem: Problem) -> NDArray[np.intp]:
        """Return the seat index of each of ``problem.people``; -1 where there is none."""
        index = problem.venue.seat_index
        found = [index.get(self.seats.get(person.id, ""), -1) for person in problem.people]
        return np.array(found, dtype=np.intp)

    def changes(self, new: Plan) -> Iterator[Change]:
        """Yield everybody whose seat differs in ``new``, by person id."""
        for person in sorted(self.seats.keys() | new.seats.keys()):
            if self.seats.get(person) != new.seats.get(person):
                yield Change(person, self.seats.get(person), new.seats.get(person))
