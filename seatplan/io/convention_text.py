"""A convention as text: what it does, in both views, with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from seatplan.io.convention import read_convention
from seatplan.protocol import (
    PRESETS,
    STANDINGS,
    Convention,
    Diner,
    dinner_ring,
    foreign_photo,
    head_table,
    one_host_table,
    preset,
    proof,
    ranks_and_gaps,
    ring_ranks,
    signing,
    sofas,
    sources,
    talks,
    two_host_table,
)
from seatplan.protocol.party import Member

__all__ = ["convention_list", "convention_proof"]


def convention_list() -> str:
    """Return the presets with what they are for.

    Examples
    --------
    >>> convention_list().splitlines()[0].split(":")[0]
    'cn-official'
    """
    return "\n".join(f"{name}: {STANDINGS[name].about}" for name in PRESETS) + "\n"


def convention_proof(name: str, *, people: int = 12) -> str:
    """Return the proof of a convention: rows of 1 to ``people`` in both views, occasions drawn small, sources.

    Parameters
    ----------
    name : str
        A preset, or the path of a convention file, which ends in ``.yaml``.
    people : int

    Raises
    ------
    InputError
        If there is no preset or file of this name, and for a wrong file.

    Examples
    --------
    >>> [line for line in convention_proof("cn-official").splitlines() if line.startswith("  3 ")]
    ['  3  2 1 3                               3 1 2']
    """
    custom = read_convention(name) if name.endswith((".yaml", ".yml")) else preset(name)
    head = _head(name) if name in STANDINGS else (f"{custom.name}: from {Path(name).name}",)
    parts = [*head, "", *_rows(custom, people), "", *_drawn(custom), "", *_settings(custom)]
    return "\n".join(parts) + "\n"


def _head(name: str) -> Iterator[str]:
    standing = STANDINGS[name]
    yield f"{name}: {standing.about}"
    yield f"Source: protocol.md {standing.source}"
    if standing.limits:
        yield f"Limits: {standing.limits}"


def _rows(custom: Convention, people: int) -> Iterator[str]:
    """Yield the front rows; occupants and audience each read from their own left."""
    yield f" {'N':>2}  {'occupants, from their left':<35} audience, from its left"
    for row in proof(custom, people):
        remarks = f"  ({'; '.join(row.remarks)})" if row.remarks else ""
        yield f" {row.people:>2}  {row.occupant:<35} {row.audience}{remarks}".rstrip()


def _drawn(custom: Convention) -> Iterator[str]:
    """Yield the occasions as they look on a page with door or audience at the bottom."""
    yield from _talks(custom)
    side = custom.honour_side if custom.sofas_side == "honour_side" else custom.sofas_side
    yield "Sofas, seen from the door at the bottom:"
    yield f"    {_row(sofas(2, 2, side).front[::-1])}"
    yield "Photograph of seven of one list, and of four hosts with three guests, seen by the camera:"
    one = custom.honour_side if custom.photo_side == "usual" else custom.photo_side
    abroad = "right" if custom.photo_side == "usual" else custom.photo_side
    row = ranks_and_gaps(7, replace(custom, honour_side=one, equals=()))
    seven = " ".join("_" if rank is None else str(rank) for rank in row[::-1])
    yield f"    {seven}    {_row(foreign_photo(4, 3, honour_side=abroad)[::-1])}"
    yield from _table(custom)
    yield f"Dinner of eight, from the host towards the right hand ({custom.mod4}):"
    yield f"    {' '.join(_diner(diner) for diner in dinner_ring(8, custom.mod4))}"
    yield "Head table with a lectern, seen from the hall:"
    yield f"    {' '.join('[L]' if r is None else str(r) for r in head_table(8, custom.lectern_split)[::-1])}"
    yield "Signing, seen from the hall: the others behind the desk"
    ceremony = signing(2, 2)
    yield from (f"    {_row(ceremony.behind[0][::-1])}", f"    {_row(ceremony.desk[::-1])}")


def _talks(custom: Convention) -> Iterator[str]:
    """Yield talks without and with interpreters."""
    for mode in ("none", custom.talks_interpreter):
        sides = talks(3, 3, mode, custom)
        guests, hosts = (
            " ".join(f"{p}T" if r is None else f"{p}{r}" for r in row)
            for p, row in (("G", sides.guests.row[::-1]), ("H", sides.hosts.row))
        )
        yield f"Talks across, guests facing the door at the bottom (interpreters: {mode}):"
        yield from (f"    {guests}", "    --------", f"    {hosts}")


def _table(custom: Convention) -> Iterator[str]:
    """Yield round tables of eight, from the seat that faces the door towards its right hand."""
    if custom.banquet_style == "traditional_left":
        yield "Round table of one list in the older style, from the seat that faces the door to its right hand:"
        yield f"    {' '.join(map(str, ring_ranks(8, 'left')))}"
        return
    yield "Round table with a host, then with a co-host, from the seat that faces the door to its right hand:"
    fill: Literal["alternate", "clockwise"] = "clockwise" if custom.fill == "clockwise" else "alternate"
    if custom.fill in ("alternate", "clockwise"):
        yield f"    {_row(one_host_table(8, fill))}"
    if custom.fill != "clockwise":
        yield f"    {_row(two_host_table(8, second_guest=custom.second_guest, fill=custom.fill))}"


def _row(members: Sequence[Member | None]) -> str:
    return " ".join("." if member is None else _short(member) for member in members)


def _diner(diner: Diner) -> str:
    """Return H for host and hostess, M and W with the rank for the guests."""
    return "H" if diner.role else f"{diner.sex[0].upper()}{diner.rank}"


def _short(member: Member) -> str:
    letter = {"signer": "S", "assistant": "A"}.get(member.role, str(member.rank))
    return f"{member.party[0].upper()}{letter}"


def _settings(custom: Convention) -> Iterator[str]:
    yield "Settings and where each comes from (A official, B several sources, C one, D unconfirmed):"
    for key, source in sources(custom).items():
        yield f"  {key}: {custom.value(key)}  [{source}]"
