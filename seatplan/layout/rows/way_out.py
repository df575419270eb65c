"""Who gets out: the rows, the aisles and the doors of one part of the floor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from seatplan.layout.floor import Floor, Labels
from seatplan.layout.ground import Ground
from seatplan.layout.rows.family import Family
from seatplan.layout.rows.pieces import Piece
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.shapes import Points

__all__ = ["Cap", "WayOut", "way_out"]

Cap = Callable[[frozenset[str]], int]
"""How many people may leave by doors of these names."""
_LOST = 2
"""Cells by which the grid may make an aisle narrower."""
Ends = tuple[int, int]
"""Part of the floor to which a piece opens at the left and at the right; 0 for none."""


@dataclass(frozen=True)
class WayOut:
    """Those who can leave, and by which doors.

    Parameters
    ----------
    pieces : tuple of Piece
        With those exits only by which one gets out.
    persons : int
        Who sit there, as far as the doors allow.
    seats : int
        Who sit there.
    doors : frozenset of str
        Names of the doors of the part of the floor that leads to most.
    """

    pieces: tuple[Piece, ...] = ()
    persons: int = 0
    seats: int = 0
    doors: frozenset[str] = frozenset()


def way_out(
    here: Ground, floor: Floor, family: Family, rule: RowRule, pieces: Sequence[Piece], cap: Cap
) -> WayOut:
    """Return who gets out by the part of the floor that serves most.

    Parameters
    ----------
    here : Ground
    floor : Floor
        Before seats stand on it.
    family : Family
    rule : RowRule
    pieces : sequence of Piece
    cap : callable

    Returns
    -------
    WayOut
        Everybody in it gets from an end of the own row to a door, on a way that is as wide as the narrowest aisle
        of the rule, up to the cells of the floor. In a room without doors, to the largest part of the floor.
        Doors by which nobody may leave are none.
    """
    width = min(rule.aisle, rule.side_aisle, rule.cross) * family.tightness - _LOST * floor.cell
    labels = floor.taken(_outlines(family, rule, pieces)).walkable(width)
    ends = [_ends(floor, labels, family, piece) for piece in pieces]
    doors = {name: found for name, found in _doors(here, floor, labels) if cap(frozenset({name})) > 0}
    parts = set().union(*doors.values()) if here.room.exits else {part for pair in ends for part in pair} - {0}
    good = parts if here.room.exits else None
    found = (_served(family, rule, pieces, ends, doors, part, good or {part}, cap) for part in sorted(parts))
    return max(found, key=lambda one: (one.persons, one.seats), default=WayOut())


def _outlines(family: Family, rule: RowRule, pieces: Sequence[Piece]) -> Iterator[Points]:
    """Yield the outlines of all seats with the floor before them."""
    for piece in pieces:
        scale = family.scale(piece.strip[0])
        persons = piece.persons(rule, scale)
        if persons:
            yield family.outline(*piece.extent(rule, scale, persons), *piece.strip)


def _ends(floor: Floor, labels: Labels, family: Family, piece: Piece) -> Ends:
    middle = sum(piece.strip) / 2
    left, right = (
        0 if across is None else floor.label(labels, family.place(across, middle)[:2]) for across in piece.exits
    )
    return left, right


def _doors(here: Ground, floor: Floor, labels: Labels) -> Iterator[tuple[str, set[int]]]:
    for threshold in here.doors:
        if not threshold.door.closed:
            yield threshold.door.name, floor.labels_in(labels, threshold.landing)


def _served(
    family: Family,
    rule: RowRule,
    pieces: Sequence[Piece],
    ends: Sequence[Ends],
    doors: dict[str, set[int]],
    part: int,
    good: set[int],
    cap: Cap,
) -> WayOut:
    """Return who gets out by the good parts of the floor, and the doors of one of them."""
    kept = []
    for piece, pair in zip(pieces, ends, strict=True):
        left, right = (across if end in good else None for across, end in zip(piece.exits, pair, strict=True))
        kept.append(replace(piece, exits=(left, right)))
    used = [piece for piece in kept if piece.persons(rule, family.scale(piece.strip[0]))]
    seats = sum(piece.persons(rule, family.scale(piece.strip[0])) for piece in used)
    names = frozenset(name for name, found in doors.items() if part in found)
    return WayOut(tuple(used), min(seats, cap(names)), seats, names)
