"""A sweep has one row a case, in order; what fails is a row; what was killed goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from seatplan.errors import InputError
from seatplan.experiments import cases_of, layout_case, solve_case, sweep
from seatplan.experiments.cases import fingerprint
from seatplan.io import read_event
from seatplan.layout import Door, Room
from seatplan.layout.room import rectangle
from seatplan.people import Person, Roster
from seatplan.problem import Problem
from seatplan.venue import from_drawing
from tests.experiments import works
from tests.experiments.works import Number

NUMBERS = {f"n{value}": Number(value) for value in (1, 2, 3, 4)}
EXAMPLES = Path(__file__).parents[2] / "examples"


def threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(2)


def test_rows_stand_in_the_order_of_the_cases_whatever_is_done_first():
    with threads() as executor:
        rows = sweep(NUMBERS, work=works.slow_first, executor=executor)

    assert [(row["case"], row["subject"], row["twice"]) for row in rows] == [
        (1, "n1", 2),
        (2, "n2", 4),
        (3, "n3", 6),
        (4, "n4", 8),
    ]


def test_several_blocks_of_options_are_tried_one_after_the_other():
    cases = cases_of({"a": 1}, [{"style": ["x"], "aisle": [1.0, 2.0]}, {"style": ["y"]}])

    assert [case.options for case in cases] == [
        {"style": "x", "aisle": 1.0},
        {"style": "x", "aisle": 2.0},
        {"style": "y"},
    ]


def test_the_usual_executor_is_processes_of_this_machine():
    rows = sweep(NUMBERS, work=works.double, workers=1)

    assert [row["twice"] for row in rows] == [2, 4, 6, 8]
    assert {row["process"] for row in rows}.isdisjoint({os.getpid()})


def test_a_failing_case_is_a_row_and_the_others_go_on():
    with threads() as executor:
        rows = sweep(NUMBERS, work=works.fails_at_two, executor=executor)

    assert [row["error"] for row in rows] == ["", "ValueError: two; is too many", "", ""]
    assert [row.get("twice") for row in rows] == [2, None, 6, 8]


def test_a_worker_that_dies_costs_its_own_case_alone():
    rows = sweep(NUMBERS, work=works.dies_at_two, workers=2)

    assert [row["error"].partition(":")[0] for row in rows] == ["", "WorkerDied", "", ""]
    assert [row.get("twice") for row in rows] == [2, None, 6, 8]


def test_an_answer_that_no_table_holds_is_an_error_and_nan_is_nothing():
    with threads() as executor:
        rows = sweep(NUMBERS, work=works.odd_answer, executor=executor)

    assert rows[0]["twice"] is None
    assert rows[1]["error"] == "TypeError: an answer of the kind object has no place in a table"


def test_what_cannot_be_sent_to_a_worker_is_an_error():
    rows = sweep({"a": Number(1)}, work=lambda *_: {"x": 1}, workers=1)

    assert "pickle" in rows[0]["error"].lower()


def test_a_second_run_does_nothing_again(tmp_path):
    log, path = tmp_path / "log", tmp_path / "rows.jsonl"
    options = {"log": [str(log)]}

    with threads() as executor:
        first = sweep(NUMBERS, options, work=works.noted, executor=executor, path=path)
        second = sweep(NUMBERS, options, work=works.noted, executor=executor, path=path)

    assert first == second
    assert len(log.read_text().split()) == 4


def test_only_what_changed_is_done_again(tmp_path):
    log, path = tmp_path / "log", tmp_path / "rows.jsonl"
    options = {"log": [str(log)]}
    changed = {**NUMBERS, "n3": Number(30)}

    with threads() as executor:
        sweep(NUMBERS, options, work=works.noted, executor=executor, path=path)
        rows = sweep(changed, options, work=works.noted, executor=executor, path=path)

    assert [row["twice"] for row in rows] == [2, 4, 60, 8]
    assert sorted(log.read_text().split()) == ["1", "2", "3", "30", "4"]
    # the old row of the changed case is gone
    assert len(path.read_text().splitlines()) == 4


def test_rows_of_other_sweeps_in_the_file_are_kept(tmp_path):
    path = tmp_path / "rows.jsonl"
    few = {"n1": Number(1)}

    with threads() as executor:
        sweep(NUMBERS, work=works.double, executor=executor, path=path)
        rows = sweep(few, work=works.double, executor=executor, path=path)

    assert len(rows) == 1
    assert len(path.read_text().splitlines()) == 4


def test_a_case_with_an_error_is_tried_again(tmp_path):
    path = tmp_path / "rows.jsonl"

    with threads() as executor:
        sweep(NUMBERS, work=works.fails_at_two, executor=executor, path=path)
        path.write_text(path.read_text().replace('{"case"', '{"old": true, "case"'))
        rows = sweep(NUMBERS, work=works.fails_at_two, executor=executor, path=path)

    assert rows[1]["error"]
    assert [json.loads(line).get("old") for line in path.read_text().splitlines()] == [True, None, True, True]


@pytest.mark.parametrize("cut", [1, 20, 60])
def test_a_torn_last_line_is_done_again(tmp_path, cut):
    log, path = tmp_path / "log", tmp_path / "rows.jsonl"
    options = {"log": [str(log)]}
    with threads() as executor:
        whole = sweep(NUMBERS, options, work=works.noted, executor=executor, path=path)
        path.write_bytes(path.read_bytes()[:-cut])

        again = sweep(NUMBERS, options, work=works.noted, executor=executor, path=path)

    assert [{**row, "seconds": 0} for row in again] == [{**row, "seconds": 0} for row in whole]
    assert sorted(log.read_text().split()) == ["1", "2", "3", "4", "4"]


@pytest.mark.parametrize("line", ["junk", "{}", "[1]", '{"key": 1}', "\xff"])
def test_a_file_that_is_no_sweep_is_refused_and_not_touched(tmp_path, line):
    path = tmp_path / "rows.jsonl"
    path.write_text(f"{line}\n", "utf-8")

    with pytest.raises(InputError, match=r"rows\.jsonl:1: this is no row of a sweep; name another file"):
        sweep(NUMBERS, work=works.double, path=path)
    assert path.read_text("utf-8") == f"{line}\n"


def test_a_killed_sweep_goes_on_where_it_was(tmp_path):
    log, path = tmp_path / "log", tmp_path / "rows.jsonl"
    script = (
        "from tests.experiments import works\n"
        "from tests.experiments.works import Number\n"
        "from seatplan.experiments import sweep\n"
        "if __name__ == '__main__':\n"
        "    numbers = {f'n{i}': Number(i) for i in range(1, 31)}\n"
        f"    sweep(numbers, {{'log': [{str(log)!r}]}}, work=works.waits, workers=1, path={str(path)!r})\n"
    )
    (tmp_path / "run.py").write_text(script)
    root = str(Path(__file__).parents[2])
    child = subprocess.Popen([sys.executable, str(tmp_path / "run.py")], env={**os.environ, "PYTHONPATH": root})
    try:
        deadline = time.monotonic() + 60
        while not (path.exists() and path.read_bytes().count(b"\n") >= 3):
            assert time.monotonic() < deadline
            time.sleep(0.05)
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait()
    time.sleep(0.5)  # the orphaned worker ends its case
    before = path.read_bytes().count(b"\n")
    done = len(log.read_text().split())
    numbers = {f"n{i}": Number(i) for i in range(1, 31)}

    with threads() as executor:
        rows = sweep(numbers, {"log": [str(log)]}, work=works.waits, executor=executor, path=path)

    assert 3 <= before < 30
    assert [row["twice"] for row in rows] == [2 * i for i in range(1, 31)]
    assert len(log.read_text().split()) == done + 30 - before


def test_a_script_without_a_guard_is_told_once_and_no_case_is_blamed(tmp_path):
    script = tmp_path / "run.py"
    script.write_text(
        "from tests.experiments import works\n"
        "from seatplan.errors import InputError\n"
        "from seatplan.experiments import sweep\n"
        "try:\n"
        "    sweep({'a': works.Number(1)}, work=works.double, workers=1)\n"
        "except InputError as error:\n"
        "    print(error)\n"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}

    done = subprocess.run([sys.executable, str(script)], env=env, capture_output=True, text=True, check=True)

    assert "the processes that should work cannot start; put the call under if __name__" in done.stdout


def test_progress_is_told(tmp_path):
    heard = []
    with threads() as executor:
        sweep(NUMBERS, work=works.double, executor=executor, told=lambda *news: heard.append(news[:2]))

    assert heard == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.parametrize(
    ("subjects", "options", "message"),
    [
        ({}, {}, "sweep: no problem or room; give at least one"),
        ({"a": Number(1)}, {"x": []}, "sweep option 'x': [] are no values; give a list"),
        ({"a": Number(1)}, {"x": "abc"}, "sweep option 'x': 'abc' are no values"),
        ({"a": Number(1)}, {"x": [[1]]}, "sweep option 'x': [1] has no place in a table"),
        ({"a": Number(1)}, {"seconds": [1]}, "sweep option 'seconds': a row has a column of this name"),
        ({"a": Number(1)}, {"x": [1, 1]}, "sweep case 2: it is case 1 again"),
        ({"a": object()}, {}, "sweep: a object cannot be told from another"),
    ],
)
def test_wrong_cases_are_refused(subjects, options, message):
    with pytest.raises(InputError) as caught:
        cases_of(subjects, options)

    assert message in str(caught.value)


def test_mixed_subjects_need_a_work():
    with pytest.raises(InputError, match=r"what to do with Number, Room\?"):
        sweep({"a": Number(1), "b": Room(rectangle(5, 4))})


def test_the_fingerprint_of_a_whole_problem_is_the_same_in_every_process():
    path = EXAMPLES / "talks" / "event.yaml"
    code = (
        "from seatplan.io import read_event; from seatplan.experiments.cases import fingerprint; "
        f"print(fingerprint(read_event({str(path)!r}).problem))"
    )
    runs = set()
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
        runs.add(done.stdout.strip())

    assert runs == {fingerprint(read_event(path).problem)}


def test_a_closed_door_and_unknown_settings_are_told():
    room = Room(rectangle(9, 6), (Door(4, 0, 1.6, name="back"),))

    assert layout_case(room, {"style": "boardroom", "close": "back", "people": 6})["count"] == 6
    with pytest.raises(InputError, match="it has no door 'front'"):
        layout_case(room, {"close": "front"})
    with pytest.raises(InputError, match="it has no setting 'wings'"):
        layout_case(room, {"wings": 2})


@pytest.mark.parametrize(
    "options", [{"seed": "x"}, {"seed": 1.5}, {"seed": -1}, {"time_limit": -1}, {"time_limit": "1e400"}]
)
def test_options_of_a_solve_that_are_no_numbers_are_told(options):
    problem = Problem(from_drawing("oo"), Roster((Person("1", "Ann"),)))

    with pytest.raises(InputError, match=next(iter(options))):
        solve_case(problem, options)


@pytest.mark.parametrize("people", [0, -5, 2.5, "many", True])
def test_people_that_are_no_whole_number_are_told(people):
    with pytest.raises(InputError, match=r"people: .*give a whole number from 1"):
        layout_case(Room(rectangle(9, 6)), {"people": people})


@pytest.mark.slow
def test_a_real_dask_cluster_is_an_executor(tmp_path):
    distributed = pytest.importorskip("distributed")
    path = tmp_path / "rows.jsonl"

    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        rows = sweep(NUMBERS, work=works.fails_at_two, executor=client.get_executor(), path=path)

    assert [row.get("twice") for row in rows] == [2, None, 6, 8]
    assert rows[1]["error"] == "ValueError: two; is too many"
    assert len(path.read_text().splitlines()) == 4
