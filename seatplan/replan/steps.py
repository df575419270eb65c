"""Moves in an order that can be carried out: each goes to a seat that is free at that moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seatplan.plan import Plan
from seatplan.venue import Venue

__all__ = ["Step", "steps"]

Kind = Literal["leave", "move", "wait", "aside", "enter"]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do.

    Parameters
    ----------
    kind : {"leave", "move", "wait", "aside", "enter"}
        ``leave``: the seat becomes free. ``move``: to a free seat. ``wait``: to a free seat for the time being,
        to break a ring of people who follow each other. ``aside``: the same where no seat is free: the person
        stands aside. ``enter``: somebody new sits down.
    person : str
        Id.
    old, new : str or None
        Seats; None for none.

    Examples
    --------
    >>> Step("enter", "ann", None, "a").new
    'a'
    """

    kind: Kind
    person: str
    old: str | None
    new: str | None


def steps(venue: Venue, before: Plan, after: Plan) -> tuple[Step, ...]:
    """Return what to do, one after the other, to get from one plan to the other.

    Parameters
    ----------
    venue : Venue
    before, after : Plan

    Notes
    -----
    Whoever leaves goes first. A chain is walked from its free end. In a ring one person waits on the free seat
    nearest to their own, and sits down when all others have moved on; if every seat of the room is taken then, the
    person stands aside. Newcomers sit down last.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> before, after = Plan({"1": "a", "2": "b"}), Plan({"1": "b", "2": "a"})
    >>> [(s.kind, s.person, s.new) for s in steps(from_drawing("abe", language="en"), before, after)]
    [('wait', '1', 'e'), ('move', '2', 'a'), ('move', '1', 'b')]
    """
    return tuple(_Walk(venue, before, after).walk())


class _Walk:
    def __init__(self, venue: Venue, before: Plan, after: Plan) -> None:
        self.venue, self.before, self.after = venue, before, after
        self.done: list[Step] = []
        changes = list(before.changes(after))
        self.leaving = [change for change in changes if change.new is None]
        self.entering = [change for change in changes if change.old is None]
        self.moving = {change.person: change for change in changes if change.old and change.new}
        self.occupied = dict(before._people)

    def walk(self) -> list[Step]:
        for change in self.leaving:
            self._do("leave", change.person, change.old, None)
        waiting = dict.fromkeys(self.moving)
        while waiting:
            self._chains(waiting)
            if waiting:
                self._ring(next(iter(waiting)), waiting)
        for change in self.entering:
            self._do("enter", change.person, None, change.new)
        return self.done

    def _do(self, kind: Kind, person: str, old: str | None, new: str | None) -> None:
        self.done.append(Step(kind, person, old, new))
        if old is not None and self.occupied.get(old) == person:
            del self.occupied[old]
        if new is not None:
            self.occupied[new] = person

    def _chains(self, waiting: dict[str, None]) -> None:
        """Move whoever finds the new seat free; then whoever wants the seat that became free."""
        wants = {str(self.moving[person].new): person for person in waiting}
        free = [seat for seat in wants if seat not in self.occupied]
        while free:
            seat = free.pop()
            person = wants[seat]
            old = str(self.moving[person].old)
            self._do("move", person, old, seat)
            del waiting[person]
            if old in wants and wants[old] in waiting:
                free.append(old)

    def _ring(self, first: str, waiting: dict[str, None]) -> None:
        """Break a ring: its first person waits, the others move on, the first one sits down at last."""
        home, target = str(self.moving[first].old), str(self.moving[first].new)
        spare = self._spare(home)
        self._do("aside" if spare is None else "wait", first, home, spare)
        del waiting[first]
        wants = {str(self.moving[person].new): person for person in waiting}
        seat = home
        while seat != target:
            person = wants[seat]
            old = str(self.moving[person].old)
            self._do("move", person, old, seat)
            del waiting[person]
            seat = old
        self._do("move", first, spare, target)

    def _spare(self, home: str) -> str | None:
        """Return the free seat nearest to a seat."""
        venue = self.venue
        here = venue.xyz[venue.seat_index[home]]
        free = [i for i, seat in enumerate(venue.seats) if seat.id not in self.occupied]
        near = min(free, key=lambda i: (float(((venue.xyz[i] - here) ** 2).sum()), i), default=None)
        return None if near is None else venue.seats[near].id
