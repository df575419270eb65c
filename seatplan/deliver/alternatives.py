"""Several plans and trade-offs, from an event to files: a table, JSON, a picture, and each plan by itself."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from seatplan.alternatives import Alternative, Curve, Several, alternatives, named_aims, trade_off
from seatplan.deliver.write import chart_options
from seatplan.io import Event, write_all
from seatplan.io.json_file import dump_json
from seatplan.io.plan import plan_json
from seatplan.io.summary import summary
from seatplan.result import Result, Status
from seatplan.solvers import Control

__all__ = ["curve_of", "lines", "older", "several_of", "write_curve", "write_several"]


def several_of(event: Event, control: Control, *, count: int, differ: int, exchanges: bool = False) -> Several:
    """Return several plans of an event."""
    return alternatives(event.problem, count=count, differ=differ, exchanges=exchanges, control=control)


def curve_of(event: Event, control: Control, *, between: str, count: int) -> Curve:
    """Return the trade-off between two aims that a user names."""
    first, second = named_aims(event.problem, between)
    return trade_off(event.problem, first, second, count=count, control=control)


def lines(event: Event, found: Several | Curve, files: Sequence[Path]) -> str:
    """Return what the terminal shows: the plans or points, or why there are none, and what was written."""
    from seatplan.audit import audit

    lang, problem = event.language, event.problem
    if found.best is not None and found.best.status not in (Status.OPTIMAL, Status.FEASIBLE):
        report = audit(problem, found.best.plan)
        return summary(problem, found.best.plan, report, found.best, lang=lang)
    said = [found.sentence(lang), *_points(found, lang)] if isinstance(found, Curve) else found.sentences(lang)
    wrote = ("wrote {}" if lang == "en" else "已写出 {}").format
    return "".join(f"{line}\n" for line in (*said, *map(wrote, files)))


def _points(curve: Curve, lang: str) -> Iterator[str]:
    both = ("{}: {}, {}: {}" if lang == "en" else "{}：{}，{}：{}").format
    for number, point in enumerate(curve.points, start=1):
        mark = "" if point.proven else " (not proven)" if lang == "en" else "（未证明）"
        yield f"  {number}. {both(curve.first.name, point.first, curve.second.name, point.second)}{mark}"


def older(folder: Path, written: Sequence[Path], name: str) -> list[Path]:
    """Return plans that an earlier run of the same command left in a folder: ``name-4.json`` and so on."""
    return sorted(path for path in folder.glob(f"{name}-*.json") if path not in written) if written else []


def write_several(event: Event, found: Several, folder: Path) -> tuple[Path, ...]:
    """Write ``alternatives.csv``, ``alternatives.json`` and ``alternative-1.json`` ...: all or none."""
    tiers = [tier.tier for tier in found.best.tiers]
    head = ["plan", "proven", "moves_from_plan_1", "moves_from_nearest_before"]
    head += [f"tier_{tier}_{what}" for tier in tiers for what in ("value", "bound")]
    rows = (_row(one) for one in found.plans)
    contents = {"alternatives.csv": _table(head, rows), "alternatives.json": dump_json(_several_json(found))}
    for one in found.plans:
        status = Status.OPTIMAL if one.proven else Status.FEASIBLE
        known = Result(one.plan, status, one.tiers, seed=found.best.seed)
        contents[f"alternative-{one.number}.json"] = plan_json(event.problem, one.plan, known)
    return write_all(folder, contents)


def _row(one: Alternative) -> list[object]:
    far = (one.moves[0], min(one.moves)) if one.moves else (0, 0)
    return [one.number, _yes(one.proven), *far, *(n for tier in one.tiers for n in (tier.value, tier.bound))]


def _several_json(found: Several) -> dict[str, Any]:
    plans = [
        {
            "plan": one.number,
            "file": f"alternative-{one.number}.json",
            "proven": one.proven,
            "proof": one.proof,
            "moves": list(one.moves),
            "tiers": [{"tier": t.tier, "value": t.value, "bound": t.bound} for t in one.tiers],
        }
        for one in found.plans
    ]
    return {"format": "seatplan-alternatives/1", "end": found.end, "plans": plans}


def write_curve(event: Event, curve: Curve, folder: Path, *, charts: bool = True) -> tuple[Path, ...]:
    """Write ``trade-off.csv``, ``trade-off.json``, the picture and the plan of each point: all or none."""
    head = ["point", curve.first.name, curve.second.name, "proven"]
    rows = ([i, p.first, p.second, _yes(p.proven)] for i, p in enumerate(curve.points, start=1))
    contents = {"trade-off.csv": _table(head, rows), "trade-off.json": dump_json(_curve_json(curve, event))}
    if charts:
        contents.update(_pictures(event, curve))
    for number, point in enumerate(curve.points, start=1):
        contents[f"point-{number}.json"] = plan_json(event.problem, point.plan)
    return write_all(folder, contents)


def _pictures(event: Event, curve: Curve) -> Iterator[tuple[str, bytes]]:
    from seatplan.render.curve import curve_picture

    options = chart_options(event)
    for form in event.output.formats:
        yield f"trade-off.{form}", curve_picture(curve, form, options=options)


def _curve_json(curve: Curve, event: Event) -> dict[str, Any]:
    aims = [
        {"name": aim.name, "rules": [i + 1 for i in aim.rules], "sentence": aim.sentence(event.language)}
        for aim in (curve.first, curve.second)
    ]
    points = [
        {"point": i, "values": [p.first, p.second], "proven": p.proven, "file": f"point-{i}.json"}
        for i, p in enumerate(curve.points, start=1)
    ]
    gaps = [{"first": [gap.left, gap.right], "second": [gap.bottom, gap.top]} for gap in curve.gaps]
    known = {"complete": curve.complete, "missing": curve.reason, "gaps": gaps}
    return {"format": "seatplan-trade-off/1", "aims": aims, "points": points, **known}


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return CSV that a spreadsheet opens as UTF-8; every cell is a number or a word of our own."""
    text = StringIO(newline="")
    csv.writer(text).writerows([head, *rows])
    return text.getvalue().encode("utf-8-sig")


def _yes(known: bool) -> str:
    return "yes" if known else "no"
