"""Which places are used where fewer are wanted, or allowed, than there is room for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import comb

from seatplan.layout.ground import Ground
from seatplan.layout.rows.best_seats import BestSeats, Picked
from seatplan.layout.rows.family import Family
from seatplan.layout.rows.leaving import Found
from seatplan.layout.rows.pieces import Piece
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.seat_costs import piece_costs, seat_costs
from seatplan.layout.rows.way_out import Cap
from seatplan.layout.rows.wish import RowWish, grid_of
from seatplan.layout.rows.worth import Sum, Worth
from seatplan.layout.said import Said
from seatplan.layout.tier import TierName

__all__ = ["Choice"]

_FAMILIES = ((True, 0.25, 0.1), (False, 0.25, 0.1), (False, 0.5, 0.3), (False, 0.5, 1.0))
"""Whether all pitches are compared, metres between places for aisles and for the first row: the first of these
that is not too large is searched."""
_LARGEST = 40_000_000
"""Blocks between two places for aisles, in all sets of rows."""


@dataclass(frozen=True, eq=False)
class Choice:
    """Chooses places.

    Parameters
    ----------
    here : Ground
    wish : RowWish
    family : callable
        The rows of a rule.
    exits : Cap
        How many may leave by doors of some names.
    lifted : callable
        The fewest seats of a rule that leave so many places once wheelchair spaces have taken theirs.
    """

    here: Ground
    wish: RowWish
    family: Callable[[RowRule], Family]
    exits: Cap
    lifted: Callable[[RowRule, int], int]

    @cached_property
    def worth(self) -> Worth:
        """What seats cost."""
        return Worth(self.here, [name for name in self.wish.order if name == "sight" or name == "distance"])

    def picked(self, found: Found, rules: Sequence[RowRule], used: int) -> Picked:
        """Return the rows of which so many seats are best."""
        those, grid, step = self._searched(self._narrowest(rules, found.rule))

        def cap(rule: RowRule) -> Cap:
            return lambda names: self.lifted(rule, self.exits(names))

        options = (grid, step, self.wish.back, self.wish.order)
        seats = BestSeats(self.here, self.family, self.worth, cap, self.lifted, *options)
        one = seats.pick(those, found, used)
        rows = replace(one.found, bound=found.bound, sets=found.sets)
        return replace(one, found=rows, used=used, seats=found.out.seats, grid=grid, step=step)

    def _narrowest(self, rules: Sequence[RowRule], known: RowRule) -> list[RowRule]:
        """Return the rules to choose among: what is known, and of each pitch the narrowest aisles.

        Rows that all differ take long: only those of the known pitch.
        """
        first: dict[float, RowRule] = {}
        for rule in rules:
            if (rule.both or rule.one) and (self.wish.rows == "straight" or rule.pitch == known.pitch):
                first.setdefault(rule.pitch, rule)
        return list(dict.fromkeys([known, *first.values()]))

    def _searched(self, rules: list[RowRule]) -> tuple[list[RowRule], float, float]:
        """Return as many rules, places for aisles and first rows as are not too many."""
        finest = grid_of(self.here, self.wish)
        alike = [rule for rule in rules if rule.pitch == rules[0].pitch]
        for every, grid, step in _FAMILIES:
            some, wide = rules if every else alike, max(grid, finest)
            if sum(self._blocks(rule, wide, step) for rule in some) <= _LARGEST:
                break
        return some, wide, step

    def _blocks(self, rule: RowRule, grid: float, step: float) -> float:
        """Return about how many blocks all sets of rows of a rule have."""
        rows = int(max(0.0, self.family(rule).depth - rule.first) / rule.pitch) + 1
        sets = 2 * comb(rows, (rows - 1) // rule.section + 1) * max(1, round(rule.pitch / step))
        return float(sets * ((self.here.span[1] - self.here.span[0]) / grid) ** 2)

    def bounds(self, picked: Picked) -> dict[TierName, float | None]:
        """Return the bounds of the tiers that were summed: of the second one, where the first one is met."""
        if not picked.used:
            return {}
        value, bound = self.worth.split(picked.cost), self.worth.split(picked.bound)
        first, second = self.worth.order
        tight = bound[first] >= value[first] - 1e-9
        told: dict[Sum, float | None] = {first: bound[first], second: bound[second] if tight else None}
        away, hidden = told["distance"], told["sight"]
        return {
            "distance": None if away is None else round(away / picked.used, 3),
            "sight": None if hidden is None else picked.used - hidden,
        }

    def told(self, picked: Picked) -> list[Said]:
        """Return how the places were chosen."""
        values = {"sets": picked.sets, "used": picked.used, "grid": picked.grid, "step": picked.step}
        return [Said("seats chosen", values)] if picked.used else []

    def used(self, picked: Picked) -> Iterator[tuple[Piece, ...]]:
        """Yield the stretches of rows of which all seats are used, those of which some are, and all."""
        found, back = picked.found, self.wish.back
        family = self.family(found.rule)
        if picked.used:
            last = seat_costs(family, found, self.worth, back)[picked.used - 1]
            each = [(p, piece_costs(family, found.rule, p, self.worth, back)) for p in found.out.pieces]
            yield tuple(piece for piece, costs in each if len(costs) and costs.max() <= last)
            yield tuple(piece for piece, costs in each if len(costs) and costs.min() <= last)
        yield found.out.pieces
