"""Which layers and blocks of a DXF drawing mean what, in English and Chinese, or as the user says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

from seatplan.errors import Fault, InputError, refuse
from seatplan.io.accept import given, model_of
from seatplan.io.border import Reading, read_as
from seatplan.io.tree import read_yaml
from seatplan.layout.room_parts import Side

__all__ = ["LAYERS", "UNITS", "DxfNames", "DxfUnit", "Kind", "read_dxf_names"]

Kind = Literal[
    "walls", "doors", "pillars", "stage", "screen", "aisles", "keep_clear", "power", "chairs", "fixtures", "areas"
]
DxfUnit = Literal["m", "dm", "cm", "mm", "ft", "in"]
UNITS: dict[DxfUnit, float] = {"m": 1.0, "dm": 0.1, "cm": 0.01, "mm": 0.001, "ft": 0.3048, "in": 0.0254}

LAYERS: dict[Kind, tuple[str, str, int]] = {
    "walls": ("WALL", "墙", 7),
    "doors": ("DOOR", "门", 3),
    "pillars": ("PILLAR", "柱", 8),
    "stage": ("STAGE", "舞台", 6),
    "screen": ("SCREEN", "银幕", 4),
    "aisles": ("AISLE", "过道", 9),
    "keep_clear": ("KEEP_CLEAR", "保留区", 1),
    "power": ("POWER", "插座", 2),
    "chairs": ("SEAT", "座位", 5),
    "fixtures": ("FIXTURE", "设施", 9),
    "areas": ("AREA", "区域", 8),
}
"""The layer that seatplan writes for each kind, in English and Chinese, and its colour (AutoCAD colour index).

Fixtures and areas are read from its own drawings alone: others have layers of these names for other things."""


@dataclass(frozen=True, kw_only=True)
class DxfNames:
    """Which layers and blocks mean what; names without regard to case, ``*`` and ``?`` stand for anything.

    A plain word fits a name that is the word, or has it between ``-``, ``_``, ``$``, ``|`` or spaces: ``wall``
    fits ``A-WALL-EXST``. A Chinese word fits wherever it stands: ``墙`` fits ``建筑墙体``.

    Parameters
    ----------
    walls, doors, pillars, stage, screen, aisles, keep_clear, power, chairs : tuple of str
    unit : {"m", "dm", "cm", "mm", "ft", "in"}, optional
        Of all lengths, whatever the drawing says of it.
    gap : float
        Metres by which walls may fail to meet.
    front : {"top", "right", "bottom", "left"}, optional
        Side of the drawing to which the audience looks; by default the side of the stage, or the top.
    chair_front : float
        Where somebody on a chair looks, in the frame of the chair's block: degrees counter-clockwise from x.

    Examples
    --------
    >>> names = DxfNames()
    >>> names.kind("A-WALL-EXST"), names.kind("建筑墙体"), names.kind("0", "office chair"), names.kind("A-DIMS")
    ('walls', 'walls', 'chairs', None)
    """

    walls: tuple[str, ...] = ("wall", "walls", "墙")
    doors: tuple[str, ...] = ("door", "doors", "门")
    pillars: tuple[str, ...] = ("pillar", "pillars", "column", "columns", "col", "cols", "柱")
    stage: tuple[str, ...] = ("stage", "dais", "podium", "platform", "舞台", "主席台", "讲台")
    screen: tuple[str, ...] = ("screen", "银幕", "屏幕", "投影幕")
    aisles: tuple[str, ...] = ("aisle", "aisles", "过道", "走道", "通道")
    keep_clear: tuple[str, ...] = ("keep_clear", "keep-clear", "keepclear", "保留区", "禁区")
    power: tuple[str, ...] = ("power", "socket", "sockets", "outlet", "outlets", "插座")
    chairs: tuple[str, ...] = ("chair", "chairs", "seat", "seats", "seating", "座椅", "椅子", "座位", "席位")
    unit: DxfUnit | None = None
    gap: float = 0.05
    front: Side | None = None
    chair_front: float = 90.0

    def __post_init__(self) -> None:
        if not 0 <= self.gap <= 1:
            refuse([Fault("gap", f"{self.gap:g} m", "give metres from 0 to 1, such as 0.05")])

    def kind(self, layer: str, block: str = "") -> Kind | None:
        """Return what a layer means, or else a block; None for neither."""
        for name in (layer, block):
            for kind in LAYERS:
                words = getattr(self, kind, ())
                if any(_fits(word.casefold(), name.casefold()) for word in words):
                    return kind
        return None


def _fits(word: str, name: str) -> bool:
    if "*" in word or "?" in word:
        return fnmatchcase(name, word)
    if not word.isascii():
        return word in name
    return word == name or word in re.split(r"[^a-z0-9]+", name)


def read_dxf_names(path: Path | str) -> DxfNames:
    """Read which layers and blocks mean what from a file of YAML, whose keys are those of `DxfNames`.

    Parameters
    ----------
    path : path

    Returns
    -------
    DxfNames
        A key that is given takes the place of the words for that kind.

    Raises
    ------
    InputError
        For a missing file, unknown keys and wrong values, with line and column.
    """
    reading = Reading(read_yaml(path))
    keys = read_as(model_of(DxfNames), reading.tree.data, reading)
    refuse(reading.in_order())
    assert keys is not None
    try:
        return DxfNames(**given(keys))
    except InputError as error:
        raise InputError(Fault(f"{Path(path).name} {f.where}", f.found, f.mend) for f in error.faults) from None
