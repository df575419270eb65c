"""Tiers of a layout as they are told, and keep-outs that may be used at a price."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner

from seatplan.cli import main
from seatplan.errors import InputError
from seatplan.io.capacity_text import capacity_text
from seatplan.io.room import parse_room
from seatplan.layout import STYLES, Box, Door, Room, Stage, lay_out, theatre
from seatplan.layout.keep_outs import with_keep_outs
from seatplan.layout.room import rectangle

ROOM = """
format: seatplan-room/1
size: [9, 7]
doors: [{x: 2, y: 0, width: 1.4}]
keep_clear: [{x: 4.5, y: 3, width: 2, depth: 2, name: desk, flexible: true, price: %d}]
"""


@pytest.mark.parametrize("prices", [(0, 0), (3, 0), (12, 1), (50, 50)])
def test_no_choice_of_keep_outs_is_worth_more(prices: tuple[int, int]) -> None:
    boxes = tuple(
        Box(x, 2.5, 1.5, 1.5, name=name, flexible=True, price=price)
        for x, name, price in zip((2.0, 6.5), "ab", prices, strict=True)
    )
    room = Room(rectangle(9, 7), (Door(4, 0, 1.4),), keep_clear=boxes)
    worth = {
        frozenset(box.name for box in used): theatre(
            Room(rectangle(9, 7), (Door(4, 0, 1.4),), keep_clear=tuple(box for box in boxes if box not in used))
        ).count
        - sum(box.price for box in used)
        for k in range(3)
        for used in combinations(boxes, k)
    }
    found, there = with_keep_outs(room, theatre)
    best = max(worth.values())

    assert worth[frozenset(found.used)] == best
    assert len(found.used) == min(len(used) for used, value in worth.items() if value == best)
    assert {box.name for box in boxes} - {box.name for box in there.keep_clear} == set(found.used)


def test_a_keep_out_is_kept_when_fewer_people_are_wanted() -> None:
    room = parse_room(ROOM % 0)
    many, few = lay_out(room, "theatre"), lay_out(room, "theatre", people=10)

    assert (many.used, few.used) == (("desk",), ())
    assert [tier.value for tier in many.tiers if tier.name == "kept"] == [1]
    assert [(tier.value, tier.proven) for tier in few.tiers if tier.name == "kept"] == [(0, True)]
    assert "desk" in capacity_text("theatre", many, [], "en")


def test_feet_are_no_prices() -> None:
    assert (
        parse_room(
            (ROOM % 7)
            .replace("size: [9, 7]", "unit: ft\nsize: [40, 30]")
            .replace("x: 2, y: 0, width: 1.4", "x: 12, y: 0, width: 5")
        )
        .keep_clear[0]
        .price
        == 7
    )


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ({"keep_clear": (Box(4, 2, 1, 1, price=3),)}, "its price is 3"),
        ({"keep_clear": (Box(4, 2, 1, 1, flexible=True, price=-1),)}, "its price is -1"),
        ({"aisles": (Box(4, 2, 1, 1, flexible=True),)}, "never flexible"),
    ],
)
def test_prices_that_mean_nothing_are_refused(bad: dict[str, tuple[Box, ...]], said: str) -> None:
    with pytest.raises(InputError, match=said):
        Room(rectangle(9, 7), **bad)  # type: ignore[arg-type]


def test_six_flexible_keep_outs_are_too_many() -> None:
    boxes = tuple(Box(1 + i, 2, 0.5, 0.5, flexible=True) for i in range(6))
    with pytest.raises(InputError, match="at most 5"):
        lay_out(Room(rectangle(9, 7), keep_clear=boxes), "theatre")


@pytest.mark.parametrize("style", STYLES)
def test_every_style_tells_its_tiers(style: str) -> None:
    room = Room(rectangle(14, 13), (Door(3, 0, 1.8), Door(11, 0, 1.8)), stage=Stage(7, 11, 8, 4))
    found = lay_out(room, style, objective=["symmetry"])
    told = {tier.name: tier for tier in found.tiers}

    assert next(iter(told)) == "count"
    assert (told["count"].value, told["count"].bound) == (found.count, found.bound)
    assert told.keys() == {"count"} or list(told)[1] == "symmetry"
    assert all(tier.bound is None or tier.proven or tier.value != tier.bound for tier in found.tiers)


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "objective, what matters more"), ("zh", "目标（按重要性排列）")]
)
def test_the_command_takes_the_order_of_tiers(tmp_path: Path, lang: str, said: str) -> None:
    path = tmp_path / "room.yaml"
    path.write_text(ROOM % 0, encoding="utf-8")
    line = ["capacity", str(path), "--people", "20", "--no-what-if", "--lang", lang, "--objective"]
    text, plain = (
        CliRunner().invoke(main, [*line, "symmetry, distance", *more]) for more in ([], ["--format", "json"])
    )

    assert text.exit_code == plain.exit_code == 0, text.output
    assert said in text.output
    tiers = json.loads(plain.output)["tiers"]
    assert [tier["tier"] for tier in tiers][:3] == ["count", "symmetry", "distance"]
    assert CliRunner().invoke(main, [*line, "speed"]).exit_code == 2
