"""Every sentence by which a solver proves its answer has a Chinese one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import seatplan
from seatplan.io.method_words import method_in_words

FOLDER = Path(seatplan.__file__).parent
# replan/sentences.py speaks both languages itself
FILES = sorted(
    path
    for name in ("solvers", "replan", "alternatives")
    for path in (FOLDER / name).glob("*.py")
    if path.stem != "sentences"
)
TARGETS = {"name", "proof", "_PROOF", "_NAME", "method"}


def written(node: ast.AST) -> Iterator[ast.expr | None]:
    """The expressions in a piece of source that become a method or a proof."""
    if isinstance(node, ast.Assign):
        yield from (node.value for one in node.targets if isinstance(one, ast.Name) and one.id in TARGETS)
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id in TARGETS:
        yield node.value
    if isinstance(node, ast.Call):
        yield from (one.value for one in node.keywords if one.arg in TARGETS)
        called = node.func.id if isinstance(node.func, ast.Name) else ""
        yield from {"Answer": node.args[4:6], "infeasible": node.args}.get(called, [])


def sentences(path: Path) -> set[str]:
    values = [value for node in ast.walk(ast.parse(path.read_text("utf-8"))) for value in written(node) if value]
    parts = [
        part
        for value in values
        for part in ([value.body, value.orelse] if isinstance(value, ast.IfExp) else [value])
    ]
    plain = {part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)}
    formed = {ast.unparse(part) for part in parts if isinstance(part, ast.JoinedStr)}
    return (plain | {re.sub(r"\{[^}]*\}", "HiGHS", one[2:-1]) for one in formed}) - {""}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_proof_is_said_in_chinese(path: Path) -> None:
    english = {one for one in sentences(path) if one not in ("CP-SAT", "HiGHS")}

    assert not [one for one in english if method_in_words(one, "zh") == one]


def test_the_sentences_are_found() -> None:
    found = set().union(*map(sentences, FILES))

    assert {"order DP", "minimum cost flow over all plans", "search cut off"} <= found
    assert any(one.startswith("HiGHS closed") for one in found)
