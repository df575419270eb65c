"""`GroupOrder`: how delegations follow each other, as settings of a file can say it (protocol.md 2.2, 2.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from seatplan.errors import Fault, InputError, refuse
from seatplan.people.alphabet import LANGUAGES, alphabet_key
from seatplan.people.pinyin import pinyin_key
from seatplan.people.published import Tail, npc_units, published
from seatplan.people.rotation import council_table, rotate_delegations
from seatplan.people.states import drawn_start, games_order, half_years
from seatplan.people.strokes import stroke_key

__all__ = ["GroupOrder"]

GroupsBy = Literal[
    "given",
    "alphabet",
    "pinyin",
    "surname_strokes",
    "name_strokes",
    "npc_units",
    "cppcc_sectors",
    "eu_states",
]


@dataclass(frozen=True, kw_only=True)
class GroupOrder:
    """How delegations follow each other.

    Parameters
    ----------
    key : str
        What makes a delegation: ``group``, or a column such as ``country``.
    by : str
        ``given``: as they are listed; ``alphabet``, ``pinyin``, ``surname_strokes``, ``name_strokes``: of their
        names; ``npc_units`` (rule 21, A), ``cppcc_sectors`` (2.3(b), in part D), ``eu_states`` (rule 24, A): as
        published.
    lang : str
        Language of the alphabetical order.
    tail : {"quota", "tw_pla_hk_mo"}
        Conflict 12, the last four of ``npc_units``; the option has no documented source (D).
    drawn : str
        The one that was drawn; the order begins there and goes on from the end to the beginning (rule 22, A).
    first, next_host, host : str
        The one that leads (Greece at the Olympic Games), the next host before the host, the host last (rule 26,
        B).
    years : int
        How often the places have rotated in units of ``block`` (rule 19, B; the mapping to columns is D).
    block : int
    direction : {"outward", "inward"}
    half_years : int
        How often a council has moved one seat to the left (rule 25, A/B).
    since, on : str
        The same from two dates: when the order held, and the day in question.

    Raises
    ------
    InputError
        For settings that do not exist or clash.

    Examples
    --------
    >>> GroupOrder(by="alphabet", drawn="Yemen").ordered(["Albania", "Zambia", "Yemen"])
    ('Yemen', 'Zambia', 'Albania')
    """

    key: str = "group"
    by: GroupsBy = "given"
    lang: str = "en"
    tail: Tail = "quota"
    drawn: str = ""
    first: str = ""
    next_host: str = ""
    host: str = ""
    years: int = 0
    block: int = 7
    direction: Literal["outward", "inward"] = "outward"
    half_years: int = 0
    since: str = ""
    on: str = ""

    def __post_init__(self) -> None:
        refuse(self._faults())

    def _faults(self) -> Iterator[Fault]:
        for name, choices in (("by", GroupsBy), ("tail", Tail)):
            if getattr(self, name) not in get_args(choices):
                mend = f"use one of: {', '.join(get_args(choices))}"
                yield Fault(f"group_order.{name}", f"no such value {getattr(self, name)!r}", mend)
        if self.lang not in LANGUAGES:
            yield Fault(
                "group_order.lang", f"no such language {self.lang!r}", f"use one of: {', '.join(LANGUAGES)}"
            )
        for name, low in (("years", 0), ("half_years", 0), ("block", 1)):
            if getattr(self, name) < low:
                yield Fault(f"group_order.{name}", f"{getattr(self, name)}", f"use {low} or more")
        yield from self._clashes()
        yield from self._bad_dates()

    def _clashes(self) -> Iterator[Fault]:
        """Yield settings that cannot hold together, both named."""
        games = next((name for name in ("first", "next_host", "host") if getattr(self, name)), "")
        if games and not self.host:
            yield Fault(f"group_order.{games}", f"{games!r} without `host`", "name the host")
        if self.drawn and games:
            yield Fault("group_order.drawn", f"'drawn' clashes with {games!r}: both say who is first", "drop one")
        if self.years and (self.half_years or self.since):
            yield Fault("group_order.years", "'years' clashes with 'half_years': two rotations", "drop one")
        if self.half_years and self.since:
            yield Fault("group_order.since", "'since' clashes with 'half_years': both count them", "drop one")
        if self.tail != "quota" and self.by != "npc_units":
            yield Fault("group_order.tail", f"'tail' clashes with by {self.by!r}", "use by: npc_units")
        if bool(self.since) != bool(self.on):
            yield Fault("group_order.since", "`since` and `on` belong together", "give both dates")

    def _bad_dates(self) -> Iterator[Fault]:
        for name in (name for name in ("since", "on") if getattr(self, name)):
            try:
                date.fromisoformat(getattr(self, name))
            except ValueError:
                yield Fault(f"group_order.{name}", f"{getattr(self, name)!r}", "write a date such as 2026-07-01")

    def ordered(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the names of the delegations in this order.

        Raises
        ------
        InputError
            For a name that is not in the published list, and for somebody drawn or a host who is not among them.
        """
        key = self._key(names)
        self._refuse_strangers(names)
        if self.drawn:
            order = drawn_start(names, self.drawn, key=key)
        elif self.host:
            special = {"next_host": self.next_host or None, "first": self.first or None}
            order = games_order(names, self.host, key=key, **special)
        else:
            order = tuple(sorted(names, key=key))
        turns = half_years(*map(date.fromisoformat, (self.since, self.on))) if self.since else self.half_years
        if self.years and self.block > len(order):
            found = f"{len(order)} delegations in units of {self.block}"
            raise InputError([Fault("group_order.block", found, f"use a block of {len(order)} or less")])
        return rotate_delegations(council_table(order, turns), self.block, self.direction, years=self.years)

    def _refuse_strangers(self, names: Sequence[str]) -> None:
        """Refuse who is named in a setting without being there."""
        settings = ("drawn", "first", "next_host", "host")
        refuse(
            Fault(f"group_order.{name}", f"there is no delegation {value!r}", f"use one of: {', '.join(names)}")
            for name in settings
            if (value := getattr(self, name)) and value not in names
        )

    def _key(self, names: Sequence[str]) -> Callable[[str], Any]:
        match self.by:
            case "given":
                return list(names).index
            case "alphabet":
                return lambda name: alphabet_key(name, lang=self.lang)
            case "pinyin":
                return pinyin_key
            case "surname_strokes":
                return stroke_key
            case "name_strokes":
                return lambda name: stroke_key(name, single_name="compare")
            case _:
                return self._published(names).__getitem__

    def _published(self, names: Sequence[str]) -> dict[str, int]:
        """Return the place of each name in the published list, by any of the names it has there."""
        rows = published(self.by).rows
        columns = 2 if self.by == "eu_states" else 1
        place = {name: k for k, row in enumerate(rows) for name in row[:columns]}
        if self.by == "npc_units":
            place = {name: k for k, name in enumerate(npc_units(self.tail))}
        lost = [name for name in names if name not in place]
        shown = ", ".join(lost[:5]) + (" ..." if len(lost) > 5 else "")
        mend = f"write names as in the list: {', '.join(row[0] for row in rows[:3])} ..."
        refuse([Fault("group_order.by", f"not in the list {self.by}: {shown}", mend)] if lost else [])
        return place
