"""What docs/alternatives.md says of plans and points is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "alternatives.md"


def test_the_code_of_the_page_runs():
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)

    assert len(blocks) == 2
    exec(compile("\n".join(blocks), str(PAGE), "exec"), {})


def test_the_page_names_the_sizes_that_the_code_has():
    from seatplan.alternatives import best, combine, trade_off

    page = PAGE.read_text("utf-8").replace("\n", " ")
    assert f"up to {combine._TOGETHER:,} in all" in page
    assert f"more than {best._SMALL:,}: first {best._WINDOW} people" in page
    assert f"more than {best._LARGEST:,}: some people leave" in page
    assert f"Up to {trade_off.__globals__['_LARGEST']:,} pairs of people and seats" in page
