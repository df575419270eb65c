"""The order of names by pinyin, readings of surnames, and names in Latin letters (protocol 2.1 and 2.3)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.people import Person
from seatplan.people.pinyin import latin_name, pinyin_key, sort_by_pinyin, split_name, syllables
from seatplan.people.strokes import _official


def words(text):
    return text.split()


@pytest.mark.parametrize(
    "pair",
    words(
        "单shan4 曾zeng1 仇qiu2 解xie4 区ou1 查zha1 任ren2 华hua4 朴piao2 盖ge3 缪miao4 覃qin2 翟zhai2 员yun4 "
        "乐yue4 卜bu3 召shao4 折she2 秘bi4 种chong2 过guo1 那na1 纪ji3 燕yan1 都du1 葛ge3 肖xiao1 单shan4 華hua4"
    ),
)
def test_surnames_have_readings_of_their_own(pair):
    """The first character of a name is read as a surname."""
    assert syllables(pair[0] + "明") == (pair[1:], "ming2")


def test_surname_readings_stay_with_the_surname():
    """In a given name the same characters have their common reading."""
    assert syllables("李华") == ("li3", "hua2")
    assert syllables("王任重") == ("wang2", "ren4", "zhong4")
    assert syllables("曾华") == ("zeng1", "hua2")


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("尉迟恭", "yu4 chi2 gong1"),
        ("万俟卨", "mo4 qi2 xie4"),
        ("澹台灭明", "tan2 tai2 mie4 ming2"),
        ("长孙无忌", "zhang3 sun1 wu2 ji4"),
        ("令狐楚", "ling2 hu2 chu3"),
        ("单于明", "chan2 yu2 ming2"),
        ("乐正子", "yue4 zheng4 zi3"),
        ("吕布", "lü3 bu4"),
    ],
)
def test_compound_surnames_are_read_as_such(name, reading):
    """Compound surnames are read as one word."""
    assert syllables(name) == tuple(reading.split())


@pytest.mark.parametrize(
    ("name", "surname", "given_name"),
    [
        ("李强", "李", "强"),
        ("李　强", "李", "强"),
        (" 王 小 明 ", "王", "小明"),
        ("欧阳修", "欧阳", "修"),
        ("欧阳少东", "欧阳", "少东"),
        ("司马光", "司马", "光"),
        ("侯莫陈崇", "侯莫陈", "崇"),
        ("爱新觉罗溥仪", "爱新觉罗", "溥仪"),
        ("欧阳", "欧", "阳"),  # nothing follows: 欧 with the given name 阳
        ("贺兰英", "贺", "兰英"),
        ("贺兰 敏之", "贺兰", "敏之"),
        ("阿卜杜拉·买买提·艾力", "阿卜杜拉", "买买提艾力"),
        ("李", "李", ""),
        ("Ann Lee", "Ann Lee", ""),
    ],
)
def test_names_are_split(name, surname, given_name):
    """A space or dot decides, then the compound surnames, then the first character."""
    assert split_name(name) == (surname, given_name)


def test_names_have_no_neutral_tone():
    """子 alone is zǐ, never the suffix zi."""
    assert syllables("孙子") == ("sun1", "zi3")


def test_further_surnames_can_be_given():
    """A user's surnames are known in splitting and in reading."""
    assert split_name("范徐丽泰", surnames=["范徐"]) == ("范徐", "丽泰")
    assert latin_name("范徐丽泰", surnames=["范徐"]) == "Fanxu Litai"


def test_order_is_letters_then_tone_then_strokes():
    """Equal letters go by tone (王 wáng, 汪 wāng), equal sounds by strokes (张 before 章), ü after u."""
    assert sort_by_pinyin(words("章伟 王伟 张伟 汪伟")) == words("汪伟 王伟 张伟 章伟")
    assert sort_by_pinyin(words("卢伟 吕伟 栾伟 路伟 罗伟")) == words("卢伟 路伟 吕伟 栾伟 罗伟")


def test_one_surname_stays_together():
    """张 and 章 are not mixed by their given names."""
    assert sort_by_pinyin(words("章安 张岳 章海 张波")) == words("张波 张岳 章安 章海")


