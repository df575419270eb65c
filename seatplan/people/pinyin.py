"""The order of names by pinyin, the surname in a name, and the name in Latin letters.

Surnames have readings of their own (单 shàn, 曾 zēng, 仇 qiú), which dictionaries of words do not give; they stand
in ``data/surnames.txt``. Given names are read by `pypinyin`, which knows words but not people: a reading of one's
own (``readings={"王重": "wáng chóng"}``) wins over both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import Literal, TypeVar, get_args

from seatplan.errors import Fault, refuse
from seatplan.people.names import Named, bare, name_of, read_table
from seatplan.people.strokes import StrokeKey, stroke_key

__all__ = ["PinyinKey", "Umlaut", "latin_name", "pinyin_key", "sort_by_pinyin", "split_name", "syllables"]

Item = TypeVar("Item", str, Named)
PinyinKey = tuple[tuple[str, bool, int, StrokeKey], ...]
Umlaut = Literal["ü", "yu", "v"]

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PIECE = re.compile(f"[{_HAN}]|[^{_HAN}]+")  # a character, or a word in another script
_RUN = re.compile(f"[{_HAN}]+|[^{_HAN}]+")
_CHINESE = re.compile(f"\\s*[{_HAN}]")
_INTERPUNCT = re.compile("[·•‧∙⋅・･．]")
_SYLLABLE = re.compile("([a-zü]+)([1-5])")
_NO_TONE = 0
Reading = tuple[str, ...]


@lru_cache(maxsize=1)
def _surnames() -> dict[str, Reading]:
    """Return the readings of surnames that have one of their own, and of surnames of several characters."""
    columns = (line.split("\t") for line in read_table("surnames.txt"))
    return {surname: tuple(reading.split()) for surname, reading in columns}


@lru_cache(maxsize=65_536)
def _read(text: str) -> Reading:
    """Return the syllables of Chinese characters, the number of the tone behind each."""
    if len(text) > 1 and not _has_phrase(text):  # four times as fast as asking for each name
        return tuple([syllable for character in text for syllable in _read(character)])
    from pypinyin import Style, lazy_pinyin  # 0.2 s; with its phrases, or 长江 and 重阳 would be misread

    # errors=list: what has no reading stays, one item a character
    found = lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True, v_to_u=True, errors=list)  # type: ignore[arg-type]
    return tuple([_stressed(*pair) if pair[1][-1] == "5" else pair[1] for pair in zip(text, found, strict=True)])


def _has_phrase(text: str) -> bool:
    """Return whether the reading of a part of the text may differ from that of its characters."""
    from pypinyin.constants import PHRASES_DICT

    starts = range(len(text))
    return any(text[start:stop] in PHRASES_DICT for start in starts for stop in range(start + 2, len(text) + 1))


def _stressed(character: str, syllable: str) -> str:
    """Return a reading with a tone where there is one: 子 zǐ, for names have no neutral tone."""
    from pypinyin import Style, pinyin

    (readings,) = pinyin(character, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True, v_to_u=True)
    return next(
        (reading for reading in readings if reading[:-1] == syllable[:-1] and reading != syllable), syllable
    )


def split_name(name: str, *, surnames: Collection[str] = ()) -> tuple[str, str]:
    """Return surname and given name of a Chinese name.

    A space or interpunct inside the name decides; otherwise the compound surnames that are known (欧阳, 司马,
    尉迟 ...) do, when something follows them; otherwise the first character is the surname.

    Parameters
    ----------
    name : str
        A full name, surname first.
    surnames : collection of str
        Further surnames of several characters, such as ``林郑``.

    Returns
    -------
    tuple of str
        Surname and given name, without spaces; a name that begins with another script is returned whole, with an
        empty given name, for which of its words is the surname cannot be told.

    Examples
    --------
    >>> split_name("李强"), split_name("欧阳修"), split_name("李　强"), split_name("贺兰 敏之")
    (('李', '强'), ('欧阳', '修'), ('李', '强'), ('贺兰', '敏之'))
    >>> split_name("林郑月娥", surnames=["林郑"])
    ('林郑', '月娥')
    >>> split_name("Ann Lee")
    ('Ann Lee', '')
    """
    if not _CHINESE.match(name):
        return name.strip(), ""
    parts = _INTERPUNCT.split(name, maxsplit=1) if _INTERPUNCT.search(name) else name.split()
    if len(parts) == 2:
        return bare(parts[0]), bare(parts[1])
    letters = bare(name)
    lengths = (4, 3, 2) if len(letters) > 2 else ()
    known = (size for size in lengths if size < len(letters) and _is_surname(letters[:size], surnames))
    length = next(known, 1)
    return letters[:length], letters[length:]


def _is_surname(text: str, surnames: Collection[str]) -> bool:
    return text in surnames or text in _surnames()


def syllables(
    name: str, *, surnames: Collection[str] = (), readings: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Return the reading of a name, a syllable for each character, with the number of the tone (5 is the neutral).

    Parameters
    ----------
    name : str
        A full name, surname first. Words in other scripts stay as they are.
    surnames : collection of str
        As in `split_name`.
    readings : mapping of str to str, optional
        Readings of one's own for names, surnames or given names, with tone marks or numbers.

    Returns
    -------
    tuple of str
        One for each character.

    Raises
    ------
    InputError
        For a reading that is no pinyin or has another number of syllables than characters.

    Examples
    --------
    >>> syllables("单雄信"), syllables("尉迟恭"), syllables("吕布")
    (('shan4', 'xiong2', 'xin4'), ('yu4', 'chi2', 'gong1'), ('lü3', 'bu4'))
    >>> syllables("王重", readings={"王重": "wáng chóng"})
    ('wang2', 'chong2')
    """
    return _syllables(name, surnames, _own_readings(readings))


