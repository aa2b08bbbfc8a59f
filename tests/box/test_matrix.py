"""The attacks in other places and under other settings than `test_attacks.py` has: who is an ordinary user, in a
container, on a kernel with an older Landlock; and the published table of what each layer alone stops.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("attacks on Linux", allow_module_level=True)

from tests.box import places
from tests.box.ground import attacks
from tests.box.matrix import ALONE, COLUMNS, sentence, tried

PAGE = Path(__file__).parents[2] / "docs" / "attacks.md"
MILD = {attack.name for attack in attacks() if attack.mild}
NAMES = {name for name in MILD if name.startswith("read_")}
THREADS = {"resource_threads"}
PLAY = "import json; from tests.box.matrix import tried; print(json.dumps(tried({})))"
THREE = ("rlimits", "landlock", "seccomp")


@pytest.mark.parametrize(
    ("place", "layers", "abi", "known"),
    [
        pytest.param(places.ordinary, None, 1_000, THREADS, id="ordinary user"),
        pytest.param(places.ordinary_in_container, None, 1_000, THREADS | NAMES, id="ordinary user in a container"),
        pytest.param(places.ordinary, THREE, 1, THREADS | NAMES, id="ordinary user on Linux 5.13"),
    ],
)
def test_every_attack_fails_elsewhere_too(
    place: Callable[[str], Any], layers: tuple[str, ...] | None, abi: int, known: set[str]
) -> None:
    worked = place(PLAY.format(f"{layers}, {abi}"))
    assert {name: evidence for name, evidence in worked.items() if name not in known} == {}


def published() -> dict[str, list[str]]:
    """The rows of the table: the cells of each attack by its name."""
    rows = [line.strip("|\n").split("|") for line in PAGE.read_text(encoding="utf-8").splitlines()]
    found = {row[0].strip(): [cell.strip() for cell in row[1:]] for row in rows if len(row) == 2 + len(COLUMNS)}
    return {name: cells for name, cells in found.items() if re.fullmatch(r"[a-z]+_\w+", name)}


def test_the_table_lists_every_attack() -> None:
    listed = published()
    ours = {attack.name: sentence(attack).replace("|", "/") for attack in attacks() if not attack.missing()}
    assert {name: listed.get(name, ["not listed"])[0] for name in ours} == ours


@pytest.mark.skipif(os.geteuid() != 0, reason="the table is made as root, where users stop nothing")
@pytest.mark.parametrize("layer", ["landlock", "seccomp"])
def test_each_layer_alone_stops_what_the_table_says(layer: str) -> None:
    claimed = {name for name, cells in published().items() if cells[1 + COLUMNS.index(layer)]}
    assert len(claimed) > 50
    assert claimed & set(tried(ALONE[layer])) == set()


def test_the_control_of_this_file_is_that_most_attacks_work_without_layers() -> None:
    """In the places above, not only here: an attack that fails for want of something there would prove nothing."""
    worked = json.loads(json.dumps(places.ordinary(PLAY.format("()"))))
    lacking = {attack.name for attack in attacks() if not attack.missing()} - set(worked)
    assert len(worked) > 0.85 * len(attacks()), sorted(lacking)
