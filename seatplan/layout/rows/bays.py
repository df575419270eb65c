"""Wheelchair spaces in rows: beside an aisle, as deep as two rows, with a companion's seat at their side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import ceil, hypot

from seatplan.codes import bay_width, space_depth
from seatplan.layout.code_limits import Packs, ask
from seatplan.layout.ground import Ground
from seatplan.layout.rows.bay_room import Bay, BayRoom, Side
from seatplan.layout.rows.family import Family
from seatplan.layout.rows.pieces import Piece
from seatplan.layout.rows.rule import RowRule

__all__ = ["Bay", "Bays", "choose_bays", "marks", "slots_of"]

_ALIGNED = 0.1
_STEEPEST = 1 / 50
"""Steepest floor under a wheelchair that all codes allow (codes.md 1.3, 1.8)."""
_LEVEL = 0.0005

Bays = Mapping[tuple[int, float], Sequence[tuple[Side, int, float]]]
"""For pieces by row and left end: at which side how many seats go, and how wide the space is that takes their
place; 0 where none does."""


def slots_of(here: Ground, packs: Packs, rule: RowRule) -> tuple[int, float] | None:
    """Return how many seats a space takes the place of in a row, and its width.

    None where rows are too close or of tables, and on a steep floor.

    Examples
    --------
    >>> from seatplan.layout.code_limits import binding
    >>> from seatplan.layout.ground import ground
    >>> from seatplan.layout.room import Room, rectangle
    >>> here = ground(Room(rectangle(8, 6)))
    >>> slots_of(here, binding("cn"), RowRule()), slots_of(here, binding("cn"), RowRule(pitch=0.6))
    ((2, 0.8), None)
    """
    if abs(here.room.slope) > _STEEPEST:
        return None
    width, depth = ask(0.0, bay_width, packs), ask(0.0, space_depth, packs, "side")
    depth = max(depth, ask(0.0, space_depth, packs))
    if not width or depth > 2 * rule.pitch + 1e-6 or rule.persons > 1:
        return None
    return ceil(width / rule.unit - 1e-9), width


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
        Fewer than wanted only where no choice has more.
    """
    slots = slots_of(here, packs, rule)
    if slots is None or not wanted:
        return ()
    possible = list(_possible(here, family, rule, pieces, *slots))
    place = {bay: _place(family, bay, rule) for bay in possible}
    room = BayRoom({(one.row, one.left): one.persons(rule, family.scale(one.strip[0])) for one in pieces})
    far = _far_apart(place, wanted, room.fits)
    most = wanted if len(far) == wanted else min(wanted, room.most(possible, ()))
    if len(far) == most:
        return far
    return _far_apart(place, most, lambda bays: room.fits(bays) and room.most(possible, bays) >= most)


def _far_apart(
    place: Mapping[Bay, tuple[float, float]], wanted: int, fits: Callable[[Sequence[Bay]], bool]
) -> tuple[Bay, ...]:
    """Return spaces that fit, each as far from those before it as can be."""
    chosen: list[Bay] = []
    left = list(place)
    while left and len(chosen) < wanted:
        best = max(left, key=lambda bay: (_apart(place, chosen, bay), -bay.row, -abs(bay.left)))
        left.remove(best)
        if fits([*chosen, best]):
            chosen.append(best)
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


def marks(bays: Sequence[Bay]) -> Bays:
    """Return what the spaces do to each piece."""
    found: dict[tuple[int, float], list[tuple[Side, int, float]]] = {}
    for bay in bays:
        found.setdefault((bay.row, bay.left), []).append((bay.side, bay.slots, bay.width))
        found.setdefault((bay.row - 1, bay.front), []).append((bay.side, bay.slots, 0.0))
    return found
