"""From a learner's wrong answers to the finding that a teacher would tell first.

The order is fixed: does it run, does it return the right kind of thing, is it pure, is it a known model (whole,
then in part, then from the learner's own earlier numbers), is something always so (a gradient's ratio, a factor, a
step within a loop), and at last an honest counterexample. A mistake is named only when it reproduces the learner's
answers exactly: on the two probes it was looked up with, and on fresh inputs it was not.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from grader.calls import Answer, Call, Ending
from grader.diagnosis.beyond import Beyond
from grader.diagnosis.carried import Carried
from grader.diagnosis.faults import Faults
from grader.diagnosis.gradients import Gradients
from grader.diagnosis.help import OtherHelp
from grader.diagnosis.key import Key
from grader.diagnosis.library import Args, Library, fresh_inputs
from grader.diagnosis.loading import ending_finding
from grader.diagnosis.loops import Loops
from grader.diagnosis.matching import Matcher
from grader.diagnosis.observed import Ask, HandedIn, Observation, Observed, orders, reordered
from grader.diagnosis.repair import Hints, hints_of
from grader.diagnosis.telling import Teller
from grader.diagnosis.values import agree, copied
from grader.diagnosis.wording import safe, told
from grader.model import Behaviour, Exercise, Finding, Help, json_value

# So many that two models which agree whenever some sign is negative, or some element the largest, part company.
_FRESH = 12
# One fresh input is tried smaller and larger as well: clipping and thresholds show at one size only.
_SCALES = (0.1, 10.0)
# Mistakes that are looked for beside a wrong order; with more of them an order is a guess.
_WITH_ORDER = 2
_IN_PART = 2
_MANY_INPUTS = 1_000_000


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
        self._tell = Teller(exercise, key, library)
        self._match = Matcher(exercise.function or "", library, key.conventions)
        self._faults = Faults(self._tell, self._match)
        self._carried = Carried(exercise, key, self._reference, self._tell)
        self._gradients = Gradients(self._tell, key.gradient)
        self._loops = Loops(self._tell, key.loop, self._reference)
        self._beyond = Beyond(self._tell)
        self._help = OtherHelp(exercise, key, library.reference, library.probes[0])

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
        seen = Observed(observations, self._names)
        # A learner's numbers overflow; that is an answer, not something to warn about.
        with np.errstate(all="ignore"):
            found = self._explain(seen, again, with_lists, handed_in, ask)
        return Diagnosed([] if found is None else [found], self._behaviour(seen))

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

    def other_help(self, found: Finding, times: int, ask: Ask) -> Help | None:
        """What to say in place of a finding that is told for the `times`-th time; None for the usual words."""
        return self._help.given(found, times, ask)

    def answers_otherwise(self, args: Args, first: Answer, again: Answer) -> list[Finding]:
        """What to say of two answers to one call; nothing when the first is no number or the second an exception."""
        found = self._faults.not_repeatable(Observation(args, None, first), again)
        return [] if found is None else [found]

    def _behaviour(self, seen: Observed) -> Behaviour:
        answers = tuple(
            {"raised": told(item.answer.raised.type_name)} if item.answer.raised else safe(item.value)
            for item in seen.seen[: len(self._library.probes)]
        )
        return Behaviour(probes=self._probes_name, answers=answers)

    @cached_property
    def _probes_name(self) -> str:
        text = repr([json_value(args) for args in self._library.probes])
        return hashlib.sha256(f"{self._exercise.stem}:{text}".encode()).hexdigest()[:12]

    # --- the order of questions -------------------------------------------------------------------------------

    def _explain(
        self, seen: Observed, again: Answer, with_lists: Answer, handed_in: HandedIn, ask: Ask
    ) -> Finding | None:
        any_exercise: tuple[Callable[[], Finding | None], ...] = (
            lambda: self._faults.raised(seen, handed_in.definitions),
            lambda: self._faults.nothing_returned(seen, handed_in.example),
            lambda: self._faults.constant(seen, handed_in, ask),
            lambda: self._faults.changed_input(seen),
            lambda: self._faults.not_repeatable(seen.first, again),
            lambda: self._faults.wrong_kind(seen),
        )
        found = _first(any_exercise)
        if found is not None:
            return found
        if seen.first_wrong() is None or self._match.is_convention(seen):
            return self._faults.arrays_only(with_lists)
        carried = self._carried.outputs(seen)
        this_exercise: tuple[Callable[[], Finding | None], ...] = (
            lambda: self._permuted(seen),
            lambda: self._known_model(seen, ask),
            lambda: self._permuted_model(seen),
            lambda: self._partial_model(seen),
            lambda: self._gradients.ratio(seen, carried),
            lambda: self._carried.named(seen, carried),
            lambda: self._beyond.constant_outputs(seen),
            lambda: self._faults.wrong_shape(seen),
            lambda: self._beyond.not_finite(seen),
            lambda: self._beyond.nearly_right(seen),
            lambda: self._gradients.of_own_loss(seen, ask),
            lambda: self._beyond.constant_factor(seen),
            lambda: self._loops.step_or_loop(seen, ask),
            lambda: self._beyond.counterexample(seen),
        )
        found = _first(this_exercise)
        return None if found is None else self._tell.credit(found, seen, carried)

    # --- models -----------------------------------------------------------------------------------------------

    def _permuted(self, seen: Observed) -> Finding | None:
        for order in orders(len(self._names)):
            if all(agree(reordered(item.value, order), item.truth, len(self._names)) for item in seen):
                return self._faults.wrong_order(seen.first, order)
        return None

    def _known_model(self, seen: Observed, ask: Ask) -> Finding | None:
        explanation = self._match.explain(seen, ask=ask)
        if explanation is None:
            return None
        # Some sets of mistakes cancel out to a constant, such as the 0 of what is not done yet; that they were made
        # is not to be believed.
        if len(explanation.ids[0]) > 1 and any(map(seen.is_constant, seen.outputs())):
            return None
        return self._tell.named(seen, explanation)

    def _permuted_model(self, seen: Observed) -> Finding | None:
        for order in orders(len(self._names)):
            turned = seen.reordered(order)
            if turned is None:
                return None
            explanation = self._match.explain(turned)
            if explanation is not None and explanation.is_unique and len(explanation.ids[0]) <= _WITH_ORDER:
                found = self._faults.wrong_order(seen.first, order)
                return self._tell.together(found, "wrong-order", explanation, turned.first)
        return None

    def _partial_model(self, seen: Observed) -> Finding | None:
        """The largest set of outputs that one or two mistakes explain, with every right output in it."""
        right, wrong = seen.right_ones, seen.wrong_ones
        leading = self._leading(wrong)
        for size in range(len(wrong) - 1, 0, -1):
            for chosen in (outputs for outputs in itertools.combinations(wrong, size) if outputs[0] in leading):
                explanation = self._match.explain(seen, tuple(sorted({*right, *chosen})))
                if explanation is not None and explanation.is_unique and len(explanation.ids[0]) <= _IN_PART:
                    return self._tell.named_in_part(seen, explanation, chosen, wrong)
        return None

    def _leading(self, wrong: Sequence[int]) -> Sequence[int]:
        """The wrong outputs that may be told first: what comes after another one may only be its consequence.

        Not so after an output that nothing follows from, such as a loss that a clip more or less changes.
        """
        carries = self._key.carries
        if not carries:
            return wrong[:1]
        carried = next((place for place, n in enumerate(wrong) if self._names[n] in carries), len(wrong))
        return wrong[: carried + 1]


def _first(steps: Sequence[Callable[[], Finding | None]]) -> Finding | None:
    findings = (step() for step in steps)
    return next((found for found in findings if found is not None), None)


def _as_lists(args: Args) -> Args:
    return tuple(arg.tolist() if isinstance(arg, np.ndarray) else arg for arg in args)
