"""Facts that rules share: whom a rule of order speaks of, and which seat comes before which.

Both sides of a rule, `lower` and `check`, may use them; tests hold them against drawn truth tables.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from seatplan.people import Person, Who
from seatplan.people.pinyin import pinyin_key
from seatplan.people.strokes import stroke_key
from seatplan.problem import Problem
from seatplan.protocol import hall_order, rostrum_order
from seatplan.venue import WHEELCHAIR

__all__ = [
    "IN_ORDER",
    "PRECEDENCE",
    "By",
    "Placing",
    "area_steps",
    "elsewhere",
    "fixed_presiders",
    "front_row",
    "group_names",
    "ladder",
    "seat_grid",
    "seats_in",
    "taking_part",
]

Ints = NDArray[np.intp]
By = Literal["rank", "list", "surname_strokes", "name_strokes", "pinyin"]

PRECEDENCE: Mapping[str, Callable[[int, Person], Any]] = {
    "rank": lambda _, person: person.rank,
    "list": lambda place, _: place,
    "surname_strokes": lambda _, person: stroke_key(person.name),
    "name_strokes": lambda _, person: stroke_key(person.name, single_name="compare"),
    "pinyin": lambda _, person: pinyin_key(person.name),
}
"""Orders of precedence: a key of place in the list and person. Equal keys are equals, None is left out."""

IN_ORDER: Mapping[str, tuple[str, str]] = {
    "rank": ("in order of rank", "按职级高低"),
    "list": ("in the order of the list", "按名单顺序"),
    "surname_strokes": ("in the order of surname strokes", "按姓氏笔画"),
    "name_strokes": ("in the order of name strokes", "按姓名笔画"),
    "pinyin": ("in the order of pinyin", "按姓名拼音"),
}
"""The orders in English and Chinese words."""


@runtime_checkable
class Placing(Protocol):
    """A rule that sends people to a part of the room; rules of order about other parts leave them out."""

    def places(self, problem: Problem) -> tuple[Ints, Ints]:
        """Return people and the seats on which all of them must sit."""


def seats_in(problem: Problem, areas: tuple[str, ...]) -> Ints:
    """Return the seats of some areas; without areas, of all that are no rostrum.

    Examples
    --------
    >>> from seatplan.people import Roster
    >>> from seatplan.venue import Area, Seat, Venue
    >>> parts = (Area("r", "Stage", "rostrum"), Area("h", "Hall", "hall"))
    >>> seats = (Seat("a", "A", "r", 1, 1, 0.0), Seat("b", "B", "h", 1, 1, 0.0, y=-3.0))
    >>> problem = Problem(Venue("Room", seats, parts), Roster(()))
    >>> seats_in(problem, ()).tolist(), seats_in(problem, ("r",)).tolist()
    ([1], [0])
    """
    steps = area_steps(problem, areas)
    codes = [i for i, area in enumerate(problem.venue.areas) if steps[area.id] < len(steps)]
    return np.flatnonzero(np.isin(problem.venue.area_codes, codes))


def seat_grid(problem: Problem) -> Ints:
    """Return row and column of each seat, shape (seats, 2); rows of different areas lie far apart."""
    venue = problem.venue
    reach = int(venue.rows.max(initial=0)) + 2
    return np.column_stack([venue.area_codes * reach + venue.rows, venue.columns])


def area_steps(problem: Problem, areas: tuple[str, ...]) -> dict[str, int]:
    """Return the place of each area: as listed, or in the venue's order but rostrums; others come after all."""
    listed = areas or tuple(area.id for area in problem.venue.areas if area.kind != "rostrum")
    after = len(problem.venue.areas)
    return {area.id: listed.index(area.id) if area.id in listed else after for area in problem.venue.areas}


def elsewhere(problem: Problem, seats: Ints) -> frozenset[int]:
    """Return the people whom another rule sends to a part of the room that has none of these seats."""
    inside = np.zeros(len(problem.venue.seats), dtype=bool)
    inside[seats] = True
    placed = [rule.places(problem) for rule in problem.rules if isinstance(rule, Placing)]
    return frozenset(
        int(person) for people, where in placed if len(where) and not inside[where].any() for person in people
    )


