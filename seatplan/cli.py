"""``seatplan``: parses, calls, prints. What a command does stands in the modules it calls.

Exit codes: 0 solved and the audit is clean, 1 no plan or rules broken, 2 bad input, 3 a defect of seatplan.
"""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

if TYPE_CHECKING:
    from seatplan.io import Event
    from seatplan.render.drawing import Chart
    from seatplan.solvers import Control, Progress

__all__ = ["main"]

CLEAN, BROKEN, BAD_INPUT, DEFECT = 0, 1, 2, 3
FILE = click.Path(path_type=Path)


class Guarded(click.Group):
    """A group of commands whose errors are one clear message each, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; turn the errors that seatplan raises into messages and exit codes."""
        from seatplan.errors import EncodingError, InputError

        try:
            return super().invoke(ctx)
        except InputError as error:
            for fault in error.faults:
                click.echo(f"error: {fault}", err=True)
            sys.exit(BAD_INPUT)
        except EncodingError as error:
            click.echo(f"seatplan itself is wrong, nothing was written: {error}", err=True)
            sys.exit(DEFECT)
        except OSError as error:
            click.echo(f"error: {error.filename or 'file'}: {error.strerror or error}", err=True)
            sys.exit(BAD_INPUT)


@click.group(cls=Guarded, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="seatplan")
def main() -> None:
    """Turn a room, a roster and rules into a seat plan that is provably right.

    Exit codes: 0 clean, 1 no plan or rules broken, 2 bad input.
    """
    gc.disable()  # a command lives for seconds; looking for cycles takes a fifth of them


@main.command()
@click.argument("event", type=FILE)
@click.option("-o", "--output", type=FILE, default=Path("out"), show_default=True, help="Folder for the files.")
@click.option("--time-limit", type=click.FloatRange(min=0), help="Seconds; then the best plan so far.")
@click.option("--seed", type=click.IntRange(min=0, max=2**31 - 1), default=0, show_default=True)
@click.option("--workers", type=click.IntRange(min=1, max=64), default=1, show_default=True)
@click.option("--charts/--no-charts", default=True, help="Draw charts.", show_default=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def solve(
    event: Path, output: Path, time_limit: float | None, seed: int, workers: int, charts: bool, form: str
) -> None:
    """Solve EVENT.yaml; write the plan, the report, seat lists and charts."""
    from seatplan import deliver

    given = deliver.read(event)
    _notes(given)
    with _watched(time_limit=time_limit, seed=seed, workers=workers) as control:
        outcome = deliver.run(given, control)
    files = deliver.write(outcome, output, charts=charts) if outcome.has_plan else ()
    click.echo(outcome.as_json() if form == "json" else outcome.as_text(files), nl=False)
    sys.exit(CLEAN if outcome.clean else BROKEN)


@main.command()
@click.argument("event", type=FILE)
@click.argument("plan", type=FILE)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def check(event: Path, plan: Path, form: str) -> None:
    """Audit any PLAN (.json, .xlsx, .csv), a hand-made one too, against EVENT.yaml."""
    from seatplan import deliver

    given = deliver.read(event)
    _notes(given)
    outcome = deliver.judge(given, plan)
    click.echo(outcome.as_json() if form == "json" else outcome.as_text(()), nl=False)
    sys.exit(CLEAN if outcome.clean else BROKEN)


@main.command()
@click.argument("event", type=FILE)
@click.argument("plan", type=FILE)
@click.option("-o", "--output", type=FILE, required=True, help="File to write: .png, .svg or .pdf.")
@click.option(
    "--chart", type=click.Choice(["hall", "rostrum", "table", "auto"]), default="hall", show_default=True
)
@click.option("--view", type=click.Choice(["audience", "occupant"]), help="Whose left is left.")
@click.option("--style", type=click.Choice(["colour", "black_and_white"]))
@click.option("--paper", help="A4, A3, ... or auto.")
def render(
    event: Path,
    plan: Path,
    output: Path,
    chart: Chart,
    view: Literal["audience", "occupant"] | None,
    style: Literal["colour", "black_and_white"] | None,
    paper: str | None,
) -> None:
    """Draw PLAN of EVENT.yaml as a chart."""
    from seatplan import deliver

    given = deliver.read(event)
    deliver.draw(given, plan, output, chart=chart, view=view, style=style, paper=paper)
    click.echo(f"wrote {output}")


@main.command()
@click.argument("event", type=FILE)
@click.argument("plan", type=FILE)
@click.option("--person", default="", help="Why does this person sit there?")
@click.option("--seat", default="", help="Why does --person not sit on this seat?")
@click.option("--guest", default="", help="Which free seats suit this person, if nobody else moves?")
def explain(event: Path, plan: Path, person: str, seat: str, guest: str) -> None:
    """Explain PLAN of EVENT.yaml; without a question, what each rule costs."""
    from seatplan import deliver

    for sentence in deliver.explain(deliver.read(event), plan, person=person, seat=seat, guest=guest):
        click.echo(sentence)


@main.command()
@click.argument("name", default="")
@click.option("--yaml", "as_file", is_flag=True, help="Print the preset as a file to copy and edit.")
def conventions(name: str, as_file: bool) -> None:
    """List the conventions, or print the proof of NAME: rows of 1 to 12 in both views, with sources."""
    from seatplan.io.convention import convention_yaml
    from seatplan.io.convention_text import convention_list, convention_proof

    if not name:
        click.echo(convention_list(), nl=False)
    else:
        click.echo(convention_yaml(name) if as_file else convention_proof(name), nl=False)


@main.command()
@click.argument("folder", type=FILE)
@click.option("--language", type=click.Choice(["en", "zh"]), default="en", show_default=True)
def new(folder: Path, language: str) -> None:
    """Write a commented example into FOLDER to start from."""
    from seatplan import deliver

    for path in deliver.start(folder, language):
        click.echo(f"wrote {path}")


def _notes(event: Event) -> None:
    for note in event.notes:
        click.echo(f"note: {note.say(event.language)}", err=True)


@contextmanager
def _watched(**limits: Any) -> Iterator[Control]:
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


if __name__ == "__main__":
    main()
