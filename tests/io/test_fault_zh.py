"""Faults of events in Chinese are said in Chinese: frame, place and words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from seatplan.cli import main
from seatplan.errors import Fault, InputError
from seatplan.io.fault_words import FAULTS_ZH
from seatplan.io.fault_zh import fault_in_chinese
from seatplan.io.note import Note
from seatplan.layout import STYLES, Door, Room, Stage, lay_out
from seatplan.layout.room import rectangle

EVENT = """format: seatplan-event/1
language: zh
venue: {areas: [rostrum: {rows: [5]}]}
roster: {file: 名单.csv}
rules: [rostrum: {area: rostrum, who: everyone}]
"""
ROSTERS = {
    "": "文件是空的",
    "姓名\n": "标题行以下没有人员",
    "甲,乙\n丙,丁\n": "没有表示姓名的标题",
    "姓名,级别\n李强,x1\n王芳,2\n": "级别“x1”不是从1开始的整数",
    "姓名,级别\n,2\n": "第2行A列：该行没有姓名",
    "姓名,编号\n李强,1\n王芳,1\n": "第3行B列：编号“1”已被占用",
}
NAMES = re.compile(r"[\w.]+\.(csv|yaml)|columns|YOUR HEADING|name|ranks|[“『].*?[”』]|[A-Z]+列")


@pytest.mark.parametrize("roster", ROSTERS)
def test_a_bad_roster_is_told_in_chinese(roster: str, tmp_path: Path) -> None:
    (tmp_path / "event.yaml").write_text(EVENT, encoding="utf-8")
    (tmp_path / "名单.csv").write_text(roster, encoding="utf-8")

    result = CliRunner().invoke(main, ["solve", str(tmp_path / "event.yaml"), "-o", str(tmp_path / "out")])

    assert result.exit_code == 2
    assert ROSTERS[roster] in result.stderr
    assert all(line.startswith("错误：") for line in result.stderr.splitlines())
    assert not re.search("[A-Za-z]", NAMES.sub("", result.stderr)), result.stderr


def test_an_english_event_is_told_in_english(tmp_path: Path) -> None:
    (tmp_path / "event.yaml").write_text(EVENT.replace("zh", "en"), encoding="utf-8")

    result = CliRunner().invoke(main, ["solve", str(tmp_path / "event.yaml")])
    assert "名单.csv: there is no such file; mend the name or put the file there" in result.stderr
    assert "错误" not in result.stderr


@pytest.mark.parametrize("style", STYLES)
def test_why_a_room_takes_no_layout_is_told_in_chinese(style: str) -> None:
    try:
        lay_out(Room(rectangle(2.2, 1.5), (Door(1.1, 0, 1.0),)), style)
    except InputError as refused:
        told = [fault_in_chinese(Fault("", fault.found, fault.mend)) for fault in refused.faults]
        assert not [one for one in told if re.search("[A-Za-z]{2}", one)]
    else:
        assert style in ("reception", "photo-risers")


@pytest.mark.parametrize(
    ("walls", "doors", "stage", "words"),
    [
        (((0, 0), (9, 9), (9, 0), (0, 9)), (), None, "相交"),
        (rectangle(10, 8), (Door(5, 3, 1.6),), None, "距最近的墙"),
        (rectangle(10, 8), (), Stage(5, 6, 14, 3), "大于房间"),
    ],
)
def test_bad_rooms_are_told_in_chinese(walls, doors, stage, words) -> None:
    with pytest.raises(InputError) as refused:
        Room(walls, doors, stage=stage)

    assert words in fault_in_chinese(refused.value.faults[0])


def test_words_that_were_typed_stay_as_they_are() -> None:
    told = fault_in_chinese(Fault("r.csv row 2", "the id 'no seat {x}' is taken", "{b} a"))

    assert told == "r.csv第2行：编号“no seat {x}”已被占用；{b} a"


def test_a_place_of_a_note_is_chinese() -> None:
    note = Note("r.xlsx row 42 column H", "lost", "未读取")

    assert (note.say("zh"), note.say("en")) == ("r.xlsx第42行H列：未读取", "r.xlsx row 42 column H: lost")


def test_both_languages_of_a_fault_tell_the_same_values() -> None:
    for english, chinese in FAULTS_ZH.items():
        assert set(re.findall(r"{\w}", english)) == set(re.findall(r"{\w}", chinese)), english


def test_aims_that_mean_no_rule_are_told_in_chinese() -> None:
    mend = "add the rule stay with a priority to the event, or use one of: tier 1, fill"
    told = fault_in_chinese(Fault("--between", "no rule is meant by 'moves'", mend))

    assert told == "--between：没有规则对应“moves”；请在会议文件中加入带priority的规则stay，或使用：tier 1, fill"
