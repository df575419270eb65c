"""A pack's file is refused with every fault and its place."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from seatplan.codes import inches, parse_pack, read_pack
from seatplan.errors import InputError

HEAD = "format: seatplan-codes/1\nid: own\ntitle: Own\njurisdiction: X\nedition: '1'\n"


def pack(*values: str):
    return parse_pack(HEAD + "values:\n" + "".join(f"  {value}\n" for value in values), "own.yaml")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (
            "row.gab: {value: 1, unit: m, clause: c, standing: V}",
            "own.yaml:7:3: there is no quantity 'row.gab'; use one such as row.gap",
        ),
        ("row.gap: {value: 1, unit: m, claus: c, standing: V}", "own.yaml:7:32: row.gap has no key 'claus'"),
        ("row.gap: {value: 1, unit: m, standing: V}", "own.yaml:7:12: row.gap lacks the key 'clause'"),
        ("row.gap: {value: 1, unit: m, clause: '', standing: V}", "own.yaml:7:40: row.gap clause is no text"),
        ("row.gap: {value: 1, unit: m, clause: c, standing: X}", "own.yaml:7:53: a standing cannot be 'X'"),
        ("row.gap: {value: 1, unit: persons, clause: c, standing: V}", "unit of row.gap, a length, cannot be"),
        ("row.gap: {value: 12in, unit: in, clause: c, standing: V}", "value is '12in', no number"),
        ("row.gap: {value: nan, unit: in, clause: c, standing: V}", "value is 'nan', no number"),
        ("row.gap: {value: -1, unit: in, clause: c, standing: V}", "value is '-1', no number"),
        ("row.gap: {value: 1/0, unit: in, clause: c, standing: V}", "value is '1/0', no number"),
        ("row.gap: {unit: in, clause: c, standing: V}", "row.gap has no value, or a value beside its table"),
        ("row.gap: {value: 1, add: 1, per: 0, unit: in, clause: c, standing: V}", "own.yaml:7:36: 'per' is 0"),
        ("row.gap: {value: 1, by: pints, unit: in, clause: c, standing: V}", "row.gap by cannot be 'pints'"),
        ("row.gap: {table: [], unit: in, clause: c, standing: V}", "row.gap table is no list, or an empty one"),
        (
            "row.gap: {table: [{value: 1}], unit: in, clause: c, standing: V}",
            "a row of a table lacks the key 'from'",
        ),
        (
            "row.gap: {table: [{from: 9, value: 1}, {from: 9, value: 2}], unit: in, clause: c, standing: V}",
            "own.yaml:7:42: row.gap: this row begins before the one above",
        ),
        ("row.gap: 12", "own.yaml:7:12: row.gap is no mapping"),
    ],
)
def test_each_fault_of_a_value_has_its_place(value: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        pack(value)
    assert message in str(caught.value)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        pack("row.gab: {value: 1}", "row.gap: {value: x, unit: persons, standing: Q}")
    assert len(caught.value.faults) == 5


def test_a_doubled_value_is_refused() -> None:
    value = "row.gap: {value: 1, unit: m, clause: c, standing: V}"

    with pytest.raises(InputError, match=r"own\.yaml:8:3: the key 'row\.gap' is empty or stands twice"):
        pack(value, value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a pack is no mapping"),
        ("- 1", "a pack is no mapping"),
        ("id: own", "a pack lacks the key 'format'"),
        (HEAD.replace("codes/1", "codes/2") + "values: {}", "the format cannot be 'seatplan-codes/2'"),
        (HEAD + "binding: maybe\nvalues: {}", "binding cannot be 'maybe'"),
        (HEAD + "values: &a {}\nnote: *a", "an alias, a tag, or too deep a nesting"),
        (HEAD + "values: !!python/object:os.system {}", "an alias, a tag, or too deep a nesting"),
        (HEAD + "values: " + "[" * 5000, "an alias, a tag, or too deep a nesting"),
        (HEAD + "values: {", "this is no YAML"),
    ],
)
def test_what_is_no_pack_is_refused(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_pack(text, "own.yaml")
    assert message in str(caught.value)
    assert str(caught.value).startswith("own.yaml")


@pytest.mark.parametrize(
    ("raw", "message"), [(b"\xff\xfe\x00", "no UTF-8"), (b" " * (1024 * 1024 + 1), "larger than 1 MB")]
)
def test_files_that_cannot_be_packs(tmp_path: Path, raw: bytes, message: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_bytes(raw)

    with pytest.raises(InputError, match=message):
        read_pack(file)


def test_a_byte_order_mark_is_fine(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(HEAD + "values: {}", encoding="utf-8-sig")

    assert read_pack(file).title == "Own"


def test_values_are_exact() -> None:
    found = pack("row.gap: {value: 0.1, unit: in, clause: c, standing: V}").si("row.gap")

    assert found == Fraction(254, 100_000)


def test_a_gap_of_305_mm_is_12_inches_and_304_mm_is_not() -> None:
    least = pack("row.gap: {value: 12, unit: in, clause: c, standing: V}").read("row.gap")

    assert [least.allows(metres) for metres in (0.305, inches(12), 0.3044, 0.3042)] == [True, True, True, False]
    assert str(least) == "at least 12 in (Own c, verified)"


def test_a_row_of_a_table_has_its_own_standing() -> None:
    table = "[{from: 0, value: 1, standing: U}, {from: 10, value: 2}]"
    own = pack(f"wheelchair.spaces: {{table: {table}, unit: spaces, clause: c, standing: V}}")

    assert [own.read("wheelchair.spaces", seats).standing for seats in (9, 10)] == ["U", "V"]


def test_before_its_first_row_a_table_says_nothing() -> None:
    own = pack("wheelchair.spaces: {table: [{from: 5, value: 1}], unit: spaces, clause: c, standing: V}")

    assert [own.says("wheelchair.spaces", seats) for seats in (4, 5)] == [False, True]
