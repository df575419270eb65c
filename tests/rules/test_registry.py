"""Files, the list of rules and the table of the documentation name the same rules, with the same fields."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

import seatplan.rules
from seatplan.io import read_event
from seatplan.result import Status
from seatplan.rules import RULES, Statute
from seatplan.rules.occasions import Occasion
from seatplan.solve import solve

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "rules.md").read_text("utf-8")
SHARED = {"__init__", "base", "facts"}
COMMON = {field.name for field in fields(Statute)}


def rows() -> dict[str, list[str]]:
    """The cells of the table by the name of the rule."""
    lines = [line.strip("|").split("|") for line in PAGE.splitlines() if line.startswith("| `")]
    return {cells[0].strip(" `"): cells for cells in lines}


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_every_file_is_a_rule_and_every_rule_a_file():
    """The name in an event file is the name of the module."""
    files = {path.stem for path in Path(seatplan.rules.__file__).parent.glob("*.py")} - SHARED

    assert files == set(RULES)
    assert {name: kind.__module__ for name, kind in RULES.items()} == {n: f"seatplan.rules.{n}" for n in RULES}
    assert {kind.__name__ for kind in RULES.values()} <= set(seatplan.rules.__all__)


def test_the_table_has_every_rule():
    """In alphabetical order, as the list has them."""
    assert list(rows()) == sorted(RULES) == list(RULES)


@pytest.mark.parametrize("name", RULES)
def test_the_table_has_every_field(name):
    """A field that is not documented is not found."""
    written = re.findall(r"`(\w+)`", rows()[name][1])

    assert written == [field.name for field in fields(RULES[name]) if field.name not in COMMON]


@pytest.mark.parametrize("name", RULES)
def test_the_table_has_the_default_priority(name):
    """Wishes have a tier by default."""
    default = next(field.default for field in fields(RULES[name]) if field.name == "priority")
    written = re.search(r"; priority (\d)", rows()[name][1])

    assert (int(written[1]) if written else "must") == default


@pytest.mark.parametrize("name", RULES)
def test_every_rule_says_its_source_and_its_amount(name):
    """The docstring holds the formula of the amount and the section of the protocol, and shows an example."""
    text = RULES[name].__doc__ or ""

    assert all(part in text for part in ("Source: protocol.md", "Amount: ", "Parameters", "Examples"))


def test_the_event_of_the_page_is_valid(tmp_path):
    """It uses every rule but the one that needs an earlier plan and those of occasions, and it can be solved."""
    file = tmp_path / "event.yaml"
    file.write_text(blocks("yaml")[0], "utf-8")
    problem = read_event(file).problem

    tables = {kind for kind in RULES.values() if issubclass(kind, Occasion)} | {RULES["clear_backs"]}
    assert {type(rule) for rule in problem.rules} == set(RULES.values()) - {RULES["stay"]} - tables
    assert problem.model.tiers == (1, 2, 3)
    assert solve(problem, time_limit=60).status is Status.OPTIMAL


def test_the_rule_of_ones_own_runs():
    """The class of the page is a rule."""
    space: dict[str, type[Statute]] = {}
    exec(blocks("python")[0], space)

    assert issubclass(space["Quorum"], Statute)
