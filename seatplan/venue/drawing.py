"""A room as it looks, in text: `from_drawing` reads it, `to_drawing` writes it.

The stage is at the top of the drawing, as on a chart. One character is one seat wide, one line is one row
deep::

    ####################
    #     =======      #
    #      rrrrr       #
    #     S  L  S      #
    D                  #
    #oooo ooooooo oooo #
    #oooo oo.oooo oooo #
    D------------------D
    #oooo wcooooo oooo #
    ####################

==========  ===================================================================================================
``=``       stage; the words ``主席台`` and ``STAGE`` in it are read as ``=``
``r``       seat of the rostrum, facing the hall; its lowest line is its front row
``o``       seat of the hall
``w`` ``c`` wheelchair space and companion seat of the hall
other       any other letter or digit is a seat of the hall with this name as id and label
``.``       a seat is missing: its neighbours are not next to each other, and no aisle separates them
space `|`   aisle
``-``       cross aisle; a line without seats is one, too
``#``       wall: nobody passes; it belongs to the seat that it touches
``D`` ``d`` door, and door with steps
``L``       lectern
``S`` ``R`` steps and ramp to the stage, which is raised if there are any
==========  ===================================================================================================
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from seatplan.venue.numbering import Language, Numbers, seat_label, seat_numbers
from seatplan.venue.seat import COMPANION, WHEELCHAIR, Area, AreaKind, Fixture, FixtureKind, Seat
from seatplan.venue.sheet import Sheet, is_name, read_sheet
from seatplan.venue.venue import Venue
from seatplan.venue.written import written

__all__ = ["from_drawing", "to_drawing"]

_FEATURES = {"w": frozenset({WHEELCHAIR}), "c": frozenset({COMPANION})}
_NAMES = {"zh": {"hall": "会场", "rostrum": "主席台"}, "en": {"hall": "Hall", "rostrum": "Rostrum"}}
_KINDS: dict[str, tuple[FixtureKind, str, str]] = {
    "=": ("stage", "舞台", "Stage"),
    "#": ("wall", "墙", "Wall"),
    "-": ("aisle", "横过道", "Cross aisle"),
    "D": ("door", "门", "Door"),
    "d": ("door", "门", "Door"),
    "L": ("lectern", "发言席", "Lectern"),
    "S": ("steps", "台阶", "Steps"),
    "R": ("steps", "坡道", "Ramp"),
}


def from_drawing(
    text: str,
    *,
    name: str = "Room",
    seat_width: float = 0.55,
    row_pitch: float = 0.90,
    rise: float = 0.0,
    stage_height: float = 0.8,
    numbers: Numbers = "odd_left_even_right",
    language: Language = "zh",
) -> Venue:
    """Return the venue that a drawing shows.

    Parameters
    ----------
    text : str
        See the module for the alphabet. Common indentation and empty lines around it do not matter.
    name : str
    seat_width, row_pitch : float
        Metres that a character is wide and a line is deep.
    rise : float
        Metres from row to row of the hall.
    stage_height : float
        Height of the rostrum, if steps or a ramp are drawn.
    numbers : str
        How seats are numbered, see `seat_numbers`.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        With the areas ``rostrum`` and ``hall``, as far as they have seats. The middle of the lowest line of
        the stage or rostrum is the origin; without them, the middle above the first row of seats.

    Raises
    ------
    InputError
        For characters that are not of the alphabet, rostrum seats among or below those of the hall, and all
        that `Venue` refuses.

    Examples
    --------
    >>> room = from_drawing('''
    ...     =====
    ...      rrr
    ...
    ...     oo wc
    ...     oo.oo
    ... ''')
    >>> [seat.label for seat in room.seats][:5]
    ['主席台1排3号', '主席台1排1号', '主席台1排2号', '1排3号', '1排1号']
    >>> room.next_to.tolist()
    [[1, 0], [2, 1], [3, 4], [5, 6], [7, 8], [9, 10]]
    """
    sheet = read_sheet(text, seat_width, row_pitch)
    height = stage_height if sheet.has("SR") else 0.0
    seats = [
        *_seats(sheet, "rostrum", numbers, language, [height] * len(sheet.rows("rostrum"))),
        *_seats(sheet, "hall", numbers, language, [rise * k for k in range(len(sheet.rows("hall")))]),
    ]
    areas = (Area(kind, _NAMES[language][kind], kind, 1, seat_width, row_pitch) for kind in sheet.kinds)
    return Venue(name, tuple(seats), tuple(areas), tuple(_fixtures(sheet, height, language)))


def _seats(
    sheet: Sheet, kind: AreaKind, numbers: Numbers, language: Language, heights: Sequence[float]
) -> Iterator[Seat]:
    """Yield the seats of an area, row by row, from the left of the drawing."""
    columns = sheet.columns(kind)
    for (row, line), height in zip(enumerate(sheet.rows(kind), 1), heights, strict=True):
        places = sheet.places(line)
        taken = [j for j in places if sheet.lines[line][j] != "."]
        printed = dict(zip(taken, seat_numbers([places[j] for j in taken], numbers), strict=True))
        for place, j in enumerate(taken, 1):
            mark = sheet.lines[line][j]
            area = _NAMES[language]["rostrum"] if kind == "rostrum" else ""
            yield Seat(
                mark if is_name(mark) else f"{kind}-{row}-{place}",
                mark if is_name(mark) else seat_label(row, printed[j], language=language, area=area),
                kind,
                row,
                printed[j],
                position=-places[j] if kind == "rostrum" else places[j],
                block=sheet.blocks(kind)[line, j],
                column=columns[j],
                x=sheet.x(j),
                y=sheet.y(line),
                z=height,
                facing=270.0 if kind == "rostrum" else 90.0,
                features=_FEATURES.get(mark, frozenset()),
                walls=sheet.walls(kind, line, j),
            )


def _fixtures(sheet: Sheet, height: float, language: Language) -> Iterator[Fixture]:
    """Yield what is no seat."""
    serial = {kind: count(1) for kind, _, _ in _KINDS.values()}
    for mark, (top, left, bottom, right) in sheet.things():
        kind, zh, en = _KINDS[mark]
        number = next(serial[kind])
        on_stage = mark in "=L" and bottom <= sheet.edge
        width, depth = sheet.size(mark, (top, left, bottom, right))
        yield Fixture(
            f"{kind}-{number}",
            zh if language == "zh" else en,
            kind,
            sheet.x((left + right) / 2),
            sheet.y((top + bottom) / 2),
            width,
            depth,
            step_free=mark not in "dS",
            area="rostrum" if mark == "L" and on_stage and sheet.rows("rostrum") else "",
            z=height if on_stage else 0.0,
        )


def to_drawing(venue: Venue) -> str:
    """Return the drawing of a venue with straight rows on one floor, as `from_drawing` reads it.

    Parameters
    ----------
    venue : Venue

    Returns
    -------
    str
        Cells are as wide as the narrowest seat and as deep as the shortest row pitch; what lies between cells
        moves to the nearest.

    Raises
    ------
    InputError
        When two seats fall into one cell, as they do on floors above each other.

    Examples
    --------
    >>> print(to_drawing(from_drawing('''
    ...     ####
    ...     oo o
    ...     o.oD
    ... ''')))
    ####
    oo o
    o.oD
    """
    return "\n".join(written(venue))
