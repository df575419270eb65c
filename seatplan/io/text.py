"""How typed text is made comparable: headings and status words strictly, names with care."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

__all__ = ["clean", "key", "name_of", "nearest", "singular", "split", "whole"]

_SPACES = re.compile(r"\s+")
_APART = re.compile(r"[\s_\-*:：]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_BETWEEN = re.compile(r"[,;、，；|/\n]+")


def clean(text: str) -> str:
    """Return text without control and invisible characters, with single spaces and none at the ends.

    Examples
    --------
    >>> clean("  Ann\\u200b \\n Lee ")
    'Ann Lee'
    """
    if text.isprintable():  # neither control nor invisible characters, and no space but the plain one
        return " ".join(text.split())
    visible = (ch for ch in text if ch.isspace() or unicodedata.category(ch) not in ("Cc", "Cf"))
    return " ".join("".join(visible).split())


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Return a heading or a status word for comparing: NFKC, without case, space, ``_``, ``-``, ``*``, ``:``.

    Examples
    --------
    >>> key("First_Name*"), key("姓　名："), key("ＲＳＶＰ")
    ('firstname', '姓名', 'rsvp')
    """
    return _APART.sub("", unicodedata.normalize("NFKC", clean(text)).casefold())


def bare(text: str) -> str:
    """Return a heading's `key` without what stands in brackets.

    Examples
    --------
    >>> bare("需求（轮椅等）")
    '需求'
    """
    return _BRACKETS.sub("", key(text))


def name_of(text: str) -> str:
    """Return a name as it is compared and printed.

    Names are never changed beyond their spaces: a Chinese name of two characters is often typed with a space
    between them (``李　强``); the space belongs to the chart, not to the name.

    Examples
    --------
    >>> name_of(" 李　强 "), name_of("Ann   Lee"), name_of("欧阳 娜娜")
    ('李强', 'Ann Lee', '欧阳娜娜')
    """
    text = clean(text)
    return text.replace(" ", "") if all(ch == " " or _is_han(ch) for ch in text) else text


def _is_han(character: str) -> bool:
    return character == "·" or "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


def split(text: str) -> tuple[str, ...]:
    """Return the items of a cell that holds several: ``head; speaker``, ``团长、发言人``.

    Examples
    --------
    >>> split("团长、发言人 ; head")
    ('团长', '发言人', 'head')
    """
    return tuple(item for item in map(clean, _BETWEEN.split(text)) if item)


def whole(text: str) -> int | None:
    """Return a whole number that somebody typed, or None.

    Examples
    --------
    >>> whole("７"), whole("7.0"), whole("7.5"), whole("007"), whole("seven")
    (7, 7, None, 7, None)
    """
    text = unicodedata.normalize("NFKC", text).strip()
    found = re.fullmatch(r"([+-]?\d{1,15})(\.0+)?", text)
    return int(found[1]) if found else None


def nearest(word: str, known: Iterable[str]) -> str:
    """Return how to mend a word that is not known: the nearest one, and all of them.

    Examples
    --------
    >>> nearest("rostrm", ["rostrum", "pin"])
    "did you mean 'rostrum'? known are: rostrum, pin"
    >>> nearest("ANN", ["Ann"])
    "did you mean 'Ann'? known are: Ann"
    """
    names = list(dict.fromkeys(known))
    alike = {name.casefold(): name for name in reversed(names)}
    close = [alike[found] for found in get_close_matches(word.casefold(), alike, n=1)]
    listed = ", ".join(names[:40]) + (" ..." if len(names) > 40 else "")
    known_are = f"known are: {listed}" if names else "none is known"
    return f"did you mean {close[0]!r}? {known_are}" if close else known_are


def singular(name: str) -> str:
    """Return the other name of a key that takes several.

    Examples
    --------
    >>> singular("areas"), singular("categories"), singular("people")
    ('area', 'category', 'person')
    """
    odd = {"people": "person", "categories": "category"}
    return odd.get(name) or (name[:-1] if name.endswith("s") else name)
