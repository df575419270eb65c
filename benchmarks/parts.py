"""Measure single parts at the size of the largest events and print the processor time that each takes.

    python -m benchmarks.parts               medians of three runs
    python -m benchmarks.parts --runs 5

Every run has a process of its own, for a part remembers what it has once worked out. What the part is given is
made before the clock starts; libraries and the table of characters are loaded by then too.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from random import Random

import numpy as np
import xlsxwriter

from benchmarks.great_hall import GIVEN, SURNAMES
from seatplan.errors import InputError
from seatplan.io.roster import read_roster
from seatplan.io.tree import parse_yaml
from seatplan.people import Group, Person, Roster
from seatplan.people.alphabet import sort_by_alphabet
from seatplan.people.pinyin import sort_by_pinyin, syllables
from seatplan.people.strokes import _official, sort_by_strokes
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.protocol import Convention, rostrum_order
from seatplan.venue import Venue, auditorium, combine, rostrum

__all__ = ["PARTS", "Part", "measure"]

PEOPLE = 10_000
DELEGATIONS = 35
COMMON = 3500
"""Characters of the official table with a number up to this one are in common use."""
HEADING = ("序号", "姓名", "单位", "职务", "级别", "代表团", "类别", "备注", "请假", "籍贯")

Work = Callable[[], object]


@dataclass(frozen=True)
class Part:
    """One line of the table.

    Parameters
    ----------
    what : str
    size : str
    prepare : callable
        Makes what the part is given, in a folder of its own, and returns what is to be measured.
    target : float, optional
        Seconds that the part must stay below.
    """

    what: str
    size: str
    prepare: Callable[[Path], Work]
    target: float | None = None


def main() -> None:
    """Measure all parts and print them."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--runs", type=int, default=3)
    runs = words.parse_args().runs
    print(f"python {platform.python_version()}, {os.cpu_count()} processors, CPU seconds, median of {runs}")
    print(f"{'what':36} {'size':>16} {'CPU s':>7} {'target':>7}")
    for part in PARTS:
        target = "" if part.target is None else f"< {part.target}"
        print(f"{part.what:36} {part.size:>16} {measure(part, runs):7.4f} {target:>7}".rstrip(), flush=True)


