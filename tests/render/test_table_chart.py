"""The chart of tables: parties by shape, ranks, the door, whose right is where, and nothing on top of another."""

from __future__ import annotations

import numpy as np
import pytest

from seatplan.audit import audit
from seatplan.errors import InputError
from seatplan.people import Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.protocol import View
from seatplan.render import BLACK_AND_WHITE, ChartOptions, draw, save
from seatplan.render.drawing import chart_of
from seatplan.render.party_ink import rank_words
from seatplan.render.table_chart import table_page, table_scene
from seatplan.rules import Sofas, Talks
from seatplan.rules.occasions import Badge
from seatplan.venue import Area, Seat, Venue, photo_steps, round_table, sofas, talks_table
from tests.rules.meetings import PARTIES, meeting, party, solved

PEOPLE = [*party("H", 3, "interpreter"), *party("G", 3, "interpreter")]
TALKS = meeting(talks_table(seats=5), Talks(**PARTIES), people=PEOPLE)


def page_of(problem: Problem, plan: Plan | None = None, **options):
    chosen = ChartOptions(**options)
    plan = plan or solved(problem)
    return table_page(table_scene(problem, plan, report=audit(problem, plan), result=None, options=chosen), chosen)


def words(page, kind: str) -> set[str]:
    return {text.text for text in page.of_kind(kind)}


def plates(page) -> dict[str, int]:
    """Number of corners of each plate by the name on it."""
    return {ink.titles[0].split()[-1]: len(ink.points[0]) for ink in page.inks if ink.titles and ink.width}


def test_hosts_and_guests_have_plates_of_different_shapes():
    """Charts must tell the parties apart without colour."""
    corners = plates(page_of(TALKS, style=BLACK_AND_WHITE))

    assert {corners[f"H{k}"] for k in "123T"} == {4}
    assert min(corners[f"G{k}"] for k in "123T") > 4


def test_ranks_and_interpreters_are_in_the_corner():
    assert {"主1", "主2", "客1", "主译", "客译"} <= words(page_of(TALKS), "rank")
    assert {"H1", "G1", "G interpreter"} <= words(page_of(TALKS, lang="en"), "rank")
    assert rank_words(None, "en") == ""
    assert rank_words(Badge("host", "clerk", 1), "zh") == "主clerk"


def test_the_door_and_whose_right_is_where_are_said():
    page = page_of(TALKS, lang="en")

    assert "门" in words(page, "fixture")
    assert any("The door is at the bottom" in text.text for text in page.texts)
    turned = page_of(TALKS, lang="en", view=View.OCCUPANT)
    assert any("turned by half a turn" in text.text for text in turned.texts)
    photo = Problem(photo_steps(rows=[2]), Roster((Person("a", "Ann"),)))
    camera = page_of(photo, Plan({"a": "photo-1-1"}), lang="en")
    assert any("The camera is at the bottom" in text.text for text in camera.texts)


@pytest.mark.parametrize(
    "room", [talks_table(seats=5, behind=3), talks_table(seats=4, table="end_on"), sofas(seats=9, behind=3)]
)
def test_plates_do_not_touch(room):
    people = tuple(Person(s.id, "欧阳锋") for s in room.seats)
    problem = Problem(room, Roster(people))
    seats = table_scene(
        problem, Plan({p.id: p.id for p in people}), report=None, result=None, options=ChartOptions()
    ).scene.seats
    for i, one in enumerate(seats):
        for other in seats[i + 1 :]:
            sideways = abs(one.x - other.x) >= (one.width + other.width) / 2
            assert sideways or abs(one.y - other.y) >= (one.depth + other.depth) / 2


def test_names_are_as_large_as_the_room_allows_and_stand_upright():
    page = page_of(meeting(sofas(seats=6, behind=0), Sofas(**PARTIES), people=[*party("H", 3), *party("G", 3)]))
    names = list(page.of_kind("name"))

    assert {text.text for text in names} == {"H1", "H2", "H3", "G1", "G2", "G3"}
    assert {text.turn for text in names} == {0.0}
    assert min(text.size for text in names) > 7


def test_a_broken_rule_has_a_ring_and_its_sentence():
    plan = solved(TALKS)
    wrong = Plan({**plan.seats, "H1": plan.seats["H2"], "H2": plan.seats["H1"]})
    page = page_of(TALKS, wrong, lang="en")

    assert words(page, "trouble")
    assert any("sits before" in text.text for text in page.texts)


def test_many_names_take_larger_paper():
    """Twenty Latin names side by side do not fit A4."""
    room = talks_table(seats=20)
    people = tuple(Person(s.id, "Maximiliana Featherstonehaugh") for s in room.seats)
    page = page_of(Problem(room, Roster(people)), Plan({p.id: p.id for p in people}))

    assert page.width * page.height > 297 * 210
    assert min(text.size for text in page.of_kind("name")) >= 5


def test_names_too_small_for_the_paper_are_left_out_and_said():
    room = talks_table(seats=60)
    people = tuple(Person(s.id, "Maximiliana Featherstonehaugh") for s in room.seats)
    page = page_of(Problem(room, Roster(people)), Plan({p.id: p.id for p in people}), paper="A5", lang="en")

    assert not list(page.of_kind("name"))
    assert any("too small" in t.text or "would be under" in t.text for t in page.texts)


def test_the_chart_is_chosen_for_rooms_of_tables_only(tmp_path):
    hall = Venue("Hall", (Seat("a", "1", "h", 1, 1, 0.0),), (Area("h", "Hall", "hall"),))

    assert chart_of(TALKS, "auto") == "table"
    assert chart_of(Problem(hall, Roster(())), "auto") == "hall"
    with pytest.raises(InputError, match="it has no table; draw the hall instead"):
        draw(Problem(hall, Roster(())), Plan({}), chart="table")
    assert save(TALKS, solved(TALKS), tmp_path / "talks.svg").read_text("utf-8").startswith("<")


def test_on_an_axes_the_data_are_metres():
    ax = draw(TALKS, solved(TALKS))

    left, right = ax.get_xlim()
    assert left < -2 < 2 < right
    assert np.isclose(ax.get_aspect(), 1)


def test_a_round_table_is_round_with_its_name_in_the_middle():
    room = round_table(seats=8, label="主桌")
    people = tuple(Person(s.id, "欧阳锋") for s in room.seats)
    page = page_of(Problem(room, Roster(people)), Plan({p.id: p.id for p in people}))
    (name,) = [text for text in page.of_kind("fixture") if text.text == "主桌"]

    assert max(len(shape) for ink in page.inks for shape in ink.points) > 60
    assert all(abs(name.x - plate.mean(axis=0)[0]) < 80 for ink in page.inks if ink.titles for plate in ink.points)
