"""The worked examples of the page of codes, section by section, and those of the protocol."""

from __future__ import annotations

import pytest

from seatplan.codes import (
    accessible_tables,
    aisle_width,
    c_value,
    crowd_managers,
    egress_time,
    exit_count,
    exit_separation,
    exit_width,
    far_enough,
    fixed_load,
    gangs,
    hydraulic_speed,
    inches,
    level_at,
    meeting_persons,
    occupant_load,
    permanent_spaces,
    persons_in,
    possible_gain,
    receivers,
    riser,
    round_share,
    row_gap,
    row_limit,
    row_pitch,
    screen_height,
    speech_reach,
    square_feet,
    stage_height,
    too_close,
    tread_most,
    wheelchair_spaces,
)


def spaces(code: str, *seats: int) -> list[int]:
    return [wheelchair_spaces(code, n) for n in seats]


def test_g_49_wheelchair_spaces() -> None:
    assert spaces("ada-2010", 25, 150, 300, 501, 650, 651) == [1, 4, 5, 7, 7, 8]
    assert spaces("gb-55019-2021", 100, 101, 400, 401, 600, 801) == [1, 2, 2, 3, 3, 5]


def test_g_50_rows_of_hard_chairs() -> None:
    assert row_pitch("jgj-57-2016", 22, chair="hard") == 0.80
    assert row_pitch("jgj-57-2016", 23, chair="hard") == 0.825
    assert row_pitch("jgj-57-2016", 12, access="one", chair="hard") == 0.825


def test_1_1_large_halls_by_the_ada() -> None:
    assert spaces("ada-2010", 800, 2000, 5000, 10000) == [8, 16, 36, 61]


@pytest.mark.parametrize(
    ("seats", "ada", "ibc"), [(100, 4, 4), (101, 4, 5), (150, 4, 5), (151, 5, 5), (350, 6, 6)]
)
def test_1_2_ada_and_ibc_differ_from_101_to_150_seats(seats: int, ada: int, ibc: int) -> None:
    assert (*spaces("ada-2010", seats), *spaces("ibc-2021", seats)) == (ada, ibc)


def test_1_3_accessible_tables() -> None:
    assert [accessible_tables("ibc-2021", tables) for tables in (40, 41, 5)] == [2, 3, 1]


@pytest.mark.parametrize(
    ("seats", "total", "compatible"),
    [
        (50, 2, 2),
        (51, 3, 2),
        (100, 4, 2),
        (200, 8, 2),
        (201, 9, 3),
        (300, 12, 3),
        (501, 21, 6),
        (1001, 36, 9),
        (2001, 56, 14),
    ],
)
def test_1_7_receivers(seats: int, total: int, compatible: int) -> None:
    assert receivers("ada-2010", seats) == (total, compatible)


def test_1_7_california_counts_4_percent() -> None:
    assert [receivers("us-california", seats).total for seats in (20, 101)] == [2, 5]


def test_1_8_chinese_spaces() -> None:
    assert spaces("gb-55019-2021", 50, 100, 101, 400, 401, 600, 800, 2000) == [1, 1, 2, 2, 3, 3, 4, 10]
    assert spaces("gb-50763-2012", 300, 301, 1000, 1500) == [1, 2, 2, 3]
    assert spaces("cn", 1500) == [8]


def test_1_9_british_spaces() -> None:
    assert [permanent_spaces("uk-ad-m", seats) for seats in (100, 600)] == [1, 6]
    assert spaces("uk-accessible-stadia", 500, 5000, 15000, 30000, 50000) == [6, 50, 125, 180, 230]


def test_1_9_above_10_000_seats_document_m_leaves_it_to_the_stadia() -> None:
    assert spaces("uk", 10000, 15000) == [100, 125]


def test_1_10_alternates() -> None:
    assert spaces("un", 600, 1000, 1001, 2001) == [6, 8, 9, 10]
    assert spaces("hk-design-manual", 800, 801, 1201) == [4, 6, 8]
    assert spaces("my-penang", 50, 101) == [1, 2]
    assert spaces("fi-helsinki", 60, 61) == [2, 4]
    assert spaces("au-bca", 150, 151, 800, 10000, 10001) == [3, 4, 16, 108, 109]
    assert spaces("de-mvstaettvo", 100, 301) == [2, 4]


