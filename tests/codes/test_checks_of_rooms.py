"""Loads, gangs, ways with a choice, floors, views and sound: venues that are drawn so that the reader counts."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import numpy as np
import pytest

from seatplan.codes import load_pack
from seatplan.codes.checks import Options
from seatplan.codes.checks.common_path import common_paths, floor_graph
from seatplan.codes.checks.evacuation import door_loads, flow
from seatplan.codes.checks.hall import Hall
from seatplan.codes.checks.loads import loads
from seatplan.codes.checks.measures import seat_measures, sight_section
from seatplan.errors import InputError
from seatplan.venue import Area, Fixture, Seat, Venue, combine, from_drawing, rostrum
from tests.codes.test_checks import found, hall, row, told, with_doors

# Loads


def test_loose_chairs_are_reckoned_by_the_area_and_fixed_seats_by_their_number() -> None:
    room = with_doors(hall(), (-10, -14, 2), (10, -14, 2))  # 340 seats; 400 m2 / 0.65 = 616 people

    assert not found(room, "ibc-2021", "exits.count", floor_area=400.0)
    assert told(room, "ibc-2021", "exits.count", floor_area=400.0, gang=3) == ["2 exits, at least 3 exits"]


def test_a_stage_takes_people_too() -> None:
    stage = Fixture("s", "Stage", "stage", 0, 2, 10, 4)
    room = Venue("Room", (), (), (stage,))
    reckoned = loads(Hall(room, Options(floor_area=65.1)), load_pack("ibc-2021"))

    assert [load.persons for load in reckoned] == [101 + 29]  # 65.1 m2 / 7 ft2, and 40 m2 / 15 ft2


def test_a_factor_that_nobody_has_confirmed_only_advises() -> None:
    room = with_doors(hall(rows=10, blocks="12,13"), (-8, -14, 2), (8, -14, 2))  # 250 seats; 1.1 x 250 = 275

    assert not found(room, "gb-50016-2014", "exits.count")  # two doors take 500
    tight = with_doors(hall(rows=20, blocks="12,13"), (-8, -24, 2), (8, -24, 2))  # 500 seats, but 550 people
    (finding,) = found(tight, "gb-50016-2014", "exits.count")
    assert (finding.found, finding.needed, finding.level) == ("2 exits", "3 exits", "advise")


def test_more_people_than_the_table_must_not_pass_seven_square_feet() -> None:
    room, area = hall(), 340 * 0.65  # one person for each 7 ft2 (0.6503 m2): 339 by the cap, 340 by the table

    assert not found(room, "ibc-2021", "load.persons", gang=3, floor_area=area)
    assert told(room, "ibc-2021", "load.persons", gang=3, floor_area=area - 2) == [
        "340 persons, at most 336 persons"
    ]


def test_loose_chairs_have_15_square_feet_each() -> None:
    room = hall()  # 340 chairs; 474 m2 are 5102 ft2: 340 chairs

    assert not found(room, "nfpa-101", "loose.seats", gang=1, floor_area=474.0)
    assert told(room, "nfpa-101", "loose.seats", gang=1, floor_area=470.0) == [
        "340 chairs, at most 337 chairs"
    ] or told(room, "nfpa-101", "loose.seats", gang=1, floor_area=470.0) == ["340 persons, at most 337 persons"]


# Gangs


def test_chairs_of_a_large_hall_stand_in_gangs_of_three() -> None:
    large, small = row("ooooo oo", seat_width=0.5), row("ooooo oo", seat_width=0.5)

    assert not found(small, "nfpa-101", "gang.least", gang=1)
    assert told(large, "nfpa-101", "gang.least", gang=5, persons=201) == ["2 chairs, at least 3 chairs"]


@pytest.mark.parametrize(("gang", "wrong"), [(10, []), (5, []), (3, ["2 chairs, at least 4 chairs"])])
def test_a_row_of_ten_is_cut_as_equal_as_can_be(gang: int, wrong: list[str]) -> None:
    assert told(row("o" * 10), "uk-hmg", "gang.least", gang=gang) == wrong  # 10; 5+5; 3+3+2+2


def test_gangs_may_be_too_long() -> None:
    assert told(row("o" * 13), "uk-hmg", "gang.most", gang=13) == ["13 chairs, at most 12 chairs"]


def test_long_rows_are_clipped() -> None:
    assert not found(row("o" * 7), "uk-ucl", "loose.row", gang=1)
    assert told(row("o" * 8), "uk-ucl", "loose.row", gang=1) == ["8 chairs, at most 7 chairs"]


def test_fixed_seats_need_no_gangs() -> None:
    assert not found(row("oo"), "us-maine", "gang.least")


# The main exit


def test_half_of_a_large_crowd_leaves_by_the_main_exit() -> None:
    even = with_doors(hall(), (-10, -14, 1.0), (10, -14, 1.0))  # 340 x 0.2 in = 68 in; half are 34 in, 0.8636 m
    narrow = with_doors(hall(), *[(x, -14, 0.85) for x in (-12, 0, 12)])

    assert not found(even, "ibc-2021", "exits.main")
    (finding,) = found(narrow, "ibc-2021", "exits.main")
    assert (finding.found, finding.needed, finding.level) == ("33.46 in", "34 in", "advise")
    assert not found(narrow, "ibc-2021", "exits.main", persons=300)


# Floors


def two_floors(*doors: Fixture) -> Venue:
    """Return 340 seats below and 60 above."""
    below = hall()
    above = tuple(
        Seat(f"up-{r}-{n}", f"up {r}-{n}", "up", r, n, n - 10.5, column=n, x=(n - 10.5) * 0.55, y=-20.0 - r, z=4.0)
        for r in (1, 2, 3)
        for n in range(1, 21)
    )
    return Venue("Hall", (*below.seats, *above), (*below.areas, Area("up", "Balcony", "hall", floor=2)), doors)


def door(name: str, x: float, y: float, area: str = "", z: float = 0.0) -> Fixture:
    return Fixture(name, name, "door", x, y, 2.0, 0.1, area=area, z=z)


def test_each_floor_has_its_own_exits() -> None:
    room = two_floors(door("a", -8, -12), door("b", 8, -12), door("c", -8, -24, "up", 4.0))

    (finding,) = found(room, "ibc-2021", "exits.count")
    assert (finding.place, finding.found, finding.needed) == ("Hall floor 2", "1 exits", "2 exits")
    mended = replace(room, fixtures=(*room.fixtures, door("d", 8, -24, "up", 4.0)))
    assert not found(mended, "ibc-2021", "exits.count")


def test_doors_below_serve_those_below() -> None:
    doors = (door("a", -8, -12), door("c", -8, -24, "up", 4.0), door("d", 8, -24, "up", 4.0))

    (finding,) = found(two_floors(*doors), "ibc-2021", "exits.count")
    assert (finding.place, finding.found) == ("Hall floor 1", "1 exits")


# Ways with a choice


def choice_by_hand(venue: Venue) -> np.ndarray:
    """Return the same as `common_paths` by maximum flow: two ways out that share no edge."""
    base = floor_graph(Hall(venue, Options()))
    free = {n for n in base if n == -1 or _flow(base, {n}) >= 2}
    beyond = nx.multi_source_dijkstra_path_length(base, free, weight="metres")
    metres = np.full(len(venue.seats), np.inf)
    ends: dict[int, set[int]] = {}
    for seats, node, away in venue.walk.exits:
        metres[seats] = np.minimum(metres[seats], away + beyond.get(node, np.inf))
        for seat in seats.tolist():
            ends.setdefault(seat, set()).add(node)
    for seat, nodes in ends.items():
        if len(nodes) > 1 and _flow(base, nodes) >= 2:
            metres[seat] = 0.0
    return metres


def _flow(base: nx.Graph, starts: set[int]) -> int:
    graph = nx.Graph(base)
    nx.set_edge_attributes(graph, 1, "capacity")
    if len(starts) == 1:
        return nx.maximum_flow_value(graph, next(iter(starts)), -1)
    graph.add_edges_from(("seat", node, {"capacity": 1}) for node in starts)
    return nx.maximum_flow_value(graph, "seat", -1)


DRAWINGS = [
    "D ooo ooo D",
    "D ooo ooo#",
    "#ooo ooo#\n#ooo ooo#\n####D####",
    "#########\nD       D\n#ooo ooo#\n#ooo ooo#\n#########",
    "#########\nD       #\n#ooo ooo#\n#ooo ooo#\n####D####",
    "D ooo ooo D\n  ooo ooo\n  ooo ooo",
    "# ooo ooo #\n# ooo ooo #\nD         D",
    "Doooo  oo#\n## oo  oo \nDooooooo #\nD#oooo oo#\n         D",
    "Do# #oooo#\nD        D\nD oooooo#D\nDo  #o #oD\n#######DDD",
]


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_a_choice_is_two_ways_that_share_no_edge(drawing: str) -> None:
    room = from_drawing(drawing, seat_width=0.5)

    assert common_paths(Hall(room, Options())) == pytest.approx(choice_by_hand(room))


def test_one_door_leaves_no_choice() -> None:
    room = from_drawing("D ooo ooo#", seat_width=0.5)

    assert common_paths(Hall(room, Options())) == pytest.approx(room.metres_to("door"))


def test_a_blind_aisle_of_40_feet_is_too_long_for_fifty_people() -> None:
    rows = ["D       D", *["#ooo ooo#"] * 14, "#########"]
    room = from_drawing("\n".join(rows), row_pitch=0.9, language="en")

    (finding,) = found(room, "ibc-2021", "row.path")
    assert finding.level == "must"
    assert not found(room, "ibc-2021", "row.path", persons=49)


# Leaving by the shortest way


def test_everybody_leaves_by_the_nearest_door() -> None:
    drawing = "D ooo ooo D\n  ooo ooo\n  ooo ooo"
    room = from_drawing(drawing, seat_width=0.5, language="en")
    loads_ = door_loads(Hall(room, Options()), flow(()))
    metres = room.metres_to("door")

    assert [load.persons for load in loads_] == [9.0, 9.0]
    assert max(load.metres for load in loads_) == pytest.approx(metres.max())
    width = room.fixtures[0].width if room.fixtures[0].width > room.fixtures[0].depth else room.fixtures[0].depth
    assert loads_[0].minutes == pytest.approx(9 / (width * 82))


def test_who_is_as_near_to_two_doors_is_shared() -> None:
    room = from_drawing("D o D", seat_width=0.5, language="en")

    assert [load.persons for load in door_loads(Hall(room, Options()), flow(()))] == [0.5, 0.5]


def test_a_room_without_doors_has_no_loads() -> None:
    assert door_loads(Hall(row("oo"), Options()), flow(())) == ()


# Tables and options


@pytest.mark.parametrize(("x", "wrong"), [(3.0, []), (3.4, ["43.11 in, at least 48 in"])])
def test_a_table_stands_48_inches_from_the_wall(x: float, wrong: list[str]) -> None:
    wall = Fixture(
        "w", "Wall", "wall", 5.3, 0.0, 0.1, 20.0
    )  # its face at 5.25; the table ends 0.755 m from its middle
    table = Fixture("t", "Table", "table", x, -4.0, 1.51, 1.51)

    assert told(Venue("Room", (), (), (wall, table)), "practice", "table.wall") == wrong


@pytest.mark.parametrize(
    "bad", [{"gang": 0}, {"persons": 0}, {"floor_area": float("nan")}, {"voice": float("inf")}]
)
def test_options_that_are_no_measures_are_refused(bad: dict[str, float]) -> None:
    with pytest.raises(InputError, match=r"option .*: it cannot be"):
        Options(**bad)


# Views and sound


def test_opera_is_seen_from_33_metres() -> None:
    room = hall(rows=35, blocks="4", first_row=2.4)  # the last row at 33.0 m, its seats 33.0 and more

    assert found(room, "jgj-57-2016", "view.distance.opera", performance="opera")
    assert not found(
        hall(rows=34, blocks="4", first_row=2.4), "jgj-57-2016", "view.distance.opera", performance="opera"
    )
    assert not found(room, "jgj-57-2016", "view.distance.opera")


def test_one_looks_up_to_the_top_of_the_screen_at_40_degrees() -> None:
    seats = hall(rows=1, blocks="1", first_row=3.0)  # the eye is at 1.12 m

    for bottom, wrong in ((1.2, []), (2.0, ["43.85 deg, at most 40 deg"])):
        screen = Fixture("s", "Screen", "screen", 0.0, 0.0, 4.0, 0.1, z=bottom, height=2.0)
        room = replace(seats, fixtures=(screen,))
        assert told(room, "cb-t-3557-1994", "screen.elevation") == wrong


def test_speech_falls_by_six_decibels_for_each_doubling() -> None:
    lectern = Fixture("l", "Lectern", "lectern", 0.0, 0.0, 0.6, 0.5)
    seats = replace(hall(rows=3, blocks="1", first_row=2.0, row_pitch=2.0), fixtures=(lectern,))  # at 2, 4 and 6 m
    levels = seat_measures(seats, Options(voice=72.0))["speech"]

    assert levels == pytest.approx([65.98, 59.96, 56.44], abs=0.01)
    assert not found(seats, "sound", "sound.margin", voice=72.0, noise=41.0)
    (finding,) = found(seats, "sound", "sound.margin", voice=72.0, noise=42.0)
    assert (finding.found, len(finding.seats)) == ("14.44 dB", 1)
    assert found(seats, "sound", "sound.margin.least", voice=72.0, noise=50.0)
    assert told(seats, "sound", "sound.noise", voice=99.0, noise=56.0) == ["56 dBA, at most 55 dBA"]


def test_wheelchair_spaces_of_a_large_hall_lie_in_two_rows() -> None:
    bays = {"companion": [(5, 14), (5, 21)]}
    room = hall(wheelchair=[(5, 15), (5, 20)], **bays)  # 340 seats

    (finding,) = found(room, "ada-2010", "dispersion.rows")
    assert (finding.found, finding.needed, finding.level) == ("1 rows", "2 rows", "advise")
    assert not found(hall(wheelchair=[(5, 15), (8, 20)]), "ada-2010", "dispersion.rows")


def test_a_section_is_the_seats_one_behind_the_other() -> None:
    room = combine("Hall", hall(rows=3, blocks="2", first_row=6.0, rake=0.3))
    _, eyes = sight_section(room, "hall-3-1")

    assert [eye.seat for eye in eyes] == ["hall-1-1", "hall-2-1", "hall-3-1"]
    assert [round(eye.distance, 1) for eye in eyes] == [6.0, 6.9, 7.8]
    values = dict(zip((seat.id for seat in room.seats), seat_measures(room)["c_value"].tolist(), strict=True))
    assert [eye.clearance for eye in eyes[1:]] == [values[eye.seat] for eye in eyes[1:]]
    with pytest.raises(InputError, match="no such seat"):
        sight_section(room, "nobody")


def test_tables_of_a_rostrum_have_chairs_on_one_side() -> None:
    stage = rostrum(rows=[5, 5], language="en")  # 1.20 m from row to row, tables 0.50 m deep: 0.70 m between them

    assert not found(stage, "us", "tables.apart")
    assert told(stage, "practice", "table.oblong.one_sided") == ["27.56 in, at least 36 in"]
    assert not found(stage, "practice", "table.oblong.back_to_back")
