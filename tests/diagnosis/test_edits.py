from __future__ import annotations

import pytest

from grader.diagnosis.edits import Edit, EditError, Switchboard, watched_names

SOURCE = """
def f(a, b):
    total = a + b
    half = total / 2
    if a > 0:
        half = half + 1
    else:
        half = half - 1
    return total, half
"""


def board(*groups: tuple[str, str] | list[tuple[str, str]], source: str = SOURCE) -> Switchboard:
    pairs = [group if isinstance(group, list) else [group] for group in groups]
    return Switchboard(source, [[Edit(*pair) for pair in group] for group in pairs])


def results(switchboard: Switchboard, *chosen: int, args: tuple[float, ...] = (3, 5)) -> object:
    module = switchboard.load()
    module.set(chosen)
    return module["f"](*args)


def test_without_a_switched_mistake_the_solution_is_as_it_was_written() -> None:
    assert results(board(("a + b", "a - b"), ("half = total / 2", "half = 0"))) == (8, 5.0)


def test_an_expression_edit_is_made_where_it_stands() -> None:
    assert results(board(("a + b", "a - b")), 0) == (-2, 0.0)


def test_a_statement_edit_may_be_several_statements_or_a_bare_expression() -> None:
    switchboard = board(("half = total / 2", "half = total\nhalf = half / 4"), ("half = half + 1", "None"))
    assert results(switchboard, 0) == (8, 3.0)
    assert results(switchboard, 1) == (8, 4.0)
    assert results(switchboard, 0, 1) == (8, 2.0)


def test_several_statements_are_edited_as_one() -> None:
    switchboard = board(("total = a + b\nhalf = total / 2", "half = a\ntotal = b"))
    assert results(switchboard, 0) == (5, 4)


def test_statements_of_an_else_branch_can_be_edited() -> None:
    assert results(board(("half = half - 1", "pass")), 0, args=(-3, 5)) == (2, 1.0)


def test_edits_of_one_mistake_are_switched_together() -> None:
    switchboard = board([("a + b", "a * b"), ("half = half + 1", "half = half + 2")])
    assert results(switchboard, 0) == (15, 9.5)


def test_two_alternatives_for_one_place_are_told_apart_and_never_combined() -> None:
    switchboard = board(("a + b", "a - b"), ("a + b", "a * b"))
    assert [results(switchboard, n) for n in (0, 1)] == [(-2, 0.0), (15, 8.5)]
    assert not switchboard.compatible([0, 1])


def test_the_same_place_is_recognised_however_it_is_spaced() -> None:
    assert not board(("a + b", "a - b"), ("a+b", "b")).compatible([0, 1])


def test_mistakes_in_different_places_combine() -> None:
    switchboard = board(("a + b", "a - b"), ("total / 2", "total / 4"))
    assert switchboard.compatible([0, 1])
    assert results(switchboard, 0, 1) == (-2, 0.5)


@pytest.mark.parametrize("outer", ["total = a + b", "(a + b) * 1"])
def test_a_mistake_inside_another_is_never_combined_with_it(outer: str) -> None:
    source = SOURCE if outer in SOURCE else SOURCE.replace("a + b", "(a + b) * 1")
    switchboard = board(("a + b", "a - b"), (outer, outer.replace("a + b", "b")), source=source)
    assert not switchboard.compatible([0, 1])
    assert not switchboard.compatible([1, 0])
    assert results(switchboard, 0) == (-2, 0.0)
    assert results(switchboard, 1) == (5, 3.5)


def test_a_mistake_in_a_whole_branch_excludes_those_of_its_lines() -> None:
    whole = "if a > 0:\n    half = half + 1\nelse:\n    half = half - 1"
    switchboard = board((whole, "pass"), ("half = half - 1", "half = 7"), ("a > 0", "a < 0"), ("a + b", "a - b"))
    assert [switchboard.compatible([0, other]) for other in (1, 2, 3)] == [False, False, True]
    assert switchboard.compatible([1, 2])


def test_a_mistake_with_one_nested_edit_among_several_is_excluded_too() -> None:
    switchboard = board([("a > 0", "a < 0"), ("a + b", "a - b")], ("total = a + b", "total = 1"))
    assert not switchboard.compatible([0, 1])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("total = a + b\nhalf = total / 2", "half = total / 2"),
        ("half = total / 2", "total = a + b\nhalf = total / 2"),
    ],
)
def test_edits_that_share_a_statement_but_not_all_are_refused(first: str, second: str) -> None:
    with pytest.raises(EditError, match="shares a statement with another edit; make both edit the same statements"):
        board((first, "pass"), (second, "pass"))


