"""Where a sheet lies in the room: the small key plan, sheet numbers on the overview, neighbours at the edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.problem import Lang
from seatplan.render.page import MM, POINT, Box, Ink, Projection, Text, rectangle
from seatplan.render.seat_ink import line_of
from seatplan.render.style import Style
from seatplan.render.tiles import Tile
from seatplan.render.words import say

__all__ = ["Leaf", "beyond", "key_plan", "numbered"]

DARK = "#404040"
Points = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Leaf:
    """One sheet of a set.

    Parameters
    ----------
    tile : Tile
    number : int
    beside : dict of str to int
        Numbers of the sheets to the ``left``, ``right``, ``front`` and ``back`` of its occupants.
    border : ndarray, shape (corners, 2)
        Round its seats, in metres.
    """

    tile: Tile
    number: int
    beside: dict[str, int]
    border: Points


def key_plan(
    leaves: Sequence[Leaf], leaf: Leaf, box: Box, style: Style, *, turned: bool
) -> tuple[list[Ink], list[Text]]:
    """Draw all sheets small, this one dark.

    Parameters
    ----------
    leaves : sequence of Leaf
    leaf : Leaf
        This one.
    box : Box
        Where, in millimetres; the plan stands at its right.
    style : Style
    turned : bool
    """
    every = np.concatenate([each.border for each in leaves])
    low, high = every.min(axis=0), every.max(axis=0)
    scale = max((high - low) * 1000 / (box[2] - box[0], box[3] - box[1]))
    middle = (float(low[0] + high[0]) / 2, float(low[1] + high[1]) / 2)
    at = box[2] - float(high[0] - low[0]) * 500 / scale, (box[1] + box[3]) / 2
    projection = Projection(float(scale), middle, at, turned)
    inks: list[Ink] = []
    texts: list[Text] = []
    for each in leaves:
        border = projection.points(each.border)
        here = each is leaf
        inks.append(Ink([border], DARK if here else "#ffffff", style.quiet, 0.4, layer=3))
        texts.extend(_number(str(each.number), border, style, colour="#ffffff" if here else style.ink))
    return inks, texts


def _number(text: str, border: Points, style: Style, *, colour: str) -> Iterator[Text]:
    """Yield the number of a sheet where it fits into its border."""
    size = style.floor
    wide, tall = np.ptp(border, axis=0) * MM
    if wide > size * 0.62 * len(text) and tall > size:
        x, y = (border.min(axis=0) + border.max(axis=0)) / 2
        yield line_of(text, float(x), float(y), size, colour=colour)


def numbered(
    leaves: Sequence[Leaf], projection: Projection, size: float, taken: Sequence[Text]
) -> tuple[list[Ink], list[Text]]:
    """Draw the borders of all sheets on the overview, with their numbers where no other word stands.

    Parameters
    ----------
    leaves : sequence of Leaf
    projection : Projection
    size : float
        Of the numbers, in points.
    taken : sequence of Text
        Words that stand there already.
    """
    inks: list[Ink] = []
    texts: list[Text] = []
    boxes = [text.box for text in taken]
    for leaf in leaves:
        border = projection.points(leaf.border)
        inks.append(Ink([border], edge=DARK, width=1.6, dash=(5.0, 2.5), layer=5))
        text = _free(str(leaf.number), border, size, boxes)
        left, bottom, right, top = text.box
        pad = 0.25 * size * POINT
        inks.append(Ink([rectangle(left - pad, bottom, right + pad, top)], DARK, layer=5))
        texts.append(text)
    return inks, texts


def _free(number: str, border: Points, size: float, boxes: Sequence[Box]) -> Text:
    """Return the number at the place nearest to the middle of a border that no word takes."""
    low, high = border.min(axis=0), border.max(axis=0)
    shares = [(0.5 + dx, 0.5 + dy) for dx in SHIFTS for dy in SHIFTS]
    shares.sort(key=lambda share: abs(share[0] - 0.5) + abs(share[1] - 0.5))
    places = (low + (high - low) * share for share in shares)
    found = [line_of(number, float(x), float(y), size, bold=True, colour="#ffffff") for x, y in places]
    return min(found, key=lambda text: _hits(text.box, boxes))


SHIFTS = (0.0, -0.12, 0.12, -0.25, 0.25, -0.38, 0.38)


def _hits(one: Box, boxes: Sequence[Box]) -> int:
    """Return how many boxes one meets."""
    left, bottom, right, top = one
    return sum(left < b[2] and b[0] < right and bottom < b[3] and b[1] < top for b in boxes)


def beyond(
    leaf: Leaf, room: Box, style: Style, size: float, *, lang: Lang, turned: bool, facing: float
) -> Iterator[Text]:
    """Yield at the edges of the drawing which sheet goes on there.

    Parameters
    ----------
    leaf : Leaf
    room : Box
        Of the drawing, in millimetres.
    style : Style
    size : float
    lang : {"zh", "en"}
    turned : bool
    facing : float
        Direction in which most people of the sheet look, in degrees: 90 towards the stage.
    """
    flipped = turned != (np.sin(np.deg2rad(facing)) < 0)
    sides = {"left": "right", "right": "left", "front": "back", "back": "front"} if flipped else {}
    x, y, em = (room[0] + room[2]) / 2, (room[1] + room[3]) / 2, 0.8 * size * POINT
    places = {
        "left": (room[0] + em, y, 90.0, "↑"),
        "right": (room[2] - em, y, 90.0, "↓"),
        "front": (x, room[3] - em, 0.0, "↑"),
        "back": (x, room[1] + em, 0.0, "↓"),
    }
    for way, number in leaf.beside.items():
        px, py, turn, arrow = places[sides.get(way, way)]
        text = f"{arrow} {say(lang, 'sheet_short', number)}"
        yield line_of(text, px, py, size, bold=True, colour=style.quiet, turn=turn)
