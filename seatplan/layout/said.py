"""`Said`: one thing that is said of a layout, as data; its words stand in `seatplan.layout.sentences`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from seatplan.codes import Finding
from seatplan.layout.sentences import SENTENCES
from seatplan.venue.numbering import Language

__all__ = ["Remark", "Said", "joined"]

_BETWEEN: dict[Language, str] = {"en": "; ", "zh": "；"}


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is said of a layout: how it was found, what limits it, what is left to people.

    Parameters
    ----------
    kind : str
        One of `SENTENCES`.
    values : mapping of str to object
        Numbers in metres, square metres and people, names as they are drawn, and things said.

    Examples
    --------
    >>> one = Said("exits", {"count": 2})
    >>> print(one, one.sentence("zh"), one.data())
    exits that can be reached: 2 可达疏散门2个 {'kind': 'exits', 'count': 2}
    """

    kind: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def sentence(self, language: Language = "en") -> str:
        """Return it in plain words."""
        said = {
            name: one.sentence(language) if isinstance(one, Said) else one for name, one in self.values.items()
        }
        return SENTENCES[self.kind][language].format(**said)

    def data(self) -> dict[str, Any]:
        """Return it for programs: its kind and its values, in no language."""
        told = {name: one.data() if isinstance(one, Said) else one for name, one in self.values.items()}
        return {"kind": self.kind, **told}

    def __str__(self) -> str:
        return self.sentence()


Remark = Said | Finding
"""What a person must look at: a thing said, or what a code finds."""


def joined(parts: Iterable[Said], language: Language = "en") -> str:
    """Return several things said as one sentence.

    Examples
    --------
    >>> joined([Said("no door"), Said("wish")], "zh")
    '图中无门：未核查疏散；按所需人数'
    """
    return _BETWEEN[language].join(part.sentence(language) for part in parts)
