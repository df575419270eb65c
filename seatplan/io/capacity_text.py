"""How many people a room takes, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from seatplan.codes import Finding
from seatplan.errors import Fault
from seatplan.io.check_report import finding_data
from seatplan.io.fault_zh import fault_in_chinese
from seatplan.io.json_file import dump_json
from seatplan.layout import STYLES, Layout
from seatplan.layout.said import Remark, joined
from seatplan.layout.what_if import WhatIf

__all__ = ["capacity_json", "capacity_text", "styles_json", "styles_text"]

Lang = Literal["en", "zh"]
FORMAT = "seatplan-capacity/1"
_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "head": "{room}, {style}: {count} people",
        "proven": "proven: no layout of this family has more",
        "bound": "not proven: no layout has more than {bound}",
        "limited": "limited by {what}",
        "limit": "  {what}: {persons}, {why}",
        "seats": "room for seats",
        "doors": "doors",
        "aisles": "aisle width",
        "density": "floor area",
        "stage": "stage",
        "wish": "the number wanted",
        "tiers": "objective, what matters more first:",
        "tier": "  {what}: {value}, {claim}",
        "tier proven": "proven",
        "tier bound": "not proven, bound {bound}",
        "tier open": "value, not proven",
        "tier count": "places",
        "tier sight": "places with a clear view",
        "tier distance": "mean metres to the stage",
        "tier aisles": "most people for a metre of an aisle",
        "tier symmetry": "seats with one opposite across the centre line",
        "tier wheelchairs": "locations of wheelchair spaces",
        "tier kept": "flexible keep-outs in use",
        "used": "people sit where it was to be kept clear: {names}",
        "what_if": "what one change would give (each was laid out anew):",
        "closed": "  {what} closed: {count} ({gain:+d})",
        "door": "  one more door, {what}: {count} ({gain:+d})",
        "aisle": "  aisles {what} wide: {count} ({gain:+d})",
        "no code": "  without the codes: {count} ({gain:+d})",
        "checks": "to be checked by a person:",
        "alternatives": "{n} more layouts have as many places",
        "family": "how it was found: {proof}",
        "none": "  none: {reason}",
    },
    "zh": {
        "head": "{room}，{style}：{count}人",
        "proven": "已证最优：同类布置中没有更多的",
        "bound": "未证最优：任何布置不超过{bound}人",
        "limited": "受限于{what}",
        "limit": "  {what}：{persons}人（{why}）",
        "seats": "座位排布",
        "doors": "疏散门",
        "aisles": "走道宽度",
        "density": "场地面积",
        "stage": "舞台",
        "wish": "所需人数",
        "tiers": "目标（按重要性排列）：",
        "tier": "  {what}：{value}（{claim}）",
        "tier proven": "已证最优",
        "tier bound": "未证最优，界{bound}",
        "tier open": "数值，未证最优",
        "tier count": "席位",
        "tier sight": "视线无遮挡席位",
        "tier distance": "至舞台平均距离（米）",
        "tier aisles": "最繁忙走道每米宽人数",
        "tier symmetry": "沿中线对称席位",
        "tier wheelchairs": "轮椅席位分布处数",
        "tier kept": "占用的可让出保留区",
        "used": "可让出的保留区已设座：{names}",
        "what_if": "改变一处条件的结果（均重新求解）：",
        "closed": "  关闭{what}：{count}人（{gain:+d}）",
        "door": "  增设一门（{what}）：{count}人（{gain:+d}）",
        "aisle": "  走道加宽至{what}：{count}人（{gain:+d}）",
        "no code": "  不计规范：{count}人（{gain:+d}）",
        "checks": "需人工核查：",
        "alternatives": "另有{n}种布置人数相同",
        "family": "求解方法：{proof}",
        "none": "  无：{reason}",
    },
}


def capacity_text(style: str, found: Layout, changes: Sequence[WhatIf], lang: Lang) -> str:
    """Return the lines for the terminal.

    Parameters
    ----------
    style : str
    found : Layout
    changes : sequence of WhatIf
    lang : {"en", "zh"}

    Examples
    --------
    >>> from seatplan.layout import Room, theatre
    >>> found = theatre(Room(((0, 0), (8, 0), (8, 6), (0, 6))))
    >>> print(capacity_text("theatre", found, [], "zh").splitlines()[0])
    Room，剧院式：60人
    """
    return "\n".join([*_lines(style, found, changes, lang), ""])


def _lines(style: str, found: Layout, changes: Sequence[WhatIf], lang: Lang) -> Iterator[str]:
    words = _WORDS[lang]
    name = getattr(STYLES[style], lang)
    yield words["head"].format(room=found.venue.name, style=name, count=found.count)
    yield words["proven" if found.proven else "bound"].format(bound=found.bound)
    if found.alternatives:
        yield words["alternatives"].format(n=found.alternatives)
    yield words["limited"].format(what=words[found.limited_by])
    for limit in found.limits:
        yield words["limit"].format(what=words[limit.what], persons=limit.persons, why=limit.why.sentence(lang))
    if found.used:
        yield words["used"].format(names=", ".join(found.used))
    yield from _tiers(found, lang)
    yield from _changes(found, changes, lang)
    yield words["checks"]
    yield from (f"  {check.sentence(lang)}" for check in found.checks_for_people)
    yield words["family"].format(proof=joined(found.proof, lang))


def _tiers(found: Layout, lang: Lang) -> Iterator[str]:
    """Yield what is reached of the objective."""
    words = _WORDS[lang]
    if found.tiers:
        yield words["tiers"]
    for tier in found.tiers:
        kind = "proven" if tier.proven else "open" if tier.bound is None else "bound"
        claim = words[f"tier {kind}"].format(bound=_number(tier.bound or 0.0))
        yield words["tier"].format(what=words[f"tier {tier.name}"], value=_number(tier.value), claim=claim)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _changes(found: Layout, changes: Sequence[WhatIf], lang: Lang) -> Iterator[str]:
    words = _WORDS[lang]
    if changes:
        yield words["what_if"]
    for one in changes:
        yield words[one.change].format(what=one.what, count=one.count, gain=one.count - found.count)
        if one.reason:
            yield words["none"].format(reason=_fault(one.reason, lang))


def capacity_json(style: str, code: str | None, found: Layout, changes: Sequence[WhatIf], lang: Lang) -> str:
    """Return the same as JSON: all that is said as kind and values, and as text in one language."""
    return dump_json(_plain(style, code, found, changes, lang)).decode("utf-8")


def _plain(style: str, code: str | None, found: Layout, changes: Sequence[WhatIf], lang: Lang) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "room": found.venue.name,
        "style": style,
        "code": code or "",
        "people": found.count,
        "bound": found.bound,
        "proven": found.proven,
        "alternatives": found.alternatives,
        "limited_by": found.limited_by,
        "limits": [{"what": one.what, "people": one.persons, "why": _said(one.why, lang)} for one in found.limits],
        "what_if": [
            {"change": one.change, "what": one.what, "people": one.count, "reason": _fault(one.reason, lang)}
            for one in changes
        ],
        "checks": [_said(one, lang) for one in found.checks_for_people],
        "tiers": [
            {"tier": tier.name, "value": tier.value, "bound": tier.bound, "proven": tier.proven}
            for tier in found.tiers
        ],
        "used": list(found.used),
        "measures": dict(found.measures),
        "proof": [_said(one, lang) for one in found.proof],
    }


def _fault(fault: Fault | None, lang: Lang) -> str:
    return "" if fault is None else fault_in_chinese(fault) if lang == "zh" else str(fault)


def _said(remark: Remark, lang: Lang) -> dict[str, Any]:
    if isinstance(remark, Finding):
        return {"kind": "finding", **finding_data(remark, lang)}
    return {**remark.data(), "text": remark.sentence(lang)}


def styles_text(rows: Sequence[tuple[str, Layout | Fault]], lang: Lang) -> str:
    """Return a table over styles: the count, the bound and what limits it; or why there is no layout.

    Examples
    --------
    >>> print(styles_text([("u-shape", Fault("room", "too small", "give a larger one"))], "en"), end="")
    u-shape           -      -  room: too small; give a larger one
    """
    words = _WORDS[lang]
    lines = [
        f"{style:16}{found.count:>3}{found.bound:>7}  {words[found.limited_by]}{'' if found.proven else ' *'}"
        if isinstance(found, Layout)
        else f"{style:16}{'-':>3}{'-':>7}  {_fault(found, lang)}"
        for style, found in rows
    ]
    return "\n".join([*lines, ""])


def styles_json(rows: Sequence[tuple[str, Layout | Fault]], code: str | None, lang: Lang) -> str:
    """Return the same table as JSON."""
    plain = [
        _plain(style, code, found, (), lang)
        if isinstance(found, Layout)
        else {"style": style, "reason": _fault(found, lang)}
        for style, found in rows
    ]
    return dump_json({"format": FORMAT, "styles": plain}).decode("utf-8")
