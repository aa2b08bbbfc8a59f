"""From a learner's wrong answers to the finding that a teacher would tell first.

The order is fixed: does it run, does it return the right kind of thing, is it pure, is it a known model (whole,
then in part), is something always so (a factor), and at last an honest counterexample. A mistake is named only when
it reproduces the learner's answers exactly: on the two probes it was looked up with, and on fresh inputs it was not.
"""

from __future__ import annotations

import hashlib
import itertools
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from grader.calls import Answer, Call, Definition, Ending, Opaque, Raised
from grader.diagnosis.key import Key
from grader.diagnosis.library import Args, Library, Model, fresh_inputs
from grader.diagnosis.loading import advice_on, ending_finding, is_refused, says
from grader.diagnosis.mistakes import Mistake
from grader.diagnosis.pictures import picture
from grader.diagnosis.repair import Hints, hints_of
from grader.diagnosis.values import (
    agree,
    as_number,
    close,
    copied,
    flatten,
    flatten_one,
    output_spans,
    same,
    unpack,
)
from grader.diagnosis.wording import (
    evidence,
    fill,
    finding,
    inputs_text,
    is_large,
    listed,
    named_outputs,
    safe,
    told,
    yours_text,
)
from grader.model import Behaviour, Evidence, Exercise, Finding, Picture, json_value
from grader.render.numbers import show

# So many that two models which agree whenever some sign is negative, or some element the largest, part company.
_FRESH = 12
# One fresh input is tried smaller and larger as well: clipping and thresholds show at one size only.
# Many calculations come out as one of these for every input, and many programs hold them.
_COMMON = (0.0, 1.0)
_SCALES = (0.1, 10.0)
# Mistakes that are looked for beside a wrong order; with more of them an order is a guess.
_WITH_ORDER = 2
# Models that agree so far are set against each other on more inputs, searched on our side, where it costs little.
_RIVALS = 12
_DUELS = 60
_DUEL_SEED = 9_000
_MANY_INPUTS = 1_000_000

Ask = Callable[[Sequence[Call]], list[Answer | Ending]]


# A constant answer may also be the first one, kept. Behaviour cannot tell the two apart; the source can.
_REMEMBERS = re.compile(r"\bglobal\b|\bnonlocal\b|cache|memo", re.IGNORECASE)


@dataclass(frozen=True)
class Observation:
    """One input, what is right for it, and what the learner's code answered."""

    args: Args
    truth: Any
    answer: Answer

    @property
    def value(self) -> Any:
        return self.answer.value


@dataclass(frozen=True)
class Explanation:
    """A set of mistakes that reproduces the answers, or only the given outputs of them."""

    models: tuple[Model, ...]
    ids: tuple[tuple[str, ...], ...]
    outputs: tuple[int, ...] | None = None


@dataclass(frozen=True)
class HandedIn:
    """What is known of a submission besides its answers.

    source: its text, looked at only to tell a typed-in constant from a computed one. definitions: what stands at its
    top level. example: the answer to the statement's example, when there is one.
    """

    source: str
    definitions: Sequence[Definition] = ()
    example: Answer | None = None


@dataclass(frozen=True)
class Diagnosed:
    """What there is to tell, most important first, and how the submission behaves on the probes."""

    findings: list[Finding]
    behaviour: Behaviour | None = None


