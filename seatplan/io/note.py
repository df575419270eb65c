"""`Note`: what a reader of files should tell the user although nothing is wrong enough to stop."""

from __future__ import annotations

from dataclasses import dataclass

from seatplan.io.place_words import place_in_chinese

__all__ = ["Note"]


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was read in a way the user should know of.

    Parameters
    ----------
    where : str
        Place: ``roster.xlsx row 14 column C``.
    en, zh : str
        What was found and what became of it.

    Examples
    --------
    >>> print(Note("roster.csv column F", "籍贯 is kept as a further column", "“籍贯”列作为附加信息保留").say())
    roster.csv column F: 籍贯 is kept as a further column
    """

    where: str
    en: str
    zh: str

    def say(self, lang: str = "en") -> str:
        """Return the note with its place, in ``"en"`` or ``"zh"``."""
        return f"{self.where}: {self.en}" if lang == "en" else f"{place_in_chinese(self.where)}：{self.zh}"
