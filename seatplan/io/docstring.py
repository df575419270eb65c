"""What docstrings say of parameters, for the schemas of event files."""

from __future__ import annotations

import inspect
import re
from typing import Any

__all__ = ["described", "first_line"]


def first_line(taker: Any) -> str:
    """Return the first paragraph of a docstring.

    Examples
    --------
    >>> first_line(first_line)
    'Return the first paragraph of a docstring.'
    """
    return (inspect.getdoc(taker) or "").split("\n\n")[0]


def described(taker: Any) -> dict[str, str]:
    """Return what a NumPy docstring says of each parameter, for the schema; bases count as well.

    Examples
    --------
    >>> from seatplan.venue import Seat
    >>> described(Seat)["id"]
    'Unique in the venue; never shown to people.'
    """
    found: dict[str, str] = {}
    for doc in (inspect.getdoc(base) or "" for base in reversed(getattr(taker, "__mro__", (taker,)))):
        section = re.search(r"Parameters\n-+\n(.*?)(?=\n\n\S|\Z)", doc, re.DOTALL)
        entries = re.findall(
            r"^(\S[^:\n]*) : [^\n]*\n((?:    [^\n]*\n?)*)", section[1] if section else "", re.MULTILINE
        )
        found |= {name.strip(): " ".join(text.split()) for names, text in entries for name in names.split(",")}
    return {name: text for name, text in found.items() if text}