class FunctionDiagnosis:
    """Diagnoses one exercise of kind "function"."""

    def __init__(self, exercise: Exercise, key: Key, library: Library) -> None:
        self._exercise = exercise
        self._key = key
        self._library = library
        self._reference = library.reference
        self._names = exercise.outputs

    def diagnose(self, ask: Ask, seed: int, handed_in: HandedIn) -> Diagnosed:
        """What is wrong. `ask` calls the learner's code; `seed` draws the fresh inputs."""
        inputs = self._inputs(seed)
        function = self._exercise.function or ""
        calls = [Call(function, copied(args)) for args in (*inputs, inputs[0], _as_lists(inputs[0]))]
        answers = ask(calls)
        ending = next((answer for answer in answers if isinstance(answer, Ending)), None)
        if ending is not None:
            return Diagnosed([ending_finding(ending)])
        observations = [
            Observation(args, self._reference.truth(args), answer)
            for args, answer in zip(inputs, answers, strict=False)
            if isinstance(answer, Answer)
        ]
        again, with_lists = answers[-2:]
        assert isinstance(again, Answer)
        assert isinstance(with_lists, Answer)
        # A learner's numbers overflow; that is an answer, not something to warn about.
        with np.errstate(all="ignore"):
            findings = self._explain(observations, again, with_lists, handed_in, ask)
        return Diagnosed(findings, self._behaviour(observations[: len(self._library.probes)]))

    def _behaviour(self, seen: Sequence[Observation]) -> Behaviour:
        answers = tuple(
            {"raised": told(item.answer.raised.type_name)} if item.answer.raised else safe(item.value) for item in seen
        )
        return Behaviour(probes=self._probes_name, answers=answers)

    @cached_property
    def _probes_name(self) -> str:
        text = repr([json_value(args) for args in self._library.probes])
        return hashlib.sha256(f"{self._exercise.stem}:{text}".encode()).hexdigest()[:12]

    def _inputs(self, seed: int) -> list[Args]:
        fresh = fresh_inputs(self._library.draw_inputs, seed + _MANY_INPUTS, _FRESH)
        other_sizes = (tuple(self._library.scaled_inputs(fresh[0], scale)) for scale in _SCALES)
        return [*self._library.probes, *fresh, *other_sizes]

    def examples(self, seed: int) -> list[tuple[Args, Any]]:
        """The inputs of `diagnose`, each with its right answer."""
        return [(args, self._reference.truth(args)) for args in self._inputs(seed)]

    def hints(self, found: Finding) -> Hints:
        """What the named mistakes say of their repair."""
        ids = {found.mistake} if isinstance(found.mistake, str) else set(found.mistake or ())
        return hints_of([mistake for mistake in self._reference.mistakes if mistake.id in ids])

    def _explain(
        self, seen: list[Observation], again: Answer, with_lists: Answer, handed_in: HandedIn, ask: Ask
    ) -> list[Finding]:
        raised = [observation for observation in seen if observation.answer.raised is not None]
        if raised:
            return [self._raised(raised[0], handed_in.definitions)]
        steps: tuple[Callable[[], Finding | None], ...] = (
            lambda: self._nothing_returned(seen, handed_in.example),
            lambda: self._constant(seen, handed_in.source, handed_in.example),
            lambda: self._changed_input(seen),
            lambda: self._not_repeatable(seen, again),
            lambda: self._wrong_kind(seen),
            lambda: self._permuted(seen),
            lambda: self._known_model(seen, ask),
            lambda: self._permuted_model(seen),
            lambda: self._partial_model(seen),
            lambda: self._wrong_shape(seen),
            lambda: self._not_finite(seen),
            lambda: self._nearly_right(seen),
            lambda: self._constant_factor(seen),
            lambda: self._counterexample(seen),
            lambda: self._arrays_only(seen, with_lists),
        )
        findings = (step() for step in steps)
        first = next((found for found in findings if found is not None), None)
        return [] if first is None else [first]

    def answers_otherwise(self, args: Args, first: Answer, again: Answer) -> list[Finding]:
        """What to say of two answers to one call; nothing when the first is no number or the second an exception."""
        found = self._not_repeatable([Observation(args, None, first)], again)
        return [] if found is None else [found]

    # --- what any exercise can have ---------------------------------------------------------------------------

    def _raised(self, seen: Observation, definitions: Sequence[Definition]) -> Finding:
        error = seen.answer.raised
        assert error is not None
        if error.type_name == "TypeError" and _is_about_arguments(error, self._exercise.function or ""):
            values: dict[str, Any] = {
                "function": self._exercise.function,
                "parameters": ", ".join(self._exercise.parameters),
                "own": _own_parameters(self._exercise.function or "", definitions),
                "text": told(error.text),
            }
            return finding("wrong-parameters", "A", values, mistake="wrong-parameters", line=error.line)
        values = {
            "type": told(error.type_name),
            "line": error.line or "?",
            "called": self._called(seen),
            "says": says(error),
            "advice": advice_on(error),
        }
        if is_refused(error):
            return finding("asks-for-more", "A", values, mistake="asks-for-more", line=error.line)
        evidence = self._evidence(seen)
        return finding("raises-error", "A", values, mistake="raises-error", line=error.line, evidence=evidence)

    def _arrays_only(self, seen: list[Observation], with_lists: Answer) -> Finding | None:
        error = with_lists.raised
        if error is None or not all(agree(item.value, item.truth, len(self._names)) for item in seen):
            return None
        values = {"line": error.line or "?", "text": told(error.text)}
        return finding("arrays-only", "A", values, mistake="arrays-only", line=error.line)

    def _nothing_returned(self, seen: list[Observation], example: Answer | None) -> Finding | None:
        if any(observation.value is not None for observation in seen):
            return None
        if example is not None and example.value is not None:
            return self._hard_coded(seen[0], example.value, len(seen))
        first = seen[0]
        if all(observation.answer.printed.strip() for observation in seen):
            return self._printed(seen)
        return finding(
            "returned-none",
            "A",
            {"called": self._called(first)},
            mistake="returned-none",
            evidence=self._evidence(first),
        )

    def _printed(self, seen: list[Observation]) -> Finding:
        first = seen[0]
        values = {"called": self._called(first), "printed": told(first.answer.printed.strip())}
        found = finding(
            "printed-not-returned",
            "A",
            values,
            mistake="printed-not-returned",
            evidence=self._evidence(first),
        )
        printed = [Observation(o.args, o.truth, Answer(_numbers_in(o.answer.printed, len(self._names)))) for o in seen]
        return self._together(found, "printed-not-returned", printed)

    def _together(self, found: Finding, fault: str, values: list[Observation]) -> Finding:
        """The finding, joined by the mistake that the values themselves show, if they show one."""
        if any(item.value is None for item in values):
            return found
        explanation = self._match(values, None)
        if explanation is None or len(explanation.ids) != 1:
            return found
        besides = self._told_mistakes(explanation.models[0], explanation.ids[0])
        text = " ".join(mistake.headline for mistake in besides)
        message = _within_limit(f"{found.message} Besides: {text}", "")
        return found.model_copy(update={"mistake": (fault, *explanation.ids[0]), "message": message})

    def _constant(self, seen: list[Observation], source: str, example: Answer | None) -> Finding | None:
        first = seen[0].value
        if first is None or isinstance(first, Opaque) or is_large(first):
            return None
        if not all(same(first, other.value) for other in seen[1:]):
            return None
        flat = flatten(first, len(self._names))
        if flat is not None and not np.all(np.isfinite(flat[1])):
            return None
        given = [first] if example is None else [first, example.value]
        if any(_typed_in(value, source, len(self._names)) for value in given):
            return self._hard_coded(seen[0], first, len(seen))
        telling = flat is not None and not set(np.abs(flat[1]).tolist()) <= set(_COMMON)
        if telling and not _REMEMBERS.search(source):
            # No calculation gives such a number for every input: it must stand in the code in some form.
            return self._hard_coded(seen[0], first, len(seen))
        values = {"yours": yours_text(self._names, first), "count": len(seen)}
        return finding("same-for-all", "D", values, evidence=self._evidence(seen[0]))

    def _hard_coded(self, seen: Observation, value: Any, count: int) -> Finding:
        values = {"yours": yours_text(self._names, value), "count": count}
        return finding("hard-coded", "A", values, mistake="hard-coded", evidence=self._evidence(seen))

    def _changed_input(self, seen: list[Observation]) -> Finding | None:
        for observation in seen:
            after = observation.answer.args_after
            if after is None or len(after) != len(observation.args):
                continue
            changed = [n for n, arg in enumerate(observation.args) if not same(arg, after[n])]
            if changed:
                name = self._exercise.parameters[changed[0]]
                values = {
                    "call": inputs_text(self._exercise.parameters, observation.args),
                    "parameter": name,
                    "after": show(after[changed[0]]),
                }
                shown = self._evidence(observation)
                found = finding("changed-the-input", "A", values, mistake="changed-the-input", evidence=shown)
                return self._together(found, "changed-the-input", seen)
        return None

    def _not_repeatable(self, seen: list[Observation], again: Answer) -> Finding | None:
        first = seen[0]
        if flatten(first.value, len(self._names)) is None or again.raised is not None:
            return None
        if same(first.value, again.value) or agree(first.value, again.value, len(self._names)):
            return None
        values = {
            "called": self._called(first),
            "yours": yours_text(self._names, first.value),
            "again": yours_text(self._names, again.value),
        }
        return finding("not-repeatable", "A", values, mistake="not-repeatable", evidence=self._evidence(first))

    def _wrong_kind(self, seen: list[Observation]) -> Finding | None:
        first = next((item for item in seen if flatten(item.value, len(self._names)) is None), None)
        if first is None:
            return None
        parts = unpack(first.value, len(self._names))
        values = {
            "called": self._called(first),
            "yours": told(yours_text(self._names, first.value)),
            "names": ", ".join(self._names),
        }
        shown = self._evidence(first)
        if parts is None:
            values |= {"kind": kind_of(first.value), "wanted": f"{len(self._names)} values"}
            return finding("wrong-count", "A", values, mistake="wrong-type", evidence=shown)
        odd = next(n for n, part in enumerate(parts) if flatten_one(part) is None)
        where = f" as {self._names[odd]}" if len(self._names) > 1 else ""
        right = unpack(first.truth, len(self._names))
        wanted = "one number" if right and as_number(right[odd]) is not None else "a list of numbers"
        values |= {"kind": kind_of(parts[odd]) + where, "wanted": wanted}
        return finding("wrong-type", "A", values, mistake="wrong-type", evidence=shown)

    def _wrong_shape(self, seen: list[Observation]) -> Finding | None:
        """Numbers, and no model explains them, but a list where one number is wanted, or the other way round."""
        for output, name in enumerate(self._names):
            pairs = [[_part(value, output, self._names) for value in (item.value, item.truth)] for item in seen]
            if all((as_number(mine) is None) != (as_number(right) is None) for mine, right in pairs):
                mine, right = pairs[0]
                values = {
                    "kind": kind_of(mine) + (f" as {name}" if len(self._names) > 1 else ""),
                    "wanted": "one number" if as_number(right) is not None else "a list of numbers",
                    "called": self._called(seen[0]),
                    "yours": yours_text(self._names, seen[0].value),
                }
                return finding("wrong-type", "A", values, mistake="wrong-type", evidence=self._evidence(seen[0]))
        return None

    def _permuted(self, seen: list[Observation]) -> Finding | None:
        for order in _orders(len(self._names)):
            if all(agree(_reordered(item.value, order), item.truth, len(self._names)) for item in seen):
                return self._wrong_order(seen[0], order, "wrong-order")
        return None

    def _wrong_order(self, seen: Observation, order: Sequence[int], mistake: str | tuple[str, ...]) -> Finding:
        own_order = [self._names[order.index(place)] for place in range(len(order))]
        values = {
            "names": ", ".join(self._names),
            "order": ", ".join(own_order),
            "called": self._called(seen),
            "yours": told(yours_text(own_order, seen.value)),
        }
        return finding("wrong-order", "A", values, mistake=mistake, evidence=self._evidence(seen))

    # --- models -----------------------------------------------------------------------------------------------

    def _known_model(self, seen: list[Observation], ask: Ask) -> Finding | None:
        explanation = self._match(seen, None, ask)
        if explanation is None or (len(explanation.ids[0]) > 1 and self._has_constant(seen)):
            return None
        return self._named(seen, explanation)

    def _has_constant(self, seen: list[Observation]) -> bool:
        """Whether an output is one and the same number for every input, such as a 0 for what is not done yet.

        Some sets of mistakes cancel out to such a number; that they were made is not to be believed.
        """
        for output in range(len(self._names)):
            mine = [as_number(_part(item.value, output, self._names)) for item in seen]
            if None not in mine and all(agree(mine[0], number) for number in mine):
                return True
        return False

    def _permuted_model(self, seen: list[Observation]) -> Finding | None:
        for order in _orders(len(self._names)):
            turned = [Observation(o.args, o.truth, Answer(_reordered(o.value, order))) for o in seen]
            if turned[0].value is None:
                return None
            explanation = self._match(turned, None)
            if explanation is not None and len(explanation.ids) == 1 and len(explanation.ids[0]) <= _WITH_ORDER:
                besides = self._told_mistakes(explanation.models[0], explanation.ids[0])
                text = " ".join(mistake.headline for mistake in besides)
                first = self._wrong_order(seen[0], order, ("wrong-order", *explanation.ids[0]))
                return first.model_copy(update={"message": f"{first.message} Besides: {text}"})
        return None

    def _partial_model(self, seen: list[Observation]) -> Finding | None:
        """The largest set of outputs that one or two mistakes explain, with every right output in it."""
        count = len(self._names)
        right = {n for n in range(count) if self._output_right(seen, n)}
        wrong = [n for n in range(count) if n not in right]
        # The first wrong output has to be among them: what comes after it may only be its consequence.
        for size in range(len(wrong) - 1, 0, -1):
            for chosen in ((wrong[0], *rest) for rest in itertools.combinations(wrong[1:], size - 1)):
                explanation = self._match(seen, tuple(sorted({*right, *chosen})))
                if explanation is not None and len(explanation.ids) == 1 and len(explanation.ids[0]) <= 2:
                    return self._named_in_part(seen, explanation, chosen, wrong)
        return None

    def _match(
        self, seen: list[Observation], outputs: tuple[int, ...] | None, ask: Ask | None = None
    ) -> Explanation | None:
        """What reproduces the answers (or only these outputs of them). With `ask`, rivals are told apart first."""
        flat = [flatten(observation.value, len(self._names)) for observation in seen[:2]]
        if flat[0] is None or flat[1] is None:
            return None
        numbers = np.concatenate([flat[0][1], flat[1][1]])
        columns = None if outputs is None else _columns(flat[0][0], flat[1][0], outputs)
        candidates = self._library.lookup((flat[0][0], flat[1][0]), numbers, columns)
        confirmed = [
            model
            for model in candidates
            if all(self._library.confirmed(model, item.args, item.value, outputs) for item in seen[2:])
        ]
        if () in confirmed:
            return None
        if ask is not None and 1 < len(confirmed) <= _RIVALS:
            confirmed = self._told_apart(confirmed, ask)
        return self._simplest(confirmed, outputs)

    def _told_apart(self, rivals: list[Model], ask: Ask) -> list[Model]:
        """The rivals that are left after asking for inputs on which they differ, as far as such inputs are found."""
        for args in fresh_inputs(self._library.draw_inputs, _DUEL_SEED, _DUELS):
            first, *others = [self._reference.flat(model, args) for model in rivals]
            if all(other is not None and first is not None and _same_numbers(first, other) for other in others):
                continue
            (answer,) = ask([Call(self._exercise.function or "", copied(args))])
            if not isinstance(answer, Answer) or answer.raised is not None:
                return rivals
            left = [model for model in rivals if self._library.confirmed(model, args, answer.value)]
            if not left:
                return []
            rivals = left
            if len(rivals) == 1:
                break
        return rivals

    def _simplest(self, models: list[Model], outputs: tuple[int, ...] | None) -> Explanation | None:
        """The explanations with the fewest mistakes; of those, mistakes that undo each other are no mistakes."""
        fewest = min((len(model) for model in models), default=0)
        named = [(m, self._without_conventions(self._reference.ids(m))) for m in models if len(m) == fewest]
        chosen = [(model, ids) for model, ids in named if ids]
        if not chosen:
            return None
        distinct = {frozenset(ids): ids for _, ids in chosen}
        first = {frozenset(ids): model for model, ids in reversed(chosen)}
        return Explanation(tuple(first[key] for key in distinct), tuple(distinct.values()), outputs)

    def _without_conventions(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        for group in self._key.conventions:
            if group <= set(ids):
                ids = tuple(name for name in ids if name not in group)
        return ids

    def _named(self, seen: list[Observation], explanation: Explanation) -> Finding | None:
        first = seen[0]
        mistakes = self._told_mistakes(explanation.models[0], explanation.ids[0])
        shown = self._evidence(first, named=self._reference.run(explanation.models[0], first.args))
        if len(explanation.ids) > 1:
            return self._ambiguous(first, explanation, shown)
        if len(mistakes) == 1:
            return self._one_mistake(first, mistakes[0], shown)
        parts = " ".join(f"({n}) {mistake.headline}" for n, mistake in enumerate(mistakes[1:], start=2))
        return Finding(
            mistake=tuple(mistake.id for mistake in mistakes),
            level="A",
            headline=mistakes[0].headline,
            message=_within_limit(
                f"{_number_word(len(mistakes))} things differ from the task; the first is the one above. {parts}",
                f"{self._called(first)} It gave {yours_text(self._names, first.value)}.",
            ),
            question=fill(mistakes[0].question, self._values(first)),
            evidence=shown,
        )

    def _told_mistakes(self, model: Model, ids: tuple[str, ...]) -> list[Mistake]:
        told_once: dict[str, Mistake] = {}
        for mistake in self._reference.in_order(model):
            if mistake.id in ids:
                told_once.setdefault(mistake.id, mistake)
        return list(told_once.values())

    def _one_mistake(self, first: Observation, mistake: Mistake, shown: Evidence) -> Finding:
        values = self._values(first)
        numbers = f"{self._called(first)} It gave {yours_text(self._names, first.value)}."
        return Finding(
            mistake=mistake.id,
            level="A",
            headline=fill(mistake.headline, values),
            message=_within_limit(fill(mistake.message, values), numbers),
            question=fill(mistake.question, values),
            evidence=shown,
        )

    def _ambiguous(self, first: Observation, explanation: Explanation, shown: Evidence) -> Finding | None:
        """Several sets of mistakes give these answers on every input: say what they share, list the rest."""
        shared = set.intersection(*map(set, explanation.ids))
        if not shared and len(explanation.ids) > 3:
            return None
        everything = tuple(dict.fromkeys(name for ids in explanation.ids for name in ids))
        ordered = (
            *[name for name in everything if name in shared],
            *[n for n in everything if n not in shared],
        )
        by_id = {m.id: m for model in explanation.models for m in self._reference.in_order(model)}
        readings = [
            " and ".join(by_id[name].headline.rstrip(".") for name in ids if name not in shared)
            for ids in explanation.ids
        ]
        lead = by_id[ordered[0]]
        options = " Or: ".join(f"{reading}." for reading in readings[:2] if reading)
        headline = lead.headline if shared else "Two different mistakes would give exactly these numbers."
        return Finding(
            mistake=ordered if len(ordered) > 1 else ordered[0],
            level="B",
            headline=headline,
            message=_within_limit(
                f"{'Besides, one of these holds: ' if shared else ''}{options} Look which one is in your code.",
                f"{self._called(first)} It gave {yours_text(self._names, first.value)}.",
            ),
            question=fill(lead.question, self._values(first)),
            evidence=shown,
        )

    def _named_in_part(
        self, seen: list[Observation], explanation: Explanation, chosen: Sequence[int], wrong: Sequence[int]
    ) -> Finding:
        first = seen[0]
        mistakes = self._told_mistakes(explanation.models[0], explanation.ids[0])
        rest = [self._names[n] for n in wrong if n not in chosen]
        values = self._values(first)
        text = (
            f"This explains {listed([self._names[n] for n in chosen])} on every input that was tried. "
            f"What goes on in {listed(rest)} matches nothing we know; look at it when the first is mended."
        )
        more = " ".join(f"Besides: {mistake.headline}" for mistake in mistakes[1:])
        return Finding(
            mistake=mistakes[0].id if len(mistakes) == 1 else tuple(mistake.id for mistake in mistakes),
            level="C",
            headline=fill(mistakes[0].headline, values),
            message=_within_limit(
                f"{more} {text}".strip(),
                f"{self._called(first)} It gave {yours_text(self._names, first.value)}.",
            ),
            question=fill(mistakes[0].question, values),
            evidence=self._evidence(first, named=self._reference.run(explanation.models[0], first.args)),
        )

    # --- no model ---------------------------------------------------------------------------------------------

    def _first_wrong(self, seen: list[Observation]) -> int | None:
        return next((n for n in range(len(self._names)) if not self._output_right(seen, n)), None)

    def _output_right(self, seen: list[Observation], output: int) -> bool:
        return all(
            agree(_part(item.value, output, self._names), _part(item.truth, output, self._names)) for item in seen
        )

    def _not_finite(self, seen: list[Observation]) -> Finding | None:
        for observation in seen:
            parts = unpack(observation.value, len(self._names)) or ()
            for name, part in zip(self._names, parts, strict=False):
                number = as_number(part)
                if number is not None and not math.isfinite(number):
                    values = {
                        "output": name,
                        "value": show(number),
                        "called": self._called(observation),
                        "yours": yours_text(self._names, observation.value),
                    }
                    return finding("not-finite", "D", values, evidence=self._evidence(observation))
        return None

    def _nearly_right(self, seen: list[Observation]) -> Finding | None:
        output = self._first_wrong(seen)
        if output is None:
            return None
        pairs = self._pairs(seen, output)
        if pairs is None or not all(close(mine, right, rtol=1e-3) for mine, right in pairs):
            return None
        worst = max(float(np.max(np.abs(mine - right) / np.maximum(np.abs(right), 1e-12))) for mine, right in pairs)
        digit = max(1, math.floor(-math.log10(worst)) + 1)
        values = {
            "output": self._names[output],
            "count": len(seen),
            "digits": f"{digit}th digit" if digit > 3 else "third digit or so",
            "called": self._called(seen[0]),
            "yours": yours_text(self._names, seen[0].value),
        }
        return finding("nearly-right", "D", values, evidence=self._evidence(seen[0]))

    def _constant_factor(self, seen: list[Observation]) -> Finding | None:
        output = self._first_wrong(seen)
        pairs = None if output is None else self._pairs(seen, output)
        if output is None or pairs is None:
            return None
        ratios = np.concatenate([mine / right for mine, right in pairs]) if all(np.all(r) for _, r in pairs) else None
        values = {
            "output": self._names[output],
            "count": len(seen),
            "right": self._right_outputs(seen),
            "called": self._called(seen[0]),
            "yours": yours_text(self._names, seen[0].value),
        }
        if ratios is None or not np.all(np.isfinite(ratios)) or not len(ratios):
            return None
        if close(ratios, np.full_like(ratios, ratios[0])) and 1e-4 < abs(ratios[0]) < 1e4:
            values["factor"] = show(float(f"{ratios[0]:.6g}"))
            return finding("constant-factor", "D", values, evidence=self._evidence(seen[0]))
        sizes = [next((len(arg) for arg in item.args if isinstance(arg, np.ndarray)), 0) for item in seen]
        if len(ratios) == len(sizes) and all(sizes) and close(ratios, np.array(sizes, dtype=float)):
            return finding("scales-with-n", "D", values, evidence=self._evidence(seen[0]))
        return None

    def _counterexample(self, seen: list[Observation]) -> Finding | None:
        output = self._first_wrong(seen)
        if output is None:
            return None
        first = next(
            item
            for item in seen
            if not agree(_part(item.value, output, self._names), _part(item.truth, output, self._names))
        )
        values = {
            "first_wrong": self._names[output] if len(self._names) > 1 else "the result",
            "First_wrong": self._names[output] if len(self._names) > 1 else "The result",
            "right": self._right_outputs(seen),
            "called": self._called(first),
            "yours": yours_text(self._names, first.value),
        }
        return finding("counterexample", "E", values, evidence=self._evidence(first))

    def _pairs(self, seen: list[Observation], output: int) -> list[tuple[Any, Any]] | None:
        """The learner's and the right numbers of one output, input by input; None when the shapes differ."""
        pairs = []
        for item in seen:
            mine, right = (flatten_one(_part(value, output, self._names)) for value in (item.value, item.truth))
            if mine is None or right is None or mine[0] != right[0] or not np.all(np.isfinite(mine[1])):
                return None
            pairs.append((mine[1], right[1]))
        return pairs

    def _right_outputs(self, seen: list[Observation]) -> str:
        right = [name for n, name in enumerate(self._names) if self._output_right(seen, n)]
        if not right:
            return ""
        return f"Right so far: {listed(right)}."

    # --- numbers ----------------------------------------------------------------------------------------------

    def _called(self, seen: Observation) -> str:
        return f"Your function was called with {inputs_text(self._exercise.parameters, seen.args)}."

    def _values(self, seen: Observation) -> dict[str, Any]:
        """What a message may mention: the inputs by name, the outputs as your_<name>, and n."""
        values: dict[str, Any] = dict(zip(self._exercise.parameters, seen.args, strict=False))
        named = named_outputs(self._names, seen.value)
        if isinstance(named, dict):
            values |= {f"your_{name}": value for name, value in named.items()}
        else:
            values |= {f"your_{name}": named for name in self._names}
        sizes = [len(arg) for arg in seen.args if isinstance(arg, np.ndarray)]
        values["n"] = sizes[0] if sizes else 1
        return values

    def _evidence(self, seen: Observation, named: Any = None) -> Evidence:
        return evidence(self._exercise.parameters, seen.args, self._names, seen.value, named, self._picture(seen))

    def _picture(self, seen: Observation) -> Picture | None:
        # The probes are the same for everyone; a picture of a fresh input would show what is right for it.
        if not any(seen.args is probe for probe in self._library.probes):
            return None
        yours, right = (unpack(value, len(self._names)) for value in (seen.value, seen.truth))
        if yours is None or right is None:
            return None
        inputs = dict(zip(self._exercise.parameters, seen.args, strict=False))
        mine = dict(zip(self._names, yours, strict=True))
        return picture(self._key.picture, inputs, mine, dict(zip(self._names, right, strict=True)))


def kind_of(value: Any) -> str:
    """What kind of thing an answer is, in words for a learner."""
    if value is None:
        return "None"
    if isinstance(value, Opaque):
        return f"a {told(value.type_name)}"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, bool | np.bool_):
        return "True or False"
    if isinstance(value, list | tuple):
        return f"a {type(value).__name__} of {len(value)}"
    if isinstance(value, np.ndarray):
        return kind_of(value.reshape(-1)[0]) if value.size == 1 else f"an array of shape {show(list(value.shape))}"
    if isinstance(value, dict):
        return "a dictionary"
    if isinstance(value, bytes):
        return "bytes"
    if isinstance(value, complex | np.complexfloating):
        return "a complex number"
    return "an integer too large for a float" if as_number(value) is None else "one number"


