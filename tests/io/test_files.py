"""Outputs are written as a whole or not at all, and never outside their folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from seatplan.errors import InputError
from seatplan.io.files import read_bytes, write_all, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_bytes(b"old")

    write_whole(tmp_path / "plan.json", b"new")

    assert (tmp_path / "plan.json").read_bytes() == b"new"
    assert names(tmp_path) == ["plan.json"]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.json").write_bytes(b"old")

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "plan.json", b"new")

    assert (tmp_path / "plan.json").read_bytes() == b"old"
    assert names(tmp_path) == ["plan.json"]


def test_a_full_disk_while_staging_leaves_every_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all(tmp_path, {"a": b"old", "b": b"old"})
    real, calls = os.fsync, []

    def fail(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        write_all(tmp_path, {"a": b"new", "b": b"new"})

    assert [(tmp_path / name).read_bytes() for name in "ab"] == [b"old", b"old"]
    assert names(tmp_path) == ["a", "b"]


def test_a_set_of_outputs_is_written_into_a_new_folder(tmp_path: Path) -> None:
    written = write_all(tmp_path / "out", {"plan.json": b"1", "charts/hall.pdf": b"2"})

    assert [path.read_bytes() for path in written] == [b"1", b"2"]
    assert names(tmp_path) == ["out/charts/hall.pdf", "out/plan.json"]


@pytest.mark.parametrize(
    "name", ["../x", "a/../../x", "/x", "C:\\x", "C:x", "\\x", "..\\x", "a\\..\\..\\x", "", "a/", "a\0b"]
)
def test_names_that_lead_out_are_refused_before_anything_is_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="the name leads out of the output folder; use a plain file name"):
        write_all(tmp_path / "out", {"plan.json": b"1", name: b"2"})

    assert names(tmp_path) == []


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "charts").symlink_to(tmp_path)

    with pytest.raises(InputError, match="leads out of the output folder"):
        write_all(tmp_path / "out", {"charts/hall.pdf": b"1"})


def test_a_link_in_place_of_an_output_is_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"keep")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "plan.json").symlink_to(tmp_path / "precious")

    write_all(tmp_path / "out", {"plan.json": b"new"})

    assert (tmp_path / "precious").read_bytes() == b"keep"
    assert (tmp_path / "out" / "plan.json").read_bytes() == b"new"


def test_a_folder_in_place_of_an_output_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.json").mkdir()

    with pytest.raises(InputError, match="it is a folder; remove it or choose another output"):
        write_all(tmp_path, {"a": b"1", "plan.json": b"2"})

    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(InputError, match="cannot be written: "):
        write_whole(tmp_path / "nowhere" / "plan.json", b"1")
    with pytest.raises(InputError, match="cannot be written: "):
        write_all(tmp_path / "file", {"plan.json": b"1"})


def test_a_name_that_no_system_takes(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: "):
        read_bytes(tmp_path / "a\0b")
