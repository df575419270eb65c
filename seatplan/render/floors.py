"""Floors one above the other are drawn one behind the other: a balcony must not cover the seats below it."""

from __future__ import annotations

from dataclasses import replace

from seatplan.venue import Venue

__all__ = ["floors_apart"]

APART = 3.0
"""Metres between two floors on paper."""


def floors_apart(venue: Venue) -> Venue:
    """Return the venue with each upper floor behind the one below, where they would overlap on paper.

    Examples
    --------
    >>> from seatplan.venue import Area, Seat
    >>> seats = tuple(Seat(f"s{f}", f"{f}", f"f{f}", 1, 1, 0.0, y=-5.0) for f in (1, 2))
    >>> areas = tuple(Area(f"f{f}", f"Floor {f}", "hall", floor=f) for f in (1, 2))
    >>> [seat.y for seat in floors_apart(Venue("Hall", seats, areas)).seats]
    [-5.0, -8.9]
    """
    shift = _shifts(venue)
    if not any(shift.values()):
        return venue
    moved = {area.id: shift[area.floor] for area in venue.areas}
    seats = tuple(replace(s, y=s.y + moved[s.area]) if moved[s.area] else s for s in venue.seats)
    fixtures = tuple(replace(f, y=f.y + moved[f.area]) if moved.get(f.area) else f for f in venue.fixtures)
    return replace(venue, seats=seats, fixtures=fixtures)


def _shifts(venue: Venue) -> dict[int, float]:
    """Return by floor how far it moves: until nothing of it stands before the back of the floor below."""
    shifts: dict[int, float] = {}
    bottom: float | None = None
    for floor in sorted({area.floor for area in venue.areas}):
        ys = [(s.y, venue.area_by_id[s.area].row_pitch) for s in venue.seats if _floor(venue, s.area) == floor]
        if not ys:
            shifts[floor] = 0.0
            continue
        top, low = max(y + p / 2 for y, p in ys), min(y - p / 2 for y, p in ys)
        over = 0.0 if bottom is None else top - bottom
        shifts[floor] = round(-(over + APART), 6) if bottom is not None and over > -APART / 2 else 0.0
        bottom = low + shifts[floor] if bottom is None else min(bottom, low + shifts[floor])
    return shifts


def _floor(venue: Venue, area: str) -> int:
    return venue.area_by_id[area].floor
