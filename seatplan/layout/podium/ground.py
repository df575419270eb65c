"""Where a lectern can stand: on the stage or, lower than the rostrum, on the floor before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.code import load_pack
from seatplan.errors import Fault, InputError
from seatplan.layout.podium.wish import Convention, PodiumWish
from seatplan.venue import Fixture, Venue

__all__ = ["Front", "front_of", "lectern_places", "screens", "size_of", "spaced"]

Places = NDArray[np.float64]
_BODY = 0.45
"""Share of a seat's width, from its middle, that no lectern may enter; as in `venue.checks`."""
_SLACK = 1e-9


@dataclass(frozen=True, eq=False)
class Front:
    """The front of a venue.

    Parameters
    ----------
    venue : Venue
    stage : Fixture or None
    audience, rostrum : ndarray of int
        Indices of the seats that look at the front, and of those that look into the hall.
    first : float
        Metres from the line of the stage's edge, or of the front wall, to the first row.
    """

    venue: Venue
    stage: Fixture | None
    audience: NDArray[np.intp]
    rostrum: NDArray[np.intp]
    first: float

    @cached_property
    def rows(self) -> NDArray[np.intp]:
        """Pairs of seats of the audience, one behind the other, the front one first."""
        pairs = self.venue.front_to_back
        return pairs[np.isin(pairs, self.audience).all(axis=1)]

    @property
    def centre(self) -> float:
        """The middle of the rostrum, else of the stage, else of the hall, across the room."""
        if len(self.rostrum):
            x = self.venue.xyz[self.rostrum, 0]
            return float(round((x.min() + x.max()) / 2, 6))
        return self.stage.x if self.stage else 0.0


def front_of(venue: Venue) -> Front:
    """Return the front of a venue.

    Raises
    ------
    InputError
        If nobody looks at the front, or the seats have no places.

    Examples
    --------
    >>> from seatplan.venue import auditorium
    >>> found = front_of(auditorium(rows=2, blocks="4", first_row=3.0))
    >>> len(found.audience), found.first, found.stage
    (8, 3.0, None)
    """
    kinds = np.array([area.kind for area in venue.areas])[venue.area_codes] if venue.seats else np.array([])
    rostrum = np.flatnonzero(kinds == "rostrum")
    audience = np.flatnonzero((kinds != "rostrum") & (venue.xyz[:, 1] < 0)) if venue.seats else rostrum
    if not len(audience):
        mend = "give a venue whose seats stand before the stage, or a room that takes rows of chairs"
        raise InputError([Fault(f"venue {venue.name!r}", "nobody sits before a stage or a front wall", mend)])
    stages = [fixture for fixture in venue.fixtures if fixture.kind == "stage"]
    first = float(-venue.xyz[audience, 1].max())
    return Front(venue, stages[0] if stages else None, audience, rostrum, first)


def lectern_places(front: Front, wish: PodiumWish, convention: Convention) -> Places:
    """Return where the middle of the lectern can be, by a convention.

    Parameters
    ----------
    front : Front
    wish : PodiumWish
    convention : Convention

    Returns
    -------
    ndarray, shape (p, 3)
        On the stage, in front of its rostrum or in its front half. Also on the floor between the front and what
        the first row needs (practice: 72 in): anywhere where there is no stage, else before the centre of a
        rostrum only, where it is lower. Nowhere in a table, steps, a wall or a seat.

    Examples
    --------
    >>> from seatplan.venue import auditorium
    >>> hall = front_of(auditorium(rows=2, blocks="4", first_row=3.0))
    >>> lectern_places(hall, PodiumWish(), "front_center").tolist()
    [[0.0, -0.75, 0.0], [0.0, -0.5, 0.0], [0.0, -0.25, 0.0]]
    """
    low, high = _on_floor(front, wish), _on_stage(front, wish) if front.stage else np.empty((0, 3))
    if front.stage:
        low = low[np.abs(low[:, 0] - front.centre) <= (_SLACK if len(front.rostrum) else -1.0)]
    places = np.concatenate([low, high])
    return places[_side(front, places, wish, convention) & _clear(front, places, wish)]


def spaced(middle: float, low: float, high: float, step: float) -> Places:
    """Return points a step apart that hold the middle, between two ends.

    Examples
    --------
    >>> spaced(0.5, -1.0, 1.6, 1.0).tolist()
    [-0.5, 0.5, 1.5]
    """
    first, last = int(np.ceil((low - middle) / step - _SLACK)), int(np.floor((high - middle) / step + _SLACK))
    return np.asarray(np.round(middle + step * np.arange(first, last + 1), 6))


def _grid(x: Places, y: Places, z: float) -> Places:
    across, along = np.meshgrid(x, y, indexing="ij")
    return np.column_stack((across.ravel(), along.ravel(), np.full(across.size, z)))


