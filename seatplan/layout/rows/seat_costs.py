"""What the seats of rows cost, as they are laid."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.rows.family import Family
from seatplan.layout.rows.leaving import Found
from seatplan.layout.rows.pieces import Piece
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.worth import Worth

__all__ = ["piece_costs", "seat_costs"]

Ints = NDArray[np.int64]


def piece_costs(family: Family, rule: RowRule, piece: Piece, worth: Worth, back: float) -> Ints:
    """Return what the seats of a piece cost, from the left."""
    scale, each = family.scale(piece.strip[0]), rule.persons
    persons = piece.persons(rule, scale)
    unit, place = np.divmod(np.arange(persons), each)
    step, width = (rule.unit + rule.gap) * scale, rule.unit / each * scale
    across = piece.extent(rule, scale, persons)[0] + unit * step + (place + 0.5) * width
    points = family.points(across, piece.strip[1] - back)
    return worth.costs(points, np.full(persons, piece.row == 0), rule.pitch)


def seat_costs(family: Family, found: Found, worth: Worth, back: float) -> Ints:
    """Return what the seats of some rows cost, the cheapest first."""
    costs = [piece_costs(family, found.rule, piece, worth, back) for piece in found.out.pieces]
    return np.sort(np.concatenate([np.empty(0, dtype=np.int64), *costs]))
