"""The file layer: Landlock, with which a process takes from itself every path that is not on a list.

One ruleset is made in the zygote; each child binds itself with it, which costs microseconds. Nothing may be
written, made or removed anywhere. Where the kernel knows how, TCP, abstract sockets and signals to processes
outside are refused as well; older kernels leave those, truncation among them, to the system-call filter.

Facts: the kernel's userspace-api/landlock.rst. ABI 1 files (Linux 5.13), 2 rename across folders, 3 truncate (6.2),
4 TCP (6.7), 5 device ioctls, 6 signals and abstract sockets (6.12), 7 quiet audit log (6.15).
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable

from grader.box.roots import Root
from grader.box.syscalls import NotOffered, call

_VERSION = 1 << 0  # flag: ask for the ABI
_PATH_BENEATH = 1  # kind of rule
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_RESTRICT_SELF_LOG_SAME_EXEC_OFF = 1 << 0  # a learner's tries must not fill the machine's audit log
_NEWEST = 7  # the last ABI whose meaning is known here
_O_PATH = getattr(os, "O_PATH", 0)


class _Rights(ctypes.Structure):
    """struct landlock_ruleset_attr: what is refused unless a rule grants it."""

    _fields_ = [("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]


class _Beneath(ctypes.Structure):
    """struct landlock_path_beneath_attr: what is granted below a path."""

    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32)]


def abi() -> int:
    """The kernel's Landlock ABI, 0 when it has none."""
    try:
        return call("landlock_create_ruleset", None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION))
    except OSError:
        return 0


class Ruleset:
    """A ruleset made ready: `bind` confines the calling process for good.

    roots: what may be read. most: behave like a kernel of this ABI at most, for tests. Raises NotOffered.
    """

    def __init__(self, roots: Iterable[Root], most: int = _NEWEST) -> None:
        self.abi = min(abi(), most, _NEWEST)
        if self.abi < 1:
            raise NotOffered("landlock", "this kernel has none")
        rights = _rights(self.abi)
        size = 8 if self.abi < 4 else 16 if self.abi < 6 else 24
        self.descriptor = call(
            "landlock_create_ruleset", ctypes.byref(rights), ctypes.c_size_t(size), ctypes.c_uint32(0)
        )
        for root in roots:
            self._grant(root)

    def bind(self) -> None:
        """Confine this process; it must have set no_new_privs. Raises OSError."""
        flags = _RESTRICT_SELF_LOG_SAME_EXEC_OFF if self.abi >= 7 else 0
        call("landlock_restrict_self", ctypes.c_int(self.descriptor), ctypes.c_uint32(flags))

    def _grant(self, root: Root) -> None:
        try:
            opened = os.open(root.path, _O_PATH | os.O_CLOEXEC)
        except OSError:  # it is not there: nothing to grant
            return
        try:
            rights = _READ_FILE if not root.is_folder else _READ_DIR if root.names_only else _READ_FILE | _READ_DIR
            rule = _Beneath(rights, opened)
            call(
                "landlock_add_rule",
                ctypes.c_int(self.descriptor),
                ctypes.c_int(_PATH_BENEATH),
                ctypes.byref(rule),
                ctypes.c_uint32(0),
            )
        finally:
            os.close(opened)


def _rights(abi: int) -> _Rights:
    """Everything that a kernel of this ABI can refuse."""
    files = {1: 13, 2: 14, 3: 15, 4: 15}.get(abi, 16)  # how many rights on files it knows
    return _Rights((1 << files) - 1, 0b11 if abi >= 4 else 0, 0b11 if abi >= 6 else 0)
