from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from grader.calls import Ending
from grader.checking.plugin import drawn
from grader.course import CourseError
from grader.model import Verdict

from .toys import CHECK, RIGHT, WRONG, Opener, Toy, forget_modules, write_course

P, F, E, I, N = Verdict.PASSED, Verdict.FAILED, Verdict.ERROR, Verdict.INTERNAL, Verdict.NOT_RUN  # noqa: E741

SECOND = 'def test_other(submission):\n    """Another check."""\n    assert submission.double(5) == 10\n'
BODY = 'def test_it(submission):\n    """S."""\n    '
BESIDE = 'def test_it(submission, it):\n    """S."""\n'
ASKS = 'def test_it(submission, {}):\n    """S."""\n    submission.double(2)\n'
# Every way of not running a check that pytest has.
NEVER_A_PASS = {
    "skip mark": '@pytest.mark.skip(reason="later")\n' + BODY + "pass\n",
    "skipif mark": '@pytest.mark.skipif(True, reason="later")\n' + BODY + "pass\n",
    "xfail mark": "@pytest.mark.xfail\n" + BODY + "assert submission.double(2) == 5\n",
    "xfail that passes": "@pytest.mark.xfail\n" + BODY + "submission.double(2)\n",
    "xfail strict": "@pytest.mark.xfail(strict=True)\n" + BODY + "submission.double(2)\n",
    "xfail not run": "@pytest.mark.xfail(run=False)\n" + BODY + "pass\n",
    "skip call": BODY + 'pytest.skip("later")\n',
    "xfail call": BODY + 'pytest.xfail("later")\n',
    "importorskip call": BODY + 'pytest.importorskip("no_such_module_anywhere")\n',
    "skip in a fixture": '@pytest.fixture\ndef it():\n    pytest.skip("later")\n\n' + BESIDE,
    "fail call": BODY + 'pytest.fail("never")\n',
    "exit call": BODY + 'pytest.exit("never")\n',
    "system exit": BODY + "raise SystemExit(0)\n",
    "broken fixture": '@pytest.fixture\ndef it():\n    raise KeyError("x")\n\n' + BESIDE,
    "broken teardown": '@pytest.fixture\ndef it():\n    yield\n    raise KeyError("x")\n\n' + BESIDE,
    "fixture of a plugin that is switched off": ASKS.format("capsys"),
    "unknown fixture": ASKS.format("nobody_wrote_this"),
}


def test_right_and_wrong_answers_get_their_verdicts_and_points(open_toy: Opener) -> None:
    toy = open_toy(
        """
        @points(3)
        def test_two(submission):
            \"\"\"Two becomes four.\"\"\"
            assert submission.double(2) == 4, "Two is doubled wrongly."

        def test_three(submission):
            \"\"\"Three becomes
            six.\"\"\"
            assert submission.double(3) == 6
        """
    )
    (first, second) = toy.judge(RIGHT)
    assert (first.id, first.sentence, first.verdict, first.points, first.max_points, first.message) == (
        "double::test_two",
        "Two becomes four.",
        P,
        3.0,
        3.0,
        "",
    )
    assert (second.sentence, second.points) == ("Three becomes six.", 1.0)
    (first, second) = toy.judge(WRONG)
    assert (first.verdict, first.points, first.max_points, first.message) == (F, 0.0, 3.0, "Two is doubled wrongly.")
    assert second.verdict == P


@pytest.mark.parametrize("way", NEVER_A_PASS)
def test_a_check_that_did_not_run_to_its_end_is_never_a_pass_and_never_breaks_the_grading(
    way: str, open_toy: Opener
) -> None:
    toy = open_toy(
        NEVER_A_PASS[way] + '\ndef test_sound(submission):\n    """T."""\n    assert submission.double(2) == 4\n'
    )
    for source, last in ((RIGHT, P), (WRONG, F)):
        results = toy.judge(source)
        assert results[0].verdict in (I, N)
        assert results[0].points == 0
        assert results[1].verdict == last


def test_a_check_that_only_skips_for_the_learner_is_not_a_pass(open_toy: Opener) -> None:
    toy = open_toy(
        'def test_it(submission):\n    """S."""\n    if submission.double(2) != 4:\n        pytest.skip("odd")\n'
    )
    assert toy.verdicts(RIGHT) == [P]
    assert toy.verdicts(WRONG) == [N]


