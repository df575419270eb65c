"""A room and a layout in an event file: from one file to the plan, and faults with their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from seatplan.audit import audit
from seatplan.errors import InputError
from seatplan.io import read_event
from seatplan.layout import STYLES, Pillar, Room, theatre
from seatplan.layout.room import rectangle
from seatplan.solve import solve

EXAMPLE = Path(__file__).parents[2] / "examples" / "layout" / "event.yaml"
HEAD = "format: seatplan-event/1\nname: E\nlanguage: en\nroster: {people: [Ann, Ben]}\nrules: [fill]\n"


def write(folder: Path, venue: str) -> Path:
    path = folder / "event.yaml"
    path.write_text(f"{HEAD}venue: {venue}\n")
    return path


def test_the_example_goes_from_room_to_plan() -> None:
    event = read_event(EXAMPLE)
    result = solve(event.problem)
    report = audit(event.problem, result.plan)

    assert len(event.problem.venue.seats) == 60
    assert report.clean
    seats = [event.problem.venue.seat(result.plan.seats[person.id]) for person in event.problem.roster.people]
    assert {thing.kind for thing in event.problem.venue.fixtures} >= {"stage", "door", "wall", "aisle"}
    assert len({seat.id for seat in seats}) == 8


def test_the_event_gets_the_venue_of_the_layout(tmp_path: Path) -> None:
    event = read_event(write(tmp_path, "{room: {size: [8, 6]}, layout: {style: theatre, pitch: 1.0}}"))
    found = theatre(Room(rectangle(8, 6)), pitch=1.0)

    assert event.problem.venue.xyz.tolist() == found.venue.xyz.tolist()


def test_an_event_says_what_matters_more(tmp_path: Path) -> None:
    room = "{room: {size: [12, 9], pillars: [{x: 6, y: 6, diameter: 0.6}]}"
    event = read_event(write(tmp_path, f"{room}, layout: {{people: 40, objective: [distance]}}}}"))
    hall = Room(rectangle(12, 9), pillars=(Pillar(6, 6, diameter=0.6),))
    near, seen = theatre(hall, people=40, objective=["distance"]), theatre(hall, people=40)

    assert event.problem.venue.xyz.tolist() == near.venue.xyz.tolist() != seen.venue.xyz.tolist()
    with pytest.raises(InputError, match="'speed'"):
        read_event(write(tmp_path, "{room: {size: [12, 9]}, layout: {objective: [speed]}}"))


def test_a_file_and_a_bare_style_are_short_forms(tmp_path: Path) -> None:
    (tmp_path / "hall.yaml").write_text("format: seatplan-room/1\nsize: [12, 9]\n")
    event = read_event(write(tmp_path, "{room: hall.yaml, layout: cabaret}"))

    assert {area.kind for area in event.problem.venue.areas} == {"ring"}


@pytest.mark.parametrize("style", [style for style in STYLES if style != "reception"])
def test_events_take_every_style_with_seats(style: str, tmp_path: Path) -> None:
    room = "{size: [14, 13], stage: {x: 7, y: 11, width: 6, depth: 4}}"
    event = read_event(write(tmp_path, f"{{room: {room}, layout: {{style: {style}}}}}"))

    result = solve(event.problem)
    assert len(result.plan.seats) == 2
    assert audit(event.problem, result.plan).clean


@pytest.mark.parametrize(
    ("venue", "message"),
    [
        ("{layout: theatre}", "one of: areas, drawing, file, room"),
        ("{areas: [auditorium: {rows: 2, blocks: '3'}], layout: theatre}", "there is no room to lay out"),
        ("{room: {size: [8, 6]}, layout: theater}", "there is no style 'theater'"),
        ("{room: {size: [8, 6]}, layout: {style: theatre, colour: red}}", "colour"),
        ("{room: {size: [8, 6]}, layout: {style: theatre, pitch: wide}}", "pitch"),
        ("{room: {size: [8, 6]}, layout: {style: theatre, people: many}}", "people"),
        ("{room: {size: [8, 6]}, layout: {style: theatre, closed: [north]}}", "it has no door 'north'"),
        ("{room: {size: [8, 6]}, layout: {style: theatre, code: xx}}", "there is no such pack"),
        ("{room: {size: [8, 6]}, layout: [theatre]}", "a layout is a style"),
        ("{room: {size: [8, 0]}, layout: theatre}", "positive width and depth"),
        ("{room: missing.yaml, layout: theatre}", "there is no such file"),
        ("{room: ../hall.yaml, layout: theatre}", "hall.yaml"),
        ("{room: {size: [2, 2]}, layout: theatre}", "no seat with a way out"),
    ],
)
def test_faults_name_their_place(venue: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_event(write(tmp_path, venue))

    assert len(caught.value.faults) == 1
    assert message in str(caught.value)
