"""Killing the process at any moment leaves the old files or the new ones, nothing between."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from seatplan.io.files import read_bytes, write_all, write_whole
from seatplan.io.stage import finish

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be killed")

OLD = {name: f"old {name}".encode() for name in ("plan.json", "report.md", "seats.xlsx", "hall.pdf")}
NEW = {name: f"new {name}".encode() for name in OLD}
TOUCHES = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "tempfile.mkdtemp", "shutil.rmtree")
"""What a process does to files, as the interpreter tells its audit hooks."""


def killed_at(step: int, folder: Path, contents: dict[str, bytes]) -> bool:
    """Write in a process that kills itself before it touches files for the n-th time; tell whether it did."""
    child = os.fork()
    if child == 0:
        left = [step]

        def count(event: str, _: object) -> None:
            if event in TOUCHES:
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        write_all(folder, contents)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def seen(folder: Path) -> dict[str, bytes]:
    """Return the files that a user sees: hidden names are not among them."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    found = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: path.read_bytes() for name, path in found.items() if not name.startswith(".")}


def every_step(folder: Path, old: dict[str, bytes], new: dict[str, bytes]):
    """Yield the folder after a kill at each step, until one run ends by itself."""
    for step in range(300):
        place = folder / str(step)
        place.mkdir()
        write_all(place, old)
        if not killed_at(step, place, new):
            assert seen(place) == {**old, **new}
            assert step > 20
            return
        yield place
    raise AssertionError("the run never ends")


def test_whoever_reads_after_a_kill_finds_all_old_files_or_all_new_ones(tmp_path):
    states = []
    for place in every_step(tmp_path, OLD, NEW):
        read_bytes(place / "plan.json")
        assert seen(place) in (OLD, NEW)
        states.append(seen(place) == NEW)
    assert states == sorted(states)
    assert {False, True} == set(states)


def test_every_single_file_is_whole_before_anybody_reads(tmp_path):
    for place in every_step(tmp_path, OLD, NEW):
        for name, content in seen(place).items():
            assert content in (OLD[name], NEW[name])


def test_the_next_run_clears_away_what_a_kill_left(tmp_path):
    for place in every_step(tmp_path, OLD, NEW):
        write_all(place, {"plan.json": b"newer"})
        assert seen(place) in ({**OLD, "plan.json": b"newer"}, {**NEW, "plan.json": b"newer"})
        left = [path for path in place.rglob("*") if path.is_file() and path.name.startswith(".seatplan")]
        assert not left


def test_files_that_the_new_set_does_not_have_stay(tmp_path):
    foreign = {"notes.txt": b"mine"}
    for place in every_step(tmp_path, {**OLD, **foreign}, NEW):
        finish(place)
        assert seen(place) in ({**OLD, **foreign}, {**NEW, **foreign})


def test_a_kill_before_there_were_files_leaves_none_or_all(tmp_path):
    for place in every_step(tmp_path, {}, NEW):
        finish(place)
        assert seen(place) in ({}, NEW)


def test_a_single_file_is_old_or_new_without_any_reader(tmp_path):
    for step in range(100):
        path = tmp_path / str(step) / "plan.json"
        path.parent.mkdir()
        write_whole(path, b"old")
        killed = killed_at(step, path.parent, {"plan.json": b"new"})
        assert path.read_bytes() in (b"old", b"new")
        if not killed:
            return
    raise AssertionError("the run never ends")


def test_a_run_that_is_still_writing_is_left_alone(tmp_path):
    """The stage is locked by a process that waits; a reader and another writer do not touch it."""
    child = os.fork()
    if child == 0:

        def wait(event: str, arguments: tuple) -> None:
            if event == "os.rename" and str(arguments[1]).endswith("moves.json"):
                time.sleep(30)

        sys.addaudithook(wait)
        write_all(tmp_path, NEW)
        os._exit(0)
    try:
        deadline = time.monotonic() + 10
        while not list(tmp_path.glob(".seatplan-*/moves.json.new")) and time.monotonic() < deadline:
            time.sleep(0.01)
        write_all(tmp_path, {"plan.json": b"another"})
        assert seen(tmp_path) == {"plan.json": b"another"}
        assert list(tmp_path.glob(".seatplan-*/moves.json.new"))
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    finish(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]


def test_a_list_of_moves_that_came_from_elsewhere_moves_nothing(tmp_path):
    """An archive that somebody sent may hold such a folder; it is no stage of ours."""
    stage = tmp_path / ".seatplan-evil"
    stage.mkdir()
    (stage / "0").write_bytes(b"evil")
    (stage / "moves.json").write_text(json.dumps({"stage": [1, 2], "moves": {"thesis.txt": "0"}}), "utf-8")
    (tmp_path / "thesis.txt").write_bytes(b"mine")
    (tmp_path / "event.yaml").write_bytes(b"")

    read_bytes(tmp_path / "event.yaml")

    assert (tmp_path / "thesis.txt").read_bytes() == b"mine"
    assert (stage / "0").exists()


EVENT = """
format: seatplan-event/1
name: Meeting
venue: {{areas: [auditorium: {{rows: 2, blocks: "3"}}]}}
roster: {{people: [{{name: {name}}}, {{name: Bob}}, {{name: Cid}}]}}
rules: [fill: {{priority: 1}}]
output: {{formats: [svg]}}
"""


def solved(folder: Path, name: str, *, kill_after: float | None = None) -> None:
    """Run the command; kill it after some seconds."""
    event = folder.with_name(f"{name}.yaml")
    event.write_text(EVENT.format(name=name), "utf-8")
    words = [sys.executable, "-m", "seatplan.cli", "solve", str(event), "-o", str(folder)]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(kill_after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.mark.slow
def test_a_real_run_killed_at_random_moments_leaves_files_of_one_run(tmp_path):
    solved(tmp_path / "old", "Ann")
    solved(tmp_path / "new", "Eve")
    old, new = seen(tmp_path / "old"), seen(tmp_path / "new")
    assert old.keys() == new.keys()
    assert all(old[name] != new[name] for name in ("plan.json", "hall.svg"))
    out, chance = tmp_path / "out", Random(4)
    solved(out, "Ann")
    began = time.monotonic()
    solved(tmp_path / "timed", "Eve")
    whole = time.monotonic() - began
    for _ in range(25):
        solved(out, "Eve", kill_after=whole * chance.uniform(0.3, 1.0))
        finish(out)
        now = seen(out)
        assert {name: now[name] for name in ("plan.json", "hall.svg")} in (
            {name: kind[name] for name in ("plan.json", "hall.svg")} for kind in (old, new)
        )
        write_all(out, old)
