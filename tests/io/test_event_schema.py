"""The JSON Schema of events admits every shipped example, and refuses what the reader refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from seatplan.io.schemas import schema

EXAMPLES = sorted(Path(__file__).parents[2].glob("examples/*/event.yaml"))
TIMESTAMP = "tag:yaml.org,2002:timestamp"


class Loader(yaml.SafeLoader):
    """YAML as JSON has it: without dates."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [pair for pair in pairs if pair[0] != TIMESTAMP]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


VALIDATOR = jsonschema.Draft202012Validator(schema("event"))


def faults(event: Any) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(event)]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_example_keeps_the_schema(path: Path) -> None:
    assert faults(yaml.load(path.read_text("utf-8"), Loader=Loader)) == []


@pytest.mark.parametrize(
    ("section", "right"),
    [
        ({"roster": {"file": "r.xlsx", "order": "pinyin"}}, True),
        ({"roster": {"file": "r.xlsx", "order": ["rank", "-votes"]}}, True),
        ({"roster": {"file": "r.xlsx", "order": [{"by": "rank", "who": {"category": "a"}}]}}, True),
        ({"roster": {"file": "r.xlsx", "order": {"sort": "rank"}}}, False),
        ({"roster": {"file": "r.xlsx", "group_order": {"by": "npc_units", "years": 2}}}, True),
        ({"roster": {"file": "r.xlsx", "group_order": {"by": "nato"}}}, False),
        ({"convention": "house.yaml"}, True),
        ({"convention": {"file": "house.yaml", "mod4": "adjacent"}}, True),
        ({"convention": {"mod4": "five"}}, False),
        ({"output": {"plates": {"second": "pinyin", "sides": "two"}}}, True),
        ({"output": {"plates": {"colour": "red"}}}, False),
        ({"rules": [{"rank_order": {"area": "hall"}}]}, True),
        ({"rules": [{"rank_order": {"areas": ["hall"]}}]}, True),
        ({"rules": [{"rank_order": {}}]}, False),
    ],
)
def test_the_newer_keys_are_known(section: dict[str, Any], right: bool) -> None:
    event = {"format": "seatplan-event/1", "venue": "hall.json", "roster": "r.xlsx", **section}

    assert (faults(event) == []) == right
