"""The section `rules`: every way to say who and where, and every way to get a rule wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest

from seatplan.errors import Fault, InputError
from seatplan.io import read_event
from seatplan.people import Who
from seatplan.rules import RULES, Pin
from seatplan.rules.base import Statute
from seatplan.venue import Where
from tests.io.events import faults, read, write


def test_every_rule_can_be_written(tmp_path: Path) -> None:
    event = read(tmp_path, rules="rules: [fill, {pin: {person: 李强, seat: hall-1-1, priority: 2, weight: 3}}]\n")

    fill, pin = event.problem.rules
    assert type(fill) is RULES["fill"]
    assert pin == Pin(person="李强", seat="hall-1-1", priority=2, weight=3, label="event.yaml:5 rules[2] pin")


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("everyone", Who()),
        ("全体", Who()),
        ("王芳", Who(people=("王芳",))),
        ("[王芳, 李强]", Who(people=("王芳", "李强"))),
        ("{person: 王芳}", Who(people=("王芳",))),
        ("{roles: [head, x], need: wheelchair}", Who(roles=("head", "x"), needs=("wheelchair",))),
        ("{category: p, unit: u, group: [g]}", Who(categories=("p",), units=("u",), groups=("g",))),
        ("{country: 中国}", Who(attributes=(("country", "中国"),))),
        ("{attributes: {country: 中国}}", Who(attributes=(("country", "中国"),))),
        ("{title: 部长}", Who(attributes=(("title", "部长"),))),
        ("{but: 王芳}", Who(but=Who(people=("王芳",)))),
        ("{role: head, but: {country: 中国}}", Who(roles=("head",), but=Who(attributes=(("country", "中国"),)))),
    ],
)
def test_ways_to_say_who(tmp_path: Path, typed: str, who: Who) -> None:
    seen = _first_rule(tmp_path, f"look: {{who: {typed}}}")

    assert seen.who == who


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("hall", Where(areas=("hall",))),
        ("anywhere", Where()),
        ("{area: hall, rows: 1-3}", Where(areas=("hall",), rows=(1, 2, 3))),
        ("{areas: [hall], rows: [1, 3-4]}", Where(areas=("hall",), rows=(1, 3, 4))),
        ("{row: '1, 2', columns: 1～2}", Where(rows=(1, 2), columns=(1, 2))),
        (
            "{block: 0, feature: wheelchair, seat: 1排3号}",
            Where(blocks=(0,), features=("wheelchair",), seats=("1排3号",)),
        ),
    ],
)
def test_ways_to_say_where(tmp_path: Path, typed: str, where: Where) -> None:
    typed = typed.replace("～", "~")

    assert _first_rule(tmp_path, f"look: {{where: {typed}}}").where == where


@dataclass(frozen=True)
class Size:
    """A measure that a rule may take."""

    width: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Look(Statute):
    """A rule of a user's own that only looks."""

    who: Who = Who()
    where: Where = Where()
    pairs: tuple[tuple[str, str], ...] = ()
    sets: tuple[tuple[str, ...], ...] = ()
    metres: float | None = None
    near: str | int = ""

    def validate(self, problem: object) -> list[object]:  # type: ignore[override]
        return []


def _first_rule(folder: Path, rule: str) -> Look:
    path = write(folder, rules=f"rules: [{{{rule}}}]\n")
    (found,) = read_event(path, rules={"look": Look}).problem.rules
    assert isinstance(found, Look)
    return found


