"""The report on a plan for people: one page of Markdown in Chinese or English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from seatplan.audit import Report
from seatplan.io.method_words import method_in_words
from seatplan.io.note import Note
from seatplan.io.report import content
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem
from seatplan.result import Result

__all__ = ["report_markdown", "safe_markdown"]

_MOST_BREACHES = 10
_MOST_UNSEATED = 200
Data = Mapping[str, Any]


def report_markdown(
    problem: Problem,
    plan: Plan,
    report: Report,
    result: Result | None = None,
    *,
    notes: Iterable[Note] = (),
    lang: Lang = "en",
) -> str:
    """Return what a protocol officer wants to know of a plan; the parameters are those of `report_json`.

    Examples
    --------
    >>> from seatplan import Person, Roster
    >>> from seatplan.audit import audit
    >>> from seatplan.venue import from_drawing
    >>> problem = Problem(from_drawing("ab"), Roster((Person("1", "李强"),)), name="Briefing")
    >>> plan = Plan({"1": "a"})
    >>> print(report_markdown(problem, plan, audit(problem, plan)).splitlines()[0])
    # Briefing: report on the seat plan
    """
    data = content(problem, plan, report, result, notes=notes, lang=lang)
    words = _WORDS[lang]
    parts = [
        _head(data, words, problem.convention.name, solved=result is not None),
        _account(data, words),
        _conflict(data, words),
        _tiers(data, words),
        _rules(data, words),
        _overridden(data, words),
        _unseated(data, words, problem),
        _parts(data, words, lang),
        _notes(data, words),
    ]
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _head(data: Data, words: Mapping[str, str], convention: str, *, solved: bool) -> Iterator[str]:
    status = "no plan" if solved and data["status"] == "unknown" else data["status"]
    yield f"# {safe_markdown(data['event'])}{words['title']}" if data["event"] else f"# {words['untitled']}"
    yield ""
    yield f"- **{words[status]}**" + (f" ({words[data['stopped']]})" if data["stopped"] in words else "")
    yield f"- {words['clean'] if data['clean'] else words['not_clean']}"
    yield f"- {words['counts'].format(**data['counts'])}"
    yield f"- {words['convention'].format(safe_markdown(convention))}"


def _account(data: Data, words: Mapping[str, str]) -> Iterator[str]:
    if data["account"]:
        yield f"## {words['account']}"
        yield ""
        yield from (f"- {safe_markdown(sentence)}" for sentence in data["account"])


def _conflict(data: Data, words: Mapping[str, str]) -> Iterator[str]:
    conflict = data["conflict"]
    if conflict:
        yield f"## {words['conflict']}"
        yield ""
        yield from (f"{i}. {safe_markdown(sentence)}" for i, sentence in enumerate(conflict["sentences"], 1))
        yield ""
        yield words["confirmed"] if conflict["confirmed"] else words["unconfirmed"]


def _tiers(data: Data, words: Mapping[str, str]) -> Iterator[str]:
    if not data["tiers"]:
        return
    yield f"## {words['tiers']}"
    yield ""
    yield from _table(
        words["tier_heads"].split("|"),
        [
            (
                str(tier["tier"]),
                _of_tier(data, tier["tier"]),
                *("–" if tier[name] is None else str(tier[name]) for name in ("value", "bound", "gap")),
            )
            for tier in data["tiers"]
        ],
    )
    if any(tier["bound"] is not None for tier in data["tiers"]):
        yield ""
        yield words["tier_help"]


def _of_tier(data: Data, tier: int) -> str:
    return "; ".join(safe_markdown(rule["sentence"]) for rule in data["rules"] if rule["priority"] == tier)


def _rules(data: Data, words: Mapping[str, str]) -> Iterator[str]:
    if not data["rules"]:
        return
    yield f"## {words['rules']}"
    yield ""
    for rule in data["rules"]:
        how = words["must"] if rule["priority"] == "must" else words["tier"].format(rule["priority"])
        yield f"- **{_verdict(rule, words)}** {safe_markdown(rule['sentence'])} ({how}{_place(rule, words)})"
        yield from (f"  - {safe_markdown(breach['sentence'])}" for breach in rule["breaches"][:_MOST_BREACHES])
        if rule["count"] > _MOST_BREACHES:
            yield f"  - {words['more'].format(rule['count'] - _MOST_BREACHES)}"


def _verdict(rule: Data, words: Mapping[str, str]) -> str:
    if not rule["applies"]:
        return words["idle"]
    if rule["kept"]:
        return words["kept"]
    places = words["places" if rule["count"] > 1 else "place"].format(rule["count"])
    if rule["priority"] == "must":
        return words["broken"].format(places)
    return words["costs"].format(rule["amount"] * rule["weight"], places)


def _place(rule: Data, words: Mapping[str, str]) -> str:
    return f"{words['comma']}`{rule['place'].replace('`', '')}`" if rule["place"] else ""


def _overridden(data: Data, words: Mapping[str, str]) -> Iterator[str]:
    found = [breach for rule in data["rules"] for breach in rule["overridden"]]
    if found:
        yield f"## {words['overridden']}"
        yield ""
        yield from (f"- {safe_markdown(breach['sentence'])}" for breach in found[:_MOST_UNSEATED])


def _unseated(data: Data, words: Mapping[str, str], problem: Problem) -> Iterator[str]:
    if not data["unseated"]:
        return
    yield f"## {words['unseated']}"
    yield ""
    people = problem.roster.by_id
    rows = []
    for item in data["unseated"][:_MOST_UNSEATED]:
        person = people.get(item["person"])
        unit = person.unit or _group(problem, person.group) if person else ""
        reason = words.get(f"reason {item['reason']}", item["reason"])
        rows.append((safe_markdown(item["name"] or item["person"]), safe_markdown(unit), safe_markdown(reason)))
    yield from _table(words["unseated_heads"].split("|"), rows)
    if len(data["unseated"]) > _MOST_UNSEATED:
        yield ""
        yield words["more"].format(len(data["unseated"]) - _MOST_UNSEATED)


def _group(problem: Problem, group: str) -> str:
    return problem.roster.group_by_id[group].name if group in problem.roster.group_by_id else group


def _parts(data: Data, words: Mapping[str, str], lang: Lang) -> Iterator[str]:
    if not data["parts"]:
        return
    yield f"## {words['parts']}"
    yield ""
    yield from _table(
        words["part_heads"].split("|"),
        [
            (
                safe_markdown(part["name"]),
                str(part["people"]),
                str(part["seats"]),
                safe_markdown(method_in_words(part["method"], lang)),
                words[f"part {part['status']}"],
                ", ".join(f"{tier['tier']}: {tier['value']} ≥ {tier['bound']}" for tier in part["tiers"]),
                safe_markdown(method_in_words(part["proof"], lang)),
            )
            for part in data["parts"]
        ],
    )


def _notes(data: Data, words: Mapping[str, str]) -> Iterator[str]:
    if data["notes"]:
        yield f"## {words['notes']}"
        yield ""
        yield from (
            f"- {safe_markdown(note['where'])}{words['colon']}{safe_markdown(note['text'])}"
            for note in data["notes"]
        )


def _table(heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    heads = list(heads)
    yield f"| {' | '.join(heads)} |"
    yield "|" + " --- |" * len(heads)
    yield from (f"| {' | '.join(row)} |" for row in rows)


def safe_markdown(text: str) -> str:
    """Return typed text that stays text in Markdown and in the HTML made of it."""
    text = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*\[|~]|(?<!\w)_|_(?!\w))", r"\\\1", text)


_WORDS = {
    "en": {
        "title": ": report on the seat plan",
        "untitled": "Report on the seat plan",
        "optimal": "Optimal: in every tier the bound equals the value",
        "feasible": "A plan was found; it is not proven that none is better",
        "infeasible": "There is no plan that keeps every rule that must hold",
        "unknown": "Not solved here: judged by the audit only",
        "no plan": "No plan was found",
        "part optimal": "optimal",
        "part feasible": "not proven",
        "part infeasible": "no plan",
        "part unknown": "not solved",
        "time limit": "stopped by the time limit",
        "interrupted": "interrupted",
        "clean": "Audit: everybody is accounted for, and every rule that must hold is kept",
        "not_clean": "**Audit: the plan is not in order; see below**",
        "counts": "{roster} people on the roster, {present} present, {seated} seated, {unseated} without a seat; "
        "{seats} seats",
        "convention": "Convention: {}; left and right are the occupants' own",
        "account": "What does not add up",
        "conflict": "Why there is no plan",
        "confirmed": "These rules were solved alone and cannot hold together.",
        "unconfirmed": "These rules are suspected; there was no time to confirm it.",
        "tiers": "Price of the plan",
        "tier_heads": "Tier|What it counts|Value|Bound|Gap",
        "tier_help": "No plan that is as good in the tiers above has a value below the bound. Gap 0 is proof.",
        "rules": "Rules",
        "must": "must",
        "tier": "tier {}",
        "kept": "kept.",
        "idle": "does not apply.",
        "broken": "broken in {}.",
        "costs": "costs {}, in {}.",
        "place": "{} place",
        "places": "{} places",
        "more": "and {} more",
        "overridden": "Overridden by pins",
        "unseated": "Without a seat",
        "unseated_heads": "Name|From|Reason",
        "reason absent": "absent",
        "reason reserve": "reserve",
        "parts": "How each part was solved",
        "part_heads": "Part|People|Seats|Method|Result|Value ≥ bound by tier|Proof",
        "notes": "What was noticed in the files",
        "comma": ", ",
        "colon": ": ",
    },
    "zh": {
        "title": "座次方案报告",
        "untitled": "座次方案报告",
        "optimal": "已证明最优：每一层级的下界均等于取值",
        "feasible": "已求得方案，尚未证明最优",
        "infeasible": "不存在满足全部硬性规则的方案",
        "unknown": "未经求解，仅作审核",
        "no plan": "未求得方案",
        "part optimal": "最优",
        "part feasible": "未证明",
        "part infeasible": "无解",
        "part unknown": "未求解",
        "time limit": "因时限停止",
        "interrupted": "已中断",
        "clean": "审核：人人有着落，硬性规则全部满足",
        "not_clean": "**审核：方案存在问题，见下文**",
        "counts": "名单 {roster} 人，出席 {present} 人，已排 {seated} 人，未排 {unseated} 人；座位 {seats} 个",
        "convention": "座次惯例：{}（左右均以就座者为准）",
        "account": "对不上的地方",
        "conflict": "为何无解",
        "confirmed": "已单独求解确认：以上规则不能同时成立。",
        "unconfirmed": "以上规则可能冲突，时间所限未及确认。",
        "tiers": "方案的代价",
        "tier_heads": "层级|计量内容|取值|下界|差距",
        "tier_help": "在前面各层级同样好的方案中，没有方案的取值低于下界；差距为 0 即为最优证明。",
        "rules": "规则",
        "must": "必须",
        "tier": "第 {} 层级",
        "kept": "满足。",
        "idle": "不适用。",
        "broken": "违反：{}。",
        "costs": "代价 {}：{}。",
        "place": "{} 处",
        "places": "{} 处",
        "more": "另有 {} 处",
        "overridden": "因指定座位而让位的规则",
        "unseated": "未排座人员",
        "unseated_heads": "姓名|单位|原因",
        "reason absent": "请假",
        "reason reserve": "候补",
        "reason no seat found": "没有座位",
        "parts": "各部分的求解",
        "part_heads": "部分|人数|座位|方法|结果|各层级 取值 ≥ 下界|证明",
        "notes": "读取文件时的提示",
        "comma": "，",
        "colon": "：",
    },
}