@pytest.mark.parametrize("call", ['pytest.fail("no")', 'pytest.xfail("no")', 'pytest.exit("no")'])
def test_a_check_that_gives_up_on_the_learner_by_pytests_own_means_is_not_a_pass(call: str, open_toy: Opener) -> None:
    toy = open_toy(f'def test_it(submission):\n    """S."""\n    if submission.double(2) != 4:\n        {call}\n')
    assert toy.verdicts(RIGHT) == [P]
    assert toy.verdicts(WRONG)[0] in (F, N, I)


WITH_FIXTURES = """
@pytest.fixture
def four():
    return 4

@pytest.fixture(scope="module")
def log():
    return []

@pytest.fixture(autouse=True)
def always(monkeypatch):
    monkeypatch.setenv("TOY", "1")

def test_own_fixture(submission, four):
    \"\"\"Two becomes four.\"\"\"
    assert submission.double(2) == four, "told"

def test_temporary_folder(submission, tmp_path):
    \"\"\"A file.\"\"\"
    (tmp_path / "x").write_text(str(submission.double(2)))
    assert (tmp_path / "x").read_text() == "4"

def test_monkeypatch(submission, monkeypatch, solution, draw):
    \"\"\"An environment.\"\"\"
    import os
    assert os.environ["TOY"] == "1"
    x = draw.number()
    assert submission.double(x) == close_to(solution.double(x))

def test_module_fixture(submission, log, tmp_path_factory):
    \"\"\"A log.\"\"\"
    log.append(1)
    assert submission.double(2) == 4

def test_request(submission, request):
    \"\"\"The request.\"\"\"
    assert request.node.name == "test_request"
    assert submission.double(2) == 4
"""


def test_items_with_other_fixtures_get_the_same_verdicts(open_toy: Opener) -> None:
    toy = open_toy(WITH_FIXTURES)
    assert not any(check.direct for check in toy.checks)
    results = toy.judge(RIGHT)
    assert [result.verdict for result in results] == [P] * 5, results
    results = toy.judge(WRONG)
    assert [result.verdict for result in results] == [F] * 5, results
    assert results[0].message == "told"
    assert toy.verdicts("def double(x):\n    return x / 0\n") == [E] * 5
    assert toy.verdicts(RIGHT) == [P] * 5


def test_items_with_other_fixtures_do_not_grow_the_session(open_toy: Opener) -> None:
    toy = open_toy(WITH_FIXTURES)
    toy.judge(RIGHT)
    session = toy.session._session

    def size() -> tuple[int, ...]:
        known = [check.item._fixtureinfo.name2fixturedefs for check in toy.checks]
        definitions = [fixture for names in known for found in names.values() for fixture in found]
        finalizers = sum(len(fixture._finalizers) for fixture in definitions)
        return len(session._setupstate.stack), len(definitions), finalizers, len(session.items)

    before = size()
    for turn in range(60):
        assert toy.verdicts(RIGHT if turn % 2 else WRONG, turn) == [P if turn % 2 else F] * 5
    assert size() == before
    assert session._setupstate.stack == {}
    assert all(not vars(check.item).get("_report_sections") for check in toy.checks)


def test_fixtures_are_torn_down_after_every_run(open_toy: Opener) -> None:
    toy = open_toy(
        """
        OPEN = []

        @pytest.fixture
        def opened():
            OPEN.append(1)
            yield
            OPEN.pop()

        def test_it(submission, opened):
            \"\"\"S.\"\"\"
            assert len(OPEN) == 1
            assert submission.double(2) == 4
        """
    )
    assert [toy.verdicts(source) for source in (WRONG, RIGHT, "def double(x):\n    1 / 0\n", RIGHT)] == [
        [F],
        [P],
        [E],
        [P],
    ]


def test_parametrised_checks_are_one_check_each_with_their_own_sentence(open_toy: Opener) -> None:
    toy = open_toy(
        """
        @points(2)
        @pytest.mark.parametrize("n", [3, 5], ids=["three", "five"])
        def test_some(submission, n):
            \"\"\"{n} becomes twice {n}.\"\"\"
            assert submission.double(n) == 2 * n
        """
    )
    assert [(check.id, check.sentence, check.points) for check in toy.checks] == [
        ("double::test_some[three]", "3 becomes twice 3.", 2.0),
        ("double::test_some[five]", "5 becomes twice 5.", 2.0),
    ]
    assert all(check.direct for check in toy.checks)
    assert toy.verdicts(WRONG) == [P, F]


