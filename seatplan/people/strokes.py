"""The order of names by strokes: 姓氏笔画 and 姓名笔画.

A character goes by the number of its strokes, then by the strokes themselves one by one (横 1, 竖 2, 撇 3, 点 4,
折 5; 提 counts as 横, 竖钩 as 竖, 捺 as 点), then by its place in 通用规范汉字表, the official table of 8,105
characters (protocol section 3, rules 27 to 31; GF 3003-1999). Sorting tables that go by the radical, such as
ICU's, give other orders and are wrong for official lists.

Not every character's place is known: `uncertain_characters` names those of which it is not, and a table of one's
own (``strokes={"龑": "..."}``) settles them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar, get_args

from seatplan.errors import Fault, InputError, refuse
from seatplan.people.names import Named, bare, name_of, read_table

__all__ = ["SingleName", "StrokeKey", "sort_by_strokes", "stroke_key", "strokes_of", "uncertain_characters"]

SingleName = Literal["first", "compare"]
CharacterKey = tuple[int, str, int]
StrokeKey = tuple[CharacterKey, ...]
Item = TypeVar("Item", str, Named)

_ROW = 64  # characters in a line of the table of counts
_AFTER_DIGITS = "6"  # stands behind all strokes of the same number
_NO_COUNT = 999
_BEHIND_TABLE = 10_000  # of equal strokes, the official characters come first
_SHORT, _LONG = (0, "", 0), (1, "", 0)


class _Entry(NamedTuple):
    """A line of the table of the official characters."""

    strokes: str
    place: int
    number: int
    doubt: str


@lru_cache(maxsize=1)
def _official() -> dict[str, _Entry]:
    """Return the characters of 通用规范汉字表, which the file has in their order."""
    entries = {}
    for place, line in enumerate(read_table("strokes.txt")):
        character, strokes, number, *doubt = line.split("\t")
        entries[character] = _Entry(strokes, place, int(number), "".join(doubt))
    return entries


@lru_cache(maxsize=1)
def _count_rows() -> dict[int, str]:
    lines = (line.partition("\t") for line in read_table("stroke_counts.txt"))
    return {int(row, 16): counts for row, _, counts in lines}


def _stroke_count(character: str) -> int:
    """Return how many strokes a character outside the official table has; 0 when nobody knows."""
    row, column = divmod(ord(character), _ROW)
    counts = _count_rows().get(row, "")
    return ord(counts[column]) - ord(" ") if column < len(counts) else 0


def _character_key(character: str, own: Mapping[str, str]) -> CharacterKey:
    entry = _official().get(character)
    strokes = own.get(character)
    if entry and strokes in (None, entry.strokes):
        return len(entry.strokes), entry.strokes, entry.place
    if strokes is not None:
        refuse(_faults({character: strokes}))
        return len(strokes), strokes, _BEHIND_TABLE + ord(character)
    return _stroke_count(character) or _NO_COUNT, _AFTER_DIGITS, ord(character)


class _Keys(dict[str, CharacterKey]):
    """The keys of characters, each found out once."""

    def __init__(self, own: Mapping[str, str]) -> None:
        super().__init__()
        self.own = own

    def __missing__(self, character: str) -> CharacterKey:
        key = self[character] = _character_key(character, self.own)
        return key


_SHIPPED = _Keys({})


def _faults(strokes: Mapping[str, str]) -> list[Fault]:
    """Return what is wrong with a user's table."""
    mend = "give one character its strokes in writing order as digits: 1 横提, 2 竖竖钩, 3 撇, 4 点捺, 5 折"
    return [
        Fault(f"strokes[{character!r}]", f"{digits!r}", mend)
        for character, digits in strokes.items()
        if len(character) != 1 or not digits or set(digits) - set("12345")
    ]


def _check_single_name(single_name: str) -> None:
    if single_name not in get_args(SingleName):
        mend = "use 'first' (姓氏笔画: party congresses, CPPCC) or 'compare' (姓名笔画: people's congresses)"
        raise InputError([Fault("single_name", repr(single_name), mend)])


def _name_key(name: str, single_name: SingleName, keys: _Keys) -> StrokeKey:
    letters = bare(name)
    key = tuple([keys[letter] for letter in letters])
    if single_name == "compare":
        return key
    return (*key[:1], _LONG if len(letters) > 2 else _SHORT, *key[1:])


