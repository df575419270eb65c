"""YAML as a tree of text with the place of everything: no type is guessed, nothing is executed.

``NO``, ``007`` and ``12:30`` stay text; whoever reads the tree says what a value must be. The tree is built
from parser events with a stack of our own, so that depth and size are bounded before anything is expanded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from seatplan.errors import Fault, InputError, refuse
from seatplan.io.files import read_bytes
from seatplan.io.text import singular

__all__ = ["Loc", "Node", "Tree", "decoded", "parse_yaml", "read_yaml"]

Loc = tuple[str | int, ...]
"""Way from the root to a value: keys and indices from 0, as in the errors of pydantic."""

_LARGEST_FILE = 16 * 1024 * 1024
_MOST_NODES = 1_000_000
_DEEPEST = 40
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Node:
    """A value and where it stands; lines and columns count from 1.

    ``content`` is a text, a list of nodes, a dict of nodes, or None for a value that is left empty.
    ``size`` and ``depth`` count what an alias repeats, as often as it is repeated.
    """

    line: int
    column: int
    content: Any = None
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    size: int = 1
    depth: int = 1


@dataclass(frozen=True)
class Tree:
    """A file of YAML.

    Parameters
    ----------
    file : str
        Name of the file, for messages.
    root : Node
    data : object
        The same as dicts, lists, texts and None.
    places : dict
        The node of each dict of ``data``, by the dict's identity.

    Examples
    --------
    >>> tree = parse_yaml("people:\\n- {name: NO, rank: 007}", "event.yaml")
    >>> tree.data
    {'people': [{'name': 'NO', 'rank': '007'}]}
    >>> tree.place(("people", 0, "rank"))
    'event.yaml:2:20 people[1].rank'
    """

    file: str
    root: Node
    data: Any
    places: dict[int, Node] = field(default_factory=dict, repr=False)

    def place_of(self, mapping: dict[str, Any], key: str) -> str:
        """Return ``file:line:column`` of a key of one of the mappings in `data`."""
        node = self.places.get(id(mapping))
        line, column = node.keys.get(key, (node.line, node.column)) if node else (self.root.line, 1)
        return f"{self.file}:{line}:{column}"

    def place(self, loc: Loc = (), *, at_key: bool = False) -> str:
        """Return ``file:line:column path`` of a value, or of its key; list items count from 1 in the path."""
        (line, column), path = self._find(loc, at_key)
        return f"{self.file}:{line}:{column} {path_of(path)}".rstrip()

    def line(self, loc: Loc) -> int:
        """Return the line in which a value begins."""
        return self._find(loc, False)[0][0]

    def _find(self, loc: Loc, at_key: bool) -> tuple[tuple[int, int], Loc]:
        """Return the place of a value and the way to it in the words of the file.

        A step that the file does not have is passed over: short forms leave keys out.
        """
        node, mark = self.root, (self.root.line, self.root.column)
        path: list[str | int] = []
        for step in loc:
            name = _name_in(node, step)
            found = _child(node, name)
            if found is not None:
                mark = node.keys.get(str(name), mark) if at_key else (found.line, found.column)
                node = found
                path.append(name)
        return mark, tuple(path)


def _name_in(node: Node, step: str | int) -> str | int:
    """Return the key as the file has it: ``area`` where ``areas`` is meant."""
    known = node.content if isinstance(node.content, dict) else {}
    return step if step in known or isinstance(step, int) else singular(step)


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node.content, dict):
        return node.content.get(str(step))
    if isinstance(node.content, list) and isinstance(step, int) and step < len(node.content):
        child: Node = node.content[step]
        return child
    return None


def path_of(loc: Loc) -> str:
    """Write a way from the root as ``rules[3].pin.seat``; list items count from 1.

    Examples
    --------
    >>> path_of(("rules", 2, "pin", "seat"))
    'rules[3].pin.seat'
    """
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in loc).lstrip(".")


def read_yaml(path: Path | str) -> Tree:
    """Read a file of YAML: UTF-8 with or without BOM, or GB18030.

    Raises
    ------
    InputError
        If the file is missing, too large, no YAML, or has doubled keys, tags or runaway aliases.
    """
    path = Path(path)
    return parse_yaml(decoded(read_bytes(path, largest=_LARGEST_FILE), path.name), path.name)


def decoded(raw: bytes, file: str) -> str:
    """Return the text of a file: UTF-8 with or without BOM, or GB18030.

    Raises
    ------
    InputError
        If it is neither.

    Examples
    --------
    >>> decoded("会议室".encode("gb18030"), "hall.txt")
    '会议室'
    """
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError([Fault(file, "it is no UTF-8 text", "save it as UTF-8")])


def parse_yaml(text: str, file: str) -> Tree:
    """Return the tree of a text. ``file`` is its name in messages."""
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.faults.append(_syntax(error, file, text))
    refuse(builder.faults)
    root = builder.root or Node(1, 1)
    places: dict[int, Node] = {}
    return Tree(file, root, _data(root, places), places)


def _data(node: Node, places: dict[int, Node]) -> Any:
    # recursion is safe: the depth is bounded
    if isinstance(node.content, dict):
        data = {name: _data(child, places) for name, child in node.content.items()}
        places[id(data)] = node
        return data
    is_list = isinstance(node.content, list)
    return [_data(child, places) for child in node.content] if is_list else node.content


def _syntax(error: yaml.YAMLError, file: str, text: str) -> Fault:
    mark = getattr(error, "problem_mark", None)
    where = f"{file}:{mark.line + 1}:{mark.column + 1}" if mark else file
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    lines = text.splitlines()[: mark.line + 1] if mark else []
    return Fault(where, f"this is no YAML ({problem})", _mend(lines))


def _mend(lines: list[str]) -> str:
    """Return what is most likely wrong with the last of these lines."""
    around = " ".join(lines[-2:])
    if "\t" in around:
        return "indent with spaces, not with tabs"
    if "：" in around:
        return "write keys with the plain ':' and a space, not with '：'"
    begins = [i for i, line in enumerate(lines[:-1]) if line.rstrip().endswith(("|", ">"))]
    if begins and all(len(line) - len(line.lstrip()) for line in lines[begins[-1] + 1 :] if line.strip()):
        return "a text whose first line stands further in than the others needs a number after '|', such as '|2'"
    return "look at indents, colons and quotation marks on this line and the one above"


class _Builder:
    """Takes parser events and builds nodes; stops at what is too deep or too large."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.root: Node | None = None
        self._open: list[tuple[Node, str | None]] = []  # containers, with the anchor of each
        self._key: list[tuple[str, int, int] | None] = []  # of each open mapping, the key that waits for a value
        self._anchors: dict[str, Node] = {}
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._stop(event, "a second document begins here", "keep one document in a file")
            case yaml.ScalarEvent():
                self._tagged(event)
                empty = event.value == "" and not event.style  # a plain scalar of no characters
                self._finish(self._node(event, None if empty else event.value), event.anchor)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._tagged(event)
                self._begin(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                node, anchor = self._open.pop()
                self._key.pop()
                self._finish(node, anchor)
            case yaml.AliasEvent():
                self._repeat(event)

    def _node(self, event: yaml.Event, content: Any) -> Node:
        return Node(*_mark(event), content)

    def _begin(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if len(self._open) >= _DEEPEST:
            self._stop(event, f"values are nested deeper than {_DEEPEST} levels", "nest them less")
        content: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._open.append((self._node(event, content), event.anchor))
        self._key.append(None)

    def _repeat(self, event: yaml.AliasEvent) -> None:
        known = self._anchors.get(event.anchor or "")
        if known is None:
            self._stop(event, f"there is no finished anchor '&{event.anchor}'", "write the value itself")
        else:
            self._finish(known, None)

    def _finish(self, node: Node, anchor: str | None) -> None:
        """Put a finished value into what is open."""
        if anchor is not None:
            self._anchors[anchor] = node
        if not self._open:
            self.root = node
            return
        parent, waiting = self._open[-1][0], self._key[-1]
        parent.size += node.size
        parent.depth = max(parent.depth, node.depth + 1)
        if parent.size > _MOST_NODES or parent.depth > _DEEPEST:
            self._stop_at(node.line, node.column, "aliases repeat far too much", "write the values themselves")
        if isinstance(parent.content, list):
            parent.content.append(node)
        elif waiting is None:
            self._key[-1] = self._as_key(node)
        else:
            self._put(parent, waiting, node)
            self._key[-1] = None

    def _as_key(self, node: Node) -> tuple[str, int, int]:
        if isinstance(node.content, dict | list):
            found = "a key must be a word, not a list or a mapping"
            self._stop_at(node.line, node.column, found, "put a text in braces between quotation marks")
        return node.content or "", node.line, node.column

    def _put(self, parent: Node, key: tuple[str, int, int], node: Node) -> None:
        name, line, column = key
        if name in parent.content:
            first = parent.keys[name][0]
            found = f"the key {name!r} stands twice, first in line {first}"
            self.faults.append(Fault(f"{self.file}:{line}:{column}", found, "keep one of them"))
        parent.content[name] = node
        parent.keys[name] = (line, column)

    def _tagged(self, event: Any) -> None:
        if event.tag not in (None, "!"):
            self._stop(event, f"tags such as {event.tag!r} are not used here", "remove the tag")

    def _stop(self, event: yaml.Event, found: str, mend: str) -> None:
        self._stop_at(*_mark(event), found, mend)

    def _stop_at(self, line: int, column: int, found: str, mend: str) -> None:
        refuse([*self.faults, Fault(f"{self.file}:{line}:{column}", found, mend)])


def _mark(event: yaml.Event) -> tuple[int, int]:
    """Return line and column of an event, counted from 1."""
    return (event.start_mark.line + 1, event.start_mark.column + 1) if event.start_mark else (1, 1)