def taking_part(problem: Problem, who: Who, but: tuple[Who, ...], areas: tuple[str, ...]) -> Ints:
    """Return the people of whom a rule of order in some areas speaks, in list order.

    Those are the selected people, except those whom ``but`` names, who are pinned (protocol.md rule 60), or
    who must sit outside the areas by another rule.
    """
    out = elsewhere(problem, seats_in(problem, areas)) | problem.pinned.keys()
    out = out.union(*(problem.select(other).tolist() for other in but))
    return np.array([i for i in problem.select(who).tolist() if i not in out], dtype=np.intp)


def ladder(problem: Problem, areas: tuple[str, ...], members: Ints) -> Ints:
    """Return the usable seats of some areas in order of honour, when these people sit there, and those pinned.

    Areas follow each other as listed, and the first are filled first. Seats that are kept empty are left out,
    and so are a rostrum's wheelchair spaces: they are no chairs of its rows.
    """
    ordered, left = [np.empty(0, dtype=np.intp)], len(members)
    for area in (problem.venue.area_by_id[name] for name in areas):
        seats = np.setdiff1d(seats_in(problem, (area.id,)), problem.kept_empty)
        if area.kind == "rostrum":
            seats = np.setdiff1d(seats, problem.venue.with_feature(WHEELCHAIR))
            guests = [person for person, seat in problem.pinned.items() if seat in seats]
            here = min(left, len(seats) - len(guests))
            left -= here
            convention = problem.convention.among({problem.people[i].id for i in (*members, *guests)})
            ordered.append(rostrum_order(problem.venue, seats, convention, people=here + len(guests)))
        else:
            ordered.append(hall_order(problem.venue, seats, problem.convention))
    return np.concatenate(ordered)


def fixed_presiders(problem: Problem, area: str, members: Ints, by: str) -> dict[int, int]:
    """Return the presiders among the people of a rostrum whose seat the convention fixes, with that seat.

    protocol.md 1.9 and rule 12: ``center`` is the highest seat of row 1, ``row_end`` its last seat on
    ``presider_side``; ``by_rank`` fixes a seat, the lowest of row 1, only when the own rank would fall behind
    row 1 (D). Seats of pinned people are passed over.
    """
    pinned = list(problem.pinned.values())
    chairs = ladder(problem, (area,), members)
    places = chairs[~np.isin(chairs, pinned)][: len(members)]
    front = places[np.isin(places, front_row(problem, area, members))]
    presiders = [i for i in members.tolist() if "presider" in problem.people[i].roles]
    if not len(front):
        return {}
    if problem.convention.presider == "by_rank":
        fallen = [i for i in presiders if _outranking(problem, i, members, by) >= len(front)]
        return dict.fromkeys(fallen, int(front[-1]))
    side = problem.venue.positions[front] * (1 if problem.convention.presider_side == "right" else -1)
    seat = front[0] if problem.convention.presider == "center" else front[int(np.argmax(side))]
    return dict.fromkeys(presiders, int(seat))


def _outranking(problem: Problem, person: int, members: Ints, by: str) -> int:
    """Count the people of higher precedence; none for somebody who has no place in the order."""
    if by not in PRECEDENCE:
        return 0
    keys = {i: PRECEDENCE[by](i, problem.people[i]) for i in members.tolist()}
    own = keys[person]
    return 0 if own is None else sum(key is not None and key < own for key in keys.values())


def front_row(problem: Problem, area: str, members: Ints) -> Ints:
    """Return the chairs of the front row of a rostrum; rows that are kept empty are passed over."""
    chairs = ladder(problem, (area,), members)
    rows = problem.venue.rows[chairs]
    front: Ints = chairs[rows == rows.min(initial=1 << 30)]
    return front


def group_names(problem: Problem, key: str) -> dict[str, str]:
    """Return the names of all groups by their key, in order of precedence.

    Delegations follow `Group.order`; the values of another attribute follow the list of people.
    """
    if key == "group":
        return {group.id: group.name for group in problem.roster.groups_in_order}
    values = (person.attribute(key) for person in problem.roster.people)
    return {value: value for value in dict.fromkeys(values) if value}
