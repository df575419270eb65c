"""Event files: what each section means, and the message for each way to get it wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from seatplan.errors import InputError
from seatplan.io import Event, Output, read_event, read_plan, write_plan, write_venue
from seatplan.people import Group, Who
from seatplan.plan import Plan
from seatplan.rules import RULES, Pin, RostrumPlacement
from seatplan.rules.base import Statute
from seatplan.venue import Where, from_drawing
from tests.io.tables import write_csv, write_xlsx

VENUE = 'venue: {areas: [auditorium: {rows: 2, blocks: "2,2"}]}\n'
ROSTER = "roster: {people: [{name: 李强, rank: 1, role: head, country: 中国}, {name: 王芳, rank: 2}]}\n"
BASE = {"format": "format: seatplan-event/1\n", "convention": "convention: cn-official\n"}
BASE |= {"venue": VENUE, "roster": ROSTER}


def write(folder: Path, **sections: str) -> Path:
    """Write an event file; sections that are not given are those of a small event."""
    path = folder / "event.yaml"
    path.write_text("".join({**BASE, **sections}.values()), "utf-8")
    return path


def read(folder: Path, **sections: str) -> Event:
    return read_event(write(folder, **sections))


def faults(folder: Path, **sections: str) -> list[str]:
    """Return the messages of an event that is refused."""
    with pytest.raises(InputError) as caught:
        read(folder, **sections)
    return str(caught.value).splitlines()


# --- the file as a whole


def test_a_small_event(tmp_path: Path) -> None:
    event = read(tmp_path, name="name: 部务会议\n", language="language: zh\n")

    assert (event.problem.name, event.language, event.output) == ("部务会议", "zh", Output())
    assert [p.name for p in event.problem.people] == ["李强", "王芳"]
    assert [seat.label for seat in event.problem.venue.seats][:2] == ["1排3号", "1排1号"]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "event.yaml:1:1: the file does not say what it is; begin the file with 'format: seatplan-event/1'"),
        (
            "format: seatplan-event/2\n",
            "event.yaml:1:9 format: the format 'seatplan-event/2' is not known to this version of seatplan; "
            "begin the file with 'format: seatplan-event/1'",
        ),
    ],
)
def test_the_format_comes_first(tmp_path: Path, typed: str, message: str) -> None:
    assert faults(tmp_path, format=typed, more="unknown: 1\n") == [message]


def test_a_file_that_is_a_list(tmp_path: Path) -> None:
    (tmp_path / "event.yaml").write_text("- a\n")

    with pytest.raises(
        InputError, match=r"event.yaml:1:1: an event file is made of keys and values; begin the file"
    ):
        read_event(tmp_path / "event.yaml")


def test_missing_sections(tmp_path: Path) -> None:
    assert faults(tmp_path, venue="", roster="") == [
        "event.yaml:1:1: the section 'roster' is missing; add 'roster:' with a file or people",
        "event.yaml:1:1: the section 'venue' is missing; add 'venue:' with areas, a drawing or a file",
    ]


def test_an_unknown_key_is_pointed_at(tmp_path: Path) -> None:
    assert faults(tmp_path, more="lnaguage: zh\n") == [
        "event.yaml:5:1 lnaguage: unknown key 'lnaguage'; did you mean 'language'? known are: "
        "format, name, language, convention, venue, roster, rules, previous, output"
    ]


def test_all_faults_come_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    fixtures = "fixtures: [{kind: dor, x: 0, y: 0, width: 1, depth: 1}]"
    found = faults(
        tmp_path,
        more="lnaguage: zh\n",
        convention="convention: {even_rule: split}\n",
        venue=f"venue: {{areas: [auditorium: {{rows: two, blocks: '2,2'}}], {fixtures}, colour: red}}\n",
        roster="roster: {people: [{name: 李强, rank: one}]}\n",
        rules="rules: [pin: {person: 李强}, prefr: {}]\n",
        output="output: {paper: A9}\n",
    )

    wrong = ["split", "two", "dor", "colour", "one", "lnaguage", "{person", "prefr", "A9"]
    assert [message.split(" ")[0] for message in found] == [_place(tmp_path, word) for word in wrong]


def _place(folder: Path, word: str) -> str:
    """Return where a word stands in the event file."""
    lines = (folder / "event.yaml").read_text("utf-8").splitlines()
    line = next(i for i, text in enumerate(lines) if re.search(rf"(?<!\w){re.escape(word)}\b", text))
    before = re.search(rf"(?<!\w){re.escape(word)}\b", lines[line])
    assert before
    return f"event.yaml:{line + 1}:{before.start() + 1}"


def test_an_empty_value_counts_as_not_given(tmp_path: Path) -> None:
    event = read(tmp_path, name="name:\n", rules="rules:\n", output="output:\n")

    assert (event.problem.name, event.problem.rules, event.output) == ("", (), Output())


def test_words_that_look_like_other_types_stay_text(tmp_path: Path) -> None:
    roster = "roster: {people: [{name: NO, id: 007, country: 12:30}, {name: null, id: 7}]}\n"

    people = read(tmp_path, roster=roster).problem.people

    assert [(p.name, p.id, p.attribute("country")) for p in people] == [("NO", "007", "12:30"), ("null", "7", "")]


# --- convention


def test_no_convention_is_told(tmp_path: Path) -> None:
    event = read(tmp_path, convention="")

    assert event.problem.convention.name == "cn-official"
    assert event.notes[0].say() == "event.yaml: no convention is given; cn-official is used"


def test_a_preset_can_be_changed_and_says_so(tmp_path: Path) -> None:
    event = read(tmp_path, convention="convention: {preset: international, even_rule: split_line}\n")

    assert event.problem.convention.even_rule == "split_line"
    assert event.problem.convention.honour_side == "right"
    assert event.problem.convention.name == "international, even_rule split_line"


def test_an_unknown_preset(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, convention="convention: cn-offical\n")

    assert message.startswith(
        "event.yaml:2:13 convention: there is no preset 'cn-offical'; did you mean 'cn-official'?"
    )


def test_an_unknown_setting_of_the_convention(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, convention="convention: {evenrule: split_line}\n")

    assert message.startswith(
        "event.yaml:2:14 convention.evenrule: unknown key 'evenrule'; did you mean 'even_rule'? known are: "
    )


def test_a_value_that_a_setting_has_not(tmp_path: Path) -> None:
    assert faults(tmp_path, convention="convention: {honour_side: up}\n") == [
        "event.yaml:2:27 convention.honour_side: 'up' is not what belongs here; write 'left' or 'right'"
    ]


def test_a_convention_that_is_a_list(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, convention="convention: [a]\n")

    assert message.startswith(
        "event.yaml:2:13 convention: a convention is a name or settings; use one of: cn-official"
    )


# --- venue


def test_areas_take_what_the_event_says(tmp_path: Path) -> None:
    event = read(
        tmp_path,
        language="language: zh\n",
        convention="convention: {seat_numbers: left_to_right, lectern: none}\n",
        venue="venue: {name: 礼堂, areas: [rostrum: {rows: 3}, auditorium: {rows: 1, blocks: [2, 2]}]}\n",
    )

    room = event.problem.venue
    assert (room.name, [area.label for area in room.areas]) == ("礼堂", ["主席台", "会场"])
    assert [seat.label for seat in room.seats if seat.area == "hall"] == ["1排1号", "1排2号", "1排3号", "1排4号"]
    assert not [fixture for fixture in room.fixtures if fixture.kind == "lectern"]


def test_rows_fit_the_present_people_whom_the_rostrum_rule_places(tmp_path: Path) -> None:
    people = ", ".join(f"{{name: 甲{i}, rank: {i}, category: p}}" for i in range(1, 8))
    event = read(
        tmp_path,
        venue="venue: {areas: [rostrum: {rows: fit, per_row: 3}, auditorium: {rows: 1, blocks: '3'}]}\n",
        roster=f"roster: {{people: [{people}, {{name: 乙, rank: 9, category: p, status: 请假}}, 丙]}}\n",
        rules="rules: [rostrum: {area: rostrum, who: {category: p}}]\n",
    )

    rows = [seat.row for seat in event.problem.venue.seats if seat.area == "rostrum"]
    assert [rows.count(row) for row in (1, 2, 3)] == [3, 3, 1]


def test_rows_cannot_fit_without_a_rule(tmp_path: Path) -> None:
    assert faults(tmp_path, venue="venue: {areas: [rostrum: {rows: fit}]}\n") == [
        "event.yaml:3:33 venue.areas[1].rostrum.rows: "
        "nobody is placed here by a rule 'rostrum', so the rows cannot "
        "be fitted; add that rule, or write the seats of each row: [8]"
    ]


@pytest.mark.parametrize("most", ["0", "x", "[1]"])
def test_per_row_is_a_number(tmp_path: Path, most: str) -> None:
    (message,) = faults(
        tmp_path,
        venue=f"venue: {{areas: [rostrum: {{rows: fit, per_row: {most}}}]}}\n",
        rules="rules: [rostrum: {area: rostrum, who: everyone}]\n",
    )

    assert message.startswith("event.yaml:3:47 venue.areas[1].rostrum.per_row: ")
    assert message.endswith(" is no number of seats; write a whole number from 1")


def test_an_unknown_kind_of_area(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, venue="venue: {areas: [rostrm: {rows: 3}]}\n")

    assert message.startswith(
        "event.yaml:3:17 venue.areas[1].rostrm: there is no kind of area 'rostrm'; did you mean 'rostrum'?"
    )


def test_an_area_with_two_keys(tmp_path: Path) -> None:
    assert faults(tmp_path, venue="venue:\n  areas:\n  - rostrum:\n    rows: 3\n") == [
        "event.yaml:5:5 venue.areas[1]: an area is one kind with its settings; "
        "write '- rostrum: {rows: [8]}', or indent the settings below the name"
    ]


def test_a_setting_that_a_builder_has_not(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, venue="venue: {areas: [rostrum: {rows: 3, width: 1}]}\n")

    assert message.startswith("event.yaml:3:36 venue.areas[1].rostrum.width: unknown key 'width'; ")


def test_a_complaint_of_a_builder_has_the_place_of_the_area(tmp_path: Path) -> None:
    assert faults(tmp_path, venue="venue: {areas: [rostrum: {rows: 0}]}\n") == [
        "event.yaml:3:26 venue.areas[1].rostrum: rostrum rows[0]: 0 seats; give at least 1"
    ]


def test_no_areas(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, venue="venue: {areas: []}\n")

    assert message.startswith("event.yaml:3:16 venue.areas: the list of areas is empty; add one of: ")


@pytest.mark.parametrize(
    ("keys", "found"), [("{name: x}", "none of them"), ("{drawing: oo, file: a.json}", "drawing, file")]
)
def test_a_venue_is_made_in_one_way(tmp_path: Path, keys: str, found: str) -> None:
    assert faults(tmp_path, venue=f"venue: {keys}\n") == [
        f"event.yaml:3:8 venue: a venue is made of areas, a drawing or a file, and here are {found}; "
        "give one of: areas, drawing, file"
    ]


def test_a_drawing_with_settings(tmp_path: Path) -> None:
    drawing = "venue:\n  name: 小会议室\n  drawing:\n    seat_width: 0.6\n    text: |\n      ===\n      oo oo\n"

    room = read(tmp_path, venue=drawing).problem.venue

    assert (room.name, len(room.seats), room.areas[0].seat_width) == ("小会议室", 4, 0.6)


def test_a_complaint_about_a_drawing_has_its_place(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, venue="venue: {drawing: 'oo!'}\n")

    assert message.startswith("event.yaml:3:18 venue.drawing: drawing line 1, column 3: no such mark '!'")


def test_a_venue_from_a_file(tmp_path: Path) -> None:
    write_venue(tmp_path / "hall.json", from_drawing("oo oo"))

    assert read(tmp_path, venue="venue: hall.json\n").problem.venue == from_drawing("oo oo")


def test_fixtures_need_no_id(tmp_path: Path) -> None:
    fixtures = "fixtures: [{kind: screen, x: 0, y: 1.5, width: 4, depth: 0.1, step_free: 否}]"

    room = read(tmp_path, venue=f"venue: {{drawing: oo, {fixtures}}}\n").problem.venue

    screen = room.fixtures[-1]
    assert (screen.id, screen.kind, screen.y, screen.step_free) == ("screen 0,1.5", "screen", 1.5, False)


# --- roster


def test_a_roster_from_a_file_with_all_options(tmp_path: Path) -> None:
    people = [["工号", "姓名", "团", "级别"], ["7", "李强", "沪", "正部级"]]
    write_xlsx(tmp_path / "r.xlsx", [["x"]], others={"名单": people, "代表团": [["编号", "代表团"], ["sh", "沪"]]})
    roster = "roster:\n  file: r.xlsx\n  sheet: 名单\n  columns: {工号: id}\n  groups: {sheet: 代表团}\n"

    problem = read(tmp_path, roster=roster + "  ranks: {正部级: 1}\n").problem

    (person,) = problem.people
    assert (person.id, person.group, person.rank) == ("7", "sh", 1)
    assert problem.roster.groups == (Group("sh", "沪", 1),)


def test_a_roster_named_by_its_file_alone(tmp_path: Path) -> None:
    write_csv(tmp_path / "r.csv", [["姓名"], ["李强"]])

    assert [p.name for p in read(tmp_path, roster="roster: r.csv\n").problem.people] == ["李强"]


def test_faults_of_a_roster_file_have_its_rows(tmp_path: Path) -> None:
    write_csv(tmp_path / "r.csv", [["姓名", "rank"], ["李强", "x"]])

    (message,) = faults(tmp_path, roster="roster: r.csv\n")

    assert message.startswith("r.csv row 2 column B: the rank 'x' is no whole number from 1; ")


def test_people_are_names_or_mappings(tmp_path: Path) -> None:
    second = "{name: 王芳, roles: [head, speaker], needs: 轮椅, status: 请假, country: FR}"
    roster = f"roster: {{people: [李　强, {second}]}}\n"

    event = read(tmp_path, roster=roster)

    first, second = event.problem.roster.people
    assert (first.name, second.roles, second.needs, second.status) == (
        "李强",
        {"head", "speaker"},
        {"wheelchair"},
        "absent",
    )
    assert second.attribute("country") == "FR"
    assert event.notes[0].say() == (
        "event.yaml:4:24 roster.people[2]: "
        "'country' is none of the keys of a person and is kept as a further column"
    )


def test_faults_of_people_have_their_line(tmp_path: Path) -> None:
    roster = "roster:\n  people:\n  - {name: 李强, rank: x}\n  - {name: 王芳, beside: 张三}\n  - {rank: 1}\n"

    assert [message.split(": ")[0] for message in faults(tmp_path, roster=roster)] == [
        "event.yaml:6:22 roster.people[1].rank",
        "event.yaml:7:24 roster.people[2].beside",
        "event.yaml:8:5 roster.people[3]",
    ]


@pytest.mark.parametrize("keys", ["{}", "{file: r.csv, people: [a]}", "{sheet: x}"])
def test_a_roster_is_a_file_or_people(tmp_path: Path, keys: str) -> None:
    assert faults(tmp_path, roster=f"roster: {keys}\n") == [
        "event.yaml:4:9 roster: a roster is either a file or a list of people; "
        "name a 'file', or write the 'people' here"
    ]


def test_options_of_files_are_refused_for_people(tmp_path: Path) -> None:
    assert faults(tmp_path, roster="roster: {sheet: a, columns: {b: id}, people: [c]}\n") == [
        "event.yaml:4:10 roster.sheet: 'sheet' belongs to a file; remove it, or name a file",
        "event.yaml:4:20 roster.columns: 'columns' belongs to a file; remove it, or name a file",
    ]


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ("[北京, 上海]", (Group("北京", "北京", 1), Group("上海", "上海", 2))),
        ("[{id: bj, name: 北京, order: 5}, {id: sh}]", (Group("bj", "北京", 5), Group("sh", "sh", 2))),
    ],
)
def test_groups_are_listed(tmp_path: Path, groups: str, expected: tuple[Group, ...]) -> None:
    roster = f"roster: {{people: [李强], groups: {groups}}}\n"

    assert read(tmp_path, roster=roster).problem.roster.groups == expected


def test_a_group_without_a_name(tmp_path: Path) -> None:
    assert faults(tmp_path, roster="roster: {people: [李强], groups: [{order: 1}]}\n") == [
        "event.yaml:4:33 roster.groups[1]: the group has no name; write 'name: ...'"
    ]


# --- paths


@pytest.mark.parametrize(
    ("section", "typed", "place"),
    [
        ("roster", "roster: ../r.csv\n", "event.yaml:4:9 roster"),
        ("roster", "roster: {people: [a], groups: a/../../g.csv}\n", "event.yaml:4:31 roster.groups"),
        ("venue", "venue: {file: ../../etc/hall.json}\n", "event.yaml:3:15 venue.file"),
        ("previous", "previous: ../plan.json\n", "event.yaml:5:11 previous"),
    ],
)
def test_paths_stay_in_the_folder(tmp_path: Path, section: str, typed: str, place: str) -> None:
    (message,) = faults(tmp_path, **{section: typed})

    assert message.startswith(f"{place}: the path ")
    assert message.endswith(
        " leads out of the event file's folder; put the file into that folder, or write its absolute path"
    )


def test_an_absolute_path_leads_where_it_says(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    path = write_csv(tmp_path / "r.csv", [["姓名"], ["李强"]])

    assert [p.name for p in read(tmp_path / "events", roster=f"roster: {path}\n").problem.people] == ["李强"]


def test_a_path_of_somebodys_home_is_refused(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, roster="roster: ~/r.csv\n")

    assert message == (
        "event.yaml:4:9 roster: the path '~/r.csv' cannot be used; write it relative to the event file"
    )


# --- rules


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


# --- previous and output


def test_an_earlier_plan_in_json_or_in_a_table(tmp_path: Path) -> None:
    problem = read(tmp_path).problem
    write_plan(tmp_path / "plan.json", problem, Plan({"李强": "hall-1-1", "gone": "hall-9-9"}))
    write_csv(tmp_path / "plan.csv", [["姓名", "座位"], ["李强", "Row 1 Seat 3"]])

    from_json = read(tmp_path, previous="previous: plan.json\n").problem.previous
    from_table = read(tmp_path, previous="previous: plan.csv\n").problem.previous

    assert from_json == {"李强": "hall-1-1", "gone": "hall-9-9"}
    assert from_table == {"李强": "hall-1-1"}
    assert read_plan(tmp_path / "plan.json").plan.seat_of("李强") == "hall-1-1"


def test_output_options(tmp_path: Path) -> None:
    typed = "output: {title: 座次图, paper: A3, view: occupant, charts: hall, formats: [pdf, svg], by: unit}\n"

    output = read(tmp_path, output=typed).output

    assert output == Output(
        title="座次图", paper="A3", view="occupant", charts=("hall",), formats=("pdf", "svg"), by="unit"
    )


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (
            "{formats: gif}",
            "event.yaml:5:19 output.formats: 'gif' is not what belongs here; write 'pdf', 'png' or 'svg'",
        ),
        (
            "{charts: [hal]}",
            "event.yaml:5:19 output.charts[1]: there is no chart 'hal'; did you mean 'hall'? known are:",
        ),
        (
            "{tilte: x}",
            "event.yaml:5:10 output.tilte: unknown key 'tilte'; did you mean 'title'? known are: title,",
        ),
    ],
)
def test_output_options_that_do_not_exist(tmp_path: Path, typed: str, message: str) -> None:
    (found,) = faults(tmp_path, output=f"output: {typed}\n")

    assert found.startswith(message)


def test_a_rostrum_rule_is_read_as_the_class_has_it(tmp_path: Path) -> None:
    event = read(
        tmp_path,
        venue="venue: {areas: [rostrum: {rows: 2}]}\n",
        rules="rules:\n- rostrum: {area: rostrum, who: everyone}\n",
    )

    (rule,) = event.problem.rules
    assert rule == RostrumPlacement(area="rostrum", who=Who(), label="event.yaml:6 rules[1] rostrum")
