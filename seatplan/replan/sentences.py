"""A replan in words: what to do one after the other, what it costs, why it cannot be done."""

from __future__ import annotations

from collections.abc import Iterator

from seatplan.problem import Lang, Problem
from seatplan.replan.outcome import Option, Replan
from seatplan.replan.steps import Step
from seatplan.replan.tentative import Effect, Tentative
from seatplan.result import Status
from seatplan.rules.base import many, say

__all__ = ["kind_of", "option_sentences", "replan_sentences", "step_sentence", "tentative_sentences"]


_NAMED = 8


def step_sentence(problem: Problem, step: Step, lang: Lang = "en") -> str:
    """Say one step.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.venue import from_drawing
    >>> problem = Problem(from_drawing("ab", language="en"), Roster((Person("1", "Ann"),)))
    >>> step_sentence(problem, Step("move", "1", "a", "b"))
    'Ann moves from a to b.'
    """
    who = problem.roster.by_id[step.person].name if step.person in problem.roster.by_id else step.person
    old, new = (problem.venue.seat(s).label if s is not None else "" for s in (step.old, step.new))
    if step.kind == "leave":
        return say(lang, f"{who} stays away: {old} is free.", f"{who}缺席，{old}空出。")
    if step.kind == "enter":
        return say(lang, f"{who} sits down on {new}.", f"{who}在{new}就座。")
    if step.kind == "aside":
        return say(lang, f"{who} leaves {old} and stands aside for a moment.", f"{who}离开{old}，暂在一旁等候。")
    if step.kind == "wait":
        return say(lang, f"{who} waits on {new}, coming from {old}.", f"{who}由{old}暂坐{new}。")
    if not step.old:
        return say(lang, f"{who} sits down on {new}.", f"{who}在{new}就座。")
    return say(lang, f"{who} moves from {old} to {new}.", f"{who}由{old}移至{new}。")


def replan_sentences(replan: Replan, lang: Lang = "en") -> Iterator[str]:
    """Yield how many people move, and what each option costs; or why there is none."""
    if replan.options:
        for option in replan.options:
            yield from option_sentences(option, lang)
        if len(replan.options) == 1 and not replan.ordered:
            yield say(lang, "The event states no order of seats.", "本次活动未规定座次顺序。")
    elif replan.reason == "max-moves":
        least = replan.minimum
        told = say(lang, "must move" if replan.status is Status.INFEASIBLE else "move at the least", "至少须调整")
        yield say(
            lang, f"At least {many(least or 0, 'person', 'people')} {told}.", f"{told}{least}人，超出限定人数。"
        )
    elif replan.status is Status.INFEASIBLE:
        yield say(lang, "No plan keeps these rules together:", "以下规则无法同时满足：")
        yield from (f"- {sentence}" for sentence in replan.conflict)
    else:
        yield from _unknown(replan, lang)
    if replan.instead is not None:
        count = many(replan.instead.moves, "person moves", "people move")
        en, zh = (
            f"With the policy leave-empty {count}.",
            f"改用 leave-empty（空位保留）则调整{replan.instead.moves}人。",
        )
        yield say(lang, en, zh)


def _unknown(replan: Replan, lang: Lang) -> Iterator[str]:
    """Yield why there is no plan where none is known to be impossible."""
    if replan.reason == "unconfirmed":
        en = f"It seems that no plan keeps all rules with the policy {replan.policy}; "
        en += "which of them forbid it was not found in time."
        zh = f"按“{replan.policy}”方式，似无方案能满足全部规则；时间所限，未找出相互矛盾的规则。"
        yield say(lang, en, zh)
    elif replan.reason == "room":
        who = _named(replan, lang)
        en = f"Where the rules want them, no seat is left for {who} unless others who may stay give theirs up; "
        en += "plan the event anew (seatplan solve), or seat fewer of them."
        zh = f"按各项规则，{who}已无空座，除非其他人员让座；请重新排座（seatplan solve），或少排上述人员。"
        yield say(lang, en, zh)
    elif replan.reason == "search":
        en = "No plan was found in which most people stay; plan the event anew (seatplan solve)."
        yield say(lang, en, "未找到多数人员不动的方案；请重新排座（seatplan solve）。")
    else:
        yield say(lang, "Time did not allow to find a plan.", "时间不足，未找到方案。")


def _named(replan: Replan, lang: Lang) -> str:
    """Name those whom no seat is left, the first few of many."""
    names = [replan.problem.roster.by_id[person].name for person in replan.stranded]
    told, more = names[:_NAMED], len(names) - _NAMED
    text = say(lang, ", ", "、").join(told)
    return text if more <= 0 else say(lang, f"{text} and {more} more", f"{text}等{len(names)}人")


