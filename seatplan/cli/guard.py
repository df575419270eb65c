"""Errors of commands: one clear line each, and the exit code that says whose fault it was."""

from __future__ import annotations

import math
import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from seatplan.errors import InputError

__all__ = ["BAD_INPUT", "BROKEN", "CLEAN", "DEFECT", "FILE", "SECONDS", "Guarded"]

CLEAN, BROKEN, BAD_INPUT, DEFECT = 0, 1, 2, 3
FILE = click.Path(path_type=Path)

_MOST = 50
"""Faults that are printed: a plan for another event has thousands, and the first ones say so."""


class _Seconds(click.FloatRange):
    """A number of seconds; ``nan`` and ``inf`` are none."""

    name = "seconds"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number, or fail with the words as typed."""
        seconds = super().convert(value, param, ctx)
        if not math.isfinite(seconds):
            self.fail(f"{value!r} is no number of seconds.", param, ctx)
        return seconds


SECONDS = _Seconds(min=0)


class Guarded(click.Group):
    """A group of commands whose errors are one clear message each, never a traceback."""

    def __call__(self, *_: Any, **__: Any) -> Any:
        """Run as a process of its own, and leave it."""
        try:
            return self.main()
        except SystemExit as end:
            _leave(end.code)
            raise

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; turn the errors that seatplan raises into messages and exit codes."""
        from seatplan.errors import EncodingError, InputError

        words = list(ctx.args)  # the group takes them away as it hands them on
        try:
            return super().invoke(ctx)
        except InputError as error:
            _tell(error, words)
            sys.exit(BAD_INPUT)
        except EncodingError as error:
            click.echo(f"seatplan itself is wrong, nothing was written: {error}", err=True)
            sys.exit(DEFECT)
        except BrokenPipeError:  # the reader, such as head, has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(BROKEN)
        except OSError as error:
            click.echo(f"error: {error.filename or 'file'}: {error.strerror or error}", err=True)
            sys.exit(BAD_INPUT)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            _defect(error)


def _leave(code: Any) -> None:
    """End the process at once: all files are in place, and to take all apart lasts as long as a small event.

    An engine that cannot be interrupted may also abort while others end.
    """
    with suppress(BrokenPipeError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code if isinstance(code, int) else int(bool(code)))


def _tell(error: InputError, words: list[str]) -> None:
    """Print each fault, in the language of the command."""
    from seatplan.cli.spoken import spoken
    from seatplan.io.fault_zh import fault_in_chinese

    chinese = spoken(words) == "zh"
    for fault in error.faults[:_MOST]:
        click.echo(f"错误：{fault_in_chinese(fault)}" if chinese else f"error: {fault}", err=True)
    if (rest := len(error.faults) - _MOST) > 0:
        click.echo(f"错误：另有{rest}处" if chinese else f"error: and {rest} more", err=True)


def _defect(error: Exception) -> None:
    """Name a defect by its kind and its place in the code; the whole trace stands behind ``SEATPLAN_TRACE``."""
    if os.environ.get("SEATPLAN_TRACE"):
        raise error
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    what = str(error).partition("\n")[0]
    click.echo(f"seatplan itself is wrong: {type(error).__name__}: {what} ({where})", err=True)
    click.echo("please report it; with SEATPLAN_TRACE=1 the command prints the whole trace", err=True)
    sys.exit(DEFECT)
