"""A pack's file as a tree of text in which every value has its place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from seatplan.errors import Fault, InputError

__all__ = ["Sheet", "parse", "read_text"]

_LARGEST = 1024 * 1024
_DEEPEST = 20
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass
class Sheet:
    """A file with the faults that were found in it.

    Parameters
    ----------
    file : str
        Its name, for messages.
    faults : list of Fault

    Examples
    --------
    >>> sheet = Sheet("my.yaml")
    >>> root = parse("title: Mine\\ntitel: Ours", sheet)
    >>> _ = sheet.fields(root, "a pack", {"title"})
    >>> print(sheet.faults[0])
    my.yaml:2:1: a pack has no key 'titel'; use one of: title
    """

    file: str
    faults: list[Fault] = field(default_factory=list)

    def place(self, mark: Any) -> str:
        """Return ``file:line:column`` of a mark of the parser."""
        return f"{self.file}:{mark.line + 1}:{mark.column + 1}" if mark else self.file

    def fault(self, node: yaml.Node, found: str, mend: str) -> None:
        """Note a fault at the place of a node."""
        self.faults.append(Fault(self.place(node.start_mark), found, mend))

    def pairs(self, node: yaml.Node, what: str) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        """Return the nodes of keys and values by key; doubled keys are faults."""
        found: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        if not isinstance(node, yaml.MappingNode):
            self.fault(node, f"{what} is no mapping", "write it as 'key: value' lines")
            return found
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if not name or name in found:
                self.fault(key, f"the key {name!r} is empty or stands twice", "keep one")
            found[name] = (key, value)
        return found

    def fields(
        self, node: yaml.Node, what: str, known: Collection[str], needed: Collection[str] = ()
    ) -> dict[str, yaml.Node]:
        """Return the values of a mapping by key; unknown and missing keys are faults."""
        pairs = self.pairs(node, what)
        for name, (key, _) in pairs.items():
            if name not in known:
                self.fault(key, f"{what} has no key {name!r}", f"use one of: {', '.join(sorted(known))}")
        for name in sorted(set(needed) - set(pairs)):
            self.fault(node, f"{what} lacks the key {name!r}", f"add '{name}: ...'")
        return {name: value for name, (_, value) in pairs.items() if name in known}

    def items(self, node: yaml.Node, what: str) -> list[yaml.Node]:
        """Return the nodes of a list."""
        if isinstance(node, yaml.SequenceNode) and node.value:
            return list(node.value)
        self.fault(node, f"{what} is no list, or an empty one", "write it as '- ...' lines")
        return []

    def text(self, node: yaml.Node, what: str) -> str:
        """Return a text that is not empty."""
        if isinstance(node, yaml.ScalarNode) and node.value.strip():
            return str(node.value).strip()
        self.fault(node, f"{what} is no text", "write a text")
        return ""


def parse(text: str, sheet: Sheet) -> yaml.Node:
    """Return the root of a text in YAML.

    Raises
    ------
    InputError
        If it is no YAML, nests too deep, repeats by aliases, or carries tags.

    Examples
    --------
    >>> parse("a: [1", Sheet("my.yaml"))
    Traceback (most recent call last):
    seatplan.errors.InputError: my.yaml:2:1: this is no YAML (did not find expected ',' or ']'); look at...
    """
    try:
        _bound(text, sheet)
        return yaml.compose(text, Loader=_LOADER) or _empty()
    except yaml.YAMLError as error:
        where = sheet.place(getattr(error, "problem_mark", None))
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        mend = "look at indents, colons and quotation marks there"
        raise InputError([Fault(where, f"this is no YAML ({problem})", mend)]) from error


def _empty() -> yaml.Node:
    mark = yaml.Mark("", 0, 0, 0, "", 0)
    return yaml.ScalarNode("", "", mark, mark)


def _bound(text: str, sheet: Sheet) -> None:
    """Refuse what composing could not bear: great depth, aliases, tags."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        odd = isinstance(event, yaml.AliasEvent) or getattr(event, "tag", None) not in (None, "!")
        if odd or depth > _DEEPEST:
            found = "an alias, a tag, or too deep a nesting"
            raise InputError([Fault(sheet.place(event.start_mark), found, "write the values themselves")])


def read_text(path: Path) -> str:
    """Return the text of a pack's file.

    Raises
    ------
    InputError
        If it cannot be read, is too large or is no UTF-8.

    Examples
    --------
    >>> read_text(Path("none.yaml"))
    Traceback (most recent call last):
    seatplan.errors.InputError: none.yaml: No such file or directory; name a pack or a file that can be read
    """
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            raise InputError([Fault(path.name, "it is larger than 1 MB", "give a pack's file")])
        return raw.decode("utf-8-sig")
    except OSError as error:
        mend = "name a pack or a file that can be read"
        raise InputError([Fault(path.name, error.strerror or "cannot be read", mend)]) from error
    except UnicodeDecodeError as error:
        raise InputError([Fault(path.name, "it is no UTF-8 text", "save it as UTF-8")]) from error
