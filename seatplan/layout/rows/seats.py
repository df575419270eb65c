"""Rows and aisles as seats, areas and fixtures of a venue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

import numpy as np

from seatplan.layout.ground import Ground
from seatplan.layout.rows.bays import Bays
from seatplan.layout.rows.family import Family
from seatplan.layout.rows.pieces import Aisle, Piece
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.sets import RowSet
from seatplan.venue import COMPANION, WHEELCHAIR, Area, Fixture, Seat, seat_label, seat_numbers
from seatplan.venue.numbering import Language, Numbers, row_positions
from seatplan.venue.seat import AreaKind

__all__ = ["RowSeats", "aisle_fixtures"]

_MICRO = 6
_BESIDE = 0.55
_WORDS = {"en": ("Hall", "Aisle", "Cross aisle"), "zh": ("会场", "过道", "横过道")}


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place of a row before it is numbered."""

    across: float
    piece: Piece
    end: str
    features: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class RowSeats:
    """Makes seats of rows.

    Parameters
    ----------
    here : Ground
    family : Family
    rule : RowRule
    rows : RowSet
    back : float
        Metres from the end of a row's strip to the middle of a seat.
    numbers : str
    language : {"zh", "en"}
    kind : str
        Of the area.
    bays : mapping
        Wheelchair spaces, see `rows.bays.Bays`.
    """

    here: Ground
    family: Family
    rule: RowRule
    rows: RowSet
    back: float
    numbers: Numbers = "odd_left_even_right"
    language: Language = "en"
    kind: AreaKind = "hall"
    bays: Bays = field(default_factory=dict)

    @property
    def area(self) -> Area:
        """The hall."""
        width = self.rule.unit / self.rule.persons
        return Area("hall", _WORDS[self.language][0], self.kind, 1, round(width, _MICRO), self.rule.pitch)

    def seats(self, pieces: Sequence[Piece]) -> list[Seat]:
        """Return the seats of pieces, row by row from the front and from the left."""
        used = [piece for piece in pieces if self._persons(piece)]
        rows = [list(group) for _, group in groupby(sorted(used, key=_order), key=lambda piece: piece.row)]
        first, last = 1, len(rows)
        walled = self._back_is_wall
        return [
            seat
            for number, row in enumerate(rows, first)
            for seat in self._row(number, row, frozenset({"back"}) if number == last and walled else frozenset())
        ]

    @property
    def _back_is_wall(self) -> bool:
        """Tell whether there is no passage behind the last row."""
        return not any(near >= self.rows.strips[-1][1] - 1e-6 for near, _ in self.rows.passages)

    def _persons(self, piece: Piece) -> int:
        return piece.persons(self.rule, self.family.scale(piece.strip[0]))

    def _spots(self, piece: Piece) -> Iterator[_Spot]:
        """Yield the places of a piece from the left."""
        scale, persons, each = self.family.scale(piece.strip[0]), self._persons(piece), self.rule.persons
        left, _ = piece.extent(self.rule, scale, persons)
        step, width = (self.rule.unit + self.rule.gap) * scale, self.rule.unit / each * scale
        for k in range(persons):
            unit, place = divmod(k, each)
            end = ("left" if k == 0 else "") + ("right" if k == persons - 1 else "")
            yield _Spot(left + unit * step + (place + 0.5) * width, piece, end)

    def _kept(self, piece: Piece) -> list[_Spot]:
        """Return the places of a piece with its wheelchair spaces, and without the seats before others."""
        spots = list(self._spots(piece))
        for side, slots, width in self.bays.get((piece.row, piece.left), ()):
            first, rest = (spots[0], spots[slots:]) if side == "left" else (spots[-1], spots[:-slots])
            if width:
                hand = 1 if side == "left" else -1
                out = (width - self.rule.unit) / 2 * self.family.scale(piece.strip[0])
                space = replace(first, across=first.across + hand * out, features=frozenset({WHEELCHAIR}))
                near = 0 if side == "left" else -1
                rest[near] = replace(rest[near], features=frozenset({COMPANION}))
                rest.insert(0 if side == "left" else len(rest), space)
            elif rest:
                near = 0 if side == "left" else -1
                rest[near] = replace(rest[near], end=rest[near].end + side)
            spots = rest
        return spots

    def _row(self, number: int, row: Sequence[Piece], walls: frozenset[str]) -> Iterator[Seat]:
        spots = [spot for piece in row for spot in self._kept(piece)]
        positions = row_positions([spot.across for spot in spots])
        printed = seat_numbers(positions, self.numbers)
        for k, spot in enumerate(spots):
            yield self._seat((number, k + 1, printed[k]), spot, positions[k], walls)

    def _seat(self, names: tuple[int, int, int], spot: _Spot, position: float, walls: frozenset[str]) -> Seat:
        row, place, number = names
        out = spot.piece.strip[1] - self.back
        x, y, facing = self.family.place(spot.across, out)
        return Seat(
            f"hall-{row}-{place}",
            seat_label(row, number, language=self.language),
            "hall",
            row,
            number,
            position,
            spot.piece.block,
            self._column(spot.across),
            round(x, _MICRO) + 0.0,
            round(y, _MICRO) + 0.0,
            round(self.here.rise(out), _MICRO) + 0.0,
            round(facing, _MICRO),
            features=spot.features,
            walls=walls | self._closed(spot, out),
        )

    def _closed(self, spot: _Spot, out: float) -> frozenset[str]:
        """Return the ends of a piece at which one does not leave it: beside a seat there is no landing either."""
        step = (self.rule.unit / self.rule.persons / 2 + _BESIDE) * self.family.scale(spot.piece.strip[0])
        beside = self.family.at_landing(np.array([spot.across - step, spot.across + step]), out)
        ends = zip(("left", "right"), spot.piece.exits, beside.tolist(), strict=True)
        return frozenset(side for side, way, free in ends if side in spot.end and way is None and not free)

    def _column(self, across: float) -> int:
        """Return a column: as wide as a seat, so that two seats of a row never share it."""
        step = min(self.rule.unit / self.rule.persons, self.rule.unit + self.rule.gap)
        least = min(
            (reach.left for strip in self.rows.strips for reach in self.family.reaches(*strip)), default=0.0
        )
        scale = min(self.family.scale(strip[0]) for strip in self.rows.strips)
        return int((across - least) / (step * scale) + 1e-6)


