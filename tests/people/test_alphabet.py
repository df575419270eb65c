"""The alphabetical order of names by language (protocol 2.3 (j))."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.people import Person
from seatplan.people.alphabet import LANGUAGES, alphabet_key, sort_by_alphabet


def shuffled(names, seed=3):
    return random.Random(seed).sample(names, len(names))


ORDERS = {  # each as dictionaries and registers of the language print it
    "en": "Adams Émile Emily Muller Müller O'Brien Obrien-Smith Zoe",
    "fr": "Cote Coté Côte Côté Élie Lœb Loeffler Œuvray Zola",
    "de": "Mahler Müller Muller-Ay Mylius Strasser Straßer Zuse",
    "de-phonebook": "Mahler Mueller Müller Mufti Muller Mylius",
    "es": "Cano Chávez Cid Llosa Luna Nube Núñez Ñandú Oca",
    "sv": "Adam Muhr Müller Nyman Zorn Åberg Ärlig Öberg",
    "fi": "Aalto Virtanen Wirkkala Yrjö Åkerman Äijälä Öhman",
    "da": "Abel Zeuthen Æbelø Østergård Aagaard Åkjær",
    "nb": "Dahl Zahl Ærø Ødegård Ås Aasen",
    "is": "Adda Áki Birna Dóra Ðaði Eva Éva Zóphónías Þór Ævar Örn",
    "et": "Saar Šarapov Zeiger Žukov Tamm Uus Vaher Õun Äär Öpik Ülo Xaver Yks",
    "lv": "Cers Čakste Gaile Ģirts Igors Yrsa Īve Kalns Ķeniņš Zars Žagars",
    "lt": "Ynas Ivanas Jonas Sabas Šarka Zala Žukas",
    "pl": "Czapla Ćwik Lis Łoś Nowak Ńab Zając Zych Źrebiec Żuk",
    "cs": "Cibulka Čapek Dvořák Hus Chaloupka Ibl Řezáč Sova Šimek Zeman Žižka",
    "sk": "Adam Äkos Cibula Čech Hudec Chalupka Oto Ôsmy Zeman Žiga",
    "hu": "Cukor Csaba Doma Dzeta Dzsida Gomba Gyula Kasza Kaszinó Kassza Luca Lyra "
    "Ozora Ördög Őze Sugár Szabó Zoltán Zsolt",
    "hr": "Cvetko Čović Ćosić Dujam Džajić Đurić Lukić Ljubić Nović Njegoš Zorić Žarko",
    "ro": "Azur Ăla Âla Ion Înaltu Sandu Șerban Tudor Țepeș",
    "sq": "Cana Çami Dodo Dhima Eva Ëma Luli Llazi Xoxa Xhafa Zana Zhani",
    "tr": "Cem Çelik Gül Ğan Halil Irmak İnci Osman Öz Su Şahin Uğur Ünal",
}


@pytest.mark.parametrize("lang", ORDERS)
def test_names_are_ordered_as_the_language_does(lang):
    """Letters of the language stand at their place in its alphabet, accents do not count before letters."""
    names = ORDERS[lang].split()

    assert sort_by_alphabet(shuffled(names), lang=lang) == names


def test_the_language_of_the_list_decides():
    """One name has different places: Ö is a letter in Swedish, an o in German, oe in a German telephone book."""
    names = ["Oden", "Ödman", "Ofer", "Zorn"]

    assert sort_by_alphabet(names, lang="de") == ["Oden", "Ödman", "Ofer", "Zorn"]
    assert sort_by_alphabet(names, lang="de-phonebook") == ["Oden", "Ödman", "Ofer", "Zorn"]
    assert sort_by_alphabet(names, lang="sv") == ["Oden", "Ofer", "Zorn", "Ödman"]


def test_order_is_never_by_code_point():
    """Code points would put Émile behind Zoe and adams behind Zoe."""
    assert sort_by_alphabet(["Zoe", "Émile", "adams"]) == ["adams", "Émile", "Zoe"]
    assert sorted(["Zoe", "Émile", "adams"]) == ["Zoe", "adams", "Émile"]


def test_accents_then_capitals_decide_between_equal_letters():
    """Plain before accented, small before capital, whatever way the accent is encoded."""
    assert sort_by_alphabet(["Ré", "Re", "re", "ré"]) == ["re", "Re", "ré", "Ré"]
    assert alphabet_key("Re\u0301")[:3] == alphabet_key("Ré")[:3]


def test_names_are_compared_word_by_word():
    """A space or hyphen comes before all letters, a comma before both; apostrophes are not looked at."""
    names = ["Lee, Zoe", "Lee Ann, B", "Lee-Smith, A", "Leeds, A", "Lee's, A"]

    assert sort_by_alphabet(names) == ["Lee, Zoe", "Lee Ann, B", "Lee-Smith, A", "Leeds, A", "Lee's, A"]
    assert sort_by_alphabet(["Deacon", "De Vries"]) == ["De Vries", "Deacon"]
    assert alphabet_key(" Ann   Lee ")[0] == alphabet_key("Ann Lee")[0]


@pytest.mark.parametrize(
    ("lang", "name", "counted"),
    [
        ("nl", "van der Berg", "Berg"),
        ("nl", "'t Hooft", "Hooft"),
        ("de", "von und zu Guttenberg", "Guttenberg"),
        ("fr", "d'Artagnan", "Artagnan"),
        ("fr", "D’Artagnan", "Artagnan"),
        ("fr", "Du Bellay", "Du Bellay"),
        ("it", "De Gasperi", "De Gasperi"),
        ("pt", "dos Santos", "Santos"),
        ("en", "Van Buren", "Buren"),
        ("en", "Dean", "Dean"),
        ("en", "Van", "Van"),
    ],
)
def test_particles_can_be_skipped(lang, name, counted):
    """``skip`` passes over the particles of the language, never over the whole name."""
    assert alphabet_key(name, lang=lang, particles="skip")[0] == alphabet_key(counted, lang=lang)[0]
    assert sort_by_alphabet([name, "Zz"], lang=lang)[0] == name


def test_other_scripts_stand_behind():
    """Numbers before letters; Greek, Cyrillic and Chinese names behind all Latin ones."""
    assert sort_by_alphabet(["李强", "Иван", "Zoe", "3M", "Άννα"]) == ["3M", "Zoe", "Άννα", "Иван", "李强"]


def test_people_are_sorted_by_their_names():
    """People are sorted by name, other items by a key, and equal names stay as they came."""
    people = [Person("1", "Bo"), Person("2", "Al"), Person("3", "Bo")]

    assert [person.id for person in sort_by_alphabet(people)] == ["2", "1", "3"]
    assert sort_by_alphabet(["1 Bo", "2 Al"], key=lambda text: text[2:]) == ["2 Al", "1 Bo"]


@settings(deadline=None)
@given(st.lists(st.text(max_size=8), max_size=6), st.sampled_from(sorted(LANGUAGES)), st.randoms())
def test_any_text_has_one_place(names, lang, shuffle):
    """Whatever people typed, in whatever order, comes out in one order."""
    expected = sort_by_alphabet(names, lang=lang)

    assert sort_by_alphabet(shuffle.sample(names, len(names)), lang=lang) == expected
    sort_by_alphabet(names, lang=lang, particles="skip")


def test_wrong_options_are_all_refused_at_once():
    """The message names the languages there are and the ways with particles."""
    with pytest.raises(InputError, match=r"lang: 'xx'; use one of .*, en, .*\nparticles: 'drop'; use 'keep'"):
        sort_by_alphabet(["Al"], lang="xx", particles="drop")
    with pytest.raises(InputError, match="lang: 'xx'"):
        alphabet_key("Al", lang="xx")
