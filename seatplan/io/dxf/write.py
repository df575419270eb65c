"""Rooms and venues as DXF drawings in metres: one layer a kind of thing, every chair a block reference."""

from __future__ import annotations

from io import StringIO
from typing import Any

import numpy as np

from seatplan.io.dxf.about import about_room, escaped, words
from seatplan.io.dxf.names import LAYERS
from seatplan.io.dxf.open import need_ezdxf
from seatplan.io.dxf.things import APP
from seatplan.io.plan_parts import Part, in_venue, plan_parts
from seatplan.layout.room import Room
from seatplan.venue import Venue
from seatplan.venue.numbering import Language

__all__ = ["dxf_bytes"]

_SEAT = "SEATPLAN_SEAT"
_HALF = 0.225
_TEXT = 0.25


def dxf_bytes(room: Room | None = None, venue: Venue | None = None, *, language: Language = "en") -> bytes:
    """Return a DXF drawing, version R2010, in metres; the same input gives the same bytes.

    Parameters
    ----------
    room : Room, optional
    venue : Venue, optional
        Its seats and fixtures; the room is then drawn in the venue's frame.
    language : {"en", "zh"}
        Of the names of layers.

    Returns
    -------
    bytes
        `seatplan.io.dxf.read.read_dxf` reads it back.

    Raises
    ------
    InputError
        If ``ezdxf`` is not installed.
    """
    need_ezdxf()
    from ezdxf._options import options

    before = options.write_fixed_meta_data_for_testing
    options.write_fixed_meta_data_for_testing = True  # the hour and the name of a drawing would differ each time
    try:
        return _drawn(room, venue, language).encode("utf-8")
    finally:
        options.write_fixed_meta_data_for_testing = before


def _drawn(room: Room | None, venue: Venue | None, language: Language) -> str:
    doc = need_ezdxf().new("R2010", units=6)
    doc.appids.add(APP)
    for names in LAYERS.values():
        doc.layers.add(names[language == "zh"], color=names[2])
    _seat_block(doc)
    _about(doc, room, venue, language)
    drawing = _Drawing(doc, language)
    for part in plan_parts(room, venue):
        drawing.add(part)
    text = StringIO()
    doc.write(text)
    return text.getvalue()


def _seat_block(doc: Any) -> None:
    """Add the block of a chair: its occupant looks up, towards the bar."""
    block, h = doc.blocks.new(_SEAT), _HALF
    block.add_lwpolyline([(-h, -h), (h, -h), (h, h), (-h, h)], close=True, dxfattribs={"layer": "0"})
    block.add_line((-h, h * 0.6), (h, h * 0.6), dxfattribs={"layer": "0"})


def _about(doc: Any, room: Room | None, venue: Venue | None, language: Language) -> None:
    about = list(about_room(room if venue is None else in_venue(room))) if room is not None else []
    about += [("venue", venue.name)] if venue is not None else []
    for key, value in (*about, ("language", language)):
        doc.header.custom_vars.append(f"{APP} {key}", escaped(value))


class _Drawing:
    """Adds parts to the model space."""

    def __init__(self, doc: Any, language: Language) -> None:
        self.doc, self.space, self.language = doc, doc.modelspace(), language
        self.doors = 0

    def add(self, part: Part) -> None:
        attributes = {"layer": LAYERS[part.kind][self.language == "zh"]}
        entity = self._entity(part, attributes)
        entity.set_xdata(APP, words({"as": part.kind, **part.data}))

    def _entity(self, part: Part, attributes: dict[str, Any]) -> Any:
        if part.kind == "chairs":
            x, y = part.points.mean(axis=0).tolist()
            return self.space.add_blockref(
                _SEAT, (x, y, part.height), dxfattribs={**attributes, "rotation": part.turn}
            )
        if part.kind == "areas":
            text = self.space.add_text(escaped(part.label), height=_TEXT, dxfattribs=attributes)
            return text.set_placement(tuple(part.points[0]))
        if part.kind == "doors":
            return self._door(part, attributes)
        if part.circle:
            return self.space.add_circle(tuple(part.points[0]), part.circle / 2, dxfattribs=attributes)
        if len(part.points) == 1 or not np.ptp(part.points, axis=0).any():
            return self.space.add_point(tuple(part.points[0]), dxfattribs=attributes)
        if not part.closed:
            return self.space.add_line(tuple(part.points[0]), tuple(part.points[1]), dxfattribs=attributes)
        return self.space.add_lwpolyline(part.points.tolist(), close=True, dxfattribs=attributes)

    def _door(self, part: Part, attributes: dict[str, Any]) -> Any:
        """Return a door as a block of its own: the opening, the leaves where they stand open, their swings."""
        self.doors += 1
        middle = part.points.mean(axis=0)
        block = self.doc.blocks.new(f"SEATPLAN_DOOR_{self.doors}")
        block.add_line(*(tuple(end - middle) for end in part.points), dxfattribs={"layer": "0"})
        for leaf in part.leaves:
            hinge, opened = (tuple(np.subtract(place, middle)) for place in (leaf.hinge, leaf.opened))
            block.add_line(hinge, opened, dxfattribs={"layer": "0"})
            block.add_arc(hinge, leaf.width, *leaf.sweep, dxfattribs={"layer": "0"})
        return self.space.add_blockref(block.name, tuple(middle), dxfattribs=attributes)
