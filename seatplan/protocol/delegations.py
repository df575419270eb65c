"""Where delegations stand in a hall (protocol.md 2.1, 2.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal, TypeVar

__all__ = ["center_out", "delegation_column"]

Item = TypeVar("Item")


def center_out(items: Iterable[Item], side: Literal["left", "right"] = "left") -> tuple[Item, ...]:
    """Place items from the centre alternately to both sides.

    Parameters
    ----------
    items : iterable
        In order of precedence.
    side : {"left", "right"}
        Where the second goes: at the left hand of the first (左为上, rule 17, mark B), or at the right.

    Returns
    -------
    tuple
        From left to right as seen by somebody who faces the rostrum; page-left first, with the stage at the
        top.

    Examples
    --------
    >>> center_out([1, 2, 3, 4, 5, 6, 7])
    (6, 4, 2, 1, 3, 5, 7)
    """
    ordered = tuple(items)
    row = (*reversed(ordered[1::2]), *ordered[::2])
    return row if side == "left" else row[::-1]


def delegation_column(
    people: Iterable[Item],
    *,
    head: Callable[[Item], bool],
    full: Callable[[Item], bool] | None = None,
    key: Callable[[Item], Any],
) -> tuple[Item, ...]:
    """Return a delegation front to back: heads, then full members, then alternates, each by ``key``.

    The heads sit in the first row, the others behind in a column by name strokes (2.2, rule 18, mark B
    [S32]); alternates and non-voting people come after full members (2.1, rule 16, mark B [S43 S44]). Without
    ``full`` all are full members.

    Examples
    --------
    >>> strokes = {"王": "1121", "丁": "12", "李": "1234521"}  # 3.5
    >>> by_strokes = lambda name: (len(strokes[name]), strokes[name])
    >>> delegation_column("王李丁", head=lambda name: name == "李", key=by_strokes)
    ('李', '丁', '王')
    """

    def place(person: Item) -> tuple[bool, bool, Any]:
        return not head(person), full is not None and not full(person), key(person)

    return tuple(sorted(people, key=place))
