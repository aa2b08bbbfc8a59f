"""Collects every sentence that can be translated, from the grader's own files or a course's, and updates catalogs.

A sentence is collected as it stands in the source: with {names} where values come in. Nothing is run for it.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.catalogs import LanguageError, catalog_text, own_folder, read_entries, updated
from grader.course import load
from grader.language import names_in

# Calls whose arguments at these places are sentences; ("a.py", name) for a name that means something else elsewhere.
_CALLS: dict[str | tuple[str, str], tuple[int, ...]] = {
    "said": (0,),
    "fill": (0,),
    "language.text": (0,),
    "language.count": (0, 1),
    "Ending": (1,),
    "Mismatch": (0,),
    "Unreadable": (0,),
    "_malformed": (0,),
    "_result": (2,),
    ("notebook.py", "notes.append"): (0,),
}
# Tables and constants that hold sentences, by file; the strings in them that are none are left out below.
_TABLES = {
    "wording.py": {"_OPENINGS"},
    "telling.py": {"_SEVERAL"},
    "gradients.py": {"_SHORT"},
    "text.py": {"_OTHER_FORMATS"},
    "loading.py": {"_NO_ADVICE", "_SYNTAX_ADVICE", "_LINE_ADVICE", "_ADVICE_BY_TEXT", "_ADVICE_BY_KIND"},
    "pictures.py": {"_MOVES", "_TRENDS"},
    "second_look.py": {"CONSTANT", "CHANGED"},
    "naming.py": {"_LATE"},
    "words.py": {"VERDICTS", "CHECK_WORDS", "LEVELS"},
    "isolation.py": {"NOT_CONFINED"},
}
# Functions that return sentences.
_RETURNS = {
    "endings.py": {"_seconds", "_computed"},
    "session.py": {"_raised_sentence"},
    "problems.py": {"about"},
    "text.py": {"_read_as"},
    "naming.py": {"_read_as"},
    "notebook.py": {"_commands_left_out", "_tests_left_out"},
    "loading.py": {"advice_on"},
}
# Said through a variable: the level of an isolation, how numbers.show says how many there are, what a picture calls
# its axes and marks.
_WORDS = {
    "model.py": ("sealed", "confined", "partial", "none"),
    "numbers.py": ("({count} values)", "({count} characters)"),
    "pictures.py": (
        "loss", "weight", "example", "start", "your step", "right step", "yours", "right", "your result",
        "right result",
    ),
}  # fmt: skip
_TITLES = "exercises/course.toml"
_TONES = frozenset({"good", "open", "stopped", "ours"})
_IN_TEMPLATE = re.compile(r"""(?:\b_|around|count)\(("(?:[^"\\]|\\.)*")(?:, ("(?:[^"\\]|\\.)*"))?""")
_CODE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")


@dataclass(frozen=True)
class Catalog:
    """One .po file as it should be, and what of it is still to do."""

    path: Path
    text: str
    places: Mapping[str, str]
    """which file says each sentence"""
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    """whose original has changed: the old translation is kept, marked fuzzy and not used"""
    gone: tuple[str, ...]
    """translations whose original is no longer there; kept at the end of the file"""

    @property
    def complete(self) -> bool:
        return not (self.missing or self.changed)

    def write(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(self.text, encoding="utf-8")


def own_catalogs(code: str, package: Path | None = None) -> list[Catalog]:
    """The catalog of the grader's own sentences. Raises LanguageError."""
    _check_code(code)
    root = package or Path(__file__).parent
    return [_catalog(own_folder() / f"{code}.po", code, own_sentences(root))]


def course_catalogs(code: str, root: Path, stems: Iterable[str] = ()) -> list[Catalog]:
    """The catalogs of a course: its titles, and one for each exercise (of these stems, or of all).

    Raises LanguageError, and CourseError for a broken course.
    """
    _check_code(code)
    course, wanted = load(root), set(stems)
    checks = root / "checks"
    titles = [(_TITLES, title) for title in (course.title, *(lesson.title for lesson in course.lessons))]
    found = [] if wanted else [_catalog(checks / f"course.{code}.po", code, titles)]
    return found + [
        _catalog(checks / exercise.lesson / f"{stem}.{code}.po", code, exercise_sentences(root, exercise.lesson, stem))
        for stem, exercise in course.exercises.items()
        if not wanted or stem in wanted
    ]