def measure(part: Part, runs: int) -> float:
    """Return the median of the processor time of a part.

    Parameters
    ----------
    part : Part
    runs : int

    Returns
    -------
    float
        Seconds.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as processes:
        return statistics.median(processes.map(_seconds, [part.prepare] * runs))


def _seconds(prepare: Callable[[Path], Work]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        work = prepare(Path(folder))
        began = time.process_time()
        work()
        return time.process_time() - began


def _strokes(_: Path) -> Work:
    names = _drawn(list(_official()))
    return lambda: sort_by_strokes(names)


def _pinyin(_: Path) -> Work:
    names = _drawn([character for character, entry in _official().items() if entry.number <= COMMON])
    syllables("李强")  # loads the library of readings
    return lambda: sort_by_pinyin(names)


def _alphabet(_: Path) -> Work:
    """Names in a language of many digraphs."""
    choose = Random(7)
    names = ["".join(choose.choices("abcdeghlmnosztyáéőű ", k=12)) for _ in range(PEOPLE)]
    return lambda: sort_by_alphabet(names, lang="hu")


def _drawn(characters: list[str]) -> list[str]:
    """Return names of two to four of these characters."""
    choose = Random(7)
    return ["".join(choose.choices(characters, k=choose.choice((2, 3, 3, 4)))) for _ in range(PEOPLE)]


def _workbook(folder: Path) -> Work:
    """A roster of ten columns in a workbook."""
    path = folder / "roster.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEADING)
        for i in range(PEOPLE):
            group = f"团{i % DELEGATIONS}"
            page.write_row(i + 1, 0, (i, f"甲{i}", "单位", "处长", i % 9 + 1, group, "代表", "", "", "浙江"))
    return lambda: read_roster(path)


def _yaml(_: Path) -> Work:
    people = (f"- {{name: 甲{i}, rank: {i}, unit: 单位, title: 处长}}\n" for i in range(PEOPLE))
    text = "people:\n" + "".join(people)
    return lambda: parse_yaml(text, "event.yaml")


def _laughs(_: Path) -> Work:
    """Aliases of aliases that would fill any memory."""
    lines = ["a0: &a0 [ha,ha,ha,ha,ha,ha,ha,ha,ha]"]
    lines += [f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    text = "\n".join(lines)

    def refused() -> None:
        with suppress(InputError):
            parse_yaml(text, "event.yaml")
            raise SystemExit("the aliases were read, not refused")

    return refused


def _floors(_: Path) -> Work:
    """Return the building of a hall of three floors with a rostrum."""

    def build() -> Venue:
        ground = auditorium(blocks=[[32, 33, 32]] * 38 + [[2, 3, 2]], cross_aisles_after=[19], rake=0.05)
        first = auditorium(blocks=[[31, 33, 31]] * 37, floor=2, id="floor-2", first_row=15.0, rake=0.3)
        rows = [[34, 32, 34]] * 25 + [[6, 6, 6]]
        second = auditorium(blocks=rows, floor=3, id="floor-3", first_row=25.0, rake=0.35)
        return combine("Great hall", rostrum(rows=[34, 36, 36, 36, 36]), ground, first, second)

    return build


def _facts(_: Path) -> Work:
    room = auditorium(rows=100, blocks="25,50,25", cross_aisles_after=[25, 50, 75], rake=0.1)

    def ask() -> tuple[object, ...]:
        pairs = room.next_to, room.front_to_back, room.across_aisle, room.within(1.2)
        return (*pairs, room.row_ends, room.seats_to_aisle, room.step_free, room.metres_to("door"))

    return ask


def _ranks(_: Path) -> Work:
    """Return the order of a rostrum that 270 people leave partly empty."""
    venue = rostrum(rows=[40] * 7 + [20])
    return lambda: rostrum_order(venue, np.arange(300), Convention(), people=270)


def _picture(folder: Path) -> Work:
    from seatplan.render import save  # 1 s; the other parts need no charts

    problem, plan = _seated(auditorium(rows=100, blocks="30,40,30", cross_aisles_after=[50]))
    return lambda: save(problem, plan, folder / "chart.png")


def _seated(venue: Venue) -> tuple[Problem, Plan]:
    """Seat delegations in columns until one seat in twenty is left."""
    places = sorted(venue.seats, key=lambda seat: (seat.column, seat.row))
    places = places[: len(places) * 19 // 20]
    choose = Random(7)
    people = [
        Person(
            f"p{i}",
            choose.choice(SURNAMES) + "".join(choose.choices(GIVEN, k=2)),
            group=f"g{i * DELEGATIONS // len(places)}",
        )
        for i in range(len(places))
    ]
    groups = [Group(f"g{i}", f"第{i + 1}代表团", i) for i in range(DELEGATIONS)]
    plan = Plan({person.id: seat.id for person, seat in zip(people, places, strict=True)})
    return Problem(venue, Roster(tuple(people), tuple(groups)), name="万人大会"), plan


PARTS = (
    Part("sort by strokes", "10,000 names", _strokes, 0.3),
    Part("sort by pinyin", "10,000 names", _pinyin, 0.6),
    Part("sort by alphabet, Hungarian", "10,000 names", _alphabet),
    Part("read a roster, .xlsx", "10,000 rows", _workbook),
    Part("read YAML", "10,000 people", _yaml),
    Part("refuse YAML of doubling aliases", "12 levels", _laughs),
    Part("build a hall of three floors", "9,904 seats", _floors),
    Part("ask a built hall for all facts", "10,000 seats", _facts),
    Part("order a rostrum by rank", "300 chairs", _ranks),
    Part("draw a hall, .png", "10,000 seats", _picture),
)


if __name__ == "__main__":
    main()