def _on_stage(front: Front, wish: PodiumWish) -> Places:
    stage = front.stage
    assert stage is not None
    low, back = stage.y - stage.depth / 2, stage.y + stage.depth / 2
    rows = front.venue.xyz[front.rostrum, 1]
    deep = float(rows.min()) if len(rows) else (stage.y if stage.depth > 2 * wish.depth else back)
    half = stage.width / 2 - wish.width / 2
    x = spaced(front.centre, stage.x - half, stage.x + half, wish.step)
    y = spaced(low, low + wish.depth / 2, deep - wish.depth / 2, wish.step)
    return _grid(x, y, stage.z + stage.height)


def _on_floor(front: Front, wish: PodiumWish) -> Places:
    seats = front.venue.xyz[front.audience, 0]
    room = float(load_pack("practice").si("first.officiants"))
    edge = front.stage.y - front.stage.depth / 2 if front.stage else 0.0
    x = spaced(front.centre, float(seats.min()), float(seats.max()), wish.step)
    y = spaced(edge, -front.first + room + wish.depth / 2, edge - wish.depth / 2, wish.step)
    return _grid(x, y, 0.0)


def _side(front: Front, places: Places, wish: PodiumWish, convention: Convention) -> NDArray[np.bool_]:
    """Tell which places are on the side that a convention names: an occupant's right is at smaller x."""
    aside = places[:, 0] - front.centre
    if convention == "front_center":
        return np.asarray(np.abs(aside) <= _SLACK)
    if convention == "any":
        return np.ones(len(places), dtype=bool)
    clear = wish.width / 2 - _SLACK  # wholly on one side of the centre line
    return np.asarray(aside <= -clear if convention == "front_right" else aside >= clear)


def _clear(front: Front, places: Places, wish: PodiumWish) -> NDArray[np.bool_]:
    free = np.ones(len(places), dtype=bool)
    half = np.array([wish.width, wish.depth]) / 2
    for fixture in front.venue.fixtures:
        if fixture.kind in ("table", "steps", "wall", "other", "screen"):
            size = np.array(size_of(fixture)) / 2 + half - _SLACK
            free &= ~(np.abs(places[:, :2] - [fixture.x, fixture.y]) < size).all(axis=1)
    widths = np.array([area.seat_width for area in front.venue.areas])[front.venue.area_codes]
    apart = np.maximum(np.abs(places[:, None, :2] - front.venue.xyz[None, :, :2]) - half, 0.0)
    level = np.abs(places[:, None, 2] - front.venue.xyz[None, :, 2]) < 2.0
    return np.asarray(free & ~((np.hypot(apart[..., 0], apart[..., 1]) < _BODY * widths) & level).any(axis=1))


def size_of(fixture: Fixture) -> tuple[float, float]:
    """Return the width and depth of the upright rectangle that holds a fixture as it stands.

    Examples
    --------
    >>> size_of(Fixture("t", "Table", "table", 0, 0, 2.0, 1.0, turn=90.0))
    (1.0, 2.0)
    """
    angle = np.radians(fixture.turn)
    c, s = abs(float(np.cos(angle))), abs(float(np.sin(angle)))
    return round(c * fixture.width + s * fixture.depth, 9), round(s * fixture.width + c * fixture.depth, 9)


def screens(front: Front, wish: PodiumWish, label: str) -> list[Fixture]:
    """Return where the screen can hang: the venue's own place, or along the back of the stage; none is empty.

    Examples
    --------
    >>> from seatplan.venue import auditorium
    >>> hall = front_of(auditorium(rows=2, blocks="4", first_row=3.0))
    >>> [(s.x, s.z) for s in screens(hall, PodiumWish(screen=(2.0, 1.2), step=1.0), "Screen")]
    [(0.0, 1.1)]
    """
    own = [f for f in front.venue.fixtures if f.kind == "screen" and f.height > 0]
    if wish.screen is None or own:
        return own[:1]
    width, height = wish.screen
    stage = front.stage
    back = stage.y + stage.depth / 2 if stage else 0.0
    reach = stage.width / 2 if stage else width / 2
    bottom = max(float(load_pack("practice").si("screen.bottom")), stage.height if stage else 0.0)
    middle = stage.x if stage else front.centre
    hung = Fixture("screen", label, "screen", middle, back, width, 0.1, z=bottom, height=height)
    line = spaced(middle, middle - reach + width / 2, middle + reach - width / 2, wish.step)
    if not len(line):
        found = f"the picture of {width:g} m is wider than the stage of {2 * reach:g} m"
        raise InputError([Fault("screen", found, "give a smaller picture")])
    return [replace(hung, x=float(x)) for x in line]
