"""Which test holds which numbered rule and which worked example of the protocol (sections 8A and 8B).

    python -m tests.protocol.register          counts, as the READMEs print them
    python -m tests.protocol.register --list   every id with its tests

A test holds an id if its name or its docstring cites it: ``rule 35``, ``rules 10 to 12``, ``G-25``,
``G-01 to G-08``.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

__all__ = ["EXAMPLES", "RULES", "held"]

TESTS = Path(__file__).parents[1]
RULES = tuple(range(1, 61))
"""Section 8A."""
EXAMPLES = (
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 18, 19, 20, 21, 22, 23, 24, 25, 27, 28, 29, 30, 31, 32, 33, 36,
    37, 38, 39, 40, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53,
)  # fmt: skip
"""Numbers of the ids that section 8B prints; they are not consecutive."""

_RULES = re.compile(r"\b[Rr]ules? (\d+(?:(?:, and |, | and | to |-)\d+)*)")
_EXAMPLES = re.compile(r"\bG-(\d\d)(?: to G-(\d\d))?")
_NAMED = re.compile(r"_g_(\d\d)_")


def held() -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """Return the tests of each rule and of each example."""
    rules, examples = defaultdict(list), defaultdict(list)
    for test, text in _tests():
        for number in set(_cited(text)):
            rules[number].append(test)
        for number in set(_worked(text, test)):
            examples[number].append(test)
    return rules, examples


def _tests() -> Iterator[tuple[str, str]]:
    """Yield each test with its docstring."""
    for file in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield f"{file.relative_to(TESTS)}::{node.name}", ast.get_docstring(node) or ""


def _cited(text: str) -> Iterator[int]:
    for found in _RULES.findall(text):
        numbers = re.split(r"(, and |, | and | to |-)", found)
        yield from map(int, numbers[::2])
        for first, joint, last in zip(numbers[::2], numbers[1::2], numbers[2::2], strict=False):
            yield from range(int(first), int(last)) if joint in (" to ", "-") else ()


def _worked(text: str, name: str) -> Iterator[int]:
    yield from map(int, _NAMED.findall(name))
    for first, last in _EXAMPLES.findall(text):
        yield from range(int(first), int(last or first) + 1)


def main(arguments: list[str]) -> None:
    """Print the counts, or every id with its tests."""
    for what, wanted, found in zip(("rules (8A)", "worked examples (8B)"), (RULES, EXAMPLES), held(), strict=True):
        tested = [number for number in wanted if found[number]]
        print(
            f"{what}: {len(tested)} of {len(wanted)} tested, by {len({t for n in tested for t in found[n]})} tests"
        )
        for number in wanted if "--list" in arguments else ():
            print(f"  {number}: {', '.join(found[number]) or 'no test'}")


if __name__ == "__main__":
    main(sys.argv[1:])