@pytest.mark.parametrize(("seats", "inch"), [(7, 12), (8, 12.6), (10, 13.8), (15, 16.8), (20, 19.8), (30, 22)])
def test_2_1_single_rows(seats: int, inch: float) -> None:
    assert row_gap("ibc-2021", seats, access="one") == pytest.approx(inches(inch))


def test_2_1_the_path_of_30_feet_bites_before_the_count() -> None:
    wide = {"access": "one", "pitch": 1.2, "gap": inches(22)}

    assert row_limit("ibc-2021", **wide, seat=inches(20)) == 18
    assert row_limit("ibc-2021", **wide, seat=inches(20), persons=40) == 45


def test_2_2_aisles() -> None:
    assert aisle_width("ibc-2021", 250) == pytest.approx(inches(50))
    assert aisle_width("ibc-2021", 300, floor="stepped", handrail=False) == pytest.approx(inches(112.5))
    assert aisle_width("ibc-2021", 300, floor="stepped", riser=inches(8)) == pytest.approx(inches(105))


def test_2_3_a_hall_of_600() -> None:
    assert exit_count("us", 600) == 3
    assert exit_width("ibc-2021", 600) == pytest.approx(inches(120))
    assert exit_separation("ibc-2021", 40, 30, sprinklered=True) == pytest.approx(50 / 3)
    assert [crowd_managers("ibc-2021", n, triggered=True) for n in (600, 250, 251)] == [3, 2, 2]


def test_2_4_rounding_is_a_parameter() -> None:
    hall = square_feet(12_000)

    assert occupant_load("ibc-2021", hall, "chairs") == 1715
    assert [occupant_load("ibc-2021", hall, "chairs", rounding=how) for how in ("nearest", "down")] == [1714, 1714]


def test_2_4_local_packs() -> None:
    hall = square_feet(900)

    assert [occupant_load(f"us-{city}", hall, "chairs") for city in ("philadelphia", "chicago")] == [100, 150]


def test_2_5_rows_are_cut_into_gangs() -> None:
    assert [gangs("us-maine", chairs, persons=300) for chairs in (10, 8, 7)] == [(5, 5), (4, 4), (7,)]


@pytest.mark.parametrize(
    ("gap", "one", "both"),
    [(0.324, 7, 14), (0.325, 8, 16), (0.375, 10, 20), (0.424, 11, 22), (0.45, 12, 26), (0.499, 12, 28)],
)
def test_2_7_seatways(gap: float, one: int, both: int) -> None:
    assert row_limit("uk-bs-9999", access="one", pitch=1.0, gap=gap) == one
    assert row_limit("uk-bs-9999", access="both", pitch=1.0, gap=gap) == both


@pytest.mark.parametrize(
    ("persons", "doors"), [(200, 2), (500, 2), (501, 3), (750, 3), (1000, 4), (1200, 5), (2000, 8), (2400, 9)]
)
def test_2_8_doors(persons: int, doors: int) -> None:
    assert exit_count("gb-50016-2014", persons) == doors


def test_2_8_gymnasiums_and_fixed_seats() -> None:
    assert exit_width("gb-50016-2014", 6000, protection="gym") == pytest.approx(22.2)
    assert fixed_load("gb-50016-2014", 1000) == 1100


@pytest.mark.parametrize("code", ["cn", "gb-50016-2014,jgj-57-2016"])
def test_2_9_the_stricter_of_fire_and_theatre_code(code: str) -> None:
    assert row_limit(code, pitch=0.90, gap=0.45) == 22


def test_2_9_longer_short_rows_and_long_rows() -> None:
    limits = [row_limit("jgj-57-2016", pitch=pitch, gap=0.5) for pitch in (0.85, 0.90, 0.975, 1.10)]

    assert limits == [0, 22, 25, 50]
    assert row_pitch("jgj-57-2016", 22, at_wall=True) == pytest.approx(1.02)


