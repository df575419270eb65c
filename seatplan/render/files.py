"""Charts in files, and as SVG for notebooks and pages."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from matplotlib.backends.backend_pdf import PdfPages

from seatplan.audit import Report
from seatplan.errors import Fault, InputError
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.render.chart import figure_of, settings
from seatplan.render.drawing import Chart, chart_of
from seatplan.render.hall_chart import hall_builder, hall_page
from seatplan.render.options import ChartOptions
from seatplan.render.page import Page
from seatplan.render.paper import PICTURES, SHEETS
from seatplan.render.rostrum_chart import rostrum_page, rostrum_scene
from seatplan.render.sheets import sheet_set
from seatplan.render.svg import page_svg
from seatplan.render.table_chart import table_page, table_scene
from seatplan.result import Result

__all__ = ["FORMATS", "save", "save_each", "svg_text", "write_pages"]

FORMATS = (".pdf", ".png", ".svg")
"""Endings of files that can be written."""
PIXELS = 48_000_000
"""A picture has no more than this."""
DPI = 200


def save(
    problem: Problem,
    plan: Plan,
    path: str | os.PathLike[str],
    *,
    chart: Chart = "auto",
    report: Report | None = None,
    result: Result | None = None,
    options: ChartOptions | None = None,
) -> Path:
    """Write a chart to a file; a run that is cut off leaves the old file or the new one.

    Parameters
    ----------
    problem : Problem
    plan : Plan
    path : path-like
        ``.pdf``: as many sheets as the names need, with an index; the text can be selected. ``.png``, ``.svg``:
        one picture, on paper as large as the names need. The folder must exist.
    chart : {"auto", "hall", "rostrum", "table"}
        ``"auto"``: the rostrum or the tables if the room has nothing else, the whole room otherwise.
    report : Report, optional
        What `seatplan.audit` found.
    result : Result, optional
    options : ChartOptions, optional

    Returns
    -------
    Path
        Where it was written.

    Raises
    ------
    InputError
        For another ending, a folder that does not exist, or a name that cannot be drawn.

    Examples
    --------
    >>> import tempfile
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.venue import Area, Seat, Venue
    >>> room = Venue("Room", (Seat("a", "1-1", "hall", 1, 1, 0.0),), (Area("hall", "Hall", "hall"),))
    >>> problem = Problem(room, Roster((Person("1", "李强"),)))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save(problem, Plan({"1": "a"}), f"{folder}/hall.svg").name
    'hall.svg'
    """
    return next(save_each(problem, plan, [path], chart=chart, report=report, result=result, options=options))


def save_each(
    problem: Problem,
    plan: Plan,
    paths: Sequence[str | os.PathLike[str]],
    *,
    chart: Chart = "auto",
    report: Report | None = None,
    result: Result | None = None,
    options: ChartOptions | None = None,
) -> Iterator[Path]:
    """Write one chart to several files, as `save` does, but look at the plan once; yield each when it is written.

    Examples
    --------
    >>> from seatplan.people import Roster
    >>> from seatplan.venue import Area, Seat, Venue
    >>> room = Venue("Room", (Seat("a", "1-1", "hall", 1, 1, 0.0),), (Area("hall", "Hall", "hall"),))
    >>> list(save_each(Problem(room, Roster(())), Plan({}), []))
    []
    """
    targets = [Path(path) for path in paths]
    for target in targets:
        _check(target)
    pages = _pages(problem, plan, chart, report, result, options or ChartOptions())
    yield from (write_pages(pages(target.suffix.lower() == ".pdf", PICTURES), target) for target in targets)


def write_pages(pages: Sequence[Page], path: str | os.PathLike[str]) -> Path:
    """Write pages to a file; a run that is cut off leaves the old file or the new one.

    Parameters
    ----------
    pages : sequence of Page
        One, or for ``.pdf`` as many as there are.
    path : path-like
        ``.pdf``, ``.png`` or ``.svg``; the folder must exist.

    Raises
    ------
    InputError
        For another ending, or a folder that does not exist.
    """
    target = Path(path)
    _check(target)
    write = {".pdf": _write_pdf, ".png": _write_png, ".svg": _write_svg}[target.suffix.lower()]
    _whole(target, lambda temporary: write(pages, temporary))
    return target


def svg_text(
    problem: Problem,
    plan: Plan,
    *,
    report: Report | None = None,
    result: Result | None = None,
    options: ChartOptions | None = None,
) -> str:
    """Return a chart as SVG that fills the width it is given, for notebooks.

    Parameters
    ----------
    problem : Problem
    plan : Plan
    report : Report, optional
    result : Result, optional
    options : ChartOptions, optional

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.venue import Area, Seat, Venue
    >>> room = Venue("Room", (Seat("a", "1-1", "hall", 1, 1, 0.0),), (Area("hall", "Hall", "hall"),))
    >>> svg_text(Problem(room, Roster((Person("1", "李强"),))), Plan({"1": "a"}))[:4]
    '<svg'
    """
    options = options or ChartOptions()
    (page,) = _pages(problem, plan, "auto", report, result, options)(False, SHEETS)
    return page_svg(page, width="100%")


def _pages(
    problem: Problem, plan: Plan, chart: Chart, report: Report | None, result: Result | None, options: ChartOptions
) -> Callable[[bool, tuple[str, ...]], Sequence[Page]]:
    """Return what makes the pages of a chart: all sheets, or one picture on one of several papers."""
    kind = chart_of(problem, chart)
    if kind == "table":
        tables = table_scene(problem, plan, report=report, result=result, options=options)
        return lambda _every, _choice: [table_page(tables, options)]
    if kind == "rostrum":
        scene = rostrum_scene(problem, plan, report=report, result=result, options=options)
        return lambda _every, _choice: [rostrum_page(scene, options)]
    builder = hall_builder(problem, plan, report=report, result=result, options=options)
    return lambda every, choice: (
        sheet_set(builder) if every else [hall_page(builder.scene(), options, choice=choice)]
    )


def _check(target: Path) -> None:
    if target.suffix.lower() not in FORMATS:
        raise InputError([Fault(f"chart {target}", f"no format {target.suffix!r}", f"use {', '.join(FORMATS)}")])
    if not target.parent.is_dir():
        raise InputError([Fault(f"chart {target}", "its folder does not exist", "make the folder first")])


def _whole(target: Path, write: Callable[[Path], None]) -> None:
    """Write under another name in the same folder and move the file into place."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}-", suffix=target.suffix)
    os.close(handle)
    try:
        write(Path(name))
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _write_pdf(pages: Sequence[Page], path: Path) -> None:
    about = {"CreationDate": None, "ModDate": None, "Title": pages[0].title, "Creator": "seatplan"}
    with settings(), PdfPages(path, metadata=about) as pdf:
        for page in pages:
            pdf.savefig(figure_of(page))


def _write_png(pages: Sequence[Page], path: Path) -> None:
    (page,) = pages
    inches = page.width * page.height / 25.4**2
    with settings():
        dpi = min(DPI, int((PIXELS / inches) ** 0.5))
        figure_of(page).savefig(path, dpi=dpi, metadata={"Software": None})


def _write_svg(pages: Sequence[Page], path: Path) -> None:
    (page,) = pages
    path.write_text(page_svg(page), encoding="utf-8")
