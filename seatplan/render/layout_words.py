"""The words of layout charts, in Chinese and English; a style or measure without a word stands as it is."""

from __future__ import annotations

from seatplan.problem import Lang

__all__ = ["tell", "term"]

_WORDS: dict[str, tuple[str, str]] = {
    "view": (
        "俯视图：场内就座者面向图上方，图左为其左；尺寸单位为米",
        "Seen from above: those in the hall face the top of the page, left is their left; dimensions in metres",
    ),
    "view_turned": (
        "俯视图：舞台在图下方，图左为自舞台看场内之左；尺寸单位为米",
        "Seen from above: the stage is below, left is the left of those on it; dimensions in metres",
    ),
    "section_view": (
        "纵剖面：舞台在左，横竖同比例；尺寸单位为米，C值单位为毫米",
        "Section along the hall: the stage is at the left, one scale both ways; metres, C-values in millimetres",
    ),
    "places": ("{}座（{}）", "{} places ({})"),
    "standing": ("{}人（{}）", "{} people ({})"),
    "worst seat": ("最差 {}（{}）", "worst {} ({})"),
    "proven": ("已证最优", "proven"),
    "bound": ("上界{}", "bound {}"),
    "limited_by": ("受限于{}", "limited by {}"),
    "to_check": ("需人工核查：{}", "To check: {}"),
    "seats": ("{}座", "{} seats"),
    "none": ("无数据 {}", "nothing known {}"),
    "best": ("最好 {}", "best {}"),
    "median": ("中位 {}", "median {}"),
    "under": ("小于{}", "under {}"),
    "over": ("{}及以上", "{} and over"),
    "from_to": ("{}–{}", "{} – {}"),
    "section": ("视线剖面", "Sight-line section"),
    "through": ("经{}", "through {}"),
    "row": ("排", "Row"),
    "distance": ("距台口", "From the stage"),
    "c_value": ("C值", "C-value"),
    "focus": ("视点", "Focal point"),
    "comparison": ("方案比较", "Alternatives side by side"),
    "first": ("前方无人 {}", "nobody in front {}"),
    "podium": ("讲台布置及理由", "Where the lectern stands, and why; distances in metres"),
}
_TERMS = {
    "theatre": "剧院式",
    "classroom": "课桌式",
    "boardroom": "董事会式",
    "U-shape": "U形",
    "hollow square": "回字形",
    "conference circle": "圆形会议",
    "circle": "圆形会议",
    "banquet": "宴会圆桌",
    "cabaret": "半圆桌式",
    "crescent": "半圆桌式",
    "long tables": "长桌",
    "head table": "主桌",
    "long tables across": "长桌（横向）",
    "long tables along": "长桌（纵向）",
    "head table and rounds": "主桌与圆桌",
    "rostrum and hall": "主席台与会场",
    "group photograph": "合影",
    "examination": "考场",
    "grid": "方阵",
    "staggered": "梅花座",
    "camera": "相机距首排",
    "apart": "人与人间距",
    "radius": "半径",
    "reception": "酒会",
    "hemicycle": "半圆议会厅",
    "exam": "考场",
    "rostrum": "主席台",
    "photo": "合影台阶",
    "straight rows": "直排",
    "curved rows": "弧形排",
    "chevron rows": "人字形排",
    "square rounds": "方阵圆桌",
    "staggered rounds": "错列圆桌",
    "free rounds": "自由布置圆桌",
    "seats": "座位排布",
    "doors": "疏散门",
    "aisles": "走道宽度",
    "density": "人均面积",
    "stage": "舞台",
    "wish": "所需人数",
    "unit": "单元宽",
    "gap": "间隙",
    "wall": "距墙",
    "spacing": "中心距",
    "clear": "四周净空",
    "width": "总宽",
    "depth": "总深",
    "c value": "视线升高差 C 值",
    "stage distance": "至台口距离",
    "stage angle": "与舞台轴线夹角",
    "screen heights": "至屏幕距离（以画面高 H 计）",
    "screen angle": "与屏幕轴线夹角",
    "speech": "语声级",
    "speech margin": "语声高出噪声",
    "door": "至最近门的步行距离",
    "common path": "至有两个方向可走处的距离",
    "pitch": "排距",
    "aisle": "走道",
    "side aisle": "边走道",
    "cross aisle": "横走道",
    "first row": "首排距台口",
    "seat width": "座宽",
    "person width": "每人宽",
    "diameter": "桌径",
}

_ENGLISH = {
    "c value": "C-value: clearance over the eyes in front",
    "stage distance": "Distance to the stage",
    "stage angle": "Angle to the axis of the stage",
    "screen heights": "Distance to the screen in heights of its picture (H)",
    "screen angle": "Angle to the axis of the screen",
    "speech": "Level of speech",
    "speech margin": "Speech above the noise",
    "door": "Way to the nearest door",
    "common path": "Way to a point with a choice of two ways",
}


def tell(lang: Lang, key: str, *values: object) -> str:
    """Return a phrase of a layout chart.

    Examples
    --------
    >>> tell("en", "places", 394, "proven"), tell("zh", "bound", 400)
    ('394 places (proven)', '上界400')
    """
    return _WORDS[key][0 if lang == "zh" else 1].format(*values)


def term(lang: Lang, text: str) -> str:
    """Return the word for a style, a limit or a measure; pieces between commas are told one by one.

    Examples
    --------
    >>> term("zh", "theatre, straight rows"), term("en", "theatre, straight rows"), term("zh", "new style")
    ('剧院式，直排', 'theatre, straight rows', 'new style')
    """
    if lang == "en":
        return _ENGLISH.get(text, text)
    return "，".join(_TERMS.get(part.strip(), part.strip()) for part in text.split(","))
