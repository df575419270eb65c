"""Rooms and venues as SVG drawings: a unit of the picture is a metre, a group a layer, every seat has its id."""

from __future__ import annotations

from html import escape
from itertools import groupby

import numpy as np

from seatplan.io.dxf.names import LAYERS, Kind
from seatplan.io.plan_parts import Part, plan_parts
from seatplan.layout.room import Room
from seatplan.layout.shapes import Points, turning
from seatplan.venue import Venue

__all__ = ["svg_bytes"]

_SCALE = 10.0
"""Millimetres on paper for a metre: 1 : 100."""
_MARGIN = 0.5
_INK: dict[Kind, str] = {
    "walls": 'fill="#ffffff" stroke="#000000" stroke-width="0.08"',
    "doors": 'fill="none" stroke="#333333" stroke-width="0.03"',
    "pillars": 'fill="#555555" stroke="none"',
    "stage": 'fill="#f2f2f2" stroke="#333333" stroke-width="0.03"',
    "screen": 'fill="none" stroke="#000000" stroke-width="0.1"',
    "aisles": 'fill="none" stroke="#999999" stroke-width="0.02" stroke-dasharray="0.2 0.1"',
    "keep_clear": 'fill="#e6e6e6" stroke="#666666" stroke-width="0.02"',
    "power": 'fill="#000000" stroke="none"',
    "chairs": 'fill="#ffffff" stroke="#333333" stroke-width="0.02"',
    "fixtures": 'fill="none" stroke="#666666" stroke-width="0.02"',
    "areas": 'fill="#666666" font-size="0.3" text-anchor="middle"',
}
_ORDER: tuple[Kind, ...] = tuple(_INK)


def svg_bytes(room: Room | None = None, venue: Venue | None = None) -> bytes:
    """Return an SVG drawing at 1 : 100 whose coordinates are metres; y grows downwards.

    Parameters
    ----------
    room : Room, optional
    venue : Venue, optional
        Its seats and fixtures; the room is then drawn in the venue's frame.

    Returns
    -------
    bytes
        Groups have the names of layers; a seat is ``<g id="seat-..." data-seat-id data-seat-label>``, and its
        ``transform`` has its place in metres.

    Examples
    --------
    >>> svg_bytes(Room(((0, 0), (8, 0), (8, 6), (0, 6)))).decode().splitlines()[0][40:]
    'width="90mm" height="70mm" viewBox="-0.5 -6.5 9 7">'
    """
    parts = sorted(plan_parts(room, venue), key=lambda part: _ORDER.index(part.kind))
    points = np.concatenate([part.points for part in parts] or [np.zeros((1, 2))])
    low, high = points.min(axis=0) - _MARGIN, points.max(axis=0) + _MARGIN
    name = venue.name if venue is not None else room.name if room is not None else ""
    lines = [_head(low, high), f"<title>{_safe(name)}</title>"]
    for kind, group in groupby(parts, key=lambda part: part.kind):
        lines += [f'<g id="{LAYERS[kind][0]}" {_INK[kind]}>', *map(_one, group), "</g>"]
    return "\n".join([*lines, "</svg>", ""]).encode("utf-8")


def _head(low: Points, high: Points) -> str:
    width, height = (high - low).tolist()
    size = f'width="{_n(width * _SCALE)}mm" height="{_n(height * _SCALE)}mm"'
    box = f"{_n(low[0])} {_n(-high[1])} {_n(width)} {_n(height)}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{box}">'


def _one(part: Part) -> str:
    """Return the element of a part."""
    if part.kind == "chairs":
        return _seat(part)
    title = f"<title>{_safe(part.label)}</title>" if part.label else ""
    if part.kind == "areas":
        x, y = part.points[0]
        return f'<text x="{_n(x)}" y="{_n(-y)}">{_safe(part.label)}</text>'
    if part.circle or len(part.points) == 1:
        x, y = part.points[0]
        return f'<circle cx="{_n(x)}" cy="{_n(-y)}" r="{_n(part.circle / 2 or 0.08)}">{title}</circle>'
    return f'<path d="{_way(part.points, part.closed)}{_swings(part)}">{title}</path>'


def _seat(part: Part) -> str:
    """Return a seat: its place and turn as a transform of a square whose occupant looks up."""
    x, y = part.points.mean(axis=0)
    key, label = (_safe(str(part.data[name])) for name in ("id", "label"))
    half = float(np.ptp(part.points @ turning(part.turn), axis=0)[0]) / 2
    turn = f" rotate({_n(-part.turn)})" if part.turn else ""
    marks = _safe(" ".join(sorted(part.data.get("features", ()))))
    category = f' data-seat-category="{marks}"' if marks else ""
    square = f"M{_n(-half)} {_n(-half)}H{_n(half)}V{_n(half)}H{_n(-half)}Z"
    return (
        f'<g id="seat-{key}" data-seat-id="{key}" data-seat-label="{label}"{category} '
        f'transform="translate({_n(x)} {_n(-y)}){turn}"><path d="{square}"/><title>{label}</title></g>'
    )


def _swings(part: Part) -> str:
    """Return the leaves of a door where they stand open, and their swings."""
    found = ""
    for leaf in part.leaves:
        hinge, shut, opened = (f"{_n(x)} {_n(-y)}" for x, y in (leaf.hinge, leaf.shut, leaf.opened))
        start, end = (np.subtract(place, leaf.hinge) for place in (leaf.shut, leaf.opened))
        counter = start[0] * end[1] - start[1] * end[0] > 0
        found += f"M{hinge}L{opened}M{shut}A{_n(leaf.width)} {_n(leaf.width)} 0 0 {0 if counter else 1} {opened}"
    return found


def _way(points: Points, closed: bool) -> str:
    return "M" + "L".join(f"{_n(x)} {_n(-y)}" for x, y in points.tolist()) + ("Z" if closed else "")


def _n(number: float) -> str:
    """Write a number of metres, exact to a micrometre."""
    return f"{number:.6f}".rstrip("0").rstrip(".") if abs(number) >= 5e-7 else "0"


def _safe(text: str) -> str:
    """Escape a text, without the characters that XML has no way to write."""
    return escape("".join(c if c in "\t\n" or c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text))
