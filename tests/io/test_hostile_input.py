"""Whatever stands in a file, it is read or refused with a message; nothing else happens."""

from __future__ import annotations

import contextlib
import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.io import read_event, read_plan, read_roster, read_venue
from seatplan.io.plan import plan_json
from seatplan.io.venue import venue_json
from seatplan.people import Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.venue import from_drawing
from tests.io.tables import write_ods, write_xls, write_xlsx

EVENT: dict[str, Any] = {
    "format": "seatplan-event/1",
    "name": "会议",
    "language": "zh",
    "convention": {"preset": "cn-official", "even_rule": "split_line"},
    "venue": {
        "name": "厅",
        "areas": [
            {"rostrum": {"rows": "fit", "per_row": "3", "seat_width": "0.8"}},
            {"auditorium": {"id": "hall", "rows": "2", "blocks": "2,2", "wheelchair": [["1", "1"]]}},
        ],
        "fixtures": [{"kind": "screen", "x": "0", "y": "9", "width": "1", "depth": "0.1"}],
    },
    "roster": {
        "people": [
            {"name": "李强", "rank": "1", "role": "head", "country": "FR", "attributes": {"a": "b"}},
            "王芳",
        ],
        "groups": [{"id": "a", "name": "甲", "order": "1"}],
        "ranks": {"正": "1"},
    },
    "rules": [
        {
            "rostrum": {
                "area": "rostrum",
                "who": {"role": "head", "but": {"country": "DE", "attributes": {"a": "b"}}},
            }
        },
        {"zone": {"who": "王芳", "where": {"area": "hall", "rows": "1-2"}}},
        {"prefer": {"who": "everyone", "near": "aisle", "priority": "1", "weight": "2"}},
    ],
    "output": {"paper": "A3", "charts": ["hall"], "formats": ["pdf"]},
}
PROBLEM = Problem(from_drawing("ab ef"), Roster((Person("1", "李强"), Person("2", "王芳"))))
WORDS = st.sampled_from(
    ["", "-1", "0", "1-3", "9" * 30, "1e999", "nan", "fit", "李强", "hall", "*", "{}", "\u202e", "a.b"]
)
JUNK: Any = st.recursive(
    WORDS | st.none() | st.text(max_size=4) | st.integers(-3, 10**12) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS | st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


def ways(value: Any) -> list[tuple[Any, ...]]:
    """Return the way to every value inside a nested one."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(key, *rest) for key, item in pairs for rest in [(), *ways(item)]]


def spoiled(value: Any, way: tuple[Any, ...], junk: Any) -> Any:
    """Return a copy with one value, or one key, replaced."""
    found = copy.deepcopy(value)
    inner = found
    for step in way[:-1]:
        inner = inner[step]
    inner[way[-1]] = junk
    return found


def survives(read: Any, *arguments: Any) -> None:
    """Read; a refusal must have a place, a finding and a way to mend it."""
    faults = []
    try:
        read(*arguments)
    except InputError as error:
        faults.extend(error.faults)
    assert all(fault.where and fault.found and fault.mend for fault in faults)


quietly = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quietly
@given(st.sampled_from(ways(EVENT)), JUNK)
def test_an_event_with_any_value_anywhere(tmp_path_factory: pytest.TempPathFactory, way: Any, junk: Any) -> None:
    path = tmp_path_factory.mktemp("event") / "event.yaml"
    path.write_text(yaml.safe_dump(spoiled(EVENT, way, junk), allow_unicode=True), "utf-8")

    survives(read_event, path)


@quietly
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_as_an_event_a_roster_or_a_plan(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    for name in ("e.yaml", "r.csv", "r.xlsx", "r.ods", "p.json"):
        (folder / name).write_bytes(raw)

    survives(read_event, folder / "e.yaml")
    for name in ("r.csv", "r.xlsx", "r.ods"):
        survives(read_roster, folder / name)
        survives(read_plan, folder / name, PROBLEM)
    survives(read_plan, folder / "p.json")
    survives(read_venue, folder / "p.json")


@quietly
@given(st.data(), JUNK)
def test_a_plan_or_a_venue_with_any_value_anywhere(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, junk: Any
) -> None:
    path = tmp_path_factory.mktemp("json") / "x.json"
    for raw, read in (
        (plan_json(PROBLEM, Plan({"1": "a"}, {"2": "x"})), read_plan),
        (venue_json(PROBLEM.venue), read_venue),
    ):
        content = json.loads(raw)
        spoilt = spoiled(content, data.draw(st.sampled_from(ways(content))), junk)
        path.write_text(json.dumps(spoilt), "utf-8")
        survives(read, path)


TABLE = st.lists(
    st.lists(WORDS | st.sampled_from(["姓名", "级别", "代表团", "name", "陪同"]), max_size=4), max_size=5
)


@quietly
@given(TABLE)
def test_a_table_of_any_words(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    path = write_xlsx(tmp_path_factory.mktemp("table") / "r.xlsx", rows)

    survives(read_roster, path)
    survives(read_plan, path, PROBLEM)


@pytest.mark.parametrize(("suffix", "write"), [(".xlsx", write_xlsx), (".xls", write_xls), (".ods", write_ods)])
def test_a_workbook_with_a_byte_changed(tmp_path: Path, suffix: str, write: Any) -> None:
    whole = write(tmp_path / f"whole{suffix}", [["姓名", "级别"], ["李强", 1]]).read_bytes()
    path = tmp_path / f"r{suffix}"
    for at in range(0, len(whole), max(len(whole) // 150, 1)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        with contextlib.suppress(InputError):
            read_roster(path)
