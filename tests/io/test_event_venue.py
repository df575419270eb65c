"""The section `venue`: areas, drawings, files, and the message for each way to get them wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from seatplan.io import write_venue
from seatplan.venue import from_drawing
from tests.io.events import faults, read


def test_areas_take_what_the_event_says(tmp_path: Path) -> None:
    event = read(
        tmp_path,
        language="language: zh\n",
        convention="convention: {seat_numbers: left_to_right, lectern: none}\n",
        venue="venue: {name: 礼堂, areas: [rostrum: {rows: 3}, auditorium: {rows: 1, blocks: [2, 2]}]}\n",
    )

    room = event.problem.venue
    assert (room.name, [area.label for area in room.areas]) == ("礼堂", ["主席台", "会场"])
    assert [seat.label for seat in room.seats if seat.area == "hall"] == ["1排1号", "1排2号", "1排3号", "1排4号"]
    assert not [fixture for fixture in room.fixtures if fixture.kind == "lectern"]


def test_rows_fit_the_present_people_whom_the_rostrum_rule_places(tmp_path: Path) -> None:
    people = ", ".join(f"{{name: 甲{i}, rank: {i}, category: p}}" for i in range(1, 8))
    event = read(
        tmp_path,
        venue="venue: {areas: [rostrum: {rows: fit, per_row: 3}, auditorium: {rows: 1, blocks: '3'}]}\n",
        roster=f"roster: {{people: [{people}, {{name: 乙, rank: 9, category: p, status: 请假}}, 丙]}}\n",
        rules="rules: [rostrum: {area: rostrum, who: {category: p}}]\n",
    )

    rows = [seat.row for seat in event.problem.venue.seats if seat.area == "rostrum"]
    assert [rows.count(row) for row in (1, 2, 3)] == [3, 3, 1]


def test_rows_cannot_fit_without_a_rule(tmp_path: Path) -> None:
    assert faults(tmp_path, venue="venue: {areas: [rostrum: {rows: fit}]}\n") == [
        "event.yaml:3:33 venue.areas[1].rostrum.rows: "
        "nobody is placed here by a rule 'rostrum', so the rows cannot "
        "be fitted; add that rule, or write the seats of each row: [8]"
    ]


@pytest.mark.parametrize("most", ["0", "x", "[1]"])
def test_per_row_is_a_number(tmp_path: Path, most: str) -> None:
    (message,) = faults(
        tmp_path,
        venue=f"venue: {{areas: [rostrum: {{rows: fit, per_row: {most}}}]}}\n",
        rules="rules: [rostrum: {area: rostrum, who: everyone}]\n",
    )

    assert message.startswith("event.yaml:3:47 venue.areas[1].rostrum.per_row: ")
    assert message.endswith(" is no number of seats; write a whole number from 1")


def test_an_unknown_kind_of_area(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, venue="venue: {areas: [rostrm: {rows: 3}]}\n")

    assert message.startswith(
        "event.yaml:3:17 venue.areas[1].rostrm: there is no kind of area 'rostrm'; did you mean 'rostrum'?"
    )


def test_an_area_with_two_keys(tmp_path: Path) -> None:
    assert faults(tmp_path, venue="venue:\n  areas:\n  - rostrum:\n    rows: 3\n") == [
        "event.yaml:5:5 venue.areas[1]: an area is one kind with its settings; "
        "write '- rostrum: {rows: [8]}', or indent the settings below the name"
    ]


def test_a_setting_that_a_builder_has_not(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, venue="venue: {areas: [rostrum: {rows: 3, width: 1}]}\n")

    assert message.startswith("event.yaml:3:36 venue.areas[1].rostrum.width: unknown key 'width'; ")


def test_a_complaint_of_a_builder_has_the_place_of_the_area(tmp_path: Path) -> None:
    assert faults(tmp_path, venue="venue: {areas: [rostrum: {rows: 0}]}\n") == [
        "event.yaml:3:26 venue.areas[1].rostrum: rostrum rows[0]: 0 seats; give at least 1"
    ]


def test_no_areas(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, venue="venue: {areas: []}\n")

    assert message.startswith("event.yaml:3:16 venue.areas: the list of areas is empty; add one of: ")


@pytest.mark.parametrize(
    ("keys", "found"), [("{name: x}", "none of them"), ("{drawing: oo, file: a.json}", "drawing, file")]
)
def test_a_venue_is_made_in_one_way(tmp_path: Path, keys: str, found: str) -> None:
    assert faults(tmp_path, venue=f"venue: {keys}\n") == [
        f"event.yaml:3:8 venue: a venue is made in one way, and here are {found}; "
        "give one of: areas, drawing, file, room"
    ]


def test_a_drawing_with_settings(tmp_path: Path) -> None:
    drawing = "venue:\n  name: 小会议室\n  drawing:\n    seat_width: 0.6\n    text: |\n      ===\n      oo oo\n"

    room = read(tmp_path, venue=drawing).problem.venue

    assert (room.name, len(room.seats), room.areas[0].seat_width) == ("小会议室", 4, 0.6)


def test_a_complaint_about_a_drawing_has_its_place(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, venue="venue: {drawing: 'oo!'}\n")

    assert message.startswith("event.yaml:3:18 venue.drawing: drawing line 1, column 3: no such mark '!'")


def test_a_venue_from_a_file(tmp_path: Path) -> None:
    write_venue(tmp_path / "hall.json", from_drawing("oo oo"))

    assert read(tmp_path, venue="venue: hall.json\n").problem.venue == from_drawing("oo oo")


def test_fixtures_need_no_id(tmp_path: Path) -> None:
    fixtures = "fixtures: [{kind: screen, x: 0, y: 1.5, width: 4, depth: 0.1, step_free: 否}]"

    room = read(tmp_path, venue=f"venue: {{drawing: oo, {fixtures}}}\n").problem.venue

    screen = room.fixtures[-1]
    assert (screen.id, screen.kind, screen.y, screen.step_free) == ("screen 0,1.5", "screen", 1.5, False)


def test_a_hall_beyond_all_measure_is_refused_before_it_is_built(tmp_path: Path) -> None:
    assert faults(tmp_path, venue="venue: {areas: [auditorium: {rows: 999999999, blocks: '5,5'}]}\n") == [
        "event.yaml:3:29 venue.areas[1].auditorium: more than 100000 seats; mend the rows and blocks"
    ]


def test_areas_that_contradict_each_other_are_refused_at_the_venue(tmp_path: Path) -> None:
    found = faults(tmp_path, venue="venue: {name: 厅, areas: [rostrum: {rows: 3}, rostrum: {rows: 2}]}\n")

    assert found
    assert all(message.startswith("event.yaml:3:8 venue: ") for message in found)


def test_a_venue_file_that_cannot_be_read_is_told_by_its_own_name(tmp_path: Path) -> None:
    assert faults(tmp_path, venue="venue: hall.json\n") == [
        f"{tmp_path / 'hall.json'}: there is no such file; mend the name or put the file there"
    ]


def test_a_setting_that_a_drawing_has_not(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, venue="venue: {drawing: {text: oo, seatwidth: 1}}\n")

    assert message.startswith(
        "event.yaml:3:29 venue.drawing.seatwidth: unknown key 'seatwidth'; did you mean 'seat_width'?"
    )


@pytest.mark.parametrize(
    "area",
    [
        "round_table: {seats: 300000}",
        "oval_table: {seats: 300000}",
        "banquet: {rows: [1000], seats: 1000}",
        "vehicle: {form: coach, rows: 300000}",
        "talks_table: {seats: [9, 300000]}",
        "long_table: {sides: 300000}",
    ],
)
def test_no_builder_makes_more_seats_than_anybody_has(tmp_path: Path, area: str) -> None:
    (found,) = faults(tmp_path, venue=f"venue: {{areas: [{area}]}}\n")

    assert "more than 100000 seats" in found
