"""Wheelchair spaces in rows: beside an aisle, as deep as two rows, with a companion's seat at their side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, hypot
from typing import Literal

from seatplan.codes import bay_width, space_depth, wheelchair_spaces
from seatplan.layout.code_limits import Packs, ask
from seatplan.layout.ground import Ground
from seatplan.layout.rows.family import Family
from seatplan.layout.rows.pieces import Piece
from seatplan.layout.rows.rule import RowRule

__all__ = ["Bay", "Bays", "choose_bays", "fewer", "marks", "spaces_needed"]

Side = Literal["left", "right"]
_ALIGNED = 0.1
_STEEPEST = 1 / 50
"""Steepest floor under a wheelchair that all codes allow (codes.md 1.3, 1.8)."""
_LEVEL = 0.0005


@dataclass(frozen=True, slots=True)
class Bay:
    """A wheelchair space: ``slots`` seats at an end of a piece, and as many of the piece before it."""

    row: int
    left: float
    front: float
    side: Side
    slots: int
    width: float


Bays = Mapping[tuple[int, float], Sequence[tuple[Side, int, float]]]
"""For pieces by row and left end: at which side how many seats go, and how wide the space is that takes their
place; 0 where none does."""


def spaces_needed(packs: Packs, seats: int) -> int:
    """Return how many wheelchair spaces codes ask for.

    Examples
    --------
    >>> from seatplan.layout.code_limits import binding
    >>> spaces_needed(binding("us"), 120), spaces_needed((), 120)
    (5, 0)
    """
    return ask(0, wheelchair_spaces, packs, seats)


def slots_of(packs: Packs, rule: RowRule) -> tuple[int, float] | None:
    """Return how many seats a space takes the place of in a row, and its width; None where rows are too close."""
    width, depth = ask(0.0, bay_width, packs), ask(0.0, space_depth, packs, "side")
    depth = max(depth, ask(0.0, space_depth, packs))
    if not width or depth > 2 * rule.pitch + 1e-6 or rule.persons > 1:
        return None
    return ceil(width / rule.unit - 1e-9), width


def fewer(packs: Packs, rule: RowRule, seats: int) -> int:
    """Return the most places, spaces included, that so many seats leave at best.

    Examples
    --------
    >>> from seatplan.layout.code_limits import binding
    >>> fewer(binding("us"), RowRule(), 392)  # six spaces take four seats each
    374
    """
    found = slots_of(packs, rule)
    if found is None:
        return seats
    cost = 2 * found[0] - 1
    return max(n - cost * spaces_needed(packs, n) for n in range(max(0, seats - 200), seats + 1))


def choose_bays(
    here: Ground, family: Family, rule: RowRule, pieces: Sequence[Piece], packs: Packs, wanted: int
) -> tuple[Bay, ...]:
    """Return wheelchair spaces that lie far from each other, the first one nearest to the middle of the front.

    Parameters
    ----------
    here : Ground
    family : Family
    rule : RowRule
    pieces : sequence of Piece
    packs : tuple of Pack
    wanted : int

    Returns
    -------
    tuple of Bay
        Fewer than wanted where there are not as many places, none on a steep floor.
    """
    slots = slots_of(packs, rule)
    if slots is None or not wanted or abs(here.room.slope) > _STEEPEST:
        return ()
    left = list(_possible(here, family, rule, pieces, *slots))
    place = {bay: _place(family, bay, rule) for bay in left}
    chosen: list[Bay] = []
    while left and len(chosen) < wanted:
        best = max(left, key=lambda bay: (_apart(place, chosen, bay), -bay.row, -abs(bay.left)))
        chosen.append(best)
        left = [bay for bay in left if _free(bay, best)]
    return tuple(chosen)


def _possible(
    here: Ground, family: Family, rule: RowRule, pieces: Sequence[Piece], slots: int, width: float
) -> Iterator[Bay]:
    for piece in pieces:
        for other in pieces:
            if other.row == piece.row - 1 and abs(other.strip[1] - piece.strip[0]) < 1e-6:
                level = abs(here.rise(piece.strip[1]) - here.rise(other.strip[1])) <= _LEVEL
                yield from (
                    Bay(piece.row, piece.left, other.left, side, slots, width)
                    for side in _sides(family, rule, piece, other, slots)
                    if level
                )


def _sides(family: Family, rule: RowRule, piece: Piece, front: Piece, slots: int) -> Iterator[Side]:
    """Yield the ends at an aisle at which both rows begin alike and have seats enough."""
    scale = family.scale(piece.strip[0])
    persons = piece.persons(rule, scale), front.persons(rule, family.scale(front.strip[0]))
    if persons[0] < slots + 2 or persons[1] < slots:
        return
    mine = piece.extent(rule, scale, persons[0])
    theirs = front.extent(rule, family.scale(front.strip[0]), persons[1])
    for k, side in enumerate[Side](("left", "right")):
        if piece.exits[k] is not None and front.exits[k] is not None and abs(mine[k] - theirs[k]) <= _ALIGNED:
            yield side


def _place(family: Family, bay: Bay, rule: RowRule) -> tuple[float, float]:
    x, y, _ = family.place(bay.left if bay.side == "left" else bay.left + 1.0, bay.row * rule.pitch)
    return x, y


def _apart(place: Mapping[Bay, tuple[float, float]], chosen: Sequence[Bay], bay: Bay) -> float:
    """Return the metres to the nearest space so far; for the first one, how near it is to the front."""
    x, y = place[bay]
    if not chosen:
        return -hypot(x, y)
    return min(hypot(x - place[other][0], y - place[other][1]) for other in chosen)


def _free(bay: Bay, taken: Bay) -> bool:
    """Tell whether two spaces share no seats: neither in a piece, nor before it, nor behind it."""
    pieces = {(bay.row, bay.left), (bay.row - 1, bay.front)}
    return not pieces & {(taken.row, taken.left), (taken.row - 1, taken.front)}


def marks(bays: Sequence[Bay]) -> Bays:
    """Return what the spaces do to each piece."""
    found: dict[tuple[int, float], list[tuple[Side, int, float]]] = {}
    for bay in bays:
        found.setdefault((bay.row, bay.left), []).append((bay.side, bay.slots, bay.width))
        found.setdefault((bay.row - 1, bay.front), []).append((bay.side, bay.slots, 0.0))
    return found
