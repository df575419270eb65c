"""The sections that name files: rosters, groups, and paths that stay in the event's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from seatplan.people import Group
from tests.io.events import faults, read
from tests.io.tables import write_csv, write_xlsx


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
