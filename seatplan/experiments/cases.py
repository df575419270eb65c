"""`Case`: a subject with one choice of options, and a fingerprint that changes when either does."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from itertools import product
from typing import Any

import numpy as np

import seatplan
from seatplan.errors import Fault, InputError, refuse

__all__ = ["Case", "Options", "cases_of", "fingerprint"]

Options = Mapping[str, Sequence[Any]]
"""Values to try by the name of the option."""
_PLAIN = (str, int, float, bool, type(None))
_OWN = frozenset({"case", "subject", "seconds", "error", "key"})


@dataclass(frozen=True, eq=False)
class Case:
    """A subject with one choice of options.

    Parameters
    ----------
    number : int
        From 1, in the order of the sweep.
    name : str
        Of the subject.
    subject : object
    options : dict
    key : str
        Fingerprint of the work, the subject and the options.
    """

    number: int
    name: str
    subject: Any
    options: dict[str, Any]
    key: str

    @property
    def identity(self) -> str:
        """What the case is called, whatever its subject holds."""
        return json.dumps([self.name, self.options], ensure_ascii=False, sort_keys=True)


def cases_of(
    subjects: Mapping[str, Any], options: Options | Sequence[Options] = (), *, work: str = ""
) -> tuple[Case, ...]:
    """Return all cases: each subject with each choice of options, the last option changing fastest.

    Parameters
    ----------
    subjects : mapping of str to object
        Problems, rooms or other frozen dataclasses by their names.
    options : mapping of str to sequence, or sequence of such mappings
        Values to try of each option: texts, numbers, yes or no, None. Of several mappings each is tried in turn.
    work : str
        Name of what will be done; with the version of seatplan it is part of the fingerprint.

    Raises
    ------
    InputError
        For no subject, an option without values, a name of an option that a row needs for itself, values that a
        file cannot hold, a case that is there twice.

    Examples
    --------
    >>> cases = cases_of({"hall": 1, "room": 2}, {"style": ["theatre"], "aisle": [1.1, 1.5]})
    >>> [(case.number, case.name, case.options["aisle"]) for case in cases]
    [(1, 'hall', 1.1), (2, 'hall', 1.5), (3, 'room', 1.1), (4, 'room', 1.5)]
    """
    blocks = [options] if isinstance(options, Mapping) else list(options) or [{}]
    refuse(_faults(subjects, blocks))
    chosen = [dict(zip(block, values, strict=True)) for block in blocks for values in product(*block.values())]
    version = seatplan.__version__
    marks = {name: fingerprint([work, version, subject]) for name, subject in subjects.items()}
    pairs = [(name, choice) for name in subjects for choice in chosen]
    cases = tuple(
        Case(number, name, subjects[name], choice, fingerprint([marks[name], choice]))
        for number, (name, choice) in enumerate(pairs, 1)
    )
    refuse(_doubles(cases))
    return cases


def _faults(subjects: Mapping[str, Any], blocks: Sequence[Options]) -> Iterator[Fault]:
    if not subjects:
        yield Fault("sweep", "no problem or room", "give at least one")
    for block in blocks:
        for name, values in block.items():
            where = f"sweep option {name!r}"
            if name in _OWN:
                yield Fault(where, "a row has a column of this name", "choose another name")
            if isinstance(values, str) or not isinstance(values, Sequence) or not values:
                yield Fault(where, f"{values!r} are no values", "give a list, such as [1.1, 1.5]")
                continue
            for value in values:
                if not isinstance(value, _PLAIN) or value != value:
                    yield Fault(where, f"{value!r} has no place in a table", "give texts, numbers or yes and no")


def _doubles(cases: Sequence[Case]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for case in cases:
        first = seen.setdefault(case.identity, case.number)
        if first != case.number:
            yield Fault(f"sweep case {case.number}", f"it is case {first} again: {case.identity}", "leave one out")


def fingerprint(thing: Any) -> str:
    """Return a short name of all that a thing holds; the same in every process.

    Parameters
    ----------
    thing : object
        Plain values, dataclasses, sequences, sets, mappings, arrays, enums and classes, nested at will.

    Raises
    ------
    InputError
        For anything else: what cannot be told apart cannot be resumed.

    Examples
    --------
    >>> fingerprint({"a": 1, "b": {2, 3}}) == fingerprint({"b": {3, 2}, "a": 1})
    True
    >>> fingerprint(1) == fingerprint(1.5)
    False
    """
    digest = hashlib.sha256()
    for part in _parts(thing):
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()[:20]


def _parts(thing: Any) -> Iterator[str]:
    if isinstance(thing, Enum):
        yield f"{type(thing).__qualname__}.{thing.name}"
    elif isinstance(thing, (*_PLAIN, bytes)):
        yield f"{type(thing).__name__} {thing!r}"
    elif is_dataclass(thing) and not isinstance(thing, type):
        yield f"{type(thing).__module__}.{type(thing).__qualname__}"
        for field in fields(thing):
            yield field.name
            yield from _parts(getattr(thing, field.name))
    elif isinstance(thing, np.ndarray | np.generic):
        yield f"{thing.dtype} {thing.shape} {np.asarray(thing).tobytes().hex()}"
    else:
        yield from _many(thing)


def _many(thing: Any) -> Iterator[str]:
    """Yield the parts of what holds others; order counts where it has a meaning."""
    if isinstance(thing, Mapping):
        yield f"mapping {len(thing)}"
        yield from sorted(fingerprint([key, value]) for key, value in thing.items())
    elif isinstance(thing, set | frozenset):
        yield f"set {len(thing)}"
        yield from sorted(map(fingerprint, thing))
    elif isinstance(thing, list | tuple):
        yield f"list {len(thing)}"
        for item in thing:
            yield from _parts(item)
    elif isinstance(thing, type):
        yield f"{thing.__module__}.{thing.__qualname__}"
    else:
        found = f"a {type(thing).__qualname__} cannot be told from another"
        raise InputError([Fault("sweep", found, "give problems, rooms, or dataclasses of plain values")])
