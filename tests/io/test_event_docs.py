"""The examples of docs/event.md are read as they stand there, and what the page lists is what there is."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from seatplan.io import Output, read_event
from seatplan.io.event import EventKeys
from seatplan.io.event_people import PersonKeys, RosterKeys
from seatplan.protocol import PRESETS
from tests.io.tables import write_xlsx

PAGE = (Path(__file__).parents[2] / "docs" / "event.md").read_text("utf-8")
WHOLE = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
PARTS = re.findall(r"```yaml-part\n(.*?)```", PAGE, re.DOTALL)
PEOPLE = [["Name", "Rank", "Category", "Group"], ["Ann", 1, "Board", ""], ["Bob", 2, "Board", ""]]
PEOPLE += [["Cid", "", "", "North"], ["Dee", "", "", "South"], ["Eve", "", "", "North"]]


@pytest.mark.parametrize("text", WHOLE)
def test_examples_are_read(tmp_path: Path, text: str) -> None:
    write_xlsx(tmp_path / "roster.xlsx", PEOPLE)
    (tmp_path / "event.yaml").write_text(text, "utf-8")

    event = read_event(tmp_path / "event.yaml")

    assert event.problem.rules
    assert event.problem.model.people == len(event.problem.people)


@pytest.mark.parametrize("text", PARTS)
def test_parts_are_read(tmp_path: Path, text: str) -> None:
    rest = {
        "format": "format: seatplan-event/1\n",
        "venue": "venue: {drawing: oo}\n",
        "roster": "roster: {people: [{name: 李强}]}\n",
        "rules": "rules: [rostrum: {area: rostrum, who: everyone, by: list}]\n",
    }
    section = text.split(":", 1)[0]
    rest["rules"] = rest["rules"] if "rostrum" in text else ""
    (tmp_path / "event.yaml").write_text("".join({**rest, section: text}.values()), "utf-8")

    assert read_event(tmp_path / "event.yaml").problem.people


def test_the_page_lists_what_there_is() -> None:
    words = set(re.findall(r"[\w-]+", PAGE))

    listed = [*EventKeys.model_fields, *RosterKeys.model_fields, *PersonKeys.model_fields]
    listed += [*PRESETS, *(field.name for field in fields(Output))]
    assert [word for word in listed if word not in words and word != "attributes"] == []
