"""Group photograph: risers on which people stand, with the camera far enough away to see them all."""

from __future__ import annotations

from math import radians, tan

from seatplan.codes import Code
from seatplan.errors import Fault, InputError, refuse
from seatplan.layout.finished import finished
from seatplan.layout.ground import ground
from seatplan.layout.largest_box import Boxes, FreeBox
from seatplan.layout.layout import Layout
from seatplan.layout.placed import placed
from seatplan.layout.room import Room
from seatplan.layout.said import Said
from seatplan.layout.set_up import Claim, SetUp, TableWish, most_allowed
from seatplan.venue import photo_steps
from seatplan.venue.lines import refuse_numbers
from seatplan.venue.numbering import Language

__all__ = ["photo_risers"]

_PITCH, _EDGE, _BEHIND = 0.6, 0.3, 1.0
_CAMERA = 2.4
"""Where `seatplan.venue.photo_steps` puts the camera: metres before the first row."""


def photo_risers(
    room: Room,
    *,
    code: Code | None = None,
    people: int | None = None,
    risers: int = 4,
    width: float = 0.6,
    view: float = 54.4,
    language: Language = "en",
) -> Layout:
    """Return rows of places on risers that face a camera in the hall.

    Parameters
    ----------
    room : Room
    code : Code, optional
    people : int, optional
        How many places are wanted; by default as many as the camera can see.
    risers : int
        Most rows, the one on the floor included.
    width : float
        Metres for each person.
    view : float
        Degrees that the camera sees across; by default those of 35 mm on a full frame of 36 mm.
    language : {"zh", "en"}

    Returns
    -------
    Layout
        The longest rows that have room with the way to the camera behind them.

    Raises
    ------
    InputError
        If not a single person has room, and for measures that are not positive.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> found = photo_risers(Room(rectangle(9, 6)), risers=3)
    >>> found.count, found.bound, [area.kind for area in found.venue.areas]
    (15, 15, ['photo'])
    """
    refuse_numbers("photo risers", {"risers": (risers, 1)}, {"width": width, "view": view})
    if view >= 170:
        refuse([Fault("photo risers view", f"{view:g} degrees", "give fewer than 170")])
    here = ground(room)
    boxes = Boxes(here, 0.0)
    fits = {n: box for rows in range(1, risers + 1) if (found := _longest(boxes, rows, width, view))
            for n, box in [((rows, found[0]), found[1])]}  # fmt: skip
    if not fits:
        mend = "give a larger room or a camera that sees more"
        raise InputError([Fault(f"room {room.name!r}", "nobody has room before the camera", mend)])
    (rows, each), box = max(fits.items(), key=lambda item: (item[0][0] * item[0][1], -item[0][0]))
    wish = TableWish(style="group photograph", code=code, people=people, use="standing", language=language)
    count = max(1, min(rows * each, most_allowed(here, wish)))
    lines = min(rows, count)
    made = photo_steps(
        rows=[count * (k + 1) // lines - count * k // lines for k in range(lines)],
        seat_width=width,
        language=language,
    )
    away = _away(max(sum(seat.row == row for seat in made.seats) for row in range(1, lines + 1)), width, view)
    set_up = _moved(placed(made, _middle(box), round(box.high - _BEHIND - (lines - 1) * _PITCH, 6)), away)
    proof = Said("risers", {"risers": risers, "behind": _BEHIND, "away": away})
    claim = Claim(rows * each, proof, 0, (("camera", round(away, 3)), ("person width", width)))
    return finished(here, set_up, wish, claim)


def _away(each: int, width: float, view: float) -> float:
    """Return how far the camera must be from the first row to see it whole."""
    return max(_CAMERA, each * width / 2 / tan(radians(view / 2)))


def _longest(boxes: Boxes, rows: int, width: float, view: float) -> tuple[int, FreeBox] | None:
    """Return the longest rows that have room, and where."""
    best: tuple[int, FreeBox] | None = None
    for each in range(1, 400):
        depth = _BEHIND + (rows - 1) * _PITCH + _EDGE + _away(each, width, view)
        box = boxes.widest(depth)
        if box is None or box.width < each * width + 2 * _EDGE - 1e-9:
            return best
        best = each, box
    return best


def _middle(box: FreeBox) -> float:
    return round((box.left + box.right) / 2, 6)


def _moved(made: SetUp, away: float) -> SetUp:
    """Return the risers with their camera so far away."""
    from dataclasses import replace

    seats = tuple(sorted(made.seats, key=lambda seat: (seat.row, abs(seat.position))))
    first = min(seat.y for seat in seats)
    things = tuple(replace(thing, y=round(first - away, 6)) for thing in made.tables)
    return SetUp(seats, made.areas, things)
