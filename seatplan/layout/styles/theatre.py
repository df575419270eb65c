"""Theatre: rows of chairs that face the front, as many as the room and the codes allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from seatplan.codes import Code
from seatplan.errors import Fault, refuse
from seatplan.layout.code_limits import Packs, binding, row_rule
from seatplan.layout.ground import Ground, ground
from seatplan.layout.layout import Layout
from seatplan.layout.room import Room
from seatplan.layout.rows.plan import plan_rows
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.wish import Rows, RowWish
from seatplan.layout.tier import full_order
from seatplan.venue.numbering import Language, Numbers

__all__ = ["theatre"]

_PITCH = 0.90
_PITCHES = tuple(round(0.05 * k, 2) for k in range(16, 29))
"""0.80 m to 1.40 m: less leaves nobody room to pass, and of more no code makes more of a row."""
_WIDER, _WIDTHS = 0.1, 12


def theatre(
    room: Room,
    *,
    code: Code | None = None,
    people: int | None = None,
    rows: Rows = "straight",
    pitch: float | None = None,
    seat_width: float = 0.55,
    chair_depth: float = 0.50,
    aisle: float | None = None,
    radius: float | None = None,
    angle: float = 15.0,
    rule: RowRule | None = None,
    grid: float | None = None,
    numbers: Numbers = "odd_left_even_right",
    language: Language = "en",
    objective: Sequence[str] = (),
) -> Layout:
    """Return rows of chairs that face the front.

    Parameters
    ----------
    room : Room
    code : Code, optional
        Codes whose limits hold, such as ``"cn"`` or ``"us,cn"``.
    people : int, optional
        How many places are wanted; by default as many as there can be.
    rows : {"straight", "curved", "chevron"}
    pitch : float, optional
        From row to row; by default 0.90, or with a code the one that seats most of 0.80, 0.85, ... 1.40.
    seat_width, chair_depth : float
    aisle : float, optional
        Width of the aisles; by default the least that is allowed and serves those who leave by them.
    radius : float, optional
        Of the first row, if curved; by default the depth of the hall.
    angle : float
        Degrees by which each half of a chevron is turned inwards, more than 0 and at most 45.
    rule : RowRule, optional
        Takes the place of the pitch and of all widths and limits.
    grid : float, optional
        Metres between places for aisles; by default 0.05, more in wide rooms and for curved rows.
    numbers, language
        Of the seats.
    objective : sequence of str
        Tiers that matter more than the others, the first one most; see `seatplan.layout.tier`.

    Returns
    -------
    Layout
        Its ``bound`` holds for all rows and aisles of the family that ``proof`` names.

    Raises
    ------
    InputError
        If not a single chair has a place and a way out, and for measures that are not positive.

    Examples
    --------
    >>> from seatplan.layout import Door
    >>> hall = Room(((0, 0), (12, 0), (12, 9), (0, 9)), (Door(3, 0, 1.6), Door(9, 0, 1.6)))
    >>> found = theatre(hall)
    >>> found.count, found.bound, found.limited_by
    (140, 140, 'seats')
    """
    refuse(_faults(angle, radius))
    here = ground(room)
    rules = [rule] if rule else list(_rules(binding(code), here, pitch, (seat_width, chair_depth), aisle))
    wish = RowWish(
        style=f"theatre, {rows} rows",
        code=code,
        people=people,
        rows=rows,
        radius=radius,
        angle=angle,
        grid=grid,
        back=rules[0].depth / 2,
        numbers=numbers,
        language=language,
        order=full_order(objective),
    )
    return plan_rows(here, rules, wish)


def _faults(angle: float, radius: float | None) -> Iterator[Fault]:
    if not 0 < angle <= 45:
        yield Fault("theatre angle", f"{angle:g} degrees", "give more than 0 and at most 45")
    if radius is not None and not 0 < radius < 1e4:
        yield Fault("theatre radius", f"{radius:g} m", "give a positive number of metres")


def _rules(
    packs: Packs, here: Ground, pitch: float | None, chair: tuple[float, float], aisle: float | None
) -> Iterator[RowRule]:
    """Yield the rules to compare: each pitch, with aisles ever wider."""
    for metres in (pitch,) if pitch is not None else _PITCHES if packs else (_PITCH,):
        yield from _widths(row_rule(packs, here, pitch=metres, seat=chair[0], depth=chair[1]), aisle)


def _widths(rule: RowRule, aisle: float | None) -> Iterator[RowRule]:
    if aisle is not None:
        yield replace(rule, aisle=aisle, side_aisle=min(aisle, max(rule.side_aisle, aisle / 2)))
        return
    yield rule
    for k in range(1, _WIDTHS if rule.persons_per_metre is not None else 1):
        wide = round(rule.aisle + k * _WIDER, 6)
        yield replace(rule, aisle=wide, side_aisle=max(rule.side_aisle, wide / 2))
