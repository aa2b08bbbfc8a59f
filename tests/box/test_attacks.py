"""Attacks on the operating system from inside the box; what they are is in `attacks/`, one in a file.

Each is played twice: with every layer off it has to work, or it would prove nothing; with every layer on it has to
fail. Both times judges look from outside (`judges.py`), on ground that is laid anew (`ground.py`).
"""

from __future__ import annotations

import os
import secrets
import sys
import time
from collections.abc import Iterator

import pytest

if sys.platform != "linux":
    pytest.skip("attacks on Linux", allow_module_level=True)

from grader.box.linux import ForkBox
from grader.calls import Answer, Call, Ending, Job, Limits
from tests.box.ground import Attack, Ground, attacks
from tests.box.judges import JUDGES, child_of, descendants, is_alive, link_of, play, remains, zygote_of

ATTACKS = attacks()
ENOUGH = 75
MOST_MILD = 5  # this many may work in spite of every layer, each for a reason it gives


def open_attack_box(layers: tuple[str, ...] | None) -> ForkBox:
    """A box with these layers: none for (), every one there is for None."""
    return ForkBox(layers=layers)


@pytest.fixture(scope="module")
def open_box() -> Iterator[ForkBox]:
    with open_attack_box(()) as box:
        yield box


@pytest.fixture(scope="module")
def full_box() -> Iterator[ForkBox]:
    with open_attack_box(None) as box:
        yield box


def each(chosen: list[Attack]) -> pytest.MarkDecorator:
    """One test for each attack. What this machine cannot try is skipped with its reason, for all to see."""
    params = []
    for attack in chosen:
        lack = attack.missing()
        mark = pytest.mark.skipif(bool(lack), reason=f"{attack.name} is not tried: {lack}")
        params.append(pytest.param(attack, id=attack.name, marks=mark))
    return pytest.mark.parametrize("attack", params)


# --- every attack, twice ----------------------------------------------------------------------------------------------


@each(ATTACKS)
def test_works_with_every_layer_off(attack: Attack, open_box: ForkBox) -> None:
    outcome = play(open_box, attack)
    assert outcome.worked, f"proves nothing: {outcome.said}"
    assert not outcome.refused
    assert not outcome.left or attack.judge == "survivor"


@each(ATTACKS)
def test_fails_with_every_layer_on(attack: Attack, full_box: ForkBox) -> None:
    outcome = play(full_box, attack)
    assert not outcome.left
    if outcome.worked and attack.mild:
        pytest.xfail(attack.mild)
    assert not outcome.worked, f"{outcome.evidence}; it said {outcome.said}"


def test_there_are_enough_and_few_are_mild() -> None:
    assert len(ATTACKS) >= ENOUGH
    assert {attack.judge for attack in ATTACKS} == set(JUDGES)
    assert len([attack for attack in ATTACKS if attack.mild]) <= MOST_MILD


# --- what has no layers-off half, because it must never work ----------------------------------------------------------

SCAN = """
import os, re
WANTED = re.compile(rb"scan[-]for[-][0-9a-f]{24}")
def scan():
    found = set()
    memory = os.open("/proc/self/mem", os.O_RDONLY)
    with open("/proc/self/maps") as file:
        areas = [line.split()[0].split("-") for line in file if " r" in line]
    for start, end in areas:
        for place in range(int(start, 16), int(end, 16), 1 << 20):
            try:
                found.update(WANTED.findall(os.pread(memory, (1 << 20) + 100, place)))
            except OSError:
                pass
    return sorted(found)
"""


def test_a_childs_memory_holds_nothing_of_ours_or_of_other_learners(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without layers: a child can always read its own memory, in one way or another."""
    ours, source, filename, argument, own = (f"scan-for-{secrets.token_hex(12)}" for _ in range(5))
    monkeypatch.setenv("SECRET", ours)
    with open_attack_box(()) as box:
        text = f"# {source}\ndef f(x):\n    return x\n"
        earlier = box.start(Job(text, f"{filename}.py", [Call("f", (argument,))]))
        assert earlier.answer(0) == Answer(argument)
        earlier.close()
        later = box.start(Job(f"{SCAN}# {own}\n", "exercise.py", [Call("scan")]))
        said = later.answer(0)
        later.close()
    assert said == Answer([own.encode()])


@pytest.mark.parametrize("which", ["open_box", "full_box"])
def test_a_child_holds_its_channel_and_nothing_else(which: str, request: pytest.FixtureRequest) -> None:
    box: ForkBox = request.getfixturevalue(which)
    run = box.start(Job("", "exercise.py"))
    run.loaded()
    folder = f"/proc/{child_of(box)}/fd"
    held = {name: link_of(f"{folder}/{name}") for name in os.listdir(folder)}
    run.close()
    assert held.pop("3").startswith("socket:")
    assert held == dict.fromkeys("012", "/dev/null")


DEAF = """
import os, signal
def attack():
    for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(number, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.Signals)
    while True:
        pass
"""


@pytest.mark.parametrize("which", ["open_box", "full_box"])
def test_a_child_that_hears_no_signal_ends(which: str, request: pytest.FixtureRequest) -> None:
    box: ForkBox = request.getfixturevalue(which)
    run = box.start(Job(DEAF, "exercise.py", (), Limits(wall_s=0.3)))
    run.loaded()
    child = child_of(box)
    (said,) = run.ask([Call("attack")])
    run.close()
    assert isinstance(said, Ending)
    assert said.verdict == "timeout"
    assert eventually_gone(child)


# --- nothing is left --------------------------------------------------------------------------------------------------


def eventually_gone(*pids: int) -> bool:
    until = time.monotonic() + 5
    while any(map(is_alive, pids)):
        if time.monotonic() > until:
            return False
        time.sleep(0.005)
    return True


def test_what_is_left_over_would_be_seen() -> None:
    before = remains()
    with Ground() as ground:
        found = " ".join(remains())
        assert str(ground.folder) in found
        assert f"process {ground.victim.pid}:" in found
    assert remains() == before


def test_nothing_is_left(open_box: ForkBox, full_box: ForkBox) -> None:
    """Runs after all others."""
    for box in (open_box, full_box):
        assert eventually_gone(*descendants(zygote_of(box)))
    assert remains() == []
