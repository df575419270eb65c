"""Build the stroke tables of ``seatplan/people/data``: the order of names by strokes stands on them.

``strokes.txt`` has the 8,105 characters of 通用规范汉字表 in stroke order, each with its strokes as digits
(1 横提, 2 竖竖钩, 3 撇, 4 点捺, 5 折) and its number in the official table. Three sources are put together:

* Unihan ``kTGH``: the official number. Inside each level (1–3500, 3501–6500, 6501–8105) the numbers are the
  official stroke order; across levels they say nothing.
* npm ``cnchar-order``: the strokes of 6,770 of the characters, one letter a stroke.
* ``scripts/strokes_parts.txt``: the strokes of the others, put together out of parts, and a few corrections.

Where characters of different levels have equal strokes, ``stroke_ties.txt`` (kept by hand) orders them.
Nothing is written unless every character has its strokes and the order rises in ``kTGH`` on each level.

``stroke_counts.txt`` has the number of strokes (Unihan ``kTotalStrokes``) of all other characters.

Needs a Debian or Ubuntu system and npm for the two source packages; nothing is installed.

Examples
--------
::

    python scripts/build_strokes.py
    python scripts/build_strokes.py --source unpacked/ --output build/strokes
"""

import argparse
import bz2
import json
import re
import subprocess
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
PARTS = HERE / "strokes_parts.txt"
DATA = HERE.parent / "seatplan" / "people" / "data"
DEBIAN_PACKAGE = "unicode-data"
NPM_PACKAGE = "cnchar-order@3.2.6"
UNIHAN = "usr/share/unicode/Unihan_*.txt.bz2"
CNCHAR = "package/cnchar.order.min.js"

LEVELS = (range(1, 3501), range(3501, 6501), range(6501, 8106))
# the source counts 竖钩 (g) among 折; the 1965 glyph table has it with 竖. d is a 点, not a 提
DIGITS = str.maketrans(
    {**dict.fromkeys("ji", "1"), **dict.fromkeys("fg", "2"), "s": "3", **dict.fromkeys("kld", "4")}
)
ROW = 64  # characters in a line of the table of counts

HEADER = """\
# The characters of 通用规范汉字表 in the order of strokes (GF 3003-1999). Made by scripts/build_strokes.py.
# character <tab> strokes <tab> number in the official table <tab> why its place is not certain
"""
COUNTS_HEADER = """\
# How many strokes all other characters have (Unihan kTotalStrokes). Made by scripts/build_strokes.py.
# A line is 64 code points: the first one divided by 64 (hexadecimal), tab, a character each: chr(32 + count).
"""


class Entry(NamedTuple):
    """What is known of one character of the official table."""

    character: str
    strokes: str
    number: int
    doubt: str = ""

    @property
    def level(self) -> int:
        return next(level for level, numbers in enumerate(LEVELS, 1) if self.number in numbers)


def fetch(folder: Path) -> None:
    """Unpack both source packages into ``folder``."""
    subprocess.run(["apt-get", "download", DEBIAN_PACKAGE], cwd=folder, check=True)
    for package in folder.glob("*.deb"):
        subprocess.run(["dpkg", "-x", package.name, "."], cwd=folder, check=True)
    subprocess.run(["npm", "pack", "--silent", NPM_PACKAGE], cwd=folder, check=True)
    for package in folder.glob("cnchar-order-*.tgz"):
        with tarfile.open(package) as archive:
            archive.extractall(folder, filter="data")


def read_unihan(folder: Path, field: str) -> dict[str, str]:
    """Return the values of one Unihan field by character."""
    values = {}
    for path in sorted(folder.glob(UNIHAN)):
        with bz2.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if f"\t{field}\t" in line:
                    code, _, value = line.rstrip("\n").split("\t")
                    values[chr(int(code[2:], 16))] = value
    return values


def official_numbers(folder: Path) -> dict[str, int]:
    """Return the number of each character in 通用规范汉字表."""
    return {character: int(value.split(":")[1]) for character, value in read_unihan(folder, "kTGH").items()}


def read_cnchar(folder: Path) -> dict[str, str]:
    """Return stroke digits by character from the first table of the package's script."""
    script = (folder / CNCHAR).read_text(encoding="utf-8")
    letters: dict[str, str] = json.loads(re.search(r"JSON\.parse\('(\{.*?\})'\)", script)[1])  # type: ignore[index]
    return {character: re.sub("[^1-4]", "5", word.translate(DIGITS)) for character, word in letters.items()}


