"""The library of wrong models of one exercise, built ahead of time.

Every mistake, every pair and every triple that can be made together is run on two probes. The probes are chosen so
that models which differ at all differ visibly there; models that are equal on every input form one class, which can
only be told about as a whole.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.diagnosis.draw import Draw
from grader.diagnosis.edits import Edit, Switchboard, SwitchedModule
from grader.diagnosis.mistakes import Mistake
from grader.diagnosis.values import ATOL, RTOL, Shape, Vector, close, copied, flatten, output_spans

Args = tuple[Any, ...]
Model = tuple[int, ...]
DrawInputs = Callable[[Draw], Sequence[Any]]
ScaledInputs = Callable[[Args, float], Sequence[Any]]

MAX_MISTAKES = 3
_CANDIDATES = 24
# Running every pair takes most of the time, so only the seeds that are best for single mistakes get that far.
_FINALISTS = 6
# Inputs drawn for a seed; the two probes are chosen from them.
_DRAWN = 24
# Relative distance at which two models cannot be confused: 10^4 times the tolerance.
_COMFORTABLE = 1e-2
_WITNESSES = 6
_WITNESS_SEED = 7_000


class Reference:
    """The hidden solution, with its mistakes behind switches."""

    def __init__(self, source: str, function: str, outputs: int, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = mistakes
        self.outputs = outputs
        edits = [[Edit(edit.solution, edit.instead) for edit in mistake.all_edits] for mistake in mistakes]
        self.board = Switchboard(source, edits)
        self._module: SwitchedModule = self.board.load()
        self._function = function

    def run(self, model: Model, args: Args) -> Any:
        """What the solution with these mistakes gives; raises whatever it raises."""
        self._module.set(model)
        with np.errstate(all="ignore"):
            return self._module[self._function](*copied(args))

    def truth(self, args: Args) -> Any:
        return self.run((), args)

    def flat(self, model: Model, args: Args) -> tuple[Shape, Vector] | None:
        """The model's answer as numbers, or None when it raises, is not numeric or not finite."""
        try:
            answer = flatten(self.run(model, args), self.outputs)
        except Exception:  # noqa: BLE001 - a wrong model may fail in any way; it then explains nothing
            return None
        return answer if answer is not None and np.all(np.isfinite(answer[1])) else None

    def ids(self, model: Model) -> tuple[str, ...]:
        """The mistakes' ids, in the order in which the solution meets them, each once."""
        ordered = sorted(model, key=self.board.order)
        return tuple(dict.fromkeys(self.mistakes[index].id for index in ordered))

    def in_order(self, model: Model) -> tuple[Mistake, ...]:
        return tuple(self.mistakes[index] for index in sorted(model, key=self.board.order))


def probes(draw_inputs: DrawInputs, seed: int) -> tuple[Args, Args]:
    """The two probes of a seed: of 3 and of 5 examples where the exercise has so many, else of different sizes."""
    drawn = [tuple(draw_inputs(Draw((seed, attempt)))) for attempt in range(_DRAWN)]
    sizes = {size_of(args) for args in drawn}
    small, large = (3, 5) if {3, 5} <= sizes else (min(sizes), max(sizes))
    first = next(n for n, args in enumerate(drawn) if size_of(args) == small)
    second = next(n for n, args in enumerate(drawn) if size_of(args) == large and n != first)
    return drawn[first], drawn[second]


def fresh_inputs(draw_inputs: DrawInputs, seed: int, count: int) -> list[Args]:
    """Inputs nobody has seen: for confirming, never for matching."""
    return [tuple(draw_inputs(Draw((seed, 1_000 + number)))) for number in range(count)]


def scaled(args: Args, scale: float) -> Args:
    """The same input with every array multiplied."""
    return tuple(arg * scale if isinstance(arg, np.ndarray) else arg for arg in args)


def size_of(args: Args) -> int:
    """How many examples an input has; 0 where it has none."""
    return next((len(arg) for arg in args if isinstance(arg, np.ndarray)), 0)


