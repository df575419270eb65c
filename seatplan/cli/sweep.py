"""``seatplan sweep``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from seatplan.cli.guard import BROKEN, CLEAN, FILE

__all__ = ["sweep"]


@click.command()
@click.argument("file", type=FILE)
@click.option("-o", "--output", type=FILE, default=Path("results.jsonl"), show_default=True, help="JSON lines.")
@click.option("--csv", "table", type=FILE, help="The same rows as a table for spreadsheets.")
@click.option("--workers", type=click.IntRange(min=1, max=256), help="Processes; by default one for each core.")
def sweep(file: Path, output: Path, table: Path | None, workers: int | None) -> None:
    """Try every room or event of FILE.yaml with every choice of options: one row a case.

    A sweep that was stopped goes on where it was when it is started again. Exit code 1: some case failed, and its
    row says why.
    """
    from seatplan.deliver.sweep import check_folders, read_sweep, run_sweep, write_table

    check_folders(output, *([table] if table is not None else []))
    rows = run_sweep(read_sweep(file), output, workers=workers, told=_told)
    if table is not None:
        write_table(rows, table)
    failed = sum(bool(row["error"]) for row in rows)
    click.echo(f"{len(rows)} cases, {failed} failed; wrote {output}" + (f" and {table}" if table else ""))
    sys.exit(BROKEN if failed else CLEAN)


def _told(done: int, count: int, row: dict[str, Any] | None) -> None:
    """Print a line for each case on standard error."""
    if row is None:
        click.echo(f"{done} of {count} cases are there already" if done else f"{count} cases", err=True)
        return
    choice = ", ".join(f"{name} {value}" for name, value in row["options"].items())
    said = f"error: {row['error']}" if row["error"] else ", ".join(f"{k} {v}" for k, v in row["answer"].items())
    click.echo(f"[{done}/{count}] {row['subject']} {choice}: {said[:160]}", err=True)
