"""Halls of 500 seats to which a planner adds what cannot be: pins, neighbours, too few places, people apart.

The hall itself (see `benchmarks.coupled`) has a plan; so every conflict has a rule that was added. Ranks and
groups are left out by default, for they clash with most of what is added, and such conflicts are found at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from benchmarks.coupled import instance
from seatplan.people import Who
from seatplan.problem import Problem, Rule
from seatplan.rules import Apart, Grouping, Pin, RankOrder, Together, Zone
from seatplan.venue import Where

__all__ = ["KINDS", "clashing"]

Added = Callable[[Problem], Iterator[Rule]]


def clashing(kind: str, *, seats: int = 500, seed: int = 1, ordered: bool = False) -> Problem:
    """Return a hall with rules that cannot hold together.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    seats, seed : int
        As for `benchmarks.coupled.instance`.
    ordered : bool
        With the order of ranks and the groups of the hall.
    """
    hall = instance(seats, seed)
    rules = [rule for rule in hall.rules if ordered or not isinstance(rule, RankOrder | Grouping)]
    return Problem(hall.venue, hall.roster, (*rules, *KINDS[kind](hall)), hall.convention, name=kind)


def _plain(problem: Problem) -> list[str]:
    """Return people whom no other rule of the hall names."""
    named = {name for rule in problem.rules if isinstance(rule, Apart | Together) for s in rule.sets for name in s}
    return [p.id for p in problem.people if p.id not in named and not p.needs and not p.beside and not p.roles]


def _pins(problem: Problem) -> Iterator[Rule]:
    """Two neighbours, pinned to opposite corners."""
    one, other = _plain(problem)[:2]
    seats = [seat.id for seat in problem.venue.seats if not seat.features]
    yield Pin(person=one, seat=seats[0])
    yield Pin(person=other, seat=seats[-1])
    yield Together(sets=((one, other),))


def _neighbours(problem: Problem) -> Iterator[Rule]:
    """One guest with three neighbours."""
    one, *others = _plain(problem)[:4]
    for other in others:
        yield Together(sets=((one, other),))


def _seven(problem: Problem) -> Iterator[Rule]:
    """Seven guests on six seats, each told by a rule of its own."""
    six = tuple(seat.id for seat in problem.venue.seats[:6])
    for person in _plain(problem)[:7]:
        yield Zone(who=Who(people=(person,)), where=Where(seats=six))


def _row(problem: Problem) -> Iterator[Rule]:
    """21 guests in a row of 20 places: eleven by one rule, ten by another."""
    people, row = tuple(_plain(problem)[:21]), Where(areas=("hall",), rows=(3,))
    yield Zone(who=Who(people=people[:11]), where=row)
    yield Zone(who=Who(people=people[11:]), where=row)


def _apart(problem: Problem) -> Iterator[Rule]:
    """23 guests, no two of them side by side, in two rows that hold 22 such guests."""
    guests = Who(people=tuple(_plain(problem)[:23]))
    yield Apart(who=guests)
    yield Zone(who=guests, where=Where(areas=("hall",), rows=(2, 3)))


def _couples(problem: Problem) -> Iterator[Rule]:
    """Ten couples in a row of 5, 10 and 5 places, which holds 2 and 5 and 2 of them."""
    people = _plain(problem)[:20]
    couples = tuple(zip(people[::2], people[1::2], strict=True))
    yield Together(sets=couples)
    yield Zone(who=Who(people=tuple(people)), where=Where(areas=("hall",), rows=(3,)))


KINDS: dict[str, Added] = {
    "neighbours pinned far apart": _pins,
    "three neighbours": _neighbours,
    "7 people, 6 seats": _seven,
    "21 people, 20 places": _row,
    "23 people apart, 22 places": _apart,
    "10 couples in 9 pairs of seats": _couples,
}
"""What is added, by name."""
