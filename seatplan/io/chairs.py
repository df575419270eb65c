"""Chairs as they stand in a drawing -> seats of a venue, in rows and blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import Fault, refuse
from seatplan.io.dxf.things import Thing
from seatplan.io.note import Note
from seatplan.layout.ground import Frame
from seatplan.layout.shapes import turning
from seatplan.venue import Area, Seat, seat_label, seat_numbers
from seatplan.venue.numbering import Language, row_positions

__all__ = ["Chair", "chairs_of", "seats_of_chairs"]

Floats = NDArray[np.float64]
_SAME = 0.2
_LEVEL = 0.35
"""Metres by which the chairs of a row may be off its line."""
_APART = 0.95
"""Metres from middle to middle beyond which an aisle lies between two chairs."""
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Chair:
    """A chair in the frame of its drawing.

    Parameters
    ----------
    x, y, z : float
    facing : float
        Where its occupant looks, in degrees counter-clockwise from x.
    where : str
        For messages.
    data : dict of str to str
        What seatplan wrote along with it.
    """

    x: float
    y: float
    z: float
    facing: float
    where: str
    data: dict[str, str] = field(default_factory=dict)


def chairs_of(things: Sequence[Thing]) -> tuple[list[Chair], list[Note]]:
    """Return the chairs among things: blocks and closed outlines; single lines are none.

    Raises
    ------
    InputError
        For chairs that stand in one place.
    """
    found, lines = [], 0
    for thing in things:
        if thing.block or any(shape.closed for shape in thing.shapes):
            x, y = _middle(thing)
            found.append(Chair(x, y, thing.height, thing.ahead, thing.where, thing.data))
        else:
            lines += 1
    refuse(_doubles(found))
    en = f"{lines} lines on the layer of chairs are no chairs; draw chairs as blocks or closed outlines"
    zh = f"座椅图层上有{lines}条线段未读取；座椅请用图块或闭合轮廓"
    return found, [Note(things[0].where.split()[0], en, zh)] if lines else []


def _middle(thing: Thing) -> tuple[float, float]:
    """Return the middle of a chair: of the rectangle about it that is turned as it is."""
    if "id" in thing.data or not len(thing.points):
        return thing.place
    turn = turning(thing.ahead - 90.0)
    points = thing.points @ turn
    x, y = (points.min(axis=0) + points.max(axis=0)) / 2 @ turn.T
    return float(x), float(y)


def _doubles(chairs: Sequence[Chair]) -> Iterator[Fault]:
    places: dict[tuple[int, int], Chair] = {}
    for chair in chairs:
        key = round(chair.x / _SAME), round(chair.y / _SAME)
        around = [(key[0] + i, key[1] + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        near = [places[k] for k in around if k in places]
        same = next((o for o in near if np.hypot(o.x - chair.x, o.y - chair.y) < _SAME and o.z == chair.z), None)
        if same is not None:
            yield Fault(chair.where, f"it stands in the same place as {same.where}", "delete one of them")
        places[key] = chair


def seats_of_chairs(
    chairs: Sequence[Chair], frame: Frame, language: Language = "en"
) -> tuple[tuple[Seat, ...], tuple[Area, ...]]:
    """Return the seats of chairs that nobody numbered, with rows counted from the front.

    Parameters
    ----------
    chairs : sequence of Chair
    frame : Frame
        Of the room in which they stand.
    language : {"en", "zh"}

    Returns
    -------
    tuple of Seat
    tuple of Area
        One; it is a hall if nearly all look to the front, a zone otherwise.
    """
    if not chairs:
        return (), ()
    places = frame.placed(np.array([(chair.x, chair.y) for chair in chairs]))
    facing = np.array([(chair.facing + frame.degrees) % 360 for chair in chairs])
    rows = _rows(places, facing)
    seats = [
        seat for number, row in enumerate(rows, 1) for seat in _row(number, row, chairs, places, facing, language)
    ]
    ahead = np.abs((facing - 90 + 180) % 360 - 180) <= 60
    kind = "hall" if ahead.mean() >= 0.9 else "zone"
    name = {"en": "Hall", "zh": "会场"}[language]
    width, pitch = _width(rows, places), _pitch(rows, places)
    return tuple(seats), (Area("hall", name, kind, seat_width=width, row_pitch=pitch),)  # type: ignore[arg-type]


def _rows(places: Floats, facing: Floats) -> list[list[int]]:
    """Return the chairs of each row, the row nearest to the front first, from the left to the right."""
    runs: list[list[int]] = []
    for i in np.lexsort((places[:, 0], -places[:, 1].round(1))).tolist():
        run = next((run for run in reversed(runs) if _goes_on(places, facing, run[-1], i)), None)
        if run is None:
            runs.append([i])
        else:
            run.append(i)
    rows: list[list[int]] = []
    for run in sorted(runs, key=lambda run: -float(np.median(places[run, 1]))):
        level = float(np.median(places[run, 1]))
        row = next((row for row in rows if _is_level(places, facing, row, run, level)), None)
        if row is None:
            rows.append(list(run))
        else:
            row.extend(run)
    return [sorted(row, key=lambda i: places[i, 0]) for row in rows]


def _goes_on(places: Floats, facing: Floats, last: int, chair: int) -> bool:
    """Tell whether a chair stands at the right hand of another one and looks the same way."""
    if abs((facing[last] - facing[chair] + 180) % 360 - 180) > 20:
        return False
    right, ahead = turning(facing[last] - 90.0).T @ (places[chair] - places[last])
    return bool(0 < abs(right) <= _APART and abs(ahead) <= _LEVEL)


def _is_level(places: Floats, facing: Floats, row: list[int], run: list[int], level: float) -> bool:
    same = abs((np.median(facing[row]) - np.median(facing[run]) + 180) % 360 - 180) <= 60
    return bool(same and abs(float(np.median(places[row, 1])) - level) <= _LEVEL)


def _row(
    number: int,
    row: list[int],
    chairs: Sequence[Chair],
    places: Floats,
    facing: Floats,
    language: Language,
) -> Iterator[Seat]:
    across = places[row, 0].tolist()
    positions = row_positions(across)
    printed = seat_numbers(positions)
    gaps = np.concatenate([[0.0], np.hypot(*np.diff(places[row], axis=0).T)])
    blocks = np.cumsum(gaps > _APART).tolist()
    for k, i in enumerate(row):
        x, y = (round(float(value), _DIGITS) + 0.0 for value in places[i])
        label = seat_label(number, printed[k], language=language)
        look = round(float(facing[i]), _DIGITS)
        yield Seat(
            f"hall-{number}-{k + 1}",
            label,
            "hall",
            number,
            printed[k],
            positions[k],
            blocks[k],
            k,
            x,
            y,
            round(chairs[i].z, _DIGITS) + 0.0,
            look,
        )


def _width(rows: list[list[int]], places: Floats) -> float:
    gaps = np.concatenate([np.hypot(*np.diff(places[row], axis=0).T) for row in rows])
    close = gaps[gaps <= _APART]
    return round(float(np.median(close)), 3) if len(close) else 0.55


def _pitch(rows: list[list[int]], places: Floats) -> float:
    levels = np.array([np.median(places[row, 1]) for row in rows])
    gaps = -np.diff(levels)
    gaps = gaps[gaps > 0.5]
    return round(float(np.median(gaps)), 3) if len(gaps) else 0.90
