"""What packs may speak of: each quantity by its key, with its sense, its dimension and its name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

import yaml

__all__ = ["Quantity", "Sense", "quantities"]

Sense = Literal["least", "most", "factor"]
"""What was found must be at least the value, at most the value, or the value only enters a formula."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something that codes give a value for.

    Parameters
    ----------
    key : str
        Such as ``row.gap``.
    sense : {"least", "most", "factor"}
    dimension : str
        See `Unit`.
    en, zh : str
        Its name.

    Examples
    --------
    >>> quantities()["wheelchair.spaces"].sense
    'least'
    """

    key: str
    sense: Sense
    dimension: str
    en: str
    zh: str


@cache
def quantities() -> dict[str, Quantity]:
    """Return all quantities by key.

    Returns
    -------
    dict of str to Quantity

    Examples
    --------
    >>> quantities()["row.gap"].en
    'clear width of a row'
    """
    text = files("seatplan.codes").joinpath("quantities.yaml").read_text(encoding="utf-8")
    listed: dict[str, list[str]] = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return {key: Quantity(key, _sense(sense), *rest) for key, (sense, *rest) in listed.items()}


def _sense(text: str) -> Sense:
    known: tuple[Sense, ...] = get_args(Sense)
    return next(sense for sense in known if sense == text)