def _order(piece: Piece) -> tuple[int, float]:
    return piece.row, piece.left


def aisle_fixtures(
    family: Family, rows: RowSet, aisles: Sequence[Aisle], language: Language = "en"
) -> Iterator[Fixture]:
    """Yield the aisles between straight rows and the cross aisles as fixtures; of curved rows, none.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> from seatplan.layout.rows.family import Straight
    >>> rows = RowSet(((1.5, 2.0), (2.0, 2.9)), ())
    >>> family = Straight(ground(Room(((0, 0), (8, 0), (8, 6), (0, 6)))), 1.5)
    >>> [(aisle.x, aisle.y, aisle.depth) for aisle in aisle_fixtures(family, rows, [Aisle(0.0, 1.0)])]
    [(0.0, -2.2, 1.4)]
    """
    if family.name != "straight" or not rows.strips:
        return
    _, aisle, cross = _WORDS[language]
    near, far = rows.strips[0][0], rows.strips[-1][1]
    for i, way in enumerate(aisles, 1):
        place = round(way.middle, _MICRO), round(-(near + far) / 2, _MICRO)
        size = round(way.width, _MICRO), round(far - near, _MICRO)
        yield Fixture(f"hall-aisle-{i}", aisle, "aisle", *place, *size, area="hall")
    left = min(reach.left for strip in rows.strips for reach in family.reaches(*strip))
    right = max(reach.right for strip in rows.strips for reach in family.reaches(*strip))
    inner = [(a, b) for a, b in rows.passages if near < a and b < far]
    for i, (a, b) in enumerate(inner, len(aisles) + 1):
        place = round((left + right) / 2, _MICRO), round(-(a + b) / 2, _MICRO)
        size = round(right - left, _MICRO), round(b - a, _MICRO)
        yield Fixture(f"hall-aisle-{i}", cross, "aisle", *place, *size, area="hall")
