"""Files as a whole: read within bounds; write a set of outputs completely or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath, PureWindowsPath

from seatplan.errors import Fault, InputError
from seatplan.io.stage import finish, move_in

__all__ = ["read_bytes", "write_all", "write_whole"]


def read_bytes(path: Path | str, *, largest: int = 64 * 1024 * 1024) -> bytes:
    """Read a file that a user named; a set of outputs that a killed run left half moved is put in place before.

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
    with suppress(OSError, ValueError):
        finish(path.parent)
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
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_whole(Path(folder, "plan.json"), b"{}")
    ...     Path(folder, "plan.json").read_bytes()
    b'{}'
    """
    path = Path(path)
    _move(path.parent, {path.name: content})


def write_all(folder: Path | str, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write a set of outputs into one folder so that a killed run leaves all the old files or all the new ones.

    How, and what other programs can see meanwhile, stands in `seatplan.io.stage`.

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
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in write_all(folder, {"plan.json": b"{}", "report.md": b"# Report"})]
    ['plan.json', 'report.md']
    >>> write_all("out", {"../plan.json": b"{}"})
    Traceback (most recent call last):
    seatplan.errors.InputError: ../plan.json: the name leads out of the output folder; use a plain file name
    """
    folder = Path(folder)
    targets = {name: _inside(folder, name) for name in contents}
    for target in targets.values():
        _make(target.parent)
        if target.is_dir():
            raise InputError([Fault(str(target), "it is a folder", "remove it or choose another output")])
    _move(folder, contents)
    return tuple(targets.values())


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


def _move(folder: Path, contents: Mapping[str, bytes]) -> None:
    try:
        move_in(folder, contents)
    except (FileNotFoundError, NotADirectoryError, PermissionError) as error:
        raise _unwritable(folder, error) from None


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from None


def _unwritable(folder: Path, error: OSError) -> InputError:
    mend = "choose a folder that exists and that you may write to"
    return InputError([Fault(str(folder), f"cannot be written: {error.strerror}", mend)])