def test_a_check_that_does_not_hold_for_the_reference_is_our_fault(open_toy: Opener) -> None:
    toy = open_toy(
        """
        def test_wrong(submission):
            \"\"\"Our fault.\"\"\"
            assert submission.double(2) == 5

        def test_stumbles(submission):
            \"\"\"Ours too.\"\"\"
            {}["x"]

        def test_sound(submission):
            \"\"\"Fine.\"\"\"
            assert submission.double(2) == 4
        """
    )
    for source in (RIGHT, WRONG):
        results = toy.judge(source)
        assert [result.verdict for result in results[:2]] == [I, I]
        assert all(result.points == 0 for result in results[:2])
    assert results[1].message == "KeyError: 'x'"
    assert toy.verdicts(RIGHT)[2] == P


@pytest.mark.parametrize(
    "value", ["None", "'text'", "[1]", "{}", "object()", "float('nan')", "(1, 2, 3)", "10**400", "lambda: 1", "b''"]
)
def test_an_odd_value_that_makes_a_check_stumble_is_the_learners_and_failed(value: str, open_toy: Opener) -> None:
    toy = open_toy(
        """
        def test_stumbles(submission):
            \"\"\"S.\"\"\"
            value = submission.double(2)
            value = value["a"] if isinstance(value, dict) else value
            value = value[0] if isinstance(value, list) else value
            assert abs(value) / 1.0 == 4.0

        def test_number(submission):
            \"\"\"S.\"\"\"
            assert submission.number(submission.double(2)) == 4

        def test_numbers(submission):
            \"\"\"S.\"\"\"
            assert submission.numbers([submission.double(2)]) == [4]

        def test_outputs(submission):
            \"\"\"S.\"\"\"
            assert submission.outputs(2).twice == close_to(4)
        """
    )
    results = toy.judge(f"def double(x):\n    return {value}\n")
    assert [result.verdict for result in results] == [F] * 4
    assert "is needed." in results[1].message or "nan" in value
    assert toy.verdicts(RIGHT) == [P] * 4


def test_expected_values_are_never_in_a_message(open_toy: Opener) -> None:
    toy = open_toy(
        """
        def test_plain(submission):
            \"\"\"S.\"\"\"
            assert submission.double(2.125) == 4.25

        def test_close(submission, solution):
            \"\"\"S.\"\"\"
            assert submission.double(2.125) == close_to(solution.double(2.125))

        def test_told(submission, solution):
            \"\"\"S.\"\"\"
            right = solution.double(2.125)
            assert submission.double(2.125) == close_to(right), "Not quite."

        def test_compared(submission, solution):
            \"\"\"S.\"\"\"
            assert [submission.double(2.125), 1] == [solution.double(2.125), 1]

        def test_own_fixture(submission, solution, tmp_path):
            \"\"\"S.\"\"\"
            assert submission.double(2.125) == solution.double(2.125), "Not quite."
        """
    )
    results = toy.judge(WRONG)
    assert [result.verdict for result in results] == [F] * 5
    assert not [result.message for result in results if "4.25" in result.message]
    assert [result.message for result in results] == ["", "", "Not quite.", "", "Not quite."]


def test_an_exception_of_the_learners_code_is_an_error_with_its_line(open_toy: Opener) -> None:
    (result,) = open_toy().judge("def double(x):\n    y = x\n    return y / 0\n")
    assert result.verdict == E
    assert result.message == "Your code raised ZeroDivisionError in line 3: division by zero"


@pytest.mark.parametrize("verdict", ["timeout", "memory", "output", "blocked", "error", "internal"])
def test_after_an_ending_the_rest_is_not_run_and_what_passed_stays(verdict: Any, open_toy: Opener) -> None:
    toy = open_toy(
        "\n".join(
            f'def test_{n}(submission):\n    """S."""\n    assert submission.double({n}) == {2 * n}\n' for n in range(4)
        )
    )
    results = toy.judge_ending(RIGHT, Ending(verdict, "It ended."), first=2)
    assert [result.verdict for result in results] == [P, P, Verdict(verdict), N]
    assert [result.points for result in results] == [1, 1, 0, 0]
    assert results[2].message == "It ended."


