"""How a command leaves its process."""

from __future__ import annotations

import subprocess
import sys

import pytest

COMMAND = """
import atexit, sys, threading, time
from seatplan.cli.guard import Guarded
import click

@click.group(cls=Guarded)
def main(): ...

@main.command()
def work():
    threading.Thread(target=time.sleep, args=(60,), name={name!r}, daemon=True).start()
    atexit.register(print, "left in good order")
    print("told")
    sys.exit({code})

main()
"""


@pytest.mark.parametrize(("name", "order"), [("HiGHS", ""), ("other", "left in good order\n")])
@pytest.mark.parametrize("code", [0, 1])
def test_a_command_does_not_wait_for_an_engine_that_was_left_behind(name, order, code):
    words = [sys.executable, "-c", COMMAND.format(name=name, code=code), "work"]
    ended = subprocess.run(words, capture_output=True, text=True, timeout=30, check=False)
    assert (ended.returncode, ended.stdout) == (code, "told\n" + order)
