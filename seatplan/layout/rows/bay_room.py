"""Which wheelchair spaces have room together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["Bay", "BayRoom", "Side"]

Side = Literal["left", "right"]
_COMPANION = 1


@dataclass(frozen=True, slots=True)
class Bay:
    """A wheelchair space: ``slots`` seats at an end of a piece, and as many of the piece before it."""

    row: int
    left: float
    front: float
    side: Side
    slots: int
    width: float

    @property
    def takes(self) -> tuple[tuple[tuple[int, float], int], ...]:
        """How many seats it needs of which pieces, one for a companion among them."""
        return ((self.row, self.left), self.slots + _COMPANION), ((self.row - 1, self.front), self.slots)


@dataclass(frozen=True)
class BayRoom:
    """The pieces of rows in which spaces lie.

    Parameters
    ----------
    persons : mapping of (int, float) to int
        By row and left end of a piece.

    Examples
    --------
    >>> room = BayRoom({(0, 0.0): 6, (1, 0.0): 6, (2, 0.0): 6})
    >>> bays = [Bay(row, 0.0, 0.0, side, 2, 0.9) for row in (1, 2) for side in ("left", "right")]
    >>> room.fits(bays[:2]), room.fits([bays[0], bays[2]]), room.most(bays, [])
    (True, False, 2)
    """

    persons: Mapping[tuple[int, float], int]

    def fits(self, bays: Sequence[Bay]) -> bool:
        """Tell whether spaces share no end of a piece, and no piece is too short for its spaces."""
        ends = Counter((piece, bay.side) for bay in bays for piece, _ in bay.takes)
        taken: Counter[tuple[int, float]] = Counter()
        for bay in bays:
            taken.update(dict(bay.takes))
        return max(ends.values(), default=1) <= 1 and all(n <= self.persons[piece] for piece, n in taken.items())

    def most(self, bays: Sequence[Bay], fixed: Sequence[Bay]) -> int:
        """Return how many of some spaces, the fixed ones among them, have room; 0 if these have none."""
        from ortools.sat.python import cp_model

        model = cp_model.CpModel()
        taken = {bay: model.new_bool_var("") for bay in bays}
        for limit, parts in self._limits(bays):
            model.add(sum(size * taken[bay] for bay, size in parts) <= limit)
        for bay in fixed:
            model.add(taken[bay] == 1)
        model.maximize(sum(taken.values()))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers, solver.parameters.random_seed = 1, 0
        return round(solver.objective_value) if solver.solve(model) == cp_model.OPTIMAL else 0

    def _limits(self, bays: Sequence[Bay]) -> Iterator[tuple[int, list[tuple[Bay, int]]]]:
        """Yield what the seats of a piece, and each of its ends, may have of some spaces."""
        parts: dict[tuple[int, float], list[tuple[Bay, int]]] = {}
        for bay in bays:
            for piece, size in bay.takes:
                parts.setdefault(piece, []).append((bay, size))
        for piece, shares in parts.items():
            yield self.persons[piece], shares
            for side in ("left", "right"):
                yield 1, [(bay, 1) for bay, _ in shares if bay.side == side]
