"""Charts on paper: views, fitted names, scale, words, and that nothing is drawn over anything."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from charts_rooms import hall, room, rostrum, seated, stage
from matplotlib import rc_context
from matplotlib.figure import Figure

from seatplan.audit import audit
from seatplan.errors import InputError
from seatplan.people import Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.protocol import Convention, View, rank_positions
from seatplan.render import BLACK_AND_WHITE, ChartOptions, draw, draw_hall, draw_rostrum
from seatplan.render.fit import fitted
from seatplan.render.hall_chart import hall_page, hall_scene
from seatplan.render.page import Page, Text
from seatplan.render.rostrum_chart import rostrum_page, rostrum_scene
from seatplan.render.typeface import rc
from seatplan.result import Result, Status
from seatplan.rules import Pin
from seatplan.venue import Venue

ZH, EN = ChartOptions(), ChartOptions(lang="en")


def hall_of(problem: Problem, plan: Plan, options: ChartOptions = ZH, **given: object) -> Page:
    """Return the page of a hall."""
    scene = hall_scene(problem, plan, report=given.get("report"), result=given.get("result"), options=options)
    return hall_page(scene, options, given.get("size"))


def podium_of(problem: Problem, plan: Plan, options: ChartOptions = ZH) -> Page:
    """Return the page of a rostrum."""
    return rostrum_page(rostrum_scene(problem, plan, report=None, result=None, options=options), options)


def ranked(venue: Venue, count: int) -> tuple[Problem, Plan]:
    """Return people called A1, A2, ... on the rostrum by rank, and H1, H2, ... in the first row of the hall."""
    people, seats = [], {}
    for area, letter in (("rostrum", "A"), ("hall", "H")):
        by_position = {seat.position: seat.id for seat in venue.seats if seat.area == area and seat.row == 1}
        for rank, position in enumerate(rank_positions(count, Convention()).tolist(), 1):
            if position in by_position:
                people.append(Person(f"{letter}{rank}", f"{letter}{rank}", rank=rank))
                seats[f"{letter}{rank}"] = by_position[position]
    return Problem(venue, Roster(tuple(people)), name="G-09"), Plan(seats)


def across(texts: list[Text]) -> str:
    """Return texts from the left of the page to the right, without their letter."""
    return " ".join(text.text[1:] for text in sorted(texts, key=lambda text: text.x))


def overlaps(page: Page) -> list[tuple[str, str]]:
    """Return pairs of texts whose boxes meet by more than a hair."""
    hair = 0.05
    found = []
    for one, other in combinations(page.texts, 2):
        a, b = one.box, other.box
        if min(a[2], b[2]) - max(a[0], b[0]) > hair and min(a[3], b[3]) - max(a[1], b[1]) > hair:
            found.append((one.text, other.text))
    return found


def outside(page: Page) -> list[str]:
    """Return texts that leave the paper."""
    return [t.text for t in page.texts if min(t.box) < 0 or t.box[2] > page.width or t.box[3] > page.height]


def test_g09_the_rostrum_is_mirrored_and_the_hall_is_not() -> None:
    page = hall_of(*ranked(room(rostrum((5,)), hall(1, (5,)), fixtures=stage(8, 3)), 5))
    names = list(page.of_kind("name"))
    assert across([text for text in names if text.text[0] == "A"]) == "5 3 1 2 4"
    assert across([text for text in names if text.text[0] == "H"]) == "4 2 1 3 5"
    assert min(t.y for t in names if t.text[0] == "A") > max(t.y for t in names if t.text[0] == "H")


def test_g09_seen_from_the_stage_is_turned_not_mirrored() -> None:
    options = ChartOptions(view=View.OCCUPANT)
    page = hall_of(*ranked(room(rostrum((5,)), hall(1, (5,)), fixtures=stage(8, 3)), 5), options)
    names = list(page.of_kind("name"))
    assert across([text for text in names if text.text[0] == "A"]) == "4 2 1 3 5"
    assert across([text for text in names if text.text[0] == "H"]) == "5 3 1 2 4"
    assert max(t.y for t in names if t.text[0] == "A") < min(t.y for t in names if t.text[0] == "H")
    assert {text.turn for text in names} == {0.0}


@pytest.mark.parametrize(
    ("view", "row", "words", "arrow"),
    [
        (View.AUDIENCE, "7 5 3 1 2 4 6 8", "观众视角：", "↓ 观众席方向 ↓"),
        (View.OCCUPANT, "8 6 4 2 1 3 5 7", "就座者视角：", "↑ 观众席方向 ↑"),
    ],
)
def test_rostrum_of_eight_in_both_views(view: View, row: str, words: str, arrow: str) -> None:
    page = podium_of(*ranked(room(rostrum((8,)), fixtures=stage(8, 3)), 8), ChartOptions(view=view))
    assert across(list(page.of_kind("name"))) == row
    texts = [text.text for text in page.texts]
    assert any(text.startswith(words) for text in texts)
    below = next(text for text in page.texts if text.text == arrow)
    names = list(page.of_kind("name"))
    assert (below.y < names[0].y) == (view is View.AUDIENCE)


def test_the_view_is_printed_in_words_on_every_chart() -> None:
    problem, plan = ranked(room(rostrum((5,)), hall(2, (5,))), 5)
    for lang, view, part in (
        ("zh", View.AUDIENCE, "图左为场内就座者之左"),
        ("en", View.OCCUPANT, "from the stage"),
    ):
        page = hall_of(problem, plan, ChartOptions(lang=lang, view=view))
        assert part in " ".join(text.text for text in page.texts)


def test_front_row_is_in_front_larger_and_darker() -> None:
    venue = room(rostrum((5, 6)))
    problem, plan = seated(venue)
    page = podium_of(problem, plan)
    by_name = {text.text: text for text in page.of_kind("name")}
    rows = {seat.row: [] for seat in venue.seats}
    for person in problem.roster.people:
        seat = venue.seat(plan.seats[person.id])
        rows[seat.row].extend(t for n, t in by_name.items() if n.replace("　", "") == person.name)
    assert max(t.y for t in rows[1]) < min(t.y for t in rows[2])
    assert min(t.size for t in rows[1]) > max(t.size for t in rows[2])


def test_plates_show_rank_title_number_and_the_centre_line() -> None:
    problem, plan = seated(room(rostrum((7,))))
    page = podium_of(problem, plan)
    assert sorted(text.text for text in page.of_kind("rank")) == list("1234567")
    assert sum(text.text == "副主任委员" for text in page.of_kind("title")) == 7
    line = next(ink for ink in page.inks if len(ink.dash) == 4)
    assert line.points[0][0, 0] == pytest.approx(page.width / 2, abs=6)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("options", [ZH, ChartOptions(style=BLACK_AND_WHITE)], ids=["colour", "grey"])
def test_no_text_stands_on_another_or_off_the_paper(lang: str, options: ChartOptions) -> None:
    venue = room(rostrum((5,)), hall(6, (4, 5, 4), label="会场"), fixtures=stage(10, 4))
    problem, plan = seated(venue, groups=5, lang=lang, name="年度大会" if lang == "zh" else "Annual meeting")
    options = replace(options, lang=lang)
    for page in (hall_of(problem, plan, options), podium_of(problem, plan, options)):
        assert overlaps(page) == []
        assert outside(page) == []


def test_no_text_of_eight_seats_stands_on_another() -> None:
    page = hall_of(*seated(room(hall(2, (2, 2)), fixtures=stage(4, 2)), groups=2))
    assert overlaps(page) == []
    assert outside(page) == []


@pytest.mark.parametrize("size", [(100.0, 75.0), (148.0, 210.0), (297.0, 420.0)])
@pytest.mark.parametrize("rows", [3, 20])
def test_no_text_is_smaller_than_five_points(size: tuple[float, float], rows: int) -> None:
    problem, plan = seated(room(hall(rows, (6, 6)), fixtures=stage(8, 3)), groups=4)
    page = hall_of(problem, plan, size=size)
    assert min(text.size for text in page.texts) >= 5
    assert outside(page) == []


def test_a_chart_that_is_too_small_says_so_and_prints_no_dust() -> None:
    page = hall_of(*seated(room(hall(20, (10, 10))), groups=4), size=(100.0, 75.0))
    assert not list(page.of_kind("name"))
    assert any("小于5磅" in text.text for text in page.texts)
    assert {text.text for text in page.of_kind("group")} & {"北京", "北京 95"} or any(
        text.text.startswith("北京") for text in page.texts
    )


def test_names_of_two_to_four_characters_stand_on_one_line() -> None:
    venue = room(hall(1, (4,)))
    people = tuple(Person(f"p{i}", name) for i, name in enumerate(("李强", "王小明", "欧阳娜娜", "司马光")))
    plan = Plan({person.id: seat.id for person, seat in zip(people, venue.seats, strict=True)})
    page = hall_of(Problem(venue, Roster(people)), plan)
    names = {text.text: text for text in page.of_kind("name")}
    assert set(names) == {"李　强", "王小明", "欧阳娜娜", "司马光"}
    assert names["李　强"].width == pytest.approx(names["王小明"].width)
    assert names["欧阳娜娜"].size <= names["王小明"].size


def test_latin_names_wrap_at_the_space_then_shrink_then_break() -> None:
    assert fitted("Anna Lee", 42, 40, largest=10, floor=5).lines == ("Anna Lee",)
    assert fitted("Anna Lee", 25, 40, largest=10, floor=5).lines == ("Anna", "Lee")
    small = fitted("Bartholomew Lee", 36, 40, largest=10, floor=5)
    assert small.lines == ("Bartholomew", "Lee")
    assert 5 <= small.size < 10
    broken = fitted("Bartholomew", 15, 40, largest=10, floor=5)
    assert ("".join(broken.lines), broken.size, broken.cut) == ("Bartholomew", 5, False)
    assert fitted("x" * 400, 15, 20, largest=10, floor=5).lines[-1].endswith("…")


HOSTILE = (
    "$x$",
    r"\frac{1}{2}",
    "<script>alert(1)</script>",
    "A & B",
    'a"b',
    "a\x00b\x1b[31m",
    "line\nbreak\ttab",
    "\u202eevil",
    "W" * 40,
    "",
    "   ",
    "=1+1",
    "\ud800",
    "a" * 2000,
)


def hostile() -> tuple[Problem, Plan]:
    """Return a hall and a rostrum full of people with hostile names and titles."""
    venue = room(rostrum((len(HOSTILE),)), hall(2, (len(HOSTILE),)))
    people = tuple(Person(f"p{i}", HOSTILE[i % len(HOSTILE)], title=HOSTILE[-1 - i % 14]) for i in range(42))
    plan = Plan({person.id: seat.id for person, seat in zip(people, venue.seats, strict=True)})
    return Problem(venue, Roster(people), name="$\\alpha$ <b> & \x07"), plan


def test_hostile_names_are_drawn_safely() -> None:
    problem, plan = hostile()
    for page in (hall_of(problem, plan), podium_of(problem, plan)):
        words = "".join(text.text for text in page.texts)
        assert not any(ord(character) < 32 or "\ud800" <= character < "\ue000" for character in words)
        assert outside(page) == []
        assert any(text.text == "$x$" for text in page.of_kind("name"))
    assert any("姓名全称" in text.text for text in hall_of(problem, plan).texts)


def test_hostile_names_reach_the_figure() -> None:
    problem, plan = hostile()
    with rc_context(rc()):
        for view in View:
            figure = draw_rostrum(problem, plan, options=ChartOptions(view=view)).figure
            figure.canvas.draw()


def test_a_name_that_no_font_can_draw_is_refused_with_the_person() -> None:
    venue = room(hall(1, (1,)))
    roster = Roster((Person("7", "王" + chr(0xE000), source="roster.xlsx row 8"),))
    problem = Problem(venue, roster)
    with pytest.raises(InputError, match=r"roster\.xlsx row 8.*U\+E000"):
        draw_hall(problem, Plan({"7": venue.seats[0].id}))


def test_legend_explains_only_what_is_in_use() -> None:
    problem, plan = seated(room(hall(3, (4,))), groups=1, full=1.0)
    words = " ".join(text.text for text in hall_of(problem, plan).texts)
    assert "代表团团长" in words
    assert "主持人" not in words
    assert "空座" not in words


def test_groups_are_named_in_front_of_their_seats_with_their_count() -> None:
    page = hall_of(*seated(room(hall(6, (8,))), groups=2, full=1.0))
    assert sorted(text.text for text in page.of_kind("group")) == ["北京 24", "天津 24"]


def test_long_group_names_become_letters_with_a_legend() -> None:
    problem, plan = seated(room(hall(6, (4,))), groups=4, full=1.0)
    groups = tuple(
        replace(group, name=f"很长很长的代表团名称第{i}组") for i, group in enumerate(problem.roster.groups)
    )
    problem = replace(problem, roster=replace(problem.roster, groups=groups))
    page = hall_of(problem, plan)
    assert sorted(text.text for text in page.of_kind("group")) == ["A", "B", "C", "D"]
    assert any(text.text == "很长很长的代表团名称第3组 6" for text in page.of_kind("caption"))
    assert overlaps(page) == []


def test_trouble_is_ringed_numbered_and_told() -> None:
    problem, plan = seated(room(hall(3, (6,))), groups=1, full=1.0)
    first, second = problem.roster.people[:2]
    seat = plan.seat_of(second.id)
    assert seat is not None
    problem = replace(problem, rules=(Pin(person=first.id, seat=seat),))
    page = hall_of(problem, plan, report=audit(problem, plan))
    trouble = [text.text for text in page.of_kind("trouble")]
    assert "1" in trouble
    assert any(text.startswith("1  ") and first.name in text for text in trouble)
    assert any(text.text == "草稿" for text in page.texts)


def test_what_tells_prints_apart_is_printed() -> None:
    problem, plan = seated(room(hall(3, (6,))), groups=1)
    options = ChartOptions(lang="en", date="2025-03-05", title="Final plan", banner="Welcome", draft=False)
    page = hall_of(problem, plan, options, result=Result(plan, Status.OPTIMAL, seed=7))
    words = [text.text for text in page.texts]
    assert "Final plan" in words
    assert "Welcome" in words
    assert "DRAFT" not in words
    assert any("2025-03-05" in word for word in words)
    assert "seed 7" in words
    assert any(word.startswith("plan ") and len(word) == 13 for word in words)


def test_scale_is_true() -> None:
    problem, plan = seated(room(hall(3, (6,)), fixtures=stage(8, 3)), groups=1)
    page = hall_of(problem, plan)
    assert page.projection is not None
    scale = page.projection.scale
    drawn = next(ink for ink in page.inks if ink.layer == -1).points[0]
    assert np.ptp(drawn[:, 0]) * scale / 1000 == pytest.approx(8.0)
    assert np.ptp(drawn[:, 1]) * scale / 1000 == pytest.approx(3.0)
    assert f"比例 1:{scale:g}" in [text.text for text in page.texts]


def test_paper_suits_the_room() -> None:
    wide = hall_of(*seated(room(hall(4, (14,))), groups=2))
    deep = hall_of(*seated(room(hall(14, (4,))), groups=2))
    assert wide.width > wide.height
    assert deep.width < deep.height
    assert hall_of(*seated(room(hall(4, (4,))), groups=2), ChartOptions(paper="A3")).width in (297.0, 420.0)


def test_unknown_paper_and_language_are_refused() -> None:
    with pytest.raises(InputError, match="no such paper 'A7'"):
        ChartOptions(paper="A7")
    with pytest.raises(InputError, match="no such language"):
        ChartOptions(lang="fr")  # type: ignore[arg-type]


def test_draw_takes_axes_and_their_data_are_metres() -> None:
    problem, plan = seated(room(rostrum((5,)), hall(3, (6,))), groups=1)
    figure = Figure(figsize=(10 / 2.54, 7 / 2.54))
    ax = figure.add_axes((0, 0, 1, 1))
    assert draw(problem, plan, ax) is ax
    scene = hall_scene(problem, plan, report=None, result=None, options=ZH)
    page = hall_page(scene, ZH, (100.0, 70.0))
    assert page.projection is not None
    at = ax.transData.inverted().transform(ax.transAxes.transform((0.5, 0.5)))
    middle = page.projection.points(at[None, :])[0]
    assert middle == pytest.approx((50.0, 35.0), abs=0.1)


def test_draw_chooses_the_chart_of_the_room() -> None:
    only = seated(room(rostrum((5,))))
    both = seated(room(rostrum((5,)), hall(2, (4,))), groups=1)
    with rc_context(rc()):
        assert draw(*only).figure is not draw(*both).figure
    with pytest.raises(InputError, match="no rostrum"):
        draw(*seated(room(hall(2, (4,))), groups=1), chart="rostrum")
    with pytest.raises(InputError, match="no such chart"):
        draw(*both, chart="carpet")  # type: ignore[arg-type]


def test_an_empty_plan_is_an_empty_room() -> None:
    problem, _ = seated(room(rostrum((3,)), hall(2, (4,))), groups=1)
    nobody = Plan({}, {person.id: "no seat found" for person in problem.people})
    assert not list(hall_of(problem, nobody).of_kind("name"))
    assert not list(podium_of(problem, nobody).of_kind("name"))
    with pytest.raises(InputError, match="no seats"):
        draw_hall(Problem(Venue("Room", (), ()), Roster(())), Plan({}))


def test_black_and_white_has_no_colour() -> None:
    page = hall_of(*seated(room(hall(4, (6,))), groups=5), ChartOptions(style=BLACK_AND_WHITE))
    colours = {c for ink in page.inks for c in (ink.fill, ink.edge) if c} | {text.colour for text in page.texts}
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)
    assert sum(ink.edge == BLACK_AND_WHITE.hatch for ink in page.inks) >= 4


def test_names_of_narrow_groups_stand_upright_on_charts_without_names() -> None:
    problem, plan = seated(room(hall(12, (4,))), groups=4, full=1.0)
    page = hall_of(problem, plan, ChartOptions(names=False, paper=(120.0, 90.0)))
    texts = [text for text in page.of_kind("group") if text.text in "天津"]
    assert [text.text for text in sorted(texts, key=lambda text: -text.y)] == ["天", "津"]
    assert texts[0].x == pytest.approx(texts[1].x)
