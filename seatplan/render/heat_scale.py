"""Classes of values: dark is bad, light is good, told apart by colour-blind eyes and on grey copies."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from seatplan.codes import load_pack
from seatplan.problem import Lang
from seatplan.render.layout_words import tell
from seatplan.render.legend import Entry
from seatplan.render.style import Look, Style

__all__ = ["Heat", "heat_of", "legend", "looks_of"]

Values = NDArray[np.float64]
COLOURS = ("#fee838", "#c3b369", "#8a8779", "#515b6e", "#00224e")
"""Steps of cividis, whose lightness falls evenly: colour-blind eyes and grey copies keep their order."""
GREYS = (("#ffffff", ""), ("#ffffff", "."), ("#dddddd", "/"), ("#b8b8b8", "x"), ("#404040", ""))
_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True)
class Heat:
    """How a measure is shown.

    Parameters
    ----------
    bounds : tuple of float
        Between classes, ascending.
    more : bool
        More is better.
    unit : str
    factor : float
        By which values are multiplied when they are written.
    digits : int
    """

    bounds: tuple[float, ...]
    more: bool
    unit: str
    factor: float = 1.0
    digits: int = 1

    def classes(self, values: Values) -> NDArray[np.intp]:
        """Return the class of each value, 0 the best; -1 where nothing is known.

        Examples
        --------
        >>> Heat((10.0, 20.0), False, "m").classes(np.array([5.0, 10.0, 25.0, np.nan])).tolist()
        [0, 1, 2, -1]
        """
        place = np.searchsorted(np.array(self.bounds), values, side="right")
        place = len(self.bounds) - place if self.more else place
        return np.where(np.isnan(values), -1, place)

    def write(self, value: float) -> str:
        """Return a value with its unit."""
        return f"{value * self.factor:.{self.digits}f} {self.unit}"

    def words(self, lang: Lang) -> list[str]:
        """Return what each class holds, the best first."""
        shown = [f"{bound * self.factor:.{self.digits}f}" for bound in self.bounds]
        spans = [tell(lang, "under", f"{shown[0]} {self.unit}")]
        spans += [tell(lang, "from_to", a, f"{b} {self.unit}") for a, b in pairwise(shown)]
        spans.append(tell(lang, "over", f"{shown[-1]} {self.unit}"))
        return spans[::-1] if self.more else spans


def heat_of(measure: str, values: Values) -> Heat:
    """Return how a measure is shown: classes of practice where there are, even ones otherwise.

    Parameters
    ----------
    measure : str
        One of `seatplan.codes.checks.measures.seat_measures`.
    values : ndarray, shape (seats,)

    Examples
    --------
    >>> seen = heat_of("c_value", np.array([0.1]))
    >>> seen.bounds, heat_of("door", np.array([0.0, 19.0])).bounds
    ((0.06, 0.09, 0.12, 0.15), (5.0, 10.0, 15.0, 20.0))
    """
    if measure == "c_value":
        pack = load_pack("practice")
        keys = ("sight.c.heads", "sight.c.good", "sight.c.optimal", "sight.c.hats")
        return Heat(tuple(float(pack.si(key)) for key in keys), True, "mm", 1000.0, 0)
    fixed = {
        "stage_angle": ((15.0, 30.0, 45.0, 60.0), False, "°", 0),
        "screen_angle": ((15.0, 30.0, 45.0, 60.0), False, "°", 0),
        "screen_heights": ((2.0, 4.0, 6.0, 8.0), False, "H", 0),
        "speech_margin": ((6.0, 10.0, 15.0, 25.0), True, "dB", 0),
    }
    if measure in fixed:
        known, more, unit, digits = fixed[measure]
        return Heat(known, more, unit, 1.0, digits)
    bounds = _even(values)
    digits = 0 if all(bound == int(bound) for bound in bounds) else 1
    return Heat(bounds, measure == "speech", "dBA" if measure == "speech" else "m", 1.0, digits)


def _even(values: Values) -> tuple[float, ...]:
    """Return four round numbers that part the values evenly."""
    known = values[np.isfinite(values)]
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    rough = max((high - low) / len(COLOURS), 1e-3)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(one * power for one in _STEPS if one * power >= rough - 1e-9)
    first = math.floor(low / step) * step + step
    return tuple(round(first + k * step, 6) for k in range(len(COLOURS) - 1))


def looks_of(style: Style, count: int) -> list[Look]:
    """Return the looks of classes, the best first; with fewer classes than steps the ends are kept."""
    places = np.linspace(0, len(COLOURS) - 1, count).round().astype(int).tolist()
    if style.colour:
        return [Look(COLOURS[k], "#333333", "", "") for k in places]
    return [Look(*GREYS[k][:1], "#333333", GREYS[k][1], "") for k in places]


def legend(heat: Heat, values: Values, style: Style, lang: Lang, *, unknown_is: str = "none") -> Iterator[Entry]:
    """Yield each class with how many seats it has; ``unknown_is`` is the key of the words for those of none."""
    found = heat.classes(values)
    looks = looks_of(style, len(heat.bounds) + 1)
    for k, (words, look) in enumerate(zip(heat.words(lang), looks, strict=True)):
        yield Entry(f"{words}: {tell(lang, 'seats', int((found == k).sum()))}", "look", look)
    unknown = int((found == -1).sum())
    if unknown:
        yield Entry(tell(lang, unknown_is, unknown), "empty")
