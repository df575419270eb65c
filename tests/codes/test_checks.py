"""Venues against codes, on rooms that are drawn or built so that the reader sees what is wrong."""

from __future__ import annotations

from dataclasses import replace
from math import cos, pi, sin

import pytest

from seatplan.codes import Finding, combinations, confirmed
from seatplan.codes.checks import Options, check_venue
from seatplan.venue import Area, Fixture, Seat, Venue, auditorium, from_drawing


def found(venue: Venue, code: str, quantity: str, **options: object) -> list[Finding]:
    """Return the findings of one quantity."""
    told = check_venue(venue, code, options=Options(**options))
    return [finding for finding in told if finding.quantity.key == quantity]


def told(venue: Venue, code: str, quantity: str, **options: object) -> list[str]:
    return [
        f"{finding.found}, at {finding.quantity.sense} {finding.needed}"
        for finding in found(venue, code, quantity, **options)
    ]


def row(letters: str, **options: float) -> Venue:
    return from_drawing(letters, name="Room", language="en", **options)


def hall(**options: object) -> Venue:
    return auditorium(**{"rows": 10, "blocks": "10,14,10", "language": "en", **options})


def with_doors(venue: Venue, *doors: tuple[float, float, float]) -> Venue:
    """Return the venue with doors at x, y of a width."""
    fixtures = tuple(
        Fixture(f"d{k}", f"Door {k}", "door", x, y, 0.1, width) for k, (x, y, width) in enumerate(doors, 1)
    )
    kept = tuple(fixture for fixture in venue.fixtures if fixture.kind != "door")
    return replace(venue, fixtures=(*kept, *fixtures))


# Rows


def test_a_row_between_two_aisles_has_22_seats_and_at_one_aisle_11() -> None:
    narrow = {"row_pitch": 0.85}

    assert not found(row("o" * 22, **narrow), "gb-50016-2014", "row.seats.both")
    assert told(row("o" * 23, **narrow), "gb-50016-2014", "row.seats.both") == ["23 seats, at most 22 seats"]
    assert told(row("#" + "o" * 12, **narrow), "gb-50016-2014", "row.seats.both") == ["12 seats, at most 11 seats"]


def test_a_row_of_90_cm_may_be_twice_as_long() -> None:
    assert not found(row("o" * 44, row_pitch=0.90), "gb-50016-2014", "row.seats.both")
    assert found(row("o" * 45, row_pitch=0.90), "gb-50016-2014", "row.seats.both")


def test_a_gymnasium_has_longer_rows() -> None:
    assert not found(row("o" * 26, row_pitch=0.85), "gb-50016-2014", "row.seats.gym.both", gym=True)
    assert found(row("o" * 27, row_pitch=0.85), "gb-50016-2014", "row.seats.gym.both", gym=True)


def test_the_clear_width_grows_with_the_row() -> None:
    seats = row("o" * 20, row_pitch=0.80)  # 13.8 in are needed; with chairs of 18 in 13.5 in are left

    assert told(seats, "ibc-2021", "row.gap") == ["13.5 in, at least 13.8 in"]
    assert not found(seats, "ibc-2021", "row.gap", chair_depth=0.40)


def test_practice_leaves_24_inches_between_rows() -> None:
    assert told(row("oooo", row_pitch=1.0), "practice", "row.gap.comfort") == ["21.37 in, at least 24 in"]
    assert not found(row("oooo", row_pitch=1.07), "practice", "row.gap.comfort")


def test_a_row_may_be_too_long_for_any_width() -> None:
    seats = row("o" * 101, row_pitch=2.0)

    assert told(seats, "ibc-2021", "row.seats.both") == ["101 seats, at most 100 seats"]


def test_short_rows_with_more_seats_stand_wider() -> None:
    assert told(row("o" * 25, row_pitch=0.95), "jgj-57-2016", "row.pitch.short.soft") == [
        "0.95 m, at least 0.975 m"
    ]
    assert not found(row("o" * 25, row_pitch=0.975), "jgj-57-2016", "row.pitch.short.soft")
    assert told(row("o" * 51, row_pitch=2.0), "jgj-57-2016", "row.seats.long.both") == [
        "51 seats, at most 50 seats"
    ]