def test_a_rule_of_ones_own_needs_no_other_word(tmp_path: Path) -> None:
    rule = _first_rule(tmp_path, "look: {pairs: {a: b, c: d}, sets: [x, y], metres: 1.5, near: 7}")

    assert (rule.pairs, rule.sets) == ((("a", "b"), ("c", "d")), (("x", "y"),))
    assert (rule.metres, rule.near) == (1.5, 7)


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (
            "pin: {person: 李强}",
            "event.yaml:5:15 rules[1].pin: the key 'seat' is missing; add 'seat: ...'",
        ),
        (
            "pin: {person: 李强, seat: [a]}",
            "event.yaml:5:34 rules[1].pin.seat: a list is not what belongs here; write a text",
        ),
        (
            "pin: 李强",
            "event.yaml:5:15 rules[1].pin: '李强' is not what belongs here; write keys and values: {key: value}",
        ),
        (
            "pin: {person: 李强, seat: a, priority: maybe}",
            "event.yaml:5:47 rules[1].pin.priority: "
            "'maybe' is not what belongs here; write 'must', or a whole number",
        ),
        (
            "pin: {person: 李强, seat: a, weight: 1_000}",
            "event.yaml:5:45 rules[1].pin.weight: "
            "'1_000' is not what belongs here; write a whole number, such as 3",
        ),
        (
            "look: {metres: wide}",
            "event.yaml:5:25 rules[1].look.metres: 'wide' is not what belongs here; write a number, such as 0.8",
        ),
        (
            "look: {metres: nan}",
            "event.yaml:5:25 rules[1].look.metres: 'nan' is not what belongs here; write a number, such as 0.8",
        ),
        (
            "look: {pairs: [[a]]}",
            "event.yaml:5:25 rules[1].look.pairs[1]: a value is missing; write 2 values: [first, second]",
        ),
        (
            "fill: {front: maybe}",
            "event.yaml:5:24 rules[1].fill.front: 'maybe' is not what belongs here; write yes or no",
        ),
        (
            "look: {who: {contry: FR}}",
            "event.yaml:5:23: 'contry' is neither "
            "a key of `who` nor a column; did you mean 'country'? known are: ",
        ),
        (
            "look: {who: {but: {rôle: x}}}",
            "event.yaml:5:29: 'rôle' is neither a key of `who` nor a column; did you mean 'roles'? known are: ",
        ),
        (
            "look: {who: {country: [FR, DE]}}",
            "event.yaml:5:32 rules[1].look.who.country: a list is not what belongs here; write a text",
        ),
        (
            "look: {where: {are: hall}}",
            "event.yaml:5:25 rules[1].look.where.are: unknown key 'are'; mend or remove it",
        ),
        (
            "look: {where: {rows: 3-1}}",
            "event.yaml:5:31 rules[1].look.where.rows: the span '3-1' is empty or too long; "
            "write the smaller number first: 1-5",
        ),
        (
            "look: {where: {rows: 1-999999}}",
            "event.yaml:5:31 rules[1].look.where.rows: the span '1-999999' is empty or too long; ",
        ),
        (
            "look: {where: {rows: front}}",
            "event.yaml:5:31 rules[1].look.where.row",
        ),
        (
            "look: {}, pin: {}",
            "event.yaml:5:9 rules[1]: a rule is one name with its settings, and here are 2 keys: look, pin; ",
        ),
        (
            "prefr: {}",
            "event.yaml:5:10 rules[1].prefr: there is no rule 'prefr'; did you mean 'prefer'? known are: ",
        ),
    ],
)
def test_rules_that_cannot_be_read(tmp_path: Path, rule: str, message: str) -> None:
    path = write(tmp_path, rules=f"rules: [{{{rule}}}]\n")

    with pytest.raises(InputError) as caught:
        read_event(path, rules={"look": Look})

    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("typed", ["rules: {pin: {}}\n", "rules: pin\n"])
def test_rules_are_a_list(tmp_path: Path, typed: str) -> None:
    assert faults(tmp_path, rules=typed) == [
        "event.yaml:5:8 rules: the rules are no list; begin each rule with '- ': '- pin: {person: ..., seat: ...}'"
    ]


def test_what_a_rule_finds_wrong_keeps_its_place(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, rules="rules:\n- pin: {person: 李四, seat: hall-1-1}\n")

    assert message.startswith("event.yaml:6 rules[1] pin")
    assert "nobody is called '李四'" in message


def test_a_duplicate_name_is_no_fault_until_a_rule_uses_it(tmp_path: Path) -> None:
    roster = "roster: {people: [李强, 李强]}\n"

    event = read(tmp_path, roster=roster)
    (message,) = faults(tmp_path, roster=roster, rules="rules: [pin: {person: 李强, seat: hall-1-1}]\n")

    assert "2 people are called '李强'" in event.notes[0].en
    assert "2 people are called '李强'" in message


@dataclass(frozen=True, kw_only=True)
class Choosy(Look):
    """A rule that refuses itself."""

    size: Size = Size()
    turns: frozenset[Literal[1, 2]] = frozenset()
    named: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.size.width < 1:
            raise InputError([Fault(f"{self.label}.size", f"{self.size.width} m", "make it wider")])


def test_settings_may_be_values_of_other_classes(tmp_path: Path) -> None:
    typed = "rules: [choosy: {size: {width: 2}, turns: [1, 2], named: {a: 7}}]\n"

    (rule,) = read_event(write(tmp_path, rules=typed), rules={"choosy": Choosy}).problem.rules

    assert isinstance(rule, Choosy)
    assert (rule.size, rule.turns, rule.named) == (Size(2.0), {1, 2}, {"a": 7})


def test_a_rule_that_refuses_itself_is_told_with_the_others(tmp_path: Path) -> None:
    path = write(tmp_path, rules="rules: [{choosy: {size: {width: 0}}}, {prefr: {}}]\n")

    with pytest.raises(InputError) as caught:
        read_event(path, rules={"choosy": Choosy})

    lines = str(caught.value).splitlines()
    assert lines[0] == "event.yaml:5 rules[1] choosy.size: 0.0 m; make it wider"
    assert "there is no rule 'prefr'" in lines[1]
