"""Cut a model into parts that share no seat and no statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.domains import Domains, domains_of
from seatplan.solvers.joined import joined
from seatplan.terms import Bands, Compact, Cost, Count, Domain, Limit, Lone, Model, Ordered, Pair, Region, Term

__all__ = ["Piece", "people_of", "restrict", "split"]

Ints = NDArray[np.intp]
_NOBODY: Ints = np.empty(0, dtype=np.intp)


@dataclass(frozen=True, eq=False)
class Piece:
    """A part of a model with the people and seats of the whole that it is about."""

    model: Model
    people: Ints
    seats: Ints


def split(model: Model) -> tuple[Piece, ...]:
    """Return the parts of a model, by their first person.

    Parameters
    ----------
    model : Model

    Notes
    -----
    Two seats belong together if one person may take either; two people if a statement couples them.
    """
    domains = domains_of(model, windows=False)
    kinds = _Kinds.of(domains)
    classes = [("c", int(c)) for c in np.unique(domains.class_of)]
    coupled = (
        [kinds.node(place) if what == "s" else (what, place) for what, place in nodes]
        for nodes in _links(model, domains)
    )
    parts = sorted(map(sorted, joined(classes, chain(kinds.links(), coupled))))
    taken = (part for part in parts if part[0][0] == "c")  # a part without people needs no model
    pieces = [_piece(model, domains, kinds, part) for part in taken]
    return tuple(sorted((p for p in pieces if len(p.people)), key=lambda piece: int(piece.people[0])))


@dataclass(frozen=True, eq=False)
class _Kinds:
    """Seats that the same classes of people may take; they belong together if anybody may take them."""

    kind_of: Ints
    members: NDArray[np.bool_]

    @classmethod
    def of(cls, domains: Domains) -> _Kinds:
        _, first, kind_of = np.unique(
            np.packbits(domains.masks, axis=0), axis=1, return_index=True, return_inverse=True
        )
        return cls(kind_of.reshape(-1), domains.masks[:, first])

    def links(self) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
        """Yield which class may take which kind."""
        for index, kind in np.argwhere(self.members).tolist():
            yield ("c", index), ("k", kind)

    def node(self, seat: int) -> tuple[str, int]:
        """Return a seat's kind, or the seat itself if nobody may take it."""
        kind = int(self.kind_of[seat])
        return ("k", kind) if self.members[:, kind].any() else ("s", seat)

    def seats(self, part: list[tuple[str, int]]) -> Ints:
        """Return the seats of some nodes, ascending."""
        inside = np.isin(self.kind_of, [place for what, place in part if what == "k"])
        inside[[place for what, place in part if what == "s"]] = True
        return np.flatnonzero(inside)


def _links(model: Model, domains: Domains) -> Iterator[list[tuple[str, int]]]:
    for statement in model.statements:
        match statement.term:
            case Pair(pairs):
                yield from ([("c", int(domains.class_of[p])), ("c", int(domains.class_of[q]))] for p, q in pairs)
            case Lone(seats, beside):
                rows = np.column_stack([seats, beside]).tolist()
                yield from ([("s", seat) for seat in row if seat >= 0] for row in rows)
            case Limit(parts):
                lone = [term for _, term in parts if isinstance(term, Lone)]
                near = np.unique(np.concatenate([_NOBODY, *(np.append(t.seats, t.beside) for t in lone)]))
                classes = np.unique(domains.class_of[people_of(statement.term)])
                yield [*(("c", int(c)) for c in classes), *(("s", int(seat)) for seat in near if seat >= 0)]
            case Ordered() | Region() | Compact() | Bands() | Count():
                classes = np.unique(domains.class_of[people_of(statement.term)])
                yield [("c", int(c)) for c in classes]


