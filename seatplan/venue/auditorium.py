"""Auditoriums: rows of blocks that face the stage, with aisles between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from seatplan.venue.hall_faults import (
    Blocks,
    Place,
    read_aisles,
    read_blocks,
    refuse_choices,
    refuse_curve,
    refuse_places,
)
from seatplan.venue.hall_fixtures import lay_aisles, lay_doors
from seatplan.venue.hall_rows import Align, HallRows
from seatplan.venue.numbering import Language, Numbers, row_positions, seat_label, seat_numbers
from seatplan.venue.seat import COMPANION, WHEELCHAIR, Area, Fixture, Seat
from seatplan.venue.venue import Venue

__all__ = ["auditorium"]


def auditorium(
    *,
    blocks: Blocks,
    rows: int | None = None,
    id: str = "hall",  # noqa: A002
    label: str = "",
    floor: int = 1,
    seat_width: float = 0.55,
    row_pitch: float = 0.90,
    aisle: float | Sequence[float] = 1.10,
    first_row: float = 2.5,
    cross_aisles_after: Iterable[int] = (),
    cross_aisle: float = 1.20,
    curve_radius: float | None = None,
    rake: float = 0.0,
    align: Align = "aisle",
    missing: Iterable[Place] = (),
    wheelchair: Iterable[Place] = (),
    companion: Iterable[Place] = (),
    walls: Iterable[str] = (),
    doors: Iterable[Fixture] | None = None,
    floor_height: float = 4.5,
    numbers: Numbers = "odd_left_even_right",
    language: Language = "zh",
) -> Venue:
    """Return the rows of a hall, or of one floor of it. Left and right are those of somebody facing the stage.

    Parameters
    ----------
    blocks : str, sequence of int, or sequence of sequences of int
        Seats of each block of a row from the left, alike in all rows (``"5,7,5"`` or ``[5, 7, 5]``), or one
        list for each row from the front. All rows have the same blocks; 0 where one has no seats.
    rows : int, optional
        Needed unless ``blocks`` has a list for each row.
    id, label : str
        Of the area.
    floor : int
        1 is the ground floor. Upper floors are in the seats' labels; their front is a parapet.
    seat_width, row_pitch : float
        Metres from seat to seat and from row to row.
    aisle : float or sequence of float
        Width of the aisles between blocks, all alike or each.
    first_row : float
        Metres from the stage to the first row; of an upper floor, with its setback.
    cross_aisles_after : iterable of int
        Rows behind which a cross aisle runs.
    cross_aisle : float
        Metres by which it moves the rows behind it back.
    curve_radius : float, optional
        Radius of the first row. Rows are arcs about one centre on the stage's side; seats keep their width
        along the arc.
    rake : float
        Metres by which each row stands above the one in front.
    align : {"aisle", "center", "left", "right"}
        Where a block stands in rows in which it is shorter. ``aisle``: side blocks at their aisle, blocks
        between two aisles in the middle.
    missing, wheelchair, companion : iterable of (row, place)
        Places that have no seat, are wheelchair spaces, are companion seats. Places of a row count 1, 2, 3 ...
        from the left over all blocks, as in ``blocks``; missing ones count too.
    walls : iterable of {"left", "right", "front", "back"}
        Sides of the hall at which the rows touch the wall.
    doors : iterable of Fixture, optional
        Default: one at both ends of each cross aisle and, unless the back is a wall, of the passage behind the
        last row; where there is neither, one at the back end of each aisle. They are step-free on the ground
        floor only. Give an empty list for none.
    floor_height : float
        Metres from floor to floor.
    numbers : str
        How seats are numbered, see `seat_numbers`.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        One area with aisles (of straight rows) and doors. Seats one behind the other share their column; a
        block that is shorter by an odd number stands half a seat aside and counts as left.

    Raises
    ------
    InputError
        With all faults at once: places that do not exist, numbers that are not positive, unknown choices.

    Examples
    --------
    >>> hall = auditorium(rows=2, blocks="2,3,2", wheelchair=[(2, 1)], companion=[(2, 2)])
    >>> [seat.number for seat in hall.seats if seat.row == 1]
    [7, 5, 3, 1, 2, 4, 6]
    >>> int(hall.row_ends.sum()), sorted(hall.seat("hall-2-1").features)
    (12, ['wheelchair'])
    """
    marks = {"missing": frozenset(missing), "wheelchair": frozenset(wheelchair), "companion": frozenset(companion)}
    sides = frozenset(walls) | (frozenset({"front"}) if floor > 1 else frozenset())
    refuse_choices(
        {"seat_width": seat_width, "row_pitch": row_pitch, "floor_height": floor_height},
        {"first_row": first_row, "rake": rake},
        cross_aisle,
        {"align": align, "numbers": numbers, "language": language, **{f"walls {side}": side for side in sides}},
    )
    counts = read_blocks(blocks, rows)
    plan = HallRows(
        counts,
        read_aisles(aisle, len(counts[0])),
        seat_width,
        row_pitch,
        first_row,
        frozenset(cross_aisles_after),
        cross_aisle,
        curve_radius,
        rake,
        floor_height * (floor - 1),
        align,
    )
    refuse_places(counts, plan.after, marks)
    refuse_curve(plan)
    area = Area(id, label or _label(floor, language), "hall", floor, seat_width, row_pitch)
    seats = [
        seat
        for row in range(1, len(counts) + 1)
        for seat in _row(plan, area, row, marks, sides, numbers, language)
    ]
    found = lay_doors(plan, area, sides, language) if doors is None else doors
    return Venue(area.label, tuple(seats), (area,), (*lay_aisles(plan, area, language), *found))


def _row(
    plan: HallRows,
    area: Area,
    row: int,
    marks: Mapping[str, frozenset[Place]],
    sides: frozenset[str],
    numbers: Numbers,
    language: Language,
) -> Iterator[Seat]:
    """Yield the seats of a row from the left."""
    spots = list(plan.spots(row))
    positions = row_positions([spot.across for spot in spots])
    built = [k for k in range(len(spots)) if (row, k + 1) not in marks["missing"]]
    printed = seat_numbers([positions[k] for k in built], numbers)
    for k, number in zip(built, printed, strict=True):
        x, y, facing = plan.place(spots[k].across, plan.out(row))
        yield Seat(
            f"{area.id}-{row}-{k + 1}",
            seat_label(row, number, language=language, floor=area.floor),
            area.id,
            row,
            number,
            positions[k],
            spots[k].block,
            spots[k].column,
            x,
            y,
            plan.height(row),
            facing,
            _features(marks, (row, k + 1)),
            _walls(sides, (row, len(plan.counts)), k == built[0], k == built[-1]),
        )


def _features(marks: Mapping[str, frozenset[Place]], place: Place) -> frozenset[str]:
    named = (("wheelchair", WHEELCHAIR), ("companion", COMPANION))
    return frozenset(feature for name, feature in named if place in marks[name])


def _walls(sides: frozenset[str], row: tuple[int, int], first: bool, last: bool) -> frozenset[str]:
    """Return the walls of a seat of row ``row[0]`` of ``row[1]``."""
    touched = {"left": first, "right": last, "front": row[0] == 1, "back": row[0] == row[1]}
    return frozenset(side for side in sides if touched[side])


def _label(floor: int, language: Language) -> str:
    if language == "zh":
        return f"{floor}层" if floor > 1 else "会场"
    return f"Floor {floor}" if floor > 1 else "Hall"
