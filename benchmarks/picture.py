"""The table as a picture: for each instance and solver, when there was a plan, and when it was proven."""

from __future__ import annotations

from pathlib import Path

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from benchmarks.runs import SOLVERS, Run

__all__ = ["draw"]

COLOURS = dict(zip(SOLVERS, ("#0072B2", "#D55E00", "#009E73"), strict=True))
SOONEST = 0.01


def draw(runs: list[Run], path: Path) -> None:
    """Draw seconds on a logarithmic axis, one line for each run; what is not proven ends open, with its gap."""
    figure = Figure(figsize=(9, 1.4 + 0.32 * len(runs)), layout="constrained")
    axes = figure.add_subplot()
    for place, run in enumerate(runs):
        _line(axes, run, len(runs) - place)
    axes.set_yticks([len(runs) - i for i in range(len(runs))], [f"{r.instance}   {r.solver}" for r in runs])
    axes.set_xscale("log")
    axes.set_xlim(SOONEST / 1.5, max(run.limit for run in runs) * 20)
    axes.set_xlabel("seconds")
    axes.grid(axis="x", color="#bbbbbb", linewidth=0.4)
    figure.legend(handles=_legend(), loc="outside lower center", ncols=3, frameon=False, fontsize=8)
    with rc_context({"svg.hashsalt": "seatplan"}):
        figure.savefig(path, dpi=150)


def _line(axes: Axes, run: Run, height: float) -> None:
    colour = COLOURS[run.solver]
    times = [max(SOONEST, t) for t in (run.first, run.best, run.proof) if t is not None]
    if run.value is None:
        said = "no plan in time" if run.status == "unknown" else run.status
        axes.text(SOONEST, height, f" {said}", va="center", fontsize=8, color=colour)
        return
    end = times[-1] if run.proof is not None else run.limit
    axes.plot([times[0] if times else end, end], [height, height], color=colour, linewidth=1.5)
    if run.first is not None:
        axes.plot(max(SOONEST, run.first), height, "|", color=colour, markersize=9)
    axes.plot(end, height, "o", color=colour, markerfacecolor=colour if run.proof is not None else "white")
    axes.annotate(_words(run), (end, height), (8, 0), textcoords="offset points", va="center", fontsize=7)


def _words(run: Run) -> str:
    spared = f", spared {run.left_out} statements" if run.left_out else ""
    return (f"{run.value}" if run.proof is not None else f"{run.value}, bound {run.bound}") + spared


def _legend() -> list[Line2D]:
    plain = {"color": "black", "linestyle": "none"}
    return [
        Line2D([], [], marker="|", markersize=9, label="first plan", **plain),
        Line2D([], [], marker="o", label="proven, with its value", **plain),
        Line2D([], [], marker="o", markerfacecolor="white", label="limit, not proven", **plain),
    ]
