"""In which language a command speaks of what is wrong: that of ``--lang``, else of its event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

__all__ = ["spoken"]

_LARGEST = 1024 * 1024
_SAID = re.compile(r"""^\ufeff?language:\s*["']?zh\b""", re.MULTILINE)


def spoken(words: Sequence[str]) -> Literal["en", "zh"]:
    """Return the language of a command line.

    Examples
    --------
    >>> spoken(["room.yaml", "--lang", "zh"]), spoken(["room.yaml", "--lang=en"]), spoken([])
    ('zh', 'en', 'en')
    """
    asked = re.search(r"--lang[= ](\w+)", " ".join(words))
    if asked:
        return "zh" if asked[1] == "zh" else "en"
    return "zh" if any(_SAID.search(_text(Path(word))) for word in words) else "en"


def _text(path: Path) -> str:
    """Return the beginning of a file of YAML, nothing of any other."""
    if path.suffix.lower() not in (".yaml", ".yml"):
        return ""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.read(_LARGEST)
    except (OSError, ValueError):
        return ""