def _syllables(name: str, surnames: Collection[str], own: Mapping[str, Reading]) -> Reading:
    surname, given = split_name(name, surnames=surnames)
    if not given:
        surname = bare(surname)
    if surname + given in own:
        return own[surname + given]
    family = own.get(surname) or _surnames().get(surname) or _read_mixed(surname)
    return family + (own.get(given) or _read_mixed(given))


def _read_mixed(text: str) -> Reading:
    """Return the syllables of a text; words in other scripts stay as they are."""
    runs = (_read(run) if _CHINESE.match(run) else (run,) for run in _RUN.findall(text))
    return tuple(syllable for run in runs for syllable in run)


def _own_readings(readings: Mapping[str, str] | None) -> dict[str, Reading]:
    """Return a user's readings as syllables with numbers."""
    if not readings:
        return {}
    from pypinyin.contrib.tone_convert import to_tone3

    own, faults = {}, []
    for name, reading in readings.items():
        words = [to_tone3(word, v_to_u=True, neutral_tone_with_five=True) for word in reading.lower().split()]
        count = len(_PIECE.findall(bare(name)))
        if len(words) != count or not all(map(_SYLLABLE.fullmatch, words)):
            mend = f"give {count} syllables, as in 'shàn xióng xìn' or 'shan4 xiong2 xin4'"
            faults.append(Fault(f"readings[{name!r}]", repr(reading), mend))
        own[bare(name)] = tuple(words)
    refuse(faults)
    return own


def pinyin_key(
    name: str, *, surnames: Collection[str] = (), readings: Mapping[str, str] | None = None
) -> PinyinKey:
    """Return what names are compared by in the order of pinyin.

    Names are compared character by character: by the letters of the syllable (``ü`` after ``u``), by the tone, by
    the strokes; so the same surname stays together. Words in other scripts go by their letters, among the
    syllables. The protocol names the method (2.1, standing B) but not how equal sounds are ordered: the order of
    tones and strokes is the one of dictionaries (standing D).

    Parameters
    ----------
    name, surnames, readings
        As in `syllables`.

    Returns
    -------
    tuple
        It compares with ``<`` and serves as a key of ``sorted``.

    Examples
    --------
    >>> sorted(["张三", "单雄信", "曾巩", "解缙", "任弼时"], key=pinyin_key)
    ['任弼时', '单雄信', '解缙', '曾巩', '张三']
    """
    return _key(name, syllables(name, surnames=surnames, readings=readings))