def option_sentences(option: Option, lang: Lang = "en") -> Iterator[str]:
    """Yield how many people move in one option, whether that is proven, and its price in each tier."""
    count = len(option.moved)
    kind = kind_of(option, lang)
    proof = (
        say(lang, "proven: no plan moves fewer", "已证明最少")
        if option.proven
        else say(lang, f"at least {option.bound}", f"下界{option.bound}")
    )
    en = f"{kind}: {many(count, 'person moves', 'people move')} ({proof})"
    en += f", {len(option.new)} new, {len(option.left)} left"
    zh = f"{kind}：调整{count}人（{proof}），新到{len(option.new)}人，缺席{len(option.left)}人"
    prices = [
        say(lang, f"tier {t.tier}: {t.value} (bound {t.bound})", f"第{t.tier}级{t.value}（下界{t.bound}）")
        for t in option.tiers
    ]
    tail = say(lang, "; ", "；") + say(lang, ", ", "，").join(prices) if prices else ""
    yield say(lang, f"{en}{tail}.", f"{zh}{tail}。")


def kind_of(option: Option, lang: Lang = "en") -> str:
    """Return what an option is called."""
    return {
        "fewest moves": say(lang, "Fewest moves", "调整最少"),
        "strict order": say(lang, "Every order kept", "严格按序"),
    }[option.kind]


def tentative_sentences(found: Tentative, lang: Lang = "en") -> Iterator[str]:
    """Yield for how many scenarios a plan stays good, what each absence changes, and which plates to prepare."""
    problem, names = found.problem, {p.id: p.name for p in found.problem.roster.people}
    if found.plan is None:
        yield say(lang, "There is no plan even if everybody comes.", "即使全员到会也无可行方案。")
        return
    yield _coverage(found, lang)
    for scenario in found.lost:
        away = say(lang, ", ", "、").join(names[person] for person in scenario.absent)
        yield say(lang, f"- Not if these stay away: {away}.", f"- 下列人员同时缺席时须调整：{away}。")
    for effect in found.effects:
        yield _effect(effect, names[effect.person], lang)
    for person, seat in found.plates:
        label = problem.venue.seat(seat).label
        yield say(lang, f"- Reserve plate: {names[person]}, {label}.", f"- 备用桌签：{names[person]}，{label}。")


def _coverage(found: Tentative, lang: Lang) -> str:
    """Say for how many subsets of the list the plan stays good, and how that is known."""
    cases, looked = found.cases, len(found.kept) + len(found.lost)
    proof = "proven" if found.status is Status.OPTIMAL else "not proven"
    if cases is None:
        en = f"Good with nobody moved in {len(found.kept):,} of {many(looked, 'case')} that were looked at: "
        en += (
            "of guests whose absences touch each other, one, two, or all of them away. Others were not looked at."
        )
        zh = f"已核对{looked:,}种情形，其中{len(found.kept):,}种无需任何调整；"
        zh += "相互影响的人员只核对了其中一人、两人或全部缺席的情形，其余未核对。"
        return say(lang, en, zh)
    good, every = cases
    least = bool(found.groups and found.lost)
    en = f"Good with nobody moved in {'at least ' if least else ''}{good:,} of {many(every, 'case')}"
    zh = f"{every:,}种情形中{'至少' if least else ''}{good:,}种无需任何调整"
    if not found.groups:
        en += f" ({proof})"
    else:
        en += f"; absences of {many(len(found.groups), 'group')} of guests do not touch each other's rules, "
        en += f"so that {many(looked, 'subset')} stand for all (every two guests were compared)"
        zh += f"；所列人员分为{len(found.groups)}组，各组缺席互不影响，核对{looked:,}种即可代表全部（已逐对比较）"
    return say(lang, f"{en}.", f"{zh}。")


def _effect(effect: Effect, name: str, lang: Lang) -> str:
    if not effect.possible:
        return say(
            lang, f"If {name} stays away, the policy allows no plan.", f"{name}缺席时，按该方式无可行方案。"
        )
    count = many(effect.moves, "person moves", "people move")
    least = (
        "" if effect.moves == effect.bound else say(lang, f", at least {effect.bound}", f"（下界{effect.bound}）")
    )
    return say(lang, f"If {name} stays away, {count}{least}.", f"{name}缺席时调整{effect.moves}人{least}。")