def _same_numbers(a: tuple[Any, Any], b: tuple[Any, Any]) -> bool:
    return bool(a[0] == b[0]) and close(a[1], b[1])


def _part(value: Any, output: int, names: Sequence[str]) -> Any:
    parts = unpack(value, len(names))
    return None if parts is None else parts[output]


def _orders(count: int) -> list[tuple[int, ...]]:
    """Every order of the outputs but the right one."""
    return list(itertools.permutations(range(count)))[1:] if 1 < count <= 5 else []


def _reordered(value: Any, order: Sequence[int]) -> Any:
    parts = unpack(value, len(order))
    return None if parts is None else tuple(parts[place] for place in order)


def _columns(first: Any, second: Any, outputs: Sequence[int]) -> Any:
    """Which of the two probes' numbers belong to these outputs."""
    masks = []
    for shapes in (first, second):
        spans = output_spans(shapes)
        mask = np.zeros(spans[-1].stop, dtype=bool)
        for output in outputs:
            mask[spans[output]] = True
        masks.append(mask)
    return np.concatenate(masks)


def _as_lists(args: Args) -> Args:
    return tuple(arg.tolist() if isinstance(arg, np.ndarray) else arg for arg in args)


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


def _own_parameters(function: str, definitions: Sequence[Definition]) -> str:
    parameters = next((item.parameters for item in definitions if item.name == function), None)
    return told(", ".join(parameters)) if parameters is not None else "unknown"


def _number_word(count: int) -> str:
    return {2: "Two", 3: "Three"}.get(count, str(count))


def _within_limit(message: str, numbers: str, limit: int = 115) -> str:
    """The message with its numbers, or without them when that is too long to read: they also stand in the evidence."""
    whole = f"{message} {numbers}".strip()
    return whole if len(whole.split()) <= limit else message
