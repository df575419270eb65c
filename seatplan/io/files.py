"""Files as a whole: read within bounds; write a set of outputs completely or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath

from seatplan.errors import Fault, InputError

__all__ = ["read_bytes", "write_all", "write_whole"]


def read_bytes(path: Path | str, *, largest: int = 64 * 1024 * 1024) -> bytes:
    """Read a file that a user named.

    Parameters
    ----------
    path : path
    largest : int
        Bytes that are read at most.

    Raises
    ------
    InputError
        If there is no such file, if it is too large, or if it may not be read.

    Examples
    --------
    >>> read_bytes("missing.csv")
    Traceback (most recent call last):
    seatplan.errors.InputError: missing.csv: there is no such file; mend the name or put the file there
    """
    path = Path(path)
    try:
        if path.is_dir():
            raise InputError([Fault(str(path), "it is a folder", "name a file in it")])
        if path.stat().st_size > largest:
            mib = largest // (1024 * 1024) or 1
            raise InputError([Fault(str(path), f"the file is larger than {mib} MiB", "make it smaller")])
        with path.open("rb") as file:
            raw = file.read(largest + 1)
    except FileNotFoundError:
        found = "there is no such file"
        raise InputError([Fault(str(path), found, "mend the name or put the file there")]) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError([Fault(str(path), f"cannot be read: {reason}", "mend the name or the rights")]) from None
    return raw


def write_whole(path: Path | str, content: bytes) -> None:
    """Write a file so that a killed run leaves the old file or the new one, never half of one.

    Parameters
    ----------
    path : path
        Its folder must exist.
    content : bytes

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_whole(Path(folder, "plan.json"), b"{}")
    ...     Path(folder, "plan.json").read_bytes()
    b'{}'
    """
    path = Path(path)
    staged = _stage(path.parent, path.name, content)
    try:
        os.replace(staged, path)
    except BaseException:
        staged.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def write_all(folder: Path | str, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write a set of outputs into one folder: all are staged first, then moved into place one by one.

    Parameters
    ----------
    folder : path
        Made if it does not exist.
    contents : mapping of str to bytes
        Content by name; a name may have folders of its own (``charts/hall.pdf``) but stays inside ``folder``.

    Returns
    -------
    tuple of Path
        The files, in the order of ``contents``.

    Raises
    ------
    InputError
        For a name that leads out of the folder; nothing is written then.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in write_all(folder, {"plan.json": b"{}", "report.md": b"# Report"})]
    ['plan.json', 'report.md']
    >>> write_all("out", {"../plan.json": b"{}"})
    Traceback (most recent call last):
    seatplan.errors.InputError: ../plan.json: the name leads out of the output folder; use a plain file name
    """
    folder = Path(folder)
    targets = {_inside(folder, name): content for name, content in contents.items()}
    staged: dict[Path, Path] = {}
    try:
        for target, content in targets.items():
            _make(target.parent)
            if target.is_dir():
                raise InputError([Fault(str(target), "it is a folder", "remove it or choose another output")])
            staged[target] = _stage(target.parent, target.name, content)
        for target in list(staged):
            os.replace(staged[target], target)
            del staged[target]
    finally:
        for left in staged.values():
            left.unlink(missing_ok=True)
    for parent in {target.parent for target in targets}:
        _sync_folder(parent)
    return tuple(targets)


def _inside(folder: Path, name: str) -> Path:
    """Return the path of an output; refuse absolute names, ``..``, drives and links that lead elsewhere."""
    parts = (*PurePosixPath(name).parts, *PureWindowsPath(name).parts)
    odd = not name or "\0" in name or name.endswith(("/", "\\")) or PureWindowsPath(name).drive
    if odd or ".." in parts or PurePosixPath(name).is_absolute() or PureWindowsPath(name).root:
        raise _leads_out(name)
    target = folder / name
    if not target.parent.resolve().is_relative_to(folder.resolve()):
        raise _leads_out(name)
    return target


def _leads_out(name: str) -> InputError:
    return InputError(
        [Fault(name or "(no name)", "the name leads out of the output folder", "use a plain file name")]
    )


def _stage(folder: Path, name: str, content: bytes) -> Path:
    """Write to a temporary name in the same folder, so that moving it into place is one step."""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{name[:40]}.", suffix=".part", dir=folder)
    except OSError as error:
        raise _unwritable(folder, error) from None
    staged = Path(temporary)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        staged.chmod(0o666 & ~_umask())
    except BaseException:
        staged.unlink(missing_ok=True)
        raise
    return staged


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from None


def _unwritable(folder: Path, error: OSError) -> InputError:
    mend = "choose a folder that exists and that you may write to"
    return InputError([Fault(str(folder), f"cannot be written: {error.strerror}", mend)])


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _sync_folder(folder: Path) -> None:
    """Make the new names last through a power cut, where the system lets a folder be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
