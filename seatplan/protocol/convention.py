"""`Convention`: where honour lies, as data that a user can change (protocol.md section 7)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Literal, get_args, get_origin, get_type_hints

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
GuestSide = Literal["right_on_entering", "left_on_entering"]
TalksInterpreter = Literal["mirror", "right", "behind"]
SofasSide = Literal["honour_side", "left", "right"]
PhotoSide = Literal["usual", "left", "right"]
BanquetStyle = Literal["host_faces_door", "traditional_left"]
SecondGuest = Literal["host_left", "cohost_right"]
Fill = Literal["alternate", "clockwise", "alternate_host_guest", "free"]
Mod4 = Literal["shift_hostess", "adjacent", "two_at_ends"]
BanquetInterpreter = Literal["guest_right", "opposite", "behind", "none"]
UHead = Literal["closed_end", "opening"]
Outranked = Literal["swap", "keep"]


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
        What holds for exactly two people (conflict 4); each has one source (C [S6], C [S1]).
    equals : tuple of str
        Ids of the two people at the top who are equals (conflict 5, mark C [S22 S23]): in an even row the
        centre line runs between them (``split_line``), in an odd row of more than 5 the centre stays empty
        between them (``vacant_center``). Smaller odd rows are undocumented and follow ``anchor``.
    presider : {"by_rank", "center", "row_end"}
        Where the presider sits; always in row 1 (conflict 6, rule 12).
    presider_side : {"left", "right"}
        Which end of the row for ``row_end``.
    lectern : {"front_center", "front_right", "front_left", "both_sides", "none"}
        Where the lectern stands, by the rostrum's own sides (conflict 7); ``both_sides`` is mark C [S18],
        ``front_left`` and ``none`` are D.
    lectern_split : {"presider_left", "presider_right"}
        Side of a head table's lectern on which the presider sits (conflict 8); ``presider_right`` is mark C
        [S101].
    hall_method : str
        How a list is laid in the hall, see `hall_order` (conflict 9).
    columns : {"left_to_right", "center_out"}
        How columns and delegations follow each other (conflict 10).
    seat_numbers : str
        How seats are numbered in a row (conflict 11, all C or D).
    guest_side : {"right_on_entering", "left_on_entering"}
        Side of the guests at a long table end-on to the door (conflict 15); the option is mark C [S89 S90].
    talks_interpreter : {"mirror", "right", "behind"}
        Interpreters in talks (conflict 16, all B): face to face, each at the principal's right, or behind.
    sofas_side : {"honour_side", "left", "right"}
        Side of the host on which the guest sits on sofas (conflict 17): that of ``honour_side``, so left for a
        superior's visit at home and right for foreign guests (B); ``right`` at home has one source (C [S98]).
    photo_side : {"usual", "left", "right"}
        Honoured side of a photograph (conflict 18, B): as the convention says for people of one list, right with
        foreign guests; or always the same.
    banquet_style : {"host_faces_door", "traditional_left"}
        Main seat of a round table (conflict 19): the host's, or, in the older style, the chief guest's with the
        left higher (B [S111 S112 S113]); where the host sits then is not known, so it is for one list only.
    second_guest : {"host_left", "cohost_right"}
        Conflict 20, at a table with a co-host; the option has one source (C [S110]).
    fill : {"alternate", "clockwise", "alternate_host_guest", "free"}
        Who takes the remaining seats of a round table (conflict 21): guests in turn right and left; clockwise
        from guest 2 (C [S114]); hosts and guests in turn (C [S115]); in no order.
    table_side : {"left", "right"}
        Of two tables side by side the one that is higher, facing the door from inside (conflict 22); left is the
        older numbering (C [S111]).
    mod4 : {"shift_hostess", "adjacent", "two_at_ends"}
        Western dinners of a multiple of four (conflict 23): the hostess moves one seat to her left (D); two
        pairs of neighbours are alike (B); two places at each end of the table (C [S124]).
    banquet_interpreter : {"guest_right", "opposite", "behind", "none"}
        Conflict 24 (each C): at the chief guest's right; opposite the chief guest; behind, as at State banquets;
        there are none.
    u_head : {"closed_end", "opening"}
        Where the leader sits at a U-shape (conflict 25): in the middle of the closed end (C [S38]), or at the
        opening (C [S99], a weak source).
    guest_outranks_host : {"swap", "keep"}
        What follows if the chief guest outranks the host (conflict 28): the guest takes the main seat (C [S91]),
        or nothing.

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
    guest_side: GuestSide = "right_on_entering"
    talks_interpreter: TalksInterpreter = "mirror"
    sofas_side: SofasSide = "honour_side"
    photo_side: PhotoSide = "usual"
    banquet_style: BanquetStyle = "host_faces_door"
    second_guest: SecondGuest = "host_left"
    fill: Fill = "alternate"
    table_side: Side = "right"
    mod4: Mod4 = "shift_hostess"
    banquet_interpreter: BanquetInterpreter = "guest_right"
    u_head: UHead = "closed_end"
    guest_outranks_host: Outranked = "swap"

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
    name: get_args(hint) for name, hint in get_type_hints(Convention).items() if get_origin(hint) is Literal
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
    (
        {"fill": "clockwise", "second_guest": "cohost_right"},
        Fault(
            "convention.fill",
            "'clockwise' clashes with second_guest 'cohost_right': the one is for a table without a co-host, the "
            "other for a table with one",
            "use fill: alternate, or second_guest: host_left",
        ),
    ),
    (
        {"banquet_style": "traditional_left", "second_guest": "cohost_right"},
        Fault(
            "convention.banquet_style",
            "'traditional_left' clashes with second_guest 'cohost_right': the older style has no co-host",
            "use banquet_style: host_faces_door, or second_guest: host_left",
        ),
    ),
    *(
        (
            {"banquet_style": "traditional_left", "fill": fill},
            Fault(
                "convention.banquet_style",
                f"'traditional_left' clashes with fill {fill!r}: that one goes out from a host who faces the door",
                "use banquet_style: host_faces_door, or fill: alternate",
            ),
        )
        for fill in ("clockwise", "alternate_host_guest", "free")
    ),
)
"""Settings that cannot hold together, with what is said about them."""
