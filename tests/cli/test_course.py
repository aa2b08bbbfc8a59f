"""grader exercises, show and doctor; help and version; what `grader` loads to answer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from click.testing import Result

from grader import __version__
from grader.calls import Isolation

Grader = Callable[..., Result]
COMMANDS = ("check", "grade", "exercises", "show", "doctor")


def test_exercises_come_in_the_order_of_the_course(grader: Grader) -> None:
    result = grader("exercises")
    assert result.exit_code == 0
    assert [line.rstrip() for line in result.stdout.splitlines() if line.strip()] == [
        "A fake course",
        "1. The first lesson",
        "   mse            Squares",
        "2. The second lesson",
        "   gradient_step  A step",
        "   add_bias       A bias",
        "Read one with: grader show STEM",
    ]


def test_show_prints_the_statement_once_and_the_start_of_the_file(grader: Grader) -> None:
    result = grader("show", "add_bias")
    assert result.exit_code == 0
    assert result.stdout.startswith("A bias\n\nWrite add_bias.\n")
    assert result.stdout.count("Write add_bias.") == 1
    assert "exercises/second/add_bias.py" in result.stdout
    assert "def add_bias(x):" in result.stdout


def test_show_with_a_learner_gives_their_own_numbers_where_there_are_numbers() -> None:
    main = [sys.executable, "-m", "grader", "show", "trace_step"]
    stub, ada, again, ben = (
        subprocess.run(
            [*main, *learner],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            env={**os.environ, "GRADER_SECRET": "a secret of this test"},
        ).stdout
        for learner in ([], ["--learner", "ada"], ["--learner", "ada"], ["--learner", "ben"])
    )
    numbers = [[line for line in text.splitlines() if line.startswith("w, x, y, lr = ")] for text in (stub, ada, ben)]
    assert numbers[0] == ["w, x, y, lr = 1.0, 2.0, 6.0, 0.1"]
    assert ada == again
    assert len({tuple(lines) for lines in numbers}) == 3


@pytest.mark.parametrize(
    ("stem", "said"),
    [("gradient_stp", "Did you mean gradient_step?"), ("MSE", "Did you mean mse?"), ("zzz", "lists them")],
)
def test_an_unknown_exercise_ends_with_2_and_a_guess(grader: Grader, stem: str, said: str) -> None:
    result = grader("show", stem)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize(("level", "code"), [("sealed", 0), ("confined", 0), ("partial", 1), ("none", 1)])
def test_the_doctor_ends_as_the_isolation_is(grader: Grader, level: str, code: int) -> None:
    result = grader("doctor", isolation=lambda: Isolation(level, ("rlimits",), "Landlock is missing."))
    assert result.exit_code == code
    for piece in (level, "rlimits", "Landlock is missing.", "python", "numpy", "nbgrader", "jupyterlab", "a test"):
        assert piece in result.stdout


def test_the_doctor_names_a_broken_box_instead_of_breaking(grader: Grader) -> None:
    def broken() -> Isolation:
        raise OSError("no processes left")

    result = grader("doctor", isolation=broken)
    assert result.exit_code == 1
    assert "no processes left" in " ".join(result.stdout.split())


def test_the_doctor_names_a_broken_course(grader: Grader) -> None:
    result = grader("doctor", "--course", "/broken")
    assert result.exit_code == 0
    assert "exercises/course.toml: is missing; add it" in " ".join(result.stdout.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_shows_an_example(grader: Grader, command: str) -> None:
    result = grader(command, "--help")
    assert result.exit_code == 0
    assert f"  grader {command}" in result.stdout.split("Example")[1]
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_the_help_lists_the_commands_in_the_order_of_use(grader: Grader) -> None:
    listed = grader("--help").stdout.split("Commands:")[1].split()
    assert [word for word in listed if word in COMMANDS][:5] == list(COMMANDS)


def test_the_version_is_the_packages(grader: Grader) -> None:
    assert grader("--version").stdout == f"grader, version {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["grade", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys; from grader.cli import main\n"
        "try: main(sys.argv[1:], prog_name='grader')\n"
        "except SystemExit: pass\n"
        "print(sorted({'numpy', 'pytest', 'sqlalchemy', 'pydantic', 'rich', 'jinja2'} & set(sys.modules)))"
    )
    ended = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == "[]"


# --- isolation in words -----------------------------------------------------------------------------------------------


def test_the_doctor_says_what_came_through_and_what_to_do(grader: Grader) -> None:
    found = Isolation(
        "partial", ("process", "rlimits", "landlock"), "", probes=45, blocked=43, open=("udp", "fork"), kernel="6.1"
    )
    said = " ".join(grader("doctor", isolation=lambda: found).stdout.split())
    assert "43 of 45 probes refused; open: udp, fork" in said
    assert "kernel 6.1" in said
    assert "The filter for system calls exists for Linux" in said
    assert "another machine" in said
