"""`Convention`: where honour lies, as data that a user can change (protocol.md section 7)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Literal, get_args

from seatplan.errors import Fault, refuse
from seatplan.venue.numbering import Numbers

__all__ = ["CHOICES", "CLASHES", "Convention"]

Side = Literal["left", "right"]
EvenRule = Literal["beside_first", "split_line"]
Anchor = Literal["symmetric", "first_at_center", "vacant_center"]
PairRule = Literal["as_even", "split_line"]
Presider = Literal["by_rank", "center", "row_end"]
Lectern = Literal["front_center", "front_right", "front_left", "both_sides", "none"]
LecternSplit = Literal["presider_left", "presider_right"]
HallMethod = Literal[
    "rows",
    "rows_from_right",
    "columns",
    "columns_from_back",
    "center_out",
    "center_out_mirrored",
    "serpentine_from_left",
    "serpentine_from_right",
    "serpentine_from_front",
    "serpentine_from_back",
]
Columns = Literal["left_to_right", "center_out"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """The customs of one occasion. Sides are the occupants' own; the defaults are those of protocol.md section 7.

    `seatplan.protocol.SOURCES` holds section, mark and sources of every value.

    Parameters
    ----------
    name : str
        Shown on charts and reports.
    honour_side : {"left", "right"}
        Side of rank 1 on which rank 2 sits, for odd rows (conflict 1, mark B).
    even_rule : {"beside_first", "split_line"}
        Rows of an even number: the second beside the first on the honour side, or the centre line between
        the two with the first on the honour side of the line (conflict 2, both mark B).
    anchor : {"symmetric", "first_at_center", "vacant_center"}
        Where the row's centre falls (conflict 3). ``first_at_center`` (1.4 V-C) and ``vacant_center`` (1.5,
        odd rows only) are mark C [S22 S23].
    pair_rule : {"as_even", "split_line"}
        What holds for exactly two people (conflict 4); ``split_line`` has one source [S1].
    equals : tuple of str
        Ids of the two people at the top who are equals (conflict 5, mark C [S22 S23]): in an even row the
        centre line runs between them (``split_line``), in an odd row of more than 5 the centre stays empty
        between them (``vacant_center``). Smaller odd rows are undocumented and follow ``anchor``.
    presider : {"by_rank", "center", "row_end"}
        Where the presider sits; always in row 1 (conflict 6, rule 12).
    presider_side : {"left", "right"}
        Which end of the row for ``row_end``.
    lectern : {"front_center", "front_right", "front_left", "both_sides", "none"}
        Where the lectern stands, by the rostrum's own sides (conflict 7).
    lectern_split : {"presider_left", "presider_right"}
        Side of a head table's lectern on which the presider sits (conflict 8).
    hall_method : str
        How a list is laid in the hall, see `hall_order` (conflict 9).
    columns : {"left_to_right", "center_out"}
        How columns and delegations follow each other (conflict 10).
    seat_numbers : str
        How seats are numbered in a row (conflict 11).

    Raises
    ------
    InputError
        For a value that does not exist, and for settings that contradict each other, naming both.

    Examples
    --------
    >>> Convention(honour_side="right").even_rule
    'beside_first'
    >>> Convention(anchor="first_at_center", even_rule="split_line")
    Traceback (most recent call last):
    seatplan.errors.InputError: convention.anchor: 'first_at_center' clashes with even_rule 'split_line': the \
centre is either the first person's seat or the line between the first two; use anchor: symmetric, or \
even_rule: beside_first
    """

    name: str = "cn-official"
    honour_side: Side = "left"
    even_rule: EvenRule = "beside_first"
    anchor: Anchor = "symmetric"
    pair_rule: PairRule = "as_even"
    equals: tuple[str, ...] = ()
    presider: Presider = "by_rank"
    presider_side: Side = "right"
    lectern: Lectern = "front_center"
    lectern_split: LecternSplit = "presider_left"
    hall_method: HallMethod = "rows"
    columns: Columns = "left_to_right"
    seat_numbers: Numbers = "odd_left_even_right"

    def __post_init__(self) -> None:
        if not isinstance(self.equals, str):
            object.__setattr__(self, "equals", tuple(self.equals))
        refuse([*self._unknown(), *(fault for clash, fault in CLASHES if self._has(clash))])

    def _has(self, settings: dict[str, str]) -> bool:
        return all(self.value(key) == value for key, value in settings.items())

    def _unknown(self) -> Iterator[Fault]:
        for key, allowed in CHOICES.items():
            if getattr(self, key) not in allowed:
                found = f"no such value {getattr(self, key)!r}"
                yield Fault(f"convention.{key}", found, f"use one of: {', '.join(allowed)}")
        if (
            isinstance(self.equals, str)
            or len(self.equals) not in (0, 2)
            or len({*self.equals}) < len(self.equals)
        ):
            found = f"{self.equals!r} does not name two people"
            yield Fault("convention.equals", found, "give two ids; more than two equals are not documented (1.5)")

    def value(self, key: str) -> str:
        """Return a setting's value as `CHOICES` and `SOURCES` know it.

        Examples
        --------
        >>> Convention(equals=("a", "b")).value("equals")
        'two'
        """
        return ("two" if self.equals else "none") if key == "equals" else str(getattr(self, key))

    def among(self, people: Collection[str]) -> Convention:
        """Return the convention for the people who are there: equals of whom one is missing are none.

        Examples
        --------
        >>> Convention(equals=("a", "b")).among({"a", "c"}).equals
        ()
        """
        return self if set(self.equals) <= set(people) else replace(self, equals=())


CHOICES: dict[str, tuple[str, ...]] = {
    "honour_side": get_args(Side),
    "even_rule": get_args(EvenRule),
    "anchor": get_args(Anchor),
    "pair_rule": get_args(PairRule),
    "presider": get_args(Presider),
    "presider_side": get_args(Side),
    "lectern": get_args(Lectern),
    "lectern_split": get_args(LecternSplit),
    "hall_method": get_args(HallMethod),
    "columns": get_args(Columns),
    "seat_numbers": get_args(Numbers),
}
"""The values each setting can take."""

CLASHES: tuple[tuple[dict[str, str], Fault], ...] = (
    (
        {"anchor": "first_at_center", "even_rule": "split_line"},
        Fault(
            "convention.anchor",
            "'first_at_center' clashes with even_rule 'split_line': the centre is either the first person's seat "
            "or the line between the first two",
            "use anchor: symmetric, or even_rule: beside_first",
        ),
    ),
    (
        {"anchor": "first_at_center", "equals": "two"},
        Fault(
            "convention.anchor",
            "'first_at_center' clashes with equals: it is for a first person who is clearly senior (1.4)",
            "use anchor: symmetric, or remove equals",
        ),
    ),
    (
        {"anchor": "vacant_center", "presider": "center"},
        Fault(
            "convention.presider",
            "'center' clashes with anchor 'vacant_center': the centre stays empty",
            "use presider: by_rank or row_end, or anchor: symmetric",
        ),
    ),
    (
        {"equals": "two", "presider": "center"},
        Fault(
            "convention.presider",
            "'center' clashes with equals: the centre lies between the two",
            "use presider: by_rank or row_end, or remove equals",
        ),
    ),
)
"""Settings that cannot hold together, with what is said about them."""
