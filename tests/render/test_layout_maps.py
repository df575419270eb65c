"""Heat maps, sections and comparisons: the classes are right, the order survives grey, scales are equal."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from seatplan.codes.checks import Options
from seatplan.codes.checks.measures import seat_measures
from seatplan.errors import InputError
from seatplan.layout import Door, Room, Stage, theatre
from seatplan.layout.room import rectangle
from seatplan.render import BLACK_AND_WHITE, ChartOptions, save_comparison, save_heat_map, save_section
from seatplan.render.comparison_chart import _page as comparison
from seatplan.render.heat_map import _page as heat_map
from seatplan.render.heat_scale import COLOURS, GREYS, heat_of, looks_of
from seatplan.render.section_chart import _page as section
from seatplan.render.style import Style, contrast
from seatplan.venue import Area, Fixture, Seat, Venue, auditorium

ROOM = Room(rectangle(12, 9), (Door(12, 3, 1.6, name="east"),), stage=Stage(6, 8, 5, 2))
EN = ChartOptions(lang="en")


def words(page) -> str:
    return " | ".join(text.text for text in page.texts)


def raked(rake: float = 0.12) -> Venue:
    hall = auditorium(rows=6, blocks="5,5", first_row=4, rake=rake, language="en")
    return replace(hall, fixtures=(*hall.fixtures, Fixture("st", "Stage", "stage", 0, 2, 8, 4, height=0.5)))


@pytest.mark.parametrize("colours", [COLOURS, [fill for fill, _ in GREYS]])
def test_a_grey_copy_keeps_the_order_of_the_classes(colours):
    lightness = [contrast(colour) for colour in colours]

    assert lightness == sorted(lightness, reverse=True)


def test_in_black_and_white_neighbouring_classes_differ_in_pattern_or_clearly_in_grey():
    looks = looks_of(BLACK_AND_WHITE, 5)

    for one, other in pairwise(looks):
        assert one.hatch != other.hatch or contrast(one.fill, other.fill) > 1.3
    assert all(not look.hatch for look in looks_of(Style(), 5))


def test_every_seat_is_drawn_in_the_look_of_its_class_and_counted_in_the_legend():
    venue = raked()
    values = seat_measures(venue)["stage_distance"]
    heat = heat_of("stage_distance", values)

    page = heat_map(venue, "stage_distance", None, None, EN, None)

    drawn = {ink.fill: len(ink.points) for ink in page.inks if ink.fill in COLOURS and ink.layer == 2}
    classes = heat.classes(values)
    assert drawn == {COLOURS[k]: int((classes == k).sum()) for k in set(classes.tolist())}
    counts = re.findall(r": (\d+) seats", words(page))
    assert sum(map(int, counts)) == len(venue.seats)


def test_of_c_values_the_best_is_the_largest_and_the_first_row_has_none():
    page = heat_map(raked(), "c_value", None, None, EN, None)

    assert "nobody in front 10" in words(page)
    assert "150 mm and over: 0 seats" in words(page)


def test_the_worst_seat_is_named():
    venue = raked()
    values = seat_measures(venue)["stage_distance"]

    told = words(heat_map(venue, "stage_distance", None, None, EN, None))

    worst = venue.seats[int(np.flatnonzero(values == values.max())[-1])]
    assert f"worst {values.max():.0f} m ({worst.label})" in told


def test_a_measure_that_a_venue_has_not_is_refused_with_those_it_has(tmp_path):
    with pytest.raises(InputError, match="it has no measure 'speech'; use one of: c_value, stage_distance"):
        save_heat_map(raked(), tmp_path / "a.png", measure="speech")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("style", [Style(), BLACK_AND_WHITE])
def test_every_map_is_written_in_both_languages_and_styles(tmp_path, lang, style):
    options = ChartOptions(lang=lang, style=style, paper="A3")
    layout = theatre(ROOM, language=lang)

    for measure in seat_measures(layout.venue, Options(voice=70)):
        path = tmp_path / f"{measure}.svg"
        save_heat_map(layout.venue, path, measure=measure, room=ROOM, checks=Options(voice=70), options=options)
        assert path.stat().st_size > 1000
    save_section(layout.venue, tmp_path / "section.svg", options=options)
    save_comparison({"a": layout, "b": layout}, tmp_path / "both.svg", rooms=ROOM, options=options)


def test_the_section_shows_the_c_value_of_each_row():
    venue = raked()
    clear = seat_measures(venue)["c_value"]

    page = section(venue, "", EN, None)

    numbers = [text.text for text in page.texts if text.kind == "number" and text.bold]
    column = [i for i, seat in enumerate(venue.seats) if seat.block == 0 and seat.number == 1]
    assert numbers == ["–", *(f"{clear[i] * 1000:.0f}" for i in column[1:])]


def test_heights_and_distances_of_the_section_have_one_scale():
    page = section(raked(0.2), "", EN, None)
    scale = float(next(text.text for text in page.texts if text.text.startswith("Scale"))[8:])

    (stage,) = [ink.points[0] for ink in page.inks if ink.fill == "#e6e6e6"]
    width, height = np.ptp(stage, axis=0) * scale / 1000
    assert (width, height) == (pytest.approx(4.0), pytest.approx(0.5))


def test_a_section_needs_a_hall(tmp_path):
    seat = Seat("a", "1", "t", 1, 1, 0.0)

    with pytest.raises(InputError, match="it has no hall; draw the section of a hall"):
        save_section(Venue("Table", (seat,), (Area("t", "T", "ring"),)), tmp_path / "a.svg")


def test_alternatives_have_one_scale_and_each_says_its_number():
    wide, narrow = theatre(ROOM, aisle=2.0), theatre(ROOM)

    page = comparison({"wide": wide, "narrow": narrow}, ROOM, EN, None)

    walls = [np.ptp(ink.points[0], axis=0) for ink in page.inks if ink.width == 2.0]
    assert np.allclose(walls[0], walls[1])
    for layout in (wide, narrow):
        assert f"{layout.count} places (proven)" in words(page)
    boxes = np.array([text.box for text in page.texts])
    assert boxes.min() >= 0
    assert (boxes[:, 2] <= page.width).all()


def test_no_more_than_twelve_are_compared(tmp_path):
    layout = theatre(ROOM)

    with pytest.raises(InputError, match="comparison: 13 layouts; give 1 to 12 of them"):
        save_comparison({str(i): layout for i in range(13)}, tmp_path / "a.svg")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_without_a_room_no_number_and_no_name_lies_on_a_wall(lang):
    """Doors of venues from files open the wall, are named outside, in the chart's language."""
    hall = Room(((0, 0), (10, 0), (10, 4), (16, 4), (16, 12), (0, 12)), (Door(0, 6, 1.6), Door(5, 0, 1.6)))
    venue = theatre(hall, language=lang).venue
    page = heat_map(venue, "door", None, None, ChartOptions(lang=lang), None)
    walls = [
        (points.min(axis=0), points.max(axis=0))
        for ink in page.inks
        for points in ink.points
        if ink.layer == -3 and ink.closed
    ]
    named = [text for text in page.texts if text.kind in ("row", "fixture")]

    assert walls
    names = {"zh": {"门1", "门2"}, "en": {"door 1", "door 2"}}
    assert names[lang] <= {text.text for text in named}
    for text in named:
        left, bottom, right, top = text.box
        for low, high in walls:
            assert not (left < high[0] and right > low[0] and bottom < high[1] and top > low[1]), text.text


def test_the_section_goes_through_the_most_rows():
    """A column of two rows on the axis does not stand for a hall of five beside it."""
    hall = Area("hall", "Hall", "hall", 1, 0.5, 0.9)
    seats = [
        Seat(f"{r}-{x}", f"{r}-{x:g}", "hall", r, int(x), x, column=int(x), x=x, y=-1 - 0.9 * r)
        for x, rows in ((0.0, (4, 5)), (3.0, (1, 2, 3, 4, 5)))
        for r in rows
    ]
    page = section(Venue("Room", tuple(seats), (hall,)), "", EN, None)

    assert "through 5-3" in words(page)
