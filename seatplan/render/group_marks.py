"""Delegations as fields of the room: outline, look, and the places where their names can stand."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from seatplan.people import Person
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.render.frame import Grid
from seatplan.render.outline import Run, outlines
from seatplan.render.pieces import Place, handles, largest_place, pieces
from seatplan.render.scene import GroupMark
from seatplan.render.seat_marks import STRIP
from seatplan.render.style import Look
from seatplan.render.wording import plain

__all__ = ["group_marks", "grouping"]

INSET = 0.016
"""Metres between the outline of a group and the edge of its cells."""
LEAST = 3
"""Pieces of fewer seats get no name of their own."""


def grouping(
    problem: Problem, plan: Plan, grids: Mapping[str, Grid], by: str
) -> tuple[dict[str, str], NDArray[np.intp]]:
    """Return name by id of the delegations that are shown, in order, and the delegation of each seat.

    Parameters
    ----------
    problem : Problem
    plan : Plan
    grids : mapping of str to Grid
        Rostrums have none: its people sit there by rank.
    by : str
        What makes a delegation.

    Returns
    -------
    dict of str to str
    ndarray of int, shape (seats,)
        Index into the dict; -1 where nobody sits or who sits belongs to none.
    """
    venue = problem.venue
    seats = [i for a in grids if venue.area_by_id[a].kind != "rostrum" for i in venue.seats_of(a).tolist()]
    people = {i: problem.roster.by_id.get(plan.person_at(venue.seats[i].id) or "") for i in seats}
    keys = {i: _key(person, by) for i, person in people.items() if person}
    names = _names(problem, set(keys.values()), by)
    codes = {key: code for code, key in enumerate(names)}
    found = np.full(len(venue.seats), -1, dtype=np.intp)
    for i, key in keys.items():
        found[i] = codes.get(key, -1)
    return names, found


def _key(person: Person, by: str) -> str:
    return person.attribute(by).strip()


def _names(problem: Problem, used: set[str], by: str) -> dict[str, str]:
    if by == "group":
        return {g.id: plain(g.name) for g in problem.roster.groups_in_order if g.id in used}
    listed = dict.fromkeys(_key(person, by) for person in problem.roster.people)
    return {key: plain(key) for key in listed if key and key in used}


def group_marks(
    grids: Mapping[str, Grid], names: Mapping[str, str], groups: NDArray[np.intp], looks: Mapping[int, Look]
) -> tuple[GroupMark, ...]:
    """Return the delegations in order of precedence; their outlines are those of the seats in ``grids``."""
    return tuple(
        _group_mark(grids, key, name, groups == code, looks[code])
        for code, (key, name) in enumerate(names.items())
    )


def _group_mark(
    grids: Mapping[str, Grid], key: str, name: str, members: NDArray[np.bool_], look: Look
) -> GroupMark:
    parts = [(area, part) for area, grid in grids.items() for part in pieces(grid, members)]
    parts.sort(key=lambda part: -_count(part[1]))
    large = [part for i, part in enumerate(parts) if i == 0 or _count(part[1]) >= LEAST]
    lines = tuple((area, line) for area, grid in grids.items() for line in outlines(grid, members, inset=INSET))
    return GroupMark(
        id=key,
        name=name,
        count=int(members.sum()),
        look=look,
        lines=lines,
        strips=tuple((area, handles(grids[area], part, share=STRIP)) for area, part in large),
        fields=tuple((area, *_fields(grids[area], part, name)) for area, part in large),
    )


def _count(part: tuple[Run, ...]) -> int:
    return sum(run.count for run in part)


def _fields(grid: Grid, part: tuple[Run, ...], name: str) -> tuple[Place, Place]:
    """Return the largest box for a name over its count, and the deepest for a name that stands upright."""
    wide = sum(2 if ord(character) > 0x2E7F else 1 for character in name)
    shapes = max(1.0, wide / 2) / 2.4, 0.02
    return largest_place(grid, part, shape=shapes[0]), largest_place(grid, part, shape=shapes[1])
