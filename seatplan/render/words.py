"""The words that stand on charts, in Chinese and English."""

from __future__ import annotations

from seatplan.problem import Lang

__all__ = ["say"]

WORDS: dict[str, tuple[str, str]] = {
    "hall": ("座位图", "Seating chart"),
    "rostrum": ("主席台座次图", "Rostrum seating chart"),
    "people": ("{}人", "{} people"),
    "person": ("{}人", "{} person"),
    "seats": ("{}座", "{} seats"),
    "row": ("{}排", "Row {}"),
    "draft": ("草稿", "DRAFT"),
    "scale": ("比例 1:{}", "Scale 1:{}"),
    "metres": ("{} 米", "{} m"),
    "seed": ("种子 {}", "seed {}"),
    "plan": ("方案 {}", "plan {}"),
    "clean": ("已审查，未违反任何规则", "Audited, no rule broken"),
    "broken": ("已审查，有{}处违反规则", "Audited, {} breaches of rules"),
    "one_broken": ("已审查，有1处违反规则", "Audited, 1 breach of a rule"),
    "unaudited": ("未审查", "Not audited"),
    "more": ("另有{}处，见审查报告", "and {} more, see the report"),
    "sheet": ("第{}张，共{}张", "Sheet {} of {}"),
    "sheet_short": ("图{}", "Sheet {}"),
    "overview": ("总图", "Overview"),
    "index": ("姓名索引", "Index of names"),
    "index_pinyin": ("按姓名拼音排列", "by name"),
    "index_list": ("按名单次序排列", "in list order"),
    "too_small": (
        "在此图幅上姓名将小于{}磅，故未印出；姓名见分张图或选用更大图幅",
        "Names would be under {} pt at this size and are left out; print sheets or use larger paper",
    ),
    "on_sheets": ("姓名见第{}至{}张，索引见其后", "Names on sheets {} to {}, index behind them"),
    "cut": ("姓名全称", "Names in full"),
    "no_name": ("(无姓名)", "(no name)"),
    "stage_up": (
        "↑ 面向主席台：图左为场内就座者之左，即主席台就座者之右",
        "↑ You face the stage: left on the page is the left of those in the hall"
        ", the right of those on the rostrum",
    ),
    "stage_down": (
        "↓ 自主席台看：图左为主席台就座者之左，即场内就座者之右",
        "↓ Seen from the stage: left on the page is the left of those on the rostrum"
        ", the right of those in the hall",
    ),
    "from_above": (
        "俯视图：左右以就座者自身为准",
        "Seen from above: left and right are those of the people who sit there",
    ),
    "president_up": (
        "↓ 议长在图上方面向图下：议长之左在图右",
        "↓ The President is at the top and looks down the page: the President's left is the right of the page",
    ),
    "president_down": (
        "↑ 议长在图下方面向图上：议长之左在图左",
        "↑ The President is at the bottom and looks up the page: the President's left is the left of the page",
    ),
    "from_audience": (
        "观众视角：自观众席看主席台，图左为观众之左，即主席台就座者之右",
        "Audience's view: left on the page is the audience's left, the right of those on the rostrum",
    ),
    "from_rostrum": (
        "就座者视角：自主席台看观众席，图左为主席台就座者之左，即观众之右",
        "Occupants' view: left on the page is the left of those on the rostrum, the audience's right",
    ),
    "plate_key": ("左上为位次，下方为座号", "Rank at the upper left, seat number below"),
    "rank_key": ("左上为位次", "Rank at the upper left"),
    "audience": ("观众席方向", "Audience"),
    "centre_line": ("中线", "Centre line"),
    "to_stage": ("主席台方向", "To the stage"),
    "rows_of": ("{}{}–{}排", "{}, rows {}–{}"),
    "row_of": ("{}{}排", "{}, row {}"),
    "blocks_of": ("左起第{}–{}区", ", blocks {}–{} from the left"),
    "block_of": ("左起第{}区", ", block {} from the left"),
    "mark_wheelchair": ("轮椅席位", "Wheelchair space"),
    "mark_companion": ("陪护", "Companion"),
    "mark_interpreter": ("翻译", "Interpreter"),
    "mark_speaker": ("发言人", "Speaker"),
    "mark_award": ("领奖人", "Award recipient"),
    "mark_head": ("代表团团长或负责人", "Head of delegation or leader"),
    "mark_presider": ("主持人", "Presider"),
    "mark_moved": (
        "调整至此（箭头或座号旁为原座位）",
        "Moved here (an arrow or the number beside tells from where)",
    ),
    "mark_new": ("新到", "New"),
    "mark_left": ("原有人，现空出", "Left, now empty"),
    "mark_pinned": ("指定座位", "Pinned seat"),
    "state_empty": ("空座", "Empty seat"),
    "state_reserved": ("留空", "Kept empty"),
    "mark_ring": ("违反规则，编号见说明", "Broken rule, see the number"),
    "fixture_stage": ("舞台", "Stage"),
    "fixture_lectern": ("发言席", "Lectern"),
    "fixture_screen": ("屏幕", "Screen"),
    "fixture_door": ("门", "Door"),
    "fixture_steps": ("台阶", "Steps"),
    "fixture_aisle": ("过道", "Aisle"),
    "fixture_table": ("桌", "Table"),
    "fixture_banner": ("会标", "Banner"),
    "fixture_wall": ("", ""),
    "fixture_other": ("", ""),
}
"""Chinese and English by key; braces take numbers and names."""


def say(lang: Lang, key: str, *values: object) -> str:
    """Return a phrase of a chart.

    Parameters
    ----------
    lang : {"zh", "en"}
    key : str
        One of `WORDS`.
    *values : object
        What the braces take.

    Examples
    --------
    >>> say("en", "seats", 8), say("zh", "row", 3)
    ('8 seats', '3排')
    """
    return WORDS[key][0 if lang == "zh" else 1].format(*values)
