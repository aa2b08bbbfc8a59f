"""What a walled child is and is not: its user, its files, its random numbers; and that every layer fails closed."""

from __future__ import annotations

import json
import os
import sys
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("the layers are Linux's", allow_module_level=True)

from grader.box import Exposed, linux, open_box
from grader.box.launch import numpy_home
from grader.box.linux import LAYERS, ForkBox
from grader.box.roots import Root, Roots, python_roots
from grader.calls import Answer, Call, Ending, Job

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give children users of their own")


@pytest.fixture(scope="module")
def box() -> Iterator[ForkBox]:
    with ForkBox() as opened:
        yield opened


def asked(box: ForkBox, source: str, *calls: Call, seed: int = 0) -> list[Any]:
    run = box.start(Job(source, "exercise.py", calls or (Call("f"),), seed=seed))
    said = [run.answer(index) for index in range(len(calls) or 1)]
    run.close()
    return said


def value(box: ForkBox, source: str, seed: int = 0) -> Any:
    (said,) = asked(box, source, seed=seed)
    assert isinstance(said, Answer), said
    assert said.raised is None, said.raised
    return said.value


def refused(box: ForkBox, source: str) -> Any:
    (said,) = asked(box, source)
    assert isinstance(said, Answer), said
    assert said.raised is not None, said
    return said.raised


# --- users ------------------------------------------------------------------------------------------------------------

IDS = "import os\ndef f(): return os.getresuid(), os.getresgid(), os.getgroups()\n"


@needs_root
def test_children_that_live_at_once_are_different_users_and_nobody_known(box: ForkBox) -> None:
    runs = [box.start(Job(IDS, "exercise.py", [Call("f")])) for _ in range(5)]
    said = [run.answer(0) for run in runs]
    users = [answer.value for answer in said if isinstance(answer, Answer)]
    for run in runs:
        run.close()
    assert len({user for user, *_ in users}) == 5
    known = {int(line.split(":")[2]) for line in Path("/etc/passwd").read_text(encoding="utf-8").splitlines()}
    for user, group, groups in users:
        assert len(set(user)) == len(set(group)) == 1
        assert user[0] not in known | {0}
        assert user == group
        assert groups == []


@needs_root
def test_two_gradings_at_once_share_no_user() -> None:
    confine = _confine()
    assert abs(confine._first_uid(4711) - confine._first_uid(4712)) >= confine._SLOTS


def _confine() -> Any:
    from grader.box import confine

    return confine


@pytest.mark.parametrize(("text", "first"), [("0 0 4294967295", 1 << 30), ("0 100000 65536", 1 << 15)])
def test_users_come_from_what_the_place_maps(text: str, first: int, monkeypatch: pytest.MonkeyPatch) -> None:
    _pretend(monkeypatch, text)
    found = _confine()._first_uid(0)
    assert found == first
    last = _confine()._first_uid(10**6 + 6) + _confine()._SLOTS
    assert last <= int(text.split()[0]) + int(text.split()[2]) - 2


def test_without_other_users_root_runs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    _pretend(monkeypatch, "0 1000 1")
    with pytest.raises(_confine().NotOffered, match=r"uid: .* no other users|uid: there are no"):
        _confine()._first_uid(0)


def _pretend(monkeypatch: pytest.MonkeyPatch, uid_map: str) -> None:
    import io

    monkeypatch.setattr(_confine(), "open", lambda *args, **more: io.StringIO(uid_map + "\n"), raising=False)


