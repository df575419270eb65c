"""`STYLES`: all ways to fill a room by name, and `lay_out`, which takes any of them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from seatplan.codes import Code
from seatplan.errors import Fault, InputError
from seatplan.layout.ground import ground
from seatplan.layout.keep_outs import with_keep_outs
from seatplan.layout.layout import Layout
from seatplan.layout.room import Room
from seatplan.layout.styles.classroom import classroom
from seatplan.layout.styles.conference_circle import conference_circle
from seatplan.layout.styles.exam import exam
from seatplan.layout.styles.head_table_hall import head_table_hall
from seatplan.layout.styles.hemicycle import hemicycle_rows
from seatplan.layout.styles.long_tables import long_tables
from seatplan.layout.styles.meetings import boardroom, hollow_square, u_shape
from seatplan.layout.styles.photo_risers import photo_risers
from seatplan.layout.styles.reception import reception
from seatplan.layout.styles.rostrum_hall import rostrum_hall
from seatplan.layout.styles.rounds import banquet_rounds, cabaret
from seatplan.layout.styles.theatre import theatre
from seatplan.layout.tier import Tier, TierName, full_order
from seatplan.layout.tier_values import tiers_of
from seatplan.venue.numbering import Language

__all__ = ["STYLES", "Style", "lay_out"]


@dataclass(frozen=True)
class Style:
    """A way to fill a room.

    Parameters
    ----------
    make : callable
        Takes a room, ``code``, ``people``, ``language`` and settings of its own; returns a `Layout`.
    en, zh : str
        Its name for people.
    settings : mapping of str to object
        Settings that make it what it is.

    Examples
    --------
    >>> STYLES["theatre"].zh
    '剧院式'
    """

    make: Callable[..., Layout]
    en: str
    zh: str
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def options(self) -> tuple[str, ...]:
        """Settings that one may give."""
        names = inspect.signature(self.make).parameters
        return tuple(name for name in names if name not in ("room", "code", "people", "language"))


STYLES: dict[str, Style] = {
    "theatre": Style(theatre, "theatre", "剧院式"),
    "theatre-curved": Style(theatre, "theatre, curved rows", "剧院式（弧形）", {"rows": "curved"}),
    "theatre-chevron": Style(theatre, "theatre, chevron rows", "剧院式（人字形）", {"rows": "chevron"}),
    "rostrum-hall": Style(rostrum_hall, "rostrum and hall", "主席台与会场"),
    "classroom": Style(classroom, "classroom", "课桌式"),
    "exam": Style(exam, "examination", "考场"),
    "exam-staggered": Style(exam, "examination, staggered desks", "考场（梅花座）", {"arrangement": "staggered"}),
    "hemicycle": Style(hemicycle_rows, "hemicycle", "半圆议事厅"),
    "boardroom": Style(boardroom, "boardroom", "长桌会议"),
    "u-shape": Style(u_shape, "U-shape", "U形"),
    "hollow-square": Style(hollow_square, "hollow square", "回字形"),
    "circle": Style(conference_circle, "conference circle", "圆圈会议"),
    "banquet": Style(banquet_rounds, "banquet, staggered rounds", "圆桌宴会（错位）"),
    "banquet-square": Style(
        banquet_rounds, "banquet, rounds in a grid", "圆桌宴会（方阵）", {"arrangement": "square"}
    ),
    "banquet-free": Style(banquet_rounds, "banquet, rounds anywhere", "圆桌宴会（自由）", {"arrangement": "free"}),
    "cabaret": Style(cabaret, "cabaret, crescent rounds", "半圆桌"),
    "head-table": Style(head_table_hall, "head table and rounds", "主桌与圆桌"),
    "long-tables": Style(long_tables, "long tables", "长条桌宴会"),
    "reception": Style(reception, "reception, standing", "立式酒会"),
    "photo-risers": Style(photo_risers, "group photograph", "合影"),
}
"""All styles by the name that files and commands use."""


def lay_out(
    room: Room,
    style: str,
    *,
    code: Code | None = None,
    people: int | None = None,
    language: Language = "en",
    options: Mapping[str, Any] | None = None,
    objective: Sequence[str] = (),
) -> Layout:
    """Return a room filled in a style.

    Parameters
    ----------
    room : Room
    style : str
        One of `STYLES`.
    code : Code, optional
        Codes whose limits hold, such as ``"cn"`` or ``"us,cn"``.
    people : int, optional
        How many places are wanted; by default as many as there can be.
    language : {"zh", "en"}
        Of labels.
    options : mapping of str to object, optional
        Settings of the style.
    objective : sequence of str
        Tiers that matter more than the others, the first one most; see `seatplan.layout.tier`. Theatres are laid
        out by it; of other styles, the tiers are told in this order.

    Returns
    -------
    Layout
        With its tiers; flexible keep-outs are used where they cost more places than their price.

    Raises
    ------
    InputError
        For an unknown style or setting, and as the style does.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> lay_out(Room(rectangle(9, 6)), "boardroom", people=10).count
    10
    >>> lay_out(Room(rectangle(9, 6)), "theater")
    Traceback (most recent call last):
    seatplan.errors.InputError: style: there is no style 'theater'; use one of: theatre, ...
    """
    if style not in STYLES:
        raise InputError([Fault("style", f"there is no style {style!r}", f"use one of: {', '.join(STYLES)}")])
    chosen, own = STYLES[style], dict(options or {})
    unknown = [name for name in own if name not in chosen.options]
    if unknown:
        known = f"use: {', '.join(chosen.options) or 'none'}"
        raise InputError([Fault(f"style {style!r}", f"it has no setting {name!r}", known) for name in unknown])
    if people is not None and people < 1:
        raise InputError([Fault("people", f"{people}", "give a whole number from 1")])
    order = full_order(objective)
    aims = {"objective": tuple(objective)} if objective and "objective" in chosen.options else {}
    common = {"code": code, "people": people, "language": language, **chosen.settings, **own, **aims}
    found, there = with_keep_outs(room, lambda one: chosen.make(one, **common))
    return replace(found, tiers=_tiers(there, found, order, any(box.flexible for box in room.keep_clear)))


def _tiers(room: Room, found: Layout, order: Sequence[TierName], flexible: bool) -> tuple[Tier, ...]:
    """Return the tiers of a layout, with those bounds that its style knows."""
    known = {tier.name: tier.bound for tier in found.tiers if found.tiers[0].value == found.count}
    bounds = {**known, "count": float(found.bound)}
    return tiers_of(ground(room), found.venue, found.count, order, bounds, len(found.used) if flexible else None)
