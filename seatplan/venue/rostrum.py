"""Rostrums: rows on a stage that face the hall."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from seatplan.errors import Fault, refuse
from seatplan.venue.numbering import NUMBERS, Language, Numbers, seat_label, seat_numbers
from seatplan.venue.seat import Area, Fixture, Seat
from seatplan.venue.venue import Venue

__all__ = ["Lectern", "rostrum"]

Lectern = Literal["front_center", "front_right", "front_left", "both_sides", "none"]

_FRONT = 2.4
"""Metres from the stage's front edge to the front row: lectern, passage, table."""
_SERVICE = 1.0
"""Service aisle behind the last row and at both ends (protocol.md 1.12)."""
_TABLE_OUT, _TABLE_DEPTH = 0.6, 0.5
_LECTERN_OUT, _LECTERN_WIDTH, _LECTERN_DEPTH, _LECTERN_HEIGHT = 0.6, 0.7, 0.5, 1.1
_STEPS_WIDTH, _STEPS_DEPTH = 1.2, 0.9
_BACK = 0.4

_LECTERN_SIDES: dict[str, tuple[str, ...]] = {
    "front_center": ("center",),
    "front_right": ("right",),
    "front_left": ("left",),
    "both_sides": ("left", "right"),
    "none": (),
}
_ACROSS = {"left": 1, "center": 0, "right": -1}
"""The sides are the occupants' own: their left is at the right of the page."""
_ZH = {"rostrum": "主席台", "stage": "舞台", "lectern": "发言席", "steps": "台阶", "ramp": "坡道", "table": "桌"}
_WORDS = {"zh": _ZH, "en": {name: name.capitalize() for name in _ZH}}


def rostrum(
    *,
    rows: Sequence[int],
    id: str = "rostrum",  # noqa: A002
    label: str = "",
    seat_width: float = 0.80,
    row_pitch: float = 1.20,
    rise: float = 0.0,
    stage_width: float | None = None,
    stage_depth: float | None = None,
    stage_height: float = 0.8,
    lectern: Lectern = "front_center",
    steps: Iterable[str] = ("left", "right"),
    ramps: Iterable[str] = (),
    tables: bool = True,
    numbers: Numbers = "odd_left_even_right",
    language: Language = "zh",
) -> Venue:
    """Return a rostrum on its stage. All sides are the occupants' own.

    Parameters
    ----------
    rows : sequence of int
        Seats of each row, the front row (nearest the hall) first. Each row is centred with its own parity.
    id, label : str
        Of the area; the label is part of the seats' labels.
    seat_width, row_pitch : float
        Metres from seat to seat and from row to row (protocol.md 1.12).
    rise : float
        Metres by which each row stands above the one in front.
    stage_width, stage_depth : float, optional
        Default: as much as the rows need, with a service aisle of 1 m at both ends and behind.
    stage_height : float
        Metres above the hall.
    lectern : {"front_center", "front_right", "front_left", "both_sides", "none"}
        Where it stands on the stage, as `Convention.lectern` (protocol.md 1.10). At 1.10 m it is lower than the
        eyes of those who sit behind it.
    steps, ramps : iterable of {"left", "right"}
        Ends of the stage's front edge with steps or with a ramp; a ramp replaces the steps.
    tables : bool
        A long table in front of each row.
    numbers : str
        How seats are numbered as seen facing the stage, see `seat_numbers`.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        With the one area, the stage, lecterns, steps and tables; see `combine`.

    Raises
    ------
    InputError
        For rows without seats, measures that are not positive, a stage too small, or unknown choices.

    Examples
    --------
    >>> stage = rostrum(rows=[3, 4])
    >>> [(seat.label, seat.position) for seat in stage.seats if seat.row == 1]
    [('主席台1排2号', -1.0), ('主席台1排1号', 0.0), ('主席台1排3号', 1.0)]
    """
    sizes = {"seat_width": seat_width, "row_pitch": row_pitch, "stage_height": stage_height}
    steps, ramps = tuple(steps), tuple(ramps)
    refuse(_choice_faults(rows, sizes, lectern, (*steps, *ramps), numbers))
    label = label or _WORDS[language]["rostrum"]
    half = max(rows) * seat_width / 2
    side = _SERVICE + (_LECTERN_WIDTH if lectern not in ("front_center", "none") else 0.0)
    needed = (2 * (half + side), _FRONT + (len(rows) - 1) * row_pitch + _BACK + _SERVICE)
    width, depth = stage_width or needed[0], stage_depth or needed[1]
    refuse(_stage_faults((width, depth), needed))
    area = Area(id, label, "rostrum", 1, seat_width, row_pitch)
    fixtures = [
        Fixture(
            f"{id}-stage", _WORDS[language]["stage"], "stage", 0.0, depth / 2, width, depth, height=stage_height
        ),
        *_lecterns(id, lectern, half, stage_height, language),
        *_steps(id, steps, ramps, width, language),
        *(_tables(area, rows, stage_height, rise, language) if tables else ()),
    ]
    seats = [seat for row in _rows(area, rows, stage_height, rise, numbers, language) for seat in row]
    return Venue(label, tuple(seats), (area,), tuple(fixtures))


