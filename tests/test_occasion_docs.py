"""docs/occasions.md names what there is: every example, every rule and builder of an occasion, every setting."""

from __future__ import annotations

import re
from pathlib import Path

from seatplan.io.event_venue import builders
from seatplan.protocol import CHOICES
from seatplan.rules import RULES
from seatplan.rules.occasions import Occasion

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "occasions.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("| ")
]
CELLS = [row for row in ROWS if row[0] != "occasion"]


def named(column: int) -> set[str]:
    return {word for row in CELLS for word in re.findall(r"`(\w+)`", row[column])}


def test_every_example_of_an_occasion_is_listed_and_exists() -> None:
    files = {path.parent.name: path.read_text("utf-8") for path in ROOT.glob("examples/*/event.yaml")}
    names = "|".join(name for name, kind in RULES.items() if issubclass(kind, Occasion))
    occasions = {name for name, text in files.items() if re.search(rf"^  - (?:{names}):", text, re.M)}

    assert occasions <= named(4) <= set(files)


def test_every_rule_of_an_occasion_is_listed_and_exists() -> None:
    occasions = {name for name, kind in RULES.items() if issubclass(kind, Occasion)}

    assert named(2) - {"priority", "who"} <= set(RULES)
    assert occasions <= named(2)


def test_every_builder_is_listed_and_exists() -> None:
    assert named(1) == set(builders())


def test_every_setting_of_the_convention_is_listed_and_exists() -> None:
    assert named(3) <= {*CHOICES, "equals"}
    assert set(CHOICES) - {"presider_side"} <= named(3)
