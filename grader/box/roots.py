"""What learner code may read: Python's own library, numpy, the system's shared libraries, an exercise's data.

Other packages of this Python are left out: a course, its checks or a gradebook may be installed among them.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass

_OTHERS = frozenset({"site-packages", "dist-packages"})  # inside the standard library's folder
_NUMPY = ("numpy", "numpy.libs")
_SYSTEM = ("/lib64", "/usr/lib64", "/etc/ld.so.cache", "/usr/share/zoneinfo", "/etc/localtime")


@dataclass(frozen=True, slots=True)
class Root:
    """A path that may be read, with everything below it; with `names_only` what is below may be listed only."""

    path: str
    is_folder: bool
    names_only: bool = False


@dataclass(frozen=True, slots=True)
class Roots:
    """The folders and files that may be read, folders inside them that are not part of it, and where code runs.

    data: a folder of the course that learner code may read, as `data/` in its current folder.
    """

    paths: tuple[str, ...]
    left_out: tuple[str, ...]
    data: str | None = None

    def rules(self, data: str | None) -> Iterator[Root]:
        """One rule a path; a folder with something left out is granted child by child. data: where data lies now."""
        for path in [*self.paths, *([data] if data else [])]:
            yield from self._rules(path)

    def _rules(self, path: str) -> Iterator[Root]:
        if path in self.left_out:
            return
        inside = self._left_out_of(path)
        yield Root(path, os.path.isdir(path), names_only=bool(inside))
        if inside:
            for entry in os.scandir(path):
                yield from self._rules(entry.path)

    def reaches(self, hidden: str) -> str | None:
        """The root through which a path that must stay hidden could be read; None when there is none."""
        real = os.path.realpath(hidden)
        for path in [*self.paths, *([self.data] if self.data else [])]:
            top = os.path.realpath(path)
            beyond = any(_is_below(real, os.path.realpath(folder)) for folder in self._left_out_of(path))
            if (_is_below(real, top) and not beyond) or _is_below(top, real):
                return path
        return None

    def _left_out_of(self, path: str) -> list[str]:
        return [folder for folder in self.left_out if folder != path and _is_below(folder, path)]


class Exposed(Exception):
    """Something that must stay hidden lies where learner code may read."""


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def python_roots(numpy_home: str, data: str | None = None) -> Roots:
    """The roots for this interpreter. numpy_home: the folder that numpy is in. data: the course's folder to read."""
    library = [sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib"), *_extension_folders()]
    multiarch = sysconfig.get_config_var("MULTIARCH")
    system = [f"{top}/{multiarch}" for top in ("/lib", "/usr/lib") if multiarch] + list(_SYSTEM)
    packages = [os.path.join(numpy_home, name) for name in _NUMPY]
    wanted = dict.fromkeys([*library, *system, *packages])
    paths = tuple(path for path in wanted if path and os.path.exists(path))
    return Roots(paths, tuple(_left_out(paths)), data)


def _left_out(paths: tuple[str, ...]) -> Iterator[str]:
    """Folders of other packages, wherever below a path: beside the standard library, or in /usr/lib64/python3.x."""
    for path in paths:
        inside = os.scandir(path) if os.path.isdir(path) else ()
        for place in [path, *(entry.path for entry in inside if _is_library(entry))]:
            found = (os.path.join(place, name) for name in sorted(_OTHERS))
            yield from (folder for folder in found if os.path.isdir(folder))


def _is_library(entry: os.DirEntry[str]) -> bool:
    return entry.name.startswith("python") and entry.is_dir()


def _extension_folders() -> list[str]:
    """Where the standard library's compiled modules lie, which is not below it everywhere."""
    return [path for path in sys.path if os.path.basename(path) == "lib-dynload"]
