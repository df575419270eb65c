"""The testable rules of the page of codes, section 8: each row yields what is found and what is expected."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from seatplan.codes import (
    accessible_tables,
    aisle_width,
    angle_fits,
    angle_to_axis,
    area_needed,
    beside,
    buffer,
    c_grade,
    c_value,
    companion_seats,
    critical_distance,
    crowd_managers,
    designated_aisle_seats,
    door_width,
    door_width_by_streams,
    egress_time,
    exit_count,
    exit_separation,
    exit_width,
    far_enough,
    farthest_viewer,
    feet,
    first_row,
    gangs_hold,
    inches,
    keeps_to_middle,
    level_at,
    load_cap,
    load_pack,
    loose_seats,
    meeting_persons,
    needed_gain,
    occupant_load,
    permanent_spaces,
    rake,
    receivers,
    riser,
    round_grade,
    round_pitch,
    round_share,
    row_gap,
    row_limit,
    row_path,
    row_pitch,
    seat_arc,
    seats_allowed,
    shoulder,
    shoulders_align,
    slope_fits,
    space_fits,
    speech_is_heard,
    square_feet,
    stage_height,
    stage_height_fits,
    tables_apart,
    theatre_code_applies,
    unaccompanied,
    walking_speed,
    wheelchair_spaces,
)

Pairs = Iterator[tuple[object, object]]
ROWS: dict[int, Callable[[], Pairs]] = {}


def row(number: int) -> Callable[[Callable[[], Pairs]], Callable[[], Pairs]]:
    def keep(cases: Callable[[], Pairs]) -> Callable[[], Pairs]:
        assert number not in ROWS
        ROWS[number] = cases
        return cases

    return keep


def spaces(code: str, *seats: int) -> list[int]:
    return [wheelchair_spaces(code, n) for n in seats]


def allows(code: str, key: str, found: float) -> bool:
    return load_pack(code).read(key).allows(found)


@row(1)
def ada_wheelchair_spaces() -> Pairs:
    yield spaces("ada-2010", 3, 4, 25), [0, 1, 1]


@row(2)
def ada_wheelchair_spaces_mid() -> Pairs:
    yield spaces("ada-2010", 150, 151, 300), [4, 5, 5]


@row(3)
def ada_wheelchair_spaces_large() -> Pairs:
    yield spaces("ada-2010", 501, 600, 650, 651, 750), [7, 7, 7, 8, 8]


@row(4)
def ibc_wheelchair_spaces() -> Pairs:
    yield spaces("ibc-2021", 100, 101, 150), [4, 5, 5]


@row(5)
def us_strict() -> Pairs:
    yield spaces("us", 120, 100, 600), [5, 4, 7]


@row(6)
def ada_space_width() -> Pairs:
    for inch, fits in ((35.9, False), (36, True)):
        yield space_fits("ada-2010", inches(inch), inches(48)), fits


@row(7)
def ada_space_depth() -> Pairs:
    for inch, fits in ((48, True), (47.9, False)):
        yield space_fits("ada-2010", inches(36), inches(inch), entry="end"), fits


@row(8)
def slope_under_a_space() -> Pairs:
    yield [slope_fits("ada-2010", 1 / run) for run in (48, 47)], [True, False]


@row(9)
def companions_adjacent_on_one_level() -> Pairs:
    bays = [(k * 2.0, k * 2.0 + 0.9, 0.0, 0.0) for k in range(7)]
    chairs = [(right, right + 0.55, 0.0, 0.0) for _, right, _, _ in bays]
    raised = [*chairs[:6], (*chairs[6][:3], 0.15)]

    for seats, alone in ((chairs[:6], [6]), (chairs, []), (raised, [6])):
        pairs = [(i, j) for i, bay in enumerate(bays) for j, seat in enumerate(seats) if beside(bay, seat)]
        yield unaccompanied(7, pairs), alone
    yield companion_seats("ada-2010", 7), 7


@row(10)
def shoulder_alignment() -> Pairs:
    yield shoulder("ada-2010", front=0.0), inches(36)
    yield [shoulders_align("ada-2010", inches(inch)) for inch in (36, 40)], [True, False]


@row(11)
def aisle_seats() -> Pairs:
    yield [designated_aisle_seats("ada-2010", n) for n in (40, 41)], [2, 3]


@row(12)
def middle_quartiles() -> Pairs:
    yield keeps_to_middle("ada-2010", (0, 20), (5, 7), seats=300), True
    yield keeps_to_middle("ada-2010", (0, 20), (4.5, 6.5), seats=300), False


@row(13)
def listening_receivers() -> Pairs:
    yield [receivers("ada-2010", n) for n in (50, 100, 200, 300)], [(2, 2), (4, 2), (8, 2), (12, 3)]


@row(14)
def receivers_with_a_loop() -> Pairs:
    yield receivers("ada-2010", 500, loop=True), (15, 0)


@row(15)
def tables_with_access() -> Pairs:
    yield [accessible_tables("ibc-2021", n) for n in (40, 41, 5)], [2, 3, 1]


@row(16)
def gb_55019_spaces() -> Pairs:
    yield spaces("gb-55019-2021", 100, 101, 400, 401, 600), [1, 2, 2, 3, 3]


@row(17)
def gb_55019_size() -> Pairs:
    yield space_fits("gb-55019-2021", 0.80, 1.30), True
    yield space_fits("gb-55019-2021", 0.80, 1.10), False
    yield space_fits("gb-50763-2012", 0.80, 1.10), True


@row(18)
def gb_50763_spaces() -> Pairs:
    yield spaces("gb-50763-2012", 300, 301, 1000), [1, 2, 2]


@row(19)
def lecture_hall_in_a_school() -> Pairs:
    yield wheelchair_spaces("gb-50763-2012", 120, school=True), 2
    yield wheelchair_spaces("gb-50763-2012", 1500, school=True), 3


@row(20)
def uk_document_m() -> Pairs:
    yield [(wheelchair_spaces("uk-ad-m", n), permanent_spaces("uk-ad-m", n)) for n in (100, 600)], [(6, 1), (6, 6)]


@row(21)
def un_and_hong_kong() -> Pairs:
    yield spaces("un", 600, 900), [6, 8]
    yield spaces("hk", 800), [4]


@row(22)
def ibc_dual_row_gap() -> Pairs:
    for seats, inch in ((14, 12.0), (15, 12.3), (20, 13.8), (24, 15.0), (30, 16.8)):
        yield row_gap("ibc-2021", seats), inches(inch)


@row(23)
def ibc_single_row_gap() -> Pairs:
    for seats, inch in ((7, 12), (8, 12.6), (10, 13.8)):
        yield row_gap("ibc-2021", seats, access="one"), inches(inch)


@row(24)
def backless_rows() -> Pairs:
    for seats, inch in ((21, 12.0), (22, 12.3)):
        yield row_gap("ibc-2021", seats, backless=True), inches(inch)


@row(25)
def path_of_30_feet() -> Pairs:
    yield [row_path("ibc-2021", persons) for persons in (50, 49)], pytest.approx([feet(30), feet(75)])
    path = load_pack("ibc-2021").read("row.path", 200)
    yield [path.allows(feet(length)) for length in (31, 30)], [False, True]
    yield load_pack("ibc-2021").read("row.path", 49).allows(feet(75)), True


@row(26)
def stepped_aisle() -> Pairs:
    for seats, inch in ((49, 36), (50, 48)):
        yield aisle_width("ibc-2021", seats, floor="stepped"), inches(inch)
    yield load_pack("ibc-2021").read("aisle.width.stepped.both", 50).allows(inches(36)), False


@row(27)
def level_aisle_between_seats() -> Pairs:
    least = load_pack("ibc-2021").read("aisle.width.level.both", 60)
    yield [least.allows(inches(inch)) for inch in (42, 41.9)], [True, False]


@row(28)
def aisle_capacity() -> Pairs:
    yield aisle_width("ibc-2021", 300), inches(60)
    yield aisle_width("ibc-2021", 300, floor="stepped"), inches(90)
    yield aisle_width("ibc-2021", 100), inches(42)


@row(29)
def dead_end_aisle() -> Pairs:
    yield [allows("ibc-2021", "aisle.dead_end", feet(length)) for length in (20, 20.1)], [True, False]


@row(30)
def us_exit_count() -> Pairs:
    yield [exit_count("us", persons) for persons in (49, 50, 500)], [1, 2, 2]


@row(31)
def us_exit_width() -> Pairs:
    yield exit_width("ibc-2021", 600), inches(120)
    yield exit_width("ibc-2021", 600, protection="sprinklered"), inches(90)


@row(32)
def us_exit_separation() -> Pairs:
    yield exit_separation("ibc-2021", 30, 40), 25.0
    yield exit_separation("ibc-2021", 30, 40, sprinklered=True), pytest.approx(16.67, abs=0.005)


@row(33)
def us_occupant_load() -> Pairs:
    for code in ("ibc-2021", "nfpa-101"):
        yield [occupant_load(code, square_feet(3000), use) for use in ("tables", "chairs")], [200, 429]


@row(34)
def cap_of_an_increased_load() -> Pairs:
    yield load_cap("ibc-2021", square_feet(3000)), 428


@row(35)
def managers_of_the_crowd() -> Pairs:
    yield [crowd_managers("ibc-2021", n, triggered=True) for n in (600, 251, 1200)], [3, 2, 5]
    yield crowd_managers("nfpa-101", 200), 1


@row(36)
def ganging_nfpa() -> Pairs:
    yield gangs_hold("nfpa-101", [1, 1], persons=200), True
    yield [gangs_hold("nfpa-101", [n], persons=201) for n in (2, 3)], [False, True]


@row(37)
def ganging_uk() -> Pairs:
    for code, longest in (("uk-warwickshire", 14), ("uk-hmg", 12)):
        held = [gangs_hold(code, lengths, persons=51) for lengths in ([3], [4], [longest], [longest + 1], [5, 5])]
        yield held, [False, True, True, False, True]


@row(38)
def loose_seats_nfpa() -> Pairs:
    yield loose_seats("nfpa-101", square_feet(1500)), 100


@row(39)
def tables_edge_to_edge() -> Pairs:
    needed = tables_apart("ibc-2021")
    yield needed, inches(50)
    yield [inches(inch) >= needed - 0.0005 for inch in (50, 49)], [True, False]


@row(40)
def table_gap_in_practice() -> Pairs:
    for key, inch in (("rounds.preferred", 60), ("rounds.least", 54), ("oblong.back_to_back", 60)):
        yield float(load_pack("practice").si(f"table.{key}")), inches(inch)


@row(41)
def uk_rows() -> Pairs:
    yield row_limit("uk-bs-9999", access="one", pitch=0.9, gap=0.300), 7
    yield row_limit("uk-bs-9999", access="both", pitch=0.9, gap=0.300), 14


@row(42)
def uk_travel() -> Pairs:
    yield [allows("uk-warwickshire", "exits.travel.one_way", metres) for metres in (16, 15)], [False, True]


@row(43)
def gb_50016_aisle_width() -> Pairs:
    yield [aisle_width("gb-50016-2014", persons) for persons in (300, 100)], [1.80, 1.00]
    yield aisle_width("gb-50016-2014", 100, sides="one"), 0.80


@row(44)
def gb_50016_row_limits() -> Pairs:
    for access, narrow, wide in (("both", 22, 44), ("one", 11, 22)):
        yield row_limit("gb-50016-2014", access=access, pitch=0.85, gap=0.4), narrow
        yield row_limit("gb-50016-2014", access=access, pitch=0.90, gap=0.4), wide
    yield row_limit("gb-50016-2014", pitch=0.85, gap=0.4, building="gym"), 26
    yield row_limit("gb-50016-2014", pitch=0.90, gap=0.4, building="gym"), 50


@row(45)
def gb_door_count() -> Pairs:
    yield [exit_count("gb-50016-2014", persons) for persons in (200, 501, 1000, 2000)], [2, 3, 4, 8]


@row(46)
def gb_door_widths() -> Pairs:
    yield exit_width("gb-50016-2014", 1000), 6.5
    yield door_width("gb-50016-2014", 1000, 4), 1.625
    yield exit_width("gb-50016-2014", 1500, part="stepped"), 11.25


@row(47)
def gb_streams() -> Pairs:
    yield door_width_by_streams("gb-50016-2014", 267, rate=40, minutes=2), 2.2
    yield door_width_by_streams("gb-50016-2014", 273, rate=37, minutes=2), 2.2


@row(48)
def jgj_57_rows() -> Pairs:
    yield [row_pitch("jgj-57-2016", seats) for seats in (22, 25, 50)], [0.90, 0.975, 1.10]


@row(49)
def jgj_57_stage_and_view() -> Pairs:
    heights = (0.60, 1.10, 0.50, 1.11)
    yield [stage_height_fits("jgj-57-2016", height) for height in heights], [True, True, False, False]
    yield allows("jgj-57-2016", "view.distance.opera", 33.0), True


@row(50)
def meeting_room() -> Pairs:
    yield [meeting_persons("jgj-t-67-2019", 60, tables=tables) for tables in (True, False)], [30, 60]


@row(51)
def cultural_centre() -> Pairs:
    yield [theatre_code_applies("jgj-t-41-2014", seats) for seats in (300, 301)], [False, True]


@row(52)
def clearance_of_sight_lines() -> Pairs:
    yield riser(6, 1.2, 0.9, 0.09), pytest.approx(0.2835, abs=5e-5)
    yield c_value(6, 1.2, 0.9, 0.2835), pytest.approx(0.090, abs=5e-5)
    yield riser(8, 0.9, 0.9, 0.12), pytest.approx(0.2348, abs=6e-5)


@row(53)
def rake_accumulates() -> Pairs:
    distance, eye, height = 6.0, 1.2, 0.0
    heights = []
    for _ in range(4):
        rise = (eye + 0.09) * (distance + 0.9) / distance - eye
        distance, eye, height = distance + 0.9, eye + rise, height + rise
        heights.append(height)

    yield rake(6.0, 1.2, [0.9] * 4, 0.09), pytest.approx(heights)


@row(54)
def grades_of_clearance() -> Pairs:
    yield [c_grade("practice", mm / 1000) for mm in (59, 60)], ["reject", "between heads"]


@row(55)
def four_six_eight() -> Pairs:
    yield [farthest_viewer("practice", 2, use) for use in ("detail", "reading", "video")], [8, 12, 16]


@row(56)
def horizontal_angle() -> Pairs:
    yield angle_to_axis(5, 4), pytest.approx(51.3, abs=0.05)
    yield angle_to_axis(3, 4), pytest.approx(36.9, abs=0.05)
    yield [angle_fits("practice", across, 4) for across in (5, 3)], [False, True]
    yield angle_fits("practice", 3, 4, optimum=True), False


@row(57)
def first_row_distance() -> Pairs:
    yield first_row("practice"), feet(6)
    yield first_row("practice", screen_height=feet(5)), feet(10)


@row(58)
def area_by_style() -> Pairs:
    yield area_needed("practice", 100, "theatre"), square_feet(900)
    yield area_needed("practice", 100, "banquet"), square_feet(1200)
    yield meeting_persons("jgj-t-67-2019", 60, tables=True), 30


@row(59)
def rounds() -> Pairs:
    for seats, arc, grade in ((8, 23.6, "ok"), (10, 18.8, "tight"), (12, 15.7, "reject")):
        yield seat_arc(60, seats), pytest.approx(arc, abs=0.05)
        yield round_grade("practice", inches(60), seats), grade


@row(60)
def grid_of_rounds() -> Pairs:
    yield round_pitch(60, 60), 120
    yield round_share(5, 5, 10), 10.0


@row(61)
def stage_height_by_crowd() -> Pairs:
    for persons, low, high in ((80, 8, 16), (200, 16, 24)):
        yield stage_height("practice", persons), pytest.approx((inches(low), inches(high)))


@row(62)
def inverse_square() -> Pairs:
    yield level_at(98, 8), pytest.approx(79.9, abs=0.05)
    yield level_at(65, 12, reference=3), pytest.approx(53, abs=0.05)


@row(63)
def speech_margin() -> Pairs:
    yield [speech_is_heard("sound", level, 45) for level in (53, 60)], [False, True]


@row(64)
def critical_distances() -> Pairs:
    yield critical_distance("sound", 2000, 1.2, 5), pytest.approx(5.20, abs=0.005)
    yield critical_distance("sound", 500, 0.8, 1), pytest.approx(1.43, abs=0.0051)


@row(65)
def acoustic_gain() -> Pairs:
    yield needed_gain(7, 3), pytest.approx(7.4, abs=0.05)
    yield needed_gain(128, 4), pytest.approx(30.1, abs=0.05)


@row(66)
def time_to_leave() -> Pairs:
    yield egress_time("uk-green-guide", 600, 3.0), pytest.approx(2.44, abs=0.005)
    yield egress_time("uk-green-guide", 600, 3.0, floor="stepped"), pytest.approx(3.03, abs=0.005)


@row(67)
def speed_of_walking() -> Pairs:
    yield [walking_speed("imo", density) for density in (3.5, 0.2)], [0.10, 1.2]


@row(68)
def distancing_cap() -> Pairs:
    yield [seats_allowed(f"distancing-cn-2020-{month}", 210) for month in ("05", "08")], [63, 105]


@row(69)
def distancing_pairs() -> Pairs:
    yield [far_enough(*apart, 1.0) for apart in ((1, 0), (2, 0), (0, 1), (1, 1))], [False, True, False, True]
    yield far_enough(4, 0, 2.0), True


@row(70)
def buffer_of_a_booking() -> Pairs:
    blocked = {f"{'ABCDE'[r]}{seat}" for r, seat in buffer("distancing-tickets", 2, 14, 15)}
    yield blocked, {"C13", "C16", *(f"{letter}{n}" for letter in "BD" for n in (13, 14, 15, 16))}
    yield "C12" in blocked, False


@row(71)
def one_exit_uk() -> Pairs:
    yield [exit_count("uk", persons) for persons in (60, 61)], [1, 2]


@row(72)
def hong_kong_temporary_stand() -> Pairs:
    yield [allows("hk-cap-172", "row.reach", metres) for metres in (3.1, 3.0)], [False, True]


@pytest.mark.parametrize("number", ROWS, ids=lambda number: f"row_{number}")
def test_every_row_of_the_page_holds(number: int) -> None:
    pairs = list(ROWS[number]())

    assert pairs
    for found, expected in pairs:
        if isinstance(expected, float):
            expected = pytest.approx(expected, abs=1e-9)
        assert found == expected


def test_all_rows_of_the_page_are_here() -> None:
    assert sorted(ROWS) == list(range(1, 73))
