"""A rostrum on the stage, with rows of chairs in the hall."""

from __future__ import annotations

from dataclasses import replace

from seatplan.codes import Code
from seatplan.errors import Fault, InputError
from seatplan.layout.layout import Layout, Limit
from seatplan.layout.room import Room
from seatplan.layout.room_parts import Stage
from seatplan.layout.said import Said
from seatplan.layout.styles.theatre import theatre
from seatplan.venue import Venue, combine, rostrum
from seatplan.venue.lines import refuse_numbers
from seatplan.venue.numbering import Language, Numbers

__all__ = ["rostrum_hall"]

_WIDE, _PITCH = 0.80, 1.20
_SIDES, _FRONT_AND_BACK = 2.0, 3.8
"""Metres of the stage that `seatplan.venue.rostrum` keeps free beside the rows, and before and behind them."""


def rostrum_hall(
    room: Room,
    *,
    code: Code | None = None,
    people: int | None = None,
    on_stage: int | None = None,
    pitch: float | None = None,
    numbers: Numbers = "odd_left_even_right",
    language: Language = "en",
) -> Layout:
    """Return a rostrum on the stage and rows of chairs in the hall.

    Parameters
    ----------
    room : Room
        With a stage.
    code : Code, optional
    people : int, optional
        How many places are wanted in all; by default as many as there can be.
    on_stage : int, optional
        Seats of the rostrum, front row full; by default as many as the stage takes.
    pitch, numbers, language
        As for `theatre`.

    Returns
    -------
    Layout
        Exact: rows of a rostrum are as long as the stage is wide, and those of the hall as `theatre` says.

    Raises
    ------
    InputError
        For a room without a stage, a stage too small, and as `theatre` does.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> found = rostrum_hall(Room(rectangle(12, 12), stage=Stage(6, 10, 8, 4)))
    >>> [len(found.venue.seats_of(area.id)) for area in found.venue.areas], found.proven
    ([7, 133], True)
    """
    if room.stage is None:
        raise InputError(
            [Fault(f"room {room.name!r}", "it has no stage for a rostrum", "add a stage to the room")]
        )
    stand = _rostrum(room.stage, on_stage, numbers, language)
    above = len(stand.seats)
    wanted = None if people is None else people - above
    if wanted is not None and wanted < 1:
        mend = "want more people, or say with on_stage how many sit there"
        raise InputError([Fault("people", f"{people}, and {above} sit on the stage", mend)])
    hall = theatre(room, code=code, people=wanted, pitch=pitch, numbers=numbers, language=language)
    hall = _together_within(hall, room, above, code, pitch, numbers, language)
    return _joined(hall, stand, above)


def _rostrum(stage: Stage, wanted: int | None, numbers: Numbers, language: Language) -> Venue:
    """Return the rostrum of a stage; its sides are the occupants' own, those of a stage the hall's."""
    each = int((stage.width - _SIDES + 1e-9) / _WIDE)
    rows = int((stage.depth - _FRONT_AND_BACK + 1e-9) / _PITCH) + 1 if stage.depth >= _FRONT_AND_BACK else 0
    if each < 1 or rows < 1:
        found = f"{stage.width:g} x {stage.depth:g} m take no rostrum"
        mend = f"a row needs {_SIDES + _WIDE:g} x {_FRONT_AND_BACK:g} m"
        raise InputError([Fault("stage", found, mend)])
    total = each * rows if wanted is None else wanted
    refuse_numbers("rostrum_hall", {"on_stage": (total, 1)}, {})
    if total > each * rows:
        found = f"{total} seats, and the stage takes {each * rows}"
        raise InputError([Fault("rostrum_hall on_stage", found, "want fewer")])
    other = {"left": "right", "right": "left", "": ""}
    return rostrum(
        rows=[min(each, total - k * each) for k in range(-(-total // each))],
        stage_width=stage.width,
        stage_depth=stage.depth,
        stage_height=stage.height,
        steps=[other[side] for side in stage.steps],
        ramps=[other[stage.ramp]] if stage.ramp else (),
        numbers=numbers,
        language=language,
    )


def _together_within(
    hall: Layout,
    room: Room,
    above: int,
    code: Code | None,
    pitch: float | None,
    numbers: Numbers,
    language: Language,
) -> Layout:
    """Return a hall with fewer seats if doors or floor do not allow those on the stage besides."""
    legal = [limit.persons for limit in hall.limits if limit.what in ("doors", "density")]
    most = min(legal, default=hall.count + above) - above
    if most >= hall.count:
        return hall
    if most < 1:
        found = f"{min(legal)} people may be in it, and {above} sit on the stage"
        raise InputError([Fault(f"room {room.name!r}", found, "widen the doors")])
    return theatre(room, code=code, people=most, pitch=pitch, numbers=numbers, language=language)


def _joined(hall: Layout, stand: Venue, above: int) -> Layout:
    things = [thing for thing in hall.venue.fixtures if thing.kind not in ("stage", "steps")]
    venue = combine(hall.venue.name, stand, replace(hall.venue, fixtures=tuple(things)))
    limits = [
        Limit(limit.what, limit.persons + (above if limit.what in ("seats", "aisles", "wish") else 0), limit.why)
        for limit in hall.limits
    ]
    return replace(
        hall,
        venue=venue,
        style="rostrum and hall",
        count=len(venue.seats),
        bound=hall.bound + above,
        proof=(Said("rostrum", {"count": above}), *hall.proof),
        limits=tuple(sorted(limits, key=lambda limit: limit.persons)),
    )
