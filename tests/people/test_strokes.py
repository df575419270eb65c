"""The order of names by strokes: protocol section 3, rules 27 to 31, examples G-44 to G-46."""

import random
from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.people import Person
from seatplan.people.names import read_table
from seatplan.people.strokes import (
    _official,
    sort_by_strokes,
    stroke_key,
    strokes_of,
    uncertain_characters,
)


def words(text):
    return text.split()


POLITBURO_20 = words(
    "丁薛祥 习近平 马兴瑞 王毅 王沪宁 尹力 石泰峰 刘国中 李希 李强 李干杰 李书磊 李鸿忠 何卫东 何立峰 张又侠 "
    "张国清 陈文清 陈吉宁 陈敏尔 赵乐际 袁家军 黄坤明 蔡奇"
)
POLITBURO_19 = words(
    "丁薛祥 习近平 王晨 王沪宁 刘鹤 许其亮 孙春兰 李希 李强 李克强 李鸿忠 杨洁篪 杨晓渡 汪洋 张又侠 陈希 陈全国 "
    "陈敏尔 赵乐际 胡春华 栗战书 郭声琨 黄坤明 韩正 蔡奇"
)

# protocol 3.5; for 胡 it prints 122512511, which has 日 for 月
SEQUENCES = words(
    "丁12 习541 马551 王1121 尹5113 石13251 立41431 刘413422 许453112 孙521234 回252511 李1234521 杨1234533 "
    "吴2511134 邹3551152 何3212512 汪4411121 张5153154 陈5215234 林12341234 罗25221354 周35121251 范12244155 "
    "孟52125221 赵121213434 胡122513511 俞341251122 贺532512534 袁1212513534 栗1252211234 贾1252212534 "
    "徐3323411234 郭4125152152 黄12212512134 曹12512212511 韩122511121152 曾432524312511 温441251125221 "
    "蔡12235445411234 薄1224411251124124"
)
TIES = (  # protocol 3.5: equal strokes, in the order of the official table
    ("刀力", "53"),
    ("干于", "112"),
    ("未末", "11234"),
    ("叶甲申", "25112"),
    ("田由", "25121"),
    ("巴孔", "5215"),
    ("八人入", "34"),
    ("几九", "35"),
    ("己已", "515"),
    ("贝水", "2534"),
)
OFFICIAL = sorted(_official().items(), key=lambda item: item[1].number)
LEVELS = (OFFICIAL[:3500], OFFICIAL[3500:6500], OFFICIAL[6500:])


def ascending(names, **options):
    return all(stroke_key(a, **options) < stroke_key(b, **options) for a, b in pairwise(names))


def shuffled(names, seed=0):
    return random.Random(seed).sample(names, len(names))


@pytest.mark.parametrize("names", [POLITBURO_20, POLITBURO_19], ids=["20th", "19th"])
def test_g44_politburo_lists_are_reproduced_exactly(names):
    """G-44: the real lists of protocol 3.6, shuffled, come back as they were printed."""
    assert sort_by_strokes(shuffled(names)) == names


def test_g44_comparing_single_names_changes_only_the_wangs_and_the_lis():
    """G-44: ``compare`` moves 王毅/王沪宁 and the five 李 of the 20th list and nobody else."""
    compared = sort_by_strokes(shuffled(POLITBURO_20), single_name="compare")

    assert [name for name in compared if name[0] == "王"] == ["王沪宁", "王毅"]
    assert [name for name in compared if name[0] == "李"] == words("李干杰 李书磊 李希 李鸿忠 李强")
    assert [name[0] for name in compared] == [name[0] for name in POLITBURO_20]
    assert [name for name in compared if name[0] not in "王李"] == [n for n in POLITBURO_20 if n[0] not in "王李"]


@pytest.mark.parametrize(
    "pair", words("高富<高大富 王<文 林<欧 干<于 田<由 丁小宁<王小宁 李一鸣<李大鸣 欧阳少东<洪少东")
)
def test_g45_worked_pairs(pair):
    """G-45 and protocol 3.3: pairs whose order the handbooks print."""
    first, second = pair.split("<")

    assert sort_by_strokes([second, first]) == [first, second]


@pytest.mark.parametrize("row", ["也门 马尔代夫", "乍得 加纳", "澳大利亚 赞比亚", "几内亚 几内亚比绍 土耳其"])
@pytest.mark.parametrize("single_name", ["first", "compare"])
def test_g46_countries(row, single_name):
    """G-46 and protocol 3.7: the strokes of the first character decide before the number of the second's."""
    countries = row.split()

    assert sort_by_strokes(shuffled(countries, 1), single_name=single_name) == countries


