"""Plans and venues survive writing and reading; what contradicts the event is told or refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.io import read_plan, read_venue, write_plan, write_venue
from seatplan.io.plan import plan_json, roster_hash
from seatplan.io.schemas import WRITTEN, schema, schema_bytes
from seatplan.io.venue import venue_json
from seatplan.people import Group, Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.result import Result, Status, Tier
from seatplan.venue import Area, Fixture, Seat, Venue, auditorium, combine, from_drawing, rostrum
from tests.io.tables import write_csv, write_xls, write_xlsx

ROOM = combine("礼堂", rostrum(rows=[3]), auditorium(rows=2, blocks="2,2", wheelchair=[(1, 1)]))
ROSTER = Roster(
    (
        Person("1", "李强", rank=1, group="bj", needs=frozenset({"wheelchair"})),
        Person("2", "王芳", status="absent"),
        Person("3", "王芳"),
        Person("4", "赵四", status="reserve"),
    ),
    (Group("bj", "北京", 1),),
)
PROBLEM = Problem(ROOM, ROSTER, name="部务会议")
PLAN = Plan({"1": "rostrum-1-2", "3": "hall-1-3"}, {"2": "absent", "4": "reserve"})
RESULT = Result(PLAN, Status.FEASIBLE, (Tier(1, 5, 3),), seed=7, stopped="time limit")


def fault(path: Path, problem: Problem | None = None) -> list[str]:
    """Return the messages of a plan that is refused."""
    with pytest.raises(InputError) as caught:
        read_plan(path, problem)
    return str(caught.value).splitlines()


def changed(folder: Path, **keys: Any) -> Path:
    """Write the plan with some keys changed."""
    content = json.loads(plan_json(PROBLEM, PLAN, RESULT)) | keys
    path = folder / "plan.json"
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return path


# --- JSON


def test_a_plan_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_plan(tmp_path / "plan.json", PROBLEM, PLAN, RESULT)

    saved = read_plan(tmp_path / "plan.json", PROBLEM)

    assert (saved.plan, saved.status, saved.tiers) == (PLAN, Status.FEASIBLE, (Tier(1, 5, 3),))
    assert (saved.seed, saved.stopped, saved.notes) == (7, "time limit", ())
    assert plan_json(PROBLEM, saved.plan, saved) == (tmp_path / "plan.json").read_bytes()


def test_a_plan_reads_well() -> None:
    lines = plan_json(PROBLEM, PLAN).decode("utf-8").splitlines()

    first = '{"area": "rostrum", "label": "主席台1排1号", "name": "李强", "number": 1, "person": "1", "row": 1, '
    assert f'    {first}"seat": "rostrum-1-2"}},' in lines
    assert '    {"name": "王芳", "person": "2", "reason": "absent"},' in lines


def test_a_plan_with_strangers_is_written_and_read(tmp_path: Path) -> None:
    plan = Plan({"x": "nowhere", "1": "rostrum-1-2"}, {"y": "lost"})
    write_plan(tmp_path / "plan.json", PROBLEM, plan)

    assert read_plan(tmp_path / "plan.json").plan == plan


PEOPLE = st.lists(st.text(min_size=1, max_size=5).filter(str.isprintable), min_size=1, max_size=6, unique=True)


@settings(max_examples=50, deadline=None)
@given(PEOPLE, st.data())
def test_write_read_write_gives_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, ids: list[str], data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("plan") / "plan.json"
    problem = Problem(ROOM, Roster(tuple(Person(id_, data.draw(st.text(min_size=1))) for id_ in ids)))
    seats = data.draw(st.permutations([seat.id for seat in ROOM.seats]))
    seated = data.draw(st.integers(0, len(ids)))
    plan = Plan(dict(zip(ids[:seated], seats, strict=False)), dict.fromkeys(ids[seated:], "no seat found"))

    write_plan(path, problem, plan)
    first = path.read_bytes()
    saved = read_plan(path, problem)
    write_plan(path, problem, saved.plan, saved)

    assert saved.plan == plan
    assert path.read_bytes() == first


def test_another_room_or_roster_is_told(tmp_path: Path) -> None:
    write_plan(tmp_path / "plan.json", PROBLEM, PLAN)
    other = Problem(from_drawing("ab"), Roster((Person("1", "李强"),)))

    notes = read_plan(tmp_path / "plan.json", other).notes

    assert [note.say() for note in notes] == [
        "plan.json: the plan was made for another version of the room",
        "plan.json: the plan was made for another version of the roster",
    ]


def test_where_a_person_stands_in_the_files_is_no_change_of_the_roster() -> None:
    moved = Roster((Person("1", "李强", source="r.xlsx row 9"),))

    assert roster_hash(moved) == roster_hash(Roster((Person("1", "李强", source="r.xlsx row 2"),)))
    assert roster_hash(moved) != roster_hash(Roster((Person("1", "李强", rank=2),)))


def test_ids_decide_and_other_names_and_labels_are_told(tmp_path: Path) -> None:
    seats = [{"person": "1", "seat": "hall-1-3", "name": "张三", "label": "9排9号"}]

    saved = read_plan(changed(tmp_path, seats=seats), PROBLEM)

    assert saved.plan.seat_of("1") == "hall-1-3"
    assert [note.say() for note in saved.notes] == [
        "plan.json seats[1]: the id '1' is that of '李强', not of '张三'; the id decides",
        "plan.json seats[1]: the id 'hall-1-3' is that of seat '1排2号', not of '9排9号'; the id decides",
    ]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (
            {"format": "seatplan-plan/2"},
            "plan.json format: version '2' is not known; this version of seatplan reads version 1; "
            "write the file again or use a newer seatplan",
        ),
        (
            {"format": "seatplan-venue/1"},
            "plan.json format: it is a 'seatplan-venue/1' file; expected is 'format': 'seatplan-plan/1'",
        ),
        ({"format": 1}, "plan.json: it does not say what it is; expected is 'format': 'seatplan-plan/1'"),
        ({"seat": []}, "plan.json seat: unknown key 'seat'; did you mean 'seats'? known are: format, event, "),
        (
            {"seats": [{"person": "1", "seat": "a", "colour": "red"}]},
            "plan.json seats[1].colour: unknown key 'colour'; remove it",
        ),
        (
            {"seats": [{"person": "1"}]},
            "plan.json seats[1].seat: the key 'seat' is missing; add it or write the file again",
        ),
        (
            {"seats": [{"person": 1, "seat": "a"}]},
            "plan.json seats[1].person: 1 is not what belongs here; write a text in quotation marks",
        ),
        ({"tiers": {}}, "plan.json tiers: a dict is not what belongs here; write a list in brackets"),
        (
            {"seats": [{"person": "1", "seat": "a"}, {"person": "1", "seat": "b"}]},
            "plan.json seats[2]: '1' is listed already in seats[1]; keep one of them",
        ),
    ],
)
def test_plans_that_cannot_be_read(tmp_path: Path, keys: dict[str, Any], message: str) -> None:
    (found,) = fault(changed(tmp_path, **keys))

    assert found.startswith(message)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (
            b"{",
            "plan.json:1:2: this is no JSON (Expecting property name enclosed in double quotes); mend it or write",
        ),
        (b"\xff\xff", "plan.json: it is no UTF-8 text; save it as UTF-8"),
        (
            b'{"format": "x", "format": "y"}',
            "plan.json: the key 'format' stands twice in one object; keep one of them",
        ),
        (b'{"format": NaN}', "plan.json: this is no JSON that can be read (NaN is no number); mend it"),
        (b"[" * 100_000, "plan.json: this is no JSON that can be read (maximum recursion depth exceeded"),
        (b"[]", "plan.json: it does not say what it is; expected is"),
    ],
)
def test_files_that_are_no_plan(tmp_path: Path, raw: bytes, message: str) -> None:
    (tmp_path / "plan.json").write_bytes(raw)

    (found,) = fault(tmp_path / "plan.json")

    assert found.startswith(message)


# --- tables


def test_a_plan_made_by_hand(tmp_path: Path) -> None:
    rows = [["部务会议座次"], ["姓名", "座位", "原因"], ["李　强", "主席台 1排 1号", ""], ["3", "hall-1-3", ""]]
    rows += [["赵四", "", "候补"]]

    saved = read_plan(write_csv(tmp_path / "plan.csv", rows), PROBLEM)

    assert saved.plan == Plan({"1": "rostrum-1-2", "3": "hall-1-3"}, {"2": "absent", "4": "候补"})
    assert saved.status is Status.UNKNOWN


@pytest.mark.parametrize("suffix", [".xlsx", ".xls"])
def test_a_plan_in_a_workbook_with_ids(tmp_path: Path, suffix: str) -> None:
    rows = [["编号", "姓名", "座位"], [1, "李强", "1排1号"], [3, "王芳", "1排2号"]]
    write = {".xlsx": write_xlsx, ".xls": write_xls}[suffix]

    assert read_plan(write(tmp_path / f"plan{suffix}", rows), PROBLEM).plan.seats == {
        "1": "hall-1-2",
        "3": "hall-1-3",
    }


def test_labels_that_differ_in_a_dash_are_different_seats(tmp_path: Path) -> None:
    area = Area("hall", "Hall", "hall")
    seats = (Seat("a", "1-12", "hall", 1, 12, 0.0), Seat("b", "11-2", "hall", 11, 2, 0.0))
    problem = Problem(Venue("Room", seats, (area,)), Roster((Person("1", "Ann"),)))

    plan = read_plan(write_csv(tmp_path / "p.csv", [["name", "seat"], ["Ann", "11-2"]]), problem).plan

    assert plan.seats == {"1": "b"}


def test_all_faults_of_a_table_come_at_once(tmp_path: Path) -> None:
    rows = [
        ["编号", "姓名", "座位", "座位编号"],
        ["", "李强", "9排9号", ""],
        ["", "王芳", "1排1号", ""],
        ["", "张三", "1排1号", ""],
        ["9", "", "1排1号", ""],
        ["", "", "1排1号", ""],
        ["1", "王芳", "", ""],
        ["3", "", "1排1号", "hall-1-3"],
        ["3", "", "", "nowhere"],
    ]

    found = fault(write_csv(tmp_path / "p.csv", rows), PROBLEM)

    assert found == [
        "p.csv row 2 column C: there is no seat '9排9号'; write a seat's label as the chart prints it, or its id",
        "p.csv row 3 column B: 2 people are called '王芳'; use an id: 2, 3",
        "p.csv row 4 column B: nobody is called '张三'; known are: 李强, 王芳, 赵四",
        "p.csv row 5 column A: nobody has the id '9'; mend the id or add the person to the roster",
        "p.csv row 6: a seat without a person; write the person's name or id, or empty the row",
        "p.csv row 7 column A: the id '1' is that of '李强', not of '王芳'; mend one of the two",
        "p.csv row 7: '1' stands already in row 2; keep one of the two rows",
        "p.csv row 8 column D: the id 'hall-1-3' is not that of seat '1排1号'; mend one of the two",
        "p.csv row 9 column D: there is no seat 'nowhere'; write a seat's label as the chart prints it, or its id",
        "p.csv row 9: '3' stands already in row 8; keep one of the two rows",
    ]


def test_a_table_without_headings(tmp_path: Path) -> None:
    assert fault(write_csv(tmp_path / "p.csv", [["李强", "1排1号"]]), PROBLEM) == [
        "p.csv: no row has headings for a person and a seat; call the columns 姓名 and 座位, or name and seat"
    ]


def test_a_table_needs_the_event(tmp_path: Path) -> None:
    assert fault(write_csv(tmp_path / "p.csv", [["name", "seat"]])) == [
        "p.csv: a table says names, not ids; give the event that it belongs to"
    ]


# --- venues


def test_a_venue_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_venue(tmp_path / "hall.json", ROOM)

    room = read_venue(tmp_path / "hall.json")

    assert room == ROOM
    assert venue_json(room) == (tmp_path / "hall.json").read_bytes()


METRES = st.floats(-50, 50).map(lambda x: round(x, 3) + 0.0)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(METRES, st.floats(0, 360), st.frozensets(st.text(max_size=4), max_size=2)), max_size=5))
def test_any_venue_survives(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[float, float, frozenset[str]]]
) -> None:
    path = tmp_path_factory.mktemp("venue") / "hall.json"
    area = Area("h", "厅", "hall", floor=2)
    seats = tuple(
        Seat(f"s{i}", f"座{i}", "h", 1, i, position=float(i), x=2.0 * i, y=y, facing=facing, features=features)
        for i, (y, facing, features) in enumerate(drawn)
    )
    room = Venue("厅", seats, (area,), (Fixture("f", "屏", "screen", 0.0, 99.0, 1.0, 0.1, area="h"),))

    write_venue(path, room)
    first = path.read_bytes()
    write_venue(path, read_venue(path))

    assert read_venue(path) == room
    assert path.read_bytes() == first


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"format": "seatplan-venue/0"}, "hall.json format: version '0' is not known; "),
        ({"seets": []}, "hall.json seets: unknown key 'seets'; did you mean 'seats'? known are: "),
        ({"name": 7}, "hall.json name: 7 is not what belongs here; write a text in quotation marks"),
        (
            {"areas": [{"id": "h", "label": "厅", "kind": "cave"}]},
            "hall.json areas[1].kind: 'cave' is not what belongs",
        ),
    ],
)
def test_venues_that_cannot_be_read(tmp_path: Path, keys: dict[str, Any], message: str) -> None:
    content = json.loads(venue_json(from_drawing("ab"))) | keys
    (tmp_path / "hall.json").write_text(json.dumps(content))

    with pytest.raises(InputError) as caught:
        read_venue(tmp_path / "hall.json")

    assert str(caught.value).startswith(message)


def test_a_venue_file_that_contradicts_itself_is_refused(tmp_path: Path) -> None:
    content = json.loads(venue_json(from_drawing("ab")))
    content["seats"][0]["area"] = "cave"
    (tmp_path / "hall.json").write_text(json.dumps(content))

    with pytest.raises(InputError, match="cave"):
        read_venue(tmp_path / "hall.json")


# --- schemas


@pytest.mark.parametrize("kind", WRITTEN)
def test_the_published_schemas_are_current(kind: Any) -> None:
    path = Path(__file__).parents[2] / "docs" / "schema" / f"{kind}.json"

    assert path.read_bytes() == schema_bytes(kind), "run: python -m seatplan.io.schemas docs/schema"


def test_what_is_written_keeps_the_schema() -> None:
    for kind, raw in (("plan", plan_json(PROBLEM, PLAN, RESULT)), ("venue", venue_json(ROOM))):
        jsonschema.validate(json.loads(raw), schema(kind))  # type: ignore[arg-type]


def test_the_schema_of_events_knows_every_rule_and_area() -> None:
    found = schema("event")
    jsonschema.Draft202012Validator.check_schema(found)

    event = {"format": "seatplan-event/1", "roster": "r.xlsx"}
    event |= {"venue": {"areas": [{"rostrum": {"rows": "fit", "per_row": 9}}, {"auditorium": {"blocks": "5,5"}}]}}
    event |= {
        "rules": [
            "fill",
            {"rostrum": {"area": "rostrum", "who": "everyone"}},
            {"zone": {"who": "a", "where": "hall"}},
        ]
    }
    jsonschema.validate(event, found)
    for wrong in ({"rules": [{"prefr": {}}]}, {"colour": 1}, {"venue": {"areas": [{"rostrum": {"width": 3}}]}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(event | wrong, found)


def test_a_row_and_a_number_in_columns_of_their_own_name_a_seat(tmp_path: Path) -> None:
    seat = ROOM.seats[-1]
    rows = [["姓名", "排", "座位"], [PROBLEM.people[0].name, f"第{seat.row}排", f"{seat.number}号"]]

    plan = read_plan(write_csv(tmp_path / "p.csv", rows), PROBLEM).plan

    assert plan.seats == {PROBLEM.people[0].id: seat.id}


def test_a_row_and_a_number_of_two_areas_need_the_area(tmp_path: Path) -> None:
    room = combine("Room", auditorium(rows=1, blocks=[2]), auditorium(rows=1, blocks=[2], id="up", floor=2))
    problem = Problem(room, Roster((Person("1", "Ann"),)))
    rows = [["name", "row", "seat", "area"], ["Ann", "1", "1", ""]]

    assert "2 seats are called '1'" in fault(write_csv(tmp_path / "p.csv", rows), problem)[0]
    rows[1][3] = "up"
    assert list(read_plan(write_csv(tmp_path / "p.csv", rows), problem).plan.seats.values()) == ["up-1-1"]