def _choice_faults(
    rows: Sequence[int], sizes: dict[str, float], lectern: str, sides: Sequence[str], numbers: str
) -> Iterator[Fault]:
    if not rows:
        yield Fault("rostrum rows", "there are none", "give the seats of each row, the front row first")
    for i, seats in enumerate(rows):
        if seats < 1:
            yield Fault(f"rostrum rows[{i}]", f"{seats} seats", "give at least 1")
    for name, metres in sizes.items():
        if not metres >= 0 or (metres == 0 and name != "stage_height"):
            yield Fault(f"rostrum {name}", f"{metres} m", "give a positive number of metres")
    if lectern not in _LECTERN_SIDES:
        yield Fault("rostrum lectern", f"no such place {lectern!r}", f"use one of: {', '.join(_LECTERN_SIDES)}")
    for side in sides:
        if side not in ("left", "right"):
            yield Fault("rostrum steps", f"no such side {side!r}", "use left or right")
    if numbers not in NUMBERS:
        yield Fault("rostrum numbers", f"no such way {numbers!r}", f"use one of: {', '.join(NUMBERS)}")


def _stage_faults(given: tuple[float, float], needed: tuple[float, float]) -> Iterator[Fault]:
    for name, metres, least in zip(("stage_width", "stage_depth"), given, needed, strict=True):
        if metres < least - 1e-9:
            yield Fault(f"rostrum {name}", f"{metres:.2f} m", f"the rows need {least:.2f} m")


def _rows(
    area: Area, rows: Sequence[int], height: float, rise: float, numbers: Numbers, language: Language
) -> Iterator[list[Seat]]:
    """Yield the seats of each row, from the occupants' left."""
    widest = max(rows)
    for row, seats in enumerate(rows, 1):
        positions = [k - (seats - 1) / 2 for k in range(seats)]
        printed = seat_numbers(positions, _mirrored(numbers))
        yield [
            Seat(
                f"{area.id}-{row}-{seats - k}",
                seat_label(row, printed[k], language=language, area=area.label),
                area.id,
                row,
                printed[k],
                position=position,
                column=(widest - seats) // 2 + k,
                x=round(-position * area.seat_width, 6) + 0.0,
                y=round(_FRONT + (row - 1) * area.row_pitch, 6),
                z=round(height + (row - 1) * rise, 6),
                facing=270.0,
            )
            for k, position in enumerate(positions)
        ]


def _mirrored(numbers: Numbers) -> Numbers:
    """Return the way of numbering as those on the rostrum see it, who look the other way."""
    mirror: dict[Numbers, Numbers] = {
        "odd_left_even_right": "even_left_odd_right",
        "even_left_odd_right": "odd_left_even_right",
        "left_to_right": "right_to_left",
        "right_to_left": "left_to_right",
    }
    return mirror[numbers]


def _lecterns(area: str, lectern: Lectern, half: float, height: float, language: Language) -> Iterator[Fixture]:
    sides = _LECTERN_SIDES[lectern]
    for side in sides:
        yield Fixture(
            f"{area}-lectern" + (f"-{side}" if len(sides) > 1 else ""),
            _WORDS[language]["lectern"],
            "lectern",
            round(_ACROSS[side] * (half + _LECTERN_WIDTH / 2), 6) + 0.0,
            _LECTERN_OUT,
            _LECTERN_WIDTH,
            _LECTERN_DEPTH,
            area=area,
            z=height,
            height=_LECTERN_HEIGHT,
        )


def _steps(
    area: str, steps: Sequence[str], ramps: Sequence[str], width: float, language: Language
) -> Iterator[Fixture]:
    """Yield steps and ramps in front of the ends of the stage."""
    for side in sorted({*steps, *ramps}):
        yield Fixture(
            f"{area}-steps-{side}",
            _WORDS[language]["ramp" if side in ramps else "steps"],
            "steps",
            round(_ACROSS[side] * (width - _STEPS_WIDTH) / 2, 6),
            -_STEPS_DEPTH / 2,
            _STEPS_WIDTH,
            _STEPS_DEPTH,
            step_free=side in ramps,
            area=area,
        )


def _tables(area: Area, rows: Sequence[int], height: float, rise: float, language: Language) -> Iterator[Fixture]:
    for row, seats in enumerate(rows, 1):
        yield Fixture(
            f"{area.id}-table-{row}",
            _WORDS[language]["table"],
            "table",
            0.0,
            round(_FRONT + (row - 1) * area.row_pitch - _TABLE_OUT, 6),
            round(seats * area.seat_width, 6),
            _TABLE_DEPTH,
            area=area.id,
            z=round(height + (row - 1) * rise, 6),
            height=0.75,
        )