def test_rule27_number_then_strokes_then_official_table():
    """Rule 27: 十 before 干 (fewer), 二 before 十 (横 before 竖), 贝 before 水 (equal, by the table)."""
    assert ascending("二十厂八干天")
    assert all(map(ascending, ["乃又", "义叉", "子孑", "夕久", "贝水"]))
    assert strokes_of("贝") == strokes_of("水")


@pytest.mark.parametrize(("characters", "strokes"), TIES)
def test_rule27_ties_of_the_protocol(characters, strokes):
    """Rule 27: equal strokes of one level go by the official table."""
    assert [strokes_of(character) for character in characters] == [strokes] * len(characters)
    assert ascending(characters)


@pytest.mark.parametrize("level", [0, 1, 2])
def test_rule27_order_rises_in_the_official_table_on_each_level(level):
    """Rule 27: on each level of 通用规范汉字表 the keys are strictly increasing."""
    assert ascending(character for character, _ in LEVELS[level])


def test_rule27_table_is_whole():
    """All 8,105 characters of the official table have strokes, and no two have one key."""
    assert [entry.number for _, entry in OFFICIAL] == list(range(1, 8106))
    assert all(set(entry.strokes) <= set("12345") and entry.strokes for _, entry in OFFICIAL)
    assert len({stroke_key(character) for character, _ in OFFICIAL}) == 8105


def test_rule27_places_follow_the_strokes():
    """The places of the shipped table are the order of number and strokes; only ties need them."""
    by_place = sorted(_official().values(), key=lambda entry: entry.place)

    assert by_place == sorted(by_place, key=lambda entry: (len(entry.strokes), entry.strokes, entry.place))


def test_rule27_ties_across_levels_are_all_decided_by_the_tie_table():
    """Every group of equal strokes on several levels stands in the tie table, in the order of the keys."""
    level = {character: number for number, part in enumerate(LEVELS) for character, _ in part}
    ties = {row.split("\t")[0]: row.split("\t")[1] for row in read_table("stroke_ties.txt")}
    by_strokes = sorted(_official(), key=lambda character: (strokes_of(character), stroke_key(character)))
    groups = {strokes: "".join(group) for strokes, group in groupby(by_strokes, strokes_of)}
    spanning = {strokes: group for strokes, group in groups.items() if len({level[c] for c in group}) > 1}

    assert ties == spanning


@pytest.mark.parametrize(
    "characters",
    ["八人入乂", "干亍于", "化仉仇", "子孑卫", "圭扛", "吴呋", "苕茄", "屺岂", "晖晕", "旬旨旮旭", "骑绮"],
)
def test_rule27_rules_3_to_6_order_ties_across_levels(characters):
    """Protocol 3.1 items 3-6: 竖 before 竖钩, fewer turns, apart to crossing, left-right before top-bottom."""
    assert len({strokes_of(character) for character in characters}) == 1
    assert ascending(characters)


def test_rule28_classes_of_strokes():
    """Rule 28: 竖钩 is 竖 (丁), 提 is 横 (刁, 孑), 捺 is 点 (人), every turn is 折 (乙)."""
    assert [strokes_of(character) for character in "丁刁孑人乙"] == ["12", "51", "521", "34", "5"]
    assert strokes_of("札") == "12345"


@pytest.mark.parametrize("pair", SEQUENCES)
def test_rule28_digits_of_the_protocol(pair):
    """Protocol 3.5: the strokes of forty surnames."""
    assert strokes_of(pair[0]) == pair[1:]


def test_rule29_compound_surnames_go_by_their_first_character():
    """Rule 29: 欧阳 is ordered by 欧 (8 strokes), before 洪 (9), not by 欧阳 together."""
    assert ascending(["司马光", "欧阳修", "洪升", "诸葛亮", "曾巩"])


def test_rule29_interpuncts_and_spaces_are_not_looked_at():
    """Rule 29: 买买提·艾力 and 李　强 are compared as if written without dot and space."""
    assert stroke_key("买买提·艾力") == stroke_key("买买提艾力")
    assert stroke_key("李　强") == stroke_key(" 李强") == stroke_key("李强")


def test_rule30_two_character_names_first():
    """Rule 30: ``first`` puts 王毅 before every longer 王, ``compare`` goes on with the second character."""
    names = ["王一平", "王三", "王大同", "王鑫"]

    assert sort_by_strokes(names) == ["王三", "王鑫", "王一平", "王大同"]
    assert sort_by_strokes(names, single_name="compare") == names


