"""What the documents say in numbers is so."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SECURITY = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ATTACKS = (ROOT / "docs" / "attacks.md").read_text(encoding="utf-8")


def test_the_page_on_security_counts_the_attacks_that_are_there() -> None:
    for folder in ("tests/box/attacks", "tests/submissions/hostile"):
        found = len(list((ROOT / folder).glob("*.py")))
        assert re.search(rf"`{folder}/` \| [^|]+ \| {found} \|", SECURITY), f"{folder} holds {found}"


def test_it_counts_the_canaries_that_are_there() -> None:
    from grader.box.probing import PROBES

    assert f"{len(PROBES)} canaries" in SECURITY


def test_its_table_of_layers_is_that_of_the_list_of_attacks() -> None:
    counts = re.search(r"\| \*\*stopped, of (\d+)\*\* \| \| (.+) \|\n", ATTACKS)
    assert counts is not None
    rlimits, landlock, seccomp, namespaces, root = counts[2].split(" | ")
    assert f"| | {rlimits} | {namespaces} | {landlock} | {root} | {seccomp} |" in SECURITY
    assert f"of {counts[1]} attacks" in SECURITY


def test_what_is_known_to_be_left_is_told() -> None:
    mild = [path.stem for path in (ROOT / "tests/box/attacks").glob("*.py") if "\n# mild:" in path.read_text()]
    assert len(mild) <= 5
    assert all(f"`{name}`" in SECURITY for name in mild)