def _check_code(code: str) -> None:
    if not _CODE.fullmatch(code) or code == "en":
        raise LanguageError(f"{code!r} is no code of another language than English. Write it as de, fr or pt_BR.")


def _catalog(path: Path, code: str, sentences: Iterable[tuple[str, str]]) -> Catalog:
    places: dict[str, str] = {}
    for place, sentence in sentences:
        if _has_words(sentence):
            places.setdefault(sentence, place)
    known = read_entries(path.read_text(encoding="utf-8"), str(path)) if path.is_file() else {}
    entries, gone = updated(known, places)
    return Catalog(
        path,
        catalog_text(code, entries, gone),
        places,
        missing=tuple(entry.original for entry in entries if not entry.translation),
        changed=tuple(entry.original for entry in entries if entry.fuzzy),
        gone=tuple(entry.original for entry in gone),
    )


def _has_words(sentence: str) -> bool:
    bare = sentence
    for name in names_in(sentence):
        bare = bare.replace(f"{{{name}}}", "")
    return any(char.isalpha() for char in bare)


# --- the grader's own -----------------------------------------------------------------------------------------


def own_sentences(package: Path) -> Iterator[tuple[str, str]]:
    """(file, sentence) for all that the grader itself says about submissions, by file and place."""
    for path in sorted(package.rglob("*")):
        place = path.relative_to(package.parent).as_posix()
        if path.suffix == ".py" and "cli" not in path.parts:
            yield from ((place, sentence) for sentence in _of_module(path))
        elif path.suffix == ".html":
            yield from ((place, sentence) for sentence in _of_template(path.read_text(encoding="utf-8")))
        elif path.name == "generic.toml":
            texts = tomllib.loads(path.read_text(encoding="utf-8"))
            yield from ((place, sentence) for entry in texts.values() for sentence in entry.values())
    yield from (("grader/cli/pages.py", sentence) for sentence in _of_module(package / "cli" / "pages.py"))


