"""The room itself: how many people it takes in a style, where the seats stand, and why not more."""

from seatplan.layout.layout import Layout, Limit
from seatplan.layout.room import Room
from seatplan.layout.room_parts import Box, Door, FloorStep, Pillar, Screen, Stage
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.sketch import from_sketch
from seatplan.layout.styles.registry import STYLES, Style, lay_out
from seatplan.layout.styles.theatre import theatre

__all__ = [
    "STYLES",
    "Box",
    "Door",
    "FloorStep",
    "Layout",
    "Limit",
    "Pillar",
    "Room",
    "RowRule",
    "Screen",
    "Stage",
    "Style",
    "from_sketch",
    "lay_out",
    "theatre",
]
