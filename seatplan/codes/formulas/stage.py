"""How high a stage is, where the first row is, and which code a theatre follows."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from seatplan.codes.code import by_code
from seatplan.codes.pack import Pack

__all__ = ["StageKind", "first_row", "stage_height", "stage_height_fits", "theatre_code_applies"]

Span = tuple[float, float]
StageKind = Literal["proscenium", "thrust", "arena"]


def _narrowest(spans: list[Span]) -> Span:
    return max(low for low, _ in spans), min(high for _, high in spans)


@by_code(_narrowest)
def stage_height(pack: Pack, persons: int) -> Span:
    """Return how high a stage is for a crowd to see who speaks (codes.md 3.6).

    Parameters
    ----------
    pack : Code
    persons : int

    Returns
    -------
    (float, float)
        Least and most, in metres.

    Examples
    --------
    >>> [round(height / 0.0254) for height in stage_height("practice", 200)]
    [16, 24]
    """
    return float(pack.si("stage.height.least", persons)), float(pack.si("stage.height.most", persons))


@by_code(all)
def stage_height_fits(pack: Pack, height: float, kind: StageKind = "proscenium") -> bool:
    """Tell whether a stage is neither too low nor too high above the first row (codes.md 2.9).

    Parameters
    ----------
    pack : Code
    height : float
        Metres.
    kind : {"proscenium", "thrust", "arena"}

    Returns
    -------
    bool

    Examples
    --------
    >>> [stage_height_fits("jgj-57-2016", height) for height in (0.50, 0.60, 1.10, 1.11)]
    [False, True, True, False]
    """
    high = pack.read(f"stage.{kind}.most").allows(height)
    return high and (kind == "arena" or pack.read(f"stage.{kind}.least").allows(height))


@by_code(max)
def first_row(pack: Pack, *, screen_height: float = 0.0, wheelchairs: bool = False) -> float:
    """Return how far the first row is from stage and screen (codes.md 2.9, 3.3).

    Parameters
    ----------
    pack : Code
    screen_height : float
        Metres; 0 without a screen.
    wheelchairs : bool
        Whether the row has wheelchair spaces.

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> round(first_row("practice") / 0.3048, 6), round(first_row("practice", screen_height=1.524) / 0.3048, 6)
    (6.0, 10.0)
    >>> first_row("jgj-57-2016", wheelchairs=True)
    2.0
    """
    away = pack.si("first.stage")
    if wheelchairs and pack.says("first.wheelchair_add"):
        away += pack.si("first.wheelchair_add")
    if screen_height and pack.says("first.screen"):
        away = max(away, pack.si("first.screen") * Fraction(screen_height))
    return float(away)


@by_code(any)
def theatre_code_applies(pack: Pack, seats: int) -> bool:
    """Tell whether a room with a stage must keep to the code of theatres or cinemas (codes.md 2.9).

    Parameters
    ----------
    pack : Code
    seats : int

    Returns
    -------
    bool

    Examples
    --------
    >>> theatre_code_applies("jgj-t-41-2014", 300), theatre_code_applies("jgj-t-41-2014", 301)
    (False, True)
    """
    return seats > pack.si("theatre.above")
