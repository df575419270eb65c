"""Names as they stand on paper: made harmless, spaced, and broken into lines.

Whatever people typed comes through here before it becomes ink. Blanks of any kind become one space, control
characters become a visible sign, marks of direction vanish: nothing that is typed can move, hide or rewrite
what stands beside it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, pairwise

__all__ = ["ALL_HAN", "breaks", "plain", "spaced"]

REPLACED = "\N{REPLACEMENT CHARACTER}"
WIDE = "\N{IDEOGRAPHIC SPACE}"
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
PAIR = re.compile(f"([{HAN}])[ {WIDE}]?([{HAN}])")
STOPS = "、，；：）》,;:)"
ALL_HAN = re.compile(f"[{HAN}{STOPS}]+")
DOT = re.compile("[·•・‧]")
ENDS = r" ·•・‧、/\-"
LONGEST = 24
"""Characters of the longest Chinese text that may be broken between any two."""
MOST_LINES = 3


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Return a text that is safe to draw on one line.

    Examples
    --------
    >>> plain(" Ann\\t Lee\\n"), plain("A\\x07B")
    ('Ann Lee', 'A\ufffdB')
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join("".join(map(_shown, text)).split())


def _shown(character: str) -> str:
    """Return what stands for one character."""
    if character.isspace():
        return " "
    kind = unicodedata.category(character)
    return {"Cc": REPLACED, "Cs": REPLACED, "Cf": ""}.get(kind, character)


@lru_cache(maxsize=65536)
def spaced(name: str) -> str:
    """Return a name as a plate shows it: two Chinese characters take the width of three (protocol.md 1.11).

    Examples
    --------
    >>> spaced("李强"), spaced("欧阳锋"), spaced("Ann Lee")
    ('李\u3000强', '欧阳锋', 'Ann Lee')
    """
    name = plain(name)
    pair = PAIR.fullmatch(name)
    return f"{pair[1]}{WIDE}{pair[2]}" if pair else name


@lru_cache(maxsize=65536)
def breaks(name: str, *, most: int = MOST_LINES) -> tuple[tuple[str, ...], ...]:
    """Return the ways to set a name on one, two, ... lines, the best way for each number of lines.

    Lines end at spaces, after dots and hyphens; Chinese names of five characters or more also between any two.

    Parameters
    ----------
    name : str
    most : int
        The greatest number of lines.

    Examples
    --------
    >>> breaks("Anna Maria Lee")
    (('Anna Maria Lee',), ('Anna', 'Maria Lee'), ('Anna', 'Maria', 'Lee'))
    >>> breaks("李强"), breaks("买买提·艾力")[1]
    ((('李强',),), ('买买提·', '艾力'))
    """
    parts = _parts(name)
    return tuple(_shortest(parts, lines) for lines in range(1, min(most, len(parts)) + 1))


def _parts(name: str) -> tuple[str, ...]:
    """Return the pieces between which a line may end; each keeps its own space."""
    if WIDE in name:
        return (name,)
    if 4 < len(name) <= LONGEST and ALL_HAN.fullmatch(name) and not DOT.search(name):
        return tuple(re.findall(f"[{HAN}][{STOPS}]*|[{STOPS}]+", name))
    pieces = re.findall(f"[^{ENDS}]*[{ENDS}]+|[^{ENDS}]+$", name) or [name]
    return tuple(pieces) if len(pieces) <= 8 else (*pieces[:7], "".join(pieces[7:]))


def _shortest(parts: tuple[str, ...], lines: int) -> tuple[str, ...]:
    """Return the split into so many lines whose longest line is the shortest; of equals, long lines first."""
    return min(_splits(parts, lines), key=_badness)


def _badness(split: tuple[str, ...]) -> tuple[float, list[int]]:
    """Return how bad a split is: its longest line, and a bit more for each line that ends inside a phrase."""
    inside = sum(bool(ALL_HAN.fullmatch(line)) and line[-1] not in STOPS for line in split[:-1])
    return max(map(_columns, split)) + 2.5 * inside, [-len(line) for line in split]


def _splits(parts: tuple[str, ...], lines: int) -> Iterator[tuple[str, ...]]:
    for cuts in combinations(range(1, len(parts)), lines - 1):
        ends = (0, *cuts, len(parts))
        yield tuple("".join(parts[a:b]).strip(" ") for a, b in pairwise(ends))


def _columns(line: str) -> int:
    """Return the rough width of a line: two for a wide character."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)
