"""YAML stays text, with the place of everything; what is hostile or doubled is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from seatplan.errors import InputError
from seatplan.io.tree import parse_yaml, read_yaml


def fault(text: str) -> str:
    """Return the message of a text that is refused."""
    with pytest.raises(InputError) as caught:
        parse_yaml(text, "e.yaml")
    return str(caught.value)


def test_no_type_is_guessed() -> None:
    tree = parse_yaml(
        "country: NO\nid: 007\ntime: 12:30\ndate: 2026-01-01\nnone: null\nyes: ~\nhex: 0x1F", "e.yaml"
    )

    assert tree.data == {
        "country": "NO",
        "id": "007",
        "time": "12:30",
        "date": "2026-01-01",
        "none": "null",
        "yes": "~",
        "hex": "0x1F",
    }


def test_an_empty_value_is_none_and_quotation_marks_are_text() -> None:
    assert parse_yaml("a:\nb: ''", "e.yaml").data == {"a": None, "b": ""}


def test_an_empty_file_is_none() -> None:
    assert parse_yaml("# nothing\n", "e.yaml").data is None


def test_places_count_from_one_in_characters() -> None:
    tree = parse_yaml("人员:\n- {姓名: 李强, 级别: 一}\n", "e.yaml")

    assert tree.place(("人员", 0, "级别")) == "e.yaml:2:16 人员[1].级别"
    assert tree.place(("人员", 0, "级别"), at_key=True) == "e.yaml:2:12 人员[1].级别"


def test_a_way_that_the_file_does_not_have_ends_where_the_file_ends() -> None:
    tree = parse_yaml("rules:\n- pin: {area: hall}\n", "e.yaml")

    assert tree.place(("rules", 0, "pin", "areas", 0)) == "e.yaml:2:15 rules[1].pin.area"
    assert tree.place(("rules", 7)) == "e.yaml:2:1 rules"


def test_doubled_keys_are_refused_all_at_once() -> None:
    assert fault("a: 1\nb: {c: 1, c: 2}\na: 2\n").splitlines() == [
        "e.yaml:2:11: the key 'c' stands twice, first in line 2; keep one of them",
        "e.yaml:3:1: the key 'a' stands twice, first in line 1; keep one of them",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a: !!python/object/apply:os.system [x]",
            "e.yaml:1:4: tags such as 'tag:yaml.org,2002:python/object/apply",
        ),
        ("a: 1\n---\nb: 2", "e.yaml:2:1: a second document begins here; keep one document in a file"),
        ("? [a, b]\n: c", "e.yaml:1:3: a key must be a word, not a list or a mapping; "),
        ("a: &x [*x]", "e.yaml:1:8: there is no finished anchor '&x'; write the value itself"),
        ("a: *y", "e.yaml:1:4: there is no finished anchor '&y'; write the value itself"),
        (
            "a:\n\tb: 1",
            "e.yaml:2:1: this is no YAML (found character that cannot start any token); indent with spaces",
        ),
        (
            "a：1\nb: 2",
            "e.yaml:2:2: this is no YAML (mapping values are not allowed in this context); write keys with",
        ),
        (
            "venue:\n  drawing: |\n      ===\n    ooo\n",
            "e.yaml:4:5: this is no YAML (did not find expected key); a text whose first line stands further in ",
        ),
        ("a: [1, 2\nb: 3", "e.yaml:2:2: this is no YAML ("),
        ("a: \x07", "e.yaml: this is no YAML ("),
    ],
)
def test_what_is_no_plain_yaml_is_refused(text: str, message: str) -> None:
    assert fault(text).startswith(message)


def test_deep_nesting_is_refused_at_once() -> None:
    assert fault("[" * 100_000).endswith("values are nested deeper than 40 levels; nest them less")


def test_a_billion_laughs_are_refused() -> None:
    lines = ["a0: &a0 [ha,ha,ha,ha,ha,ha,ha,ha,ha]"]
    lines += [f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]

    message = fault("\n".join(lines))

    assert message.endswith("aliases repeat far too much; write the values themselves")


def test_an_alias_repeats_a_value() -> None:
    tree = parse_yaml("a: &who {role: head}\nb: *who\n", "e.yaml")

    assert tree.data == {"a": {"role": "head"}, "b": {"role": "head"}}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_files_of_every_encoding_are_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "e.yaml").write_bytes("名称: 会议".encode(encoding))

    assert read_yaml(tmp_path / "e.yaml").data == {"名称": "会议"}


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "e.yaml").write_bytes(b"\xff\xff\xff")

    with pytest.raises(InputError, match=r"e.yaml: it is no UTF-8 text; save it as UTF-8"):
        read_yaml(tmp_path / "e.yaml")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "e.yaml").open("wb") as file:
        file.truncate(17 * 1024 * 1024)

    with pytest.raises(InputError, match="the file is larger than 16 MiB; make it smaller"):
        read_yaml(tmp_path / "e.yaml")


def test_ten_thousand_people_are_read() -> None:
    text = "people:\n" + "".join(f"- {{name: 甲{i}, rank: {i}, unit: 单位, title: 处长}}\n" for i in range(10_000))

    tree = parse_yaml(text, "e.yaml")

    assert len(tree.data["people"]) == 10_000
