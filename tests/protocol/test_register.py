"""Every numbered rule and every worked example of the protocol has a test, and both READMEs say how many."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.protocol.register import EXAMPLES, RULES, held

ROOT = Path(__file__).parents[2]


def test_no_rule_is_without_a_test() -> None:
    rules, _ = held()

    assert [number for number in RULES if not rules[number]] == []


def test_no_worked_example_is_without_a_test() -> None:
    _, examples = held()

    assert [f"G-{number:02}" for number in EXAMPLES if not examples[number]] == []


def test_nothing_cites_what_does_not_exist() -> None:
    """A slip of the pen would make an id look tested."""
    rules, examples = held()

    assert set(rules) <= set(RULES)
    assert {number for number in examples if number not in EXAMPLES} <= {11, 16, 17, 26, 34, 35, 41, 42}


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_counts_of_the_readmes_are_true(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    counts = [
        tuple(map(int, pair)) for pair in re.findall(r"^\| [^|]*8[AB][^|]* \| (\d+) \| (\d+) \|", text, re.M)
    ]

    assert counts == [(len(RULES), len(RULES)), (len(EXAMPLES), len(EXAMPLES))]
    assert "python -m tests.protocol.register" in text
