"""Learner code of our own that tries to get out. Sent into a child by `probing.py`; never imported by us.

Each function tries one thing that learner code must not be able to do, on victims that our side set up and named in
`ground`. Raising means that it was refused. These are our own words, so they count; but a secret has to be brought
back to count as read.
"""

import ctypes
import errno
import mmap
import os
import resource
import signal
import socket
import threading
from typing import Any

Ground = dict[str, Any]

libc = ctypes.CDLL(None, use_errno=True)


def call(ground: Ground, name: str, *arguments: object) -> int:
    """A system call; gives its result and raises OSError as Python's own functions do."""
    wide = [ctypes.c_long(argument) if isinstance(argument, int) else argument for argument in arguments]
    result: int = libc.syscall(ctypes.c_long(ground["numbers"][name]), *wide)
    if result == -1:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result


def allowed(ground: Ground, name: str, *arguments: object) -> None:
    """A call with arguments that make no sense: refused by a wall, or looked at and found senseless."""
    try:
        call(ground, name, *arguments)
    except OSError as fault:
        if fault.errno in (errno.EPERM, errno.EACCES, errno.ENOSYS):
            raise


# files


def read(ground: Ground) -> object:
    with open(ground["secret"], encoding="ascii") as file:
        return file.read()


def list_folder(ground: Ground) -> object:
    return os.listdir(ground["folder"])


def write(ground: Ground) -> None:
    with open(ground["victim"], "a", encoding="ascii") as file:
        file.write("x")


def create(ground: Ground) -> None:
    os.close(os.open(ground["folder"] + "/created", os.O_CREAT | os.O_WRONLY, 0o600))


def truncate_by_opening(ground: Ground) -> None:
    os.close(os.open(ground["victim"], os.O_RDONLY | os.O_TRUNC))


def truncate(ground: Ground) -> None:
    os.truncate(ground["victim"], 1)


def change_mode(ground: Ground) -> None:
    os.chmod(ground["victim"], 0o600)


def change_times(ground: Ground) -> None:
    os.utime(ground["victim"], (1, 1))


def rename(ground: Ground) -> None:
    os.rename(ground["victim"], ground["victim"] + "2")
    os.rename(ground["victim"] + "2", ground["victim"])


def hard_link(ground: Ground) -> None:
    os.link(ground["secret"], ground["folder"] + "/link")


def symbolic_link(ground: Ground) -> None:
    os.symlink(ground["secret"], ground["folder"] + "/symlink")


def remove(ground: Ground) -> None:
    os.unlink(ground["victim"])


def temporary_file(ground: Ground) -> None:
    for folder in ("/tmp", "/var/tmp", "/dev/shm"):
        try:
            os.close(os.open(folder + "/" + ground["token"], os.O_CREAT | os.O_WRONLY, 0o600))
        except OSError:
            continue
        os.unlink(folder + "/" + ground["token"])
        return
    raise PermissionError


def environment_of_the_grader(ground: Ground) -> object:
    with open(f"/proc/{ground['pid']}/environ", "rb") as file:
        return len(file.read())


# network


def tcp(ground: Ground) -> None:
    with socket.create_connection(("127.0.0.1", ground["tcp"]), timeout=1) as connection:
        connection.send(ground["token"].encode())


def udp(ground: Ground) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(ground["token"].encode(), ("127.0.0.1", ground["udp"]))


def unix_socket(ground: Ground) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        sender.sendto(ground["token"].encode(), ground["unix"])


def abstract_socket(ground: Ground) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        sender.sendto(ground["token"].encode(), "\0" + ground["token"])


def netlink(ground: Ground) -> None:
    socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0).close()


# processes


def fork(ground: Ground) -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def start_a_program(ground: Ground) -> None:
    try:
        os.execv("/no/such/program", ["program"])
    except FileNotFoundError:  # looked for, so it would have been started
        return


def signal_the_grader(ground: Ground) -> None:
    os.kill(ground["pid"], 0)


def read_the_graders_memory(ground: Ground) -> None:
    here, there = ctypes.create_string_buffer(16), ctypes.create_string_buffer(16)
    allowed(ground, "process_vm_readv", ground["pid"], ctypes.byref(here), 1, ctypes.byref(there), 1, 0)


def trace(ground: Ground) -> None:
    allowed(ground, "ptrace", 1, ground["pid"], 0, 0)  # PTRACE_PEEKTEXT of a process that is not traced


def limits_of_the_grader(ground: Ground) -> None:
    resource.prlimit(ground["pid"], resource.RLIMIT_NOFILE)


def priority_of_the_grader(ground: Ground) -> None:
    os.setpriority(os.PRIO_PROCESS, ground["pid"], os.getpriority(os.PRIO_PROCESS, ground["pid"]))


def handle_on_the_grader(ground: Ground) -> None:
    os.close(call(ground, "pidfd_open", ground["pid"], 0))


# kernel


def memory_file(ground: Ground) -> None:
    os.close(call(ground, "memfd_create", b"canary", 0))


def shared_memory(ground: Ground) -> None:
    call(ground, "shmget", 0, 4096, 0o600 | 0o1000)


def io_uring(ground: Ground) -> None:
    allowed(ground, "io_uring_setup", 0, 0)


def bpf(ground: Ground) -> None:
    allowed(ground, "bpf", 99, 0, 0)


def perf(ground: Ground) -> None:
    allowed(ground, "perf_event_open", 0, 0, -1, -1, 0)


def page_faults(ground: Ground) -> None:
    allowed(ground, "userfaultfd", 1 << 30)


def keyring(ground: Ground) -> None:
    allowed(ground, "keyctl", 999, 0, 0, 0, 0)


def new_namespace(ground: Ground) -> None:
    allowed(ground, "unshare", 1)


def mount(ground: Ground) -> None:
    allowed(ground, "mount", b"none", b"/no/such/place", b"tmpfs", 0, 0)


def lock_a_file(ground: Ground) -> None:
    call(ground, "flock", 0, 1)


def code_in_memory(ground: Ground) -> None:
    mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC).close()


# limits


def be_root(ground: Ground) -> None:
    if os.getuid() and os.geteuid():
        raise PermissionError


def large_file(ground: Ground) -> None:
    if resource.getrlimit(resource.RLIMIT_FSIZE)[0] == 0:
        raise PermissionError


def memory_without_end(ground: Ground) -> None:
    if resource.getrlimit(resource.RLIMIT_AS)[1] != resource.RLIM_INFINITY:
        raise PermissionError


def time_without_end(ground: Ground) -> None:
    if resource.getrlimit(resource.RLIMIT_CPU)[1] != resource.RLIM_INFINITY:
        raise PermissionError


def descriptors_without_end(ground: Ground) -> None:
    if resource.getrlimit(resource.RLIMIT_NOFILE)[1] <= 64:
        raise PermissionError


# names: what a file system tells of files that cannot be read


def guess_a_file_name(ground: Ground) -> None:
    os.stat(ground["secret"])


def walk_to_a_folder(ground: Ground) -> None:
    os.chdir(ground["folder"])


# and what must work


def still_works(ground: Ground) -> object:
    import csv
    import sqlite3

    import numpy.fft
    import numpy.polynomial

    assert sqlite3.connect(":memory:").execute("select 1").fetchone() == (1,)
    assert csv.reader(["a,b"])
    thread = threading.Thread(target=signal.getsignal, args=(signal.SIGINT,))
    thread.start()
    thread.join()
    return float(abs(numpy.fft.fft([1.0, 2.0])).sum() + numpy.polynomial.Polynomial([1.0])(2.0))
