"""Which seats each person may take, by classes of people who share the same statements."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.terms import Bands, Domain, Model, Ordered

__all__ = ["Domains", "domains_of", "nowhere"]

Ints = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Domains:
    """Allowed seats by class.

    Parameters
    ----------
    class_of : ndarray of int, shape (people,)
        Class of each person.
    masks : ndarray of bool, shape (classes, seats)
        Seats that each class may take.
    """

    class_of: Ints
    masks: NDArray[np.bool_]

    def seats(self, person: int) -> Ints:
        """Return the seats that a person may take, ascending."""
        return np.flatnonzero(self.masks[self.class_of[person]])

    def hall_violator(self) -> tuple[Ints, Ints] | None:
        """Return people and the too few seats they are confined to, or None.

        Notes
        -----
        Hall's condition by a maximum flow between classes of people and classes of seats; the minimum cut
        names the people. It finds counting conflicts ("21 guests, 20 places") in milliseconds.
        """
        from seatplan.solvers.hall import violator

        return violator(self)


def domains_of(model: Model, *, windows: bool = True) -> Domains:
    """Intersect the domains of each person; narrow them by what hard orders imply.

    Parameters
    ----------
    model : Model
    windows : bool
        Whether to use hard `Ordered` and `Bands` statements: somebody with k people before needs k seats
        before, and a group with k lines before it starts behind those lines.
    """
    hard = [s.term for s in model.statements if s.tier == 0 and isinstance(s.term, Domain)]
    signature = np.zeros((model.people, len(hard)), dtype=bool)
    for i, term in enumerate(hard):
        signature[term.people, i] = True
    kinds, class_of = np.unique(signature, axis=0, return_inverse=True)
    masks = np.ones((len(kinds), model.seats), dtype=bool)
    for i, term in enumerate(hard):
        masks[kinds[:, i]] &= _mask(term.seats, model.seats)
    found = Domains(class_of.reshape(-1).astype(np.intp), masks)
    _clear_pinned(found)
    return _narrow(model, found) if windows else found


def _clear_pinned(domains: Domains) -> None:
    """Take everybody else off the seat of somebody who has only this one."""
    alone = np.bincount(domains.class_of, minlength=len(domains.masks)) == 1
    for index in np.flatnonzero(alone & (domains.masks.sum(axis=1) == 1)):
        seat = int(np.flatnonzero(domains.masks[index])[0]) if domains.masks[index].any() else -1
        if seat >= 0:
            domains.masks[np.arange(len(domains.masks)) != index, seat] = False


def _mask(seats: Ints, size: int) -> NDArray[np.bool_]:
    mask = np.zeros(size, dtype=bool)
    mask[seats] = True
    return mask


def nowhere(model: Model) -> Ints:
    """Return the people whom the musts leave no seat, each looked at alone.

    Examples
    --------
    >>> from seatplan.terms import Statement
    >>> nowhere(Model(2, 2, (Statement(Domain(np.array([1]), np.empty(0, dtype=np.intp))),)))
    array([1])
    """
    domains = domains_of(model, windows=False)
    masks = _windows(model, domains)
    found = domains.masks[domains.class_of] if masks is None else masks
    return np.flatnonzero(~found.any(axis=1))


def _narrow(model: Model, domains: Domains) -> Domains:
    masks = _windows(model, domains)
    if masks is None:
        return domains
    kinds, class_of = np.unique(np.packbits(masks, axis=1), axis=0, return_inverse=True)
    unpacked = np.unpackbits(kinds, axis=1, count=model.seats).astype(bool)
    return Domains(class_of.reshape(-1).astype(np.intp), unpacked)


def _windows(model: Model, domains: Domains) -> NDArray[np.bool_] | None:
    """Cut each person's seats to those that leave room for the people, and the groups, before and after."""
    hard = [s.term for s in model.statements if s.tier == 0 and isinstance(s.term, Ordered | Bands)]
    if not hard:
        return None
    masks = domains.masks[domains.class_of].copy()
    for term in hard:
        if isinstance(term, Ordered):
            _narrow_by(term, masks)
        elif term.ordered:
            _narrow_bands(term, masks)
    return masks


def _narrow_bands(term: Bands, masks: NDArray[np.bool_]) -> None:
    """Start each group behind the fewest lines that hold the groups before it, and end it likewise."""
    groups = [members for members in term.groups if len(members)]
    lines, line = np.unique(term.line, return_inverse=True)
    line = line.reshape(-1)
    depths = [np.bincount(line[masks[g].any(axis=0)], minlength=len(lines)) for g in groups]
    sizes = [len(g) for g in groups]
    first = _starts(depths, sizes)
    last = [len(lines) - 1 - start for start in _starts([d[::-1] for d in depths[::-1]], sizes[::-1])][::-1]
    for members, low, high in zip(groups, first, last, strict=True):
        masks[members] &= (line >= low) & (line <= high)


def _starts(depths: list[Ints], sizes: list[int]) -> list[int]:
    """Return the first line that each group can take, when those before it take as few lines as they can."""
    starts, line = [], 0
    for depth, size in zip(depths, sizes, strict=True):
        starts.append(line)
        line += int(np.searchsorted(np.cumsum(depth[line:]), size)) + 1
    return starts


def _narrow_by(term: Ordered, masks: NDArray[np.bool_]) -> None:
    sizes = np.array([len(members) for members in term.classes])
    if not sizes.sum():
        return
    usable = masks[np.concatenate(term.classes)].any(axis=0)
    scores = np.sort(term.score[usable])
    at_most = np.searchsorted(scores, term.score, side="right")
    at_least = len(scores) - np.searchsorted(scores, term.score, side="left")
    before = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    after = sizes.sum() - before - sizes
    for members, ahead, behind in zip(term.classes, before, after, strict=True):
        masks[members] &= (at_most > ahead) & (at_least > behind)