@settings(deadline=None)
@given(st.permutations([*POLITBURO_19, "高富", "高大富", "欧阳修", "張飞", "Smith"]))
def test_rule30_order_is_total_for_both_styles(names):
    """Whatever the order they come in, names end in one order."""
    for style in ("first", "compare"):
        result = sort_by_strokes(names, single_name=style)
        assert result == sort_by_strokes(sorted(names), single_name=style)


def test_rule31_order_is_not_by_radical():
    """Rule 31: of equal counts ICU puts 尹 (radical 尸) before 王 (radical 玉); by strokes 王 1121 is first."""
    assert ascending(["王毅", "尹力"])
    assert all(map(ascending, ["石田立", "刘许孙", "李杨汪张陈"]))


def test_rule31_radicals_give_other_lists():
    """Rule 31: going by number and code point (which has the radicals' order) misplaces names of both lists."""

    def by_radical(name):
        return [(len(strokes_of(character)), ord(character)) for character in name]

    for names in (POLITBURO_19, POLITBURO_20):
        wrong = sum(a != b for a, b in zip(sorted(names, key=by_radical), names, strict=True))
        assert wrong >= 10  # protocol 3.4 counts 11 to 18 of 24 or 25


def test_people_are_sorted_by_their_names():
    """People are sorted by name, other items by a key, and equal names stay as they came."""
    people = [Person("1", "王毅"), Person("2", "丁薛祥"), Person("3", "王毅")]

    assert [person.id for person in sort_by_strokes(people)] == ["2", "1", "3"]
    assert sort_by_strokes(["3 王", "1 丁"], key=lambda text: text[2:]) == ["1 丁", "3 王"]


def test_unknown_characters_are_named():
    """A character outside the official table is named, with its count where there is one."""
    assert uncertain_characters("丁薛祥") == {}
    assert list(uncertain_characters("張龑Li")) == ["張", "龑", "L", "i"]
    assert "11 strokes" in uncertain_characters("張")["張"]
    assert "20 strokes" in uncertain_characters("龑")["龑"]
    assert uncertain_characters("L") == {"L": "its strokes are not known"}


def test_open_ties_are_named():
    """A character whose place the rules leave open is named; the common one of equal strokes is not."""
    assert "永" in uncertain_characters("讱")["讱"]
    assert uncertain_characters("永") == {}
    assert sum(1 for _, entry in OFFICIAL if entry.doubt) == 7


def test_unknown_characters_stand_behind_their_count():
    """張 (11, traditional) stands behind all official characters of 11 strokes and before those of 12."""
    assert sort_by_strokes(["Li", "韩正", "張飞", "龚正", "黄坤明"]) == [
        "黄坤明",
        "龚正",
        "張飞",
        "韩正",
        "Li",
    ]


def test_a_table_of_ones_own_settles_unknown_characters():
    """The user's strokes win over the count, and over the shipped table."""
    own = {"張": "51512111534", "王": "5"}

    assert sort_by_strokes(["隆多", "張飞", "黄忠"], strokes=own) == ["黄忠", "張飞", "隆多"]
    assert sort_by_strokes(["丁奉", "王平"], strokes=own) == ["王平", "丁奉"]
    assert stroke_key("王平", strokes={"王": "1121"}) == stroke_key("王平")
    assert uncertain_characters("張飞", strokes=own) == {}


@pytest.mark.parametrize("strokes", [{"張": ""}, {"張": "5126"}, {"張飞": "51"}, {"張": "横竖"}])
def test_strokes_that_are_no_digits_are_refused(strokes):
    """A fault in the user's table says where, what was found and how to mend it."""
    with pytest.raises(InputError, match=r"strokes\['張.*1 横提"):
        sort_by_strokes(["張飞"], strokes=strokes)


def test_stroke_key_refuses_strokes_that_are_no_digits():
    """The key of one name checks the strokes it uses."""
    with pytest.raises(InputError, match="'51x'"):
        stroke_key("張飞", strokes={"張": "51x"})


@pytest.mark.parametrize("function", [stroke_key, lambda name, **options: sort_by_strokes([name], **options)])
def test_another_single_name_is_refused(function):
    """The message names both styles and who uses them."""
    with pytest.raises(InputError, match=r"single_name: 'last'; use 'first' .*CPPCC.* or 'compare'"):
        function("李强", single_name="last")
