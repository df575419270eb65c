"""What stands in the packs, and what their standing entitles them to."""

from __future__ import annotations

from pathlib import Path

import pytest

from seatplan.codes import (
    Pack,
    Reading,
    Silent,
    combinations,
    confirmed,
    judge,
    load_code,
    load_pack,
    pack_names,
    quantities,
    strictest,
    wheelchair_spaces,
)
from seatplan.errors import InputError

PACKS = {name: load_pack(name) for name in pack_names()}


def readings(pack: Pack) -> list[Reading]:
    """Return what a pack says in every row of every table."""
    return [
        pack.read(key, step.start * value.by.size if step.start is not None else 0)
        for key, value in pack.values.items()
        for step in value.steps
        if step.number is not None
    ]


ALL = [reading for pack in PACKS.values() for reading in readings(pack)]


@pytest.mark.parametrize("name", PACKS)
def test_every_pack_has_the_id_of_its_file(name: str) -> None:
    assert PACKS[name].id == name
    assert PACKS[name].values


def test_every_value_has_a_clause_and_a_standing() -> None:
    assert len(ALL) > 400
    assert all(reading.clause and reading.standing in "VSUD" and reading.title for reading in ALL)


def test_what_is_unconfirmed_or_derived_only_advises() -> None:
    weak = [reading for reading in ALL if reading.standing in "UD"]

    assert weak
    assert {reading.level(single_source="must") for reading in weak} == {"advise"}


def test_a_single_source_warns_until_the_user_opts_in() -> None:
    single = load_pack("jgj-57-2016").read("row.pitch.short.soft")

    assert single.level() == "warn"
    assert single.level(single_source="must") == "must"


def test_practice_never_forbids() -> None:
    practice = [reading for reading in ALL if not reading.binding]

    assert "must" not in {reading.level(single_source="must") for reading in practice}


def test_a_finding_is_as_weak_as_the_weakest_value_in_it() -> None:
    pack = load_pack("ibc-2021")
    found = judge([pack.read("table.chair"), pack.read("table.accessway")], 0, place="x", needed=-1)

    assert found is not None
    assert found.level == "advise"
    assert found.standing == "U"


def test_every_quantity_is_said_by_some_pack() -> None:
    said = {key for pack in PACKS.values() for key in pack.values}

    asked_by_formulas = {"aisle.width", "exits.width", "exits.apart", "exits.main", "tables.apart"}
    asked_by_formulas |= {"load.persons", "loose.row", "loose.seats", "dispersion.rows"}

    assert set(quantities()) - said == asked_by_formulas


def test_every_pack_of_a_combination_exists() -> None:
    assert {name for packs in combinations().values() for name in packs} <= set(PACKS)


def test_every_chinese_code_is_in_the_combination() -> None:
    chinese = {name for name, pack in PACKS.items() if pack.jurisdiction == "CN" and pack.binding}

    assert set(combinations()["cn"]) == chinese


def test_the_strictest_is_the_largest_least_and_the_smallest_most() -> None:
    assert strictest("us", "wheelchair.spaces", 120).pack == "ibc-2021"
    assert strictest("uk", "row.seats.both").number == 28
    assert strictest("cn", "wheelchair.depth.end").pack == "gb-55019-2021"


def test_a_factor_has_no_strictest_value() -> None:
    with pytest.raises(InputError, match=r"'load\.kitchen' only enters formulas"):
        strictest("us", "load.kitchen")


def test_a_code_that_says_nothing_is_silent() -> None:
    with pytest.raises(Silent, match="code 'un': it says nothing of 'row"):
        load_pack("un").read("row.gap")
    with pytest.raises(Silent, match="no pack says anything"):
        strictest("un", "row.gap")
    with pytest.raises(Silent, match=r"'wheelchair\.spaces' for 20000"):
        wheelchair_spaces("uk-ad-m", 20000)


def test_confirmed_packs_keep_only_what_may_forbid() -> None:
    cn = confirmed("cn")

    assert all(reading.level() == "must" for pack in cn for reading in readings(pack))
    assert wheelchair_spaces(cn, 600) == 3


def test_confirmed_packs_may_keep_single_sources() -> None:
    (jgj,) = confirmed("jgj-57-2016", single_source="must")

    assert jgj.says("row.pitch.short.soft")
    assert not jgj.says("aisle.width.advised")


def test_buildings_choose_packs() -> None:
    assert "jgj-58-2008" not in {pack.id for pack in load_code("cn", building="theatre")}
    assert "jgj-57-2016" in {pack.id for pack in load_code("cn", building="theatre")}


def test_a_file_replaces_the_pack_of_its_id(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "format: seatplan-codes/1\nid: ada-2010\ntitle: Ours\njurisdiction: US\nedition: '2'\n"
        "values:\n  wheelchair.spaces: {value: 9, unit: spaces, clause: '1', standing: V}\n",
        encoding="utf-8",
    )

    packs = load_code(["us", own])

    assert [pack.title for pack in packs if pack.id == "ada-2010"] == ["Ours"]
    assert wheelchair_spaces(f"us,{own}", 100) == 9
    assert wheelchair_spaces("us", 100) == 4


def test_an_unknown_pack_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="code 'ada': there is no such pack; use one of: ada-2010"):
        load_code("us,ada")


@pytest.mark.parametrize("name", ["../packs/ada-2010", "ADA-2010", ""])
def test_names_are_no_paths(name: str) -> None:
    with pytest.raises(InputError, match="there is no such pack"):
        load_pack(name)
