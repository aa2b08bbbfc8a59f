"""The ground that attacks are played on: files, listeners and a process, made anew for each attack.

Everything here is as open as it can be (every file for everyone, every process of our own user), so that what stops
an attack is the box and not the good manners of its surroundings. Each thing that could leak holds a secret of its
own, which the attack is not told; the names, numbers and paths it is told are the ground's `facts`.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import mmap
import os
import platform
import pty
import re
import resource
import secrets
import shutil
import socket
import sqlite3
import subprocess
import tempfile
import tty
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

# Every name that an attack gives to something of its own holds a token: what is left over can be found by it. All
# tokens of one test session begin alike, so that two sessions at once do not see each other's. Fourteen characters
# fit into a process's name.
SESSION = "dh" + secrets.token_hex(3)
SHM = Path("/dev/shm")
TMP = Path(tempfile.gettempdir())
KEYS = 8  # the numbers from `facts["key"]` on that an attack may give to System V objects

_ATTACKS = Path(__file__).parent / "attacks"
_HEADER = re.compile(r"^# (judge|needs|mild|arch): (.+)$", re.MULTILINE)
_IPC_CREAT, _IPC_RMID, _IPC_PRIVATE = 0o1000, 0, 0
_ADD_KEY, _KEYCTL = {"x86_64": (248, 250), "aarch64": (217, 219)}.get(platform.machine(), (-1, -1))
_USER_KEYRING, _UNLINK = -4, 9

libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p


# --- attacks ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Attack:
    """One file of `attacks/`: learner code with a function `attack(ground)`, and what its header says of it.

    `judge` names who decides whether it worked; `needs` is what the machine must offer; `mild` is a reason for which
    an attack may work in spite of every layer.
    """

    name: str
    source: str
    judge: str
    needs: frozenset[str] = frozenset()
    mild: str = ""
    arch: str = ""

    def missing(self) -> str:
        """What this machine lacks for the attack, in words; empty when it has everything."""
        lacks = [_WITHOUT[need] for need in sorted(self.needs) if not _offers(need)]
        if self.arch and self.arch != platform.machine():
            lacks.append(f"it is written for {self.arch}")
        return "; ".join(lacks)


_WITHOUT = {
    "root": "only root can try it",
    "limits": "only a process that may lift its own limits can try it",
    "modules": "this kernel takes no modules",
    "ports": "this kernel opens no ports",
    "xattr": "the file system has no extended attributes",
    "flags": "the file system has no file flags",
    "ipv6": "there is no IPv6 here",
    "mptcp": "this kernel has no multipath TCP",
    "vsock": "this kernel has no virtual sockets",
    "tiocsti": "this kernel lets nobody type into terminals",
    "log": "only root can write to the kernel's log",
    "core": "a crash does not leave a core file here",
}


def attacks() -> list[Attack]:
    """Every attack, by name."""
    return [read_attack(path) for path in sorted(_ATTACKS.glob("*.py"))]


def read_attack(path: Path) -> Attack:
    source = path.read_text()
    said = dict(_HEADER.findall(source))
    needs = frozenset(said.get("needs", "").split())
    return Attack(path.stem, source, said["judge"], needs, said.get("mild", ""), said.get("arch", ""))


@cache
def _offers(need: str) -> bool:
    """Whether this machine has what some attacks need."""
    if need == "root":
        return os.geteuid() == 0
    if need == "limits":
        return _has_capability(24)
    if need == "modules":
        return os.geteuid() == 0 and _sysctl("kernel/modules_disabled") == "0"
    if need == "ports":
        return os.geteuid() == 0 and hasattr(libc, "iopl") and not (libc.iopl(4) and ctypes.get_errno() == errno.ENOSYS)
    if need == "log":
        return os.access("/dev/kmsg", os.W_OK)
    if need in ("ipv6", "mptcp", "vsock"):
        return _has_socket(need)
    if need in ("xattr", "flags"):
        return _has_file_extra(need)
    if need == "tiocsti":
        return _sysctl("dev/tty/legacy_tiocsti") in ("", "1")
    if need == "core":
        pattern = _sysctl("kernel/core_pattern")
        return resource.getrlimit(resource.RLIMIT_CORE)[1] != 0 and pattern == "core"
    raise ValueError(f"no attack can need {need!r}")


def _has_capability(number: int) -> bool:
    status = Path("/proc/self/status").read_text()
    return bool(int(status.partition("CapEff:\t")[2].split()[0], 16) >> number & 1)


def _has_socket(need: str) -> bool:
    kind = {"ipv6": (socket.AF_INET6, 0), "mptcp": (socket.AF_INET, 262), "vsock": (socket.AF_VSOCK, 0)}
    family, protocol = kind[need]
    try:
        with socket.socket(family, socket.SOCK_STREAM, protocol) as made:
            if need == "ipv6":
                made.bind(("::1", 0))
    except OSError:
        return False
    return True


def _has_file_extra(need: str) -> bool:
    with tempfile.NamedTemporaryFile(dir=TMP) as file:
        try:
            if need == "xattr":
                os.setxattr(file.name, "user.probe", b"")
            else:
                file_flags(file.name)
        except OSError:
            return False
    return True


def _sysctl(name: str) -> str:
    try:
        return Path("/proc/sys", name).read_text().strip()
    except OSError:
        return ""


def file_flags(path: str | Path) -> int:
    """What `lsattr` shows."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    try:
        return int.from_bytes(fcntl.ioctl(descriptor, 0x80086601, bytes(8))[:4], "little")
    finally:
        os.close(descriptor)