def _of_module(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: list[tuple[int, int, str]] = []
    for node in ast.walk(tree):
        for source in _sentence_nodes(path.name, node):
            found += [(source.lineno, source.col_offset, sentence) for sentence in _sentences(source)]
    yield from (sentence for *_, sentence in sorted(found))
    yield from _WORDS.get(path.name, ())


def _sentence_nodes(file: str, node: ast.AST) -> Iterator[ast.expr]:
    """The expressions in this node that hold sentences."""
    if isinstance(node, ast.Call):
        name = _called(node.func)
        places = _CALLS.get((file, name), _CALLS.get(name, ()))
        yield from (node.args[place] for place in places if place < len(node.args))
        yield from (keyword.value for keyword in node.keywords if keyword.arg == "problem")
    elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if any(isinstance(target, ast.Name) and target.id in _TABLES.get(file, ()) for target in targets):
            yield from _strings_in(node.value)
    elif isinstance(node, ast.FunctionDef) and node.name in _RETURNS.get(file, ()):
        yield from (inner.value for inner in ast.walk(node) if isinstance(inner, ast.Return) and inner.value)


def _called(function: ast.expr) -> str:
    """`said`, `language.text`; links.language.text counts as language.text."""
    if isinstance(function, ast.Name):
        return function.id
    if isinstance(function, ast.Attribute):
        owner = function.value
        name = owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
        return f"{name}.{function.attr}"
    return ""


def _strings_in(table: ast.expr) -> Iterator[ast.expr]:
    """The sentences of a table: of a pair the second, of a dictionary the values, of a call all arguments."""
    if isinstance(table, ast.Dict):
        yield from (inner for value in table.values for inner in _strings_in(value))
    elif isinstance(table, ast.BinOp):
        yield from (*_strings_in(table.left), *_strings_in(table.right))
    elif isinstance(table, ast.Call):
        yield from (arg for arg in table.args if not (isinstance(arg, ast.Constant) and arg.value in _TONES))
    elif isinstance(table, ast.Tuple | ast.List):
        pairs = [item for item in table.elts if isinstance(item, ast.Tuple)]
        yield from (pair.elts[-1] for pair in pairs) if pairs else table.elts
    else:
        yield table


def _sentences(node: ast.expr) -> Iterator[str]:
    """The texts that an expression can be, as templates."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield template_of(node)
    elif isinstance(node, ast.IfExp):
        yield from (*_sentences(node.body), *_sentences(node.orelse))
    elif isinstance(node, ast.BoolOp):
        yield from (sentence for value in node.values for sentence in _sentences(value))


def template_of(text: ast.JoinedStr) -> str:
    """An f-string as a template: a field becomes a name, another field of the same name gets a number."""
    names: dict[str, str] = {}
    parts = []
    for part in text.values:
        if isinstance(part, ast.FormattedValue):
            source = ast.unparse(part.value)
            if source not in names:
                name = _field_name(part.value)
                again = sum(other.rstrip("_0123456789") == name for other in names.values())
                names[source] = f"{name}_{again + 1}" if again else name
            parts.append(f"{{{names[source]}}}")
        elif isinstance(part, ast.Constant):
            parts.append(str(part.value))
    return "".join(parts)


def _field_name(value: ast.expr) -> str:
    """len(losses) and losses[:5] are {losses}, error.line is {line}, told(error.text) is {text}."""
    if isinstance(value, ast.Name):
        return value.id
    if isinstance(value, ast.Attribute):
        return value.attr
    if isinstance(value, ast.Subscript):
        return _field_name(value.value)
    if isinstance(value, ast.Call):
        if not value.args and isinstance(value.func, ast.Attribute):
            return _field_name(value.func.value)
        return _field_name(value.args[0]) if len(value.args) == 1 else _called(value.func).strip("._") or "value"
    return "value"


def _of_template(source: str) -> Iterator[str]:
    for found in _IN_TEMPLATE.finditer(source):
        yield from (ast.literal_eval(text) for text in found.groups() if text)


# --- a course's -----------------------------------------------------------------------------------------------


def exercise_sentences(root: Path, lesson: str, stem: str) -> Iterator[tuple[str, str]]:
    """(file, sentence) for all that an exercise says: its title, its mistakes, its checks."""
    stub = f"exercises/{lesson}/{stem}.py"
    docstring = ast.get_docstring(ast.parse((root / stub).read_text(encoding="utf-8"))) or ""
    yield stub, docstring.partition("\n")[0].strip()
    checks = f"checks/{lesson}/test_{stem}.py"
    tree = ast.parse((root / checks).read_text(encoding="utf-8"))
    yield from ((checks, sentence) for sentence in _of_checks(tree))
    mistakes = f"checks/{lesson}/{stem}.toml"
    told = tomllib.loads((root / mistakes).read_text(encoding="utf-8"))
    yield from ((mistakes, sentence) for sentence in _of_mistakes(told))


def _of_checks(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield " ".join((ast.get_docstring(node) or "").split())
        for inner in ast.walk(node):
            yield from _told_by(inner)


def _told_by(node: ast.AST) -> Iterator[str]:
    """What an assertion, a note or pytest.fail says; a variable's texts are collected where it is assigned."""
    if isinstance(node, ast.Assert) and node.msg is not None:
        yield from _sentences(node.msg)
    elif isinstance(node, ast.Call) and node.args and _called(node.func).split(".")[-1] in ("note", "fail"):
        yield from _sentences(node.args[0])
    elif isinstance(node, ast.Assign | ast.Return) and node.value is not None:
        yield from (text for text in _sentences(node.value) if " " in text and text[-1:] in ".?!")


def _of_mistakes(told: dict[str, Any]) -> Iterator[str]:
    picture = told.get("picture", {})
    yield from (picture[place] for place in ("title", "x_label", "y_label", "bar_label") if picture.get(place))
    for mistake in told.get("mistake", ()):
        yield from (mistake[place] for place in ("headline", "message", "question"))
    yield from told.get("help", {}).get("worked", ())
