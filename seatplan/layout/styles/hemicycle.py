"""Hemicycle: rows on half circles about one centre, as in a parliament."""

from __future__ import annotations

from dataclasses import replace
from math import pi

from seatplan.codes import Code
from seatplan.errors import refuse
from seatplan.layout.code_limits import binding, row_rule
from seatplan.layout.ground import ground
from seatplan.layout.layout import Layout
from seatplan.layout.room import Room
from seatplan.layout.rows.plan import RowWish, best_wish, plan_rows
from seatplan.venue.lines import measure_faults
from seatplan.venue.numbering import Language, Numbers

__all__ = ["hemicycle_rows"]

_RADII = (6.0, 5.0, 4.0, 3.0, 2.5, 2.0)
"""Those of large halls first: what they seat, others need not be looked at for."""
_COARSE, _FINE = 0.6, 0.25


def hemicycle_rows(
    room: Room,
    *,
    code: Code | None = None,
    people: int | None = None,
    radius: float | None = None,
    pitch: float = 1.10,
    seat_width: float = 0.70,
    chair_depth: float = 0.60,
    numbers: Numbers = "odd_left_even_right",
    language: Language = "en",
) -> Layout:
    """Return rows on half circles that face their centre before the front.

    Parameters
    ----------
    room : Room
    code : Code, optional
    people : int, optional
        How many places are wanted; by default as many as there can be.
    radius : float, optional
        Of the first row; by default the one of 2 to 6 m that seats most.
    pitch, seat_width, chair_depth : float
    numbers, language
        Of the seats.

    Returns
    -------
    Layout
        Its area is a ``parliament``.

    Raises
    ------
    InputError
        As for `theatre`.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> found = hemicycle_rows(Room(rectangle(12, 9)), radius=3.0)
    >>> found.venue.areas[0].kind, found.count == found.bound
    ('parliament', True)
    """
    measures = {"pitch": pitch, "seat_width": seat_width, "chair_depth": chair_depth, "radius": radius or 1.0}
    refuse(measure_faults("hemicycle", measures))
    here = ground(room)
    rule = row_rule(binding(code), here, pitch=pitch, seat=seat_width, depth=chair_depth)

    def wish(metres: float, grid: float) -> RowWish:
        return RowWish(
            style="hemicycle",
            code=code,
            people=people,
            rows="curved",
            radius=metres,
            widest=pi / 2,
            grid=grid,
            back=chair_depth / 2,
            kind="parliament",
            numbers=numbers,
            language=language,
        )

    known = [metres for metres in _RADII if metres > rule.first] or [rule.first + 1.0]
    radii = known if radius is None else [radius]
    best = best_wish(here, rule, [wish(metres, _COARSE) for metres in radii])
    return plan_rows(here, [rule], replace(best, grid=_FINE))
