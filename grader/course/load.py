"""Reads a course folder. A broken course gives every error at once, each one line: path, what, what to do."""

from __future__ import annotations

import ast
import hashlib
import tomllib
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from grader.course.helping import check_help, examples_of
from grader.course.problems import CourseError, Problems
from grader.course.source import check_edits, first_paragraph, parameters_of, parse
from grader.course.structure import check_structure
from grader.diagnosis.edits import watched_names
from grader.diagnosis.key import HelpSpec, Key, MistakesFile
from grader.model import Course, Exercise, Lesson

Spec = TypeVar("Spec", bound=BaseModel)


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LimitsSpec(_Strict):
    cpu_s: float = Field(default=2.0, gt=0, le=600)
    memory_mb: int = Field(default=512, ge=64)
    output_kb: int = Field(default=1024, ge=1)


class LessonSpec(_Strict):
    stem: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str = Field(min_length=1)
    exercises: tuple[str, ...] = Field(min_length=1)


class CourseSpec(_Strict):
    """exercises/course.toml"""

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: str = Field(min_length=1)
    language: str = Field(default="en", pattern=r"^[a-z]{2,3}(_[A-Z]{2})?$")
    limits: LimitsSpec = LimitsSpec()
    lesson: tuple[LessonSpec, ...] = Field(min_length=1)


class ExerciseSpec(_Strict):
    """exercises/<lesson>/<stem>.toml"""

    function: str | None = None
    outputs: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    givens: tuple[str, ...] = ()
    choices: dict[str, tuple[str, ...]] = {}
    free: tuple[str, ...] = ()
    hints: tuple[str, str, str]

    @model_validator(mode="after")
    def _one_kind(self) -> ExerciseSpec:
        is_function = self.function is not None and bool(self.outputs)
        is_mixed = bool(self.blanks) and (self.function is not None or bool(self.outputs))
        if is_mixed or is_function == bool(self.blanks):
            raise ValueError("needs either function and outputs, or blanks; write one of the two")
        unknown = sorted({*self.choices, *self.free} - set(self.blanks))
        if unknown:
            raise ValueError(f"choices and free name {unknown}, which are no blanks; correct the names")
        return self


