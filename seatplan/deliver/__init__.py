"""What a command does from file to file: read an event, solve or judge, write all that belongs to the plan.

Each command loads the modules that it needs and no others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from seatplan.lazy import lazily

if TYPE_CHECKING:
    from seatplan.deliver.explain import explain
    from seatplan.deliver.outcome import Outcome
    from seatplan.deliver.plates import plates
    from seatplan.deliver.prepare import prepare
    from seatplan.deliver.replan import Replanned, replanned, write_replan
    from seatplan.deliver.run import accounted, judge, read, run
    from seatplan.deliver.start import start
    from seatplan.deliver.tentative import Uncertain, uncertain, write_uncertain
    from seatplan.deliver.write import chart_options, draw, left_over, write

__all__ = [
    "Outcome",
    "Replanned",
    "Uncertain",
    "accounted",
    "chart_options",
    "draw",
    "explain",
    "judge",
    "left_over",
    "plates",
    "prepare",
    "read",
    "replanned",
    "run",
    "start",
    "uncertain",
    "write",
    "write_replan",
    "write_uncertain",
]

__getattr__ = lazily(
    __name__,
    {
        "explain": "explain",
        "outcome": "Outcome",
        "plates": "plates",
        "prepare": "prepare",
        "replan": "Replanned replanned write_replan",
        "run": "accounted judge read run",
        "start": "start",
        "tentative": "Uncertain uncertain write_uncertain",
        "write": "chart_options draw left_over write",
    },
)
