"""The section ``rules`` of an event file: each rule by its name and the fields of its class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from seatplan.errors import InputError
from seatplan.io.accept import given, model_of
from seatplan.io.border import Reading, read_as
from seatplan.io.text import nearest
from seatplan.rules.base import Statute

__all__ = ["read_rules"]

OURS = frozenset({"label"})
"""Fields of a rule that a file does not state."""


def read_rules(data: Any, reading: Reading, registry: Mapping[str, type[Statute]]) -> list[tuple[str, Statute]]:
    """Return the rules with their names in the order of the file, after noting every fault."""
    if data is None:
        return []
    if not isinstance(data, list):
        mend = "begin each rule with '- ': '- pin: {person: ..., seat: ...}'"
        reading.fault(("rules",), "the rules are no list", mend)
        return []
    found = [_rule(item, i, reading, registry) for i, item in enumerate(data)]
    return [rule for rule in found if rule is not None]


def _rule(
    item: Any, index: int, reading: Reading, registry: Mapping[str, type[Statute]]
) -> tuple[str, Statute] | None:
    loc: tuple[str | int, ...] = ("rules", index)
    named = {item: None} if isinstance(item, str) else item
    if not isinstance(named, dict) or len(named) != 1:
        found = "a rule is one name with its settings"
        if isinstance(named, dict) and named:
            found += f", and here are {len(named)} keys: {', '.join(named)}"
        reading.fault(loc, found, "write '- name: {setting: value}', or indent the settings below the name")
        return None
    ((name, settings),) = named.items()
    if name not in registry:
        reading.fault((*loc, name), f"there is no rule {name!r}", nearest(name, registry), at_key=True)
        return None
    kind = registry[name]
    keys = read_as(model_of(kind, leave_out=OURS), {} if settings is None else settings, reading, (*loc, name))
    if keys is None:
        return None
    label = f"{reading.tree.file}:{reading.tree.line(loc)} rules[{index + 1}] {name}"
    try:
        return name, kind(**given(keys), label=label)
    except InputError as error:
        reading.faults.extend(error.faults)
        return None
