"""From the places that protocol speaks of to chairs that stand in a room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import Fault, InputError
from seatplan.problem import Problem

__all__ = ["areas_of", "centred", "chairs_in", "dividing_line", "facing_of", "seats_at", "shift_of", "split_shift"]

Ints = NDArray[np.intp]
Places = NDArray[np.float64]


def areas_of(problem: Problem, kind: str, areas: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the areas that are meant: those that are named, or all of a kind.

    Raises
    ------
    InputError
        If there is none, or one is of another kind.
    """
    venue = problem.venue
    chosen = tuple(areas) or tuple(area.id for area in venue.areas if area.kind == kind)
    wrong = [area for area in chosen if venue.area_by_id[area].kind != kind]
    if wrong:
        found = f"the area {wrong[0]!r} is a {venue.area_by_id[wrong[0]].kind}"
        raise InputError([Fault("areas", found, f"name areas of the kind {kind}")])
    if not chosen:
        raise InputError([Fault("areas", f"the venue has no {kind}", f"add a builder that makes a {kind}")])
    return chosen


def chairs_in(problem: Problem, area: str, row: int | None = None) -> Ints:
    """Return the chairs of an area, or of one of its rows, from the occupants' left; those kept empty left out."""
    venue = problem.venue
    seats = np.setdiff1d(venue.seats_of(area), problem.kept_empty)
    seats = seats if row is None else seats[venue.rows[seats] == row]
    return seats[np.lexsort((venue.positions[seats], venue.rows[seats]))]


def facing_of(problem: Problem, area: str) -> float:
    """Return where the people of the middle of the first row look, in degrees."""
    seats = problem.venue.seats_of(area)
    first = seats[problem.venue.rows[seats] == problem.venue.rows[seats].min()]
    middle = first[int(np.argmin(np.abs(problem.venue.positions[first])))]
    return problem.venue.seats[int(middle)].facing


def seats_at(problem: Problem, chairs: Ints, wanted: Iterable[float]) -> Ints:
    """Return the chairs at these positions.

    Raises
    ------
    InputError
        If one is missing or kept empty.

    Examples
    --------
    >>> from seatplan.people import Roster
    >>> from seatplan.venue import talks_table
    >>> problem = Problem(talks_table(seats=3), Roster(()))
    >>> seats_at(problem, chairs_in(problem, "talks-far"), [0.0, -1.0]).tolist()
    [1, 0]
    """
    by_place = {round(float(problem.venue.positions[chair]), 3): int(chair) for chair in chairs}
    places = [round(float(place), 3) for place in wanted]
    if not by_place.keys() >= set(places):
        label = problem.venue.areas[problem.venue.area_codes[chairs[0]]].label if len(chairs) else "the area"
        raise InputError([Fault("areas", f"a place of {label} is missing or kept empty", "free it")])
    return np.array([by_place[place] for place in places], dtype=np.intp)


def shift_of(chairs: Places, wanted: Places) -> tuple[float, ...]:
    """Return by how much a row can be moved so that everybody has a chair, the least first.

    Parameters
    ----------
    chairs : ndarray of float
        Their positions.
    wanted : ndarray of float
        Position of the first, the second, .... Of two equal shifts the one goes first that keeps the first,
        then the second ... nearer the centre, as on a rostrum (`seatplan.protocol.chairs_of_ranks`, D).

    Examples
    --------
    >>> shift_of(np.array([-1.5, -0.5, 0.5, 1.5]), np.array([0.0, -1.0, 1.0]))
    (0.5, -0.5)
    """
    if not len(wanted):
        return (0.0,)
    stand = {round(float(place), 3) for place in chairs}
    shifts = {round(place - float(wanted[0]), 3) for place in stand}
    fitting = [shift for shift in shifts if {round(float(place) + shift, 3) for place in wanted} <= stand]
    return tuple(sorted(fitting, key=lambda shift: (abs(shift), *np.abs(wanted + shift).tolist(), shift)))


def split_shift(chairs: Places, others: Places, wanted: Places, faced: Places) -> tuple[float, float] | None:
    """Return the least shifts of two rows that face each other, or None if one of them has too few chairs.

    Position p faces -p, so the two move against each other and whoever faced keep facing. Where the chairs do
    not admit that, each row moves for itself.

    Examples
    --------
    >>> six = np.arange(6) - 2.5
    >>> split_shift(six, six, np.array([0.0, -1, 2, -2, 3, 1]), np.array([0.0, 1, -2, 2, -3, -1]))
    (-0.5, 0.5)
    """
    one, two = shift_of(chairs, wanted), shift_of(others, faced)
    together = [shift for shift in one if -shift in two]
    if together:
        return together[0], -together[0]
    return (one[0], two[0]) if one and two else None


def dividing_line(places: Places, left: int, right: int) -> float:
    """Return where a row is divided so that enough chairs are at the left and at the right of the line.

    Of all lines between two chairs the one nearest the centre; if none leaves enough chairs on both sides, the
    one nearest the centre all the same.

    Examples
    --------
    >>> dividing_line(np.array([-1.0, 0.0, 1.0]), 1, 2)
    -0.5
    """
    lines = [float(a + b) / 2 for a, b in pairwise(places)] or [0.0]
    lines.sort(key=lambda line: (abs(line), line))
    enough = [x for x in lines if (places < x).sum() >= left and (places > x).sum() >= right]
    return (enough or lines)[0]


def centred(problem: Problem, chairs: Ints, wanted: Places, party: str) -> Ints:
    """Return the chairs of the first, the second ... of a row, moved by the least that puts everybody on one.

    Raises
    ------
    InputError
        If there is no such run of chairs.
    """
    shifts = shift_of(problem.venue.positions[chairs], wanted)
    if not shifts:
        found = f"{len(wanted)} people side by side for a row of {len(chairs)}"
        raise InputError([Fault(party, found, "add places to the row, or seat fewer people there")])
    return seats_at(problem, chairs, wanted + shifts[0])
