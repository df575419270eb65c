"""Conventions by name. A preset is a starting point; every setting can be changed."""

from __future__ import annotations

from seatplan.errors import Fault, InputError
from seatplan.protocol.convention import Convention

__all__ = ["PRESETS", "preset"]

PRESETS: dict[str, Convention] = {
    "cn-official": Convention(name="cn-official"),
    "cn-official-split": Convention(name="cn-official-split", even_rule="split_line"),
    "cn-congress": Convention(name="cn-congress", hall_method="columns", columns="center_out"),
    "international": Convention(name="international", honour_side="right", seat_numbers="left_to_right"),
    "business": Convention(name="business", honour_side="right", presider="center", seat_numbers="left_to_right"),
}
"""The presets: domestic official (left honoured, protocol.md 1.1), its split-line variant (1.4 V-B), the
congress hall (2.2), international and business use (right honoured, 1.1 and 1.6)."""


def preset(name: str) -> Convention:
    """Return the convention of this name.

    Raises
    ------
    InputError
        If there is none.

    Examples
    --------
    >>> preset("international").honour_side
    'right'
    """
    if name not in PRESETS:
        raise InputError([Fault("convention", f"no preset {name!r}", f"use one of: {', '.join(PRESETS)}")])
    return PRESETS[name]