def test_seatways_limit_a_row() -> None:
    seats = row("o" * 15, row_pitch=0.76)  # 303 mm clear

    (finding,) = found(seats, "uk-bs-9999", "row.seats.gap.both")
    assert (finding.found, finding.needed, finding.level) == ("15 seats", "14 seats", "advise")


def test_no_seat_is_more_than_3_m_from_a_gangway() -> None:
    assert not found(row("o" * 12, seat_width=0.5), "hk-cap-172", "row.reach")
    assert told(row("o" * 14, seat_width=0.5), "hk-cap-172", "row.reach") == ["3.25 m, at most 3 m"]


def test_the_way_to_the_only_aisle_is_30_feet() -> None:
    seats = row("#" + "o" * 20 + "\n" + "o" * 40, seat_width=0.5)

    assert told(seats, "ibc-2021", "row.path") == ["31.99 ft, at most 30 ft"]
    assert not found(seats, "ibc-2021", "row.path", persons=49)


def test_alike_rows_are_one_finding() -> None:
    (finding,) = found(hall(rows=6, blocks="23", row_pitch=0.85), "gb-50016-2014", "row.seats.both")

    assert finding.place == "Hall row 1 block 1, Hall row 2 block 1, Hall row 3 block 1 and 3 more"
    assert len(finding.seats) == 6 * 23


# Aisles and crossings


def test_an_aisle_is_as_wide_as_its_people_need() -> None:
    wide = {"rows": 15, "blocks": "10,20,10", "walls": ["left", "right"]}  # 10 + 10 in each row leave by it

    assert told(hall(**wide, aisle=1.7), "gb-50016-2014", "aisle.width") == ["1.7 m, at least 1.8 m"]
    assert not found(hall(**wide, aisle=1.8), "gb-50016-2014", "aisle.width")


def test_a_crossing_shares_the_people_of_an_aisle() -> None:
    wide = {"rows": 16, "blocks": "10,20,10", "walls": ["left", "right"], "aisle": 1.0}

    assert found(hall(**wide), "gb-50016-2014", "aisle.width")
    assert not found(hall(**wide, cross_aisles_after=[8]), "gb-50016-2014", "aisle.width")


def test_stepped_aisles_are_wider() -> None:
    steps = hall(rows=6, blocks="10,10", aisle=1.1, rake=0.2)

    assert told(steps, "ibc-2021", "aisle.width.stepped.both") == ["43.31 in, at least 48 in"]
    assert not found(hall(rows=6, blocks="10,10", aisle=1.1), "ibc-2021", "aisle.width.level.both")


def test_rows_between_crossings_are_counted_from_crossing_to_crossing() -> None:
    assert told(hall(rows=21), "gb-50016-2014", "row.between_cross") == ["21 rows, at most 20 rows"]
    assert not found(hall(rows=21, cross_aisles_after=[10]), "gb-50016-2014", "row.between_cross")


def test_a_crossing_is_a_metre_wide() -> None:
    narrow = hall(cross_aisles_after=[5], cross_aisle=0.9)

    (finding,) = found(narrow, "jgj-57-2016", "aisle.width.cross")
    assert (finding.place, finding.found) == ("Hall cross aisle before row 6", "0.9 m")


# Doors


def test_340_people_need_two_exits() -> None:
    assert told(with_doors(hall(), (0, -14, 4)), "us", "exits.count") == ["1 exits, at least 2 exits"]
    assert not found(with_doors(hall(), (-10, -14, 4), (10, -14, 4)), "us", "exits.count")


def test_doors_are_wide_each_and_together() -> None:
    room = with_doors(hall(), (-10, -14, 0.7), (10, -14, 0.9))

    assert told(room, "ibc-2021", "exits.door.width") == ["27.56 in, at least 32 in"]
    assert [f.place for f in found(room, "ibc-2021", "exits.door.width")] == ["Door 1"]
    assert told(room, "ibc-2021", "exits.width") == ["62.99 in, at least 68 in"]
    assert not found(room, "ibc-2021", "exits.width", protection="sprinklered")


def test_a_raked_floor_needs_wider_doors_in_china() -> None:
    doors = ((-10, -14, 1.4), (10, -14, 1.4))  # 340 people: 2.21 m from the level, 2.55 m from steps

    assert not found(with_doors(hall(), *doors), "gb-50016-2014", "exits.width")
    assert told(with_doors(hall(rake=0.2), *doors), "gb-50016-2014", "exits.width", protection="rating-iii") == [
        "2.8 m, at least 3.4 m"
    ]


