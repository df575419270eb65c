"""`sweep`: cases on an executor. A failing case becomes a row, a dead worker costs its own case alone."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from seatplan.errors import Fault, InputError
from seatplan.experiments.cases import Case, Options, cases_of
from seatplan.experiments.rows import Row, Rows, flat
from seatplan.experiments.work import Work, answered, usual_work

__all__ = ["Told", "sweep"]

Told = Callable[[int, int, Row | None], None]
"""Called with the number of cases that are done, of all cases, and the row that came last."""
_DEAD = "WorkerDied: the process that worked on it ended, perhaps for want of memory"
_AHEAD = 4


def sweep(
    subjects: Mapping[str, Any],
    options: Options | Sequence[Options] = (),
    *,
    work: Work | None = None,
    executor: Executor | None = None,
    workers: int | None = None,
    path: Path | str | None = None,
    told: Told | None = None,
) -> list[Row]:
    """Work on every subject with every choice of options, and return one row a case.

    Parameters
    ----------
    subjects : mapping of str to Problem, Room or another dataclass
        By their names.
    options : mapping of str to sequence, or sequence of such mappings
        Values to try of each option; see `cases_of`.
    work : callable, optional
        ``work(subject, options)`` returns a mapping of plain values. It must be found by name in another process.
        By default problems are solved (`solve_case`) and rooms laid out (`layout_case`).
    executor : concurrent.futures.Executor, optional
        Where to work, such as ``client.get_executor()`` of a Dask client; it is not shut down. By default
        processes of this machine, so a script must call this under ``if __name__ == "__main__":``.
    workers : int, optional
        Number of these processes; by default one for each core.
    path : path, optional
        File of JSON lines to which every row is added when it is done. A sweep that was killed goes on where it
        was: rows that are there are not done again unless their inputs have changed or they have an error.
    told : callable, optional
        Hears of the progress.

    Returns
    -------
    list of dict
        In the order of the cases, whatever the order in which they were done: ``case``, ``subject``, the options,
        the answer, ``seconds`` and ``error``, which is empty where all went well.

    Raises
    ------
    InputError
        For wrong subjects and options, a file that is no file of a sweep, and processes that cannot start.

    Examples
    --------
    >>> from concurrent.futures import ThreadPoolExecutor
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.room import rectangle
    >>> rooms = {"small": Room(rectangle(6, 5)), "large": Room(rectangle(9, 6))}
    >>> with ThreadPoolExecutor(1) as threads:
    ...     rows = sweep(rooms, {"style": ["boardroom"], "people": [8, 80]}, executor=threads)
    >>> [(row["subject"], row["people"], row.get("count"), bool(row["error"])) for row in rows][:2]
    [('small', 8, 8, False), ('small', 80, ...)]
    """
    work = work or usual_work(subjects)
    cases = cases_of(subjects, options, work=f"{work.__module__}.{work.__qualname__}")
    rows = Rows.read(path)
    found, _ = rows.done(cases)
    found = dict(found)
    count = len(cases)
    if told is not None:
        told(len(found), count, None)
    for row in _worked([case for case in cases if case.key not in found], work, executor, workers):
        rows.append(row)
        found[row["key"]] = row
        if told is not None:
            told(len(found), count, row)
    ordered = [{**found[case.key], "case": case.number} for case in cases]
    rows.write([*ordered, *rows.others(cases)])
    return [flat(row) for row in ordered]


def _worked(cases: list[Case], work: Work, executor: Executor | None, workers: int | None) -> Iterator[Row]:
    """Yield a row of each case as it is done."""
    if not cases:
        return
    if executor is not None:
        yield from (_row(case, future) for case, future in _completed(cases, work, executor, _AHEAD * os_cores()))
        return
    left = list(cases)
    _started(_pool(1))
    while left:
        suspects: list[Case] = []
        done: set[str] = set()
        with _pool(workers or os_cores()) as pool:
            for case, future in _completed(left, work, pool, workers or os_cores()):
                if isinstance(future.exception(), BrokenProcessPool):
                    suspects.append(case)
                    continue
                done.add(case.key)
                yield _row(case, future)
        yield from _alone(suspects, work)
        known = done | {case.key for case in suspects}
        left = [case for case in left if case.key not in known]


def os_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _pool(workers: int) -> ProcessPoolExecutor:
    """Return processes that are started afresh: a fork would share locks and threads of the caller."""
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


def _started(pool: ProcessPoolExecutor) -> None:
    """Refuse to go on where processes cannot even start, before that looks like the fault of a case."""
    try:
        with pool:
            pool.submit(os_cores).result()
    except BrokenProcessPool:
        mend = "put the call under if __name__ == '__main__': in a script, or pass an executor"
        raise InputError([Fault("sweep", "the processes that should work cannot start", mend)]) from None


def _alone(suspects: Sequence[Case], work: Work) -> Iterator[Row]:
    """Yield the rows of cases in whose company a worker died, each in a process of its own."""
    for case in suspects:
        with _pool(1) as pool:
            future = pool.submit(answered, work, case.subject, case.options)
            wait([future])
            yield _row(case, future)


def _completed(
    cases: Sequence[Case], work: Work, executor: Executor, ahead: int
) -> Iterator[tuple[Case, Future[Row]]]:
    """Yield cases as they are done, with so many of them handed out ahead; stop when the executor is broken."""
    waiting, running = iter(cases), {}
    broken = False

    def hand_out(number: int) -> None:
        for case in islice(waiting, number):
            running[_submitted(executor, work, case)] = case

    hand_out(ahead)
    while running:
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in sorted(done, key=lambda one: running[one].number):
            case = running.pop(future)
            broken = broken or isinstance(future.exception(), BrokenProcessPool)
            yield case, future
        if not broken:
            hand_out(len(done))


def _submitted(executor: Executor, work: Work, case: Case) -> Future[Row]:
    """Hand out a case; an executor that takes no more gives a future that says so."""
    try:
        return executor.submit(answered, work, case.subject, case.options)
    except Exception as error:
        future: Future[Row] = Future()
        future.set_exception(error)
        return future


def _row(case: Case, future: Future[Row]) -> Row:
    error = future.exception()
    head = {"case": case.number, "subject": case.name, "options": case.options}
    if error is None:
        return {**head, **future.result(), "key": case.key}
    said = (
        _DEAD if isinstance(error, BrokenProcessPool) else f"{type(error).__name__}: {error}".replace("\n", "; ")
    )
    return {**head, "answer": {}, "error": said, "seconds": None, "key": case.key}
