"""Progress on the terminal, and Ctrl-C that asks a search to stop with what it has."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pathlib import Path

    from seatplan.io import Note
    from seatplan.solvers import Control, Progress

__all__ = ["print_notes", "print_stale", "watched"]


def print_notes(notes: Iterable[Note], language: str) -> None:
    """Print what reading files noticed."""
    for note in notes:
        click.echo(f"note: {note.say(language)}" if language == "en" else f"注意：{note.say(language)}", err=True)


def print_stale(paths: Sequence[Path], language: str) -> None:
    """Warn of files in the output folder that an earlier run wrote and this one did not replace."""
    if paths:
        names = ", ".join(path.name for path in paths)
        en = f"note: {paths[0].parent} still holds files of an earlier run: {names}"
        zh = f"注意：{paths[0].parent} 中仍有此前生成的文件：{names}"
        click.echo(en if language == "en" else zh, err=True)


def print_remedy(event: Path, language: str) -> None:
    """Say which command tells all conflicts, and what would make a plan possible."""
    en, zh = "what would make a plan possible", "可行的调整办法"
    click.echo(f"{en}: seatplan explain {event}" if language == "en" else f"{zh}：seatplan explain {event}")


@contextmanager
def watched(**limits: Any) -> Iterator[Control]:
    """Yield a control that shows progress on a terminal; Ctrl-C asks the search to stop with what it has."""
    from seatplan.solvers import Control

    with _screen() as show:
        control = Control(listener=show, **limits)
        before = signal.signal(signal.SIGINT, lambda *_: _interrupt(control))
        try:
            yield control
        finally:
            signal.signal(signal.SIGINT, before)


def _interrupt(control: Control) -> None:
    if control.stop.is_set():
        raise KeyboardInterrupt
    control.stop.set()
    click.echo("stopping with the best plan so far; again to give up", err=True)


@contextmanager
def _screen() -> Iterator[Any]:
    """Yield a listener that keeps one line on the terminal; None where there is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console

    with Console(stderr=True).status("reading") as status:

        def show(news: Progress) -> None:
            status.update(f"{news.seconds:6.1f} s  {news.part}: {news.method}, {news.note}")

        yield show
