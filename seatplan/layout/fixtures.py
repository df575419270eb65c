"""What of a room stands in its venue: walls, doors, pillars, stage and screen, as fixtures."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from seatplan.layout.ground import Ground, Threshold
from seatplan.layout.shapes import Points, edges
from seatplan.venue import Fixture
from seatplan.venue.numbering import Language
from seatplan.venue.seat import FixtureKind

__all__ = ["fixtures_of"]

_THICK = 0.1
_WORDS = {
    "en": {
        "stage": "Stage",
        "screen": "Screen",
        "wall": "Wall",
        "pillar": "Pillar",
        "closed": "Closed door",
        "steps": "Steps",
        "ramp": "Ramp",
        "kept": "Kept clear",
    },
    "zh": {
        "stage": "舞台",
        "screen": "银幕",
        "wall": "墙",
        "pillar": "柱",
        "closed": "关闭的门",
        "steps": "台阶",
        "ramp": "坡道",
        "kept": "保留区",
    },
}


def fixtures_of(here: Ground, language: Language = "en") -> tuple[Fixture, ...]:
    """Return walls, doors, pillars, stage, its steps, screen and what is kept clear.

    Examples
    --------
    >>> from seatplan.layout import Door, Room
    >>> from seatplan.layout.ground import ground
    >>> room = Room(((0, 0), (8, 0), (8, 6), (0, 6)), (Door(4, 0, 1.6),))
    >>> [(thing.kind, thing.label, thing.width) for thing in fixtures_of(ground(room))][:3]
    [('door', 'door 1', 1.6), ('wall', 'Wall', 8.0), ('wall', 'Wall', 6.0)]
    """
    return (*_doors(here, language), *_walls(here, language), *_solids(here, language), *_front(here, language))


def _doors(here: Ground, language: Language) -> Iterator[Fixture]:
    for i, threshold in enumerate(here.doors, 1):
        door, (x, y) = threshold.door, _rounded(threshold.place)
        name = door.label(language)
        label = name if not door.closed else f"{_WORDS[language]['closed']} {name}"
        kind: FixtureKind = "other" if door.closed else "door"
        turn = _turn(threshold)
        yield Fixture(
            f"door-{i}",
            label,
            kind,
            x,
            y,
            door.width,
            _THICK,
            turn,
            step_free=door.step_free,
        )


def _turn(threshold: Threshold) -> float:
    return round(threshold.turn % 180.0, 6)


def _walls(here: Ground, language: Language) -> Iterator[Fixture]:
    """Yield the walls just outside of the room."""
    for i, (start, end) in enumerate(edges(here.walls), 1):
        way = end - start
        length = float(np.hypot(*way))
        out = np.array([way[1], -way[0]]) / length * _THICK / 2
        x, y = _rounded((start + end) / 2 + out)
        turn = round(float(np.degrees(np.arctan2(way[1], way[0]))) % 180.0, 6)
        yield Fixture(f"wall-{i}", _WORDS[language]["wall"], "wall", x, y, round(length, 6), _THICK, turn)


def _solids(here: Ground, language: Language) -> Iterator[Fixture]:
    """Yield pillars and what is kept clear, by the rectangles about them."""
    pillars = len(here.room.pillars)
    things = here.solid[: pillars + len(here.room.keep_clear)]
    for i, outline in enumerate(things, 1):
        low, high = outline.min(axis=0), outline.max(axis=0)
        (x, y), (width, depth) = _rounded((low + high) / 2), _rounded(high - low)
        if i <= pillars:
            yield Fixture(f"pillar-{i}", _WORDS[language]["pillar"], "wall", x, y, width, depth)
        else:
            name = here.room.keep_clear[i - pillars - 1].name or _WORDS[language]["kept"]
            yield Fixture(f"kept-{i - pillars}", name, "other", x, y, width, depth)


def _front(here: Ground, language: Language) -> Iterator[Fixture]:
    words, room = _WORDS[language], here.room
    if here.stage is not None and room.stage is not None:
        low, high = here.stage.min(axis=0), here.stage.max(axis=0)
        (x, y), (width, depth) = _rounded((low + high) / 2), _rounded(high - low)
        yield Fixture("stage", words["stage"], "stage", x, y, width, depth, height=room.stage.height)
        for side, outline in here.steps.items():
            ramp = side == room.stage.ramp
            label, (x, y) = words["ramp" if ramp else "steps"], _rounded(outline.mean(axis=0))
            width, depth = _rounded(np.ptp(outline, axis=0))
            yield Fixture(f"steps-{side}", label, "steps", x, y, width, depth, step_free=ramp)
    if room.screen is not None and here.screen is not None:
        x, y = _rounded(here.screen)
        size = room.screen.width, _THICK
        yield Fixture(
            "screen", words["screen"], "screen", x, y, *size, z=room.screen.bottom, height=room.screen.height
        )


def _rounded(place: Points) -> tuple[float, float]:
    return round(float(place[0]), 6) + 0.0, round(float(place[1]), 6) + 0.0
