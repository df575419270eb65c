"""More people than rows can seat with some aisles, from lengths alone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from seatplan.layout.rows.family import Family, Reach
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.sets import Strip

__all__ = ["row_bounds", "rows_bound"]

_SLICE = 0.1
Gain = Callable[[int, float], int]


def row_bounds(rule: RowRule, family: Family, strip: Strip) -> list[int]:
    """Return how many people sit in a row at most with 0, 1, 2, ... aisles between rows.

    Parameters
    ----------
    rule : RowRule
    family : Family
    strip : (float, float)

    Returns
    -------
    list of int
        A stretch has at most one block more than aisles that take of its width; aisles beside it, where there
        is floor to walk on, take nothing.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> from seatplan.layout.rows.family import Straight
    >>> rows = Straight(ground(Room(((0, 0), (12, 0), (12, 6), (0, 6)))), 1.5)
    >>> row_bounds(RowRule(unit=0.5, aisle=1.0, aisles=3), rows, (2.0, 2.9))
    [20, 22, 22, 22]
    """
    reaches, walks, scale = family.reaches(*strip), family.walks(*strip), family.scale(strip[0])
    ways = 2 * family.half(rule.aisle, strip[0]), 2 * family.half(rule.side_aisle, strip[0])
    alone = len(reaches) == 1 and len(walks) == 1 and walks[0] == (reaches[0].left, reaches[0].right)
    each = [_stretch(rule, reach, scale, ways, alone) for reach in reaches]
    return list(accumulate((sum(one[k] for one in each) for k in range(rule.aisles + 1)), max))


def _stretch(rule: RowRule, reach: Reach, scale: float, ways: tuple[float, float], alone: bool) -> list[int]:
    """Return the most people of a stretch with up to 0, 1, 2, ... aisles in it or beside it."""
    most = max(rule.both, rule.one)
    free = reach.left_open + reach.right_open

    def within(k: int, sides: int) -> int:
        room = rule.holds((reach.right - reach.left - k * ways[0] - sides * ways[1]) / scale)
        ends = min(2, free + sides) if alone else 2
        blocks = [most] * max(0, k - 1) + _ends(rule, most, ends, k)
        return max(0, min(room, sum(n // rule.persons * rule.persons for n in blocks)))

    tops = [max(within(k, sides) for sides in range(3 if alone else 1)) for k in range(rule.aisles + 1)]
    return list(accumulate(tops, max))


def _ends(rule: RowRule, most: int, open_ends: int, aisles: int) -> list[int]:
    """Return what the outermost blocks take, with some ends that are open to something else than an aisle."""
    if not aisles:
        return [(0, rule.one, most)[open_ends]]
    return [most if k < open_ends else rule.one for k in range(2)]


def rows_bound(rule: RowRule, family: Family, gain: Gain | None = None) -> int:
    """Return more people than any rows of a rule seat, wherever they lie, if aisles take anybody.

    Parameters
    ----------
    rule : RowRule
    family : Family
    gain : callable, optional
        What so many people of a row gain whose strip ends so far out; by default one each.

    Returns
    -------
    int
        Rows that stand a pitch apart, each as long as the shortest of the thin slices in it: a dynamic programme
        from the back.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> from seatplan.layout.rows.family import Straight
    >>> rows = Straight(ground(Room(((0, 0), (12, 0), (12, 6), (0, 6)))), 1.5)
    >>> rows_bound(RowRule(unit=0.5, aisle=1.0, pitch=1.0, depth=0.5), rows)
    110
    """
    slices = int((family.depth - rule.first) / _SLICE + 1e-6)
    holds = [row_bounds(rule, family, _slice(rule, k))[-1] for k in range(slices)]
    behind = [0] * (slices + 1)
    best = 0

    def with_row(k: int, deep: int) -> int:
        """Return the gain of a row that begins at a slice, and of all behind it."""
        if k + deep > slices:
            return 0
        people = min(holds[k : k + deep])
        return (people if gain is None else gain(people, rule.first + (k + deep) * _SLICE)) + behind[k + deep]

    for k in range(slices - 1, -1, -1):
        behind[k] = max(behind[k + 1], with_row(k, max(1, int(rule.pitch / _SLICE + 1e-6))))
        best = max(best, with_row(k, max(1, int(rule.depth / _SLICE + 1e-6))))
    return max(best, behind[0])


def _slice(rule: RowRule, k: int) -> Strip:
    return round(rule.first + k * _SLICE, 6), round(rule.first + (k + 1) * _SLICE, 6)
