"""Isolation is what canaries found, and the canaries find what is there."""

from __future__ import annotations

import os
import stat
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("the layers are Linux's", allow_module_level=True)

from grader.box import landlock, probing
from grader.box.linux import LAYERS, ForkBox
from grader.box.probing import GROUPS, PROBES, Findings, probe
from grader.calls import Answer, Call, Ending, Isolation, Job, Loaded
from tests.box import places

THREE = ("rlimits", "landlock", "seccomp")
NEWEST = landlock.abi()
TELL = """
import dataclasses, json
from grader.box.linux import ForkBox
with ForkBox({}) as box:
    print(json.dumps(dataclasses.asdict(box.isolation)))
"""


def tried(layers: Sequence[str], landlock_abi: int = 99) -> Findings:
    with ForkBox(layers=layers, landlock_abi=landlock_abi) as box:
        return probe(box)


def groups(found: Findings) -> set[str]:
    assert found.fault is None
    return {PROBES[name] for name in found.open}


def told_by(place: Any, arguments: str = "") -> Isolation:
    told = place(TELL.format(arguments))
    return Isolation(**{**told, "layers": tuple(told["layers"]), "open": tuple(told["open"])})


# --- what the canaries find -------------------------------------------------------------------------------------------


def test_without_layers_every_canary_comes_through() -> None:
    """The positive control: a canary that is broken would look like a wall."""
    found = tried(())
    expected = set(PROBES)
    if os.geteuid():  # these ask the kernel for what it gives to root alone
        expected -= {"bpf", "perf", "page_faults", "mount", "be_root", "new_namespace"}
    assert expected <= set(found.open)
    assert found.works


def test_with_every_layer_none_does() -> None:
    with ForkBox() as box:
        assert box.isolation.level == "sealed", box.isolation
        assert box.isolation.blocked == box.isolation.probes == len(PROBES)
        assert box.isolation.open == ()
        assert box.isolation.note == ""
        assert probe(box).works


def test_the_three_layers_that_need_no_privilege_confine() -> None:
    layers = THREE if os.geteuid() else (*THREE, "uid", "namespaces", "root")
    found = tried(layers)
    assert groups(found) <= {"names"}
    assert found.works


@pytest.mark.parametrize(
    ("layers", "shut", "open_"),
    [
        (("rlimits",), set(), {"files", "network", "processes", "kernel", "names"}),
        (("landlock",), set(), {"files", "network", "processes", "kernel", "limits", "names"}),
        (("seccomp",), {"network", "processes", "kernel"}, {"files", "limits", "names"}),
        (("namespaces", "root"), {"files", "names"}, {"network", "processes", "kernel", "limits"}),
    ],
    ids=lambda value: "+".join(sorted(value)) if isinstance(value, tuple) else "",
)
def test_each_layer_alone_is_told_from_all_of_them(layers: tuple[str, ...], shut: set[str], open_: set[str]) -> None:
    reached = groups(tried(layers))
    assert reached & shut == set()
    assert open_ <= reached


@pytest.mark.parametrize("abi", [1, 2, 4, 6, 7])
def test_an_older_landlock_changes_nothing_beside_the_filter(abi: int) -> None:
    if abi > NEWEST:
        pytest.fail(f"this kernel's Landlock is at {NEWEST}: run the tests on a newer one")
    told = told_by(places.ordinary, f"layers={THREE}, landlock_abi={abi}")
    assert (told.level, told.open) == ("confined", ("guess_a_file_name",))
    assert told.landlock_abi == abi
    alone = told_by(places.ordinary, f"layers=('landlock',), landlock_abi={abi}")
    assert alone.level == "partial"
    assert ("truncate" in alone.open) == (abi < 3)
    assert ("tcp" in alone.open) == (abi < 4)
    assert ("signal_the_grader" in alone.open) == (abi < 6)


# --- where ------------------------------------------------------------------------------------------------------------


def test_an_ordinary_user_is_sealed_in() -> None:
    told = told_by(places.ordinary)
    assert told.level == "sealed", told
    assert "uid" not in told.layers


def test_an_ordinary_user_in_a_container_is_confined() -> None:
    told = told_by(places.ordinary_in_container)
    assert told.level == "confined", told
    assert told.layers == ("process", *THREE)
    assert told.open == ("guess_a_file_name",)
    assert "The layer namespaces is not offered here" in told.note


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root to leave it")
def test_root_in_a_container_becomes_somebody_else_or_runs_nothing() -> None:
    told = told_by(places.root_in_container)
    if _all_may_read(Path(sysconfig.get_path("stdlib"))):
        assert told.level == "confined", told
        assert "uid" in told.layers
    else:  # as here, where Python lives in root's own folder
        assert told.level == "none"
        assert "other users may not enter" in told.note


def _all_may_read(path: Path) -> bool:
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in (path.resolve(), *path.resolve().parents))


# --- the level --------------------------------------------------------------------------------------------------------

ALL = ("process", *LAYERS)


@pytest.mark.parametrize(
    ("open_", "layers", "level"),
    [
        ((), ALL, "sealed"),
        ((), ("process", *THREE), "confined"),  # nothing came through, but less stands in the way
        (("guess_a_file_name",), ALL, "confined"),
        (("bpf",), ALL, "partial"),
        (("read",), ALL, "partial"),
        (("read", "fork"), ALL, "partial"),
        (("read", "tcp", "fork"), ALL, "partial"),
        (("read", "udp", "fork"), (), "none"),
    ],
)
def test_the_level_follows_from_what_came_through(open_: tuple[str, ...], layers: tuple[str, ...], level: str) -> None:
    assert Findings(open_, True).level(layers) == level


class Says:
    """A box that gives the canaries' answers as it likes."""

    def __init__(self, loaded: Any, answer: Any) -> None:
        self._loaded, self._answer = loaded, answer

    def start(self, job: Job) -> Any:
        return self

    def loaded(self) -> Any:
        return self._loaded

    def answer(self, index: int) -> Any:
        return self._answer

    def close(self) -> None:
        pass


def test_a_box_that_runs_nothing_is_not_called_tight() -> None:
    ending = Ending("internal", "it broke")
    for box in (Says(ending, ending), Says(Loaded(None), ending)):
        found = probe(box)
        assert found.level(ALL) == "none"
        told = found.told(ALL, 7, {})
        assert told.blocked == 0
        assert "it broke" in told.note


def test_reading_counts_only_with_the_secret_brought_back() -> None:
    found = probe(Says(Loaded(None), Answer("a guess")))
    assert "read" not in found.open
    assert set(found.open) == set(PROBES) - {"read"}


def test_every_canary_belongs_to_a_group_and_every_group_has_some() -> None:
    names: dict[str, Any] = {}
    exec(compile(probing._SOURCE, "canaries.py", "exec"), names)
    ours = {name for name in names if callable(names[name]) and getattr(names[name], "__module__", "") != "ctypes"}
    helpers = {"call", "allowed", "still_works"}
    assert {name for name in ours if hasattr(names[name], "__code__")} - helpers == set(PROBES)
    assert all(group.split() for group in GROUPS.values())


def test_isolation_is_found_once_and_kept() -> None:
    with ForkBox() as box:
        first = box.isolation
        assert box.isolation is first
        run = box.start(Job("def f(): return 1", "f.py", [Call("f")]))
        assert run.answer(0) == Answer(1)
        run.close()
