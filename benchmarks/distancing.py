"""Groups that keep apart in a hall of 400 seats, beside raw CP-SAT.

python -m benchmarks.distancing                    all cases
python -m benchmarks.distancing "aisles 1.5 m"     one of them
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass

from ortools.sat.python import cp_model

from seatplan.layout.distance.distancing import Party, distance
from seatplan.layout.distance.pack import Packing
from seatplan.layout.distance.rule import DistanceRule, lines, too_near
from seatplan.venue import Venue, auditorium

SIZES = {1: 30, 2: 40, 3: 15, 4: 15, 5: 5, 6: 3, 7: 2, 8: 2}
"""Groups by size: 288 people in 112 groups."""
SECONDS = 60.0


@dataclass(frozen=True)
class Case:
    """A hall of 20 rows of 20 seats and a rule."""

    blocks: str
    rule: DistanceRule

    @property
    def venue(self) -> Venue:
        """The hall: 0.55 m from seat to seat, 0.90 m from row to row."""
        return auditorium(rows=20, blocks=self.blocks, seat_width=0.55, row_pitch=0.90, aisle=1.1)


CASES = {
    "aisles 1.0 m": Case("6,8,6", DistanceRule(metres=1.0)),
    "aisles 1.5 m": Case("6,8,6", DistanceRule(metres=1.5)),
    "aisles 2.0 m": Case("6,8,6", DistanceRule(metres=2.0)),
    "whole rows 1.0 m": Case("20", DistanceRule(metres=1.0)),
    "whole rows 1.5 m": Case("20", DistanceRule(metres=1.5)),
    "whole rows, 2 seats, blocks": Case("20", DistanceRule(seats=2, pattern="blocks")),
    "whole rows, 2 seats, alternate rows": Case("20", DistanceRule(seats=2, pattern="alternate_rows")),
    "whole rows, 1 seat, checkerboard": Case("20", DistanceRule(seats=1, pattern="checkerboard")),
    "whole rows 2.0 m": Case("20", DistanceRule(metres=2.0)),
}


def main() -> None:
    """Print a line for each case."""
    parties = [Party(f"{size}-{k}", size) for size, count in SIZES.items() for k in range(count)]
    print("case | people | bound | CPU s | raw CP-SAT: people | bound | CPU s")
    for name in sys.argv[1:] or CASES:
        case, began = CASES[name], time.process_time()
        found = distance(case.venue, parties, case.rule, seconds=SECONDS)
        used = time.process_time() - began
        value, bound, raw = raw_cpsat(case)
        line = f"{name} | {found.persons} | {found.bound} | {used:.1f} | {value} | {bound} | {raw:.1f}"
        print(line, flush=True)


def raw_cpsat(case: Case) -> tuple[int, int, float]:
    """Return people, bound and CPU seconds of the textbook: places exclude each other pair by pair."""
    venue, best = case.venue, (0, 0)
    began = time.process_time()
    for way in lines(venue, case.rule):
        packing = Packing(way, too_near(venue, case.rule, way), SIZES, case.rule.cap(len(venue.seats)))
        best = max(best, _textbook(packing))
    return *best, time.process_time() - began


def _textbook(packing: Packing) -> tuple[int, int]:
    engine = cp_model.CpModel()
    x = [engine.new_bool_var("") for _ in packing.starts]
    for a, b in _excluded(packing):
        engine.add_bool_or(~x[a], ~x[b])
    for size, count in SIZES.items():
        engine.add(sum(x[i] for i, start in enumerate(packing.starts) if start[0] == size) <= count)
    engine.maximize(sum(start[0] * x[i] for i, start in enumerate(packing.starts)))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = SECONDS
    solver.solve(engine)
    return int(solver.objective_value), int(solver.best_objective_bound)


def _excluded(packing: Packing) -> set[tuple[int, int]]:
    """Return the pairs of places that share a seat or have seats too near."""
    uses: dict[int, list[int]] = {}
    for i, start in enumerate(packing.starts):
        for seat in packing.seats(start).tolist():
            uses.setdefault(seat, []).append(i)
    both = [(seat, seat) for seat in uses] + [(a, b) for a, b in packing.pairs.tolist() if a in uses and b in uses]
    return {(min(i, j), max(i, j)) for a, b in both for i in uses[a] for j in uses[b] if i != j}


if __name__ == "__main__":
    main()
