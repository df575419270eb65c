"""Which packs there are, which belong together, and what is strictest of several."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, wraps
from importlib.resources import files
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeAlias, TypeVar

import yaml

from seatplan.codes.exact import Number
from seatplan.codes.pack import Pack, Silent
from seatplan.codes.read import parse_pack, read_pack
from seatplan.codes.standing import Level
from seatplan.codes.value import Reading, Step, Value
from seatplan.errors import Fault, InputError, refuse

__all__ = ["Code", "by_code", "combinations", "confirmed", "load_code", "load_pack", "pack_names", "strictest"]

Code: TypeAlias = str | Path | Pack | Sequence["Code"]
"""A pack, the name of a pack or of a combination, a file, or several of these; in a text, with commas."""

P = ParamSpec("P")
R = TypeVar("R")
_PACKS = files("seatplan.codes").joinpath("packs")


@cache
def pack_names() -> tuple[str, ...]:
    """Return the names of the packs that come with seatplan.

    Examples
    --------
    >>> pack_names()[:2]
    ('ada-2010', 'au-bca')
    """
    names = (entry.name for entry in _PACKS.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def combinations() -> dict[str, tuple[str, ...]]:
    """Return the packs of each combination by its name.

    Examples
    --------
    >>> combinations()["us"]
    ('ada-2010', 'ibc-2021', 'nfpa-101')
    """
    text = files("seatplan.codes").joinpath("combinations.yaml").read_text(encoding="utf-8")
    listed: dict[str, list[str]] = yaml.load(text, Loader=yaml.BaseLoader)
    return {name: tuple(packs) for name, packs in listed.items()}


def load_pack(name: str | Path) -> Pack:
    """Return a pack by its name, or the pack of a file.

    Parameters
    ----------
    name : str or path
        What ends in ``.yaml`` or ``.yml`` is a file.

    Returns
    -------
    Pack

    Raises
    ------
    InputError
        If there is no such pack, or with all faults of the file.

    Examples
    --------
    >>> load_pack("ada-2010").title
    'ADA 2010'
    >>> load_pack("ada-2011")
    Traceback (most recent call last):
    seatplan.errors.InputError: code 'ada-2011': there is no such pack; use one of: ada-2010, ... or a file ...
    """
    if isinstance(name, Path) or name.endswith((".yaml", ".yml")):
        return read_pack(name)
    if name not in pack_names():
        mend = f"use one of: {', '.join([*pack_names(), *combinations()])}, or a file that ends in .yaml"
        raise InputError([Fault(f"code {name!r}", "there is no such pack", mend)])
    return _shipped(name)


@cache
def _shipped(name: str) -> Pack:
    file = f"{name}.yaml"
    return parse_pack(_PACKS.joinpath(file).read_text(encoding="utf-8"), file)


def load_code(code: Code, *, building: str | None = None) -> tuple[Pack, ...]:
    """Return the packs of a code.

    Parameters
    ----------
    code : str, path, Pack or a sequence of these
        ``"us"``, ``"us,cn"``, ``"gb-55019-2021"``, ``"us,house.yaml"``. A pack that comes later replaces an
        earlier one with the same id: so a file of the user's own replaces a pack.
    building : str, optional
        Leave out packs for other kinds of building.

    Returns
    -------
    tuple of Pack

    Raises
    ------
    InputError
        For unknown names and faulty files.

    Examples
    --------
    >>> [pack.id for pack in load_code("us,gb-55019-2021")]
    ['ada-2010', 'ibc-2021', 'nfpa-101', 'gb-55019-2021']
    >>> [pack.id for pack in load_code("cn", building="cinema")]
    ['gb-50016-2014', 'gb-55019-2021', 'gb-50763-2012', 'jgj-58-2008', 'cb-t-3557-1994']
    """
    packs = {pack.id: pack for pack in _each(code)}
    return tuple(p for p in packs.values() if not (building and p.buildings) or building in p.buildings)


def _each(code: Code) -> Iterator[Pack]:
    if isinstance(code, Pack):
        yield code
    elif isinstance(code, Path):
        yield load_pack(code)
    elif isinstance(code, str):
        for name in (part.strip() for part in code.split(",")):
            yield from map(load_pack, combinations().get(name, (name,)))
    else:
        for part in code:
            yield from _each(part)


def by_code(
    stricter: Callable[[list[R]], R],
) -> Callable[[Callable[Concatenate[Pack, P], R]], Callable[Concatenate[Code, P], R]]:
    """Let a formula that reads one pack take any code, and answer with the strictest answer of its packs.

    Parameters
    ----------
    stricter : callable
        The strictest of several answers, such as ``max``. Packs that say nothing are left out.

    Raises
    ------
    Silent
        When no pack of the code says anything.

    Examples
    --------
    >>> from seatplan.codes import wheelchair_spaces
    >>> wheelchair_spaces("ada-2010", 120), wheelchair_spaces("ibc-2021", 120), wheelchair_spaces("us", 120)
    (4, 5, 5)
    """

    def decorate(formula: Callable[Concatenate[Pack, P], R]) -> Callable[Concatenate[Code, P], R]:
        @wraps(formula)
        def asked(code: Code, /, *args: P.args, **options: P.kwargs) -> R:
            answers: list[R] = []
            faults: list[Fault] = []
            for pack in load_code(code):
                try:
                    answers.append(formula(pack, *args, **options))
                except Silent as silent:
                    faults.extend(silent.faults)
            if not answers:
                raise Silent(faults or [_NO_PACK])
            return stricter(answers)

        return asked

    return decorate


_NO_PACK = Fault("code", "it has no pack", "name a pack, such as ada-2010, or a combination, such as us")


def strictest(code: Code, key: str, given: Number = 0) -> Reading:
    """Return the strictest of what the packs of a code say of a quantity.

    Parameters
    ----------
    code : Code
    key : str
        Of a quantity; one that only enters formulas has no strictest value.
    given : float
        Seats, persons, ...

    Returns
    -------
    Reading
        The largest of what must be at least so much, the smallest of what may be at most so much.

    Raises
    ------
    Silent
        When no pack says anything.

    Examples
    --------
    >>> print(strictest("us", "wheelchair.spaces", 120))
    at least 5 spaces (IBC 2021 Table 1109.2.2.1, verified)
    >>> print(strictest("cn", "wheelchair.depth.end"))
    at least 1.3 m (GB 55019-2021 3.5, verified)
    """
    readings = [pack.read(key, given) for pack in load_code(code) if pack.says(key, given)]
    if not readings:
        raise Silent([Fault("code", f"no pack says anything of {key!r}", "add a pack that does")])
    sense = readings[0].quantity.sense
    if sense == "factor" and len({reading.si for reading in readings}) > 1:
        found = f"{key!r} only enters formulas, it has no strictest value"
        refuse([Fault("code", found, "ask the formula, it takes several packs")])
    return (min if sense == "most" else max)(readings, key=lambda reading: reading.si)


def confirmed(code: Code, *, single_source: Level = "warn") -> tuple[Pack, ...]:
    """Return the packs of a code with nothing but what may forbid.

    Parameters
    ----------
    code : Code
    single_source : {"must", "warn", "advise"}
        ``"must"`` keeps values with a single source, too.

    Returns
    -------
    tuple of Pack
        They say nothing where only an unconfirmed value would speak. Practice says nothing at all.

    Examples
    --------
    >>> gb, = confirmed("gb-55019-2021")
    >>> gb.says("wheelchair.spaces", 300), gb.says("wheelchair.spaces", 500)
    (False, True)
    """
    kept = {"V", "S"} if single_source == "must" else {"V"}
    return tuple(_only(pack, kept) for pack in load_code(code) if pack.binding)


def _only(pack: Pack, kept: set[str]) -> Pack:
    values = {key: replace(value, steps=_steps(value, kept)) for key, value in pack.values.items()}
    return replace(pack, values=values)


def _steps(value: Value, kept: set[str]) -> tuple[Step, ...]:
    known = [(step.standing or value.standing) in kept for step in value.steps]
    return tuple(
        step if is_known else replace(step, number=None) for step, is_known in zip(value.steps, known, strict=True)
    )
