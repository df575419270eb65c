"""The sides of tables: chairs in a line or on a circle, and how they stand closer for a wheelchair among them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import asin, atan2, cos, degrees, hypot, radians, sin

import numpy as np

from seatplan.layout.set_up import CHAIR, SetUp
from seatplan.layout.usual import usual
from seatplan.venue import Fixture, Seat

__all__ = ["Line", "Side", "Turn", "sides_of"]

_TIGHT = 0.02
"""Chairs of a side stand so evenly, in metres."""
_HALF = 0.133
"""Half the depth of the floor that a chair takes, as in `seatplan.layout.set_up`."""
_EVERY = 1e-6
Seated = tuple[Seat, ...]


@dataclass(frozen=True)
class Side(ABC):
    """Chairs side by side at a table.

    Parameters
    ----------
    seats : tuple of Seat
        From the occupants' left.
    """

    seats: Seated

    @property
    @abstractmethod
    def closed(self) -> bool:
        """Whether the last seat stands beside the first."""

    @abstractmethod
    def laid(self, spaces: Collection[int], width: float) -> Seated | None:
        """Return the seats with wheelchairs at some of them, the others closer together where they must.

        Parameters
        ----------
        spaces : collection of int
            Which seats, from the occupants' left.
        width : float
            Metres of each wheelchair place.

        Returns
        -------
        tuple of Seat or None
            Each seat moved along its side; None where the others would have too little of the table's edge.
        """

    def without(self, spaces: Collection[int]) -> Side | None:
        """Return the side without the chair that is farthest from some places; None where none can go."""
        count = len(self.seats)
        plain = [k for k in range(count) if all(self._steps(k, space) > 1 for space in spaces)]
        ends = plain if self.closed else [k for k in plain if k in (0, count - 1)]
        gone = max(ends, key=lambda k: (min(self._steps(k, space) for space in spaces), k), default=None)
        return None if gone is None else replace(self, seats=(*self.seats[:gone], *self.seats[gone + 1 :]))

    def _steps(self, one: int, other: int) -> int:
        apart = abs(one - other)
        return min(apart, len(self.seats) - apart) if self.closed else apart

    def beside(self, k: int) -> list[int]:
        """Return the seats next to a seat."""
        count = len(self.seats)
        near = [(k - 1) % count, (k + 1) % count] if self.closed else [k - 1, k + 1]
        return sorted({j for j in near if 0 <= j < count and j != k})


@dataclass(frozen=True)
class Line(Side):
    """Chairs in a straight line.

    Parameters
    ----------
    seats : tuple of Seat
    length : float
        Metres of the table's edge along which they sit.
    middle : (float, float)
        Of the line.

    Examples
    --------
    >>> row = tuple(Seat(f"{k}", f"{k}", "t", 1, k, k, x=0.8 * k) for k in range(3))
    >>> side = Line(row, 2.4, (0.8, 0.0))
    >>> [round(seat.x, 2) for seat in side.laid([0], 0.9)], side.laid([0], 1.3)
    ([0.05, 0.88, 1.6], None)
    """

    length: float
    middle: tuple[float, float]

    @property
    def closed(self) -> bool:
        """A line has two ends."""
        return False

    def laid(self, spaces: Collection[int], width: float) -> Seated | None:
        """Return the seats; of those that are left each has as much of the edge as before, or its equal share."""
        count, each = len(self.seats), self.length / len(self.seats)
        own = max(width, each)
        plain = count - len(spaces)
        share = (self.length - own * len(spaces)) / plain if plain else each
        if own * len(spaces) > self.length + _EVERY or share < min(each, usual("table.person")) - _EVERY:
            return None
        sizes = [own if k in spaces else share for k in range(count)]
        middles = np.cumsum(sizes) - np.array(sizes) / 2 - self.length / 2
        ends = (self.length - each) / 2  # whoever sits at an end comes no nearer to the aisle beside it
        return tuple(
            self._at(seat, float(at if k in spaces else np.clip(at, -ends, ends)))
            for k, (seat, at) in enumerate(zip(self.seats, middles, strict=True))
        )

    def _at(self, seat: Seat, along: float) -> Seat:
        right = radians(seat.facing - 90)
        x, y = self.middle[0] + along * cos(right), self.middle[1] + along * sin(right)
        return replace(seat, x=round(float(x), 6) + 0.0, y=round(float(y), 6) + 0.0)


@dataclass(frozen=True)
class Turn(Side):
    """Chairs on a circle, all round it or along a part.

    Parameters
    ----------
    seats : tuple of Seat
        At equal angles, looking at the middle.
    middle : (float, float)
    whole : bool
        Whether they sit all round.
    table : float
        Diameter of the table; 0 without one.
    least : float
        Metres that each needs at least: of the table's edge, or from chair to chair where there is none.

    Examples
    --------
    >>> from seatplan.venue.rings import round_places
    >>> round_table = tuple(
    ...     Seat(f"{k}", f"{k}", "t", 1, k, k, x=x, y=y, facing=turn)
    ...     for k, (x, y, turn) in enumerate(round_places(10, 1.112))
    ... )
    >>> side = Turn(round_table, (0.0, 0.0), True, 1.524, 0.457)
    >>> [round(seat.facing) for seat in side.laid([0], 0.8)]
    [270, 307, 343, 19, 54, 90, 126, 161, 197, 233]
    """

    middle: tuple[float, float]
    whole: bool
    table: float
    least: float

    @property
    def closed(self) -> bool:
        """Whether they sit all round."""
        return self.whole

    @property
    def _radius(self) -> float:
        return hypot(self.seats[0].x - self.middle[0], self.seats[0].y - self.middle[1])

    def _angle(self, metres: float) -> float:
        """Return the degrees of an arc of the table's edge, or of a chord between chairs."""
        if self.table:
            return degrees(metres / (self.table / 2))
        return 2 * degrees(asin(min(1.0, metres / 2 / self._radius)))

    def _beside(self, width: float) -> float:
        """Return the least degrees between a wheelchair and the next chair: its corner stays out of the place."""
        r, far, flat = self._radius, CHAIR / 2, _HALF
        return degrees(asin(min(1.0, width / 2 / hypot(r - flat, far))) + atan2(far, r - flat))

    def laid(self, spaces: Collection[int], width: float) -> Seated | None:
        """Return the seats; those beside a wheelchair stand off as far as they must, the others share the rest."""
        count, taken = len(self.seats), len(spaces)
        step = self._step
        total, near = count * step, max(step, self._beside(width))
        if near <= step + _EVERY:
            return self.seats
        if count <= 2 * taken:
            return None
        share = (total - 2 * taken * near) / (count - 2 * taken)
        if share < min(step, self._angle(self.least)) - _EVERY:
            return None
        sizes = [2 * near - share if k in spaces else share for k in range(count)]
        return tuple(self._turned(sizes, spaces))

    @property
    def _step(self) -> float:
        """Degrees from seat to seat."""
        if self.whole:
            return 360.0 / len(self.seats)
        one, other = self.seats[0].facing, self.seats[min(1, len(self.seats) - 1)].facing
        return (other - one) % 360 or 360.0

    def _turned(self, sizes: Sequence[float], spaces: Collection[int]) -> Iterator[Seat]:
        """Yield the seats at the middles of their shares; all round, a wheelchair keeps its place."""
        ends = np.cumsum(sizes)
        middles = ends - np.array(sizes) / 2
        start = self.seats[0].facing - (middles[0] if self.whole else self._step / 2)
        kept = min(spaces)
        shift = (self.seats[kept].facing - start - middles[kept]) % 360 if self.whole else 0.0
        for seat, angle in zip(self.seats, start + shift + middles, strict=True):
            a = radians(float(angle) + 180)
            x, y = self.middle[0] + self._radius * cos(a), self.middle[1] + self._radius * sin(a)
            yield replace(seat, x=round(x, 6) + 0.0, y=round(y, 6) + 0.0, facing=round(float(angle) % 360, 6))


