"""The few lines a command prints: status, tiers, what is broken, why not. The rest stands in ``report.md``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from seatplan.audit import Report
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.result import Result, Status

__all__ = ["summary"]

_MOST = 12
_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "optimal": "optimal, proven",
        "feasible": "a plan, not proven optimal",
        "infeasible": "no plan exists",
        "unknown": "no plan was found",
        "audit": "audit",
        "clean": "every rule is kept and everybody is accounted for",
        "broken": "{} breaches of rules that must hold",
        "one broken": "1 breach of a rule that must hold",
        "account": "{} people or seats do not add up",
        "one account": "1 thing does not add up",
        "seated": "{} seated, {} unseated",
        "tier": "tier {}: value {}, bound {}, gap {}",
        "part": "a part of a plan only: {} of {} people have a seat",
        "stopped": "cut off: {}",
        "time limit": "time limit",
        "interrupted": "interrupted",
        "conflict": "these cannot hold together:",
        "unconfirmed": "(not confirmed, time ran out)",
        "not minimal": "(perhaps not all of them are needed, time ran out)",
        "override": "{} breaches that a pin overrides, listed in report.md",
        "more": "... and {} more",
        "wrote": "wrote {}",
    },
    "zh": {
        "optimal": "最优，已证明",
        "feasible": "已有方案，未证明最优",
        "infeasible": "无可行方案",
        "unknown": "未找到方案",
        "audit": "审核",
        "clean": "各项规则均已遵守，人员全部落实",
        "broken": "必须遵守的规则有 {} 处未遵守",
        "one broken": "必须遵守的规则有 1 处未遵守",
        "account": "人员或座位有 {} 处对不上",
        "one account": "人员或座位有 1 处对不上",
        "seated": "已排 {} 人，未排 {} 人",
        "tier": "第 {} 级：数值 {}，下界 {}，差距 {}",
        "part": "仅得部分方案：共 {1} 人，已排 {0} 人",
        "stopped": "提前结束：{}",
        "time limit": "时间已到",
        "interrupted": "人工中断",
        "conflict": "下列各条不能同时成立：",
        "unconfirmed": "（时间不足，未经单独验证）",
        "not minimal": "（时间不足，未必每条都必要）",
        "override": "指定座位另违反 {} 处，见 report.md",
        "more": "……另有 {} 处",
        "wrote": "已写出 {}",
    },
}


def summary(
    problem: Problem,
    plan: Plan,
    report: Report,
    result: Result | None = None,
    *,
    lang: Lang = "en",
    files: Sequence[Path] = (),
) -> str:
    """Return the lines on a plan, each ended by a line break.

    Parameters
    ----------
    problem : Problem
    plan : Plan
    report : Report
    result : Result, optional
        Absent for a plan that was only checked.
    lang : {"en", "zh"}
    files : sequence of Path
        What was written.

    Examples
    --------
    >>> from seatplan import Person, Roster
    >>> from seatplan.audit import audit
    >>> from seatplan.venue import from_drawing
    >>> problem = Problem(from_drawing("ab"), Roster((Person("1", "李强"),)), name="Briefing")
    >>> plan = Plan({"1": "a"})
    >>> print(summary(problem, plan, audit(problem, plan)), end="")
    Briefing
    audit: every rule is kept and everybody is accounted for
    1 seated, 0 unseated
    """
    words = _WORDS[lang]
    lines = [problem.name] if problem.name else []
    if result is not None:
        lines += _status(result, words)
    if result is None or result.status in (Status.OPTIMAL, Status.FEASIBLE):
        lines += _audit(problem, report, words, lang)
    elif plan.seats:
        lines.append(words["part"].format(len(plan.seats), len(problem.people)))
    lines.append(words["seated"].format(len(plan.seats), len(plan.unseated)))
    lines += [words["wrote"].format(path) for path in files]
    return "".join(f"{line}\n" for line in lines)


def _status(result: Result, words: dict[str, str]) -> Iterator[str]:
    yield words[result.status.value] + f" ({result.seconds:.1f} s)"
    if result.stopped:
        yield words["stopped"].format(words.get(result.stopped, result.stopped))
    for tier in result.tiers:
        yield "  " + words["tier"].format(tier.tier, tier.value, tier.bound, tier.gap)
    if result.conflict is not None:
        yield words["conflict"]
        yield from (f"  - {sentence}" for sentence in result.conflict.sentences)
        yield from [] if result.conflict.confirmed else ["  " + words["unconfirmed"]]
        yield from (
            [] if result.conflict.minimal or not result.conflict.confirmed else ["  " + words["not minimal"]]
        )


def _audit(problem: Problem, report: Report, words: dict[str, str], lang: Lang) -> Iterator[str]:
    if report.clean:
        yield f"{words['audit']}: {words['clean']}"
    if report.account:
        yield f"{words['audit']}: {_counted(words, 'account', len(report.account))}"
        yield from _first(report.account_in(lang), words)
    if report.broken:
        yield f"{words['audit']}: {_counted(words, 'broken', len(report.broken))}"
        yield from _first([_said(problem, violation, lang) for violation in report.broken], words)
    if report.overridden:
        yield words["override"].format(len(report.overridden))


def _counted(words: dict[str, str], key: str, count: int) -> str:
    return words[f"one {key}"] if count == 1 else words[key].format(count)


def _said(problem: Problem, violation: Violation, lang: Lang) -> str:
    return violation.rule.explain(problem, violation, lang)


def _first(sentences: Iterable[str], words: dict[str, str]) -> Iterator[str]:
    found = list(sentences)
    yield from (f"  - {sentence}" for sentence in found[:_MOST])
    if len(found) > _MOST:
        yield "  " + words["more"].format(len(found) - _MOST)
