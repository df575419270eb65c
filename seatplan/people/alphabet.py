"""The alphabetical order of names in Latin letters, language by language (protocol 2.3 (j)); never by code point.

Three things are compared, each only where the ones before it are equal: the letters of the language's own
alphabet, the accents that make no letter of it, capitals. So ``Émile`` stands between ``Emil`` and ``Emily`` in
English, and ``Ödman`` behind ``Zorn`` in Swedish but beside ``Odman`` in German.

What this does not do: scripts other than Latin have no alphabets here and stand behind all Latin names, by code
point (Chinese names have orders of their own: `sort_by_strokes`, `sort_by_pinyin`). Accents are compared from the
front, in French too, where Canada does so from the back. Numbers are compared digit by digit. Digraphs that are
letters (``ch`` in Czech, ``aa`` in Danish) are taken as such wherever they stand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar, get_args

from seatplan.errors import Fault, refuse
from seatplan.people.names import Named, name_of

__all__ = ["LANGUAGES", "AlphabetKey", "Particles", "alphabet_key", "sort_by_alphabet"]

Item = TypeVar("Item", str, Named)
Particles = Literal["keep", "skip"]
Letter = tuple[int, str, int]  # group, one of the 26 letters, how far behind it
AlphabetKey = tuple[tuple[Letter, ...], tuple[str, ...], tuple[bool, ...], str]

_COMMA, _SPACE, _DIGIT, _LETTER, _OTHER_SCRIPT = range(5)
# Latin letters that do not come apart into a letter and an accent
_SPELLED = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ı": "i",
    "ə": "e",
}
_SPELLED |= {"ħ": "h", "ŋ": "n", "ŧ": "t"}


@dataclass(frozen=True, slots=True)
class Alphabet:
    """What a language does with letters beyond the 26.

    Parameters
    ----------
    name : str
        The language.
    rules : str
        ``n<ñ``: ñ is a letter behind n; ``æ=ä``: æ is written otherwise but counts as ä; ``ssz=sz+sz``: and as
        two letters.
    particles : str
        Small words before a family name that ``particles="skip"`` leaves out.
    """

    name: str
    rules: str = ""
    particles: str = ""


_IBERIAN = "de del la las los y e da das do dos"
_NORDIC = "af av de von"
_GERMAN = "von vom zu zum zur und van der den de"
_EVERYWHERE = f"{_IBERIAN} {_GERMAN} di du des le ter ten te af av d'"
_SWEDISH = "z<å<ä<ö æ=ä ø=ö ü=y"
_DANISH = "z<æ<ø<å ä=æ ö=ø aa=å ü=y"
_CROATIAN = "c<č<ć d<dž<đ l<lj n<nj s<š z<ž"
_HUNGARIAN = (
    "c<cs d<dz<dzs g<gy l<ly n<ny o<ö s<sz t<ty u<ü z<zs ő=ö ű=ü "
    "ccs=cs+cs ddz=dz+dz ddzs=dzs+dzs ggy=gy+gy lly=ly+ly nny=ny+ny ssz=sz+sz tty=ty+ty zzs=zs+zs"
)
LANGUAGES = {
    "bs": Alphabet("Bosnian", _CROATIAN),
    "ca": Alphabet("Catalan", "", _IBERIAN),
    "cs": Alphabet("Czech", "c<č h<ch r<ř s<š z<ž", "z ze"),
    "da": Alphabet("Danish", _DANISH, _NORDIC),
    "de": Alphabet("German, as in dictionaries (DIN 5007-1: ä = a)", "", _GERMAN),
    "de-phonebook": Alphabet("German, as in lists of names (DIN 5007-2: ä = ae)", "ä=ae ö=oe ü=ue", _GERMAN),
    "en": Alphabet("English", "", _EVERYWHERE),
    "es": Alphabet("Spanish", "n<ñ", _IBERIAN),
    "et": Alphabet("Estonian", "s<š<z<ž w<õ<ä<ö<ü"),
    "fi": Alphabet("Finnish", _SWEDISH, _NORDIC),
    "fr": Alphabet("French", "", "de d'"),
    "hr": Alphabet("Croatian", _CROATIAN),
    "hu": Alphabet("Hungarian", _HUNGARIAN),
    "is": Alphabet("Icelandic", "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ<ö<å ä=æ ø=ö"),
    "it": Alphabet("Italian"),  # the particle belongs to the name: De Gasperi stands under D
    "lt": Alphabet("Lithuanian", "c<č s<š z<ž y=i"),
    "lv": Alphabet("Latvian", "a<ā c<č e<ē g<ģ i<y<ī k<ķ l<ļ n<ņ o<ō r<ŗ s<š u<ū z<ž"),
    "nb": Alphabet("Norwegian (Bokmål)", _DANISH, _NORDIC),
    "nl": Alphabet("Dutch", "", "van von de den der het 't te ten ter"),
    "nn": Alphabet("Norwegian (Nynorsk)", _DANISH, _NORDIC),
    "pl": Alphabet("Polish", "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż"),
    "pt": Alphabet("Portuguese", "", _IBERIAN),
    "ro": Alphabet("Romanian", "a<ă<â i<î s<ș t<ț ş=ș ţ=ț"),
    "sk": Alphabet("Slovak", "a<ä c<č h<ch o<ô r<ř s<š z<ž"),
    "sl": Alphabet("Slovenian", "c<č<ć d<đ s<š z<ž"),
    "sq": Alphabet("Albanian", "c<ç d<dh e<ë g<gj l<ll n<nj r<rr s<sh t<th x<xh z<zh"),
    "sv": Alphabet("Swedish", _SWEDISH, _NORDIC),
    "tr": Alphabet("Turkish", "c<ç g<ğ h<ı o<ö s<ş u<ü"),
}


class _Weight(NamedTuple):
    """What a letter, as written, counts as."""

    letters: tuple[Letter, ...]
    accent: str = ""


@lru_cache(maxsize=len(LANGUAGES))
def _weights(lang: str) -> dict[str, _Weight]:
    """Return what the letters that a language has rules for count as."""
    weights: dict[str, _Weight] = {}
    for rule in LANGUAGES[lang].rules.split():
        base, *behind = rule.split("<")
        for rank, letter in enumerate(behind, 1):
            weights[letter] = _Weight(((_LETTER, base, rank),))
    for written, counted in re.findall(r"(\S+)=(\S+)", LANGUAGES[lang].rules):
        parts = (weights[part].letters if part in weights else _plain(part) for part in counted.split("+"))
        weights[written] = _Weight(tuple(letter for part in parts for letter in part), written)
    return weights


def _plain(letters: str) -> tuple[Letter, ...]:
    return tuple((_LETTER, letter, 0) for letter in letters)


@lru_cache(maxsize=4096)
def _weight(character: str) -> _Weight:
    """Return what a character without a rule counts as: nothing, for most punctuation."""
    decomposed = unicodedata.normalize("NFD", character)
    base, accents = decomposed[0], decomposed[1:]
    if "a" <= base <= "z":
        return _Weight(_plain(base), accents)
    if base in _SPELLED:
        return _Weight(_plain(_SPELLED[base]), base)
    if base.isspace() or unicodedata.category(base) == "Pd":  # a hyphen parts two names as a space does
        return _Weight(((_SPACE, "", 0),))
    if base == ",":
        return _Weight(((_COMMA, "", 0),))
    if base.isdecimal():
        return _Weight(((_DIGIT, str(int(base)), 0),))
    return _Weight(((_OTHER_SCRIPT, character, 0),) if base.isalpha() else ())


def _lower(text: str, lang: str) -> str:
    if lang == "tr":
        text = text.replace("I", "ı").replace("İ", "i")
    return unicodedata.normalize("NFC", text.lower())


def _read(name: str, lang: str) -> Iterator[tuple[_Weight, bool]]:
    """Yield what each letter of a name counts as, and whether it is a capital."""
    weights = _weights(lang)
    longest = max(map(len, weights), default=1)
    text = unicodedata.normalize("NFC", " ".join(name.split()))
    start = 0
    while start < len(text):
        pieces = (_lower(text[start : start + size], lang) for size in range(longest, 0, -1))
        ruled = next((piece for piece in pieces if piece in weights), "")
        yield weights[ruled] if ruled else _weight(_lower(text[start], lang)), text[start].isupper()
        start += len(ruled) or 1


def _skip_particles(name: str, lang: str) -> str:
    particles = LANGUAGES[lang].particles.split()
    spaced = "|".join(re.escape(word) + (r"(?=\w)" if word.endswith("'") else r"\s+") for word in particles)
    return re.sub(f"^(?:{spaced})+(?=.)", "", name.strip().replace("’", "'"), flags=re.I) if particles else name


def _check(lang: str, particles: str) -> None:
    faults = []
    if lang not in LANGUAGES:
        faults.append(Fault("lang", repr(lang), f"use one of {', '.join(LANGUAGES)}"))
    if particles not in get_args(Particles):
        faults.append(Fault("particles", repr(particles), "use 'keep' or 'skip'"))
    refuse(faults)


def alphabet_key(name: str, *, lang: str = "en", particles: Particles = "keep") -> AlphabetKey:
    """Return what names are compared by in the alphabetical order of a language.

    Names are compared word by word (``De Vries`` before ``Deacon``); a hyphen parts words, apostrophes and full
    stops are not looked at, and a comma ends the family name (``Lee, Zoe`` before ``Lee Smith, Ann``).

    Parameters
    ----------
    name : str
        The name in the order it is to be compared in, family name first as a rule.
    lang : str
        A key of `LANGUAGES`: the language of the list, not of the person.
    particles : {"keep", "skip"}
        ``skip`` passes over what the language does not sort by (``van der Berg`` under B in Dutch). Usage
        differs from place to place and no source of the protocol settles it (standing D).

    Returns
    -------
    tuple
        It compares with ``<`` and serves as a key of ``sorted``.

    Raises
    ------
    InputError
        For another language or another way with particles.

    Examples
    --------
    >>> sorted(["Zorn", "Ödman", "Odell"], key=lambda name: alphabet_key(name, lang="sv"))
    ['Odell', 'Zorn', 'Ödman']
    >>> sorted(["Zorn", "Ödman", "Odell"], key=lambda name: alphabet_key(name, lang="de"))
    ['Odell', 'Ödman', 'Zorn']
    """
    _check(lang, particles)
    read = list(_read(_skip_particles(name, lang) if particles == "skip" else name, lang))
    letters = tuple(letter for weight, _ in read for letter in weight.letters)
    return letters, tuple(weight.accent for weight, _ in read), tuple(capital for _, capital in read), name


def sort_by_alphabet(
    items: Iterable[Item],
    *,
    lang: str = "en",
    key: Callable[[Item], str] = name_of,
    particles: Particles = "keep",
) -> list[Item]:
    """Return names or people in the alphabetical order of a language; equal names stay as they came.

    Parameters
    ----------
    items : iterable of str or of things with a name
        What to sort.
    key : callable
        The name of an item, family name first as a rule.
    lang, particles
        As in `alphabet_key`.

    Returns
    -------
    list
        The same items.

    Examples
    --------
    >>> sort_by_alphabet(["Ñandú", "Zeta", "Nube", "Oca"], lang="es")
    ['Nube', 'Ñandú', 'Oca', 'Zeta']
    >>> sort_by_alphabet(["van der Berg", "Claes", "Aalders"], lang="nl", particles="skip")
    ['Aalders', 'van der Berg', 'Claes']
    """
    _check(lang, particles)
    return sorted(items, key=lambda item: alphabet_key(key(item), lang=lang, particles=particles))
