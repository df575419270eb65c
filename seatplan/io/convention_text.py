"""A convention as text: what it does, in both views, with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from seatplan.protocol import PRESETS, STANDINGS, Convention, preset, proof, sofas, sources, talks
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
    """Return the proof of a preset: rows of 1 to ``people`` in both views, occasions drawn small, sources.

    Raises
    ------
    InputError
        If there is no preset of this name.

    Examples
    --------
    >>> [line for line in convention_proof("cn-official").splitlines() if line.startswith("  3 ")]
    ['  3  2 1 3                               3 1 2']
    """
    custom = preset(name)
    parts = [*_head(name), "", *_rows(custom, people), "", *_drawn(custom), "", *_settings(custom)]
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
    """Yield a rostrum, talks and sofas as they look on a page with door or audience at the bottom."""
    sides = talks(3, 3, "none", custom)
    guests, hosts = (
        " ".join(f"{p}{r}" for r in row) for p, row in (("G", sides.guests.row[::-1]), ("H", sides.hosts.row))
    )
    yield "Talks across, guests facing the door at the bottom (no interpreters):"
    yield from (f"    {guests}", "    --------", f"    {hosts}")
    yield "Sofas, seen from the door at the bottom:"
    yield f"    {' '.join(map(_short, sofas(2, 2, custom.honour_side).front[::-1]))}"


def _short(member: Member) -> str:
    return f"{member.party[0].upper()}{member.rank}"


def _settings(custom: Convention) -> Iterator[str]:
    yield "Settings and where each comes from (A official, B several sources, C one, D unconfirmed):"
    for key, source in sources(custom).items():
        yield f"  {key}: {custom.value(key)}  [{source}]"
