"""A convention is data: defaults, messages for wrong and clashing settings, sources, presets, proofs."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from seatplan.errors import InputError
from seatplan.protocol import (
    CHOICES,
    CLASHES,
    PRESETS,
    SOURCES,
    STANDINGS,
    Convention,
    preset,
    proof,
    sources,
)


def test_the_defaults_are_those_of_the_conflict_register() -> None:
    """Section 7, conflicts 1 to 8, 10 and 11: a convention without settings is the register's default."""
    default = Convention()

    assert (default.honour_side, default.even_rule, default.anchor) == ("left", "beside_first", "symmetric")
    assert (default.pair_rule, default.equals, default.presider) == ("as_even", (), "by_rank")
    assert (default.lectern, default.lectern_split) == ("front_center", "presider_left")
    assert (default.columns, default.seat_numbers) == ("left_to_right", "odd_left_even_right")


@pytest.mark.parametrize("key", CHOICES)
def test_an_unknown_value_is_refused_with_the_known_ones(key: str) -> None:
    """Where, what was found, how to mend: for every setting."""
    with pytest.raises(InputError) as caught:
        Convention(**{key: "middle"})

    assert str(caught.value) == (
        f"convention.{key}: no such value 'middle'; use one of: {', '.join(CHOICES[key])}"
    )


def test_all_faults_are_told_at_once() -> None:
    """Two wrong settings give two messages."""
    with pytest.raises(InputError) as caught:
        Convention(anchor="left", lectern="balcony")

    assert len(caught.value.faults) == 2


@pytest.mark.parametrize("equals", [("a",), ("a", "b", "c"), ("a", "a"), "ab"])
def test_equals_are_two_people(equals: tuple[str, ...]) -> None:
    """1.5 speaks of ranks 1 and 2 only; a text is no list of ids."""
    with pytest.raises(InputError, match="does not name two people; give two ids"):
        Convention(equals=equals)


def test_equals_may_come_as_a_list() -> None:
    """A YAML file gives lists; a convention stays hashable."""
    assert hash(Convention(equals=["a", "b"])) == hash(Convention(equals=("a", "b")))


def test_equals_of_whom_one_is_away_are_none() -> None:
    """Conflict 5 needs both of them at the top."""
    convention = Convention(equals=("a", "b"))

    assert convention.among({"a", "b", "c"}) is convention
    assert convention.among({"b", "c"}).equals == ()


@pytest.mark.parametrize(("settings", "fault"), CLASHES)
def test_clashing_settings_are_refused_by_name(settings: dict[str, str], fault: object) -> None:
    """A contradiction names both settings, where it stands and how to mend it."""
    given = {key: ("a", "b") if value == "two" else value for key, value in settings.items()}
    with pytest.raises(InputError) as caught:
        Convention(**given)

    assert caught.value.faults == (fault,)
    assert all(key in str(fault) for key in settings)


def test_only_real_contradictions_are_refused() -> None:
    """Every other pair of values can stand together."""
    clashing = [settings for settings, _ in CLASHES]
    pairs = [(a, b, x, y) for a, b in combinations(CHOICES, 2) for x, y in product(CHOICES[a], CHOICES[b])]
    for a, b, x, y in (pair for pair in pairs if {pair[0]: pair[2], pair[1]: pair[3]} not in clashing):
        assert Convention(**{a: x, b: y})


def test_every_value_has_a_source_or_says_that_none_is_known() -> None:
    """Sections 1, 2 and 7: marks A to C come with sources; what has none is mark D."""
    values = {(key, value) for key, allowed in CHOICES.items() for value in allowed}

    assert set(SOURCES) == values | {("equals", "none"), ("equals", "two")}
    assert all(source.section and bool(source.sources) == (source.mark != "D") for source in SOURCES.values())


def test_the_marks_of_the_main_conflict_are_those_of_the_page() -> None:
    """1.4, 1.5: V-A and V-B are B; V-C, the empty centre and the equals are C."""
    marks = [SOURCES[key].mark for key in (("even_rule", "beside_first"), ("even_rule", "split_line"))]

    assert marks == ["B", "B"]
    assert SOURCES["anchor", "first_at_center"].mark == SOURCES["anchor", "vacant_center"].mark == "C"
    assert SOURCES["equals", "two"].sources == ("S22", "S23")


def test_a_convention_names_the_source_of_each_setting() -> None:
    """A report can print where every setting comes from."""
    found = sources(Convention(pair_rule="split_line"))

    assert set(found) == {*CHOICES, "equals"}
    assert str(found["pair_rule"]) == "1.4, mark C [S1]"
    assert str(found["equals"]) == "7 conflict 5, mark D [no source known]"


def test_every_preset_has_its_name_and_its_standing() -> None:
    """A preset prints what it is for and where it comes from."""
    assert set(PRESETS) == set(STANDINGS)
    assert all(preset(name).name == name for name in PRESETS)
    assert all(standing.about and standing.source.sources for standing in STANDINGS.values())


def test_presets_differ_as_the_protocol_says() -> None:
    """1.1, 1.4, 2.2: left is honoured at home, right abroad; the split variant; the congress hall."""
    assert {name for name in PRESETS if preset(name).honour_side == "right"} == {
        "international",
        "business",
        "state",
    }
    assert preset("state").banquet_interpreter == "behind"
    assert preset("cn-official-split").even_rule == "split_line"
    assert (preset("cn-congress").hall_method, preset("cn-congress").columns) == ("columns", "center_out")


def test_an_unknown_preset_is_refused_with_the_known_ones() -> None:
    """Never guess."""
    with pytest.raises(InputError, match="convention: no preset 'cn'; use one of: cn-official, "):
        preset("cn")


@pytest.mark.parametrize("name", PRESETS)
def test_a_proof_shows_rows_of_1_to_12_in_both_views(name: str) -> None:
    """Rule 1: twelve rows, each audience's view the reverse of the occupants'."""
    rows = proof(preset(name))

    assert [row.people for row in rows] == list(range(1, 13))
    assert all(row.audience.split() == row.occupant.split()[::-1] for row in rows)
    assert not any(row.remarks for row in rows)


def test_a_proof_tells_which_rows_do_not_exist() -> None:
    """Rule 7: with vacant_center even rows are empty and say why; small odd ones carry a caution."""
    rows = proof(Convention(anchor="vacant_center"), people=8)

    assert [row.people for row in rows if not row.occupant] == [2, 4, 6, 8]
    assert rows[6].occupant == "7 5 3 1 _ 2 4 6"
    assert [row.people for row in rows if row.remarks] == [1, 2, 3, 4, 5, 6, 8]