def combinations(reference: Reference) -> list[Model]:
    """The solution itself, every mistake, and every pair and triple of those that are not looked for alone."""
    indices = [n for n, mistake in enumerate(reference.mistakes) if mistake.all_edits]
    combined = [n for n in indices if not reference.mistakes[n].alone]
    ids = [mistake.id for mistake in reference.mistakes]
    models: list[Model] = [()]
    for size in range(1, MAX_MISTAKES + 1):
        for chosen in itertools.combinations(combined if size > 1 else indices, size):
            if len({ids[index] for index in chosen}) == size and reference.board.compatible(chosen):
                models.append(chosen)
    return models


@dataclass(frozen=True)
class _Group:
    """The models whose answers have one shape: a row of numbers each."""

    rows: Vector
    models: Vector


@dataclass(frozen=True)
class Table:
    """What every model answers on the two probes. Built once for each version of an exercise, then kept."""

    probe_seed: int
    separation: float
    groups: Mapping[str, _Group]

    def to_arrays(self) -> dict[str, Any]:
        """The table as plain arrays, for keeping on disk."""
        arrays: dict[str, Any] = {"head": np.array([self.probe_seed, self.separation])}
        for shapes, group in self.groups.items():
            arrays[f"rows {shapes}"], arrays[f"models {shapes}"] = group.rows, group.models
        return arrays

    @staticmethod
    def from_arrays(arrays: Mapping[str, Any]) -> Table:
        """The inverse of `to_arrays`. Raises KeyError or ValueError when the arrays are not a table."""
        shapes = [name.removeprefix("rows ") for name in arrays if name.startswith("rows ")]
        groups = {shape: _Group(arrays[f"rows {shape}"], arrays[f"models {shape}"]) for shape in shapes}
        seed, separation = arrays["head"]
        return Table(int(seed), float(separation), groups)


def build_table(reference: Reference, draw_inputs: DrawInputs) -> Table:
    """Choose the probes by max-min separation, then run every model on them. Takes a second or two."""
    models = combinations(reference)
    seed, separation = _best_probes(reference, draw_inputs, [model for model in models if len(model) <= 2])
    pair = probes(draw_inputs, seed)
    rows: dict[str, list[tuple[Model, Vector]]] = defaultdict(list)
    for model in models:
        answer = _answers(reference, model, pair)
        if answer is not None:
            rows[str(answer[0])].append((model, answer[1]))
    groups = {
        shapes: _Group(
            np.array([row for _, row in group]),
            np.array([[*model, *[-1] * (MAX_MISTAKES - len(model))] for model, _ in group], dtype=np.int16),
        )
        for shapes, group in rows.items()
    }
    return Table(seed, separation, groups)


def _answers(reference: Reference, model: Model, inputs: Sequence[Args]) -> tuple[Shape, Vector] | None:
    answers = [reference.flat(model, args) for args in inputs]
    if any(answer is None for answer in answers):
        return None
    shapes = tuple(answer[0] for answer in answers if answer)
    return shapes, np.concatenate([answer[1] for answer in answers if answer])


def _best_probes(reference: Reference, draw_inputs: DrawInputs, models: Sequence[Model]) -> tuple[int, float]:
    """The seed whose probes keep any two different models furthest apart, and how far that is (relative).

    Single mistakes come first; of the seeds that keep those apart, the one that leaves the fewest pairs too close.
    """
    fine = [model for model in models if not any(reference.mistakes[index].coarse for index in model)]
    distinct = [members[0] for members in behaviour_classes(reference, draw_inputs, fine).values()]
    singles = [model for model in distinct if len(model) <= 1]
    inputs = {seed: probes(draw_inputs, seed) for seed in range(_CANDIDATES)}
    closest = {seed: min(_separation(reference, singles, pair)[0], _COMFORTABLE) for seed, pair in inputs.items()}
    scores = []
    for seed in sorted(inputs, key=lambda seed: (-closest[seed], seed))[:_FINALISTS]:
        smallest, crowded = _separation(reference, distinct, inputs[seed])
        scores.append((closest[seed], -crowded, smallest, -seed))
    _, _, separation, negative_seed = max(scores)
    return -negative_seed, separation


def behaviour_classes(reference: Reference, draw_inputs: DrawInputs, models: Sequence[Model]) -> dict[Any, list[Model]]:
    """Models grouped by behaviour: those of one group give the same answers on every input tried (to 9 digits)."""
    witnesses = fresh_inputs(draw_inputs, _WITNESS_SEED, _WITNESSES)
    classes: dict[Any, list[Model]] = defaultdict(list)
    for model in models:
        answer = _answers(reference, model, witnesses)
        if answer is not None:
            classes[(str(answer[0]), tuple(f"{number:.9g}" for number in answer[1]))].append(model)
    return classes


