"""``seatplan``: parses, calls, prints. What a command does stands in the modules it calls; one command a file.

Exit codes: 0 solved and the audit is clean, 1 no plan or rules broken, 2 bad input, 3 a defect of seatplan.
"""

from __future__ import annotations

import gc
import os

import click

from seatplan.cli.alternatives import alternatives
from seatplan.cli.capacity import capacity
from seatplan.cli.check import check
from seatplan.cli.conventions import conventions
from seatplan.cli.convert import convert
from seatplan.cli.distance import distance
from seatplan.cli.explain import explain
from seatplan.cli.guard import Guarded
from seatplan.cli.layout import layout
from seatplan.cli.new import new
from seatplan.cli.plates import plates
from seatplan.cli.podium import podium
from seatplan.cli.render import render
from seatplan.cli.replan import replan
from seatplan.cli.solve import solve
from seatplan.cli.sweep import sweep
from seatplan.cli.tentative import tentative
from seatplan.cli.trade_off import trade_off

__all__ = ["main"]


@click.group(cls=Guarded, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="seatplan")
def main() -> None:
    """Turn a room, a roster and rules into a seat plan that is provably right.

    Exit codes: 0 clean, 1 no plan or rules broken, 2 bad input, 3 a defect of seatplan.
    """
    os.environ.setdefault(
        "PYDANTIC_DISABLE_PLUGINS", "__all__"
    )  # looking for them takes longer than a small event
    gc.disable()  # a command lives for seconds; looking for cycles takes a fifth of them


for command in (
    solve,
    check,
    render,
    plates,
    explain,
    alternatives,
    trade_off,
    replan,
    tentative,
    capacity,
    layout,
    conventions,
    convert,
    distance,
    podium,
    sweep,
    new,
):
    main.add_command(command)