def test_an_ending_inside_an_item_with_own_fixtures_is_an_ending_too(open_toy: Opener) -> None:
    toy = open_toy(WITH_FIXTURES)
    results = toy.judge_ending(RIGHT, Ending("timeout", "It ended."), first=1)
    assert [result.verdict for result in results] == [P, Verdict.TIMEOUT, N, N, N]


def test_checks_may_ask_what_depends_on_the_learners_answers(open_toy: Opener) -> None:
    toy = open_toy(
        """
        def test_again(submission):
            \"\"\"S.\"\"\"
            once = submission.double(2)
            assert submission.double(once) == close_to(2 * once), "The second call goes wrong."

        def test_after(submission):
            \"\"\"S.\"\"\"
            assert submission.double(1) == 2 or submission.double(1) == 4
        """
    )
    assert toy.verdicts(RIGHT) == [P, P]
    assert toy.verdicts(WRONG) == [F, P]


def test_inputs_are_the_same_for_a_seed_and_differ_with_another_and_between_checks(open_toy: Opener) -> None:
    text = 'def test_{}(submission, draw):\n    """S."""\n    x = draw.number()\n    '
    text += "assert submission.double(x) == close_to(2 * x)\n"
    toy = open_toy(text.format("one") + "\n" + text.format("two"))
    calls = [toy.session.record("double", seed).calls for seed in (1, 1, 2)]
    assert calls[0] == calls[1]
    assert calls[0] != calls[2]
    assert calls[0][0].args != calls[0][1].args
    assert calls[0][0].args == (drawn(1, "test_one").number(),)
    assert toy.verdicts(RIGHT, 1) == toy.verdicts(RIGHT, 2) == [P, P]


def test_a_mutated_argument_of_one_check_does_not_reach_the_next(open_toy: Opener) -> None:
    toy = open_toy(
        """
        import numpy as np
        SHARED = np.array([1.0, 2.0])

        def test_one(submission):
            \"\"\"S.\"\"\"
            assert submission.double(SHARED) == close_to([2.0, 4.0])

        def test_same(submission):
            \"\"\"S.\"\"\"
            assert submission.double.leaves_unchanged(SHARED), "changed"
            assert submission.double(SHARED) == close_to([2.0, 4.0])
        """
    )
    assert toy.verdicts(RIGHT) == [P, P]
    results = toy.judge("def double(x):\n    x *= 2\n    return x\n")
    assert [result.verdict for result in results] == [P, F]
    assert results[1].message == "changed"
    assert toy.verdicts(RIGHT) == [P, P]


def test_notes_of_a_passing_check_are_told(open_toy: Opener) -> None:
    toy = open_toy(
        'def test_it(submission):\n    """S."""\n    submission.double(1)\n    submission.note("By the way.")\n'
    )
    assert [(result.verdict, result.message) for result in toy.judge(RIGHT)] == [(P, "By the way.")]


@pytest.mark.parametrize(
    ("checks", "told"),
    [
        ("def test_it(submission):\n    pass\n", "has no docstring; write the sentence that learners will read"),
        ("x = 1\n", "checks of double: there are none; write at least one"),
        ("import no_such_module_anywhere\n", "cannot be collected"),
        ("def test_it(:\n", "cannot be collected"),
        ('@points(0)\ndef test_it(submission):\n    """S."""\n', "cannot be collected"),
        ('pytest.skip("all", allow_module_level=True)\n', "none"),
        ('pytest.importorskip("no_such_module_anywhere")\n', "none"),
    ],
)
def test_check_files_that_cannot_be_used_are_course_errors(checks: str, told: str, open_toy: Opener) -> None:
    with pytest.raises(CourseError, match=told):
        open_toy(checks)


def test_the_environment_is_as_it_was_after_opening(open_toy: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", raising=False)
    open_toy()
    assert "PYTEST_DISABLE_PLUGIN_AUTOLOAD" not in os.environ
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "yes")
    open_toy()
    assert os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] == "yes"


