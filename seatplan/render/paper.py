"""Paper sizes and scales."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["PAPERS", "SCALES", "Paper", "Size", "nice_scale", "sizes"]

Paper = str | tuple[float, float]
Size = tuple[float, float]

PAPERS: dict[str, Size] = {
    "A5": (148.0, 210.0),
    "A4": (210.0, 297.0),
    "A3": (297.0, 420.0),
    "A2": (420.0, 594.0),
    "A1": (594.0, 841.0),
    "A0": (841.0, 1189.0),
    "2A0": (1189.0, 1682.0),
}
"""Width and height in millimetres, upright."""

SHEETS = ("A4", "A3", "A2")
"""Paper that is chosen for printing."""
PICTURES = (*SHEETS, "A1", "A0", "2A0")
"""Paper that is chosen for a single picture, which must show everything."""

SCALES: tuple[int, ...] = (
    *range(5, 20),
    *range(20, 50),
    *range(50, 100, 2),
    *range(100, 200, 5),
    *range(200, 500, 25),
    *range(500, 1000, 50),
    *range(1000, 10001, 500),
)
"""Scales that read well: 1 metre of the room is 1000 / scale millimetres of paper."""


def nice_scale(least: float) -> int:
    """Return the first scale that is not larger on paper than 1 : ``least``.

    Examples
    --------
    >>> nice_scale(51.3), nice_scale(100)
    (52, 100)
    """
    return next((int(scale) for scale in SCALES if scale >= least - 1e-9), SCALES[-1])


def sizes(paper: Paper, *, choice: tuple[str, ...] = SHEETS) -> Iterator[tuple[Size, ...]]:
    """Yield what may be printed on, the smallest first: each time all that are equally large.

    Examples
    --------
    >>> next(sizes("A4"))
    ((297.0, 210.0), (210.0, 297.0))
    """
    if not isinstance(paper, str):
        yield (paper,)
        return
    for name in choice if paper == "auto" else (paper,):
        width, height = PAPERS[name]
        yield (height, width), (width, height)
