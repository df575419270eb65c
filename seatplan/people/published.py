"""Lists that somebody has published, as data with source and standing: units, sectors, States."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, get_args

from seatplan.errors import Fault, refuse

__all__ = ["LISTS", "Published", "Tail", "npc_units", "published"]

Tail = Literal["quota", "tw_pla_hk_mo"]

LISTS = ("npc_units", "cppcc_sectors", "eu_states", "un_drawn")
"""Names of the lists that are shipped."""


@dataclass(frozen=True)
class Published:
    """A list with where it comes from.

    Parameters
    ----------
    title, source, standing : str
        The standing begins with the mark: ``A`` official text ... ``D`` unconfirmed.
    rows : tuple of tuple of str
        The name first, then the other columns of the file.

    Examples
    --------
    >>> published("eu_states").names[:3], published("eu_states").standing[0]
    (('Belgium', 'Bulgaria', 'Czechia'), 'A')
    """

    title: str
    source: str
    standing: str
    rows: tuple[tuple[str, ...], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names in the order of the list."""
        return tuple(row[0] for row in self.rows)


@lru_cache(maxsize=len(LISTS))
def published(name: str) -> Published:
    """Return a list that is shipped.

    Parameters
    ----------
    name : str
        One of `LISTS`.

    Raises
    ------
    InputError
        If there is none of this name.

    Examples
    --------
    >>> published("un_drawn").rows[0]
    ('Yemen', '79')
    """
    refuse(
        [Fault("list", f"there is no list {name!r}", f"use one of: {', '.join(LISTS)}")]
        if name not in LISTS
        else []
    )
    text = files("seatplan.people").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    lines = text.splitlines()
    head = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# ") and ": " in line)
    rows = tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))
    return Published(head["title"], head["source"], head["standing"], rows)


def npc_units(tail: Tail = "quota") -> tuple[str, ...]:
    """Return the 35 electoral units of the National People's Congress (rule 21).

    Parameters
    ----------
    tail : {"quota", "tw_pla_hk_mo"}
        Conflict 12: the last four as in the quota plans (香港, 澳门, 台湾, 解放军和武警部队; A [S48 S49]), or
        台湾, 解放军和武警部队, 香港, 澳门, which has no documented source (D).

    Examples
    --------
    >>> npc_units()[30:], npc_units("tw_pla_hk_mo")[31:33]
    (('新疆', '香港', '澳门', '台湾', '解放军和武警部队'), ('台湾', '解放军和武警部队'))
    """
    mend = f"use one of: {', '.join(get_args(Tail))}"
    refuse([Fault("tail", f"no such value {tail!r}", mend)] if tail not in get_args(Tail) else [])
    names = published("npc_units").names
    hk, mo, tw, pla = names[31:]
    return names if tail == "quota" else (*names[:31], tw, pla, hk, mo)