def people_of(term: Term) -> Ints:
    """Return the people a term speaks of."""
    match term:
        case Ordered(classes):
            return np.concatenate([*classes, np.empty(0, dtype=np.intp)])
        case Bands(groups):
            return np.concatenate([*groups, np.empty(0, dtype=np.intp)])
        case Pair(pairs):
            return np.unique(pairs)
        case Lone():
            return _NOBODY
        case Limit(parts):
            return np.unique(np.concatenate([_NOBODY, *(people_of(part) for _, part in parts)]))
        case Domain(people) | Cost(people) | Region(people) | Compact(people) | Count(people):
            return people


def _piece(model: Model, domains: Domains, kinds: _Kinds, part: list[tuple[str, int]]) -> Piece:
    classes = [index for what, index in part if what == "c"]
    people, seats = np.flatnonzero(np.isin(domains.class_of, classes)), kinds.seats(part)
    return Piece(restrict(model, people, seats), people, seats)


def restrict(model: Model, people: Ints, seats: Ints) -> Model:
    """Return the model of some people and seats, with indices of its own.

    Statements lose the people and seats that are left out; a statement that speaks of nobody is dropped.
    """
    cut = _Cut(people, seats, _places(people, model.people), _places(seats, model.seats))
    kept = [(s, cut.term(s.term)) for s in model.statements]
    statements = tuple(replace(s, term=term) for s, term in kept if term is not None)
    return Model(len(people), len(seats), statements)


def _places(kept: Ints, size: int) -> Ints:
    places = np.full(size, -1, dtype=np.intp)
    places[kept] = np.arange(len(kept))
    return places


@dataclass(frozen=True, eq=False)
class _Cut:
    people: Ints
    seats: Ints
    person_at: Ints
    seat_at: Ints

    def of(self, people: Ints) -> Ints:
        found = self.person_at[people]
        return found[found >= 0]

    def on(self, seats: Ints) -> Ints:
        found = self.seat_at[seats]
        return found[found >= 0]

    def links(self, pairs: Ints, places: Ints) -> Ints:
        found = places[pairs.reshape(-1, 2)]
        return found[(found >= 0).all(axis=1)]

    def term(self, term: Term) -> Term | None:
        match term:
            case Domain(people, seats):
                found = self.of(people)
                return Domain(found, self.on(seats)) if len(found) else None
            case Cost(people, values):
                found = self.of(people)
                return Cost(found, values[self.seats]) if len(found) else None
            case Ordered(classes, score):
                kept = tuple(c for c in map(self.of, classes) if len(c))
                return Ordered(kept, score[self.seats]) if len(kept) > 1 else None
            case Pair(pairs, relation, wanted):
                found = self.links(pairs, self.person_at)
                return Pair(found, self.links(relation, self.seat_at), wanted) if len(found) else None
            case _:
                return self.shape(term)

    def shape(self, term: Term) -> Term | None:
        match term:
            case Region(people, edges, grid):
                found, cut = self.of(people), None if grid is None else grid[self.seats]
                return Region(found, self.links(edges, self.seat_at), cut) if len(found) > 1 else None
            case Compact(people, edges, grid):
                found, cut = self.of(people), None if grid is None else grid[self.seats]
                return Compact(found, self.links(edges, self.seat_at), cut) if len(found) else None
            case Bands(groups, line, ordered):
                kept = tuple(g for g in map(self.of, groups) if len(g))
                return Bands(kept, line[self.seats], ordered) if len(kept) > 1 else None
            case Count(people, seats, low, high):
                found = self.of(people)
                return Count(found, self.on(seats), low, high) if len(found) else None
            case Lone(seats, beside):
                inside = self.seat_at[seats] >= 0
                near = np.where(beside >= 0, self.seat_at[beside], -1)[inside]
                return Lone(self.seat_at[seats][inside], near) if inside.any() else None
            case Limit(parts, most):
                left = tuple((weight, inner) for weight, part in parts if (inner := self.term(part)) is not None)
                return Limit(left, most) if left else None
            case _:
                raise TypeError(f"no such term: {term!r}")
