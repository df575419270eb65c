"""`Style`: colours, patterns and sizes of charts, as data that a user can change.

Colours are those of Okabe and Ito, which colour-blind eyes tell apart, mixed with white until black text on them
has a contrast of 7:1. Colour never stands alone: every group has its outline and its name as well, and
`BLACK_AND_WHITE` has hatches instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import networkx as nx

__all__ = ["BLACK_AND_WHITE", "HATCHES", "Look", "Style", "contrast", "looks"]

OKABE_ITO = ("#56B4E9", "#E69F00", "#009E73", "#F0E442", "#CC79A7", "#0072B2", "#D55E00", "#808080")
"""The family without its black, which no text can stand on; grey takes its place."""


def _mixed(colour: str, share: float, base: int) -> str:
    """Return a colour with ``share`` of itself and the rest white (255) or black (0)."""
    return "#" + "".join(
        f"{round(share * int(colour[i : i + 2], 16) + (1 - share) * base):02x}" for i in (1, 3, 5)
    )


LIGHT = tuple(_mixed(colour, share, 255) for share in (0.5, 0.22) for colour in OKABE_ITO)
DARK = tuple(_mixed(colour, 0.75, 0) for _ in range(2) for colour in OKABE_ITO)

HATCHES = ("", "/", "-", "\\", "|", "x", "+", ".")
"""Patterns: none, rising, level, falling, upright, crossed, grid, dots."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one group looks.

    Parameters
    ----------
    fill, edge : str
        Colours of its seats and of its outline.
    hatch : str
        One of `HATCHES`.
    code : str
        Letters that stand for its name where that does not fit.
    """

    fill: str
    edge: str
    hatch: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Colours, patterns and sizes; sizes in points on paper.

    Parameters
    ----------
    colour : bool
        False: white and grey with hatches, for black-and-white print.
    fills, edges : tuple of str
        Colours of groups and of their outlines, as ``#rrggbb``.
    ink, quiet, line : str
        Colours of names, of numbers, of thin lines.
    hatch : str
        Colour of hatches; light enough for names to stand on.
    trouble : str
        Colour of what marks a broken rule.
    floor : float
        No text is smaller than this.
    pleasant : float
        Names should have this size; larger paper is taken to reach it.
    largest, plate : float
        Names are not larger than this, in the hall and on the rostrum.
    title, text, small : float
        Sizes of the chart's title, of its sentences, of its quiet words.

    Examples
    --------
    >>> Style(floor=6.0).floor
    6.0
    """

    colour: bool = True
    fills: tuple[str, ...] = LIGHT
    edges: tuple[str, ...] = DARK
    ink: str = "#000000"
    quiet: str = "#4d4d4d"
    line: str = "#8c8c8c"
    hatch: str = "#b4b4b4"
    trouble: str = "#c00000"
    floor: float = 5.0
    pleasant: float = 5.6
    largest: float = 11.0
    plate: float = 34.0
    title: float = 16.0
    text: float = 8.0
    small: float = 6.5


GREYS = ("#ffffff", "#ededed")
BLACK_AND_WHITE = Style(
    colour=False,
    fills=tuple(grey for grey in GREYS for _ in HATCHES),
    edges=("#000000",) * 16,
    trouble="#000000",
)
"""For printers without colour."""


def contrast(one: str, other: str = "#000000") -> float:
    """Return the contrast of two colours by WCAG 2: 1 is none, 21 is black on white.

    Examples
    --------
    >>> contrast("#ffffff")
    21.0
    """
    a, b = sorted((_luminance(one), _luminance(other)))
    return (b + 0.05) / (a + 0.05)


@cache
def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def looks(touching: nx.Graph, style: Style) -> dict[int, Look]:
    """Give each group its look; groups that touch never look alike.

    Parameters
    ----------
    touching : networkx.Graph
        Groups, in their order of precedence, and which of them are neighbours.
    style : Style

    Returns
    -------
    dict of int to Look
        Up to eight groups have a colour each; more share the colours, at a distance.

    Examples
    --------
    >>> found = looks(nx.path_graph(20), Style())
    >>> any(found[i].fill == found[i + 1].fill for i in range(19))
    False
    """
    groups = sorted(touching)
    plain = len(groups) <= len(OKABE_ITO)
    chosen = {group: i for i, group in enumerate(groups)} if plain else _spread(touching, len(style.fills))
    return {group: _look(style, chosen[group], i) for i, group in enumerate(groups)}


def _look(style: Style, kind: int, place: int) -> Look:
    fill, edge = style.fills[kind % len(style.fills)], style.edges[kind % len(style.edges)]
    hatch = "" if style.colour else HATCHES[kind % len(HATCHES)]
    return Look(fill, edge, hatch, _letters(place))


def _spread(touching: nx.Graph, kinds: int) -> dict[int, int]:
    """Colour the graph greedily in order of precedence, with all colours that there are."""
    near = nx.power(touching, 2) if len(touching) else touching
    chosen: dict[int, int] = {}
    for group in touching:
        beside = {chosen[other] for other in touching[group] if other in chosen}
        around = [chosen[other] for other in near[group] if other in chosen]
        chosen[group] = min(range(kinds), key=lambda kind: _likeness(kind, beside, around, chosen))
    return chosen


def _likeness(
    kind: int, beside: set[int], around: list[int], chosen: dict[int, int]
) -> tuple[bool, bool, int, int, int]:
    """Return how bad a colour is: a neighbour has it, a neighbour has its hue, one near has it, often used."""
    hue = kind % len(OKABE_ITO)
    same_hue = any(other % len(OKABE_ITO) == hue for other in beside)
    return kind in beside, same_hue, around.count(kind), list(chosen.values()).count(kind), kind


def _letters(place: int) -> str:
    """Return A, B, ..., Z, AA, AB, ... ."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