def test_2_9_meeting_rooms_before_2019() -> None:
    assert [meeting_persons("jgj-t-67-2019", 60, tables=tables, older=True) for tables in (True, False)] == [
        33,
        75,
    ]


@pytest.mark.parametrize(
    ("eye", "c", "distance", "tread", "rise"),
    [
        (1.2, 0.09, 6, 0.9, 0.2835),
        (0.9, 0.12, 8, 0.9, 0.23475),
        (2.0, 0.06, 20, 0.8, 0.1424),
        (0.3, 0.12, 6, 0.9, 0.183),
    ],
)
def test_3_1_risers_give_the_clearance_back(
    eye: float, c: float, distance: float, tread: float, rise: float
) -> None:
    found = riser(distance, eye, tread, c)

    assert found == pytest.approx(rise, abs=5e-5)
    assert c_value(distance, eye, tread, found) == pytest.approx(c)
    assert tread_most(distance, eye, found, c) == pytest.approx(tread)


def test_3_2_screens_for_the_last_row() -> None:
    assert screen_height("practice", inches(240), "video") == pytest.approx(inches(30))
    assert screen_height("practice", inches(144), "reading") == pytest.approx(inches(24))


@pytest.mark.parametrize(
    ("diameter", "gap", "seats", "share"),
    [(5, 5, 8, 12.5), (5, 5, 10, 10.0), (5, 4.5, 1, 90.25), (6, 5, 10, 12.1), (6, 5, 12, 10.08)],
)
def test_3_4_floor_of_rounds_in_feet(diameter: float, gap: float, seats: int, share: float) -> None:
    assert round_share(diameter, gap, seats) == pytest.approx(share, abs=0.005)


def test_3_5_a_thousand_square_feet() -> None:
    room = square_feet(1000)

    assert [persons_in("practice", room, style) for style in ("theatre", "classroom", "banquet")] == [111, 66, 83]


@pytest.mark.parametrize(
    ("persons", "low", "high"), [(100, 8, 16), (101, 16, 24), (300, 16, 24), (301, 24, 32), (501, 36, 48)]
)
def test_3_6_stage_heights(persons: int, low: int, high: int) -> None:
    assert stage_height("practice", persons) == pytest.approx((inches(low), inches(high)))


def test_4_1_a_teacher_in_a_classroom() -> None:
    assert [level_at(65, feet, reference=3) for feet in (6, 12, 24)] == pytest.approx([59, 53, 47], abs=0.1)
    assert speech_reach("sound", 65, 45, reference=3) == pytest.approx(5.33, abs=0.005)


def test_4_1_gain_before_feedback() -> None:
    assert possible_gain("sound", 100, 1, 10, 10) == pytest.approx(34)


@pytest.mark.parametrize(
    ("persons", "width", "level", "stepped"), [(600, 3.0, 2.44, 3.03), (1000, 4.2, 2.90, 3.61)]
)
def test_4_2_egress_times(persons: int, width: float, level: float, stepped: float) -> None:
    found = [egress_time("uk-green-guide", persons, width, floor=floor) for floor in ("level", "stepped")]

    assert found == pytest.approx([level, stepped], abs=0.005)


def test_4_2_a_large_stand() -> None:
    assert egress_time("uk-green-guide", 2500, 6.5) == pytest.approx(4.69, abs=0.005)


def test_4_2_nobody_walks_backwards_in_a_crush() -> None:
    assert hydraulic_speed("hydraulic", 5.0) == 0.0


@pytest.mark.parametrize(
    ("metres", "kept"),
    [(1.0, {(2, 0), (1, 1)}), (1.5, {(3, 0), (3, 1), (0, 2)}), (2.0, {(4, 0), (1, 3)})],
)
def test_5_distances_are_metric(metres: float, kept: set[tuple[int, int]]) -> None:
    assert all(far_enough(*apart, metres) for apart in kept)
    assert not kept & too_close(metres)
    assert (1, 0) in too_close(metres)


def test_5_a_metre_and_a_half_wants_three_seats_in_the_next_row() -> None:
    assert (2, 1) in too_close(1.5)
    assert (3, 1) not in too_close(1.5)