# --- the ground -------------------------------------------------------------------------------------------------------


class Ground:
    """Victims for one attack. `facts` is what the attack is told; `secrets` is what it must not find out."""

    def __init__(self, needs: frozenset[str] = frozenset()) -> None:
        self.token = SESSION + secrets.token_hex(3)
        self.secrets: dict[str, str] = {}
        self.facts: dict[str, Any] = {"token": self.token, "uid": os.geteuid(), "grader": os.getpid()}
        self._keys: list[int] = []
        with contextlib.ExitStack() as parts:
            self._lay_files(parts)
            self._lay_shared_memory(parts)
            self._lay_keys(parts)
            self._open_listeners(parts)
            self._open_terminal(parts)
            self._start_victim(parts)
            if "log" in needs:
                Path("/dev/kmsg").write_text(self._secret("log") + "\n")
            parts.callback(self._clear_ipc)
            self._parts = parts.pop_all()

    def close(self) -> None:
        """Take everything away again, also what the attack has added to it."""
        self._parts.close()

    def __enter__(self) -> Ground:
        return self

    def __exit__(self, *fault: object) -> None:
        self.close()

    def _secret(self, of: str) -> str:
        """A new secret. It holds the token for those that may list names; what listeners hear must not be one."""
        self.secrets[of] = f"{self.token}-{of}-{secrets.token_hex(8)}"
        return self.secrets[of]

    # files

    def _lay_files(self, parts: contextlib.ExitStack) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix=self.token + "-", dir=TMP))
        parts.callback(_remove, self.folder)
        self.folder.chmod(0o777)
        for name in ("others", "empty", "probes"):
            self._folder(name)
        self.file = self._file("notes.txt", f"hidden note: {self._secret('file')}\n".encode())
        self._file("solution.py", f"SECRET = {self._secret('module')!r}\n".encode())
        self._file("marks.db", _database(self._secret("database")))
        np.save(self.folder / "answers.npy", np.array([self._secret("array")]))
        (self.folder / "answers.npy").chmod(0o666)
        other = f"others/{self._secret('name')}.py"
        self._file(other, f"# {self._secret('submission')}\n".encode())
        (self.folder / "link").symlink_to(self._secret("target"))
        if _offers("xattr"):
            os.setxattr(self.file, "user.note", self._secret("attribute").encode())
        self.facts |= {name: str(self.folder / name) for name in ("solution.py", "marks.db", "answers.npy", "link")}
        self.facts |= {name: str(self.folder / name) for name in ("others", "empty", "probes", "sized")}
        self.facts |= {"folder": str(self.folder), "file": str(self.file)}
        self._lay_probes()
        # our own process holds a file open and mapped, as one that reads a course would
        held = parts.enter_context((self.folder / other).open("rb"))
        self._mapped = parts.enter_context(mmap.mmap(held.fileno(), 0, access=mmap.ACCESS_READ))

    def _lay_probes(self) -> None:
        """Secrets that are told by a file's size, and by which of twenty-four files there are."""
        size = secrets.randbelow(10**12) + 10**12
        self.secrets["size"] = str(size)
        self._file("sized", b"")
        os.truncate(self.folder / "sized", size)
        bits = f"{secrets.randbits(24):024b}"
        self.secrets["existence"] = bits
        for position, bit in enumerate(bits):
            if bit == "1":
                self._file(f"probes/{position}", b"")

    def _folder(self, name: str) -> None:
        (self.folder / name).mkdir()
        (self.folder / name).chmod(0o777)

    def _file(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content)
        path.chmod(0o666)
        return path

    # memory

    def _lay_shared_memory(self, parts: contextlib.ExitStack) -> None:
        path = SHM / f"{self.token}-shared"
        path.write_text(self._secret("shared memory"))
        path.chmod(0o666)
        parts.callback(_remove_marked, SHM, self.token)
        parts.callback(_remove_marked, TMP, self.token)
        number = libc.shmget(_IPC_PRIVATE, 4096, _IPC_CREAT | 0o666)
        address = libc.shmat(number, None, 0)
        parts.callback(libc.shmdt, ctypes.c_void_p(address))
        libc.shmctl(number, _IPC_RMID, None)  # it goes when the last process lets go of it, whatever happens to us
        secret = self._secret("segment").encode() + b"\0"
        ctypes.memmove(address, secret, len(secret))
        # in our own memory: what a trusted process holds of a course
        self._held = self._secret("memory").encode()
        key = secrets.randbits(30) | KEYS
        self.facts |= {"shared": path.name, "segment": number, "key": key, "memory": f"{self.token}-memory-"}

    def _lay_keys(self, parts: contextlib.ExitStack) -> None:
        """A password in the kernel's keyring of our user, and another one in a key's name."""
        names = {f"{self.token}-password": self._secret("password"), self._secret("key name"): "-"}
        for name, content in names.items():
            key = libc.syscall(_ADD_KEY, b"user", name.encode(), content.encode(), len(content), _USER_KEYRING)
            if key > 0:
                parts.callback(libc.syscall, _KEYCTL, _UNLINK, key, _USER_KEYRING)
        self.facts["password"] = f"{self.token}-password"

    def _clear_ipc(self) -> None:
        """Remove what an attack made under our keys or token, and what no process's end would remove."""
        for key in range(self.facts["key"], self.facts["key"] + KEYS):
            for find, remove in ((libc.shmget, libc.shmctl), (libc.msgget, libc.msgctl)):
                if (number := find(key, 0, 0)) >= 0:
                    remove(number, _IPC_RMID, None)
            if (number := libc.semget(key, 0, 0)) >= 0:
                libc.semctl(number, 0, _IPC_RMID)
        libc.mq_unlink(f"/{self.token}".encode())

    # the network

    def _open_listeners(self, parts: contextlib.ExitStack) -> None:
        self._streams: list[socket.socket] = []
        self._datagrams: list[socket.socket] = []
        stream, datagram = socket.SOCK_STREAM, socket.SOCK_DGRAM
        path = str(self.folder / "socket")
        self._listen(parts, "tcp", socket.AF_INET, stream, ("127.0.0.1", 0))
        self._listen(parts, "udp", socket.AF_INET, datagram, ("127.0.0.1", 0))
        if _offers("ipv6"):
            self._listen(parts, "tcp6", socket.AF_INET6, stream, ("::1", 0))
            self._listen(parts, "udp6", socket.AF_INET6, datagram, ("::1", 0))
        self._listen(parts, "unix", socket.AF_UNIX, stream, path)
        self._listen(parts, "unix_datagram", socket.AF_UNIX, datagram, path + "2")
        self._listen(parts, "abstract", socket.AF_UNIX, stream, f"\0{self.token}-abstract")
        self._listen(parts, "hidden", socket.AF_UNIX, stream, "\0" + self._secret("socket name"))
        del self.facts["hidden"]
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.free_port: int = free.getsockname()[1]
        self.facts["free_port"] = self.free_port

    def _listen(self, parts: contextlib.ExitStack, name: str, family: int, kind: int, address: Any) -> None:
        made = parts.enter_context(socket.socket(family, kind))
        made.bind(address)
        if kind == socket.SOCK_STREAM:
            made.listen()
            self._streams.append(made)
        else:
            self._datagrams.append(made)
        made.setblocking(False)
        if family == socket.AF_UNIX:
            self.facts[name] = address.replace("\0", "@")
            if address[0] != "\0":
                os.chmod(address, 0o777)
        else:
            self.facts[name] = made.getsockname()[1]

    def heard(self) -> Iterator[tuple[str, bytes]]:
        """What has arrived anywhere, with the name of the place."""
        for listener in self._datagrams:
            with contextlib.suppress(BlockingIOError):
                yield "a datagram", listener.recv(1000)
        for listener in self._streams:
            with contextlib.suppress(BlockingIOError), listener.accept()[0] as caller:
                yield "a connection", _read_some(caller)
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.free_port), 0.2) as caller:
            yield "an open port", _read_some(caller) or self.token.encode()
        for place, descriptor in (("the screen", self._screen), ("the keyboard", self._keyboard)):
            with contextlib.suppress(OSError):
                yield place, os.read(descriptor, 1000)

    def _open_terminal(self, parts: contextlib.ExitStack) -> None:
        """A teacher's terminal, with something typed and not yet read."""
        self._screen, self._keyboard = pty.openpty()
        for descriptor in (self._screen, self._keyboard):
            parts.callback(os.close, descriptor)
            os.set_blocking(descriptor, False)
        tty.setraw(self._keyboard)
        self.facts["terminal"] = os.ttyname(self._keyboard)
        os.chmod(self.facts["terminal"], 0o666)
        self.secrets["keyboard"] = secrets.token_hex(16)
        os.write(self._screen, self.secrets["keyboard"].encode())

    # a process

    def _start_victim(self, parts: contextlib.ExitStack) -> None:
        """A process of our own user that waits: a shell whose input never comes, and ends when we do."""
        home = self.folder / self._secret("folder name")
        home.mkdir()
        home.chmod(0o777)
        (home / "note").write_text(self._secret("open file"))
        held = os.open(home / "note", os.O_RDONLY)
        try:
            self.victim = subprocess.Popen(
                ["/bin/sh", "-c", "echo; read nothing", self._secret("argument")],
                env={"MARK": self.token, "SECRET": self._secret("environment")},
                cwd=home,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                pass_fds=(held,),
                start_new_session=True,
                bufsize=0,
            )
        finally:
            os.close(held)
        parts.callback(self._end_victim)
        assert self.victim.stdout is not None
        self.victim.stdout.read(1)  # a process has no arguments yet for a moment after its start
        self.facts |= {"victim": self.victim.pid, "victim_descriptor": held}

    def _end_victim(self) -> None:
        self.victim.kill()
        with self.victim:
            pass


def _remove(folder: Path) -> None:
    libc.umount2(bytes(folder), 2)  # in case an attack could mount something there
    shutil.rmtree(folder, ignore_errors=True)


def _remove_marked(folder: Path, token: str) -> None:
    for path in folder.glob(f"*{token}*"):
        with contextlib.suppress(OSError):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


@cache
def _empty_database(length: int) -> bytes:
    """A database that holds a text of this length: made once, since making one waits for the disk."""
    made = sqlite3.connect(":memory:")
    made.execute("create table notes (text)")
    made.execute("insert into notes values (?)", ("?" * length,))
    made.commit()
    content = made.serialize()
    made.close()
    return content


def _database(secret: str) -> bytes:
    return _empty_database(len(secret)).replace(b"?" * len(secret), secret.encode())


def _read_some(caller: socket.socket) -> bytes:
    caller.settimeout(0.2)
    with contextlib.suppress(OSError):
        return caller.recv(1000)
    return b""