def test_two_doors_side_by_side_are_too_close() -> None:
    (finding,) = found(with_doors(hall(), (-10, -14, 4), (-10, -9, 4)), "ibc-2021", "exits.apart")

    assert finding.found == "5 m"
    assert finding.level == "must"


def test_the_farthest_seat_is_30_m_from_a_door() -> None:
    (finding,) = found(with_doors(hall(rows=40), (-12, -2, 4), (12, -2, 4)), "gb-50016-2014", "exits.travel")

    assert finding.level == "advise"
    assert finding.seats


# Wheelchairs


def test_too_few_wheelchair_spaces() -> None:
    room = hall(wheelchair=[(5, 15)], companion=[(5, 16)])

    assert told(room, "ada-2010", "wheelchair.spaces") == ["1 spaces, at least 6 spaces"]


def test_a_space_without_a_companion_seat() -> None:
    room = from_drawing("ooowc oow oco", language="en")

    assert [f.seats for f in found(room, "ada-2010", "companion.per_space")] == [("hall-1-8",)]


def test_two_spaces_cannot_share_a_companion_seat() -> None:
    assert len(found(from_drawing("oowcwoo", language="en"), "ada-2010", "companion.per_space")) == 1
    assert not found(from_drawing("oocwwcoo", language="en"), "ada-2010", "companion.per_space")


def test_a_space_needs_the_width_and_depth_of_its_code() -> None:
    tight = from_drawing("oooooo\noowcoo", seat_width=0.5, row_pitch=0.9, language="en")
    wide = from_drawing("oooooo\n\noo.wco", seat_width=0.7, row_pitch=0.9, language="en")

    assert told(tight, "gb-55019-2021", "wheelchair.width.single") == ["0.5 m, at least 0.8 m"]
    assert told(tight, "gb-55019-2021", "wheelchair.depth.end") == ["0.9 m, at least 1.3 m"]
    assert not found(wide, "gb-55019-2021", "wheelchair.depth.end")


def test_a_space_that_only_steps_lead_to() -> None:
    room = from_drawing("D ooooo\n\n  oowco", rise=0.4, language="en")

    (finding,) = found(room, "ada-2010", "wheelchair.step_free")
    assert (finding.level, finding.found) == ("must", "0 places")


@pytest.mark.parametrize(("drawing", "wrong"), [("ooooowcooooo", False), ("wcoooooooooo", True)])
def test_one_bay_lies_in_the_middle_of_its_row(drawing: str, wrong: bool) -> None:
    room = from_drawing(drawing, language="en")

    assert bool(found(room, "ada-2010", "dispersion.sides")) is wrong


def test_bays_on_both_sides_need_not_lie_in_the_middle() -> None:
    assert not found(from_drawing("wcoooooooocw", language="en"), "ada-2010", "dispersion.sides")


def test_places_of_spaces_are_counted() -> None:
    room = hall(wheelchair=[(5, 15)], companion=[(5, 16)])

    (finding,) = found(room, "ibc-2021", "dispersion.locations")
    assert (finding.needed, finding.level) == ("2 places", "advise")


# Sight and screen


def test_flat_rows_do_not_see_the_edge_of_the_stage() -> None:
    assert found(hall(first_row=4.0), "jgj-57-2016", "sight.c")
    assert not found(hall(rows=2, first_row=8.0, rake=0.35), "jgj-57-2016", "sight.c")


def test_the_last_row_reads_the_screen_from_six_heights() -> None:
    seats = hall(rows=12, blocks="8", first_row=4.0, row_pitch=1.0)
    screen = Fixture("s", "Screen", "screen", 0.0, 0.0, 4.0, 0.1, height=2.0)
    room = replace(seats, fixtures=(*seats.fixtures, screen))

    (far,) = found(room, "practice", "screen.far.reading")
    assert len(far.seats) == 4 * 8  # rows at 12, 13, 14 and 15 m; beside the axis 12 m are more
    assert not found(room, "practice", "screen.far.video", screen_use="video")


