"""What a written name is made of, and the tables the orders of names stand on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Protocol

__all__ = ["Named", "bare", "name_of", "read_table"]

# white space, the dots that stand inside names of minorities and foreigners, and variation selectors
_SILENT = re.compile("[\\s·•‧∙⋅・･．\ufe00-\ufe0f\U000e0100-\U000e01ef]+")


class Named(Protocol):
    """Whatever has a name: a `Person`, a `Group`."""

    @property
    def name(self) -> str:
        """The name as it is printed."""


def name_of(item: str | Named) -> str:
    """Return the name itself, or the name of a person or group.

    Examples
    --------
    >>> from seatplan.people import Person
    >>> name_of("李强"), name_of(Person("p2", "王毅"))
    ('李强', '王毅')
    """
    return item if isinstance(item, str) else item.name


@lru_cache(maxsize=65_536)
def bare(name: str) -> str:
    """Return a name without spaces and interpuncts, which no order looks at (protocol rule 29).

    Examples
    --------
    >>> bare("李　强"), bare("买买提·艾力")
    ('李强', '买买提艾力')
    """
    return _SILENT.sub("", unicodedata.normalize("NFC", name))


def read_table(file: str) -> Iterator[str]:
    """Yield the lines of a table of ``seatplan/people/data`` that are no comments.

    Examples
    --------
    >>> next(read_table("strokes.txt"))
    '一\\t1\\t1'
    """
    text = files("seatplan.people").joinpath("data", file).read_text(encoding="utf-8")
    return (line for line in text.split("\n") if line and not line.startswith("#"))
