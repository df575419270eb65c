"""What the checks measure in a venue: rows, aisles, crossings, doors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.checks.lanes import Aisle, lanes
from seatplan.codes.checks.options import Options
from seatplan.codes.checks.words import PHRASES
from seatplan.codes.exact import Number
from seatplan.codes.finding import Finding, judge
from seatplan.codes.formulas.row_gap import Access
from seatplan.codes.value import Reading
from seatplan.venue import Fixture, Venue

__all__ = ["Hall", "Row"]

Ints = NDArray[np.intp]
Metres = NDArray[np.float64]

_CROSSING = 0.6
"""Rows that stand so much farther apart than the area's pitch have a crossing between them."""
_RAMP = Fraction(1, 12)
_SLACK = 1e-6


@dataclass(frozen=True)
class Row:
    """Seats side by side with an aisle at one end or both.

    Parameters
    ----------
    seats : ndarray of int
        From the occupants' left.
    left, right : bool
        Whether there is an aisle.
    pitch, gap : float
        Metres from the row in front, back to back; and clear.
    place : str

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> from seatplan.codes.checks import Options
    >>> [(len(row.seats), row.access) for row in Hall(from_drawing("ooo oo#"), Options()).rows]
    [(3, 'both'), (2, 'one')]
    """

    seats: Ints
    left: bool
    right: bool
    pitch: float
    gap: float
    place: str

    @property
    def access(self) -> Access:
        """Aisles at both ends, or at one."""
        return "both" if self.left and self.right else "one"

    def leaving(self, side: Literal["left", "right"]) -> int:
        """Return how many people leave by the aisle on a side; the middle one counts on both."""
        return -(-len(self.seats) // 2) if self.access == "both" else len(self.seats) * bool(getattr(self, side))


@dataclass(frozen=True)
class Hall:
    """A venue as the checks see it.

    Parameters
    ----------
    venue : Venue
    options : Options

    Examples
    --------
    >>> from seatplan.venue import auditorium
    >>> from seatplan.codes.checks import Options
    >>> hall = Hall(auditorium(rows=4, blocks="5,8,5", language="en"), Options())
    >>> [(aisle.persons, aisle.place) for aisle in hall.aisles]
    [(28, 'Hall rows 1-4 aisle 1'), (28, 'Hall rows 1-4 aisle 2')]
    """

    venue: Venue
    options: Options

    @property
    def persons(self) -> int:
        """People in the room."""
        return len(self.venue.seats) if self.options.persons is None else self.options.persons

    @cached_property
    def doors(self) -> list[Fixture]:
        """Doors of the room."""
        return [fixture for fixture in self.venue.fixtures if fixture.kind == "door"]

    @cached_property
    def audience(self) -> Ints:
        """Seats that are in rows of a hall."""
        kinds = [area.kind == "hall" for area in self.venue.areas]
        return np.flatnonzero(np.array(kinds, dtype=bool)[self.venue.area_codes])

    @cached_property
    def rows(self) -> list[Row]:
        """Rows of the halls, block by block."""
        audience = set(self.audience.tolist()) if self.venue.xyz.any() else set()
        return [
            self._row(seats, left, right) for seats, left, right in self.venue.runs if int(seats[0]) in audience
        ]

    def _row(self, seats: Ints, left: bool, right: bool) -> Row:
        pitch = float(np.nanmin(np.append(self.apart[seats], np.inf)))
        if np.isinf(pitch):
            pitch = self.venue.areas[self.venue.area_codes[seats[0]]].row_pitch
        seat = self.venue.seats[seats[0]]
        place = self.say("row", area=self.venue.area_by_id[seat.area].label, row=seat.row, block=seat.block + 1)
        return Row(seats, left, right, pitch, pitch - self.options.depth, place)

    @cached_property
    def apart(self) -> Metres:
        """Metres from each seat to the one in front, along the occupant's view; nan without any."""
        found = np.full(len(self.venue.seats), np.nan)
        front, behind = self.venue.front_to_back[:, 0], self.venue.front_to_back[:, 1]
        way = self.venue.xyz[front] - self.venue.xyz[behind]
        facing = np.radians([self.venue.seats[i].facing for i in behind])
        found[behind] = way[:, 0] * np.cos(facing) + way[:, 1] * np.sin(facing)
        return found

    @cached_property
    def stretches(self) -> list[tuple[int, list[int]]]:
        """Rows that follow each other without a crossing: the area and the rows."""
        return [
            (code, stretch)
            for code, area in enumerate(self.venue.areas)
            if area.kind == "hall" and self.venue.xyz.any()
            for stretch in self._stretches(code)
        ]

    def _stretches(self, code: int) -> Iterator[list[int]]:
        here = self.venue.area_codes == code
        rows = np.unique(self.venue.rows[here]).tolist()
        stretch: list[int] = []
        for row in rows:
            if stretch and self._crossing(code, row):
                yield stretch
                stretch = []
            stretch.append(row)
        if stretch:
            yield stretch

    def _crossing(self, code: int, row: int) -> bool:
        """Tell whether a crossing runs in front of a row."""
        apart = self.apart[(self.venue.area_codes == code) & (self.venue.rows == row)]
        known = apart[~np.isnan(apart)]
        return bool(len(known) and known.min() >= self.venue.areas[code].row_pitch + _CROSSING - _SLACK)

    def crossing_width(self, code: int, row: int) -> float:
        """Return the metres by which a row stands farther from the one in front than the area's pitch."""
        here = (self.venue.area_codes == code) & (self.venue.rows == row)
        return float(np.nanmin(self.apart[here])) - self.venue.areas[code].row_pitch

    @cached_property
    def aisles(self) -> list[Aisle]:
        """Aisles between blocks and along walls, from crossing to crossing."""
        return [aisle for code, stretch in self.stretches for aisle in lanes(self, code, stretch)]

    @cached_property
    def parts(self) -> dict[tuple[int, int], list[Row]]:
        """Parts of each row from the occupants' left, by area and row."""
        parts: dict[tuple[int, int], list[Row]] = {}
        for row in self.rows:
            seat = int(row.seats[0])
            parts.setdefault((int(self.venue.area_codes[seat]), int(self.venue.rows[seat])), []).append(row)
        return parts

    def is_stepped(self, code: int) -> bool:
        """Tell whether the rows of an area rise more than a ramp may."""
        behind = self.venue.front_to_back[:, 1]
        mine = behind[self.venue.area_codes[behind] == code]
        front = self.venue.front_to_back[self.venue.area_codes[behind] == code, 0]
        rise = self.venue.xyz[mine, 2] - self.venue.xyz[front, 2]
        return bool(np.any(np.abs(rise) > float(_RAMP) * self.apart[mine] + _SLACK))

    def say(self, phrase: str, **names: object) -> str:
        """Return a place in the language of the options, see `words.PHRASES`."""
        return PHRASES[self.options.language][phrase].format(**names)

    def say_stretch(self, phrase: str, code: int, rows: list[int], **names: object) -> str:
        """Return a place in the rows of an area."""
        return self.say(phrase, area=self.venue.areas[code].label, first=rows[0], last=rows[-1], **names)

    def say_seats(self, seats: list[int]) -> str:
        """Return the first of some seats, and how many more there are."""
        first = self.venue.seats[seats[0]].label
        return self.say("seats", seat=first, more=len(seats) - 1) if seats[1:] else first

    def judge(
        self,
        readings: list[Reading],
        found: Number,
        place: str,
        *,
        needed: Number | None = None,
        asked: str = "",
        seats: Iterable[int] = (),
    ) -> Iterator[Finding]:
        """Yield what is wrong with something that was found, see `finding.judge`."""
        ids = [self.venue.seats[i].id for i in seats]
        source = self.options.single_source
        finding = judge(readings, found, place=place, needed=needed, asked=asked, seats=ids, single_source=source)
        if finding is not None:
            yield finding
