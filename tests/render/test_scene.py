"""A plan as things in the room: positions, states, outlines, groups, names."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import networkx as nx
import numpy as np
import pytest
from charts_rooms import congress, hall, room, rostrum, seated, stage

from seatplan.audit import audit
from seatplan.people import Group, Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.render import ChartOptions, build_scene
from seatplan.render.frame import grid_of
from seatplan.render.outline import neighbours, outlines
from seatplan.render.style import BLACK_AND_WHITE, LIGHT, Style, contrast, looks
from seatplan.render.wording import breaks, plain, spaced
from seatplan.rules import Pin, Reserve
from seatplan.venue import COMPANION, WHEELCHAIR, Where


def area(loop: np.ndarray) -> float:
    """Return the signed area inside a closed line."""
    x, y = loop.T
    return float(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)) / 2)


def test_scene_needs_no_matplotlib() -> None:
    code = "import sys, seatplan.render.build; print('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "False\n"


def test_every_seat_is_a_mark_where_it_stands() -> None:
    problem, plan = seated(room(hall(3, (2, 3)), fixtures=stage(8, 3)), groups=2, full=1.0)
    scene = build_scene(problem, plan)
    by_id = {mark.seat: mark for mark in scene.seats}
    assert len(by_id) == len(problem.venue.seats)
    for seat in problem.venue.seats:
        mark = by_id[seat.id]
        assert mark.x == pytest.approx(seat.x)
        assert seat.y - 0.2 < mark.y < seat.y  # a little back, the strip in front is for the group's name
        assert (mark.number, mark.row, mark.facing) == (seat.number, seat.row, seat.facing)
        assert mark.width < 0.55 < 0.95


def test_marks_do_not_overlap_in_straight_and_bent_rows() -> None:
    for radius in (0.0, 14.0):
        problem, plan = seated(room(hall(5, (4, 5), radius=radius)), groups=2)
        marks = build_scene(problem, plan).seats
        for row in range(1, 6):
            places = np.array([(mark.x, mark.y, mark.width) for mark in marks if mark.row == row])
            steps = np.linalg.norm(np.diff(places[:, :2], axis=0), axis=1)
            assert np.all(steps > places[1:, 2])
        assert max(mark.depth for mark in marks) < 0.95


def test_states_and_marks() -> None:
    venue = room(hall(3, (2, 3)))
    problem, plan = seated(venue, groups=2, full=0.8)
    ann = replace(problem.roster.people[0], roles=frozenset({"head", "speaker"}))
    roster = replace(problem.roster, people=(ann, *problem.roster.people[1:]))
    free = next(seat.label for seat in venue.seats if plan.person_at(seat.id) is None)
    seat = plan.seat_of(ann.id)
    assert seat is not None
    rules = (Reserve(where=Where(seats=(free,))), Pin(person=ann.id, seat=seat))
    scene = build_scene(Problem(venue, roster, rules), plan)
    states = {mark.place: mark.state for mark in scene.seats}
    assert states[free] == "reserved"
    assert sorted(set(states.values())) == ["empty", "reserved", "taken"]
    assert next(mark for mark in scene.seats if mark.person == ann.id).marks == ("head", "speaker", "pinned")
    features = {seat.id: seat.features for seat in venue.seats}
    for mark in scene.seats:
        assert ("wheelchair" in mark.marks) == (WHEELCHAIR in features[mark.seat])
        assert ("companion" in mark.marks) == (COMPANION in features[mark.seat])


def test_row_numbers_stand_at_both_ends_and_in_every_aisle() -> None:
    problem, plan = seated(room(hall(4, (3, 4, 3))), groups=2)
    scene = build_scene(problem, plan)
    for row in range(1, 5):
        marks = sorted((mark for mark in scene.rows if mark.row == row), key=lambda mark: mark.x)
        assert len(marks) == 4
        xs = [seat.x for seat in scene.seats if seat.row == row]
        assert marks[0].x < min(xs) - 0.27
        assert marks[-1].x > max(xs) + 0.27
        assert [np.isnan(mark.away) for mark in marks] == [False, True, True, False]
        assert all(mark.room == pytest.approx(1.2) for mark in marks[1:3])


def test_one_outline_round_a_group_with_its_notch() -> None:
    venue = room(hall(3, (4,)))
    grid = grid_of(venue, "hall")
    members = np.array([seat.column < 2 or seat.row == 1 for seat in venue.seats])
    (line,) = outlines(grid, members)
    assert len(line) == 6
    assert abs(area(line)) == pytest.approx(8 * 0.55 * 0.95)


def test_outline_has_holes_and_pieces() -> None:
    venue = room(hall(3, (3, 3)))
    grid = grid_of(venue, "hall")
    ring = np.array([seat.block == 0 and not (seat.row == 2 and seat.column == 1) for seat in venue.seats])
    lines = outlines(grid, ring)
    assert sorted(len(line) for line in lines) == [4, 4]
    assert area(lines[0]) * area(lines[1]) < 0  # the hole runs the other way round
    assert len(outlines(grid, np.ones(len(venue.seats), dtype=bool))) == 2  # the aisle separates
    corners = np.array([(seat.row, seat.column) in ((1, 0), (2, 1)) for seat in venue.seats])
    assert len(outlines(grid, corners)) == 2  # seats that touch at a corner are two pieces


def test_outlines_side_by_side_do_not_cross() -> None:
    venue = room(hall(4, (6,)))
    grid = grid_of(venue, "hall")
    left = np.array([seat.column < 3 for seat in venue.seats])
    (one,), (other,) = outlines(grid, left, inset=0.02), outlines(grid, ~left, inset=0.02)
    assert other[:, 0].min() - one[:, 0].max() == pytest.approx(0.04)


def test_outline_of_bent_rows_is_bent() -> None:
    venue = room(hall(3, (8,), radius=10.0))
    grid = grid_of(venue, "hall")
    (line,) = outlines(grid, np.ones(len(venue.seats), dtype=bool))
    radius = np.linalg.norm(line - np.array([0.0, 7.0]), axis=1)
    assert grid.frame.curved
    assert len(line) > 20
    assert np.all((np.abs(radius - 9.525) < 0.02) | (np.abs(radius - 12.375) < 0.02) | (np.ptp(radius) > 2))


def test_every_seat_lies_in_its_groups_outline() -> None:
    problem, plan = congress(0.2, rows=12, blocks=(12, 20, 14))
    scene = build_scene(problem, plan)
    from matplotlib.path import Path

    for code, group in enumerate(scene.groups):
        inside = sum(
            (Path(line).contains_points([(m.x, m.y) for m in scene.seats]).astype(int) for _, line in group.lines)
        )
        expected = np.array([mark.group == code for mark in scene.seats])
        assert np.array_equal(np.asarray(inside) % 2 == 1, expected)
        assert group.count == expected.sum()


def test_neighbours_never_look_alike() -> None:
    problem, plan = congress(0.4, rows=20, blocks=(16, 24, 18))
    for style in (Style(), BLACK_AND_WHITE):
        scene = build_scene(problem, plan, options=ChartOptions(style=style))
        codes = {seat.id: -1 for seat in problem.venue.seats} | {m.seat: m.group for m in scene.seats}
        touching = neighbours(scene.grids, np.array([codes[seat.id] for seat in problem.venue.seats]))
        assert len(touching) == 35
        for one, other in touching.edges:
            first, second = scene.groups[one].look, scene.groups[other].look
            assert (first.fill, first.hatch) != (second.fill, second.hatch)


def test_few_groups_have_a_colour_each_and_all_have_letters() -> None:
    found = looks(nx.complete_graph(8), Style())
    assert len({look.fill for look in found.values()}) == 8
    many = looks(nx.path_graph(60), Style())
    assert len({look.code for look in many.values()}) == 60


@pytest.mark.parametrize("fill", [*LIGHT, *BLACK_AND_WHITE.fills, Style().hatch, "#f1f1f1", "#ffffff"])
def test_black_text_is_legible_on_every_fill(fill: str) -> None:
    assert contrast(fill) >= 7


@pytest.mark.parametrize("colour", [Style().ink, Style().quiet])
def test_text_is_legible_on_white(colour: str) -> None:
    assert contrast(colour, "#ffffff") >= 7


def test_groups_by_another_column() -> None:
    venue = room(hall(2, (3,)))
    people = tuple(
        Person(f"p{i}", "李强", attributes=(("country", country),)) for i, country in enumerate(("法国", "德国"))
    )
    plan = Plan({person.id: seat.id for person, seat in zip(people, venue.seats, strict=False)})
    scene = build_scene(Problem(venue, Roster(people)), plan, options=ChartOptions(by="country"))
    assert [(group.name, group.count) for group in scene.groups] == [("法国", 1), ("德国", 1)]


def test_the_rostrum_has_no_delegations() -> None:
    people = tuple(Person(f"p{i}", "李强", group="g", rank=i + 1) for i in range(3))
    venue = room(rostrum((3,)))
    plan = Plan({person.id: seat.id for person, seat in zip(people, venue.seats, strict=True)})
    scene = build_scene(Problem(venue, Roster(people, (Group("g", "北京"),))), plan)
    assert not scene.groups
    assert {mark.rank for mark in scene.seats} == {"1", "2", "3"}


def test_floors_do_not_cover_each_other() -> None:
    parts = hall(4, (5,), label="一层"), hall(3, (5,), key="up", label="二层", floor=2, front=-4.0)
    problem, plan = seated(room(*parts), groups=2)
    scene = build_scene(problem, plan)
    lowest = min(mark.y for mark in scene.seats if mark.area == "hall")
    assert max(mark.y for mark in scene.seats if mark.area == "up") < lowest - 2


def test_broken_rules_have_rings_and_sentences() -> None:
    problem, plan = seated(room(hall(2, (4,))), groups=1, full=1.0)
    first, second = problem.roster.people[:2]
    seat = plan.seat_of(second.id)
    assert seat is not None
    problem = replace(problem, rules=(Pin(person=first.id, seat=seat),))
    scene = build_scene(problem, plan, report=audit(problem, plan))
    assert [mark.person for mark in scene.seats if mark.rings] == [first.id]
    assert first.name in scene.notes[0]
    assert scene.draft
    assert scene.verdict == "已审查，有1处违反规则"


def test_clean_plans_are_final_and_say_so() -> None:
    problem, plan = seated(room(hall(2, (4,))), groups=1)
    scene = build_scene(problem, plan, report=audit(problem, plan), options=ChartOptions(lang="en"))
    assert (scene.draft, scene.clean, scene.verdict) == (False, True, "Audited, no rule broken")
    assert build_scene(problem, plan).verdict == "未审查"
    assert len(scene.facts[-1].split()[-1]) == 8


def test_prints_of_two_plans_can_be_told_apart() -> None:
    problem, plan = seated(room(hall(2, (4,))), groups=1)
    (a, b), seats = list(plan.seats)[:2], dict(plan.seats)
    seats[a], seats[b] = seats[b], seats[a]
    assert build_scene(problem, plan).facts != build_scene(problem, Plan(seats)).facts
    assert build_scene(problem, plan).facts == build_scene(problem, Plan(dict(plan.seats))).facts


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("李强", "李　强"),
        ("李 强", "李　强"),
        ("李　强", "李　强"),
        ("欧阳 锋", "欧阳 锋"),
        ("  Ann \t Lee\n", "Ann Lee"),
        ("a\x07b", "a\ufffdb"),
        ("\u202eevil\u202c", "evil"),
        ("$x$", "$x$"),
        ("<script>", "<script>"),
        ("\ud800", "\ufffd"),
        ("", ""),
    ],
)
def test_names_are_made_harmless_and_spaced(typed: str, shown: str) -> None:
    assert spaced(typed) == shown


def test_plain_keeps_private_characters_for_the_check_of_glyphs() -> None:
    assert plain("王" + chr(0xE000)) == "王" + chr(0xE000)


def test_names_break_where_they_may() -> None:
    assert breaks("李　强") == (("李　强",),)
    assert breaks("欧阳娜娜") == (("欧阳娜娜",),)
    assert breaks("买买提·艾力") == (("买买提·艾力",), ("买买提·", "艾力"))
    assert breaks("Anna van der Berg")[1] == ("Anna van", "der Berg")
    assert breaks("Anderson-Hughes")[1] == ("Anderson-", "Hughes")
    assert breaks("市委常委、常务副市长、开发区党工委书记")[2] == (
        "市委常委、",
        "常务副市长、",
        "开发区党工委书记",
    )
    for lines in breaks("a b c d e f g h i j k l m n"):
        assert " ".join(lines) == "a b c d e f g h i j k l m n"
