"""Convention files and proofs: what a preset says is what is read back, and clashes are named with their line."""

from __future__ import annotations

import pytest

from seatplan.errors import InputError
from seatplan.io.convention import convention_yaml, read_convention
from seatplan.io.convention_text import convention_list, convention_proof
from seatplan.protocol import PRESETS, preset


def written(tmp_path, text: str):
    path = tmp_path / "house.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_that_is_written_is_read_back(name, tmp_path):
    assert read_convention(written(tmp_path, convention_yaml(name))) == preset(name)


def test_settings_change_the_preset(tmp_path):
    text = "format: seatplan-convention/1\npreset: international\nname: house\npair_rule: split_line\n"
    found = read_convention(written(tmp_path, text))

    assert (found.name, found.honour_side, found.pair_rule) == ("house", "right", "split_line")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("name: x\n", ["house.yaml", "the format is None", "seatplan-convention/1"]),
        ("- a\n", ["a convention file is made of keys and values"]),
        ("format: seatplan-convention/1\npreset: nowhere\n", ["house.yaml:2", "there is no preset 'nowhere'"]),
        ("format: seatplan-convention/1\nhonour_side: up\n", ["house.yaml:2", "up"]),
        ("format: seatplan-convention/1\nhonor_side: left\n", ["house.yaml:2", "honor_side"]),
        (
            "format: seatplan-convention/1\neven_rule: split_line\nanchor: first_at_center\n",
            ["house.yaml:", "'first_at_center' clashes with even_rule 'split_line'"],
        ),
    ],
)
def test_a_wrong_file_says_where_and_what(text, parts, tmp_path):
    with pytest.raises(InputError) as caught:
        read_convention(written(tmp_path, text))

    assert all(part in str(caught.value) for part in parts), str(caught.value)


@pytest.mark.parametrize("name", PRESETS)
def test_every_proof_has_twelve_rows_and_sources(name):
    text = convention_proof(name)

    assert sum(line[:3].strip().isdigit() for line in text.splitlines()) == 12
    assert "mark B" in text
    assert name in convention_list()


def test_the_proof_of_eight_is_as_printed():
    """G-05, in both views."""
    (line,) = [line for line in convention_proof("cn-official").splitlines() if line.startswith("  8 ")]

    assert line.split("  8  ")[1].split("   ")[0] == "8 6 4 2 1 3 5 7"
    assert line.endswith("7 5 3 1 2 4 6 8")


def test_the_proof_draws_each_kind_of_occasion_small():
    """Talks, sofas, photographs, round tables, a dinner, a head table and a signing, by the settings."""
    lines = convention_proof("international").splitlines()
    drawn = [line.strip() for line in lines if line.startswith("    ")]

    assert drawn == [
        *("G2 G1 G3", "--------", "H3 H1 H2"),
        *("G2 G1 GT G3", "--------", "H2 H1 HT H3"),
        "G2 G1 H1 H2",
        "6 4 2 1 3 5 7    G3 H2 G1 H1 G2 H3 H4",
        *("H1 G1 G3 G5 G7 G6 G4 G2", "H1 G1 . G4 H2 G3 . G2"),
        "H W1 M2 H M1 W3 M3 W2",
        "8 6 4 2 [L] 1 3 5 7",
        *("G2 G1 H1 H2", "GA GS HS HA"),
    ]


@pytest.mark.parametrize(
    ("settings", "shown", "hidden"),
    [
        ("fill: clockwise", "H1 G1 G7 G6 G5 G4 G3 G2", "H1 G1 . G4 H2 G3 . G2"),
        ("fill: alternate_host_guest", "H1 G1 H3 G4 H2 G3 H4 G2", "H1 G1 G3 G5 G7 G6 G4 G2"),
        ("banquet_style: traditional_left", "1 3 5 7 8 6 4 2", "H1 G1 G3"),
        ("anchor: vacant_center", "6 4 2 _ 1 3 5 7    G3", "7 5 3 1 2 4 6    G3"),
        ("mod4: two_at_ends", "H W1 M3 W3 M2 H M1 W2", "H W1 M2 H"),
        ("talks_interpreter: behind", "(interpreters: behind)", "GT"),
        ("sofas_side: right", "G2 G1 H1 H2", "H2 H1 G1 G2\nPhoto"),
    ],
)
def test_a_file_of_ones_own_has_a_proof_too(settings, shown, hidden, tmp_path):
    """A protocol office sees what its changes do."""
    file = written(tmp_path, f"format: seatplan-convention/1\nname: house\n{settings}\n")
    text = convention_proof(str(file))

    assert text.startswith("house: from house.yaml\n")
    assert shown in text
    assert hidden not in text
