"""For how many people a room is reckoned: those who are counted, and those whom its floor would take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seatplan.codes.checks.hall import Hall
from seatplan.codes.exact import round_down, round_up
from seatplan.codes.finding import Finding
from seatplan.codes.formulas.occupant_load import fixed_load, load_cap, loose_seats, occupant_load
from seatplan.codes.pack import Pack
from seatplan.codes.value import Reading

__all__ = ["Load", "load_findings", "loads"]

_TABLES = frozenset({"table", "ring"})


@dataclass(frozen=True)
class Load:
    """People for whom the ways out are reckoned.

    Parameters
    ----------
    persons : int
    readings : tuple of Reading
        Values that went into it; none for people who were counted.
    """

    persons: int
    readings: tuple[Reading, ...] = ()

    def share(self, part: int, whole: int) -> Load:
        """Return the load of a part of the seats."""
        return self if part == whole or not whole else Load(round_up(self.persons * part / whole), self.readings)


def loads(hall: Hall, pack: Pack) -> list[Load]:
    """Return the loads that a code asks to reckon with, the counted one first.

    Parameters
    ----------
    hall : Hall
    pack : Pack

    Returns
    -------
    list of Load
        Loose chairs can be moved, so there the area decides where it is known; of fixed seats only the number
        counts, in some codes with a factor.

    Examples
    --------
    >>> from seatplan.codes import load_pack
    >>> from seatplan.codes.checks import Options
    >>> from seatplan.venue import auditorium
    >>> room = auditorium(rows=10, blocks="10")
    >>> [load.persons for load in loads(Hall(room, Options()), load_pack("gb-50016-2014"))]
    [100, 110]
    >>> [load.persons for load in loads(Hall(room, Options(gang=1, floor_area=130)), load_pack("ibc-2021"))]
    [100, 200]
    """
    found = [Load(hall.persons)] if hall.persons else []
    if _by_area(hall) and pack.says(f"load.{_use(hall)}"):
        found.append(_of_area(hall, pack))
    elif hall.persons and hall.options.gang is None and hall.options.persons is None and pack.says("load.fixed"):
        found.append(Load(fixed_load(pack, hall.persons), (pack.read("load.fixed"),)))
    return found


def _by_area(hall: Hall) -> bool:
    return hall.options.floor_area is not None and (hall.options.gang is not None or not hall.venue.seats)


def _use(hall: Hall) -> str:
    kinds = {area.kind for area in hall.venue.areas}
    tables = any(fixture.kind == "table" for fixture in hall.venue.fixtures)
    return "tables" if tables or kinds & _TABLES else "chairs"


def _of_area(hall: Hall, pack: Pack) -> Load:
    """Return the load of the floor, and of the stage that stands beside it."""
    use, area = _use(hall), hall.options.floor_area or 0.0
    persons, readings = (
        occupant_load(pack, area, "tables" if use == "tables" else "chairs"),
        [pack.read(f"load.{use}")],
    )
    stages = sum(f.width * f.depth for f in hall.venue.fixtures if f.kind == "stage")
    if stages and pack.says("load.stage"):
        persons += occupant_load(pack, stages, "stage")
        readings.append(pack.read("load.stage"))
    return Load(persons, tuple(readings))


def load_findings(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Yield in what the floor is too small for the people: densities, increases, area for each, loose chairs.

    Examples
    --------
    >>> from seatplan.codes.checks import Options, check_venue
    >>> from seatplan.venue import auditorium
    >>> room = auditorium(rows=10, blocks="10,10", language="en")
    >>> told = check_venue(room, "nfpa-101", options=Options(floor_area=120, gang=1))
    >>> [(f.found, f.needed) for f in told if f.quantity.key == "load.persons"]
    [('200 persons', '184 persons')]
    """
    if hall.options.floor_area is None or not hall.persons:
        return
    yield from _most(hall, pack, hall.options.floor_area)
    yield from _each(hall, pack, hall.options.floor_area)
    loose = hall.options.gang == 1 and pack.says("gang.above") and hall.persons > pack.si("gang.above")
    if loose and pack.says("loose.area"):
        most = loose_seats(pack, hall.options.floor_area)
        yield from hall.judge(
            [pack.read("loose.area")], len(hall.venue.seats), hall.venue.name, needed=most, asked="loose.seats"
        )


def _most(hall: Hall, pack: Pack, area: float) -> Iterator[Finding]:
    """Judge the people by the cap of increases, which binds above the load of the table only, or by density."""
    key = f"load.{_use(hall)}"
    if _by_area(hall) and pack.says(key) and pack.says("load.increase"):
        most = max(load_cap(pack, area), 0)
        if hall.persons > round_up(area / float(pack.si(key))):
            readings = [pack.read("load.increase"), pack.read(key)]
            yield from hall.judge(readings, hall.persons, hall.venue.name, needed=most, asked="load.persons")
            return
    if pack.says("load.density", area):
        reading = pack.read("load.density", area)
        most = round_down(area / float(reading.si))
        yield from hall.judge([reading], hall.persons, hall.venue.name, needed=most, asked="load.persons")


def _each(hall: Hall, pack: Pack, area: float) -> Iterator[Finding]:
    """Judge the area of each person in meeting rooms and theatres; of the grades the lowest."""
    for key in (f"meeting.area.{_use(hall)}", "hall.area.grade-3"):
        if pack.says(key):
            yield from hall.judge([pack.read(key)], area / hall.persons, hall.venue.name)
