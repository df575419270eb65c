"""Tables that cannot be read say why; tables that can are read from the cell the user sees."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from seatplan.errors import InputError
from seatplan.io.table import Table, read_table
from tests.io.tables import write_csv, write_ods, write_xls, write_xlsx

AGAIN = "open it in your spreadsheet program and save it again as .xlsx"


def fault(path: Path, **options: str) -> str:
    """Return the message of a table that is refused."""
    with pytest.raises(InputError) as caught:
        read_table(path, **options)
    return str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"

    assert fault(path) == f"{path}: there is no such file; mend the name or put the file there"


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "r.xlsx").mkdir()

    assert fault(tmp_path / "r.xlsx") == f"{tmp_path / 'r.xlsx'}: it is a folder; name a file in it"


@pytest.mark.parametrize(("name", "found"), [("r.docx", "the suffix '.docx'"), ("roster", "no suffix")])
def test_a_suffix_that_no_table_has(tmp_path: Path, name: str, found: str) -> None:
    (tmp_path / name).write_text("x")

    assert fault(tmp_path / name) == (
        f"{name}: {found} is none that tables have; "
        "save the table as one of: .xlsx, .xlsm, .xls, .ods, .csv, .tsv, .txt"
    )


@pytest.mark.parametrize("name", ["r.xlsx", "r.xls", "r.ods"])
@pytest.mark.parametrize("raw", [b"", b"hello", b"PK\x03\x04hello", b"<html><table></table>"])
def test_a_broken_workbook(tmp_path: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)

    message = fault(tmp_path / name)

    assert message.startswith(f"{name}: cannot be read as a workbook (")
    assert message.endswith(f"); {AGAIN}")


def test_a_workbook_cut_off(tmp_path: Path) -> None:
    whole = write_xlsx(tmp_path / "whole.xlsx", [["a"]]).read_bytes()
    (tmp_path / "r.xlsx").write_bytes(whole[: len(whole) // 2])

    assert AGAIN in fault(tmp_path / "r.xlsx")


def test_a_workbook_with_a_broken_part(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("xl/workbook.xml", "<workbook")

    assert AGAIN in fault(path)


def test_an_encrypted_workbook(tmp_path: Path) -> None:
    raw = write_xls(tmp_path / "plain.xls", [["a"]]).read_bytes()
    # what Excel writes for a password is a container of the old kind with one part of this name
    old, new = "Workbook".encode("utf-16le"), "EncryptedPackage".encode("utf-16le")
    at = raw.index(old)
    (tmp_path / "r.xlsx").write_bytes(raw[:at] + new + raw[at + len(new) :])

    assert fault(tmp_path / "r.xlsx") == "r.xlsx: the workbook is encrypted; save it without a password"


def test_a_workbook_of_another_kind_than_its_suffix_says_is_read(tmp_path: Path) -> None:
    write_xls(tmp_path / "a.xls", [["name"], ["李强"]]).rename(tmp_path / "a.xlsx")
    write_xlsx(tmp_path / "b.xlsx", [["name"], ["李强"]]).rename(tmp_path / "b.xls")

    assert read_table(tmp_path / "a.xlsx").rows == read_table(tmp_path / "b.xls").rows == (("name",), ("李强",))


def test_an_empty_sheet(tmp_path: Path) -> None:
    assert fault(write_xlsx(tmp_path / "r.xlsx", [])) == (
        "r.xlsx sheet 'Sheet1': the sheet is empty; "
        "write a heading row and one row for each person, or name another sheet"
    )


@pytest.mark.parametrize("text", ["", "\n\n", ",,\n,,\n"])
def test_an_empty_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "r.csv").write_text(text)

    assert fault(tmp_path / "r.csv") == (
        "r.csv: the file is empty; write a heading row and one row for each person"
    )


def test_a_sheet_that_does_not_exist(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "r.xlsx", [["name"]], sheet="名单")

    assert fault(path, sheet="名单1") == "r.xlsx: there is no sheet '名单1'; did you mean '名单'? known are: 名单"


def test_a_text_has_no_sheets(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "r.csv", [["name"]])

    assert fault(path, sheet="名单") == "r.csv: a text file has no sheet '名单'; leave out 'sheet'"


def test_a_quotation_mark_that_is_never_closed(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text('name\n"Ann\n')

    assert fault(tmp_path / "r.csv") == (
        "r.csv line 2: cannot be read: unexpected end of data; "
        "close the quotation marks of each cell, or save the file again from your spreadsheet program"
    )


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_bytes(b"name\0\0Ann")

    assert fault(tmp_path / "r.csv") == (
        "r.csv: it is no text file (it has NUL characters); save it as CSV from your spreadsheet program"
    )


def test_a_cell_far_out_does_not_fill_the_memory(tmp_path: Path) -> None:
    rows = [["name"], ["Ann"]]
    path = write_xlsx(tmp_path / "r.xlsx", rows, others={"far": [[""] * 16_000 + ["x"], *[[]] * 9999, ["y"]]})

    assert (
        fault(path)
        == "r.xlsx: a sheet is too large to be a table of people; copy the table alone to a new workbook"
    )


def test_a_repeated_cell_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = write_ods(tmp_path / "r.ods", [["name"], ["Ann"]])
    with zipfile.ZipFile(path) as parts:
        content = {name: parts.read(name) for name in parts.namelist()}
    cell = b'<table:table-cell office:value-type="string" table:number-columns-repeated="16000">'
    content["content.xml"] = content["content.xml"].replace(b'<table:table-cell office:value-type="string">', cell)
    with zipfile.ZipFile(path, "w") as parts:
        for name, raw in content.items():
            parts.writestr(name, raw)

    assert "too large to be a table of people" in fault(path)


def test_the_first_sheet_that_is_not_empty_is_read_and_named(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "r.xlsx", [], sheet="空", others={"名单": [["", ""], ["", "name"]]})

    table = read_table(path)

    assert table.rows == (("", ""), ("", "name"))
    assert table.where(1, 1) == "r.xlsx sheet '名单' row 2 column B"


def test_cells_become_the_text_that_people_see(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "r.xlsx", [[7, 7.5, True, "007", " x ", None, "=1+1", 1e20]])

    assert read_table(path).rows == (("7", "7.5", "TRUE", "007", "x", "", "=1+1", "1e+20"),)


def test_a_guard_against_formulas_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("name\n'=1+1\n'-\n'tis\n")

    assert read_table(tmp_path / "r.csv").rows == (("name",), ("=1+1",), ("-",), ("'tis",))


def test_a_table_places_rows_and_cells() -> None:
    assert Table("r.csv", ()).where(13, 2) == "r.csv row 14 column C"
