"""What docs/replan.md shows is true: its code runs and its commands work."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from seatplan.cli import main

PAGE = (Path(__file__).parents[2] / "docs" / "replan.md").read_text("utf-8")
EVENT = """
format: seatplan-event/1
venue: {areas: [auditorium: {rows: 2, blocks: "4"}]}
roster: {people: [{name: Ann, rank: 1}, {name: Bob, rank: 2}, {name: Cid, rank: 3}, {name: Dan, rank: 4}]}
rules: [rank_order: {areas: hall, priority: 1}]
output: {formats: [svg]}
"""


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_the_python_runs_and_prints(capsys):
    names: dict[str, object] = {}
    for code in blocks("python"):
        exec(compile(code, "docs/replan.md", "exec"), names)

    assert capsys.readouterr().out.splitlines() == [
        "fewest moves 1 True [2]",
        "strict order 3 True [0]",
        "leave Ann a None",
        "move Dan f a",
        "4 [('Ann', 1), ('Dan', 0)] (('Dan', 'a'),)",
    ]


def test_the_commands_work(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("event.yaml").write_text(EVENT, "utf-8")
    Path("late.csv").write_text("name,rank\nZed,5\n", "utf-8")
    assert CliRunner().invoke(main, ["solve", "event.yaml", "--no-charts"]).exit_code == 0

    for command in (line for block in blocks("bash") for line in block.splitlines()):
        done = CliRunner().invoke(main, shlex.split(command)[1:])
        assert done.exit_code == 0, done.output


def test_every_option_of_the_command_is_told():
    done = CliRunner().invoke(main, ["replan", "--help"]).output

    for option in set(re.findall(r"--[a-z-]+", done)) - {"--no-charts", "--help", "--output"}:
        assert option in PAGE
