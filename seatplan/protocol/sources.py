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
    ("guest_side", "right_on_entering"): _source("4.1", "B", "S10 S36 S85 S87"),
    ("guest_side", "left_on_entering"): _source("4.1", "C", "S89 S90"),
    ("talks_interpreter", "mirror"): _source("4.1", "B", "S10 S36 S92"),
    ("talks_interpreter", "right"): _source("4.1", "B", "S11 S85 S87 S88"),
    ("talks_interpreter", "behind"): _source("4.1", "B", "S85 S87"),
    ("sofas_side", "honour_side"): _source("4.2", "B", "S10 S36 S85 S97"),
    ("sofas_side", "left"): _source("4.2", "B", "S10 S97"),
    ("sofas_side", "right"): _source("4.2", "C", "S98"),
    ("photo_side", "usual"): _source("4.5", "B", "S8 S10 S20 S85 S87"),
    ("photo_side", "left"): _source("4.5", "B", "S8 S10 S20"),
    ("photo_side", "right"): _source("4.5", "B", "S85 S87"),
    ("banquet_style", "host_faces_door"): _source("5.1", "B", "S2 S9 S20 S91 S107 S108 S109"),
    ("banquet_style", "traditional_left"): _source("5.1", "B", "S111 S112 S113"),
    ("second_guest", "host_left"): _source("5.1", "B", "S2 S9 S20 S91 S107 S108 S109"),
    ("second_guest", "cohost_right"): _source("5.1", "C", "S110"),
    ("fill", "alternate"): _source("5.1", "B", "S2 S9 S20 S91 S107 S108 S109"),
    ("fill", "clockwise"): _source("5.1", "C", "S114"),
    ("fill", "alternate_host_guest"): _source("5.1", "C", "S115"),
    ("fill", "free"): _source("5.1", "B", "S2 S9 S20 S91 S107 S108 S109"),
    ("table_side", "right"): _source("5.2", "B", "S107 S108 S117 S118"),
    ("table_side", "left"): _source("5.2", "C", "S111"),
    ("mod4", "shift_hostess"): _source("5.4", "D"),
    ("mod4", "adjacent"): _source("5.4", "B", "S126 S128 S129 S130"),
    ("mod4", "two_at_ends"): _source("5.4", "C", "S124"),
    ("banquet_interpreter", "guest_right"): _source("5.3", "C", "S92b"),
    ("banquet_interpreter", "opposite"): _source("5.3", "C", "S121"),
    ("banquet_interpreter", "behind"): _source("5.3", "C", "S119"),
    ("banquet_interpreter", "none"): _source("5.3", "D"),
    ("u_head", "closed_end"): _source("4.3", "C", "S38"),
    ("u_head", "opening"): _source("4.3", "C", "S99"),
    ("guest_outranks_host", "swap"): _source("5.1", "C", "S91"),
    ("guest_outranks_host", "keep"): _source("7 conflict 28", "D"),
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
