"""What a venue does not say of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Literal

from seatplan.codes.checks.words import Language
from seatplan.codes.code import load_pack
from seatplan.codes.formulas.exits import Protection
from seatplan.codes.formulas.row_limit import Building
from seatplan.codes.formulas.row_pitch import Chair
from seatplan.codes.formulas.screen import ScreenUse
from seatplan.codes.standing import Level
from seatplan.errors import Fault, refuse

__all__ = ["Options", "Performance"]

Performance = Literal["", "opera", "drama", "thrust"]
"""What a theatre plays, and so how far its seats may be."""

_LEAST = {"persons": 1, "gang": 1, "floor_area": 1}


@dataclass(frozen=True, kw_only=True)
class Options:
    """What a venue does not say of itself.

    Parameters
    ----------
    chair : {"soft", "hard"}
    chair_depth : float, optional
        Depth that a chair takes from its row's pitch, with a seat that rises by itself when it is up; by
        default that of practice.
    gym : bool
        Whether the room is a gymnasium.
    protection : {"", "sprinklered", "rating-iii", "gym"}
    persons : int, optional
        In the room; by default one on each seat.
    floor_area : float, optional
        Square metres between the walls that people may use; without it nobody is reckoned by area.
    gang : int, optional
        Chairs that are fastened together at most; 1 where each stands alone, None where they are fixed.
    screen_use : {"detail", "reading", "video"}
    performance : {"", "opera", "drama", "thrust"}
        What a theatre plays; empty where only speeches are made.
    voice : float, optional
        Level of the talker or of the loudspeakers in dBA, a metre away from lectern or stage.
    noise : float
        Level of the noise at the seats in dBA.
    single_source : {"must", "warn", "advise"}
        What values with a single source do.
    language : {"en", "zh"}
        Of the places that findings name.

    Examples
    --------
    >>> Options(chair="hard").protection
    ''
    """

    chair: Chair = "soft"
    chair_depth: float | None = None
    gym: bool = False
    protection: Protection = ""
    persons: int | None = None
    floor_area: float | None = None
    gang: int | None = None
    screen_use: ScreenUse = "reading"
    performance: Performance = ""
    voice: float | None = None
    noise: float = 45.0
    single_source: Level = "warn"
    language: Language = "en"

    def __post_init__(self) -> None:
        refuse(self._faults())

    def _faults(self) -> Iterator[Fault]:
        for name in ("chair_depth", "persons", "floor_area", "gang", "voice", "noise"):
            value = getattr(self, name)
            if value is not None and not (isfinite(value) and value >= _LEAST.get(name, 0)):
                mend = f"give a number of at least {_LEAST.get(name, 0):g}"
                yield Fault(f"option {name.replace('_', ' ')}", f"it cannot be {value:g}", mend)

    @property
    def depth(self) -> float:
        """Depth of a chair in metres."""
        return float(load_pack("practice").si("chair.depth")) if self.chair_depth is None else self.chair_depth

    @property
    def building(self) -> Building:
        """Whose rows are counted."""
        return "gym" if self.gym else "theatre"
