"""Change charts: who moved, who is new, which seats were left; told without colour."""

from __future__ import annotations

import numpy as np
import pytest

from seatplan.people import Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.render import BLACK_AND_WHITE, ChartOptions, build_scene, save
from seatplan.render.changes import MOST_ARROWS, _side_by_side
from seatplan.render.hall_chart import hall_page
from seatplan.venue import from_drawing

BEFORE = {"ann": "a", "bob": "b", "dan": "e"}
AFTER = Plan({"ann": "b", "cid": "f", "dan": "e"}, {"bob": "absent"})


def drawn(plan: Plan = AFTER, before: dict[str, str] = BEFORE, **options):
    crowd = Roster(tuple(Person(n, n.title()) for n in ("ann", "bob", "cid", "dan")))
    problem = Problem(from_drawing("=\nabef", language="en"), crowd)
    chosen = ChartOptions(lang="en", style=BLACK_AND_WHITE, before=before, **options)
    return problem, build_scene(problem, plan, options=chosen), chosen


def test_each_seat_bears_the_mark_of_its_change():
    _, scene, _ = drawn()

    assert {s.seat: s.marks for s in scene.seats} == {"a": ("left",), "b": ("moved",), "e": (), "f": ("new",)}
    assert {s.seat: s.came for s in scene.seats if s.came} == {"b": "1-1"}


def test_without_an_earlier_plan_nothing_is_marked():
    _, scene, _ = drawn(before={})

    assert not any(seat.marks or seat.came for seat in scene.seats)
    assert not scene.arrows


def test_an_arrow_leads_from_the_old_seat_to_the_new_one():
    problem, scene, _ = drawn()

    xy = {seat.id: (seat.x, seat.y) for seat in problem.venue.seats}
    assert scene.arrows == ((*xy["a"], *xy["b"]),)


def test_arrows_on_one_line_lie_side_by_side():
    lines = np.array([[[x, 0.0], [40.0 - x, 0.0]] for x in range(0, 20, 4)] + [[[50.0, 0.0], [60.0, 0.0]]])

    drawn = _side_by_side(lines, 8.0)

    assert sorted(drawn[:5, 0, 1].tolist()) == pytest.approx([-6.8, -5.1, -3.4, -1.7, 0.0])
    assert drawn[5].tolist() == lines[5].tolist()
    assert (drawn[:, :, 0] == lines[:, :, 0]).all()


def test_the_legend_explains_the_changes_and_only_those_in_use():
    _, scene, options = drawn(Plan({"ann": "b", "dan": "e"}))

    words = " ".join(text.text for text in hall_page(scene, options).texts)
    assert "Moved here" in words
    assert "Left, now empty" in words
    assert "New" not in words


def test_too_many_arrows_are_none():
    count = MOST_ARROWS + 1
    venue = from_drawing("=\n" + "o" * (2 * count), language="en")
    ids = [seat.id for seat in venue.seats]
    before = {f"p{i}": ids[i] for i in range(count)}
    after = Plan({f"p{i}": ids[count + i] for i in range(count)})
    problem = Problem(venue, Roster(tuple(Person(p, p) for p in before)))

    scene = build_scene(problem, after, options=ChartOptions(before=before))

    assert scene.arrows == ()
    assert sum("moved" in seat.marks for seat in scene.seats) == count


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf"])
def test_every_format_is_written(suffix, tmp_path):
    problem, _, options = drawn()

    assert save(problem, AFTER, tmp_path / f"hall{suffix}", options=options).stat().st_size > 1000