@pytest.mark.parametrize(
    ("name", "value"),
    [("PYTEST_ADDOPTS", "-k other"), ("PYTEST_ADDOPTS", "--co"), ("PYTEST_PLUGINS", "no_such_plugin_anywhere")],
)
def test_pytest_settings_of_the_environment_have_no_say(
    name: str, value: str, open_toy: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A filter left in somebody's shell would leave checks out and change what a submission is worth."""
    monkeypatch.setenv(name, value)
    toy = open_toy(CHECK + SECOND)
    assert toy.verdicts(RIGHT) == [P, P]
    assert os.environ[name] == value


def test_nothing_next_to_a_submission_is_read(
    tmp_path: Path, open_toy: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A learner's folder may hold a conftest, settings or a plugin: grading happens as if it were empty."""
    learner = tmp_path / "learner"
    learner.mkdir()
    spoiled = "raise SystemExit('a file of the learner was read')\n"
    for name in ("conftest.py", "sitecustomize.py", "test_double.py", "double.py", "pytest_plugin.py"):
        (learner / name).write_text(spoiled, encoding="utf-8")
    (learner / "pytest.ini").write_text("[pytest]\naddopts = --co -k nothing -p pytest_plugin\n", encoding="utf-8")
    (learner / "pyproject.toml").write_text('[tool.pytest.ini_options]\naddopts = ["--co"]\n', encoding="utf-8")
    monkeypatch.chdir(learner)
    toy = open_toy()
    assert toy.verdicts(RIGHT) == [P]
    assert toy.verdicts(WRONG) == [F]
    assert toy.session._config.inipath is None or learner not in toy.session._config.inipath.parents
    loaded = [str(getattr(plugin, "__file__", "")) for plugin in toy.session._config.pluginmanager.get_plugins()]
    assert not [name for name in loaded if str(learner) in name]


def test_settings_of_the_course_folder_itself_have_no_say(tmp_path: Path, open_toy: Opener) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --co -k nothing\n", encoding="utf-8")
    (tmp_path / "conftest.py").write_text("raise SystemExit('read')\n", encoding="utf-8")
    assert open_toy().verdicts(RIGHT) == [P]


def test_a_course_without_a_conftest_works_too(tmp_path: Path) -> None:
    forget_modules()
    write_course(tmp_path, WITH_FIXTURES)
    (tmp_path / "checks" / "conftest.py").unlink()
    toy = Toy(tmp_path)
    assert toy.verdicts(RIGHT) == [P] * 5
    toy.session.close()


def test_a_second_course_in_the_same_process_gets_its_own_checks(tmp_path: Path) -> None:
    """Its files have the same names as the first one's; only the folder differs."""
    forget_modules()
    first, second = Toy(write_course(tmp_path / "a")), Toy(write_course(tmp_path / "b", SECOND))
    assert [check.id for check in first.checks] == ["double::test_two"]
    assert [check.id for check in second.checks] == ["double::test_other"]
    for toy in (first, second):
        assert toy.verdicts(RIGHT) == [P]
        toy.session.close()


def test_a_session_opened_after_a_change_uses_the_changed_checks(tmp_path: Path) -> None:
    forget_modules()
    Toy(write_course(tmp_path)).session.close()
    changed = Toy(write_course(tmp_path, SECOND))
    assert [check.id for check in changed.checks] == ["double::test_other"]
    changed.session.close()


def test_the_same_items_pass_under_plain_pytest(tmp_path: Path) -> None:
    write_course(tmp_path, WITH_FIXTURES)
    ran = run_pytest(tmp_path, "checks")
    assert ran.returncode == 0, ran.stdout
    assert "5 passed" in ran.stdout


def test_under_plain_pytest_a_check_that_is_wrong_about_the_solution_fails(tmp_path: Path) -> None:
    write_course(tmp_path, 'def test_it(submission):\n    """S."""\n    assert submission.double(2) == 5\n')
    ran = run_pytest(tmp_path, "checks")
    assert ran.returncode == 1, ran.stdout


def test_the_shipped_checks_pass_under_plain_pytest() -> None:
    root = Path(__file__).resolve().parents[2]
    ran = run_pytest(root, "checks", "-p", "no:cacheprovider")
    assert ran.returncode == 0, ran.stdout
    assert "skipped" not in ran.stdout


def run_pytest(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *arguments],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
