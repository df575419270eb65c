"""All that is said of layouts, in English and Chinese; lengths are metres."""

from __future__ import annotations

from seatplan.venue.numbering import Language

__all__ = ["SENTENCES"]

_LIMITS = {
    "rows fit": ("rows and aisles that fit between the walls", "墙内可容的排与走道"),
    "rows fit, wheelchairs": (
        "rows and aisles that fit between the walls, {spaces} wheelchair spaces among them",
        "墙内可容的排与走道，含轮椅席位{spaces}个",
    ),
    "tables fit": ("places that fit between the walls with a way to a door", "墙内可容且可达疏散门的席位"),
    "aisles": ("aisles: {aisles}, in sections of rows: {sections}", "{sections}个区段共{aisles}条走道"),
    "floor, chairs": ("{area:.1f} m2 for people on chairs", "{area:.1f}平方米，设座椅"),
    "floor, tables": ("{area:.1f} m2 for people at tables", "{area:.1f}平方米，设桌椅"),
    "floor, classroom": ("{area:.1f} m2 for people at desks", "{area:.1f}平方米，设课桌"),
    "floor, standing": ("{area:.1f} m2 for people who stand", "{area:.1f}平方米，站立"),
    "floor, usual": ("{area:.1f} m2, as is usual for people who stand", "{area:.1f}平方米，按站立惯例"),
    "floor, each": ("{area:.1f} m2, {each:g} m2 each", "{area:.1f}平方米，每人{each:g}平方米"),
    "exits": ("exits that can be reached: {count}", "可达疏散门{count}个"),
    "exits, others narrow": (
        "exits that can be reached: {count}; narrower than {least:.2f} m: {narrow}",
        "可达疏散门{count}个；另有{narrow}个净宽不足{least:.2f}米",
    ),
    "exits too near": (
        "exits that can be reached: {count}, others are too near to it",
        "可达疏散门{count}个，其余相距过近",
    ),
    "width of exits": ("{wide:.2f} m of doors that can be reached", "可达疏散门总宽{wide:.2f}米"),
    "wish": ("as many as are wanted", "按所需人数"),
}
_CHECKS = {
    "no door": ("no door is drawn: how people leave the room was not looked at", "图中无门：未核查疏散"),
    "no code": (
        "no code was named: widths and numbers of exits were not looked at",
        "未指定规范：未核查疏散门数量与宽度",
    ),
    "loose chairs": (
        "more than {most} chairs: fastened to each other or to the floor",
        "座椅超过{most}把：须相互连接或固定于地面",
    ),
    "ways free": (
        "doors, landings and aisles as drawn are free, lit and unlocked while people are in the room",
        "使用期间，图示疏散门、门前区域与走道畅通、有照明、不上锁",
    ),
    "floor bears": (
        "the floor bears the crowd, and the authority has agreed to the number",
        "楼面承载满足要求，人数经主管部门同意",
    ),
    "more findings": ("{count} more findings: seatplan check says them all", "另有{count}项：见 seatplan check"),
}
_ROWS = {
    "straight": ("straight", "直排"),
    "curved": ("curved", "弧形排"),
    "chevron": ("chevron", "人字形排"),
    "seats chosen": (
        "the {used} best places of all rows and aisles were chosen by view and distance to the stage: sets of rows"
        " weighed {sets}, the first row at every {step:g} m, aisles on a grid of {grid:g} m, with a Lagrangian"
        " bound",
        "按视线与距舞台远近选用最佳{used}席：比较{sets}组排列，首排位置每隔{step:g}米，走道位置间隔{grid:g}米，并以拉格朗日法给出界",
    ),
    "rows weighed": (
        "each of {sets} sets of {rows} rows was weighed: first row at every {step:g} m, pitch {pitch:g} m, cross"
        " aisles behind any rows ({crossings} here), with up to {aisles} aisles {aisle:.3g} m wide at any place on"
        " a grid of {grid:g} m and side aisles along walls, by an exact dynamic programme; at most {both} persons"
        " between aisles and {one} beside one",
        "已逐一比较{sets}组{rows}方案：首排位置每隔{step:g}米，排距{pitch:g}米，横走道可设于任意排之后（本方案{crossings}条），"
        "走道至多{aisles}条、宽{aisle:.3g}米，位置取{grid:g}米网格上任意处，沿墙可设边走道，由动态规划精确求解；"
        "两走道之间每排至多{both}座，仅一侧有走道时至多{one}座",
    ),
    "wheelchair bays": (
        "{count} wheelchair spaces {width:.2f} m wide and two rows deep at aisles, each in place of {seats} seats"
        " and with a companion's seat beside it, far from each other",
        "轮椅席位{count}个，宽{width:.2f}米、深两排，设于走道旁，各占{seats}座，旁设陪同席，分散布置",
    ),
    "spaces lack": (
        "only {laid} of {asked} wheelchair spaces that codes ask for have room here: not proven",
        "规范要求轮椅席位{asked}个，此处仅容{laid}个：未证",
    ),
    "seats left out": (
        "seats left out, as a wall or a pillar narrows the only aisle to them: {seats}; whether other aisles reach"
        " as many is not known",
        "因墙或柱使唯一通达的走道变窄而舍去{seats}座；改变走道能否保留这些座位，尚不可知",
    ),
    "rostrum": ("on the stage: {count}, rows as long as it is wide", "台上{count}座，每排与台面同宽"),
}
_TABLES = {
    "long tables, ends": (
        "long tables with {ends} at each end, along and across",
        "长桌（两端各{ends}座，纵向与横向）",
    ),
    "u-shapes": ("U-shapes with any closed end and any arms", "U形桌（底边与两臂长度任意）"),
    "hollow squares": ("hollow squares and oblongs", "回字形桌（方形与长方形）"),
    "figure": (
        "{shape}: every size was tried, its sides along the front, with {clear:.2f} m free all round, at each edge"
        " of anything in the room and every 0.1 m; none seats more than {most}",
        "{shape}：各种尺寸均已比较，各边与前墙平行或垂直，四周净空{clear:.2f}米，位置取室内各物边缘及每隔0.1米；"
        "无一超过{most}座",
    ),
    "wheelchair places": (
        "{count} wheelchair places {width:.2f} m wide that reach {out:.2f} m from the table's edge, each beside a"
        " way {route:.2f} m wide without steps, far from each other",
        "轮椅席位{count}个，宽{width:.2f}米，自桌边向外{out:.2f}米，旁有净宽{route:.2f}米的无台阶通道，分散布置",
    ),
    "wheelchair places, no tables": (
        "{count} wheelchair places {width:.2f} m wide, each beside a way {route:.2f} m wide without steps, far"
        " from each other",
        "轮椅席位{count}个，宽{width:.2f}米，旁有净宽{route:.2f}米的无台阶通道，分散布置",
    ),
    "across and along": ("across and along", "横向与纵向"),
    "across": ("across", "横向"),
    "along": ("along", "纵向"),
    "long tables": (
        "the most tables of all rows {ways}, at every {step:g} m and at each edge of anything in the room,"
        " {pitch:.2f} m apart, runs of at most {joined} tables with an aisle at both ends, by an exact dynamic"
        " programme",
        "{ways}布置的各排中桌数最多者：位置每隔{step:g}米及室内各物边缘，行距{pitch:.2f}米，每组至多{joined}桌相连、"
        "两端设走道，由动态规划精确求解",
    ),
    "rounds": (
        "{tables} tables {apart:.2f} m from middle to middle: the most of all rows along the front at every"
        " 0.04 m, each with any shift, tables of a row equally far apart, by an exact dynamic programme for every"
        " spacing",
        "{tables}桌，中心距{apart:.2f}米：与前墙平行的各排中最多者，位置每隔0.04米，每排可任意错位，同排等距，"
        "对每种间距以动态规划精确求解",
    ),
    "rounds, square": (
        "{tables} tables {apart:.2f} m from middle to middle: the most of all rows along the front at every"
        " 0.04 m, each without a shift, tables of a row equally far apart, by an exact dynamic programme for every"
        " spacing",
        "{tables}桌，中心距{apart:.2f}米：与前墙平行的各排中最多者，位置每隔0.04米，各排不错位，同排等距，"
        "对每种间距以动态规划精确求解",
    ),
    "rounds, free": (
        "{tables} tables {apart:.2f} m from middle to middle: rows by dynamic programming, then pushed apart;"
        " wherever they stand, no more than {bound} have room (Oler 1961, part by part)",
        "{tables}桌，中心距{apart:.2f}米：先以动态规划排列，再逐步推移；无论如何摆放，不超过{bound}桌"
        "（Oler 1961，分块计算）",
    ),
}
_OTHERS = {
    "desks": (
        "the most of all rows along the front at every 0.04 m, in columns, desks of a row equally far apart and"
        " nobody nearer than {apart:.2f} m to another, by an exact dynamic programme for every spacing",
        "与前墙平行的各排中最多者：位置每隔0.04米，前后对齐，同排等距，任意两人相距不小于{apart:.2f}米，"
        "对每种间距以动态规划精确求解",
    ),
    "desks, staggered": (
        "the most of all rows along the front at every 0.04 m, each with any shift, desks of a row equally far"
        " apart and nobody nearer than {apart:.2f} m to another, by an exact dynamic programme for every spacing",
        "与前墙平行的各排中最多者：位置每隔0.04米，每排可任意错位，同排等距，任意两人相距不小于{apart:.2f}米，"
        "对每种间距以动态规划精确求解",
    ),
    "circle": (
        "the largest free circle of chairs has a radius of {radius:.3f} m, with {clear:.2f} m clear outside; none"
        " anywhere is larger than {bound:.3f} m (subdivision of the floor)",
        "座椅所成最大圆半径{radius:.3f}米，外侧净空{clear:.2f}米；任何位置不超过{bound:.3f}米（地面逐级细分求界）",
    ),
    "risers": (
        "rows of every number up to {risers} and as long as have room, with {behind:g} m behind and the camera"
        " {away:.2f} m before them, at each edge of anything in the room and every 0.1 m",
        "至多{risers}排，各排尽可能长，后方净空{behind:g}米，相机在前方{away:.2f}米，位置取室内各物边缘及每隔0.1米",
    ),
    "standing": (
        "{area:.1f} m2 of free floor with a way to a door, by the area for each person",
        "可达疏散门的空地{area:.1f}平方米，按人均面积计算",
    ),
}

SENTENCES: dict[str, dict[Language, str]] = {
    kind: {"en": en, "zh": zh}
    for group in (_LIMITS, _CHECKS, _ROWS, _TABLES, _OTHERS)
    for kind, (en, zh) in group.items()
}
"""The words for each kind of `Said`."""
