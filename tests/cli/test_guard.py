"""How a command leaves its process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from seatplan.cli import main
from seatplan.errors import Fault, InputError

COMMAND = """
import atexit, sys, threading, time
from seatplan.cli.guard import Guarded
import click

@click.group(cls=Guarded)
def main(): ...

@main.command()
def work():
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    atexit.register(print, "taken apart")
    print("told")
    sys.exit({code})

main()
"""


@pytest.mark.parametrize("code", [0, 1])
def test_a_command_leaves_at_once_with_all_that_it_told(code):
    """It waits for no engine that was left behind, and takes nothing apart."""
    words = [sys.executable, "-c", COMMAND.format(code=code), "work"]
    ended = subprocess.run(words, capture_output=True, text=True, timeout=30, check=False)
    assert (ended.returncode, ended.stdout) == (code, "told\n")


def test_thousands_of_faults_are_cut_short_and_counted(tmp_path, monkeypatch) -> None:
    def refused(path: Path) -> None:
        raise InputError([Fault("plan", f"seat {i}", "mend it") for i in range(1234)])

    monkeypatch.setattr("seatplan.deliver.read", refused)
    done = CliRunner().invoke(main, ["solve", str(tmp_path / "event.yaml")])

    lines = done.stderr.splitlines()
    assert done.exit_code == 2
    assert lines[0] == "error: plan: seat 0; mend it"
    assert lines[-1] == "error: and 1184 more"
    assert len(lines) == 51
