"""JSON files of our own: strict reading with places, and bytes that are always the same."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from seatplan.errors import Fault, InputError, refuse
from seatplan.io.files import read_bytes
from seatplan.io.text import nearest
from seatplan.io.tree import path_of

__all__ = ["Document", "dump_json", "read_json", "validate"]

Model = TypeVar("Model", bound="Document")
_MOST_FAULTS = 100


class Document(BaseModel):
    """A JSON object of known keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


def dump_json(value: Any) -> bytes:
    """Return JSON as bytes: sorted keys, UTF-8, one line for each innermost object.

    Examples
    --------
    >>> print(dump_json({"b": [{"y": 1, "x": "座"}], "a": []}).decode(), end="")
    {
      "a": [],
      "b": [
        {"x": "座", "y": 1}
      ]
    }
    """
    return (_pretty(value, "") + "\n").encode("utf-8")


def _pretty(value: Any, indent: str) -> str:
    if (not indent and isinstance(value, dict)) or _nested(value):
        deeper = indent + "  "
        if isinstance(value, dict):
            items = [f"{_flat(name)}: {_pretty(item, deeper)}" for name, item in sorted(value.items())]
        else:
            items = [_pretty(item, deeper) for item in value]
        start, end = "{}" if isinstance(value, dict) else "[]"
        return f"{start}\n{deeper}" + f",\n{deeper}".join(items) + f"\n{indent}{end}"
    return _flat(value)


def _nested(value: Any) -> bool:
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(isinstance(item, dict | list) and item for item in items)


def _flat(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)


def read_json(path: Path | str, kind: str) -> Any:
    """Read a JSON object whose ``format`` is ``kind``, such as ``seatplan-plan/1``.

    Raises
    ------
    InputError
        For a file that is missing or no JSON, doubled keys, another format or an unknown version.
    """
    path = Path(path)
    raw = read_bytes(path)
    try:
        value = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise InputError([Fault(path.name, "it is no UTF-8 text", "save it as UTF-8")]) from None
    except _Doubled as error:
        found = f"the key {error.args[0]!r} stands twice in one object"
        raise InputError([Fault(path.name, found, "keep one of them")]) from None
    except json.JSONDecodeError as error:
        where = f"{path.name}:{error.lineno}:{error.colno}"
        raise InputError([Fault(where, f"this is no JSON ({error.msg})", "mend it or write it again")]) from None
    except (ValueError, RecursionError) as error:
        found = f"this is no JSON that can be read ({error})"
        raise InputError([Fault(path.name, found, "mend it or write it again")]) from None
    refuse(_format_faults(value, kind, path.name))
    return value


class _Doubled(Exception):
    """A key that stands twice."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Doubled(next(name for name in names if names.count(name) > 1))
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _format_faults(value: Any, kind: str, file: str) -> list[Fault]:
    mend = f"expected is 'format': {kind!r}"
    if not isinstance(value, dict) or not isinstance(value.get("format"), str):
        return [Fault(file, "it does not say what it is", mend)]
    family, version = kind.rsplit("/", 1)
    typed = re.fullmatch(rf"{re.escape(family)}/(\S+)", value["format"])
    if value["format"] == kind:
        return []
    if typed:
        newer = f"this version of seatplan reads version {version}; write the file again or use a newer seatplan"
        return [Fault(f"{file} format", f"version {typed[1]!r} is not known", newer)]
    return [Fault(f"{file} format", f"it is a {value['format']!r} file", mend)]


def validate(model: type[Model], value: Any, file: str) -> Model:
    """Return the checked document, or raise every fault with its place."""
    try:
        # strict validation of lists for tuples is meant for Python values; JSON has only lists
        return model.model_validate_json(json.dumps(value))
    except ValidationError as error:
        problems = error.errors(include_url=False)
        faults = [_fault(problem, file, model) for problem in problems[:_MOST_FAULTS]]
        raise InputError(faults) from None


def _fault(problem: Any, file: str, model: type[Document]) -> Fault:
    loc, kind = problem["loc"], problem["type"]
    where = f"{file} {path_of(loc)}".rstrip()
    if kind == "extra_forbidden":
        mend = nearest(str(loc[-1]), model.model_fields) if len(loc) == 1 else "remove it"
        return Fault(where, f"unknown key {loc[-1]!r}", mend)
    if kind == "missing":
        return Fault(where, f"the key {loc[-1]!r} is missing", "add it or write the file again")
    typed = problem["input"]
    shown = repr(typed)[:80] if not isinstance(typed, dict | list) else f"a {type(typed).__name__}"
    return Fault(where, f"{shown} is not what belongs here", _mend(problem))


def _mend(problem: Any) -> str:
    if problem["type"] == "literal_error":
        return f"use {problem['ctx']['expected']}"
    return _MENDS.get(problem["type"], "write the file again")


_MENDS = {
    "int_type": "write a whole number",
    "int_parsing": "write a whole number",
    "int_from_float": "write a whole number",
    "float_type": "write a number",
    "float_parsing": "write a number",
    "string_type": "write a text in quotation marks",
    "bool_type": "write true or false",
    "bool_parsing": "write true or false",
    "tuple_type": "write a list in brackets",
    "list_type": "write a list in brackets",
    "model_type": "write an object in braces",
    "model_attributes_type": "write an object in braces",
    "dict_type": "write an object in braces",
}
"""What belongs there, by the kind of fault that pydantic names."""
