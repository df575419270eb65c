"""A set of files that comes into place as a whole, even if the process is killed while they are moved.

All files of a set are written into a hidden folder beside their targets. Then a list of the moves gets its name
in one step: before that step a killed run has changed nothing, after it the set counts as written. Whoever
next reads or writes there with seatplan ends the moves that a killed run left, or clears away what it staged.
For the time that a run takes to rename its files, and until then if it was killed in that very time, other
programs can see new files beside old ones; each file by itself is always whole.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

__all__ = ["PREFIX", "finish", "move_in", "sync_folder", "write_synced"]

PREFIX = ".seatplan-"
_LIST, _LOCK = "moves.json", "lock"
_OLD = 3600.0
"""Seconds after which a stage is taken for abandoned where files cannot be locked."""


def move_in(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write a set of files into a folder that exists: all or none.

    Parameters
    ----------
    folder : Path
    contents : mapping of str to bytes
        Content by name, relative to the folder; folders in names exist.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as name:
    ...     move_in(Path(name), {"plan.json": b"{}", "report.md": b""})
    ...     sorted(path.name for path in Path(name).iterdir())
    ['plan.json', 'report.md']
    """
    finish(folder)
    stage = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))
    try:
        with _locked(stage):
            _fill(stage, contents)
            _end(stage)
    except BaseException:
        if _moves(stage) is None:
            shutil.rmtree(stage, ignore_errors=True)
        else:
            _end(stage)
        raise


def _fill(stage: Path, contents: Mapping[str, bytes]) -> None:
    """Write all files under numbers, then the list of moves: with its name, the set counts as written."""
    for i, content in enumerate(contents.values()):
        write_synced(stage / str(i), content)
    moves = {name: str(i) for i, name in enumerate(contents)}
    write_synced(stage / f"{_LIST}.new", json.dumps({"stage": _mark(stage), "moves": moves}).encode())
    os.replace(stage / f"{_LIST}.new", stage / _LIST)
    sync_folder(stage)


def finish(folder: Path) -> None:
    """End the moves that a killed run left in a folder, and clear away what it staged.

    Runs that are moving their files are waited for, those that write still are left alone; so is what anybody
    else, or another machine, made.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as name:
    ...     stage = Path(tempfile.mkdtemp(prefix=PREFIX, dir=name))
    ...     with _locked(stage):
    ...         _fill(stage, {"plan.json": b"new"})  # and here the run is killed
    ...     finish(Path(name))
    ...     [(path.name, path.read_bytes()) for path in Path(name).iterdir()]
    [('plan.json', b'new')]
    """
    for stage in sorted(folder.glob(f"{PREFIX}*/")):
        with suppress(OSError), _taken_over(stage) as mine:
            if mine and _moves(stage) is not None:
                _end(stage)
            elif mine and not (stage / _LIST).exists():
                shutil.rmtree(stage, ignore_errors=True)


def _end(stage: Path) -> None:
    """Make every move that is left, then clear the stage away."""
    folders = {stage.parent}
    for name, staged in (_moves(stage) or {}).items():
        target = stage.parent / name
        with suppress(FileNotFoundError):  # moved before the run was killed
            os.replace(stage / staged, target)
        folders.add(target.parent)
    for folder in folders:
        sync_folder(folder)
    shutil.rmtree(stage, ignore_errors=True)


def _moves(stage: Path) -> dict[str, str] | None:
    """Return the list of moves; None where there is none, or one that was not made in this very folder."""
    try:
        told = json.loads((stage / _LIST).read_bytes())
        return dict(told["moves"]) if told["stage"] == _mark(stage) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _mark(stage: Path) -> list[int]:
    """Return what tells a folder from its copies, such as one that came with somebody's archive."""
    known = stage.lstat()
    return [known.st_dev, known.st_ino]


@contextmanager
def _locked(stage: Path) -> Iterator[None]:
    """Hold a lock that the system releases when this process ends, however it ends."""
    if fcntl is None:
        yield
        return
    with (stage / f"{_LOCK}.new").open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        os.replace(stage / f"{_LOCK}.new", stage / _LOCK)
        yield


@contextmanager
def _taken_over(stage: Path) -> Iterator[bool]:
    """Yield whether the stage was ours and is no running process's any more; wait for one that moves its files."""
    known, moving = stage.lstat(), (stage / _LIST).exists()
    old = time.time() - known.st_mtime > _OLD
    if os.name == "posix" and known.st_uid != os.geteuid():
        yield False
    elif fcntl is None or not (stage / _LOCK).exists():
        yield old or (fcntl is None and moving)
    else:
        with (stage / _LOCK).open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | (0 if moving else fcntl.LOCK_NB))
            except BlockingIOError:
                yield False
            else:
                yield stage.exists()


def write_synced(path: Path, content: bytes) -> None:
    """Write a file that lasts through a power cut."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make new names last through a power cut, where the system lets a folder be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
