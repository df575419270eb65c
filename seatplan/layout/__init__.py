"""The room itself: how many people it takes in a style, where the seats stand, and why not more."""

from seatplan.layout.room import Room
from seatplan.layout.room_parts import Box, Door, FloorStep, Pillar, Screen, Stage
from seatplan.layout.sketch import from_sketch

__all__ = ["Box", "Door", "FloorStep", "Pillar", "Room", "Screen", "Stage", "from_sketch"]
