"""What the documents show is true: their code runs, their events solve, both READMEs say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from seatplan.audit import audit
from seatplan.io import read_event
from seatplan.result import Status
from seatplan.solve import solve

ROOT = Path(__file__).parent.parent
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", path.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_python_of_the_readme_runs_and_prints_what_it_says(readme, capsys):
    for code in blocks(readme, "python"):
        exec(compile(code, str(readme), "exec"), {})

    assert capsys.readouterr().out.splitlines() == ["optimal True", "[4, 2, 1, 3, 5]"]


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_event_of_the_readme_solves_clean(readme, tmp_path):
    for text in blocks(readme, "yaml"):
        (tmp_path / "event.yaml").write_text(text, "utf-8")
        problem = read_event(tmp_path / "event.yaml").problem

        result = solve(problem)

        assert result.status is Status.OPTIMAL
        assert audit(problem, result.plan).clean


def test_both_readmes_have_the_same_commands_figures_and_sections():
    """Same commands, same number of headings, tables and code blocks."""
    english, chinese = (path.read_text("utf-8") for path in READMES)

    for pattern in (r"^(?:pip|seatplan|python -m) .*$", r"^#+ ", r"^\|", r"^```"):
        found = [re.findall(pattern, text, re.MULTILINE) for text in (english, chinese)]
        assert len(found[0]) == len(found[1]), pattern
    assert re.findall(r"^pip .*$", english, re.M) == re.findall(r"^pip .*$", chinese, re.M)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_file_that_a_readme_links_to_exists(readme):
    links = re.findall(r"\]\(([^)#:]+)\)", readme.read_text("utf-8"))

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
