"""`convention:` in event files: presets, files of one's own, changes, and settings that clash."""

from __future__ import annotations

from pathlib import Path

import pytest

from seatplan.errors import Fault, InputError
from seatplan.io.convention import convention_yaml, read_convention
from seatplan.protocol import CLASHES, PRESETS, preset
from tests.io.events import faults, read


def typed(settings: dict[str, str]) -> dict[str, str]:
    """Settings as a file has them."""
    return {key: "[a, b]" if value == "two" else value for key, value in settings.items()}


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_is_reached_by_name_and_as_a_copied_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "house.yaml").write_text(convention_yaml(name), "utf-8")

    assert read(tmp_path, convention=f"convention: {name}\n").problem.convention == preset(name)
    assert read(tmp_path, convention="convention: house.yaml\n").problem.convention == preset(name)


def test_a_file_is_changed_by_further_settings(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("format: seatplan-convention/1\nname: house\nmod4: adjacent\n", "utf-8")
    found = read(tmp_path, convention="convention: {file: house.yaml, lectern: none}\n").problem.convention

    assert (found.name, found.mod4, found.lectern) == ("house, lectern none", "adjacent", "none")


@pytest.mark.parametrize(("settings", "fault"), CLASHES, ids=[" + ".join(c.values()) for c, _ in CLASHES])
def test_every_clash_is_told_where_it_stands_with_both_settings(
    tmp_path: Path, settings: dict[str, str], fault: Fault
) -> None:
    """In an event file and in a convention file: line, both names, how to mend it."""
    lines = "".join(f"  {key}: {value}\n" for key, value in typed(settings).items())
    (event,) = faults(tmp_path, convention=f"convention:\n{lines}")
    file = tmp_path / "house.yaml"
    file.write_text("format: seatplan-convention/1\n" + lines.replace("  ", ""), "utf-8")
    with pytest.raises(InputError) as caught:
        read_convention(file)
    (alone,) = caught.value.faults

    assert event.startswith("event.yaml:")
    assert event.endswith(f"; {fault.mend}")
    assert alone.where.startswith("house.yaml:")
    assert all(key in event or value in event for key, value in settings.items())
    assert alone.found == fault.found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("cn-offical", "event.yaml:2:13 convention: there is no preset 'cn-offical'; did you mean 'cn-official'?"),
        ("[a]", "a convention is a name or settings"),
        ("{preset: [a]}", "convention.preset: there is no preset ['a']"),
        ("{preset: cn-official, file: house.yaml}", "drop one of preset and file"),
        ("house.yml", "house.yml"),
        ("{file: ../house.yaml}", "leads out of the event file's folder"),
        ("{mod4: three}", "convention.mod4: 'three' is not what belongs here; write 'shift_hostess', 'adjacent'"),
        ("{honor_side: left}", "unknown key 'honor_side'"),
        ("{equals: [a]}", "('a',) does not name two people; give two ids"),
    ],
)
def test_wrong_conventions_say_what_is_wrong(tmp_path: Path, text: str, message: str) -> None:
    (found,) = faults(tmp_path, convention=f"convention: {text}\n")

    assert message in found
    assert found.startswith(("event.yaml:2", "house.yml", str(tmp_path)))


def test_a_wrong_preset_in_a_file_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("format: seatplan-convention/1\npreset: [a]\n", "utf-8")

    assert "there is no preset ['a']" in faults(tmp_path, convention="convention: house.yaml\n")[0]
