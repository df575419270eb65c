"""The Python of the pages on distances and on the podium runs, and holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent.parent / "docs"


@pytest.mark.parametrize("page", ["distance.md", "podium.md"])
def test_the_code_of_a_page_runs(page: str) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)

    assert blocks
    for code in blocks:
        exec(compile(code, page, "exec"), {})


@pytest.mark.parametrize("page", ["distance.md", "podium.md"])
def test_every_option_of_a_page_is_one_of_its_command(page: str) -> None:
    from seatplan.cli import main

    text = (DOCS / page).read_text("utf-8")
    command = main.commands[page.removesuffix(".md")]
    known = {name for option in command.params for name in option.opts} | {"--voice"}

    assert set(re.findall(r"--[a-z][a-z-]*", text)) <= known
