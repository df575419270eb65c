"""The examples of docs/codes.md run as they stand there, and what the page lists is what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import seatplan.codes
from seatplan.codes import combinations, pack_names, parse_pack, wheelchair_spaces

PAGE = (Path(__file__).parents[2] / "docs" / "codes.md").read_text("utf-8")
NAMED = set(re.findall(r"`([a-z0-9_\-]+)`", PAGE))
NO_FORMULAS = {"confirmed", "combinations", "feet", "inches", "judge", "level", "load_code", "load_pack"}
NO_FORMULAS |= {"pack_names", "parse_pack", "quantities", "read_pack", "square_feet", "strictest", "weakest"}
NO_FORMULAS |= {"worst_first"}


@pytest.mark.parametrize("block", re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL))
def test_examples_run(block: str) -> None:
    exec(compile(block, "docs/codes.md", "exec"), {})


def test_the_pack_of_the_page_is_read() -> None:
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    pack = parse_pack(text, "house.yaml")

    assert [wheelchair_spaces(pack, seats) for seats in (100, 401, 601)] == [1, 3, 4]
    assert not pack.says("wheelchair.spaces", 5001)


def test_every_pack_and_combination_is_listed() -> None:
    assert set(pack_names()) | set(combinations()) <= NAMED


def test_each_combination_lists_its_packs() -> None:
    for name in ("us", "cn", "uk", "hk"):
        (row,) = re.findall(rf"^\| `{name}` \| (.*) \|$", PAGE, re.MULTILINE)
        assert tuple(re.findall(r"`(.*?)`", row)) == combinations()[name]


def test_every_formula_is_listed() -> None:
    formulas = {name for name in seatplan.codes.__all__ if name.islower()} - NO_FORMULAS

    assert formulas <= NAMED
