"""Conventions by name. A preset is a starting point; every setting can be changed."""

from __future__ import annotations

from dataclasses import dataclass

from seatplan.errors import Fault, InputError
from seatplan.protocol.convention import Convention
from seatplan.protocol.sources import Source

__all__ = ["PRESETS", "STANDINGS", "Standing", "preset"]

PRESETS: dict[str, Convention] = {
    "cn-official": Convention(name="cn-official"),
    "cn-official-split": Convention(name="cn-official-split", even_rule="split_line"),
    "cn-congress": Convention(name="cn-congress", hall_method="columns", columns="center_out"),
    "international": Convention(name="international", honour_side="right", seat_numbers="left_to_right"),
    "business": Convention(name="business", honour_side="right", presider="center", seat_numbers="left_to_right"),
    "state": Convention(
        name="state", honour_side="right", banquet_interpreter="behind", seat_numbers="left_to_right"
    ),
}
"""The presets: domestic official (left honoured, protocol.md 1.1), its split-line variant (1.4 V-B), the
congress hall (2.2), international and business use (right honoured, 1.1 and 1.6), State level (5.3)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a preset is for and where it comes from.

    Parameters
    ----------
    about : str
        One sentence.
    source : Source
    limits : str
        What of it is not attested; empty if nothing.

    Examples
    --------
    >>> str(STANDINGS["cn-official"].source)
    '1.1 1.3 1.4, mark B [S1 S2 S3 S4 S5 S6]'
    """

    about: str
    source: Source
    limits: str = ""


STANDINGS: dict[str, Standing] = {
    "cn-official": Standing(
        "Domestic government and party meetings: left honoured, the second always at the first's left hand.",
        Source("1.1 1.3 1.4", "B", ("S1", "S2", "S3", "S4", "S5", "S6")),
        "No official State document on rostrum seating is known (10).",
    ),
    "cn-official-split": Standing(
        "As cn-official, but in even rows the centre line runs between the first, at its left, and the second.",
        Source("1.4 V-B", "B", ("S2", "S3b", "S20", "S21")),
        "Both methods are in use, follow the local habit (1.4, C [S14 S24]).",
    ),
    "cn-congress": Standing(
        "People's congresses: each delegation in straight columns, placed from the hall's centre to both sides.",
        Source("2.1 2.2", "B", ("S28", "S32", "S44", "S47")),
        "The exact mapping of delegations to columns is not published (2.2, D).",
    ),
    "international": Standing(
        "International meetings: right honoured, the second always at the first's right hand.",
        Source("1.1 1.3 1.6", "B", ("S3", "S4", "S10", "S11", "S17")),
        "Seat numbers from left to right have one secondary source (2.4, C [S67]).",
    ),
    "business": Standing(
        "Business meetings: right honoured, the presider in the centre of the front row.",
        Source("1.1 1.9", "B", ("S3", "S4", "S10", "S11", "S33")),
        "That the presider sits in the centre is one of three places that are right (1.9).",
    ),
    "state": Standing(
        "State visits: right honoured as in international meetings, interpreters behind at the banquet.",
        Source("1.1 5.3", "B", ("S3", "S4", "S10", "S11")),
        "Where interpreters sit at a banquet has one source each (5.3, C [S119]).",
    ),
}
"""What each preset is for and where it comes from."""


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
