"""The layout chart: what is drawn is where it is, to scale, and nothing lies across a wall."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seatplan.errors import InputError
from seatplan.layout import Door, Pillar, Room, Stage, lay_out, theatre
from seatplan.layout.room import rectangle
from seatplan.render import BLACK_AND_WHITE, ChartOptions, draw_layout, save_layout
from seatplan.render.floor_plan import floor_plan
from seatplan.render.layout_chart import _page
from seatplan.venue import COMPANION, WHEELCHAIR

ROOM = Room(
    rectangle(12, 9),
    (Door(12, 3, 1.6, name="east"), Door(2, 0, 0.9, "in", name="back", closed=True)),
    (Pillar(4, 3, diameter=0.5),),
    Stage(6, 8, 5, 2),
)


@pytest.fixture(scope="module")
def layout():
    found = theatre(ROOM)
    seats = list(found.venue.seats)
    seats[0] = replace(seats[0], features=frozenset({WHEELCHAIR}))
    seats[1] = replace(seats[1], features=frozenset({COMPANION}))
    return replace(found, venue=replace(found.venue, seats=tuple(seats)))


def page(layout, *, room=ROOM, **options):
    return _page(layout, room, ChartOptions(**{"lang": "en", **options}), None)


def test_the_scale_that_is_printed_is_that_of_the_drawing(layout):
    sheet = page(layout, paper="A3")

    walls = next(ink for ink in sheet.inks if ink.width == 2.0).points[0]
    width = np.ptp(walls[:, 0]) / 1000 * sheet.projection.scale
    assert width == pytest.approx(12)
    assert f"Scale 1:{sheet.projection.scale:g}" in [text.text for text in sheet.texts]
    bar = next(text for text in sheet.texts if text.text.endswith(" m") and " " not in text.text[:-2])
    assert float(bar.text[:-2]) * 1000 / sheet.projection.scale <= 40


def test_dimensions_say_the_size_of_the_room_and_the_way_to_the_first_row(layout):
    figures = [text.text for text in page(layout).texts if text.kind == "number"]

    assert {"12.00", "9.00"} <= set(figures)
    fronts = floor_plan(layout.venue, ROOM).chairs[:, :2, 1]
    middle = np.abs(layout.venue.xyz[:, 0]) < 2.5
    assert f"{-fronts[middle].max():.2f}" in figures


def test_all_words_and_lines_are_on_the_page(layout):
    for paper in ("A4", "A3"):
        sheet = page(layout, paper=paper)
        points = np.concatenate([np.concatenate(list(ink.points)) for ink in sheet.inks if len(ink.points)])
        boxes = np.array([text.box for text in sheet.texts])
        assert min(points.min(), boxes.min()) >= 0
        assert max(points[:, 0].max(), boxes[:, 2].max()) <= sheet.width
        assert max(points[:, 1].max(), boxes[:, 3].max()) <= sheet.height


def test_no_words_lie_upon_each_other(layout):
    boxes = np.array([text.box for text in page(layout, paper="A3").texts])

    low, high = boxes[:, :2] + 0.05, boxes[:, 2:] - 0.05
    meet = (low[:, None] < high[None]).all(axis=2) & (low[None] < high[:, None]).all(axis=2)
    assert np.argwhere(np.triu(meet, 1)).tolist() == []


def test_doors_show_their_swing_and_whether_they_are_closed(layout):
    plan = floor_plan(layout.venue, ROOM)

    east, back = plan.doors
    assert (len(east.leaves), len(back.leaves)) == (2, 1)
    assert (east.closed, back.closed) == (False, True)
    # the venue's origin is the middle of the stage's edge, at (6, 7): a leaf of 0.9 m opens into the room
    assert back.leaves[0].opened[1] == pytest.approx(-7 + 0.9)
    trouble = ChartOptions().style.trouble
    assert any(ink.edge == trouble for ink in page(layout).inks)


def test_wheelchair_places_and_companions_are_counted_in_the_legend(layout):
    words = [text.text for text in page(layout).texts]

    assert "Wheelchair space 1" in words
    assert "Companion 1" in words


def test_the_chart_says_how_many_and_what_limits_them_in_both_languages(layout):
    english = " ".join(text.text for text in page(layout).texts)
    chinese = " ".join(text.text for text in page(layout, lang="zh").texts)

    assert f"{layout.count} places (proven)" in english
    assert "limited by seats" in english
    assert f"{layout.count}座（已证最优）" in chinese
    assert "已逐一比较" in chinese
    assert "需人工核查：楼面承载" in chinese
    assert "受限于座位排布" in chinese


def test_without_a_room_the_chart_is_made_of_fixtures(layout):
    sheet = page(layout, room=None)

    assert any("east" in text.text for text in sheet.texts)


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_it_is_written_in_every_format(layout, tmp_path, suffix):
    path = save_layout(layout, tmp_path / f"hall.{suffix}", room=ROOM, options=ChartOptions(style=BLACK_AND_WHITE))

    assert path.stat().st_size > 1000


def test_the_same_layout_gives_the_same_bytes(layout, tmp_path):
    one, other = (save_layout(layout, tmp_path / f"{i}.svg", room=ROOM) for i in (1, 2))

    assert one.read_bytes() == other.read_bytes()


def test_names_are_escaped_and_what_no_font_has_is_refused(layout, tmp_path):
    hostile = replace(ROOM, doors=(Door(12, 3, 1.6, name="<script>"),))
    unknown = replace(layout, venue=replace(layout.venue, name="a" + chr(0xE000)))

    text = save_layout(theatre(hostile), tmp_path / "a.svg", room=hostile).read_text("utf-8")

    assert "<script" not in text
    with pytest.raises(InputError, match="which no font here can draw"):
        save_layout(unknown, tmp_path / "b.svg", room=ROOM)
    with pytest.raises(InputError, match="its folder does not exist"):
        save_layout(layout, tmp_path / "none" / "b.svg")


def test_on_axes_the_data_are_metres(layout):
    ax = draw_layout(layout, room=ROOM)

    left, right = ax.get_xlim()
    assert left < -6
    assert right > 6


def test_round_tables_are_round_and_oblong_ones_are_not():
    rounds = floor_plan(lay_out(ROOM, "banquet").venue, ROOM)
    board = floor_plan(lay_out(ROOM, "boardroom").venue, ROOM)

    (corners,) = {len(mark.outline) for mark in rounds.shown() if mark.kind == "table"}
    assert corners > 30
    assert {len(mark.outline) for mark in board.shown() if mark.kind == "table"} == {4}


def test_a_round_table_is_named_once_where_nothing_covers_its_name():
    sheet = page(lay_out(ROOM, "banquet"))
    named = [text for text in sheet.texts if text.text.startswith("Table ")]

    assert len({text.text for text in named}) == len(named) >= 3
    assert {text.kind for text in named} == {"fixture"}
    assert [text.text for text in sheet.texts if text.kind == "row"] == []  # the ends of a ring are its chairs


def test_rows_of_desks_that_stand_apart_are_numbered_at_their_ends_only():
    found = lay_out(Room(rectangle(24, 9), pillars=(Pillar(9, 4, diameter=0.6),)), "exam")
    texts = [text for text in _page(found, None, ChartOptions(lang="en"), None).texts if text.kind == "row"]

    assert found.venue.seats
    assert {text.text for text in texts} == {str(seat.row) for seat in found.venue.seats}
    assert all(sum(one.text == text.text for one in texts) <= 2 for text in texts)


def test_the_name_of_a_lectern_does_not_lie_across_the_edge_of_the_stage():
    hall = Room(rectangle(14, 12), stage=Stage(7, 10, 10, 4))
    sheet = _page(lay_out(hall, "rostrum-hall", language="zh"), hall, ChartOptions(), None)
    name = next(text for text in sheet.texts if text.text == "发言席")
    edges = next(ink.points[0] for ink in sheet.inks if ink.layer == -2)

    assert not name.box[1] < edges[:, 1].min() < name.box[3]


@pytest.mark.parametrize("style", ["reception", "photo-risers"])
def test_people_who_stand_have_no_seats(style):
    room = Room(rectangle(12, 10))
    found = lay_out(room, style)
    chinese = " ".join(text.text for text in _page(found, room, ChartOptions(), None).texts)

    assert f"{found.count}人（" in chinese
    assert f"{found.count}座" not in chinese
