"""Packages whose public names are imported when they are first used, so that importing the package is instant."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

__all__ = ["lazily"]


def lazily(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the ``__getattr__`` of a package, and let its names win over modules of the same name.

    Parameters
    ----------
    package : str
        Its ``__name__``; it is being imported.
    homes : mapping of str to str
        For each module of the package the public names in it, with blanks between.

    Examples
    --------
    >>> import seatplan.solve
    >>> seatplan.solve.__name__  # the function, for `seatplan` was made so
    'solve'
    """
    home_of = {name: home for home, names in homes.items() for name in names.split()}

    class Package(ModuleType):
        """A package in which ``package.solve`` is the function, also after its module ``solve`` was imported."""

        def __setattr__(self, name: str, value: object) -> None:
            if not (name in home_of and isinstance(value, ModuleType)):
                super().__setattr__(name, value)

    def find(name: str) -> Any:
        """Import a public name when it is first used."""
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{home_of[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    sys.modules[package].__class__ = Package
    return find
