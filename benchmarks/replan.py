"""Replan 3,000 deputies in 35 delegations: 50 stay away, 20 come late, 5 change rank.

    python -m benchmarks.replan              medians of five runs
    python -m benchmarks.replan --runs 9
    python -m benchmarks.replan --write DIR  writes event.yaml, roster.csv, late.csv and plan.json into DIR as well

For each policy, and for the order inside delegations as a must or with a price: the moves of every answer, the
bound, and the processor seconds after reading. Where scipy is installed its sparse matching is the peer for the
fewest moves without any order: everybody's own seat or a free one of the room. All names are made up.
"""

from __future__ import annotations

import argparse
import csv
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np

from benchmarks.great_hall import _names, quotas
from seatplan.audit import audit
from seatplan.io import Event, read_event, read_roster, write_plan
from seatplan.people import Who
from seatplan.plan import Plan
from seatplan.replan import POLICIES, Changes, Replan, replan
from seatplan.rules.facts import ladder

PRESIDIUM = 100

EVENT = """\
format: seatplan-event/1
name: 三千人大会
language: zh
convention: cn-congress
venue:
  name: 会堂
  areas:
    - rostrum: {{rows: [30, 34, 36], rise: 0.3}}
    - auditorium: {{label: 一层, blocks: "8,16,18,19,18,16,8", rows: 36, first_row: 5, cross_aisles_after: [18]}}
roster: roster.csv
rules:
  - rostrum: {{area: rostrum, who: {{category: 主席团}}}}
  - grouping: {{areas: hall, who: {{category: 代表}}, shape: columns, order: left_to_right}}
  - inner_order: {{areas: hall, by: rank, but: [{{roles: [head, speaker]}}], priority: {priority}}}
  - prefer: {{who: {{role: speaker}}, near: aisle, priority: 2}}
  - fill: {{areas: hall, priority: 3}}
"""


def write(folder: Path, *, priority: str) -> Path:
    """Write the event into a folder and return its path; ``priority`` is that of the order in delegations."""
    names = _names()
    rows = [[f"Z{rank}", next(names), "主席团", "", rank, ""] for rank in range(1, PRESIDIUM + 1)]
    for number, size in enumerate(quotas(), start=1):
        for i in range(size):
            role = "head" if i == 0 else "speaker" if i in (10, 11) else ""
            rows.append([f"D{number}-{i}", next(names), "代表", f"第{number}代表团", 10 * i + 10, role])
    _table(folder / "roster.csv", rows)
    path = folder / "event.yaml"
    path.write_text(EVENT.format(priority=priority), "utf-8")
    return path


def _table(path: Path, rows: list[list[str | int]]) -> None:
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(["编号", "姓名", "类别", "代表团", "级别", "角色"])
        writer.writerows(rows)


def write_late(path: Path, seed: int) -> None:
    """Write 20 people who come late, each somewhere in the order of one of the delegations."""
    chance, sizes = Random(seed), quotas()
    groups = [chance.randrange(len(sizes)) for _ in range(20)]
    rows = [
        [f"N{i}", f"迟到{i}", "代表", f"第{g + 1}代表团", 10 * chance.randrange(2, sizes[g]) + 5, ""]
        for i, g in enumerate(groups)
    ]
    _table(path, rows)


def drawn(event: Event, late: Path, seed: int) -> Changes:
    """Draw 45 absences in the hall and 5 on the rostrum, and 5 changes of rank; read those who come late."""
    chance = Random(seed)
    members = [p for p in event.problem.people if p.category == "代表" and not p.roles]
    chosen = chance.sample(members, 50)
    leaders = chance.sample([p for p in event.problem.people if p.category == "主席团"], 5)
    arrivals, _ = read_roster(late, groups=event.problem.roster.groups)
    ranks = {p.id: 10 * chance.randrange(2, 20) + 7 for p in chosen[45:]}
    return Changes(absent=tuple(p.id for p in (*chosen[:45], *leaders)), arrivals=arrivals.people, ranks=ranks)


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--runs", type=int, default=5)
    words.add_argument("--seed", type=int, default=0)
    words.add_argument("--write", type=Path)
    asked = words.parse_args()
    print(f"{'order':8} {'policy':12} {'answer':13} {'moves':>6} {'bound':>6} {'CPU s':>7}")
    with tempfile.TemporaryDirectory() as scratch:
        for priority in ("must", "1"):
            folder = (asked.write or Path(scratch)) / priority
            folder.mkdir(parents=True, exist_ok=True)
            _measured(folder, priority, asked.seed, asked.runs)


