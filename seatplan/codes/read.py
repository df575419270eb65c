"""A pack from its file, with all faults of the file at once."""

from __future__ import annotations

import re
from difflib import get_close_matches
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import cast

import yaml

from seatplan.codes.pack import Pack
from seatplan.codes.quantity import quantities
from seatplan.codes.standing import STANDINGS, Standing
from seatplan.codes.tree import Sheet, parse, read_text
from seatplan.codes.units import UNITS, Unit
from seatplan.codes.value import Step, Value
from seatplan.errors import refuse

__all__ = ["FORMAT", "parse_pack", "read_pack"]

FORMAT = "seatplan-codes/1"
"""What stands at ``format`` in the files of packs."""

_NUMBER = re.compile(r"\d{1,12}(\.\d{1,12})?(/[1-9]\d{0,11})?")
_NEEDED = frozenset({"format", "id", "title", "jurisdiction", "edition", "values"})
_KNOWN = _NEEDED | {"binding", "buildings", "note"}
_NUMBERS = ("add", "per", "over", "least")
_STEP = frozenset({"from", "value", "standing", *_NUMBERS})
_VALUE = frozenset({"value", "table", "unit", "by", "clause", "standing", "note", *_NUMBERS})
_ZERO = Fraction(0)


def read_pack(path: Path | str) -> Pack:
    """Return the pack of a file.

    Parameters
    ----------
    path : path

    Returns
    -------
    Pack

    Raises
    ------
    InputError
        With all faults and their places.
    """
    path = Path(path)
    return parse_pack(read_text(path), path.name)


def parse_pack(text: str, file: str = "pack") -> Pack:
    """Return the pack of a text.

    Parameters
    ----------
    text : str
        YAML, see docs/codes.md.
    file : str
        Its name in messages.

    Returns
    -------
    Pack

    Raises
    ------
    InputError
        With all faults as ``file:line:column``: unknown, doubled and missing keys, unknown quantities, units
        that measure something else, numbers that are none, tables that do not rise.

    Examples
    --------
    >>> pack = parse_pack('''
    ... format: seatplan-codes/1
    ... id: house
    ... title: House rules
    ... jurisdiction: own hall
    ... edition: "2024"
    ... values:
    ...   row.gap: {value: 14, unit: in, clause: "3", standing: V}
    ... ''')
    >>> print(pack.read("row.gap"))
    at least 14 in (House rules 3, verified)
    """
    sheet = Sheet(file)
    pack = _Reader(sheet).pack(parse(text, sheet))
    refuse(sheet.faults)
    return pack


class _Reader:
    """Turns nodes into a pack and notes faults in the sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def pack(self, root: yaml.Node) -> Pack:
        fields = self.sheet.fields(root, "a pack", _KNOWN, _NEEDED)
        names = ("format", "id", "title", "jurisdiction", "edition")
        texts = {name: self.sheet.text(fields[name], name) if name in fields else "" for name in names}
        if "format" in fields:
            self._one_of(fields["format"], "the format", [FORMAT])
        values = self._values(fields["values"]) if "values" in fields else {}
        return Pack(
            texts["id"],
            texts["title"],
            texts["jurisdiction"],
            texts["edition"],
            "binding" not in fields or self._one_of(fields["binding"], "binding", ["yes", "no"]) == "yes",
            frozenset(self._buildings(fields["buildings"]) if "buildings" in fields else ()),
            MappingProxyType(values),
        )

    def _buildings(self, node: yaml.Node) -> list[str]:
        return [self.sheet.text(item, "a kind of building") for item in self.sheet.items(node, "buildings")]

    def _values(self, node: yaml.Node) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for key, (place, value) in self.sheet.pairs(node, "values").items():
            if key in quantities():
                found[key] = self._value(key, value)
            else:
                near = get_close_matches(key, quantities(), cutoff=0.4) or ["row.gap, exits.count, ..."]
                self.sheet.fault(place, f"there is no quantity {key!r}", f"use one such as {', '.join(near)}")
        return found

    def _value(self, key: str, node: yaml.Node) -> Value:
        fields = self.sheet.fields(node, key, _VALUE, {"unit", "clause", "standing"})
        return Value(
            quantities()[key],
            self._unit(fields.get("unit"), key),
            self.sheet.text(fields["clause"], f"{key} clause") if "clause" in fields else "",
            self._standing(fields["standing"]) if "standing" in fields else "U",
            self._steps(key, node, fields),
            self._by(fields.get("by"), key),
            self.sheet.text(fields["note"], f"{key} note") if "note" in fields else "",
        )

    def _unit(self, node: yaml.Node | None, key: str) -> Unit:
        dimension = quantities()[key].dimension
        fitting = [name for name, unit in UNITS.items() if unit.dimension == dimension]
        name = self._one_of(node, f"the unit of {key}, a {dimension},", fitting) if node else ""
        return UNITS[name or fitting[0]]

    def _by(self, node: yaml.Node | None, key: str) -> Unit:
        return UNITS[(self._one_of(node, f"{key} by", list(UNITS)) if node else "") or "persons"]

    def _standing(self, node: yaml.Node) -> Standing:
        return cast(Standing, self._one_of(node, "a standing", list(STANDINGS)) or "U")

    def _one_of(self, node: yaml.Node, what: str, known: list[str]) -> str:
        text = self.sheet.text(node, what)
        if not text or text in known:
            return text
        self.sheet.fault(node, f"{what} cannot be {text!r}", f"use one of: {', '.join(known)}")
        return ""

    def _steps(self, key: str, node: yaml.Node, fields: dict[str, yaml.Node]) -> tuple[Step, ...]:
        if ("table" in fields) == bool(fields.keys() & {"value", *_NUMBERS}):
            self.sheet.fault(node, f"{key} has no value, or a value beside its table", "give a value or a table")
            return ()
        if "table" not in fields:
            return (self._step({name: value for name, value in fields.items() if name in ("value", *_NUMBERS)}),)
        return self._table(key, fields["table"])

    def _table(self, key: str, node: yaml.Node) -> tuple[Step, ...]:
        steps: list[Step] = []
        for item in self.sheet.items(node, f"{key} table"):
            steps.append(self._step(self.sheet.fields(item, "a row of a table", _STEP, {"from"})))
            starts = [step.start or _ZERO for step in steps[-2:]]
            if any(b <= a for a, b in pairwise(starts)):
                self.sheet.fault(item, f"{key}: this row begins before the one above", "sort the rows by 'from'")
        return tuple(steps)

    def _step(self, fields: dict[str, yaml.Node]) -> Step:
        numbers = {name: self._number(fields[name], name) for name in _NUMBERS if name in fields}
        if "per" in fields and not numbers["per"]:
            self.sheet.fault(fields["per"], "'per' is 0", "write how many seats one more is due for")
            del numbers["per"]
        return Step(
            self._number(fields["from"], "from") if "from" in fields else None,
            self._number(fields["value"], "value") if "value" in fields else None,
            **numbers,
            standing=self._standing(fields["standing"]) if "standing" in fields else None,
        )

    def _number(self, node: yaml.Node, what: str) -> Fraction:
        text = self.sheet.text(node, what)
        if _NUMBER.fullmatch(text):
            return Fraction(text)
        if text:
            self.sheet.fault(node, f"{what} is {text!r}, no number", "write it as 12, 0.3 or 1/48, without a unit")
        return _ZERO
