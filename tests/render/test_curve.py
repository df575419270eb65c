"""A trade-off as a picture: its points, what is not proven, and no name that cannot be drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seatplan.alternatives import named_aims, trade_off
from seatplan.errors import InputError
from seatplan.people import Who
from seatplan.render import BLACK_AND_WHITE, ChartOptions
from seatplan.render.curve import curve_figure, curve_picture
from seatplan.rules import Prefer, Zone
from seatplan.venue import Where, from_drawing
from tests.rooms import people, problem


@pytest.fixture(scope="module")
def curve():
    rear = Zone(who=Who(people=("Ann",)), where=Where(rows=(4,)), priority=2)
    room = from_drawing("=\na\nb\ne\ng", name="Room", language="en")
    case = problem(room, people("Ann", "Bob"), Prefer(near="front", priority=1), rear)
    return trade_off(case, *named_aims(case, "prefer,zone"))


def marks(figure) -> list[tuple[float, float, bool]]:
    """Return the points drawn, and whether they are filled."""
    dots = (line for line in figure.axes[0].lines if line.get_marker() == "o")
    return [(*line.get_xydata()[0], line.get_markerfacecolor() != "white") for line in dots]


def test_every_point_is_drawn_where_its_prices_are(curve):
    assert [(p.first, p.second) for p in curve.points] == [(1, 1), (3, 0)]

    assert marks(curve_figure(curve)) == [(1, 1, True), (3, 0, True)]


def test_a_point_that_is_not_proven_is_hollow(curve):
    doubtful = replace(curve.points[1], proven=False)

    figure = curve_figure(replace(curve, points=(curve.points[0], doubtful), complete=False, reason="time"))

    assert marks(figure) == [(1, 1, True), (3, 0, False)]
    assert "限时" in figure.axes[0].get_title()


@pytest.mark.parametrize("style", [ChartOptions().style, BLACK_AND_WHITE])
@pytest.mark.parametrize("form", ["pdf", "png", "svg"])
def test_the_same_curve_gives_the_same_bytes(curve, form, style):
    options = ChartOptions(lang="en", style=style, title="座次")

    assert curve_picture(curve, form, options=options) == curve_picture(curve, form, options=options)


def test_long_names_are_wrapped(curve):
    figure = curve_figure(curve, options=ChartOptions(title="很长的名称" * 30))

    assert max(map(len, figure.axes[0].get_title().split("\n"))) <= 50


def test_a_title_that_no_font_draws_is_refused(curve):
    with pytest.raises(InputError, match="U\\+E000"):
        curve_picture(curve, "png", options=ChartOptions(title=chr(0xE000)))


def test_another_format_is_refused(curve):
    with pytest.raises(InputError, match="use one of: pdf, png, svg"):
        curve_picture(curve, "gif")