def sides_of(set_up: SetUp) -> Iterator[Side]:
    """Yield the sides of all tables, and circles of chairs.

    Parameters
    ----------
    set_up : SetUp

    Yields
    ------
    Side
    """
    tops: dict[str, list[Fixture]] = {}
    for top in set_up.tables:
        tops.setdefault(top.area, []).append(top)
    for area in set_up.areas:
        seats = [seat for seat in set_up.seats if seat.area == area.id]
        mine = tops.get(area.id, [])
        if len(mine) == 1 and abs(mine[0].width - mine[0].depth) < _EVERY and area.kind == "ring" and seats:
            yield from _round(seats, mine[0])
        elif not mine and area.kind == "ring" and len(seats) > 2:
            yield _circle(seats, area.seat_width)
        else:
            yield from _lines(seats, area.seat_width)


def _round(seats: Sequence[Seat], top: Fixture) -> Iterator[Side]:
    """Yield the seats of a round table as one side, counter-clockwise: from the occupants' left."""
    ordered = sorted(seats, key=lambda seat: seat.facing)
    angles = np.array([seat.facing for seat in ordered])
    gaps = np.diff(np.append(angles, angles[0] + 360))
    whole = len(seats) > 1 and float(np.ptp(gaps)) < 1.0
    first = 0 if whole else int(np.argmax(gaps)) + 1
    ordered = [*ordered[first:], *ordered[:first]]
    yield Turn(tuple(ordered), (top.x, top.y), whole, top.width, usual("rounds.arc"))


def _circle(seats: Sequence[Seat], width: float) -> Side:
    x, y = (float(np.mean([getattr(seat, axis) for seat in seats])) for axis in "xy")
    return Turn(tuple(sorted(seats, key=lambda seat: seat.facing)), (x, y), True, 0.0, width)


def _lines(seats: Sequence[Seat], width: float) -> Iterator[Side]:
    """Yield the straight runs of chairs that stand evenly."""
    placed = sorted(((*_line(seat), seat) for seat in seats), key=lambda one: one[:3])
    for _, group in groupby(placed, key=lambda one: one[:2]):
        run: list[tuple[float, Seat]] = []
        for _, _, along, seat in group:
            if run and along - run[-1][0] > width + _TIGHT:
                yield _run(run, width)
                run = []
            run.append((along, seat))
        yield _run(run, width)


def _line(seat: Seat) -> tuple[float, float, float]:
    """Return the direction in which a seat looks, the line on which it stands, and its place along it."""
    ahead = radians(seat.facing)
    across = seat.x * sin(ahead) - seat.y * cos(ahead)
    return round(seat.facing, 3), round(seat.x * cos(ahead) + seat.y * sin(ahead), 3), round(across, 6)


def _run(run: Sequence[tuple[float, Seat]], width: float) -> Side:
    seats = tuple(seat for _, seat in run)
    middle = (seats[0].x + seats[-1].x) / 2, (seats[0].y + seats[-1].y) / 2
    return Line(seats, len(run) * width, middle)
