"""Where each setting comes from, and how well it is attested (protocol.md 1, 2, 7 and 9)."""

from __future__ import annotations

from typing import NamedTuple

from seatplan.protocol.convention import Convention

__all__ = ["SOURCES", "Source", "sources"]


class Source(NamedTuple):
    """Section, mark and sources of a value.

    Parameters
    ----------
    section : str
        Of protocol.md.
    mark : str
        ``A`` official text, ``B`` several sources agree, ``C`` one secondary source, ``D`` unconfirmed.
    sources : tuple of str
        Keys of protocol.md section 9; empty where no source is known.

    Examples
    --------
    >>> str(Source("1.5", "C", ("S22", "S23")))
    '1.5, mark C [S22 S23]'
    """

    section: str
    mark: str
    sources: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.section}, mark {self.mark} [{' '.join(self.sources) or 'no source known'}]"


def _source(section: str, mark: str, sources: str = "") -> Source:
    return Source(section, mark, tuple(sources.split()))


SOURCES: dict[tuple[str, str], Source] = {
    ("honour_side", "left"): _source("1.1", "B", "S1 S2 S3 S4"),
    ("honour_side", "right"): _source("1.1", "B", "S3 S4 S10 S11"),
    ("even_rule", "beside_first"): _source("1.4 V-A", "B", "S1 S5 S6 S8 S9 S12 S16 S18 S19 S97"),
    ("even_rule", "split_line"): _source("1.4 V-B", "B", "S2 S3b S20 S21"),
    ("anchor", "symmetric"): _source("1.3 1.4", "B", "S1 S5 S6"),
    ("anchor", "first_at_center"): _source("1.4 V-C", "C", "S22 S23"),
    ("anchor", "vacant_center"): _source("1.5", "C", "S22 S23"),
    ("pair_rule", "as_even"): _source("1.4", "C", "S6"),
    ("pair_rule", "split_line"): _source("1.4", "C", "S1"),
    ("equals", "none"): _source("7 conflict 5", "D"),
    ("equals", "two"): _source("1.4 1.5", "C", "S22 S23"),
    ("presider", "by_rank"): _source("1.9", "B", "S4 S11 S33"),
    ("presider", "center"): _source("1.9", "B", "S4 S11 S33"),
    ("presider", "row_end"): _source("1.9", "B", "S4 S11 S33"),
    ("presider_side", "left"): _source("1.9", "B", "S4 S11 S33"),
    ("presider_side", "right"): _source("1.9", "B", "S4 S11 S33"),
    ("lectern", "front_center"): _source("1.10", "B", "S18"),
    ("lectern", "front_right"): _source("1.10", "B", "S4 S11 S18"),
    ("lectern", "front_left"): _source("1.10", "D"),
    ("lectern", "both_sides"): _source("1.10", "C", "S18"),
    ("lectern", "none"): _source("1.10", "D"),
    ("lectern_split", "presider_left"): _source("4.3", "B", "S17"),
    ("lectern_split", "presider_right"): _source("4.3", "C", "S101"),
    ("hall_method", "rows"): _source("2.1", "B", "S43 S44 S45 S46"),
    ("hall_method", "columns"): _source("2.1", "B", "S43 S44 S45 S46"),
    ("hall_method", "center_out"): _source("2.1", "B", "S43 S44 S45 S46"),
    ("hall_method", "center_out_mirrored"): _source("2.1", "D"),
    ("hall_method", "rows_from_right"): _source("2.1", "D"),
    ("hall_method", "columns_from_back"): _source("2.1", "D"),
    ("hall_method", "serpentine_from_left"): _source("2.1", "D"),
    ("hall_method", "serpentine_from_right"): _source("2.1", "D"),
    ("hall_method", "serpentine_from_front"): _source("2.1", "D"),
    ("hall_method", "serpentine_from_back"): _source("2.1", "D"),
    ("columns", "left_to_right"): _source("2.1", "B", "S43 S44 S45 S46"),
    ("columns", "center_out"): _source("2.1 2.2", "B", "S44"),
    ("seat_numbers", "odd_left_even_right"): _source("2.4", "C", "S65 S66"),
    ("seat_numbers", "even_left_odd_right"): _source("2.4", "C", "S64"),
    ("seat_numbers", "left_to_right"): _source("2.4", "C", "S67"),
    ("seat_numbers", "right_to_left"): _source("2.4", "D"),
}
"""Section, mark and sources by setting and value. Fill orders with no source are known from practice only."""


def sources(convention: Convention) -> dict[str, Source]:
    """Return where each setting of a convention comes from.

    Examples
    --------
    >>> sources(Convention())["even_rule"].section
    '1.4 V-A'
    """
    keys = dict.fromkeys(key for key, _ in SOURCES)
    return {key: SOURCES[key, convention.value(key)] for key in keys}
