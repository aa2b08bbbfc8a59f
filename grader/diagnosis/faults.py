"""Faults that any function can have, whatever it computes: it stops, returns nothing, returns another kind of thing,
gives the same answer to everything, changes its arguments, answers otherwise when asked again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from grader.calls import Answer, Definition, Opaque, Raised
from grader.diagnosis.loading import advice_on, is_refused, says
from grader.diagnosis.matching import Matcher
from grader.diagnosis.observed import Ask, HandedIn, Observation, Observed
from grader.diagnosis.telling import Teller
from grader.diagnosis.values import agree, as_number, flatten, flatten_one, same, unpack
from grader.diagnosis.wording import finding, inputs_text, is_large, told, yours_text
from grader.language import said
from grader.model import Finding, Said
from grader.numbers import show

# Many calculations come out as one of these for every input, and many programs hold them.
_COMMON = (0.0, 1.0)
# A constant answer may also be the first one, kept. Behaviour cannot tell the two apart; the source can.
_REMEMBERS = re.compile(r"\bglobal\b|\bnonlocal\b|cache|memo", re.IGNORECASE)


class Faults:
    """Finds them in the answers of one exercise."""

    def __init__(self, teller: Teller, matcher: Matcher) -> None:
        self._tell = teller
        self._match = matcher
        self._exercise = teller.exercise
        self._names = teller.names

    def raised(self, seen: Observed, definitions: Sequence[Definition]) -> Finding | None:
        item = next((item for item in seen if item.answer.raised is not None), None)
        if item is None or item.answer.raised is None:
            return None
        error = item.answer.raised
        function = self._exercise.function or ""
        if error.type_name == "TypeError" and _is_about_arguments(error, function):
            values: dict[str, Any] = {
                "function": function,
                "parameters": ", ".join(self._exercise.parameters),
                "own": _own_parameters(function, definitions),
                "text": told(error.text),
            }
            return finding("wrong-parameters", "A", values, mistake="wrong-parameters", line=error.line)
        values = {
            "type": told(error.type_name),
            "line": error.line or "?",
            "called": self._tell.called(item),
            "says": says(error),
            "advice": advice_on(error),
        }
        kind = "asks-for-more" if is_refused(error) else "raises-error"
        shown = None if is_refused(error) else self._tell.evidence(item)
        return finding(kind, "A", values, mistake=kind, line=error.line, evidence=shown)

    def arrays_only(self, with_lists: Answer) -> Finding | None:
        """For a function that is right otherwise."""
        error = with_lists.raised
        if error is None:
            return None
        values = {"line": error.line or "?", "text": told(error.text)}
        return finding("arrays-only", "A", values, mistake="arrays-only", line=error.line)

    def nothing_returned(self, seen: Observed, example: Answer | None) -> Finding | None:
        if any(item.value is not None for item in seen):
            return None
        if example is not None and example.value is not None:
            return self._hard_coded(seen.first, example.value, len(seen))
        if all(item.answer.printed.strip() for item in seen):
            return self._printed(seen)
        shown = self._tell.evidence(seen.first)
        values = {"called": self._tell.called(seen.first)}
        return finding("returned-none", "A", values, mistake="returned-none", evidence=shown)

    def _printed(self, seen: Observed) -> Finding:
        first = seen.first
        values = {"called": self._tell.called(first), "printed": told(first.answer.printed.strip())}
        shown = self._tell.evidence(first)
        found = finding("printed-not-returned", "A", values, mistake="printed-not-returned", evidence=shown)
        count = len(self._names)
        printed = [Observation(o.args, o.truth, Answer(_numbers_in(o.answer.printed, count))) for o in seen]
        return self._joined(found, "printed-not-returned", Observed(printed, self._names))

    def _joined(self, found: Finding, fault: str, values: Observed) -> Finding:
        """The finding, with the mistake that the values themselves show, if they show one."""
        if any(item.value is None for item in values):
            return found
        return self._tell.together(found, fault, self._match.explain(values), values.first)

    def constant(self, seen: Observed, handed_in: HandedIn, ask: Ask) -> Finding | None:
        first = seen.first.value
        if first is None or isinstance(first, Opaque) or is_large(first):
            return None
        if not all(same(first, other.value) for other in seen.seen[1:]) or not self._match.stays_the_same(first, ask):
            return None
        flat = flatten(first, len(self._names))
        if flat is not None and not np.all(np.isfinite(flat[1])):
            return None
        given = [first] if handed_in.example is None else [first, handed_in.example.value]
        if any(_typed_in(value, handed_in.source, len(self._names)) for value in given):
            return self._hard_coded(seen.first, first, len(seen))
        telling = flat is not None and not set(np.abs(flat[1]).tolist()) <= set(_COMMON)
        if telling and not _REMEMBERS.search(handed_in.source):
            # No calculation gives such a number for every input: it must stand in the code in some form.
            return self._hard_coded(seen.first, first, len(seen))
        values = {"yours": yours_text(self._names, first), "count": len(seen)}
        return finding("same-for-all", "D", values, evidence=self._tell.evidence(seen.first))

    def _hard_coded(self, item: Observation, value: Any, count: int) -> Finding:
        values = {"yours": yours_text(self._names, value), "count": count}
        return finding("hard-coded", "A", values, mistake="hard-coded", evidence=self._tell.evidence(item))

    def changed_input(self, seen: Observed) -> Finding | None:
        for item in seen:
            after = item.answer.args_after
            if after is None or len(after) != len(item.args):
                continue
            changed = [n for n, arg in enumerate(item.args) if not same(arg, after[n])]
            if changed:
                values = {
                    "call": inputs_text(self._exercise.parameters, item.args),
                    "parameter": self._exercise.parameters[changed[0]],
                    "after": show(after[changed[0]]),
                }
                shown = self._tell.evidence(item)
                found = finding("changed-the-input", "A", values, mistake="changed-the-input", evidence=shown)
                return self._joined(found, "changed-the-input", seen)
        return None

    def not_repeatable(self, first: Observation, again: Answer) -> Finding | None:
        if flatten(first.value, len(self._names)) is None or again.raised is not None:
            return None
        if same(first.value, again.value) or agree(first.value, again.value, len(self._names)):
            return None
        values = {
            "called": self._tell.called(first),
            "yours": self._tell.yours(first),
            "again": yours_text(self._names, again.value),
        }
        shown = self._tell.evidence(first)
        return finding("not-repeatable", "A", values, mistake="not-repeatable", evidence=shown)

    def wrong_kind(self, seen: Observed) -> Finding | None:
        """Something that is not numbers at all, or another number of values."""
        item = next((item for item in seen if flatten(item.value, len(self._names)) is None), None)
        if item is None:
            return None
        parts = unpack(item.value, len(self._names))
        values: dict[str, Any] = {
            "called": self._tell.called(item),
            "yours": told(self._tell.yours(item)),
            "names": ", ".join(self._names),
        }
        shown = self._tell.evidence(item)
        if parts is None:
            values |= {"kind": kind_of(item.value), "wanted": said("{count} values", count=len(self._names))}
            return finding("wrong-count", "A", values, mistake="wrong-type", evidence=shown)
        odd = next(n for n, part in enumerate(parts) if flatten_one(part) is None)
        values |= {"kind": self._kind_as(parts[odd], odd), "wanted": wanted_kind(seen.right(item, odd))}
        return finding("wrong-type", "A", values, mistake="wrong-type", evidence=shown)

    def wrong_shape(self, seen: Observed) -> Finding | None:
        """Numbers, and no model explains them, but a list where one number is wanted, or a table of another shape."""
        for output in seen.outputs():
            pairs = [(seen.mine(item, output), seen.right(item, output)) for item in seen]
            if all(_form(mine) != _form(right) for mine, right in pairs):
                mine, right = pairs[0]
                values = {
                    "kind": self._kind_as(mine, output),
                    "wanted": wanted_kind(right),
                    "called": self._tell.called(seen.first),
                    "yours": self._tell.yours(seen.first),
                }
                shown = self._tell.evidence(seen.first)
                return finding("wrong-type", "A", values, mistake="wrong-type", evidence=shown)
        return None

    def _kind_as(self, value: Any, output: int) -> str | Said:
        kind = kind_of(value)
        return said("{kind} as {output}", kind=kind, output=self._names[output]) if len(self._names) > 1 else kind

    def wrong_order(
        self, item: Observation, order: Sequence[int], mistake: str | tuple[str, ...] = "wrong-order"
    ) -> Finding:
        own_order = [self._names[order.index(place)] for place in range(len(order))]
        values = {
            "names": ", ".join(self._names),
            "order": ", ".join(own_order),
            "called": self._tell.called(item),
            "yours": told(yours_text(own_order, item.value)),
        }
        return finding("wrong-order", "A", values, mistake=mistake, evidence=self._tell.evidence(item))


def _form(value: Any) -> Any:
    """One number, a list of any length, or a table of a certain shape."""
    flat = flatten_one(value)
    return flat[0] if flat is not None and flat[0][0] == "table" else as_number(value) is None


def wanted_kind(right: Any) -> Said:
    """The kind of the right answer, in words for a learner."""
    form = _form(right)
    if isinstance(form, tuple):
        return said("an array of shape {shape}", shape=list(form[1:]))
    return said("a list of numbers") if form else said("one number")


def kind_of(value: Any) -> Said:
    """What kind of thing an answer is, in words for a learner."""
    if value is None:
        return said("None")
    if isinstance(value, Opaque):
        return said("a {type}", type=told(value.type_name))
    if isinstance(value, str):
        return said("a text")
    if isinstance(value, bool | np.bool_):
        return said("True or False")
    if isinstance(value, list | tuple):
        return said("a {type} of {count}", type=type(value).__name__, count=len(value))
    if isinstance(value, np.ndarray):
        if value.size == 1:
            return kind_of(value.reshape(-1)[0])
        return said("an array of shape {shape}", shape=list(value.shape))
    if isinstance(value, dict):
        return said("a dictionary")
    if isinstance(value, bytes):
        return said("bytes")
    if isinstance(value, complex | np.complexfloating):
        return said("a complex number")
    return said("one number") if as_number(value) is not None else said("an integer too large for a float")


def _numbers_in(text: str, count: int) -> Any:
    """The numbers of a printed line when there are exactly as many as outputs, else None."""
    pattern = r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
    numbers = re.findall(pattern, text[:2000].replace("np.float64", ""))
    if len(numbers) != count:
        return None
    return float(numbers[0]) if count == 1 else tuple(float(number) for number in numbers)


def _typed_in(value: Any, source: str, count: int) -> bool:
    """Whether every number of a constant answer stands in the source as it is; a 0 or a 1 tells nothing."""
    flat = flatten(value, count)
    if flat is None:
        return False
    pattern = r"(?<![\w.])[0-9]+\.?[0-9]*(?:[eE][-+]?[0-9]+)?"
    written = {float(text) for text in re.findall(pattern, source)[:2000]}
    numbers = [abs(float(number)) for number in flat[1]]
    telling = [number for number in numbers if number not in _COMMON]
    return bool(telling) and all(number in written for number in telling)


def _is_about_arguments(error: Raised, function: str) -> bool:
    return f"{function}()" in error.text and ("argument" in error.text)


def _own_parameters(function: str, definitions: Sequence[Definition]) -> str | Said:
    parameters = next((item.parameters for item in definitions if item.name == function), None)
    return told(", ".join(parameters)) if parameters is not None else said("unknown")