@pytest.mark.parametrize(
    ("solution", "told"),
    [
        ("a - b", r"'a - b' does not occur in the solution; write a part of it that occurs exactly once"),
        ("half", r"'half' occurs \d+ times in the solution"),
        ("1", r"'1' occurs 2 times in the solution"),
        ("total = b", "does not occur"),
    ],
)
def test_an_edit_has_to_occur_exactly_once(solution: str, told: str) -> None:
    with pytest.raises(EditError, match=told):
        board((solution, "pass" if "= " in solution else "0"))


def test_an_edit_that_only_occurs_in_a_string_or_comment_does_not_occur() -> None:
    with pytest.raises(EditError, match="does not occur"):
        board(("c + d", "0"), source='"""c + d"""\n# c + d\ndef f(a, b):\n    return "c + d"\n')


@pytest.mark.parametrize(
    ("edit", "what"),
    [(("a +", "a"), "solution 'a \\+' is not Python"), (("a + b", "a -"), "instead 'a -' is not Python")],
)
def test_text_that_is_not_python_is_refused_and_says_which_half(edit: tuple[str, str], what: str) -> None:
    with pytest.raises(EditError, match=what):
        board(edit)


def test_an_expression_cannot_become_a_statement() -> None:
    with pytest.raises(EditError, match="is an expression but instead 'pass' is not"):
        board(("a + b", "pass"))


def test_order_follows_the_solution_and_not_the_file_of_mistakes() -> None:
    switchboard = board(("total / 2", "0"), ("a + b", "0"), [("half = half + 1", "pass"), ("a > 0", "True")])
    assert sorted(range(3), key=switchboard.order) == [1, 0, 2]


def test_a_new_setting_forgets_the_one_before() -> None:
    module = board(("a + b", "a - b"), ("total / 2", "total / 4")).load()
    module.set([0, 1])
    module.set([1])
    assert module["f"](3, 5) == (8, 3.0)


def test_two_loaded_modules_do_not_share_their_switches() -> None:
    switchboard = board(("a + b", "a - b"))
    one, other = switchboard.load(), switchboard.load()
    one.set([0])
    assert (one["f"](3, 5)[0], other["f"](3, 5)[0]) == (-2, 8)


def test_a_pinned_name_takes_the_value_that_is_given_for_it_in_every_branch() -> None:
    switchboard = Switchboard("a, b = 1, 2\nc = a + b\nd = c * 2\n", [[Edit("a + b", "a - b")]], pins=("a", "c"))
    module = switchboard.load()
    seen = {}

    def pin(name: str, value: object) -> object:
        seen[name] = value
        return 10 if name == "c" else value

    module.set([0])
    module.rerun(pin)
    assert (seen, module["d"]) == ({"a": 1, "c": -1}, 20)
    assert {name for name in module.public()} == {"a", "b", "c", "d"}
    assert "c" in module
    assert "e" not in module


WATCHED = """
def f(values):
    total, n = 0.0, len(values)
    squares = [value**2 for value in values]
    for place, value in enumerate(squares):
        if value > 1:
            total += value
        squares[place] = 0
    def inner():
        hidden = 1
        return hidden
    while n > 2:
        n -= inner()
    return total
g = 1
"""


def test_a_watched_function_tells_every_value_that_its_names_are_given() -> None:
    module = Switchboard(WATCHED, (), watched="f").load()
    seen: list[tuple[str, object]] = []

    def pin(name: str, value: object) -> object:
        seen.append((name, list(value) if isinstance(value, list) else value))
        return value

    module.rerun(pin)
    assert module["f"]([1, 2, 3]) == 13.0
    passes = [("place", 0), ("value", 1), ("place", 1), ("value", 4), ("total", 4.0), ("place", 2), ("value", 9)]
    assert seen == [("total", 0.0), ("n", 3), ("squares", [1, 4, 9]), *passes, ("total", 13.0), ("n", 2)]
    assert watched_names(WATCHED, "f") == {name for name, _ in seen}
    assert watched_names(WATCHED, "h") == set()


def test_switched_statements_are_watched_too() -> None:
    source = "def f(a):\n    b = a\n    return b\n"
    module = Switchboard(source, [[Edit("b = a", "b = 2 * a")]], watched="f").load()
    seen: list[object] = []
    module.set([0])
    module.rerun(lambda _, value: seen.append(value) or value)
    assert (module["f"](3), seen) == (6, [6])
