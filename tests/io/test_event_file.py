"""Event files as a whole: format, keys, convention, earlier plan, output; all faults at once, in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from seatplan.errors import InputError
from seatplan.io import Output, read_event, read_plan, write_plan
from seatplan.people import Who
from seatplan.plan import Plan
from seatplan.rules import RostrumPlacement
from tests.io.events import faults, read
from tests.io.tables import write_csv


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