def find_root(start: Path | None = None) -> Path:
    """The nearest course folder at or above `start` (the current folder when None), else the one beside the package.

    Raises CourseError when there is none.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents, Path(__file__).resolve().parents[2]):
        if (folder / "exercises" / "course.toml").is_file():
            return folder
    raise CourseError(
        [f"{start}: no course here or above it; go to a folder with exercises/course.toml, or name one with --course"]
    )


def load(root: Path) -> Course:
    """The course in this folder. Raises CourseError with every problem found."""
    problems = Problems(root)
    spec = _read_toml(root / "exercises" / "course.toml", CourseSpec, problems)
    if spec is None:
        raise CourseError(problems.lines)
    lessons = [
        Lesson(
            stem=lesson.stem,
            title=lesson.title,
            exercises=tuple(
                exercise
                for stem in lesson.exercises
                if (exercise := _load_exercise(root, lesson.stem, stem, problems)) is not None
            ),
        )
        for lesson in spec.lesson
    ]
    _find_doubles(spec, problems)
    _find_strays(root, spec, problems)
    if problems.lines:
        raise CourseError(problems.lines)
    return Course(
        name=spec.name,
        title=spec.title,
        language=spec.language,
        lessons=tuple(lessons),
        **spec.limits.model_dump(),
    )


def load_key(root: Path, exercise: Exercise) -> Key:
    """The trusted half of one exercise of a course that `load` has accepted."""
    paths = _Paths(root, exercise.lesson, exercise.stem)
    mistakes = MistakesFile.model_validate(tomllib.loads(paths.mistakes.read_text(encoding="utf-8")))
    return Key(
        stem=exercise.stem,
        solution=paths.solution.read_text(encoding="utf-8"),
        mistakes=mistakes.mistake,
        conventions=tuple(frozenset(group) for group in mistakes.convention),
        picture=mistakes.picture,
        carries=mistakes.carries,
        gradient=mistakes.gradient,
        loop=mistakes.loop,
        help=mistakes.help,
        checks_path=str(paths.checks),
    )


class _Paths:
    """The mirrored files of one exercise."""

    def __init__(self, root: Path, lesson: str, stem: str) -> None:
        self.stub = root / "exercises" / lesson / f"{stem}.py"
        self.spec = root / "exercises" / lesson / f"{stem}.toml"
        self.solution = root / "solutions" / lesson / f"{stem}.py"
        self.checks = root / "checks" / lesson / f"test_{stem}.py"
        self.mistakes = root / "checks" / lesson / f"{stem}.toml"

    def all(self) -> tuple[Path, ...]:
        return (self.stub, self.spec, self.solution, self.checks, self.mistakes)


def _load_exercise(root: Path, lesson: str, stem: str, problems: Problems) -> Exercise | None:
    paths = _Paths(root, lesson, stem)
    missing = [path for path in paths.all() if not path.is_file()]
    for path in missing:
        problems.add(path, "is missing", f"add it, or take {stem!r} out of exercises/course.toml")
    if missing:
        return None
    spec = _read_toml(paths.spec, ExerciseSpec, problems)
    mistakes = _read_toml(paths.mistakes, MistakesFile, problems)
    stub = parse(paths.stub, problems)
    solution = parse(paths.solution, problems)
    if spec is None or mistakes is None or stub is None or solution is None:
        return None
    before = len(problems.lines)
    title, statement = first_paragraph(paths.stub, stub, problems)
    parameters = parameters_of(paths.stub, stub, spec.function, problems) if spec.function else ()
    if spec.function and parameters_of(paths.solution, solution, spec.function, problems) != parameters:
        problems.add(paths.solution, f"{spec.function} takes other parameters than the stub", "make both alike")
    check_edits(paths.mistakes, paths.solution, mistakes, (*spec.givens, *spec.blanks), problems)
    if spec.function:
        check_structure(paths.mistakes, mistakes, spec.function, parameters, spec.outputs, solution, problems)
    if mistakes.help is not None and len(problems.lines) == before:
        _check_help(paths, spec, parameters, stub, mistakes.help, problems)
    if len(problems.lines) > before:
        return None
    return Exercise(
        stem=stem,
        lesson=lesson,
        kind="function" if spec.function else "blanks",
        title=title,
        statement=statement,
        stub=paths.stub.read_text(encoding="utf-8"),
        function=spec.function,
        parameters=parameters,
        outputs=spec.outputs or spec.blanks,
        givens=spec.givens,
        choices=spec.choices,
        free=spec.free,
        hints=spec.hints,
        path=PurePosixPath(lesson, f"{stem}.py"),
        version=_version(paths),
    )


def _check_help(
    paths: _Paths,
    spec: ExerciseSpec,
    parameters: tuple[str, ...],
    stub: ast.Module,
    found: HelpSpec,
    problems: Problems,
) -> None:
    if not spec.function:
        problems.add(paths.mistakes, "has a [help], which is for functions", "take it out")
        return
    checks = parse(paths.checks, problems)
    if checks is not None:
        names = watched_names(paths.solution.read_text(encoding="utf-8"), spec.function)
        told = (examples_of(ast.get_docstring(stub) or ""), checks)
        check_help(paths.mistakes, found, parameters, names, told, problems)


def _version(paths: _Paths) -> str:
    digest = hashlib.sha256()
    for path in paths.all():
        content = path.read_bytes()
        digest.update(f"{path.name}:{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def _read_toml(path: Path, spec: type[Spec], problems: Problems) -> Spec | None:
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        return spec.model_validate(data)
    except FileNotFoundError:
        problems.add(path, "is missing", "add it")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.add(path, f"is not TOML ({error})", "correct this place")
    except ValidationError as error:
        for item in error.errors():
            where = ".".join(str(part) for part in item["loc"]) or "the file"
            problems.add(path, f"{where}: {item['msg'].removeprefix('Value error, ')}", "correct this entry")
    return None


def _find_doubles(spec: CourseSpec, problems: Problems) -> None:
    path = problems.root / "exercises" / "course.toml"
    for what, stems in (
        ("lesson", [lesson.stem for lesson in spec.lesson]),
        ("exercise", [stem for lesson in spec.lesson for stem in lesson.exercises]),
    ):
        for stem in sorted({stem for stem in stems if stems.count(stem) > 1}):
            problems.add(path, f"names the {what} {stem!r} twice", "give each its own stem")


def _find_strays(root: Path, spec: CourseSpec, problems: Problems) -> None:
    """Files of exercises that course.toml does not name: nobody would ever see them."""
    declared = {(lesson.stem, stem) for lesson in spec.lesson for stem in lesson.exercises}
    for tree, prefix in (("exercises", ""), ("solutions", ""), ("checks", "test_")):
        for path in sorted((root / tree).glob("*/*.py")):
            stem = path.stem.removeprefix(prefix)
            if (path.parent.name, stem) not in declared:
                problems.add(path, "belongs to no exercise", "name it in exercises/course.toml or remove it")
