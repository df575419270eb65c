"""How far and how far aside the seats are from what they look at: the stage and the screens."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.checks.by_seat import judge_seats
from seatplan.codes.checks.hall import Hall
from seatplan.codes.checks.sight import eye_height, focus
from seatplan.codes.finding import Finding
from seatplan.codes.pack import Pack
from seatplan.venue import Fixture

__all__ = ["screen_findings", "screen_views", "stage_views", "view_findings"]

Values = NDArray[np.float64]


def stage_views(hall: Hall) -> dict[str, Values]:
    """Return how each seat sees the middle of the stage's edge.

    Parameters
    ----------
    hall : Hall

    Returns
    -------
    dict of str to ndarray, shape (seats,)
        ``distance`` in metres, ``angle`` to the axis of the room and ``depression`` in degrees.

    Examples
    --------
    >>> from seatplan.codes.checks import Options
    >>> from seatplan.venue import auditorium
    >>> found = stage_views(Hall(auditorium(rows=1, blocks="1", first_row=5), Options()))
    >>> found["distance"].tolist(), found["angle"].tolist()
    ([5.0], [0.0])
    """
    x, y, z = hall.venue.xyz.T
    away = np.hypot(x, y)
    down = np.degrees(np.arctan2(z + eye_height() - focus(hall), np.maximum(away, 1e-9)))
    return {"distance": away, "angle": np.degrees(np.arctan2(np.abs(x), -y)), "depression": down}


def view_findings(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Yield seats that are too far from the stage of a theatre, too far aside, or look down too steeply.

    Examples
    --------
    >>> from seatplan.codes.checks import Options, check_venue
    >>> from seatplan.venue import auditorium
    >>> room = auditorium(rows=35, blocks="4", first_row=4, language="en")
    >>> told = check_venue(room, "jgj-57-2016", options=Options(performance="opera"))
    >>> [f.found for f in told if f.quantity.key == "view.distance.opera"]
    ['34.61 m']
    """
    if not hall.options.performance or not hall.venue.xyz.any():
        return
    views, seats = stage_views(hall), hall.audience.tolist()
    high = [i for i in seats if hall.venue.areas[hall.venue.area_codes[i]].floor > 1]
    asked = (
        (f"view.distance.{hall.options.performance}", "distance", seats),
        ("view.angle", "angle", seats),
        ("view.depression.balcony", "depression", high),
    )
    for key, what, those in asked:
        yield from judge_seats(hall, pack, key, [(i, views[what][i]) for i in those])


def screen_views(hall: Hall) -> dict[str, Values]:
    """Return how each seat sees the screen that is best for it, value by value.

    Parameters
    ----------
    hall : Hall

    Returns
    -------
    dict of str to ndarray, shape (seats,)
        ``distance`` in metres; ``heights`` and ``widths``, the distance in those of the picture; ``angle`` to
        its axis and ``elevation`` of its top in degrees. Empty without a screen whose height is known.

    Examples
    --------
    >>> from seatplan.codes.checks import Options
    >>> from seatplan.venue import Fixture, Venue, auditorium
    >>> hall = auditorium(rows=1, blocks="1", first_row=6)
    >>> screen = Fixture("s", "Screen", "screen", 0, 0, 4.0, 0.1, height=2.0, z=1.2)
    >>> found = screen_views(Hall(Venue("Room", hall.seats, hall.areas, (screen,)), Options()))
    >>> float(found["heights"][0]), float(found["widths"][0])
    (3.0, 1.5)
    """
    each = [
        _screen(hall, screen) for screen in hall.venue.fixtures if screen.kind == "screen" and screen.height > 0
    ]
    return {what: np.min([one[what] for one in each], axis=0) for what in each[0]} if each else {}


def _screen(hall: Hall, screen: Fixture) -> dict[str, Values]:
    """Return how each seat sees one screen; screens face the hall."""
    x, y, z = hall.venue.xyz.T
    away = np.hypot(x - screen.x, y - screen.y)
    top = screen.z + screen.height - z - eye_height()
    return {
        "distance": away,
        "heights": away / screen.height,
        "widths": away / screen.width,
        "angle": np.degrees(np.arctan2(np.abs(x - screen.x), screen.y - y)),
        "elevation": np.degrees(np.arctan2(top, np.maximum(away, 1e-9))),
    }


def screen_findings(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Yield seats that are too far from every screen, too near to one, too far aside, or look up too steeply.

    Examples
    --------
    >>> from seatplan.codes.checks import check_venue
    >>> from seatplan.venue import Fixture, Venue, auditorium
    >>> hall = auditorium(rows=20, blocks="4", language="en")
    >>> screen = Fixture("s", "Screen", "screen", 0.0, 0.5, 3.0, 0.1, height=1.5, z=1.2)
    >>> room = Venue("Room", hall.seats, hall.areas, (*hall.fixtures, screen))
    >>> [f.quantity.key for f in check_venue(room, "practice") if f.quantity.key.startswith("screen")]
    ['screen.far.reading']
    """
    views = screen_views(hall)
    asked = ((f"screen.far.{hall.options.screen_use}", "heights"), *_ASKED) if views else ()
    for key, what in asked:
        yield from judge_seats(hall, pack, key, [(i, views[what][i]) for i in hall.audience.tolist()])
    if pack.says("screen.bottom"):
        for screen in (f for f in hall.venue.fixtures if f.kind == "screen" and f.height > 0 and f.z > 0):
            yield from hall.judge([pack.read("screen.bottom")], screen.z, screen.label)


_ASKED = (
    ("screen.near", "heights"),
    ("screen.angle", "angle"),
    ("screen.width.far", "widths"),
    ("screen.width.near", "widths"),
    ("screen.elevation", "elevation"),
    ("view.distance.screen", "distance"),
)
"""What packs may say of a screen, and how it is measured."""