def test_a_seat_beside_the_screen_sees_it_at_an_angle() -> None:
    seats = hall(rows=1, blocks="20", first_row=4.0)
    screen = Fixture("s", "Screen", "screen", 0.0, 0.0, 4.0, 0.1, height=2.0)

    (finding,) = found(replace(seats, fixtures=(screen,)), "practice", "screen.angle")
    assert finding.level == "warn"


def test_the_worst_of_many_rows_is_the_one_that_is_told() -> None:
    (finding,) = found(hall(first_row=6.0, rake=0.1), "jgj-57-2016", "sight.c")

    assert finding.place == "Hall row 2 block 1, Hall row 2 block 2, Hall row 2 block 3 and 24 more"
    assert finding.lack == pytest.approx(0.12 - float(finding.found.removesuffix(" m")), abs=1e-4)


# The whole


def test_single_sources_forbid_when_the_user_opts_in() -> None:
    room = row("o" * 25, row_pitch=0.9)

    assert {f.level for f in found(room, "jgj-57-2016", "row.pitch.short.soft")} == {"warn"}
    strict = found(room, "jgj-57-2016", "row.pitch.short.soft", single_source="must")
    assert {f.level for f in strict} == {"must"}


def test_what_forbids_comes_first() -> None:
    levels = [finding.level for finding in check_venue(hall(rake=0.2), "us,cn,uk,practice")]

    assert levels == sorted(levels, key=["must", "warn", "advise"].index)
    assert set(levels) == {"must", "warn", "advise"}


def test_unconfirmed_values_never_forbid() -> None:
    rooms = (hall(rake=0.2), row("o" * 30, row_pitch=0.6), from_drawing("wo oow", language="en"))

    for room in rooms:
        for finding in check_venue(room, "us,cn,uk,hk,fi,au,de,my,un", options=Options(single_source="must")):
            assert finding.standing in "VS" or finding.level == "advise"


@pytest.mark.parametrize("drawing", ["o", "rrr", "oo\n\noo"])
def test_small_rooms_of_every_kind_are_checked(drawing: str) -> None:
    room = from_drawing(drawing if "r" not in drawing else f"===\n{drawing}", language="en")

    assert isinstance(check_venue(room, "us,cn,uk,practice,hk"), list)


@pytest.mark.parametrize("code", combinations())
@pytest.mark.parametrize("single_source", ["warn", "must"])
def test_packs_with_nothing_but_what_may_forbid_forbid(code: str, single_source: str) -> None:
    packs = confirmed(code, single_source=single_source)
    rooms = (hall(rake=0.2), row("#" + "o" * 30, row_pitch=0.6), from_drawing("wo oow", language="en"))

    for room in rooms:
        levels = {f.level for f in check_venue(room, packs, options=Options(single_source=single_source))}
        assert levels <= {"must"}


def test_a_finding_is_told_in_both_languages() -> None:
    (finding,) = found(row("o" * 23, row_pitch=0.85), "gb-50016-2014", "row.seats.both")

    assert finding.sentence("en") == (
        "must: Hall row 1 block 1: seats of a row between aisles 23 seats, at most 22 seats"
        " (GB 50016-2014 5.5.20-1, verified)"
    )
    assert finding.sentence("zh") == (
        "必须：Hall row 1 block 1：双侧走道每排座数为 23 座，应不大于 22 座（GB 50016-2014 5.5.20-1，已核实）"
    )


def test_a_list_of_seats_without_places_is_only_counted() -> None:
    seats = tuple(Seat(f"{n}", f"{n}", "hall", 1, n, float(n)) for n in range(1, 61))
    room = Venue("List", seats, (Area("hall", "Hall", "hall"),))

    keys = {f.quantity.key for f in check_venue(room, "us,cn,uk,practice")}
    assert keys == {"exits.count", "wheelchair.spaces"}


def test_a_hall_that_keeps_to_the_fire_code() -> None:
    assert check_venue(hall(rows=8, blocks="8,14,8", aisle=1.2), "gb-50016-2014") == []


def test_places_are_named_in_chinese() -> None:
    (finding,) = found(row("o" * 23, row_pitch=0.85), "gb-50016-2014", "row.seats.both", language="zh")

    assert finding.place == "Hall1排第1区"


# Side aisles, ways out, chairs, tables


