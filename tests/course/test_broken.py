"""A broken course tells its author everything that is wrong at once: path, what, what to do, a line each."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from grader.course import CourseError, load

ROOT = Path(__file__).resolve().parents[2]
COURSE_TOML = "exercises/course.toml"
MSE = "exercises/measuring/mse.py"
MSE_TOML = "exercises/measuring/mse.toml"
SOLUTION = "solutions/measuring/mse.py"
MISTAKES = "checks/measuring/mse.toml"
STEP = "checks/downhill/gradient_step.toml"
STEP_SOLUTION = "solutions/downhill/gradient_step.py"
BIAS = "checks/training_loop/add_bias.toml"
CHECKS = "checks/measuring/test_mse.py"
HELP = "[help]\nsmall = [[1]]\ntwin = [2]\nworked = ['One.', 'Two.']\n\n"
TWIN = "twin = [[2, 6, 4], [4, 5, 3]]"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    for tree in ("exercises", "solutions", "checks"):
        shutil.copytree(ROOT / tree, tmp_path / tree, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def edit(course: Path, path: str, old: str, new: str) -> None:
    file = course / path
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(course: Path) -> tuple[str, ...]:
    with pytest.raises(CourseError) as caught:
        load(course)
    assert str(caught.value) == "\n".join(caught.value.problems)
    return caught.value.problems


def test_a_copy_of_the_course_is_not_broken(course: Path) -> None:
    assert load(course) == load(ROOT)


# what is done to which file, and the line that tells of it
EDITS = [
    (COURSE_TOML, 'name = "how', 'name = "How', "name: String should match pattern"),
    (COURSE_TOML, "title = ", "titel = ", "title: Field required"),
    (COURSE_TOML, "title = ", "titel = ", "titel: Extra inputs are not permitted"),
    (COURSE_TOML, "cpu_s = 2.0", "cpu_s = 0", "limits.cpu_s: Input should be greater than 0"),
    (COURSE_TOML, "memory_mb = 512", "memory_mb = 1", "limits.memory_mb: Input should be greater than or equal to 64"),
    (COURSE_TOML, 'exercises = ["squared_error", "mse"]', "exercises = []", "lesson.0.exercises"),
    (COURSE_TOML, 'stem = "measuring"', 'stem = "mea suring"', "lesson.0.stem: String should match pattern"),
    (COURSE_TOML, "[limits]", "[limits", "is not TOML"),
    (COURSE_TOML, '"mse"]', '"mse", "mse"]', "names the exercise 'mse' twice"),
    (COURSE_TOML, 'stem = "downhill"', 'stem = "measuring"', "names the lesson 'measuring' twice"),
    (
        STEP,
        'carries = ["grad"',
        'carries = ["gradient"',
        "carries names the unknown output 'gradient'; write one of: loss_",
    ),
    (STEP, 'loss = "loss_before"', 'loss = "loss"', "gradient names the unknown output 'loss'"),
    (STEP, 'of = { grad = "w" }', 'of = { grad = "weight" }', "gradient names the unknown parameter 'weight'"),
    (BIAS, 'count = "steps"', 'count = "step"', "loop names the unknown parameter 'step'"),
    (BIAS, 'history = ["losses"]', 'history = ["loss"]', "loop names the unknown output 'loss'"),
    (MSE_TOML, 'outputs = ["loss"]', 'blanks = ["loss"]', "the file: needs either function and outputs, or blanks"),
    (MSE_TOML, 'outputs = ["loss"]', "", "needs either function and outputs, or blanks"),
    (MSE_TOML, "hints = [", 'hints = ["one",', "hints"),
    (MSE_TOML, "hints = [", "hints = 3\nx = [", "hints: Input should be a valid tuple"),
    (MSE_TOML, "function", "funktion", "funktion: Extra inputs are not permitted"),
    (MSE, "def mse(y_true, y_pred):", "def mse(y_true, y_pred)", "is not Python (expected ':')"),
    (MSE, "def mse(", "def mean_squared_error(", "does not define mse; define it at the top level"),
    (MSE, '"""Mean squared error\n', '"""\n"""\nstatement = """\n', "has no statement; begin it with a docstring"),
    (MSE, ">>>", "...", "has no worked example; add one to the docstring"),
    (SOLUTION, "def mse(y_true, y_pred)", "def mse(y_pred, y_true)", "takes other parameters than the stub"),
    (SOLUTION, "def mse(", "def other(", "does not define mse"),
    (SOLUTION, "return loss", "return loss)", "is not Python (unmatched ')')"),
    (SOLUTION, "np.mean(squares)", "np.average(squares)", "'np.mean(squares)' does not occur in the solution"),
    (SOLUTION, "mean = np", "again = errors**2\n    mean = np", "'errors**2' occurs 2 times in the solution"),
    (MISTAKES, 'id = "root"', 'id = "Root"', "'Root' is not kebab-case; write it like forgot-the-mean"),
    (MISTAKES, 'instead = "return np.sqrt(loss)"', 'instead = "return np.sqrt(loss"', "is not Python"),
    (MISTAKES, 'instead = "return np.sqrt(loss)"', "", "has only one of solution and instead; write both"),
    (MISTAKES, "[[mistake]]", "[[mistakes]]", "mistakes: Extra inputs are not permitted"),
    (MISTAKES, 'kind = "bars"', 'kind = "pie"', "picture.kind"),
    (MISTAKES, "headline = ", 'headline = "You just forgot it."\nx = ', "which tells a stuck learner that it is easy"),
    (
        "checks/misbehaving/exploding_loss.toml",
        "answers['lr'] < 0",
        "answers['lr'] <",
        "when is not a Python expression",
    ),
    ("checks/downhill/gradient_step.toml", '["error-backwards", ', '["error-other", ', "unknown mistake 'error-other'"),
    (
        MISTAKES,
        "[[1], [4]],",
        "[[1]],",
        "help.small, call 1 has 1 arguments where the function takes 2: y_true, y_pred",
    ),
    (MISTAKES, TWIN, "twin = [[2.0, 1], [5, 3]]", "help.twin has the numbers of help.small"),
    (MISTAKES, TWIN, "twin = [[3, -1, 2], [2.5, 0, 4]]", "help.twin has the numbers of the statement or a check"),
    (MISTAKES, "{squares}.", "{square}.", "help.worked, sentence 2 names 'square', which the solution never assigns"),
    (MISTAKES, "{squares}.", "{squares.", "help.worked, sentence 2: expected '}' before end of string"),
    (MISTAKES, "{squares}.", "just {squares}.", "which tells a stuck learner that it is easy"),
    (
        "checks/misbehaving/exploding_loss.toml",
        "[[mistake]]",
        f"{HELP}[[mistake]]",
        "has a [help], which is for functions",
    ),
    ("exercises/misbehaving/exploding_loss.toml", 'free = ["lr"]', 'free = ["rate"]', "which are no blanks"),
]


@pytest.mark.parametrize(("path", "old", "new", "told"), EDITS, ids=[case[3][:40] for case in EDITS])
def test_a_broken_file_is_told_by_path_what_and_what_to_do(
    course: Path, path: str, old: str, new: str, told: str
) -> None:
    edit(course, path, old, new)
    # An edit that no longer fits is the fault of the file of mistakes.
    blamed = MISTAKES if "in the solution" in told else path
    lines = problems(course)
    assert any(line.startswith(f"{blamed}: ") and told in line for line in lines), lines
    assert all(re.fullmatch(r"[\w/.]+: [^\n]+; [^\n]+", line) for line in lines), lines


@pytest.mark.parametrize("path", [MSE, MSE_TOML, SOLUTION, MISTAKES, CHECKS])
def test_a_missing_file_is_told_by_its_path(course: Path, path: str) -> None:
    (course / path).unlink()
    assert problems(course) == (f"{path}: is missing; add it, or take 'mse' out of exercises/course.toml",)


def test_worked_numbers_are_those_of_no_check(course: Path) -> None:
    edit(course, CHECKS, "3.0, -1.0, 2.0], [2.5, 0.0, 4.0]", "2, 6, 4], [4, 5, 3]")
    told = "help.twin has the numbers of the statement or a check; choose others: it says what comes out"
    assert problems(course) == (f"{MISTAKES}: {told}",)


def test_a_missing_course_file_is_told(course: Path) -> None:
    (course / COURSE_TOML).unlink()
    assert problems(course) == (f"{COURSE_TOML}: is missing; add it",)


@pytest.mark.parametrize("path", [MSE, SOLUTION, MSE_TOML, MISTAKES])
def test_a_file_that_is_not_utf8_is_told(course: Path, path: str) -> None:
    (course / path).write_bytes(b"# caf\xe9\n" + (course / path).read_bytes())
    (line,) = problems(course)
    assert line.startswith(f"{path}: ")
    assert "utf-8" in line.lower()


@pytest.mark.parametrize("path", ["exercises/measuring/extra.py", "solutions/odd/mse.py", "checks/measuring/test_x.py"])
def test_a_file_of_no_exercise_is_told(course: Path, path: str) -> None:
    (course / path).parent.mkdir(exist_ok=True)
    (course / path).write_text("", encoding="utf-8")
    assert problems(course) == (f"{path}: belongs to no exercise; name it in exercises/course.toml or remove it",)


def test_an_exercise_that_course_toml_forgets_is_told_by_its_three_files(course: Path) -> None:
    edit(course, COURSE_TOML, 'exercises = ["gradient_step", "trace_step"]', 'exercises = ["gradient_step"]')
    assert len(problems(course)) == 3


def test_everything_wrong_is_told_at_once_and_each_thing_once(course: Path) -> None:
    edit(course, MISTAKES, 'id = "root"', 'id = "Root"')
    edit(course, "exercises/downhill/gradient_step.toml", "hints = [", "hints = 3\nx = [")
    edit(course, "exercises/downhill/gradient_step.py", "def gradient_step(x, y, w, lr):", "def gradient_step(x y):")
    edit(course, "solutions/training_loop/add_bias.py", "def train_with_bias(x,", "def train_with_bias(z,")
    edit(course, "exercises/training_loop/add_bias.py", '"""Training with a bias\n', '"""\n"""\nx = """\n')
    edit(course, "checks/misbehaving/exploding_loss.toml", "answers['lr'] < 0", "answers['lr'] <")
    (course / "checks/downhill/test_trace_step.py").unlink()
    (course / "checks/downhill/test_other.py").write_text("", encoding="utf-8")
    lines = problems(course)
    assert len(lines) == len(set(lines))
    assert {line.split(":")[0] for line in lines} == {
        MISTAKES,
        "exercises/downhill/gradient_step.toml",
        "exercises/downhill/gradient_step.py",
        "solutions/training_loop/add_bias.py",
        "exercises/training_loop/add_bias.py",
        "checks/misbehaving/exploding_loss.toml",
        "checks/downhill/test_trace_step.py",
        "checks/downhill/test_other.py",
    }


def test_several_edits_that_do_not_fit_are_all_told(course: Path) -> None:
    edit(
        course, MISTAKES, 'solution = "np.mean(squares)"\ninstead = "np.sum(squares)"', 'solution = "a"\ninstead = "b"'
    )
    edit(course, MISTAKES, 'solution = "loss = mean"\ninstead = "loss = mean / 2"', 'solution = "c + d"\ninstead = "b"')
    lines = problems(course)
    assert [line.split(": ")[1] for line in lines] == ["mistake forgot-mean", "mistake halved"]
    assert all(line.endswith("; correct the edit") for line in lines)


def test_edits_that_share_part_of_their_statements_are_told(course: Path) -> None:
    extra = '\n[[mistake]]\nid = "both"\nsolution = """\nsquares = errors**2\nmean = np.mean(squares)\n"""\n'
    words = 'instead = "loss = 1"\nheadline = "h"\nmessage = "m"\nquestion = "q?"\n'
    single = '\n[[mistake]]\nid = "one"\nsolution = "squares = errors**2"\n'
    with (course / MISTAKES).open("a", encoding="utf-8") as file:
        file.write(extra + words + single + words)
    assert any("mistake one" in line and "shares a statement" in line for line in problems(course))


@pytest.mark.parametrize("path", [MSE, MSE_TOML, SOLUTION, MISTAKES, CHECKS])
def test_any_change_that_can_change_a_grade_changes_the_version(course: Path, path: str) -> None:
    before = load(course).exercises
    with (course / path).open("a", encoding="utf-8") as file:
        file.write("\n# a thought\n")
    after = load(course).exercises
    assert before["mse"].version != after["mse"].version
    assert {stem for stem in before if before[stem].version != after[stem].version} == {"mse"}


def test_nothing_of_the_course_is_run_while_it_is_loaded(course: Path) -> None:
    for path in (MSE, SOLUTION, CHECKS):
        with (course / path).open("a", encoding="utf-8") as file:
            file.write("\nraise SystemExit('was run')\n")
    assert "mse" in load(course).exercises


def test_what_carries_has_to_be_assigned_once(course: Path) -> None:
    """Given two values, it is not clear which of them a learner's own number stands for."""
    edit(course, STEP_SOLUTION, "    step = lr * grad\n", "    grad = grad * 1\n    step = lr * grad\n")
    assert any(line.startswith(f"{STEP}: ") and "does not assign exactly once" in line for line in problems(course))
