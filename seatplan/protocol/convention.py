"""`Convention`: where honour lies, as data that a user can change (protocol.md section 7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seatplan.errors import Fault, refuse

__all__ = ["Convention"]

Side = Literal["left", "right"]
EvenRule = Literal["beside_first", "split_line"]
Anchor = Literal["symmetric", "first_at_center", "vacant_center"]
PairRule = Literal["as_even", "split_line"]
Presider = Literal["by_rank", "center", "row_end"]
Lectern = Literal["front_center", "front_right", "front_left", "both_sides", "none"]
HallMethod = Literal["rows", "columns", "center_out"]
Columns = Literal["left_to_right", "center_out"]
Numbers = Literal["odd_left_even_right", "even_left_odd_right", "left_to_right", "right_to_left"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """The customs of one occasion. Sides are the occupants' own; the defaults are those of protocol.md section 7.

    Parameters
    ----------
    name : str
        Shown on charts and reports.
    honour_side : {"left", "right"}
        Side of rank 1 on which rank 2 sits, for odd rows (conflict 1).
    even_rule : {"beside_first", "split_line"}
        Rows of an even number: the second beside the first on the honour side, or the centre line between
        the two with the first on the honour side of the line (conflict 2).
    anchor : {"symmetric", "first_at_center", "vacant_center"}
        Where the row's centre falls (conflict 3). ``first_at_center`` and ``vacant_center`` have one secondary
        source each (mark C).
    pair_rule : {"as_even", "split_line"}
        What holds for exactly two people (conflict 4).
    presider : {"by_rank", "center", "row_end"}
        Where the presider sits; always in row 1 (conflict 6, rule 12).
    presider_side : {"left", "right"}
        Which end of the row for ``row_end``.
    lectern : {"front_center", "front_right", "front_left", "both_sides", "none"}
        Where the lectern stands, by the rostrum's own sides (conflict 7).
    hall_method : {"rows", "columns", "center_out"}
        How a list is laid in the hall (conflict 9).
    columns : {"left_to_right", "center_out"}
        How delegations follow each other (conflict 10).
    seat_numbers : str
        How seats are numbered in a row (conflict 11).

    Raises
    ------
    InputError
        For a value that does not exist.

    Examples
    --------
    >>> Convention(honour_side="right").even_rule
    'beside_first'
    """

    name: str = "cn-official"
    honour_side: Side = "left"
    even_rule: EvenRule = "beside_first"
    anchor: Anchor = "symmetric"
    pair_rule: PairRule = "as_even"
    presider: Presider = "by_rank"
    presider_side: Side = "right"
    lectern: Lectern = "front_center"
    hall_method: HallMethod = "rows"
    columns: Columns = "left_to_right"
    seat_numbers: Numbers = "odd_left_even_right"

    def __post_init__(self) -> None:
        refuse(
            Fault(
                f"convention.{key}",
                f"no such value {getattr(self, key)!r}",
                f"use one of: {', '.join(allowed)}",
            )
            for key, allowed in CHOICES.items()
            if getattr(self, key) not in allowed
        )


CHOICES: dict[str, tuple[str, ...]] = {
    "honour_side": ("left", "right"),
    "even_rule": ("beside_first", "split_line"),
    "anchor": ("symmetric", "first_at_center", "vacant_center"),
    "pair_rule": ("as_even", "split_line"),
    "presider": ("by_rank", "center", "row_end"),
    "presider_side": ("left", "right"),
    "lectern": ("front_center", "front_right", "front_left", "both_sides", "none"),
    "hall_method": ("rows", "columns", "center_out"),
    "columns": ("left_to_right", "center_out"),
    "seat_numbers": ("odd_left_even_right", "even_left_odd_right", "left_to_right", "right_to_left"),
}
"""The values each setting can take."""