def test_an_aisle_along_the_wall_is_80_cm() -> None:
    room = "#    oooo#\n#    oooo#"

    narrow = from_drawing(room, seat_width=0.18, row_pitch=0.9, language="en")
    assert told(narrow, "gb-50016-2014", "aisle.width.level.one") == ["0.72 m, at least 0.8 m"]
    wide = from_drawing(room, seat_width=0.20, row_pitch=0.9, language="en")
    assert not found(wide, "gb-50016-2014", "aisle.width.level.one")


def test_a_wall_that_a_row_touches_leaves_no_aisle() -> None:
    assert not found(row("#oooo oooo#"), "gb-50016-2014", "aisle.width.level.one")


def test_an_aisle_that_ends_at_the_back_wall_is_a_dead_end() -> None:
    drawing = ["#########", "D       D", *["#ooo ooo#"] * 8, "#########"]

    (finding,) = found(from_drawing("\n".join(drawing), language="en"), "ibc-2021", "aisle.dead_end")
    assert (finding.level, finding.place) == ("advise", "Hall dead end behind row 8")
    assert not found(from_drawing("\n".join(drawing[:8] + drawing[-1:])), "ibc-2021", "aisle.dead_end")


def test_a_door_behind_the_aisle_ends_the_dead_end() -> None:
    drawing = ["#########", "D       D", *["#ooo ooo#"] * 8, "####D####"]

    assert not found(from_drawing("\n".join(drawing), language="en"), "ibc-2021", "aisle.dead_end")


def test_a_stand_empties_in_8_minutes() -> None:
    room = with_doors(hall(rows=40, blocks="20,20,20"), (0, -40, 4.0))  # 2400 / (4.0 * 82) = 7.3 min

    assert not found(room, "uk-green-guide", "exits.time")
    assert told(room, "uk-green-guide", "exits.time", persons=2700) == ["8.232 min, at most 8 min"]


def test_wheelchairs_in_the_first_row_need_more_room_before_it() -> None:
    room = {"first_row": 1.6}

    assert not found(hall(**room), "jgj-57-2016", "first.stage")
    assert told(hall(**room, wheelchair=[(1, 3)]), "jgj-57-2016", "first.stage") == ["1.6 m, at least 2 m"]


def banquet(gap: float, seats: int, diameter: float = 1.524) -> Venue:
    """Return two round tables side by side."""
    areas = tuple(Area(f"t{k}", f"Table {k}", "table") for k in (1, 2))
    tables = tuple(
        Fixture(f"f{k}", f"Table {k}", "table", k * (diameter + gap), -4.0, diameter, diameter, area=f"t{k}")
        for k in (1, 2)
    )
    round_ = [(i, 2 * pi * i / seats) for i in range(seats)]
    chairs = tuple(
        Seat(f"{t.area}-{i}", f"{t.area}-{i}", t.area, 1, i + 1, float(i), x=t.x + cos(a), y=t.y + sin(a))
        for t in tables
        for i, a in round_
    )
    return Venue("Banquet", chairs, areas, tables)


def test_round_tables_stand_54_inches_apart() -> None:
    assert not found(banquet(1.38, 8), "practice", "table.rounds.least")
    assert told(banquet(1.30, 8), "practice", "table.rounds.least") == ["51.18 in, at least 54 in"]


def test_a_code_asks_50_inches_and_only_advises() -> None:
    (finding,) = found(banquet(1.2, 8), "ibc-2021", "tables.apart")

    assert (finding.found, finding.needed, finding.level) == ("47.24 in", "50 in", "advise")


@pytest.mark.parametrize(("seats", "keys"), [(8, []), (10, ["rounds.arc.comfort"])])
def test_a_round_of_60_inches_seats_8(seats: int, keys: list[str]) -> None:
    arcs = [f.quantity.key for f in check_venue(banquet(2.0, seats), "practice") if "arc" in f.quantity.key]

    assert arcs == keys


def test_oblong_tables_are_measured_as_they_stand() -> None:
    tables = [("a", 0.0, 0.0), ("b", 2.0, 90.0)]
    fixtures = tuple(Fixture(n, n, "table", x, -4.0, 1.8, 0.76, turn=turn) for n, x, turn in tables)

    gap = "28.35 in, at least 60 in"  # 2.0 - 0.9 - 0.38 = 0.72 m
    assert told(Venue("Room", (), (), fixtures), "practice", "table.oblong.back_to_back") == [gap]
