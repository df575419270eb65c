"""Which column of a roster is what, and what becomes of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from seatplan.errors import InputError
from seatplan.io.roster import read_roster
from tests.io.tables import write_csv, write_xlsx


def fault(path: Path, **options: object) -> str:
    """Return the message of a roster that is refused."""
    with pytest.raises(InputError) as caught:
        read_roster(path, **options)  # type: ignore[arg-type]
    return str(caught.value)


def test_the_heading_row_is_found_below_titles_and_merged_headings(tmp_path: Path) -> None:
    rows = [
        ["2026年度工作会议名单", "", ""],
        [],
        ["基本信息", "", "会务"],
        ["序号", "姓 名*", "单位（全称）"],
        [1, "李强", "国务院"],
        ["", "", ""],
        [2, "王芳", "外交部"],
        [3, "", ""],
    ]

    roster, _ = read_roster(write_xlsx(tmp_path / "r.xlsx", rows))

    assert [(p.name, p.unit, p.source) for p in roster.people] == [
        ("李强", "国务院", "r.xlsx row 5"),
        ("王芳", "外交部", "r.xlsx row 7"),
    ]


CHINESE = ["编号", "姓名", "单位", "职务", "级别", "类别", "代表团", "角色", "需求", "状态", "陪同"]
ENGLISH = ["ID", "Full_Name", "Company", "Job Title", "Rank", "Category", "Delegation", "Roles", "Special Needs"]
ENGLISH += ["RSVP", "Beside"]


@pytest.mark.parametrize("heading", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_headings_are_known_in_two_languages(tmp_path: Path, heading: list[str]) -> None:
    first = ["a", "李强", "国务院", "总理", "1", "presidium", "北京", "head; speaker", "wheelchair", "", ""]
    second = ["b", "王芳", "", "", "", "", "", "interpreter", "", "declined", "李强"]

    roster, notes = read_roster(write_csv(tmp_path / "r.csv", [heading, first, second]))

    lead, aide = roster.people
    assert (lead.id, lead.unit, lead.title, lead.rank, lead.category) == ("a", "国务院", "总理", 1, "presidium")
    assert (lead.group, lead.roles, lead.needs) == ("北京", {"head", "speaker"}, {"wheelchair"})
    assert (aide.status, aide.beside, aide.roles) == ("absent", "a", {"interpreter"})
    assert notes == ()


def test_title_is_a_salutation_or_a_post_by_its_content(tmp_path: Path) -> None:
    posts = [["Title", "Name"], ["Director", "Ann"], ["Dr.", "Bob"]]
    salutations = [["Title", "Name"], ["Ms.", "Ann"], ["Dr.", "Bob"]]

    director, _ = read_roster(write_csv(tmp_path / "posts.csv", posts))
    lady, _ = read_roster(write_csv(tmp_path / "salutations.csv", salutations))

    assert [p.title for p in director.people] == ["Director", "Dr."]
    assert [(p.title, p.attribute("Title")) for p in lady.people] == [("", "Ms."), ("", "Dr.")]


def test_columns_that_are_no_fields_are_kept_and_told(tmp_path: Path) -> None:
    rows = [["姓名", "籍贯", "", "空"], ["李强", "浙江", "x", ""], ["王芳", "", "", ""]]

    roster, notes = read_roster(write_csv(tmp_path / "r.csv", rows))

    assert roster.people[0].attributes == (("籍贯", "浙江"), ("column C", "x"))
    assert [note.say() for note in notes] == [
        "r.csv column B: '籍贯' is none of the fields and is kept as a further column (1 values)",
        "r.csv column C: without a heading is none of the fields and is kept as a further column (1 values)",
    ]


def test_a_mapping_names_columns_leaves_them_out_or_keeps_them_quietly(tmp_path: Path) -> None:
    rows = [["工牌", "名", "籍贯", "电话"], ["7", "李强", "浙江", "123"]]
    columns = {"工牌": "id", "名": "name", "籍贯": "keep", "电话": "-"}

    roster, notes = read_roster(write_csv(tmp_path / "r.csv", rows), columns=columns)

    assert (roster.people[0].id, roster.people[0].name) == ("7", "李强")
    assert roster.people[0].attributes == (("籍贯", "浙江"),)
    assert notes == ()


def test_a_mapping_of_unknown_headings_and_fields_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "r.csv", [["姓名", "籍贯"], ["李强", "浙江"]])

    lines = fault(path, columns={"职级": "rank", "籍贯": "grup"}).splitlines()

    assert lines[0] == "columns of r.csv: there is no heading '职级'; known are: 姓名, 籍贯"
    assert lines[1].startswith(
        "columns of r.csv: '籍贯' is mapped to 'grup', which is no field; did you mean 'group'?"
    )


def test_two_columns_cannot_be_mapped_to_one_field(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "r.csv", [["姓名", "甲", "乙"], ["李强", "1", "2"]])

    assert fault(path, columns={"甲": "rank", "乙": "rank"}) == (
        "columns of r.csv: '甲', '乙' are all mapped to 'rank'; "
        "map one of them; 'keep' keeps the other as a further column"
    )


def test_the_surer_of_two_headings_wins(tmp_path: Path) -> None:
    rows = [["部门", "姓名", "单位"], ["一司", "李强", "外交部"]]

    roster, notes = read_roster(write_csv(tmp_path / "r.csv", rows))

    assert (roster.people[0].unit, roster.people[0].attribute("部门")) == ("外交部", "一司")
    assert len(notes) == 1


def test_the_running_number_is_the_rank_only_where_no_other_column_is(tmp_path: Path) -> None:
    alone = write_csv(tmp_path / "alone.csv", [["序号", "姓名"], ["1", "李强"]])
    beside = write_csv(tmp_path / "beside.csv", [["序号", "姓名", "级别"], ["1", "李强", "5"]])

    (first, told), (second, silent) = read_roster(alone), read_roster(beside)

    assert (first.people[0].rank, second.people[0].rank) == (1, 5)
    assert told[0].en == "the running number '序号' is read as the rank, because no other column is one"
    assert silent == ()
    assert second.people[0].attributes == ()


def test_levels_in_words_are_kept_or_ranked_by_a_table(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "r.csv", [["姓名", "级别"], ["李强", "正部级"], ["王芳", "副部级"]])

    kept, _ = read_roster(path)
    ranked, _ = read_roster(path, ranks={"正部级": 1, "副部级": 2})

    assert [(p.rank, p.attribute("级别")) for p in kept.people] == [(None, "正部级"), (None, "副部级")]
    assert [p.rank for p in ranked.people] == [1, 2]


def test_no_heading_for_a_name_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "r.csv", [["Who", "Rank"], ["Ann", "1"]])

    assert fault(path) == (
        "r.csv row 1: no heading means a name; its headings are 'Who', 'Rank'; "
        "call the column of the names 姓名 or name, or map it: columns: {YOUR HEADING: name}"
    )
