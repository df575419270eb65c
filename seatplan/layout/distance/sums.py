"""The packing of groups as a program for HiGHS, by running sums of those who begin and those who end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ortools.math_opt.python import mathopt

if TYPE_CHECKING:
    from seatplan.layout.distance.pack import Packing

__all__ = ["running_sums"]

Sums = list[list[Any]]


def running_sums(packing: Packing) -> tuple[mathopt.Model, list[mathopt.Variable]]:
    """Return the program without an objective, and its variables in the order of the packing's starts.

    Parameters
    ----------
    packing : Packing

    Returns
    -------
    (Model, list of Variable)
        Of MathOpt, which prints nothing and tells the bound.
    """
    model = mathopt.Model()
    x = [model.add_binary_variable(name=f"x{i}") for i in range(len(packing.starts))]
    begun, ended = _sums(packing, model, x, first=True), _sums(packing, model, x, first=False)
    for number in range(len(packing.cliques)):
        model.add_linear_constraint(mathopt.fast_sum(_users(packing, number, x, begun, ended)) <= 1)
    for size, count in packing.sizes.items():
        alike = [var for var, start in zip(x, packing.starts, strict=True) if start[0] == size]
        if count is not None and alike:
            model.add_linear_constraint(mathopt.fast_sum(alike) <= count)
    return model, x


def _sums(packing: Packing, model: mathopt.Model, x: list[Any], *, first: bool) -> Sums:
    """Return for each seat of each stretch how many groups begin up to it, or end up to it."""
    at: dict[tuple[int, int], list[Any]] = {}
    for var, (size, k, start) in zip(x, packing.starts, strict=True):
        at.setdefault((k, start if first else start + size - 1), []).append(var)
    found: Sums = []
    for k, line in enumerate(packing.stretches):
        sums: list[Any] = []
        for place in range(len(line)):
            total = model.add_variable(lb=0, ub=len(line), name=f"{'b' if first else 'e'}{k}_{place}")
            before = sums[-1:] + at.get((k, place), [])
            model.add_linear_constraint(mathopt.fast_sum(before) == total)
            sums.append(total)
        found.append(sums)
    return found


def _users(packing: Packing, number: int, x: list[Any], begun: Sums, ended: Sums) -> Iterator[Any]:
    """Yield terms that count the groups which use a seat of a clique.

    Where its seats stand side by side in each stretch, two sums count them; else all ways are named, as the sums
    would count a group between the seats, too, or one that reaches over all of them twice.
    """
    spans = packing.spans(number)
    if any(last - first + 1 != count for first, last, count in spans.values()):
        yield from (x[i] for i in packing.users[number])
        return
    for k, (first, last, _) in spans.items():
        yield begun[k][last]
        if first:
            yield -1 * ended[k][first - 1]