def standing(event: Event) -> Plan:
    """Return the plan that stands: by rank on the rostrum; delegations in columns, in order down each."""
    problem, venue = event.problem, event.problem.venue
    leaders = problem.select(Who(categories=("主席团",)))
    seats = dict(zip(leaders.tolist(), ladder(problem, ("rostrum",), leaders).tolist(), strict=False))
    hall = venue.seats_of("hall")
    column = iter(np.unique(venue.columns[hall]).tolist())
    for group in problem.roster.groups_in_order:
        left = problem.select(Who(groups=(group.id,))).tolist()
        while left:
            line = hall[venue.columns[hall] == next(column)]
            line = line[np.argsort(venue.rows[line])].tolist()
            seats.update(zip(left, line, strict=False))
            left = left[len(line) :]
    return Plan({problem.people[p].id: venue.seats[s].id for p, s in seats.items()})


def _measured(folder: Path, priority: str, seed: int, runs: int) -> None:
    path = write(folder, priority=priority)
    write_late(folder / "late.csv", seed)
    event = read_event(path)
    plan = standing(event)
    assert audit(event.problem, plan).clean
    write_plan(folder / "plan.json", event.problem, plan)
    changes = drawn(event, folder / "late.csv", seed)
    for policy in POLICIES:
        timed = [_once(path, plan, changes, policy) for _ in range(runs)]
        seconds = statistics.median(cpu for cpu, _ in timed)
        found = timed[0][1]
        for option in found.options:
            numbers = f"{option.moves:6} {option.bound:6} {seconds:7.2f}"
            print(f"{priority:8} {policy:12} {option.kind:13} {numbers}", flush=True)
        if not found.options:
            print(f"{priority:8} {policy:12} {found.status.value}: {'; '.join(found.conflict)} {seconds:.2f} s")
    for moves, cpu in _peer(event, plan, changes):
        print(f"{priority:8} {'(none)':12} {'scipy, no order':13} {moves:4} {'':6} {cpu:7.2f}")


def _once(path: Path, plan: Plan, changes: Changes, policy: str) -> tuple[float, Replan]:
    """Read anew, so that nothing is remembered, and measure what follows."""
    problem = read_event(path).problem
    began = time.process_time()
    found = replan(problem, plan, changes, policy=policy)  # type: ignore[arg-type]
    return time.process_time() - began, found


def _peer(event: Event, plan: Plan, changes: Changes) -> Iterator[tuple[int, float]]:
    """Yield the moves and seconds of scipy's matching; nothing where scipy is not installed."""
    try:
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import min_weight_full_bipartite_matching
    except ImportError:
        return
    venue, gone = event.problem.venue, set(changes.absent)
    seats = [venue.seat_index[seat] for person, seat in plan.seats.items() if person not in gone]
    free = sorted(set(range(len(venue.seats))) - set(seats))
    began = time.process_time()
    entries = [(i, seat, 1) for i, seat in enumerate(seats)]
    entries += [(i, seat, 2) for i in range(len(seats)) for seat in free[:50]]
    entries += [(len(seats) + i, seat, 1) for i in range(len(changes.arrivals)) for seat in free[:50]]
    rows, columns, prices = zip(*entries, strict=True)
    shape = len(seats) + len(changes.arrivals), len(venue.seats)
    matched = min_weight_full_bipartite_matching(csr_array((prices, (rows, columns)), shape=shape))
    moves = sum(int(column) != seats[row] for row, column in zip(*matched, strict=True) if row < len(seats))
    yield moves, time.process_time() - began


if __name__ == "__main__":
    main()