def strokes_of(character: str) -> str:
    """Return the strokes of an official character as digits; empty for any other.

    Examples
    --------
    >>> strokes_of("王"), strokes_of("丁"), strokes_of("袁"), strokes_of("張")
    ('1121', '12', '1212513534', '')
    """
    entry = _official().get(character)
    return entry.strokes if entry else ""


def stroke_key(
    name: str, *, single_name: SingleName = "first", strokes: Mapping[str, str] | None = None
) -> StrokeKey:
    """Return what names are compared by in the order of strokes.

    Names are compared character by character, compound surnames too; spaces and interpuncts are not looked at
    (protocol rule 29). Keys compare with keys of the same ``single_name`` only.

    Parameters
    ----------
    name : str
        A full name, surname first.
    single_name : {"first", "compare"}
        ``first``, 姓氏笔画: of the names with one first character those of two characters come first, as in the
        lists of party congresses and the CPPCC. ``compare``, 姓名笔画: the second characters are compared at once,
        as in those of people's congresses (protocol 3.2, standing B).
    strokes : mapping of str to str, optional
        Strokes of one's own, as digits, for characters the official table lacks or for those to be changed.

    Returns
    -------
    tuple
        It compares with ``<`` and serves as a key of ``sorted``.

    Raises
    ------
    InputError
        For another ``single_name``, or strokes that are no digits from 1 to 5.

    Examples
    --------
    >>> sorted(["王小宁", "欧阳少东", "丁小宁"], key=stroke_key)
    ['丁小宁', '王小宁', '欧阳少东']
    >>> stroke_key("高富") < stroke_key("高大富")
    True
    >>> stroke_key("高富", single_name="compare") < stroke_key("高大富", single_name="compare")
    False
    """
    _check_single_name(single_name)
    return _name_key(name, single_name, _Keys(strokes) if strokes else _SHIPPED)


def sort_by_strokes(
    items: Iterable[Item],
    *,
    key: Callable[[Item], str] = name_of,
    single_name: SingleName = "first",
    strokes: Mapping[str, str] | None = None,
) -> list[Item]:
    """Return names or people in the order of strokes; equal names stay as they came.

    Characters whose place is not known stand behind all others of as many strokes, and those of which not even
    the number is known (such as Latin letters) behind everybody: see `uncertain_characters`.

    Parameters
    ----------
    items : iterable of str or of things with a name
        What to sort.
    key : callable
        The name of an item.
    single_name, strokes
        As in `stroke_key`.

    Returns
    -------
    list
        The same items.

    Raises
    ------
    InputError
        With every fault of the options.

    Examples
    --------
    >>> sort_by_strokes(["李强", "王毅", "李希", "王沪宁", "李干杰"])
    ['王毅', '王沪宁', '李希', '李强', '李干杰']
    >>> sort_by_strokes(["李强", "王毅", "李希", "王沪宁", "李干杰"], single_name="compare")
    ['王沪宁', '王毅', '李干杰', '李希', '李强']
    """
    _check_single_name(single_name)
    refuse(_faults(strokes or {}))
    keys = _Keys(strokes) if strokes else _SHIPPED
    return sorted(items, key=lambda item: _name_key(key(item), single_name, keys))


def uncertain_characters(name: str, *, strokes: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the characters of a name whose place in the order of strokes is not certain, each with the reason.

    Parameters
    ----------
    name : str
        A name.
    strokes : mapping of str to str, optional
        Strokes of one's own; a character that is in it is certain.

    Returns
    -------
    dict of str to str
        Empty when all of the name is certain.

    Examples
    --------
    >>> uncertain_characters("李强")
    {}
    >>> uncertain_characters("張飞")
    {'張': 'not in 通用规范汉字表: its 11 strokes are counted, their sequence is not known'}
    >>> uncertain_characters("張飞", strokes={"張": "51512111534"})
    {}
    """
    doubts = {character: _doubt(character) for character in bare(name) if character not in (strokes or {})}
    return {character: doubt for character, doubt in doubts.items() if doubt}


def _doubt(character: str) -> str:
    if entry := _official().get(character):
        return entry.doubt
    if count := _stroke_count(character):
        return f"not in 通用规范汉字表: its {count} strokes are counted, their sequence is not known"
    return "its strokes are not known"