def _key(name: str, reading: tuple[str, ...]) -> PinyinKey:
    return tuple(map(_piece_key, _PIECE.findall(bare(name)), reading))


@lru_cache(maxsize=65_536)
def _piece_key(piece: str, syllable: str) -> tuple[str, bool, int, StrokeKey]:
    """Return letters, whether there is an ü among them, tone, and strokes."""
    found = _SYLLABLE.fullmatch(syllable)
    if found:
        return found[1].replace("ü", "u"), "ü" in found[1], int(found[2]), stroke_key(piece)
    letters = unicodedata.normalize("NFD", syllable.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain, False, _NO_TONE, stroke_key(piece)


def sort_by_pinyin(
    items: Iterable[Item],
    *,
    key: Callable[[Item], str] = name_of,
    surnames: Collection[str] = (),
    readings: Mapping[str, str] | None = None,
) -> list[Item]:
    """Return names or people in the order of pinyin; equal names stay as they came.

    Parameters
    ----------
    items : iterable of str or of things with a name
        What to sort.
    key : callable
        The name of an item.
    surnames, readings
        As in `syllables`.

    Returns
    -------
    list
        The same items.

    Examples
    --------
    >>> sort_by_pinyin(["欧阳修", "区寄", "仇英", "秦观", "朴趾源", "潘安"])
    ['区寄', '欧阳修', '潘安', '朴趾源', '秦观', '仇英']
    """
    own = _own_readings(readings)
    return sorted(items, key=lambda item: _key(key(item), _syllables(key(item), surnames, own)))


def latin_name(
    name: str,
    *,
    surnames: Collection[str] = (),
    readings: Mapping[str, str] | None = None,
    umlaut: Umlaut = "ü",
) -> str:
    """Return a Chinese name in Latin letters, surname first, as GB/T 28039-2011 writes it.

    Parameters
    ----------
    name, surnames, readings
        As in `syllables`. A name in another script is returned as it is.
    umlaut : {"ü", "yu", "v"}
        How ü is written; passports have ``yu``.

    Returns
    -------
    str
        Surname and given name, each one word.

    Raises
    ------
    InputError
        For another ``umlaut``, or a reading that is none.

    Examples
    --------
    >>> latin_name("李强"), latin_name("欧阳修"), latin_name("张西安"), latin_name("买买提·艾力")
    ('Li Qiang', 'Ouyang Xiu', "Zhang Xi'an", 'Maimaiti Aili')
    >>> latin_name("吕布"), latin_name("吕布", umlaut="yu")
    ('Lü Bu', 'Lyu Bu')
    """
    if umlaut not in get_args(Umlaut):
        refuse([Fault("umlaut", repr(umlaut), "use 'ü', 'yu' (as in passports) or 'v'")])
    surname, _ = split_name(name, surnames=surnames)
    if not _CHINESE.match(name):
        return name
    reading = syllables(name, surnames=surnames, readings=readings)
    count = len(_PIECE.findall(surname))
    return " ".join(_word(part, umlaut) for part in (reading[:count], reading[count:]) if part)


def _word(reading: Iterable[str], umlaut: str) -> str:
    """Return syllables as one word; one that begins with a vowel is set off by an apostrophe."""
    word = ""
    for syllable in reading:
        found = _SYLLABLE.fullmatch(syllable)
        letters = found[1].replace("ü", umlaut) if found else syllable
        word += "'" + letters if word and letters[0] in "aoe" else letters
    return word[:1].upper() + word[1:]
