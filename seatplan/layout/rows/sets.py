"""Sets of rows: where each row and each cross aisle lies, from the front to the back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from seatplan.layout.rows.rule import RowRule

__all__ = ["RowSet", "Strip", "row_sets"]

Strip = tuple[float, float]
"""Metres from the front to where a strip begins and ends."""
_LOPSIDED = 2
"""With more than two cross aisles, sections differ by so many rows at most."""


@dataclass(frozen=True)
class RowSet:
    """Rows and the passages along them.

    Parameters
    ----------
    strips : tuple of (float, float)
        Of each row.
    passages : tuple of (float, float)
        Before the first row, between rows, and behind the last where there is one.

    Examples
    --------
    >>> rows = RowSet(((1.5, 2.05), (3.15, 4.05)), ((0.4, 1.5), (2.05, 3.15)))
    >>> rows.sections
    ((0,), (1,))
    """

    strips: tuple[Strip, ...]
    passages: tuple[Strip, ...]

    @property
    def sections(self) -> tuple[tuple[int, ...], ...]:
        """Rows between passages."""
        found: list[list[int]] = []
        for i, (near, _) in enumerate(self.strips):
            if not found or near - self.strips[i - 1][1] > 1e-6:
                found.append([])
            found[-1].append(i)
        return tuple(tuple(rows) for rows in found)


def row_sets(rule: RowRule, depth: float, step: float = 0.1) -> Iterator[RowSet]:
    """Yield all sets of rows of a rule in a depth.

    The first row begins at any step, up to one pitch farther back than it must. As few cross aisles
    as the rule allows, or one more, lie behind any rows; and a passage behind the last row is there or not.

    Parameters
    ----------
    rule : RowRule
    depth : float
        Metres from the front to the farthest wall.
    step : float
        Metres between places for the first row.

    Returns
    -------
    iterator of RowSet

    Examples
    --------
    >>> rule = RowRule(pitch=1.0, depth=0.5, first=1.0, cross=1.0)
    >>> [len(rows.strips) for rows in row_sets(rule, 3.5)][:4]  # as many as fit, without and with passages
    [3, 2, 2, 1]
    """
    seen: set[RowSet] = set()
    for k in range(max(1, round(rule.pitch / step))):
        near = round(rule.first + k * step, 6)
        for after in _crossings(rule, depth - near):
            for behind in (rule.behind, max(rule.behind, rule.cross)):
                found = _laid(rule, near, after, depth - behind, depth)
                if found.strips and found not in seen:
                    seen.add(found)
                    yield found


def _crossings(rule: RowRule, depth: float) -> Iterator[tuple[int, ...]]:
    """Yield rows behind which cross aisles run: as few as the rule allows, and one more."""
    fewest = next(m for m in range(1000) if _most(rule, depth, m) <= rule.section * (m + 1))
    for m in (fewest, fewest + 1):
        most = _most(rule, depth, m)
        yield from _positions(rule, most, m)


def _most(rule: RowRule, depth: float, crossings: int) -> int:
    """Return how many rows fit with so many cross aisles."""
    left = depth - rule.behind - rule.depth - crossings * rule.cross
    return int((left + 1e-6) // rule.pitch) + 1 if left >= -1e-6 else 0


def _positions(rule: RowRule, rows: int, crossings: int) -> Iterator[tuple[int, ...]]:
    if rows <= crossings:
        return
    for after in combinations(range(1, rows), crossings):
        sizes = [b - a for a, b in zip((0, *after), (*after, rows), strict=True)]
        even = crossings <= 2 or max(sizes) - min(sizes) <= _LOPSIDED
        if max(sizes) <= rule.section and even:
            yield after


def _laid(rule: RowRule, near: float, after: tuple[int, ...], end: float, depth: float) -> RowSet:
    """Lay rows until the end; passages lie before the first row, behind those named, and behind the last."""
    strips, passages = [(near, near + rule.depth)], [(max(0.0, near - rule.cross), near)]
    while strips[-1][1] + rule.pitch <= end + 1e-6 or len(strips) in after:
        far = strips[-1][1]
        if len(strips) in after:
            if far + rule.cross + rule.pitch > end + 1e-6:
                break
            passages.append((far, far + rule.cross))
            far += rule.cross
        strips.append((far, far + rule.pitch))
    strips = [(round(a, 6), round(b, 6)) for a, b in strips if b <= end + 1e-6]
    if strips and strips[-1][1] + rule.cross <= depth + 1e-6:
        passages.append((strips[-1][1], strips[-1][1] + rule.cross))
    return RowSet(tuple(strips), tuple((round(a, 6), round(b, 6)) for a, b in passages))
