"""Every attack under every setting of layers: what works, as JSON or as the table of docs/attacks.md.

python -m tests.box.matrix --layers rlimits,landlock,seccomp --abi 1     # {"attack": "evidence", ...}
python -m tests.box.matrix --table > docs/attacks.md                     # as root, on a kernel with everything
"""

from __future__ import annotations

import argparse
import ast
import json
import sys

from grader.box.linux import LAYERS, ForkBox
from tests.box.ground import Attack, attacks
from tests.box.judges import play

# What can stand alone: a root folder is made inside namespaces.
ALONE = {
    "rlimits": ("rlimits",),
    "uid": ("uid", "namespaces", "root"),
    "landlock": ("landlock",),
    "seccomp": ("seccomp",),
    "namespaces": ("namespaces",),
    "root": ("namespaces", "root"),
}
COLUMNS = ("rlimits", "landlock", "seccomp", "namespaces", "root")


def tried(layers: tuple[str, ...] | None, abi: int = 1_000) -> dict[str, str]:
    """The evidence for each attack that worked, by its name."""
    found = {}
    with ForkBox(layers=layers, landlock_abi=abi) as box:
        for attack in attacks():
            if not attack.missing():
                outcome = play(box, attack)
                if outcome.worked or outcome.left:
                    found[attack.name] = outcome.evidence or f"left {outcome.left}"
    return found


def not_stopped(layers: tuple[str, ...]) -> set[str]:
    """The attacks that these layers cannot be said to stop.

    A process that lives too short for its judge looks like none, so where one can be forked at all, every attack that
    starts a process counts as not stopped.
    """
    worked = set(tried(layers))
    if "process_fork" in worked:
        worked |= {attack.name for attack in attacks() if attack.judge == "started"}
    return worked


def sentence(attack: Attack) -> str:
    """What the attack does, in its own file's words."""
    return (ast.get_docstring(ast.parse(attack.source)) or "").split("\n\n")[0].replace("\n", " ")


def table() -> str:
    """Which layer alone stops which attack; and what stays open with all of them."""
    alone = {name: not_stopped(ALONE[name]) for name in COLUMNS}
    rows = [
        "# The attacks on the operating system, and what stops each",
        "",
        "Made by `python -m tests.box.matrix --table`, as root, so that users and their permissions stop nothing. A"
        " cross: this layer alone stops the attack. A file of this name is in `tests/box/attacks/`. With every layer,"
        " all of them fail; `tests/box/test_attacks.py` shows that each of them works without. Root's privileges are"
        " given up together with the first layer, so what needs them is crossed everywhere.",
        "",
        f"| attack | what it does | {' | '.join(COLUMNS)} |",
        f"|---|---|{'---|' * len(COLUMNS)}",
    ]
    chosen = [attack for attack in attacks() if not attack.missing()]
    for attack in chosen:
        cells = " | ".join("" if attack.name in alone[name] else "×" for name in COLUMNS)
        rows.append(f"| {attack.name} | {sentence(attack).replace('|', '/')} | {cells} |")
    counts = " | ".join(str(len(chosen) - len(alone[name])) for name in COLUMNS)
    rows += [f"| **stopped, of {len(chosen)}** | | {counts} |", ""]
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--layers", default=None)
    parser.add_argument("--abi", type=int, default=1_000)
    parser.add_argument("--table", action="store_true")
    asked = parser.parse_args()
    if asked.table:
        sys.stdout.write(table())
        return
    layers = None if asked.layers is None else tuple(name for name in LAYERS if name in asked.layers.split(","))
    json.dump(tried(layers, asked.abi), sys.stdout)


if __name__ == "__main__":
    main()
