"""JSON Schemas of our files, for editors and other programs.

``python -m seatplan.io.schemas docs/schema`` writes those of the JSON files again; ``schema("event")`` is that
of event files, made of the rules and builders that are installed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic.json_schema import models_json_schema

from seatplan.io.accept import model_of
from seatplan.io.border import Strict
from seatplan.io.event import EventKeys, Output
from seatplan.io.event_order import PeopleOrder
from seatplan.io.event_people import GroupKeys, GroupsFileKeys, PersonKeys, RosterKeys
from seatplan.io.event_room import LayoutKeys
from seatplan.io.event_rules import OURS
from seatplan.io.event_venue import VenueKeys, builders
from seatplan.io.files import write_whole
from seatplan.io.plan import PlanDocument
from seatplan.io.report import ReportDocument
from seatplan.io.text import singular
from seatplan.io.venue import venue_model
from seatplan.people.group_order import GroupOrder
from seatplan.protocol import PRESETS, Convention
from seatplan.rules import RULES
from seatplan.venue import from_drawing

__all__ = ["Kind", "schema", "schema_bytes"]

Kind = Literal["event", "plan", "report", "venue"]
Schema = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DOCUMENTS: Mapping[str, Callable[[], Any]] = {
    "plan": lambda: PlanDocument,
    "report": lambda: ReportDocument,
    "venue": venue_model,
}
WRITTEN = tuple(_DOCUMENTS)
"""The schemas that stand in ``docs/schema``."""


def schema(kind: Kind) -> Schema:
    """Return the JSON Schema of a kind of file.

    Examples
    --------
    >>> schema("plan")["properties"]["format"]["const"]
    'seatplan-plan/1'
    >>> "pin" in schema("event")["properties"]["rules"]["items"]["anyOf"][0]["enum"]
    True
    """
    found: Schema = _event() if kind == "event" else _DOCUMENTS[kind]().model_json_schema()
    return {"$schema": _DIALECT, "title": f"seatplan {kind}", **{k: v for k, v in found.items() if k != "title"}}


def schema_bytes(kind: Kind) -> bytes:
    """Return the schema as a file."""
    return (json.dumps(schema(kind), ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode("utf-8")


def _event() -> Schema:
    from seatplan.layout import STYLES

    rules = {name: model_of(rule, leave_out=OURS) for name, rule in RULES.items()}
    areas = {name: model_of(builder) for name, builder in builders().items()}
    sections = (EventKeys, VenueKeys, LayoutKeys, RosterKeys, PersonKeys, GroupKeys, GroupsFileKeys)
    takers: tuple[Callable[..., Any], ...] = (Convention, Output, from_drawing, PeopleOrder, GroupOrder)
    others: tuple[type[Strict], ...] = (*sections, *map(model_of, takers))
    models = list(dict.fromkeys((*rules.values(), *areas.values(), *others)))
    refs, defined = models_json_schema([(model, "validation") for model in models])
    ref = {model: refs[model, "validation"] for model in models}
    definitions = {name: _with_singulars(part) for name, part in defined["$defs"].items()}
    part = _Parts(ref, definitions)
    part.fill(EventKeys, format={"const": "seatplan-event/1"})
    part.fill(VenueKeys, areas=_named({name: ref[model] for name, model in areas.items()}))
    part.fill(VenueKeys, drawing={"anyOf": [{"type": "string"}, ref[model_of(from_drawing)]]})
    part.fill(VenueKeys, room={"anyOf": [{"type": "string"}, {"type": "object"}]})
    part.fill(VenueKeys, layout={"anyOf": [{"enum": list(STYLES)}, ref[LayoutKeys]]})
    part.open(LayoutKeys)
    part.fill(RosterKeys, people={"type": "array", "items": {"anyOf": [{"type": "string"}, ref[PersonKeys]]}})
    part.fill(RosterKeys, groups=_groups(ref), **_orders(ref))
    part.open(PersonKeys)
    part.fill(areas["rostrum"], rows={"anyOf": [{"const": "fit"}, {"type": ["array", "integer", "string"]}]})
    part.fill(areas["rostrum"], per_row={"type": "integer", "minimum": 1})
    part.fill(model_of(Convention), preset={"enum": list(PRESETS)}, file={"type": "string"})
    part.fill(
        EventKeys,
        convention={"anyOf": [{"enum": list(PRESETS)}, {"type": "string"}, ref[model_of(Convention)]]},
        venue={"anyOf": [{"type": "string"}, ref[VenueKeys]]},
        roster={"anyOf": [{"type": "string"}, ref[RosterKeys]]},
        rules=_named({name: ref[model] for name, model in rules.items()}, bare=True),
        output=ref[model_of(Output)],
    )
    root = dict(part.of(EventKeys))
    return {**root, "required": ["format", "venue", "roster"], "$defs": definitions}


class _Parts:
    """The definitions of a schema, which are filled in where the models leave values open."""

    def __init__(self, ref: Mapping[type[Strict], Schema], definitions: Schema) -> None:
        self.ref, self.definitions = ref, definitions

    def of(self, model: type[Strict]) -> Schema:
        """Return the definition of a model."""
        found: Schema = self.definitions[self.ref[model]["$ref"].rsplit("/", 1)[-1]]
        return found

    def fill(self, model: type[Strict], **properties: Schema) -> None:
        """Say what some keys hold."""
        for name, value in properties.items():
            self.of(model)["properties"][name] = value

    def open(self, model: type[Strict]) -> None:
        """Let a mapping have further keys."""
        self.of(model)["additionalProperties"] = True


def _with_singulars(part: Schema) -> Schema:
    """Let ``area`` stand for ``areas``, as the reader does."""
    properties = part.get("properties", {})
    lists = {name: value for name, value in properties.items() if "anyOf" in value and singular(name) != name}
    others = {singular(name): value for name, value in lists.items() if singular(name) not in properties}
    either = [name for name in part.get("required", ()) if name in lists and singular(name) in others]
    if not others:
        return part
    needed = {"required": [name for name in part.get("required", ()) if name not in either]}
    if either:
        pairs = ((name, singular(name)) for name in either)
        needed["allOf"] = [{"anyOf": [{"required": [one]}, {"required": [other]}]} for one, other in pairs]
    return {**part, **needed, "properties": {**properties, **others}}


def _named(parts: Mapping[str, Schema], *, bare: bool = False) -> Schema:
    """Return a list of mappings with one key each."""
    names: list[Schema] = [{"enum": list(parts)}] if bare else []
    nullable = {name: {"anyOf": [part, {"type": "null"}]} for name, part in parts.items()}
    items = {"type": "object", "properties": nullable, "additionalProperties": False, "maxProperties": 1}
    return {"type": "array", "items": {"anyOf": [*names, items]}}


def _groups(ref: Mapping[type[Strict], Schema]) -> Schema:
    listed = {"type": "array", "items": {"anyOf": [{"type": "string"}, ref[GroupKeys]]}}
    return {"anyOf": [{"type": "string"}, ref[GroupsFileKeys], listed]}


def _orders(ref: Mapping[type[Strict], Schema]) -> dict[str, Schema]:
    key: Schema = {"type": "string"}
    one: Schema = ref[model_of(PeopleOrder)]
    people = {"anyOf": [key, {"type": "array", "items": key}, one, {"type": "array", "items": one}]}
    return {"order": people, "group_order": {"anyOf": [key, ref[model_of(GroupOrder)]]}}


def main(folder: str) -> None:
    """Write the schemas of the JSON files into a folder."""
    for kind in WRITTEN:
        write_whole(Path(folder, f"{kind}.json"), schema_bytes(kind))  # type: ignore[arg-type]


if __name__ == "__main__":
    main(sys.argv[1])
