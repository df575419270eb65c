"""Pairs who must keep apart, when the seats of like people are dealt: exchange seats until nobody meets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.program import Program
from seatplan.terms import Model, Pair

__all__ = ["Meeting", "kept_apart"]

Ints = NDArray[np.intp]
_STEPS = 400


class Meeting(Exception):
    """Raised when like people cannot be dealt their seats so that these pairs keep apart."""

    def __init__(self, pairs: set[tuple[int, int]]) -> None:
        super().__init__(f"{len(pairs)} pairs meet")
        self.pairs = pairs


def kept_apart(program: Program, seats: Ints) -> Ints:
    """Return a plan of the same casts and parties on the same seats in which nobody meets who must keep apart.

    Parameters
    ----------
    program : Program
    seats : ndarray of int, shape (people,)

    Raises
    ------
    Meeting
        If exchanges do not get there; the pairs are those that still meet.

    Notes
    -----
    No statement but those that keep people apart sees such an exchange, so prices stay as they are. A relation
    touches few seats, and a cast has many: one or two exchanges do.
    """
    apart = _Apart(program.model, seats.copy())
    if not apart.links or not (meeting := apart.meeting()):
        return seats
    groups = list(_alike(program))
    for _ in range(_STEPS):
        if not meeting:
            return apart.seats
        if not any(apart.eased(person, groups) for pair in sorted(meeting) for person in pair):
            break
        meeting = apart.meeting()
    raise Meeting(meeting)


def _alike(program: Program) -> Iterator[list[Ints]]:
    """Yield sets of people, or of parties of people, who may exchange their seats as wholes."""
    for party in program.parties:
        yield from party.alike()
    dealt = {int(p) for party in program.parties for members in next(iter(party.alike())) for p in members}
    for cast in program.casts:
        if cast.score is None and int(cast.people[0]) not in dealt:
            yield list(cast.people.reshape(-1, 1))


@dataclass(eq=False)
class _Apart:
    """Who must keep apart from whom on which seats, and where all sit now."""

    model: Model
    seats: Ints
    links: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    near: list[set[tuple[int, int]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for statement in self.model.statements:
            term = statement.term
            if statement.tier == 0 and isinstance(term, Pair) and not term.wanted:
                self._add(term)

    def _add(self, term: Pair) -> None:
        for p, q in term.pairs.tolist():
            self.links.setdefault(p, []).append((q, len(self.near)))
            self.links.setdefault(q, []).append((p, len(self.near)))
        self.near.append({way for a, b in term.relation.tolist() for way in ((a, b), (b, a))})

    def meeting(self) -> set[tuple[int, int]]:
        """Return the pairs who meet."""
        return {(min(p, q), max(p, q)) for p in self.links for q in self.met(p)}

    def met(self, person: int) -> list[int]:
        """Return whom a person meets."""
        place = int(self.seats[person])
        return [q for q, k in self.links.get(person, ()) if (place, int(self.seats[q])) in self.near[k]]

    def eased(self, person: int, groups: list[list[Ints]]) -> bool:
        """Exchange a person's seat, or the party's, for one where fewer meet; tell whether there is one."""
        for group in groups:
            for mine in (members for members in group if person in members):
                for other in group:
                    if other is not mine and self._exchange(mine, other):
                        return True
        return False

    def _exchange(self, one: Ints, other: Ints) -> bool:
        """Exchange seats if fewer meet then."""
        both = [*one.tolist(), *other.tolist()]
        before = sum(len(self.met(p)) for p in both)
        self._swap(one, other)
        if sum(len(self.met(p)) for p in both) < before:
            return True
        self._swap(one, other)
        return False

    def _swap(self, one: Ints, other: Ints) -> None:
        self.seats[one], self.seats[other] = self.seats[other].copy(), self.seats[one].copy()
