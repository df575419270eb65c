"""Fewer seats than there is room for: rows, aisles and seats that cost least, with a bound.

A layout whose n cheapest seats cost least is sought. For any price p, let a layout's gain be the sum of what its
seats cost less than p. No layout's n seats cost less than ``n * p`` less the largest gain: the Lagrangian bound.
The largest gain of a set of rows adds up over the blocks between aisles, so that a dynamic programme finds it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.ground import Ground
from seatplan.layout.rows.family import Family
from seatplan.layout.rows.gains import RowGains, Top
from seatplan.layout.rows.gangways import best_gangways
from seatplan.layout.rows.leaving import Found, Leaving
from seatplan.layout.rows.links import Links
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.seat_costs import piece_costs, seat_costs
from seatplan.layout.rows.symmetric_gangways import symmetric_gangways
from seatplan.layout.rows.tables import RowTables
from seatplan.layout.rows.way_out import Cap
from seatplan.layout.rows.worth import Worth
from seatplan.layout.tier import ORDER, TierName

__all__ = ["BestSeats", "Picked"]

Ints = NDArray[np.int64]
_ROUNDS = 5


@dataclass(frozen=True)
class Picked:
    """Rows of which some seats are used.

    Parameters
    ----------
    found : Found
    cost : int
        Of the cheapest seats.
    bound : int
        No choice of the family costs less.
    sets : int
        Sets of rows in the family.
    used : int
        How many of the seats are used; 0 for all.
    seats : int
        How many the room has place for.
    grid, step : float
        Metres between places for aisles, and for the first row.
    """

    found: Found
    cost: int
    bound: int
    sets: int = 0
    used: int = 0
    seats: int = 0
    grid: float = 0.0
    step: float = 0.0


@dataclass(frozen=True, eq=False)
class BestSeats:
    """Chooses the seats that cost least.

    Parameters
    ----------
    here : Ground
    family : callable
        The rows of a rule.
    worth : Worth
    cap : callable
        How many may leave by doors of some names, for a rule.
    seats : callable
        How many seats rows of a rule must have, so that wheelchair spaces leave as many places as are used.
    grid, step : float
        As for `search_rows`.
    back : float
        Metres from the end of a row's strip to the middle of a seat.
    order : sequence of str
        By which the best of those that were tried is chosen.
    """

    here: Ground
    family: Callable[[RowRule], Family]
    worth: Worth
    cap: Callable[[RowRule], Cap]
    seats: Callable[[RowRule, int], int]
    grid: float
    step: float
    back: float
    order: Sequence[TierName] = ORDER

    def pick(self, rules: Sequence[RowRule], known: Found, used: int) -> Picked:
        """Return the rows of which so many seats cost least.

        Parameters
        ----------
        rules : sequence of RowRule
        known : Found
            Rows with enough seats.
        used : int
        """
        of = [RowGains(self.family(rule), rule, self.grid, self.step, self.back, self.worth) for rule in rules]
        pool = [self._picked(known, used)]
        best, tried = pool[0], set[int]()
        bounds, price = [0] * len(of), self._price(known, used)
        while price not in tried and min(bounds) < best.cost and len(tried) < _ROUNDS:
            tried.add(price)
            for i, rows in enumerate(of):
                if bounds[i] < best.cost:
                    bounds[i] = max(bounds[i], used * price - rows.most(price))
                if bounds[i] < best.cost:
                    tops = rows.best(price)
                    bounds[i] = max(bounds[i], used * price - tops[0].gain)
                    pool += [self._picked(found, used) for found in self._tried(tops, used)]
                    best = min(pool, key=lambda one: one.cost)
            price = self._price(best.found, used)
        chosen = min(pool, key=lambda one: self._rank(one, used))
        return replace(chosen, bound=min(*bounds, best.cost), sets=sum(len(rows.sets) for rows in of))

    def _rank(self, one: Picked, used: int) -> tuple[float, ...]:
        """Return what matters, the first tier first; the mean distance to 0.1 m, so that others count, too."""
        totals = self.worth.split(one.cost)
        busiest = max(self._loads(one.found, used).values(), default=0.0)
        values = {
            "sight": totals["sight"],
            "distance": round(totals["distance"] / used, 1),
            "aisles": round(busiest / one.found.rule.aisle),
            "symmetry": not one.found.symmetric,
        }
        return *(float(values[name]) for name in self.order if name in values), float(one.cost)

    def _picked(self, found: Found, used: int) -> Picked:
        costs = seat_costs(self.family(found.rule), found, self.worth, self.back)
        return Picked(found, int(costs[:used].sum()), 0)

    def _price(self, found: Found, used: int) -> int:
        return int(seat_costs(self.family(found.rule), found, self.worth, self.back)[used - 1])

    def _tried(self, tops: Sequence[Top], used: int) -> Iterator[Found]:
        """Yield the first rows that have seats enough, a way out for all and aisles for all; even ones, too."""
        for top in tops:
            good = [found for found in self._laid(top) if self._holds(found, used)]
            yield from good
            if good:
                return

    def _laid(self, top: Top) -> Iterator[Found]:
        of, rule = top.of, top.of.rule
        leaving = Leaving(self.here, of.family, rule, self.cap(rule), RowTables(of.family, rule, of.lines))
        mirrored = symmetric_gangways(top.task, of.lines)
        for chosen in (top.chosen, *([mirrored] if mirrored is not None else [])):
            yield leaving.found(top.rows, chosen)
        links = Links(self.here, of.family, rule, of.lines, top.rows)
        yield leaving.found(top.rows, best_gangways(of.linked_task(top.rows, links.to_doors())))

    def _holds(self, found: Found, used: int) -> bool:
        """Tell whether rows have so many seats with a way out, and aisles that take those who use them."""
        if found.out.persons < self.seats(found.rule, used):
            return False
        metre = found.rule.persons_per_metre
        if metre is None:
            return True
        wide = {aisle.middle: aisle.width for aisle in found.aisles}
        load = self._loads(found, used)
        return all(people <= wide[middle] * metre + 1e-6 for (_, middle), people in load.items() if middle in wide)

    def _loads(self, found: Found, used: int) -> dict[tuple[int, float], float]:
        """Return how many leave by each aisle in each section of rows: half of a row by either end."""
        family, price = self.family(found.rule), self._price(found, used)
        section = {row: i for i, rows in enumerate(found.rows.sections) for row in rows}
        load: dict[tuple[int, float], float] = {}
        for piece in found.out.pieces:
            people = int((piece_costs(family, found.rule, piece, self.worth, self.back) <= price).sum())
            ways = [way for way in piece.exits if way is not None]
            for way in ways:
                key = section[piece.row], way
                load[key] = load.get(key, 0) + (people + len(ways) - 1) // len(ways)
        return load
