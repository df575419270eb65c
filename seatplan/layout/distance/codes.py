"""What codes say of distances, as a rule."""

from __future__ import annotations

from dataclasses import replace

from seatplan.codes import Code, load_code
from seatplan.errors import Fault, InputError
from seatplan.layout.distance.rule import DistanceRule

__all__ = ["with_code"]

_KEYS = ("apart", "share", "persons", "group", "buffer.seats", "buffer.rows")


def with_code(rule: DistanceRule, code: Code) -> DistanceRule:
    """Return a rule with all that codes ask beside it: the stricter of both, value by value.

    Parameters
    ----------
    rule : DistanceRule
    code : Code
        Such as ``distancing-cn-2020-05`` or a file of the user's own.

    Returns
    -------
    DistanceRule

        Empty rows before and behind make ``blocks`` of every pattern but alternate rows, which have them.

    Raises
    ------
    InputError
        If no pack of the code says anything of distances, or one asks for more than one empty row.

    Examples
    --------
    >>> found = with_code(DistanceRule(seats=1), "distancing-us-ca-2020")
    >>> round(found.metres, 4), found.share, found.most, found.seats
    (1.8288, 0.25, 100, 1)
    """
    packs = load_code(code)
    said = {k: [pack.si(f"distance.{k}") for pack in packs if pack.says(f"distance.{k}")] for k in _KEYS}
    if not any(said.values()):
        mend = "name a pack such as distancing-cn-2020-05, or a file with distance.apart or distance.share"
        raise InputError([Fault(f"code {code!r}", "it says nothing of distances", mend)])
    if max(said["buffer.rows"], default=0) > 1:
        found = "it asks for more than one empty row before and behind"
        raise InputError([Fault(f"code {code!r}", found, "give the distance in metres")])
    return replace(
        rule,
        metres=max([rule.metres, *map(float, said["apart"])]),
        seats=max([rule.seats, *map(int, said["buffer.seats"])]),
        pattern="blocks" if any(said["buffer.rows"]) and rule.pattern != "alternate_rows" else rule.pattern,
        share=min([rule.share, *map(float, said["share"])]),
        most=_least(rule.most, [int(value) for value in said["persons"]]),
        group=_least(rule.group, [int(value) for value in said["group"]]),
    )


def _least(one: int | None, others: list[int]) -> int | None:
    known = others if one is None else [one, *others]
    return min(known, default=None)
