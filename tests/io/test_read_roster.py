"""Rosters as people make them: every encoding, every suffix, headings in two languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.io.roster import read_roster
from seatplan.people import Group, Roster
from tests.io.tables import write_csv, write_ods, write_xls, write_xlsx

PLAIN = [["姓名", "单位", "级别"], ["李强", "国务院", 1], ["王芳", "外交部", 2]]


def names(roster: Roster) -> list[str]:
    return [person.name for person in roster.people]


def fault(path: Path, **options: object) -> str:
    """Return the message of a roster that is refused."""
    with pytest.raises(InputError) as caught:
        read_roster(path, **options)  # type: ignore[arg-type]
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_csv_opens_in_every_encoding_that_spreadsheets_write(tmp_path: Path, encoding: str) -> None:
    roster, _ = read_roster(write_csv(tmp_path / "r.csv", PLAIN, encoding=encoding))

    assert [(p.name, p.unit, p.rank) for p in roster.people] == [("李强", "国务院", 1), ("王芳", "外交部", 2)]


def test_a_reading_as_gb18030_is_told(tmp_path: Path) -> None:
    _, notes = read_roster(write_csv(tmp_path / "r.csv", PLAIN, encoding="gb18030"))

    assert notes[0].say() == (
        "r.csv: it is not UTF-8 and was read as GB18030; if names look wrong, save it as 'CSV UTF-8'"
    )


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_bytes(b"name\n\xff\xff\xff\n")

    assert fault(tmp_path / "r.csv") == (
        "r.csv: it is neither UTF-8 nor GB18030 text; save it as 'CSV UTF-8' from your spreadsheet program"
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    rows = [["Name", "Job Title"], ["Lee, Ann", "Chair; founder"], ["Bob", "CEO"]]

    roster, _ = read_roster(write_csv(tmp_path / "r.csv", rows, delimiter=delimiter))

    assert [(p.name, p.title) for p in roster.people] == [("Lee, Ann", "Chair; founder"), ("Bob", "CEO")]


@pytest.mark.parametrize(
    ("suffix", "write"),
    [(".xlsx", write_xlsx), (".xls", write_xls), (".ods", write_ods)],
    ids=["xlsx", "xls", "ods"],
)
def test_workbooks_open(tmp_path: Path, suffix: str, write: object) -> None:
    roster, _ = read_roster(write(tmp_path / f"r{suffix}", PLAIN))  # type: ignore[operator]

    assert [(p.name, p.unit, p.rank) for p in roster.people] == [("李强", "国务院", 1), ("王芳", "外交部", 2)]


def test_number_cells_lose_their_fraction_and_text_cells_keep_their_zeros(tmp_path: Path) -> None:
    rows = [["编号", "姓名", "级别"], ["007", "李强", 7], [8, "王芳", 8.0], [12345678901234, "赵四", "9"]]

    roster, _ = read_roster(write_xlsx(tmp_path / "r.xlsx", rows))

    assert [(p.id, p.rank) for p in roster.people] == [("007", 7), ("8", 8), ("12345678901234", 9)]


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [("Ann", "Lee", "Ann Lee"), ("强", "李", "李强"), ("", "Lee", "Lee"), ("Ann", "", "Ann")],
)
def test_first_and_last_names_are_joined(tmp_path: Path, first: str, last: str, name: str) -> None:
    rows = [["First Name", "Last Name", "Org"], [first, last, "x"]]

    assert names(read_roster(write_csv(tmp_path / "r.csv", rows))[0]) == [name]


def test_spaces_inside_chinese_names_belong_to_the_chart(tmp_path: Path) -> None:
    rows = [["姓名"], ["李　强"], ["王 芳"], ["Ann  Lee"], [" 阿依古丽·买买提 "], ["张\u200b三"]]

    found = names(read_roster(write_csv(tmp_path / "r.csv", rows))[0])

    assert found == ["李强", "王芳", "Ann Lee", "阿依古丽·买买提", "张三"]


@pytest.mark.parametrize(
    ("heading", "word", "status"),
    [
        ("状态", "请假", "absent"),
        ("状态", "缺席", "absent"),
        ("状态", "候补", "reserve"),
        ("Status", "Waitlist", "reserve"),
        ("RSVP", "No", "absent"),
        ("Attending", "yes", "present"),
        ("请假", "是", "absent"),
        ("请假", "病假", "absent"),
        ("请假", "出差", "absent"),
        ("请假", "否", "present"),
        ("是否参会", "否", "absent"),
        ("是否参会", "是", "present"),
        ("状态", "", "present"),
        ("状态", "ＲＥＳＥＲＶＥ", "reserve"),
    ],
)
def test_status_words(tmp_path: Path, heading: str, word: str, status: str) -> None:
    roster, notes = read_roster(write_csv(tmp_path / "r.csv", [["姓名", heading, "级别"], ["李强", word, "1"]]))

    assert roster.people[0].status == status
    assert notes == ()


def test_a_status_that_is_not_understood_is_told_and_counts_as_present(tmp_path: Path) -> None:
    rows = [["Name", "RSVP"], ["Ann", "maybe"], ["Bob", "maybe"]]

    roster, notes = read_roster(write_csv(tmp_path / "r.csv", rows))

    assert [p.status for p in roster.people] == ["present", "present"]
    assert [note.say() for note in notes] == [
        "r.csv row 2 column B: the status 'maybe' is not understood; counted as present (and 1 more rows)"
    ]


def test_several_columns_of_status_count_together(tmp_path: Path) -> None:
    rows = [["姓名", "状态", "请假"], ["李强", "已确认", ""], ["王芳", "已确认", "是"]]

    assert [p.status for p in read_roster(write_csv(tmp_path / "r.csv", rows))[0].people] == ["present", "absent"]


def test_a_need_in_a_remark_is_read_and_told(tmp_path: Path) -> None:
    rows = [["姓名", "备注"], ["李强", "需轮椅席位"], ["王芳", "不需要轮椅"]]

    roster, notes = read_roster(write_csv(tmp_path / "r.csv", rows))

    assert [p.needs for p in roster.people] == [{"wheelchair"}, frozenset()]
    assert roster.people[0].attribute("备注") == "需轮椅席位"
    assert [note.say("zh") for note in notes] == ["r.csv第2行B列：由备注读出需求“wheelchair”"]


def test_a_remark_that_says_absent_is_told(tmp_path: Path) -> None:
    rows = [["姓名", "备注"], ["李强", "请假"]]

    roster, notes = read_roster(write_csv(tmp_path / "r.csv", rows))

    assert roster.people[0].status == "present"
    assert "the remark says '请假', but the status does not" in notes[0].en


@pytest.mark.parametrize(
    ("word", "needs"), [("是", {"wheelchair"}), ("", set()), ("否", set()), ("x", {"wheelchair"})]
)
def test_a_column_wheelchair_says_yes_or_no(tmp_path: Path, word: str, needs: set[str]) -> None:
    rows = [["姓名", "轮椅", "级别"], ["李强", word, 1]]

    assert read_roster(write_csv(tmp_path / "r.csv", rows))[0].people[0].needs == needs


def test_groups_follow_in_the_order_of_appearance(tmp_path: Path) -> None:
    rows = [["姓名", "代表团"], ["李强", "上海"], ["王芳", "北京"], ["赵四", "上海"]]

    roster, _ = read_roster(write_csv(tmp_path / "r.csv", rows))

    assert roster.groups == (Group("上海", "上海", 1), Group("北京", "北京", 2))


def test_a_list_of_groups_decides_and_may_be_named_by_id_or_name(tmp_path: Path) -> None:
    groups = [Group("bj", "北京", 1), Group("sh", "上海", 2)]
    rows = [["姓名", "代表团"], ["李强", "上海"], ["王芳", "bj"]]

    roster, _ = read_roster(write_csv(tmp_path / "r.csv", rows), groups=groups)

    assert [p.group for p in roster.people] == ["sh", "bj"]
    assert roster.groups == tuple(groups)


def test_a_group_that_is_not_in_the_list_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "r.csv", [["姓名", "代表团"], ["李强", "上海市"]])

    assert fault(path, groups=[Group("sh", "上海", 2)]) == (
        "r.csv row 2 column B: group '上海市' is not in the list of groups; "
        "did you mean '上海'? known are: 上海, sh"
    )


@pytest.mark.parametrize("rank", ["first", "0", "-1", "7.5", "1e3"])
def test_a_rank_that_is_no_number_is_refused_with_its_cell(tmp_path: Path, rank: str) -> None:
    path = write_csv(tmp_path / "r.csv", [["姓名", "rank"], ["李强", "1"], ["王芳", rank]])

    assert fault(path) == (
        f"r.csv row 3 column B: the rank {rank!r} is no whole number from 1; "
        "use a whole number, 1 is the highest, or tell the rank of each word by 'ranks'"
    )


def test_ids_are_made_of_names_and_numbered_for_namesakes(tmp_path: Path) -> None:
    roster, notes = read_roster(write_csv(tmp_path / "r.csv", [["姓名"], ["王芳"], ["李强"], ["王芳"]]))

    assert [p.id for p in roster.people] == ["王芳#1", "李强", "王芳#2"]
    assert [note.say() for note in notes] == [
        "r.csv row 4: 2 people are called '王芳'; rules must use their ids: 王芳#1, 王芳#2"
    ]


def test_an_id_that_is_taken_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "r.csv", [["编号", "姓名"], ["7", "李强"], ["7", "王芳"]])

    assert fault(path) == (
        "r.csv row 3 column A: the id '7' is taken; give each person an id of their own; it is also at r.csv row 2"
    )


def test_a_made_id_never_takes_a_typed_one(tmp_path: Path) -> None:
    rows = [["编号", "姓名"], ["", "王芳"], ["王芳", "李强"]]

    assert [p.id for p in read_roster(write_csv(tmp_path / "r.csv", rows))[0].people] == ["王芳#1", "王芳"]


def test_a_row_without_a_name_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "r.csv", [["姓名", "单位"], ["", "外交部"]])

    assert fault(path) == (
        "r.csv row 2 column A: the row has no name; "
        "write the name, write 预留 or 'reserved' to keep a place, or empty the row"
    )


def test_a_kept_place_is_told(tmp_path: Path) -> None:
    roster, notes = read_roster(
        write_csv(tmp_path / "r.csv", [["姓名", "单位"], ["预留", "外交部"], ["预留", ""]])
    )

    assert [p.id for p in roster.people] == ["预留#1", "预留#2"]
    assert [note.say() for note in notes] == ["r.csv row 2: '预留' is no name: a place is kept (and 1 more rows)"]


@pytest.mark.parametrize(
    ("beside", "found", "mend"),
    [
        ("张三", "nobody is called '张三'", "name the id or the name of the person to sit beside"),
        ("王芳", "2 people are called '王芳'", "use an id: 王芳#1, 王芳#2"),
        ("李强", "somebody cannot sit beside themselves", "name the id or the name of the person to sit beside"),
    ],
)
def test_beside_needs_one_other_person(tmp_path: Path, beside: str, found: str, mend: str) -> None:
    rows = [["姓名", "陪同"], ["李强", beside], ["王芳", ""], ["王芳", ""]]

    assert fault(write_csv(tmp_path / "r.csv", rows)) == f"r.csv row 2 column B: {found}; {mend}"


def test_nobody_below_the_heading_is_refused(tmp_path: Path) -> None:
    assert fault(write_csv(tmp_path / "r.csv", [["姓名", "单位"], ["", ""]])) == (
        "r.csv: there is nobody below the heading row; write one row for each person below the heading"
    )


def test_all_faults_come_at_once_and_not_without_end(tmp_path: Path) -> None:
    rows = [["姓名", "rank"], *([f"甲{i}", "x"] for i in range(150))]

    lines = fault(write_csv(tmp_path / "r.csv", rows)).splitlines()

    assert len(lines) == 101
    assert lines[-1] == "roster: 50 more faults like these; mend these first"


def test_ten_thousand_rows_are_read(tmp_path: Path) -> None:
    heading = ["序号", "姓名", "单位", "职务", "级别", "代表团", "类别", "备注", "请假", "籍贯"]
    body = ([i, f"甲{i}", "单位", "处长", i % 9 + 1, f"团{i % 35}", "代表", "", "", "浙江"] for i in range(10_000))
    path = write_xlsx(tmp_path / "r.xlsx", [heading, *body])

    roster, _ = read_roster(path)

    assert names(roster) == [f"甲{i}" for i in range(10_000)]


NAMES = (
    st.text(
        st.characters(codec="gb18030", exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")),
        min_size=1,
        max_size=12,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text and not text.startswith("'"))
)
PEOPLE = st.lists(st.tuples(NAMES, st.integers(1, 99), NAMES), min_size=1, max_size=8)


@settings(max_examples=40, deadline=None)
@given(PEOPLE, st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "xlsx"]))
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, people: list[tuple[str, int, str]], form: str
) -> None:
    folder = tmp_path_factory.mktemp("roster")
    rows = [["编号", "姓名", "级别", "单位"], *([f"p{i}", n, r, u] for i, (n, r, u) in enumerate(people))]
    if form == "xlsx":
        path = write_xlsx(folder / "r.xlsx", rows)
    else:
        path = write_csv(folder / "r.csv", rows, encoding=form)

    roster, _ = read_roster(path)

    assert [(p.id, p.rank, p.unit) for p in roster.people] == [
        (f"p{i}", r, u) for i, (_, r, u) in enumerate(people)
    ]
    assert ["".join(p.name.split()) for p in roster.people] == ["".join(n.split()) for n, _, _ in people]


@pytest.mark.parametrize(
    "footer", [["合计", "13人", ""], ["Total: 2", "", ""], ["", "共 2 人", ""], ["小计", "", "2"]]
)
def test_a_sum_below_the_names_is_nobody(tmp_path: Path, footer: list[str]) -> None:
    roster, notes = read_roster(write_csv(tmp_path / "r.csv", [*PLAIN, footer]))

    assert names(roster) == ["李强", "王芳"]
    assert [note.where for note in notes] == ["r.csv row 4"]
    assert notes[0].en.endswith("is a sum, not a person; left out")


def test_people_whose_names_look_like_sums_stay(tmp_path: Path) -> None:
    roster, _ = read_roster(write_csv(tmp_path / "r.csv", [*PLAIN, ["共工", "", 3], ["Count Basie", "", 4]]))

    assert names(roster) == ["李强", "王芳", "共工", "Count Basie"]


def test_cells_under_no_heading_are_told(tmp_path: Path) -> None:
    _, notes = read_roster(write_csv(tmp_path / "r.csv", [*PLAIN, ["赵六", "财政部", 3, "坐轮椅"]]))

    assert [note.say() for note in notes] == [
        "r.csv row 4 column D: '坐轮椅' stands under no heading and is left out"
    ]


def test_a_remark_below_the_table_is_told(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text("序号,姓名,职级\n1,王建国,1\n2,李强,2\n3,,\n\n注：如有变动请联系办公厅,,\n", "utf-8")

    roster, notes = read_roster(path)

    assert [person.name for person in roster.people] == ["王建国", "李强"]
    assert [note.zh for note in notes if "不是人员" in note.zh] == ["“注：如有变动请联系办公厅”不是人员，未读取"]
