"""What is said of layouts: the same facts in both languages, in text, JSON and charts."""

from __future__ import annotations

import json
import re
from string import Formatter

import pytest

from seatplan.codes import Finding
from seatplan.io.capacity_text import capacity_json, capacity_text
from seatplan.layout import STYLES
from seatplan.layout.said import Said, joined
from seatplan.layout.sentences import SENTENCES
from seatplan.render import ChartOptions
from seatplan.render.layout_chart import layout_facts
from tests.layout.test_styles import laid

NAMES = re.compile(r"Oler 1961|seatplan check|U形")


def fields(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


@pytest.mark.parametrize("kind", SENTENCES)
def test_both_languages_tell_the_same_values(kind: str) -> None:
    words = SENTENCES[kind]

    assert fields(words["en"]) == fields(words["zh"])
    assert not re.search("[\u4e00-\u9fff]", words["en"])
    assert not re.search("[A-Za-z]", NAMES.sub("", re.sub(r"{[^}]*}", "", words["zh"])))


@pytest.mark.parametrize("style", STYLES)
def test_all_that_is_said_of_a_style_is_said_in_chinese(style: str) -> None:
    found = laid(style)
    said = [joined(found.proof, "zh"), *(limit.why.sentence("zh") for limit in found.limits)]
    said += [one.sentence("zh") for one in found.checks_for_people if isinstance(one, Said)]
    said += layout_facts(found, ChartOptions(lang="zh"))

    assert not [one for one in said if re.search("[A-Za-z]", NAMES.sub("", one))]


@pytest.mark.parametrize("style", ["theatre", "exam-staggered", "rostrum-hall", "u-shape"])
def test_programs_read_values_and_people_read_the_same_in_words(style: str) -> None:
    found = laid(style)
    plain, text = json.loads(capacity_json(style, "us", found, (), "zh")), capacity_text(style, found, (), "zh")

    assert [one["kind"] for one in plain["proof"]] == [one.kind for one in found.proof]
    told = [*plain["proof"], *(one["why"] for one in plain["limits"]), *plain["checks"]]
    assert all(one["text"] in text for one in told)
    findings = [one for one in found.checks_for_people if isinstance(one, Finding)]
    assert sum(one["kind"] == "finding" for one in plain["checks"]) == len(findings)


def test_a_number_is_kept_as_a_number() -> None:
    one = Said("figure", {"shape": Said("u-shapes"), "clear": 0.6, "most": 48})

    assert one.data() == {"kind": "figure", "shape": {"kind": "u-shapes"}, "clear": 0.6, "most": 48}
    assert one.sentence("zh").startswith("U形桌")