def read_columns(path: Path) -> Iterator[list[str]]:
    """Yield the columns of each line that is no comment."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


class Parts:
    """The strokes of a character, out of its parts or out of the main source."""

    def __init__(self, lines: Iterable[list[str]], known: Mapping[str, str]) -> None:
        self.known = known
        self.parts: dict[str, list[str]] = {}
        self.doubts: dict[str, str] = {}
        for character, parts, *doubt in lines:
            self.parts[character] = parts.split()
            self.doubts.update(dict.fromkeys(character, *doubt) if doubt else {})

    def strokes(self, part: str) -> str:
        if part.isdecimal():
            return part
        if part in self.parts:
            return "".join(map(self.strokes, self.parts[part]))
        return self.known[part]


def order_entries(entries: Iterable[Entry], ties: Mapping[str, str]) -> list[Entry]:
    """Return the entries by strokes; equal strokes by the table of ties or, inside one level, by number.

    Raises
    ------
    SystemExit
        When characters of several levels have equal strokes and the table of ties does not order them.
    """
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.strokes].append(entry)
    result = []
    for strokes, group in sorted(groups.items(), key=lambda item: (len(item[0]), item[0])):
        tie = ties.get(strokes, "")
        if len({entry.level for entry in group}) > 1 and sorted(tie) != sorted(entry.character for entry in group):
            raise SystemExit(
                f"stroke_ties.txt: {strokes} must order {''.join(entry.character for entry in group)}"
            )
        result += sorted(group, key=lambda entry: (tie.find(entry.character), entry.number))
    return result


def inversions(entries: Iterable[Entry]) -> list[str]:
    """Return each place where, on one level, the official number falls."""
    last: dict[int, Entry] = {}
    faults = []
    for entry in entries:
        before = last.get(entry.level)
        if before and before.number > entry.number:
            faults.append(f"{before} stands before {entry}")
        last[entry.level] = entry
    return faults


def build_entries(folder: Path, ties_file: Path) -> list[Entry]:
    """Put the sources together, in stroke order."""
    parts = Parts(read_columns(PARTS), read_cnchar(folder))
    ties = {strokes: (characters, rule, reason) for strokes, characters, rule, reason in read_columns(ties_file)}
    doubts = dict(parts.doubts)
    for characters, rule, reason in ties.values():
        if rule.startswith("?"):
            others = characters.replace(rule[1], "")
            doubts[rule[1]] = f"it has the strokes of {others} and the rules leave their order open: {reason}"
    entries = [
        Entry(character, parts.strokes(character), number, doubts.get(character, ""))
        for character, number in official_numbers(folder).items()
    ]
    return order_entries(entries, {strokes: characters for strokes, (characters, _, _) in ties.items()})


def count_lines(counts: Mapping[str, str], known: set[str]) -> Iterator[str]:
    """Yield the lines of the table of counts; a blank is a character without a count."""
    rows: dict[int, list[str]] = defaultdict(lambda: [" "] * ROW)
    for character, value in counts.items():
        if character not in known:  # of several values the first one is that of mainland China
            rows[ord(character) // ROW][ord(character) % ROW] = chr(32 + int(value.split()[0]))
    for row, signs in sorted(rows.items()):
        yield f"{row:x}\t{''.join(signs).rstrip()}\n"


def build(folder: Path, output: Path) -> None:
    """Write both tables and print how complete they are."""
    entries = build_entries(folder, DATA / "stroke_ties.txt")
    if len(entries) != LEVELS[-1].stop - 1:
        raise SystemExit(f"{folder}: {len(entries)} official characters; unpack {DEBIAN_PACKAGE} there")
    if faults := inversions(entries):
        raise SystemExit("\n".join(faults))
    lines = ("\t".join(map(str, entry)).rstrip() + "\n" for entry in entries)
    output.mkdir(parents=True, exist_ok=True)
    (output / "strokes.txt").write_text(HEADER + "".join(lines), encoding="utf-8")
    counts = read_unihan(folder, "kTotalStrokes")
    known = {entry.character for entry in entries}
    (output / "stroke_counts.txt").write_text(
        COUNTS_HEADER + "".join(count_lines(counts, known)), encoding="utf-8"
    )
    doubtful = [entry for entry in entries if entry.doubt]
    print(f"{len(entries)} characters with strokes, {len(doubtful)} of them not certain; 0 inversions")
    print(*(f"  {entry.character}: {entry.doubt}" for entry in doubtful), sep="\n")
    print(f"{len(counts.keys() - known)} more characters with a count only")


def main() -> None:
    """Read the command line, fetch what is missing, build."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--source", type=Path, help="folder with both packages unpacked; default: fetch them")
    parser.add_argument("--output", type=Path, default=DATA, help="folder of the tables")
    options = parser.parse_args()
    if options.source:
        build(options.source, options.output)
        return
    with tempfile.TemporaryDirectory() as folder:
        fetch(Path(folder))
        build(Path(folder), options.output)


if __name__ == "__main__":
    main()
