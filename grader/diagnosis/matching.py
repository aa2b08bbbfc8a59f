"""Which models reproduce a submission's answers: looked up on the probes, confirmed on inputs nobody has seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from grader.calls import Answer, Call
from grader.diagnosis.library import Args, Library, Model, fresh_inputs, output_agrees
from grader.diagnosis.observed import Ask, Observed
from grader.diagnosis.values import Shape, Vector, close, copied, flatten, output_spans, same

# Models that agree so far are set against each other on more inputs, searched on our side, where it costs little.
_RIVALS = 12
_CANDIDATES = 40
_DUELS = 60
_DUEL_SEED = 9_000

Flat = tuple[Shape, Vector] | None


@dataclass(frozen=True)
class Explanation:
    """Sets of mistakes that reproduce the answers, or only the given outputs of them; one model for each set."""

    models: tuple[Model, ...]
    ids: tuple[tuple[str, ...], ...]
    outputs: tuple[int, ...] | None = None

    @property
    def is_unique(self) -> bool:
        return len(self.ids) == 1


@dataclass(frozen=True)
class _Class:
    """Models that no input tells apart, as far as was tried, the simplest first; and what they give in the duels."""

    models: tuple[Model, ...]
    answers: tuple[Flat, ...]


class Matcher:
    """Finds the simplest explanation of answers in the library of one exercise."""

    def __init__(self, function: str, library: Library, conventions: Sequence[frozenset[str]]) -> None:
        self._function = function
        self._library = library
        self._reference = library.reference
        self._conventions = conventions
        self._classes: dict[tuple[tuple[Model, ...], tuple[int, ...] | None], list[_Class]] = {}
        self._last: tuple[Observed, list[_Class]] | None = None

    def explain(
        self, seen: Observed, outputs: tuple[int, ...] | None = None, ask: Ask | None = None
    ) -> Explanation | None:
        """What gives these answers (or only these outputs of them). With `ask`, rivals are told apart first."""
        confirmed = self._whole(seen) if outputs is None else self._confirmed(seen, outputs)
        if any(() in one.models for one in confirmed):
            return None
        if ask is not None and 1 < len(confirmed) <= _RIVALS:
            confirmed = self._told_apart(confirmed, ask)
        return self._simplest([model for one in confirmed for model in one.models], outputs)

    def is_convention(self, seen: Observed) -> bool:
        """Whether the answers are right but for a way of writing that the course leaves to the learner."""
        if not self._conventions:
            return False
        models = [model for one in self._whole(seen) for model in one.models]
        return any(not self.without_conventions(self._reference.ids(model)) for model in models)

    def _whole(self, seen: Observed) -> list[_Class]:
        """Of all outputs together. Asked for twice, so it is kept for the answers looked at last."""
        if self._last is None or self._last[0] is not seen:
            self._last = (seen, self._confirmed(seen, None))
        return self._last[1]

    def _confirmed(self, seen: Observed, outputs: tuple[int, ...] | None) -> list[_Class]:
        """The models that give these answers, on the probes and on every other input, in classes."""
        flat = [flatten(item.value, len(seen.names)) for item in seen.seen[:2]]
        if flat[0] is None or flat[1] is None:
            return []
        numbers = np.concatenate([flat[0][1], flat[1][1]])
        columns = None if outputs is None else _columns(flat[0][0], flat[1][0], outputs)
        candidates = self._library.lookup((flat[0][0], flat[1][0]), numbers, columns)
        return [
            one
            for one in self._in_classes(_simplest_ones(candidates), outputs)
            if all(self._library.confirmed(one.models[0], item.args, item.value, outputs) for item in seen.seen[2:])
        ]

    def _in_classes(self, candidates: tuple[Model, ...], outputs: tuple[int, ...] | None) -> list[_Class]:
        """The candidates, those together that give the same answers wherever it was tried.

        Which of them do depends on the exercise alone, so it is found out once for each set of candidates.
        """
        if len(candidates) == 1:
            return [_Class(candidates, ())]
        key = (candidates, outputs)
        if key not in self._classes:
            self._classes[key] = self._split(candidates, outputs)
        return self._classes[key]

    def _split(self, candidates: Sequence[Model], outputs: tuple[int, ...] | None) -> list[_Class]:
        groups: list[_Class] = []
        for model in sorted(candidates, key=len):
            answers = tuple(self._reference.flat(model, args) for args in self._duels)
            same = next((n for n, one in enumerate(groups) if _alike(one.answers, answers, outputs)), None)
            if same is None:
                groups.append(_Class((model,), answers))
            else:
                groups[same] = _Class((*groups[same].models, model), groups[same].answers)
        return groups

    def stays_the_same(self, value: Any, ask: Ask) -> bool:
        """Whether the function gives this answer to many more inputs, too."""
        calls = [Call(self._function, copied(args)) for args in self._duels]
        return all(isinstance(answer, Answer) and same(answer.value, value) for answer in ask(calls))

    @cached_property
    def _duels(self) -> list[Args]:
        return fresh_inputs(self._library.draw_inputs, _DUEL_SEED, _DUELS)

    def _told_apart(self, rivals: list[_Class], ask: Ask) -> list[_Class]:
        """The rivals that are left after asking for inputs on which they differ."""
        for place, args in enumerate(self._duels):
            first, *others = [one.answers[place] for one in rivals]
            if all(_same(first, other, None) for other in others):
                continue
            (answer,) = ask([Call(self._function, copied(args))])
            if not isinstance(answer, Answer) or answer.raised is not None:
                return rivals
            rivals = [one for one in rivals if self._library.confirmed(one.models[0], args, answer.value)]
            if len(rivals) <= 1:
                break
        return rivals

    def _simplest(self, models: list[Model], outputs: tuple[int, ...] | None) -> Explanation | None:
        """The explanations with the fewest mistakes; of those, mistakes that undo each other are no mistakes."""
        fewest = min((len(model) for model in models), default=0)
        named = [(m, self.without_conventions(self._reference.ids(m))) for m in models if len(m) == fewest]
        chosen = [(model, ids) for model, ids in named if ids]
        if not chosen:
            return None
        distinct = {frozenset(ids): ids for _, ids in chosen}
        first = {frozenset(ids): model for model, ids in reversed(chosen)}
        return Explanation(tuple(first[key] for key in distinct), tuple(distinct.values()), outputs)

    def without_conventions(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        for group in self._conventions:
            if group <= set(ids):
                ids = tuple(name for name in ids if name not in group)
        return ids


def _simplest_ones(candidates: Sequence[Model]) -> tuple[Model, ...]:
    """All with the fewest mistakes, and others up to a limit.

    A mistake that leaves no part to others, such as a result set by hand, looks the same beside any of them: there are
    thousands of such models, and none of them tells more than the mistake by itself.
    """
    ordered = sorted(candidates, key=len)
    fewest = sum(len(model) == len(ordered[0]) for model in ordered)
    return tuple(ordered[: max(fewest, _CANDIDATES)])


def _alike(a: Sequence[Flat], b: Sequence[Flat], outputs: tuple[int, ...] | None) -> bool:
    return all(_same(one, other, outputs) for one, other in zip(a, b, strict=True))


def _same(a: Flat, b: Flat, outputs: tuple[int, ...] | None) -> bool:
    """Whether two answers of models are the same; a model that fails is like another that does."""
    if a is None or b is None:
        return a is b
    if outputs is None:
        return bool(a[0] == b[0]) and close(a[1], b[1])
    return all(output_agrees(a, b, output) for output in outputs)


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
