"""Who may stay away together: every subset of the uncertain guests, or the likeliest ones."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, islice
from math import prod

from seatplan.errors import Fault, refuse

__all__ = ["MOST_GUESTS", "Scenario", "scenarios_of"]

MOST_GUESTS = 8
"""Of more uncertain guests whose absences touch each other not every subset is looked at."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """People who stay away together.

    Parameters
    ----------
    absent : tuple of str
        Ids.
    likelihood : float or None
        Probability that exactly these stay away; None if none is known.
    """

    absent: tuple[str, ...]
    likelihood: float | None = None


def scenarios_of(maybe: Mapping[str, float | None], most: int | None) -> tuple[Scenario, ...]:
    """Return the scenarios, the weightiest first.

    With a probability for everybody, guests stay away independently of each other, and the ``most`` likeliest
    subsets are returned, the likeliest first, ties by size and order. Otherwise all subsets, small ones first (see
    `seatplan.replan.interplay` for more than `MOST_GUESTS`).

    Parameters
    ----------
    maybe : mapping of str to float or None
        Probability of staying away by id.
    most : int or None

    Raises
    ------
    InputError
        For probabilities that are none, or that only some have.

    Examples
    --------
    >>> [s.absent for s in scenarios_of({"ann": None, "bob": None}, None)]
    [(), ('ann',), ('bob',), ('ann', 'bob')]
    >>> [(s.absent, round(s.likelihood, 2)) for s in scenarios_of({"ann": 0.9, "bob": 0.2}, 2)]
    [(('ann',), 0.72), (('ann', 'bob'), 0.18)]
    """
    refuse(_faults(maybe, most))
    ids = tuple(maybe)
    if maybe and all(p is not None for p in maybe.values()):
        return tuple(islice(_likeliest({i: float(p or 0.0) for i, p in maybe.items()}), most or 1 << MOST_GUESTS))
    return tuple(Scenario(some) for size in range(len(ids) + 1) for some in combinations(ids, size))


def _faults(maybe: Mapping[str, float | None], most: int | None) -> Iterator[Fault]:
    for name, chance in maybe.items():
        if chance is not None and not 0.0 < chance < 1.0:
            yield Fault(f"maybe {name!r}", f"the probability {chance:g}", "use a number between 0 and 1")
    given = [chance for chance in maybe.values() if chance is not None]
    if given and len(given) < len(maybe):
        yield Fault("maybe", "only some guests have a probability", "give one to each, or to none")
    if most is not None and most < 1:
        yield Fault("scenarios", f"{most}", "use a whole number from 1")


def _likeliest(maybe: Mapping[str, float]) -> Iterator[Scenario]:
    """Yield subsets by falling probability: best first over how they differ from the likeliest one."""
    ids = tuple(maybe)
    flips = sorted(range(len(ids)), key=lambda i: (_ratio(maybe[ids[i]]), i))
    heap: list[tuple[float, int, tuple[int, ...]]] = [(-1.0, 0, ())]
    while heap:
        weight, size, flipped = heapq.heappop(heap)
        yield _scenario(maybe, ids, {flips[k] for k in flipped})
        last = flipped[-1] if flipped else -1
        if last + 1 < len(flips):
            step = 1 / _ratio(maybe[ids[flips[last + 1]]])
            heapq.heappush(heap, (weight * step, size + 1, (*flipped, last + 1)))
            if flipped:
                moved = step * _ratio(maybe[ids[flips[last]]])
                heapq.heappush(heap, (weight * moved, size, (*flipped[:-1], last + 1)))


def _ratio(chance: float) -> float:
    """Return how much less likely the less likely of coming and staying away is, at least 1."""
    return max(chance, 1 - chance) / min(chance, 1 - chance)


def _scenario(maybe: Mapping[str, float], ids: tuple[str, ...], flipped: set[int]) -> Scenario:
    away = [i for i, name in enumerate(ids) if (maybe[name] > 0.5) != (i in flipped)]
    chances = (maybe[name] if i in away else 1 - maybe[name] for i, name in enumerate(ids))
    return Scenario(tuple(ids[i] for i in away), prod(chances))
