"""Imports go down only, and the innermost layer touches nothing outside of itself."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "grader"
LAYERS = {
    0: {"model", "numbers", "language", "calls", "scoring", "authoring", "diagnosis", "render", "unlocking"},
    1: {"course", "box", "store", "intake", "tables", "catalogs"},
    2: {"checking", "grading", "batch", "translating"},
}
FACES = 3
# What reads the course's checks with pytest may not be imported by the process that runs learner code, and so on:
# third-party packages that only some parts may know.
ONLY_IN = {
    "pytest": {"checking"},
    "_pytest": {"checking"},
    "sqlalchemy": {"store"},
    "click": {"cli"},
    "jinja2": {"render"},
    "babel": {"catalogs"},
    "platformdirs": {"tables", "store", "cli"},
}
IO_MODULES = {"os", "io", "subprocess", "socket", "shutil", "tempfile", "time", "datetime", "threading", "asyncio"}
IO_NAMES = {"open", "input", "print", "breakpoint", "__import__"}
# Drawing inputs needs a generator of its own; the module's functions share one with everybody.
_SEEDED = {"Random"}


def modules() -> dict[str, Path]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def part_of(module: str) -> str:
    """The package or module right below `grader`."""
    return module.split(".")[1] if "." in module else ""


def layer_of(module: str) -> int:
    return next((number for number, parts in LAYERS.items() if part_of(module) in parts), FACES)


def imported(module: str, *, lazily: bool = True) -> Iterator[str]:
    """Every module that this one imports, by its full name."""
    nodes = ast.walk(tree(module)) if lazily else _at_import(tree(module))
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, node)
            for name in node.names:
                yield f"{base}.{name.name}" if f"{base}.{name.name}" in MODULES else base


def _at_import(module: ast.Module) -> Iterator[ast.AST]:
    """What runs when the module is imported: no function bodies, nothing for type checkers only."""
    waiting: list[ast.AST] = [module]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        waiting.extend(ast.iter_child_nodes(node))


def _absolute(module: str, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.split(".") if MODULES[module].name == "__init__.py" else module.split(".")[:-1]
    above = package[: len(package) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


def own(module: str, *, lazily: bool = True) -> set[str]:
    return {name for name in imported(module, lazily=lazily) if name.split(".")[0] == "grader"}


def test_the_walk_sees_the_imports_that_are_there() -> None:
    assert {"grader.diagnosis.values", "grader.calls"} <= own("grader.diagnosis.engine")
    assert "grader.course" in own("grader.checking.plugin")
    assert len(MODULES) > 40


def test_every_module_has_a_layer_on_purpose() -> None:
    """A new name beside these is a face: it may import everything below it, and no other face."""
    known = {part for parts in LAYERS.values() for part in parts}
    assert {part_of(module) for module in MODULES if layer_of(module) < FACES} <= known
    assert faces() <= {"cli", "__main__", "notebook", "nbgrader", "web", "lti", "exports"}


def faces() -> set[str]:
    return {part_of(module) for module in MODULES if layer_of(module) == FACES and module != "grader"}


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down_only(module: str) -> None:
    if module == "grader":
        return
    upward = {name for name in own(module) - {"grader"} if layer_of(name) > layer_of(module)}
    assert not upward, f"{module} is in layer {layer_of(module)}"


@pytest.mark.parametrize("module", [module for module in MODULES if layer_of(module) in (1, FACES)])
def test_edges_and_faces_never_import_their_neighbours(module: str) -> None:
    if module == "grader":
        return
    beside = {name for name in own(module) - {"grader"} if layer_of(name) == layer_of(module)}
    if module == "grader.__main__":
        beside = {name for name in beside if part_of(name) != "cli"}  # `python -m grader` is the command itself
    assert {part_of(name) for name in beside} <= {part_of(module)}


@pytest.mark.parametrize("module", [module for module in MODULES if layer_of(module) == 1])
def test_whatever_names_the_grader_itself_names_its_version_at_most(module: str) -> None:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and node.module == "grader" and not node.level:
            assert {name.name for name in node.names} <= {"__version__", *[part_of(m) for m in MODULES]}


def cycles(edges: dict[str, set[str]]) -> list[list[str]]:
    found, done = [], set()

    def visit(node: str, path: list[str]) -> None:
        if node in path:
            found.append([*path[path.index(node) :], node])
        elif node not in done:
            for other in sorted(edges.get(node, ())):
                visit(other, [*path, node])
            done.add(node)

    for node in edges:
        visit(node, [])
    return found


def test_a_cycle_would_be_found() -> None:
    assert cycles({"a": {"b"}, "b": {"c"}, "c": {"a"}}) == [["a", "b", "c", "a"]]
    assert cycles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    edges = {module: own(module, lazily=False) - {module, "grader"} for module in MODULES}
    # A package's own __init__ gathers its modules: what imports the package from within would be a cycle.
    assert cycles(edges) == []


def test_no_package_imports_itself_by_way_of_others() -> None:
    edges: dict[str, set[str]] = {}
    for module in MODULES:
        if module != "grader":
            others = {part_of(name) for name in own(module)} - {part_of(module), ""}
            edges.setdefault(part_of(module), set()).update(others)
    assert cycles(edges) == []


def test_the_package_itself_imports_nothing() -> None:
    """The process that runs learner code imports from it."""
    assert list(imported("grader")) == []


@pytest.mark.parametrize("module", [module for module in MODULES if part_of(module) == "box"])
def test_the_box_knows_the_words_of_calls_and_nothing_of_the_course(module: str) -> None:
    assert {part_of(name) for name in own(module)} <= {"box", "calls", ""}


INNER = [module for module in MODULES if layer_of(module) == 0]


@pytest.mark.parametrize("module", INNER)
def test_the_inner_layer_does_no_input_or_output(module: str) -> None:
    # A point in time is a value; what reads the clock is looked for below.
    with_times = ("grader.model", "grader.diagnosis.clusters", "grader.diagnosis.efficacy")
    allowed = {"datetime"} if module in with_times else set()
    assert not {name.split(".")[0] for name in imported(module)} & (IO_MODULES - allowed)
    called = {node.func.id for node in ast.walk(tree(module)) if _is_call_of_name(node)}
    assert not called & IO_NAMES
    assert not {"write_text", "write_bytes", "mkdir", "unlink", "environ", "getenv", "urlopen"} & attributes(module)
    reads = [ast.unparse(node) for node in ast.walk(tree(module)) if _is_reading(node)]
    assert all("resources.files(" in text or "_templates." in text.lower() for text in reads), reads


def _is_call_of_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


def _is_reading(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in ("read_text", "read_bytes")


def attributes(module: str) -> set[str]:
    return {node.attr for node in ast.walk(tree(module)) if isinstance(node, ast.Attribute)}


@pytest.mark.parametrize("module", INNER)
def test_the_inner_layer_has_no_randomness_and_no_clock_of_its_own(module: str) -> None:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "random":
            assert node.attr in _SEEDED
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) in ("np.random", "numpy.random"):
            pytest.fail(f"line {node.lineno}: {ast.unparse(node)}")
        if isinstance(node, ast.Attribute) and node.attr in ("now", "today", "utcnow"):
            pytest.fail(f"line {node.lineno}: {ast.unparse(node)}")
        if isinstance(node, ast.ImportFrom) and node.module in ("random", "secrets", "uuid", "time"):
            pytest.fail(f"line {node.lineno}: {ast.unparse(node)}")


@pytest.mark.parametrize("package", ONLY_IN)
def test_a_third_party_package_is_known_where_it_is_needed_only(package: str) -> None:
    users = {part_of(module) for module in MODULES if package in {name.split(".")[0] for name in imported(module)}}
    assert users - faces() <= ONLY_IN[package]


def test_nothing_is_imported_that_the_project_does_not_declare() -> None:
    import tomllib

    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *[name for names in project["optional-dependencies"].values() for name in names],
    ]
    declared = {_bare(name) for name in wanted}
    declared.add("markupsafe")  # half of jinja2, and always installed with it
    roots = {name.split(".")[0] for module in MODULES for name in imported(module)}
    assert roots - set(sys.stdlib_module_names) - {"grader", "_pytest"} <= declared


def _bare(requirement: str) -> str:
    return requirement.split("[")[0].split(">")[0].split("=")[0].split("<")[0].strip().replace("-", "_")