def _separation(reference: Reference, models: Sequence[Model], pair: tuple[Args, Args]) -> tuple[float, int]:
    """The smallest distance between any two of these models on the probes, and how many pairs are close."""
    groups: dict[str, list[Vector]] = defaultdict(list)
    for model in models:
        answer = _answers(reference, model, pair)
        if answer is not None:
            groups[str(answer[0])].append(answer[1])
    found = [_distances(np.array(rows)) for rows in groups.values() if len(rows) > 1]
    return min((smallest for smallest, _ in found), default=1.0), sum(crowded for _, crowded in found)


def _distances(rows: Vector) -> tuple[float, int]:
    smallest, crowded = 1.0, 0
    for number in range(len(rows) - 1):
        a, b = rows[number], rows[number + 1 :]
        difference = np.abs(b - a) / np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-9)
        distances = np.max(difference, axis=1)
        smallest = min(smallest, float(np.min(distances)))
        crowded += int(np.sum(distances < _COMFORTABLE))
    return smallest, crowded


class _Sorted:
    """One number of every model's answer, in order."""

    def __init__(self, values: Vector) -> None:
        self._order = np.argsort(values)
        self._values = values[self._order]

    def near(self, wanted: float) -> NDArray[np.intp]:
        """The rows whose number may be this one. A little more generous than the exact comparison that follows."""
        margin = 2 * (RTOL * abs(wanted) + ATOL)
        first, last = np.searchsorted(self._values, (wanted - margin, wanted + margin))
        return self._order[first : last + 1]


class Library:
    """Looks a learner's answers up among all models. A look-up costs well under a millisecond."""

    def __init__(
        self, reference: Reference, draw_inputs: DrawInputs, table: Table, scaled_inputs: ScaledInputs = scaled
    ) -> None:
        self.reference = reference
        self.table = table
        self.draw_inputs = draw_inputs
        self.scaled_inputs = scaled_inputs
        self.probes = probes(draw_inputs, table.probe_seed)
        self._columns: dict[tuple[str, int], _Sorted] = {}

    def lookup(self, shapes: Shape, numbers: Vector, columns: Vector | None = None) -> list[Model]:
        """The models that give exactly these answers on both probes.

        columns: a boolean mask of the numbers that have to agree (all of them when None).
        """
        group = self.table.groups.get(str(shapes))
        if group is None or not np.all(np.isfinite(numbers if columns is None else numbers[columns])):
            return []
        chosen = np.arange(len(numbers)) if columns is None else np.flatnonzero(columns)
        hits = min((self._sorted(str(shapes), int(column)).near(numbers[column]) for column in chosen), key=len)
        rows, wanted = group.rows[np.ix_(hits, chosen)], numbers[chosen]
        scale = np.maximum(np.abs(rows), np.abs(wanted))
        hits = hits[np.all(np.abs(rows - wanted) <= RTOL * scale + ATOL, axis=1)]
        return [tuple(int(index) for index in group.models[hit] if index >= 0) for hit in hits]

    def _sorted(self, shapes: str, column: int) -> _Sorted:
        """A column in order: thousands of models are then narrowed down to a few in some microseconds."""
        key = (shapes, column)
        if key not in self._columns:
            self._columns[key] = _Sorted(self.table.groups[shapes].rows[:, column])
        return self._columns[key]

    def confirmed(self, model: Model, args: Args, answer: Any, outputs: Sequence[int] | None = None) -> bool:
        """Whether the model also gives this answer (or only these outputs of it) on other inputs."""
        expected, given = self.reference.flat(model, args), flatten(answer, self.reference.outputs)
        if expected is None or given is None:
            return False
        if outputs is None:
            return bool(expected[0] == given[0]) and close(expected[1], given[1])
        return all(output_agrees(expected, given, output) for output in outputs)


def output_agrees(a: tuple[Shape, Vector], b: tuple[Shape, Vector], output: int) -> bool:
    """Whether two flattened answers have the same numbers in one of their outputs."""
    if a[0][output] != b[0][output]:
        return False
    return close(a[1][output_spans(a[0])[output]], b[1][output_spans(b[0])[output]])
