"""The small marks in the corner of a seat: one meaning a mark."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from seatplan.people import Person
from seatplan.venue import COMPANION, WHEELCHAIR, Seat

__all__ = ["MARKS", "Stroke", "marks_of"]

Stroke = tuple[NDArray[np.float64], bool]
"""Points in a box from -0.5 to 0.5, and whether the line is closed and filled."""


def _arc(x: float, y: float, radius: float, start: float, end: float) -> NDArray[np.float64]:
    angles = np.deg2rad(np.linspace(start, end, 25))
    return np.column_stack([x + radius * np.cos(angles), y + radius * np.sin(angles)])


def _star(points: int, inner: float) -> NDArray[np.float64]:
    angles = np.pi / 2 + np.arange(2 * points) * np.pi / points
    radius = np.where(np.arange(2 * points) % 2 == 0, 0.5, inner)
    return np.column_stack([radius * np.cos(angles), radius * np.sin(angles)])


def _line(*points: tuple[float, float]) -> NDArray[np.float64]:
    return np.array(points, dtype=np.float64)


MARKS: dict[str, tuple[Stroke, ...]] = {
    "moved": (
        (
            _line(
                (-0.48, -0.14),
                (0.02, -0.14),
                (0.02, -0.44),
                (0.48, 0.0),
                (0.02, 0.44),
                (0.02, 0.14),
                (-0.48, 0.14),
            ),
            True,
        ),
    ),
    "new": (
        (
            _line(
                (-0.14, 0.46),
                (0.14, 0.46),
                (0.14, 0.14),
                (0.46, 0.14),
                (0.46, -0.14),
                (0.14, -0.14),
                (0.14, -0.46),
                (-0.14, -0.46),
                (-0.14, -0.14),
                (-0.46, -0.14),
                (-0.46, 0.14),
                (-0.14, 0.14),
            ),
            True,
        ),
    ),
    "left": ((_line((-0.42, -0.42), (0.42, 0.42)), False), (_line((-0.42, 0.42), (0.42, -0.42)), False)),
    "presider": ((_star(2, 0.36), True),),
    "head": ((_star(5, 0.2), True),),
    "speaker": ((_line((-0.45, -0.4), (0.45, -0.4), (0.0, 0.42)), True),),
    "award": ((_star(8, 0.34), True),),
    "interpreter": (
        (_line((-0.45, -0.12), (-0.05, -0.12), (-0.05, -0.42), (0.45, 0.0), (-0.05, 0.42), (-0.05, 0.12)), True),
        (_line((-0.45, -0.12), (-0.45, 0.12), (-0.05, 0.12)), False),
    ),
    "wheelchair": (
        (_arc(-0.12, 0.4, 0.1, 0, 360), True),
        (_arc(-0.04, -0.14, 0.32, 125, 355), False),
        (_line((-0.12, 0.3), (-0.08, -0.02), (0.2, -0.02), (0.36, -0.42), (0.48, -0.36)), False),
    ),
    "companion": ((_arc(0.0, 0.0, 0.42, 90, 270), True), (_arc(0.0, 0.0, 0.42, -90, 90), False)),
    "pinned": ((_arc(0.0, 0.18, 0.26, 0, 360), True), (_line((0.0, 0.0), (0.0, -0.5)), False)),
}
"""The marks, the weightiest first: where there is no room for all, the first ones are drawn."""

ROLES = ("presider", "head", "speaker", "award", "interpreter", "companion")


def marks_of(seat: Seat, person: Person | None, *, pinned: bool, change: str = "") -> tuple[str, ...]:
    """Return the marks of a seat and of who sits there, weightiest first.

    ``change`` is ``moved``, ``new`` or ``left`` where an earlier plan was another.

    Examples
    --------
    >>> marks_of(Seat("a", "1-1", "h", 1, 1, 0.0), Person("1", "Ann", roles=frozenset({"head"})), pinned=True)
    ('head', 'pinned')
    """
    found = set(_found(seat, person))
    return tuple(m for m in MARKS if m in found or m == change or (m == "pinned" and pinned))


def _found(seat: Seat, person: Person | None) -> Iterator[str]:
    yield from (role for role in ROLES if person is not None and role in person.roles)
    if WHEELCHAIR in seat.features:
        yield "wheelchair"
    if COMPANION in seat.features:
        yield "companion"
