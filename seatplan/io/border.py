"""The border: typed text in, checked values out, every fault with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from seatplan.errors import Fault
from seatplan.io.text import nearest, singular
from seatplan.io.tree import Loc, Tree

__all__ = ["Reading", "Strict", "read_as", "shown", "wrong"]

Model = TypeVar("Model", bound="Strict")


@dataclass
class Reading:
    """What is known while a file is read: its tree, the roster's columns, the faults found so far."""

    tree: Tree
    columns: frozenset[str] | None = None
    faults: list[Fault] = field(default_factory=list)

    def fault(self, loc: Loc, found: str, mend: str, *, at_key: bool = False) -> None:
        """Note a fault at a value, or at its key."""
        self.faults.append(Fault(self.tree.place(loc, at_key=at_key), found, mend))

    def in_order(self) -> list[Fault]:
        """Return the faults in the order of the file; those of other files come last."""

        def place(fault: Fault) -> tuple[int, int]:
            found = re.match(re.escape(self.tree.file) + r":(\d+)(?::(\d+))?", fault.where)
            return (int(found[1]), int(found[2] or 0)) if found else (10**9, 0)

        return sorted(self.faults, key=place)


class Strict(BaseModel):
    """A mapping of known keys: unknown ones are refused, empty ones count as not given."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, protected_namespaces=())

    @model_validator(mode="before")
    @classmethod
    def _typed(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        plural = {singular(name): name for name in cls.model_fields if singular(name) not in cls.model_fields}
        known = {plural[key] if plural.get(key, key) not in data else key: value for key, value in data.items()}
        return {key: value for key, value in known.items() if value is not None or key not in cls.model_fields}


def read_as(
    model: type[Model], data: Any, reading: Reading, loc: Loc = (), *, partly: bool = False
) -> Model | None:
    """Return the checked value, or None after noting every fault with its place.

    With ``partly`` a mapping with faults is returned without the keys that have them, so that the reading goes
    on and finds the faults further down as well.
    """
    try:
        return model.model_validate(data, context=reading)
    except ValidationError as error:
        known = [field.alias or name for name, field in model.model_fields.items()]
        problems = error.errors(include_url=False)
        reading.faults.extend(_fault(problem, reading, loc, known) for problem in problems)
        wrong_keys = {str(problem["loc"][0]) for problem in problems if problem["loc"]}
        if not partly or not isinstance(data, dict) or not wrong_keys:
            return None
        rest = {key: value for key, value in data.items() if not {key, key + "s"} & wrong_keys}
        return model.model_validate(rest, context=reading)


def _fault(problem: Any, reading: Reading, loc: Loc, known: list[str]) -> Fault:
    way = tuple(step for step in problem["loc"] if not (isinstance(step, str) and step.startswith("function-")))
    kind, typed, context = problem["type"], problem["input"], problem.get("ctx", {})
    place = reading.tree.place((*loc, *way), at_key=kind == "extra_forbidden")
    if kind == "extra_forbidden":
        mend = nearest(str(way[-1]), known) if len(way) == 1 else "mend or remove it"
        return Fault(place, f"unknown key {way[-1]!r}", mend)
    if kind == "missing" and isinstance(way[-1], int):
        return Fault(place, "a value is missing", f"write {way[-1] + 1} values: [first, second]")
    if kind == "missing":
        return Fault(place, f"the key {way[-1]!r} is missing", f"add '{way[-1]}: ...'")
    if kind == "seatplan":
        return Fault(place, context["found"], context["mend"])
    wanted = _WANTED.get(kind, problem["msg"].lower()).format(**context)
    return Fault(place, f"{shown(typed)} is not what belongs here", f"write {wanted}")


_WANTED = {
    "int_parsing": "a whole number, such as 3",
    "int_type": "a whole number, such as 3",
    "int_from_float": "a whole number, such as 3",
    "float_parsing": "a number, such as 0.8",
    "float_type": "a number, such as 0.8",
    "finite_number": "a number, such as 0.8",
    "bool_parsing": "yes or no",
    "bool_type": "yes or no",
    "literal_error": "{expected}",
    "string_type": "a text",
    "tuple_type": "a list: [first, second]",
    "list_type": "a list: [first, second]",
    "dict_type": "keys and values: {{key: value}}",
    "model_type": "keys and values: {{key: value}}",
    "model_attributes_type": "keys and values: {{key: value}}",
    "greater_than": "more than {gt}",
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le} or less",
}


def shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list | tuple) else repr(value)[:80]


def wrong(found: str, mend: str) -> PydanticCustomError:
    """Return the error that a validator raises, in the words of a `Fault`."""
    return PydanticCustomError("seatplan", "{found}", {"found": found, "mend": mend})
