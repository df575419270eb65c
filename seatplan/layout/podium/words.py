"""Why lectern, screen and interpreter stand where they stand, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from seatplan.layout.podium.flights import top_of
from seatplan.layout.podium.ground import front_of
from seatplan.layout.podium.podium import Language, Podium

__all__ = ["podium_reasons"]

_WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "where": "the lectern stands {level}, {side}, {aside:.2f} m off the centre, {edge:.2f} m {way} the edge",
        "stage": "on the stage",
        "floor": "on the floor before the stage, lower than the stage",
        "bare": "on the floor of the hall",
        "center": "at the front centre",
        "right": "at the front-right of the {of}, the viewer's left",
        "left": "at the front-left of the {of}, the viewer's right",
        "behind": "behind",
        "rostrum": "rostrum",
        "front": "hall",
        "before": "before",
        "faces0": "it hides nobody of the rostrum from any of {listeners} seats",
        "faces": "it cuts off {faces} of {views} views of faces on the rostrum; no place cuts off fewer",
        "pictures0": "everybody sees the picture whole, and within 45 degrees of its axis",
        "pictures": "{pictures} people see it behind who speaks or 45 degrees aside; no place as good has fewer",
        "heads0": "everybody sees who speaks over the head in front, by 60 mm at least",
        "heads": "{heads} people see who speaks under 60 mm above the eye in front; no place as good has fewer",
        "microphones0": "all microphones of the rostrum are at least {least:.2f} m away (3:1 rule, unconfirmed)",
        "microphones": "{microphones} microphones of the rostrum are within {least:.2f} m (3:1 rule, unconfirmed)",
        "clear": "less than 3 ft (0.91 m) are clear behind it (unconfirmed): see whether who speaks has room",
        "screen": "the screen hangs {aside:.2f} m off the centre line",
        "angle0": "everybody sees lectern and screen within 30 degrees (unconfirmed)",
        "angle": "{angle} people see lectern and screen more than 30 degrees apart (unconfirmed)",
        "far": "the farthest listener is {far:.1f} m away, on average {mean:.1f} m",
        "steps": "from the nearest steps it is {steps:.1f} m to the lectern",
        "flight front": "steps lead up at the front, {aside:.2f} m off the middle of the stage{hand}",
        "flight ends": "steps lead up at the end of the stage{hand}, {deep:.2f} m behind its edge",
        "hand right": " to the right of who stands on it",
        "hand left": " to the left of who stands on it",
        "hand": "",
        "flights": "from the first row it is {recipient:.1f} m at most up to the middle of the stage's edge,"
        " {mean:.1f} m on average",
        "speaker": "from the nearest seat of the first row it is {speaker:.1f} m to the lectern",
        "flights tried": "all {tried} sets of places of steps {step:g} m apart were tried for this lectern;"
        " none is better",
        "flights other": "steps {kind} instead: {recipient:.1f} m at most up to the middle, {speaker:.1f} m to the"
        " lectern",
        "kind front": "at the front",
        "kind ends": "at the ends of the stage",
        "award": "the first row walks {metres:.1f} to {most:.1f} m to the steps",
        "sign": "the interpreter stands {beside:.1f} m from the lectern; {served} seats are 1.5 to 4.6 m away"
        " and see both within 30 degrees (angle unconfirmed)",
        "nosign": "nobody can stand beside the lectern to sign",
        "proof": "all {tried} places of a grid of {step:g} m were tried; none is better, tier by tier",
        "other": "{side} instead: {faces} hidden views, {pictures} people without a good view of the picture, "
        "farthest listener {far:.1f} m",
        "front_center": "front centre",
        "front_right": "front-right",
        "front_left": "front-left",
    },
    "zh": {
        "where": "发言席设于{level}{side}，距中线{aside:.2f}米，在台口线{way}{edge:.2f}米",
        "stage": "台上",
        "floor": "台前地面（低于主席台）",
        "bare": "会场地面",
        "center": "正前方",
        "right": "{of}右前侧（观众左侧）",
        "left": "{of}左前侧（观众右侧）",
        "behind": "内",
        "rostrum": "主席台",
        "front": "会场前部",
        "before": "外",
        "faces0": "从{listeners}个座席看主席台，无人被发言席遮挡",
        "faces": "发言席遮挡主席台{views}条视线中的{faces}条；其他位置不会更少",
        "pictures0": "所有人画面不被发言人遮挡，偏离银幕轴线不超过45度",
        "pictures": "{pictures}人画面被发言人遮挡，或偏离银幕轴线超过45度；同等条件下不会更少",
        "heads0": "所有人均能越过前排看到发言人（视线升高差不小于60毫米）",
        "heads": "{heads}人看发言人的视线升高差不足60毫米；同等条件下不会更少",
        "microphones0": "主席台话筒均在{least:.2f}米以外（3:1原则，待核实）",
        "microphones": "主席台有{microphones}支话筒在{least:.2f}米以内（3:1原则，待核实）",
        "clear": "发言席后净深不足0.91米（3英尺，待核实）：请确认发言人有站位",
        "screen": "银幕距中线{aside:.2f}米",
        "angle0": "所有人看发言席与银幕的夹角均不超过30度（待核实）",
        "angle": "{angle}人看发言席与银幕的夹角超过30度（待核实）",
        "far": "最远听众{far:.1f}米，平均{mean:.1f}米",
        "steps": "由最近台阶至发言席{steps:.1f}米",
        "flight front": "台阶设于台口，距舞台中线{aside:.2f}米{hand}",
        "flight ends": "台阶设于舞台侧端{hand}，在台口线内{deep:.2f}米",
        "hand right": "（台上人右手侧）",
        "hand left": "（台上人左手侧）",
        "hand": "",
        "flights": "首排各席上台至台口中央最远{recipient:.1f}米，平均{mean:.1f}米",
        "speaker": "由首排最近座席上台至发言席{speaker:.1f}米",
        "flights tried": "就此发言席逐一比较间隔{step:g}米的台阶位置，共{tried}组，无更优者",
        "flights other": "若台阶设于{kind}：上台至台口中央最远{recipient:.1f}米，至发言席{speaker:.1f}米",
        "kind front": "台口",
        "kind ends": "舞台两端",
        "award": "首排至台阶：最近{metres:.1f}米，最远{most:.1f}米",
        "sign": "手语翻译距发言席{beside:.1f}米；{served}席距翻译1.5至4.6米且夹角不超过30度（夹角待核实）",
        "nosign": "发言席旁无手语翻译站位",
        "proof": "已逐一比较{step:g}米网格上全部{tried}个位置，逐级比较无更优者",
        "other": "若设于{side}：遮挡视线{faces}条，{pictures}人画面不佳，{heads}人视线不足，最远听众{far:.1f}米",
        "front_center": "正前方",
        "front_right": "右前侧",
        "front_left": "左前侧",
    },
}
_ALMOST = 0.005


def podium_reasons(found: Podium, language: Language = "en") -> tuple[str, ...]:
    """Return why everything stands where it stands.

    Parameters
    ----------
    found : Podium
    language : {"en", "zh"}
        Sides are those of people on the rostrum, as custom says them.

    Returns
    -------
    tuple of str
        Sentences, the place of the lectern first, then sight, sound, ways, the proof and the other customs.

    Examples
    --------
    >>> from seatplan.layout.podium.podium import place_podium
    >>> from seatplan.venue import auditorium
    >>> podium_reasons(place_podium(auditorium(rows=2, blocks="4", first_row=3.0)), "zh")[0]
    '发言席设于会场地面正前方，距中线0.00米，在台口线外0.75米'
    """
    parts = (_place, _sight, _ways, _flights, _rest)
    return tuple(reason for part in parts for reason in part(found, language))


def _place(found: Podium, language: Language) -> Iterator[str]:
    words, front = _WORDS[language], front_of(found.venue)
    aside = found.lectern.x - front.centre
    edge = front.stage.y - front.stage.depth / 2 if front.stage else 0.0
    on_stage = front.stage is not None and found.lectern.y > edge
    side = "center" if abs(aside) < _ALMOST else "right" if aside < 0 else "left"
    yield words["where"].format(
        level=words["stage" if on_stage else "floor" if front.stage else "bare"],
        side=words[side].format(of=words["rostrum" if len(front.rostrum) else "front"]),
        aside=abs(aside),
        edge=abs(found.lectern.y - edge),
        way=words["behind" if found.lectern.y >= edge else "before"],
    )


def _sight(found: Podium, language: Language) -> Iterator[str]:
    words, values, front = _WORDS[language], found.values, front_of(found.venue)
    views = found.listeners * len(front.rostrum)
    if views:
        yield _either(words, "faces", values, listeners=found.listeners, views=views)
    if found.screen is not None:
        yield words["screen"].format(aside=abs(found.screen.x - front.centre))
        yield _either(words, "pictures", values)
        yield _either(words, "angle", values)
    if found.wish.rostrum_microphones and views:
        yield _either(words, "microphones", values, least=3 * found.wish.mouth)
    if values["clear"]:
        yield words["clear"]
    if len(front.rows):
        yield _either(words, "heads", values)
    yield words["far"].format(far=values["far"] / 1000, mean=values["sum"] / 1000 / found.listeners)


def _either(words: dict[str, str], name: str, values: dict[str, int], **more: float) -> str:
    """Return the sentence for none, or the one for some."""
    return words[name if values[name] else f"{name}0"].format(**{**values, **more})


def _ways(found: Podium, language: Language) -> Iterator[str]:
    words, front = _WORDS[language], front_of(found.venue)
    if any(fixture.kind == "steps" for fixture in found.venue.fixtures):
        if front.stage is not None and found.lectern.y > front.stage.y - front.stage.depth / 2:
            yield words["steps"].format(steps=found.values["steps"] / 1000)
        metres = found.venue.metres_to("steps")[front.audience]
        first = found.venue.rows[front.audience] == found.venue.rows[front.audience].min()
        reached = metres[first & np.isfinite(metres)]
        if len(reached):
            yield words["award"].format(metres=reached.min(), most=reached.max())


def _flights(found: Podium, language: Language) -> Iterator[str]:
    """Yield where steps lead up, the ways by them, and those by other steps."""
    flights, words, front = found.flights, _WORDS[language], front_of(found.venue)
    if flights is None or front.stage is None:
        return
    stage, values = front.stage, flights.values
    for spot in flights.spots:
        aside, (_, y) = spot.x - stage.x, top_of(spot, stage)
        hand = words["hand" if abs(aside) < _ALMOST else "hand right" if aside < 0 else "hand left"]
        kind = "flight ends" if spot.turn else "flight front"
        yield words[kind].format(aside=abs(aside), hand=hand, deep=y - (stage.y - stage.depth / 2))
    yield words["flights"].format(
        recipient=values["recipient"] / 1000, mean=values["recipients"] / 1000 / flights.walkers
    )
    if values["speaker"]:
        yield words["speaker"].format(speaker=values["speaker"] / 1000)
    yield words["flights tried"].format(tried=flights.tried, step=flights.step)
    for name, other in flights.others.items():
        if other != values:
            metres = {key: value / 1000 for key, value in other.items()}
            yield words["flights other"].format(kind=words[f"kind {name}"], **metres)


def _rest(found: Podium, language: Language) -> Iterator[str]:
    words = _WORDS[language]
    if found.signing is not None:
        spot, lectern = found.signing.spot, found.lectern
        beside = float(np.hypot(spot.x - lectern.x, spot.y - lectern.y))
        yield words["sign"].format(beside=beside, served=len(found.signing.served))
    elif found.wish.interpreter:
        yield words["nosign"]
    yield words["proof"].format(tried=found.tried, step=found.wish.step)
    for name, values in found.others.items():
        if {**values, "steps": 0} != {**found.values, "steps": 0}:  # steps may have been chosen since
            yield words["other"].format(**{**values, "side": words[name], "far": values["far"] / 1000})