# --- fail closed ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layer", ["landlock", "seccomp", "namespaces", "root", "rlimits"])
def test_a_layer_that_was_asked_for_and_is_missing_runs_nothing(layer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for by name: nothing is planned anew without it."""
    monkeypatch.setattr(linux, "_Zygote", _lacking(layer))
    with ForkBox(layers=LAYERS) as box:
        (said,) = asked(box, "def f(): return 1\n")
    assert isinstance(said, Ending)
    assert said.verdict == "internal"
    assert f"{layer}: not here" in said.message


def _lacking(*layers: str) -> Callable[[str], Any]:
    """A zygote that says of these layers that the place does not offer them."""

    class Zygote(linux._Zygote):
        def __init__(self, plan: str) -> None:
            super().__init__(plan)
            self._lacks = next((name for name in json.loads(plan)["layers"] if name in layers), None)

        def await_ready(self) -> None:
            if self._lacks:
                self.bury()
                raise linux._NotOffered(f"{self._lacks}: not here")
            super().await_ready()

    return Zygote


@pytest.mark.parametrize(
    ("lacking", "gone", "level"),
    [
        (("namespaces",), {"namespaces", "root"}, "confined"),
        (("root",), {"namespaces", "root"}, "confined"),
        (("landlock",), {"landlock"}, None),
        (("landlock", "namespaces", "root"), {"landlock", "namespaces", "root"}, "partial"),
        (("seccomp",), {"seccomp"}, "partial"),
    ],
)
def test_what_a_place_does_not_offer_is_done_without_and_told(
    lacking: tuple[str, ...], gone: set[str], level: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid() == 0:  # its Python may be out of other users' reach without a root folder of our own
        monkeypatch.setattr(linux, "_every_layer", lambda: [name for name in LAYERS if name != "uid"])
        level = None if level == "confined" else level
    monkeypatch.setattr(linux, "_Zygote", _lacking(*lacking))
    with ForkBox() as box:
        told = box.isolation
        assert value(box, "def f(): return 1\n") == 1
    assert set(told.layers) & gone == set()
    assert all(name in told.note for name in lacking[:1])
    if level:
        assert told.level == level, told


def test_once_isolation_is_told_no_layer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    with ForkBox() as box:
        assert box.isolation.level == "sealed"
        box._zygotes[-1].bury()
        monkeypatch.setattr(linux, "_Zygote", _lacking("landlock"))
        (said,) = asked(box, "def f(): return 1\n")
    assert isinstance(said, Ending)
    assert said.verdict == "internal"


def test_learner_code_never_runs_as_root_for_want_of_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linux, "_every_layer", lambda: list(LAYERS))
    monkeypatch.setattr(linux, "_Zygote", _lacking("uid"))
    with ForkBox() as box:
        (said,) = asked(box, "def f(): return 1\n")
        assert box.isolation.level == "none"
    assert isinstance(said, Ending)
    assert said.verdict == "internal"


# --- files ------------------------------------------------------------------------------------------------------------


def test_a_courses_data_can_be_read_and_not_changed(tmp_path: Path) -> None:
    data = tmp_path / "exercises" / "data"
    data.mkdir(parents=True)
    (data / "points.csv").write_text("1.5,2\n3,4\n", encoding="ascii")
    (data.parent / "other.txt").write_text("not data", encoding="ascii")
    for folder in (tmp_path, data.parent, data):
        folder.chmod(0o755)
    load = "import numpy as np\ndef f(): return np.loadtxt('data/points.csv', delimiter=',').sum()\n"
    for layers in (None, ("rlimits", "landlock", "seccomp")):
        with ForkBox(layers=layers, data=data) as box:
            assert value(box, load) == 10.5
            assert refused(box, "def f(): open('data/points.csv', 'a')\n").type_name == "PermissionError"
            assert refused(box, "def f(): open('data/new.csv', 'w')\n").type_name == "PermissionError"
            assert "Error" in refused(box, "def f(): return open('other.txt').read()\n").type_name
            assert "Error" in refused(box, "def f(): return open('data/../other.txt').read()\n").type_name


def test_the_box_refuses_to_open_when_a_secret_lies_where_learners_may_read(tmp_path: Path) -> None:
    library = Path(sysconfig.get_path("stdlib"))
    with pytest.raises(Exposed, match="may read; move it"):
        open_box("fork", hidden=[library / "json"])
    with pytest.raises(Exposed):
        open_box("fork", hidden=[Path(numpy_home()) / "numpy" / "checks"])
    with pytest.raises(Exposed):  # a data folder inside the hidden one is a hole as well
        open_box("fork", hidden=[tmp_path], data=tmp_path / "data")
    open_box("fork", hidden=[library / "site-packages" / "course", Path(numpy_home()) / "course", tmp_path]).close()


def test_a_link_is_followed_before_it_is_judged(tmp_path: Path) -> None:
    (tmp_path / "solutions").symlink_to(Path(sysconfig.get_path("stdlib")) / "json")
    assert python_roots(numpy_home()).reaches(str(tmp_path / "solutions")) is not None


def test_other_packages_are_left_out_of_the_library(tmp_path: Path) -> None:
    for name in ("json", "site-packages/course"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "csv.py").write_text("", encoding="ascii")
    roots = Roots((str(tmp_path),), (str(tmp_path / "site-packages"),))
    assert set(roots.rules(None)) == {
        Root(str(tmp_path), True, names_only=True),
        Root(str(tmp_path / "json"), True),
        Root(str(tmp_path / "csv.py"), False),
    }
    assert roots.reaches(str(tmp_path / "site-packages" / "course" / "checks")) is None
    assert roots.reaches(str(tmp_path / "json" / "checks")) == str(tmp_path)


@pytest.mark.parametrize("package", ["pytest", "pydantic", "grader", "grader.grading"])
def test_learner_code_finds_no_package_but_numpy(box: ForkBox, package: str) -> None:
    assert refused(box, f"def f():\n    import {package}\n").type_name == "ModuleNotFoundError"


SCIENCE = """
import csv, io, json, statistics, threading
from concurrent.futures import ThreadPoolExecutor
import numpy as np

def linalg():
    a = np.array([[3.0, 1.0], [1.0, 2.0]])
    return np.linalg.solve(a, [9.0, 8.0]).tolist(), np.linalg.svd(np.eye(200))[1].sum()

def fft():
    return abs(np.fft.rfft(np.ones(1024)))[0]

def draws():
    return np.random.default_rng(1).normal(size=1000).shape, np.random.default_rng().random() < 1

def pool():
    with ThreadPoolExecutor(4) as workers:
        return list(workers.map(lambda n: n * n, range(10)))

def large():
    return float((np.ones((1000, 1000)) @ np.ones((1000, 1000)))[0, 0])

def library():
    import argparse, ast, asyncio, bz2, difflib, doctest, html, logging, lzma, pickle, pprint, queue, sqlite3, tempfile
    import unittest, urllib.parse, uuid, xml.etree.ElementTree, zlib, zoneinfo
    return sqlite3.connect(":memory:").execute("select 6 * 7").fetchone()[0]

def times():
    import datetime, time
    time.sleep(0.01)
    return datetime.datetime.now().year > 2000

def polynomial():
    return np.polynomial.Polynomial.fit([0, 1, 2], [1, 3, 7], 2)(3.0)
"""


@pytest.mark.parametrize("layers", [None, ("rlimits", "landlock", "seccomp")], ids=["all", "three"])
def test_science_still_works(layers: tuple[str, ...] | None) -> None:
    names = ["linalg", "fft", "draws", "pool", "large", "library", "times", "polynomial"]
    with ForkBox(layers=layers) as box:
        said = asked(box, SCIENCE, *map(Call, names))
    for name, answer in zip(names, said, strict=True):
        assert isinstance(answer, Answer), (name, answer)
        assert answer.raised is None, (name, answer.raised)
    assert said[3].value == [n * n for n in range(10)]
    assert said[5].value == 42


# --- randomness -------------------------------------------------------------------------------------------------------

DRAWS = """
import os, random, secrets, uuid
import numpy as np
def f():
    return [
        random.random(), random.Random().random(), float(np.random.rand()), float(np.random.default_rng().random()),
        float(np.random.RandomState().rand()), os.urandom(8), secrets.token_hex(8), str(uuid.uuid4()),
        random.SystemRandom().random(), list({"a", "b", "c", "d", "e"}), hash("a text"),
    ]
"""


def test_everything_random_follows_from_the_seed(box: ForkBox) -> None:
    first, again, other = (value(box, DRAWS, seed=seed) for seed in (7, 7, 8))
    assert first == again
    for index in range(9):
        assert first[index] != other[index], index
    assert first[9:] == other[9:]  # the order of sets and hashes of texts never change
    with ForkBox() as another:
        assert value(another, DRAWS, seed=7) == first


def test_generators_of_one_run_differ_from_each_other(box: ForkBox) -> None:
    source = "import numpy as np\ndef f(): return [float(np.random.default_rng().random()) for _ in range(5)]\n"
    assert len(set(value(box, source))) == 5


# --- what is left of the one before -----------------------------------------------------------------------------------

SCAN = """
import ctypes, re
def f(marker):
    found = 0
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            low, high = (int(part, 16) for part in line.split()[0].split("-"))
            if "r" in line.split()[1] and "[v" not in line:
                try:
                    memory.seek(low)
                    found += memory.read(high - low).count(marker[::-1])
                except (OSError, ValueError, OverflowError):
                    pass
    return found
"""


def test_no_trace_of_the_trusted_process_or_of_the_learner_before() -> None:
    """Scanned without layers, since the scan needs /proc; a child with its own copy of the marker finds itself."""
    ours, theirs = b"OURS-" + os.urandom(8).hex().encode(), b"THEIRS-" + os.urandom(8).hex().encode()
    os.environ["GRADER_TEST_MARKER"] = ours.decode()
    try:
        with ForkBox(layers=()) as box:
            asked(box, f"# {theirs.decode()}\nSECRET = {theirs.decode()!r}\ndef f(): return SECRET\n")
            (control,) = asked(box, SCAN + f"KEPT = {theirs!r}\n", Call("f", (theirs[::-1],)))
            hits = [asked(box, SCAN, Call("f", (marker[::-1],)))[0] for marker in (ours, theirs)]
    finally:
        del os.environ["GRADER_TEST_MARKER"]
    assert control.value > 0
    assert [answer.value for answer in hits] == [0, 0]