def test_surnames_are_ordered_by_their_reading_as_surnames():
    """单 stands among sh, 仇 among q, 区 among o, 解 among x."""
    names = words("晁错 单雄信 仇英 欧阳修 区寄 任弼时 解缙 查良镛 翟志刚")

    assert sort_by_pinyin(names) == words("晁错 区寄 欧阳修 仇英 任弼时 单雄信 解缙 查良镛 翟志刚")


def test_words_in_other_scripts_go_by_their_letters():
    """Latin names stand among the syllables, without regard to capitals and accents."""
    names = ["张伟", "Émile", "鲍伟", "Zorn", "额尔德"]

    assert sort_by_pinyin(names) == ["鲍伟", "额尔德", "Émile", "张伟", "Zorn"]
    assert syllables("阿Q") == ("a1", "Q")
    assert syllables("Ann 李") == ("Ann", "li3")


@settings(deadline=None)
@given(st.lists(st.text("李王欧阳修Ab ·𠀀𠀁"), max_size=6), st.randoms())
def test_any_text_has_a_place(names, shuffle):
    """Order is total up to spaces and dots, whatever people typed; nothing is refused."""
    shuffled = shuffle.sample(names, len(names))

    assert [pinyin_key(name) for name in sort_by_pinyin(shuffled)] == sorted(map(pinyin_key, names))


def test_people_are_sorted_by_their_names():
    """People are sorted by name, and equal names stay as they came."""
    people = [Person("1", "王毅"), Person("2", "丁薛祥"), Person("3", "王毅")]

    assert [person.id for person in sort_by_pinyin(people)] == ["2", "1", "3"]


def test_readings_of_ones_own_win():
    """Whole names, surnames and given names can be read otherwise, with marks or numbers."""
    assert syllables("盖叫天", readings={"盖": "gài"}) == ("gai4", "jiao4", "tian1")
    assert syllables("王重", readings={"重": "chong2"}) == ("wang2", "chong2")
    assert syllables("欧阳朝", readings={"欧阳朝": "ōu yáng zhāo"}) == ("ou1", "yang2", "zhao1")
    assert sort_by_pinyin(words("盖明 高明 甘明"), readings={"盖": "gai4"}) == words("盖明 甘明 高明")
    assert latin_name("吕行", readings={"吕行": "lǚ xíng"}) == "Lü Xing"


@pytest.mark.parametrize("reading", ["wang", "wang2 chong2 le5", "wang2 ch0ng", ""])
def test_readings_that_are_none_are_refused(reading):
    """The message says for which name, what was found, and how a reading is written."""
    with pytest.raises(InputError, match=r"readings\['王重'\]: .* give 2 syllables, as in 'shàn"):
        sort_by_pinyin(["王重"], readings={"王重": reading})


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("李强", "Li Qiang"),
        ("李　强", "Li Qiang"),
        ("王沪宁", "Wang Huning"),
        ("欧阳修", "Ouyang Xiu"),
        ("尉迟恭", "Yuchi Gong"),
        ("张西安", "Zhang Xi'an"),
        ("吕布", "Lü Bu"),
        ("买买提·艾力", "Maimaiti Aili"),
        ("李", "Li"),
        ("阿Q", "A Q"),
        ("Ann Lee", "Ann Lee"),
    ],
)
def test_names_in_latin_letters(name, latin):
    """GB/T 28039: surname first, surname and given name one word each, an apostrophe before a, o, e."""
    assert latin_name(name) == latin


def test_umlaut_can_be_written_as_in_passports():
    """吕 is Lyu in passports."""
    assert latin_name("吕略", umlaut="yu") == "Lyu Lyue"
    with pytest.raises(InputError, match="umlaut: 'ue'; use 'ü', 'yu'"):
        latin_name("吕布", umlaut="ue")


def test_every_official_character_has_a_reading():
    """All 8,105 characters are read, in a surname's place and in a given name's."""
    for character in _official():
        assert all(syllable[-1].isdecimal() for syllable in syllables(character * 2))
