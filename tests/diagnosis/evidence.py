"""What the diagnosis claims, tried out: every mistake, every pair, many triples, and thousands of random programs.

    python -m tests.diagnosis.evidence            try everything and print the page
    python -m tests.diagnosis.evidence --write    the same, into docs/diagnosis.md
    python -m tests.diagnosis.evidence --check    the same, and fail where a claim or the page does not hold

The tests try a sample of all this; this tries all of it, for ten to twenty minutes.
"""

from __future__ import annotations

import random
import re
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Any

from grader.calls import Answer, Call
from grader.checking.second_look import second_look
from grader.checking.session import CheckSession, Recording
from grader.checking.subject import Reference as CheckReference
from grader.diagnosis.library import Model, combinations
from grader.diagnosis.matching import Matcher
from grader.diagnosis.observed import Observation, Observed
from grader.model import Finding, Verdict
from grader.scoring import verdict

from .claims import broken_claims
from .labs import FUNCTIONS, ROOT, Lab, asking, course, key, lab, mistakes_in, right_everywhere
from .mutants import function_of, mutants

MUTANTS = 3_000
TRIPLES = 600
PAGE = ROOT / "docs" / "diagnosis.md"
_RECORDINGS = 25
_LONGEST_S = 2.0


class TookTooLong(BaseException):
    """A mutant that may never end. No Exception: those are a learner's own."""


# --- mistakes that are made on purpose ------------------------------------------------------------------------


def of_size(shop: Lab, size: int) -> list[Model]:
    return [model for model in combinations(shop.reference) if len(model) == size]


def without_conventions(shop: Lab, model: Model) -> set[str]:
    ids = shop.ids(model)
    for group in shop.key.conventions:
        ids = ids - group if group <= ids else ids
    return ids


@dataclass
class Told:
    """How combinations of mistakes were told: counts, those under another name, and those under a false one."""

    counts: Counter[str] = field(default_factory=Counter)
    ties: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    matrix: Counter[tuple[str, str]] = field(default_factory=Counter)

    def summary(self, what: str) -> str:
        named = self.counts["exact"] + self.counts["tied"]
        return (
            f"{what}: {self.counts.total()} made, {named} named ({dict(self.counts)}), "
            f"{len(set(self.ties))} ties, {len(self.false)} false"
        )


def tell(shop: Lab, models: Iterable[Model]) -> Told:
    told = Told()
    for model in models:
        function = shop.making(model)
        findings = shop.diagnose(function, random.Random(repr(model)).randrange(10**9))
        kind = how_told(shop, model, findings)
        told.counts[kind] += 1
        made, names = without_conventions(shop, model), mistakes_in(findings[0]) if findings else ()
        for one in made:
            told.matrix.update((one, name) for name in ([one] if one in names else names or ["(none)"]))
        said = f"{'+'.join(sorted(shop.ids(model)))} is told as {'+'.join(names or ['nothing'])}"
        # What was made gives its own answers, so an exact name needs no further proof.
        misnamed = findings and kind != "exact" and broken_claims(shop, function, findings[0])
        unsaid = kind == "right" and made and not right_everywhere(shop, function)
        if misnamed or unsaid:
            told.false.append(said)
        elif kind == "tied":
            told.ties.append(said)
    return told


def how_told(shop: Lab, model: Model, findings: list[Finding]) -> str:
    if not findings:
        return "right"
    first = findings[0]
    names = set(mistakes_in(first))
    if names == without_conventions(shop, model) and first.level == "A":
        return "exact"
    if "raises-error" in names or (not names and "NaN" in first.headline) or "infinity" in first.headline:
        return "stops"
    return "tied" if names else "unnamed"


# --- random programs ------------------------------------------------------------------------------------------


@dataclass
class Tried:
    """What became of random programs. `false` are names that did not hold, `slipped` wrong programs that passed."""

    counts: Counter[str] = field(default_factory=Counter)
    false: list[str] = field(default_factory=list)
    slipped: list[str] = field(default_factory=list)

    def summary(self, what: str) -> str:
        counts = dict(sorted(self.counts.items()))
        return f"{what}: {counts}, {len(self.false)} false names, {len(self.slipped)} wrong ones passed"


def try_mutants(stem: str, count: int) -> Tried:
    shop, tried = lab(stem), Tried()
    known = {mistake.id for mistake in shop.key.mistakes}
    with Judge(stem) as judge:
        for number, source in enumerate(mutants(stem, count)):
            tried.counts["programs"] += 1
            try:
                with at_most(_LONGEST_S):
                    _try(shop, judge, tried, known, number, source)
            except TookTooLong:
                tried.counts["never end"] += 1
    return tried


def _try(shop: Lab, judge: Judge, tried: Tried, known: set[str], number: int, source: str) -> None:
    function = function_of(source, shop.exercise.function or "")
    if right_everywhere(shop, function):
        tried.counts["right"] += 1
        return
    tried.counts["wrong"] += 1
    if judge.passes(function, number):
        if not is_convention(shop, function):
            tried.slipped.append(f"mutant {number} passes every check:\n{source}")
        return
    for found in shop.diagnose(function, random.Random(number).randrange(10**9), source):
        tried.counts[f"level {found.level}"] += 1
        tried.counts["named"] += bool(known & set(mistakes_in(found)))
        if broken := broken_claims(shop, function, found):
            tried.false.append(f"mutant {number} is not {sorted(broken)} (level {found.level}):\n{source}")


def is_convention(shop: Lab, function: Callable[..., Any]) -> bool:
    """Whether it is right but for a way of writing that the course leaves open."""
    answers = asking({shop.exercise.function: function})([Call(shop.exercise.function or "", a) for a in shop.held_out])
    seen = [Observation(args, shop.truth(args), a) for args, a in zip(shop.held_out, answers, strict=True)]
    turned = Observed([*_probed(shop, function), *seen], shop.exercise.outputs)
    return Matcher(shop.exercise.function or "", shop.library, shop.key.conventions).is_convention(turned)


def _probed(shop: Lab, function: Callable[..., Any]) -> list[Observation]:
    calls = [Call(shop.exercise.function or "", args) for args in shop.library.probes]
    answers = asking({shop.exercise.function: function})(calls)
    return [Observation(args, shop.truth(args), a) for args, a in zip(shop.library.probes, answers, strict=True)]


class Judge:
    """The checks of one exercise, for functions of this process."""

    def __init__(self, stem: str) -> None:
        exercise = course().exercises[stem]
        reference = CheckReference(exercise, key(stem).solution, key(stem).carries)
        self._stem, self._function = stem, exercise.function
        self._outputs = len(exercise.outputs)
        self._session = CheckSession(ROOT, [(exercise, key(stem).checks_path)], {stem: reference})
        self._recordings: list[Recording] = []

    def __enter__(self) -> Judge:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def passes(self, function: Callable[..., Any], number: int) -> bool:
        if len(self._recordings) < _RECORDINGS:
            self._recordings.append(self._session.record(self._stem, len(self._recordings)))
        recording = self._recordings[number % len(self._recordings)]
        run = _InThisProcess(asking({self._function: function}), recording)
        checks = self._session.judge(self._stem, recording, run)  # type: ignore[arg-type]
        checks = second_look(checks, recording, run, self._outputs, number).checks  # type: ignore[arg-type]
        return verdict(checks) is Verdict.PASSED


class _InThisProcess:
    """A Run whose answers are computed when they are first asked for."""

    def __init__(self, ask: Callable[[Sequence[Call]], list[Any]], recording: Recording) -> None:
        self.ask = ask
        self._calls = recording.calls
        self._answers: dict[int, Answer] = {}

    def answer(self, index: int) -> Answer:
        if index not in self._answers:
            (self._answers[index],) = self.ask([self._calls[index]])
        return self._answers[index]


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Ends what computes for longer with TookTooLong."""

    def give_up(*_: object) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


# --- the page -------------------------------------------------------------------------------------------------


@dataclass
class Shown:
    """All that was found for one exercise."""

    stem: str
    mistakes: int
    ids: list[str]
    models: int
    separation: float
    singles: Told
    pairs: Told
    triples: Told
    gallery: int
    wrong_corpus: int
    tried: Tried

    @property
    def holds(self) -> bool:
        false = [*self.singles.false, *self.pairs.false, *self.triples.false, *self.tried.false, *self.tried.slipped]
        return not false and self._is_thorough and self.gallery >= 15

    @property
    def _is_thorough(self) -> bool:
        """Whether there is something to claim: names where names can be, and wrong programs that were tried."""
        singles, pairs, triples = (told.counts for told in (self.singles, self.pairs, self.triples))
        return (
            singles["exact"] == singles.total()
            and pairs["exact"] > 0.8 * pairs.total()
            and pairs["unnamed"] <= 5
            and triples["exact"] > 0.5 * triples.total()
            and self.tried.counts["wrong"] >= 0.9 * MUTANTS
        )


def show(stem: str) -> Shown:
    shop = lab(stem)
    triples = of_size(shop, 3)
    corpus = ROOT / "tests" / "submissions" / stem
    return Shown(
        stem=stem,
        mistakes=len(shop.key.mistakes),
        ids=list(dict.fromkeys(mistake.id for mistake in shop.key.mistakes)),
        models=len(combinations(shop.reference)),
        separation=shop.library.table.separation,
        # What is by itself only a way of writing has no name of its own.
        singles=tell(shop, [model for model in of_size(shop, 1) if without_conventions(shop, model)]),
        pairs=tell(shop, of_size(shop, 2)),
        triples=tell(shop, random.Random(stem).sample(triples, min(TRIPLES, len(triples)))),
        gallery=len(list(corpus.glob("right_*.py"))),
        wrong_corpus=len(list(corpus.glob("wrong_*.py"))),
        tried=try_mutants(stem, MUTANTS),
    )


HEAD = """# What the diagnosis claims, and what became of it

This page is written by `make evidence`, which tries all of it out; nobody types these numbers. A name counts as false
when what it names does not give the program's answers on twenty inputs that took no part in finding it.

"""


def page(found: Sequence[Shown]) -> str:
    parts = [HEAD, _table("Known mistakes, alone and together", _KNOWN, found)]
    parts += ["A pair that is *tied* is told under another name that gives the same answers on every input; one that\n"]
    parts += [
        "*stops* ends in an exception, NaN or infinity, and that is told. What is *unnamed* gets a counterexample.\n\n"
    ]
    parts += [_table("Random programs", _RANDOM, found)]
    parts += [
        "Each is the solution with one or two random changes of its syntax tree. *Passed* are wrong programs that\n"
    ]
    parts += ["every check lets through; *false* are names that do not hold on the held-out inputs.\n\n"]
    parts += [_table("Correct and unusual, wrong in a learner's way", _CORPUS, found)]
    parts += ["All of them are graded in `tests/test_submissions.py`: the correct ones pass and nothing is said.\n\n"]
    parts += [
        "## Confusion matrices\n\nRow: the mistake that was made, alone or as one of a pair. Column: what was told.\n"
    ]
    parts += [
        "A row whose mistake is always told by its own name has one number, on the diagonal; the others are listed.\n\n"
    ]
    parts += [_matrix(one) for one in found]
    return "".join(parts).rstrip() + "\n"


_KNOWN: dict[str, Callable[[Shown], Any]] = {
    "mistakes": lambda s: s.mistakes,
    "models": lambda s: s.models,
    "alone: own name at level A": lambda s: f"{s.singles.counts['exact']} of {s.singles.counts.total()}",
    "pairs": lambda s: s.pairs.counts.total(),
    "exact": lambda s: s.pairs.counts["exact"],
    "tied": lambda s: s.pairs.counts["tied"],
    "stops": lambda s: s.pairs.counts["stops"],
    "unnamed": lambda s: s.pairs.counts["unnamed"],
    "false": lambda s: len(s.pairs.false),
    "triples exact or tied": lambda s: (
        f"{s.triples.counts['exact'] + s.triples.counts['tied']} of {s.triples.counts.total()}"
    ),
    "false ": lambda s: len(s.triples.false),
}
_RANDOM: dict[str, Callable[[Shown], Any]] = {
    "programs": lambda s: s.tried.counts["programs"],
    "wrong": lambda s: s.tried.counts["wrong"],
    "passed": lambda s: len(s.tried.slipped),
    "named by a known mistake": lambda s: s.tried.counts["named"],
    **{f"level {level}": lambda s, level=level: s.tried.counts[f"level {level}"] for level in "ABCDE"},
    "false names": lambda s: len(s.tried.false),
}
_CORPUS: dict[str, Callable[[Shown], Any]] = {
    "correct": lambda s: s.gallery,
    "wrong": lambda s: s.wrong_corpus,
}


def _table(title: str, columns: dict[str, Callable[[Shown], Any]], found: Sequence[Shown]) -> str:
    rows = [["exercise", *(name.strip() for name in columns)], ["---"] * (len(columns) + 1)]
    rows += [[one.stem, *(f"{column(one)}" for column in columns.values())] for one in found]
    return f"## {title}\n\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows) + "\n"


def _matrix(one: Shown) -> str:
    counts = one.singles.matrix + one.pairs.matrix
    rows = []
    for made in sorted(one.ids):
        told = {name: number for (row, name), number in counts.items() if row == made}
        others = ", ".join(
            f"{name} {n}" for name, n in sorted(told.items(), key=lambda p: (-p[1], p[0])) if name != made
        )
        rows.append(f"| {made} | {sum(told.values())} | {told.get(made, 0)} | {others} |\n")
    head = "| made | times | told as itself | told otherwise |\n| --- | --- | --- | --- |\n"
    return f"### {one.stem}\n\n{head}{''.join(rows)}\n"


def _nearly_equal(a: str, b: str) -> bool:
    """Whether two pages say the same: other versions of numpy round otherwise, which moves a count by a little."""
    numbers = re.compile(r"\d+")
    if numbers.sub("0", a) != numbers.sub("0", b):
        return False
    pairs = zip(map(int, numbers.findall(a)), map(int, numbers.findall(b)), strict=True)
    return all(abs(x - y) <= max(2, 0.02 * y) for x, y in pairs)


def main(arguments: Sequence[str]) -> int:
    stems = [argument for argument in arguments if not argument.startswith("-")] or list(FUNCTIONS)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        found = []
        for one in pool.map(show, stems):
            found.append(one)
            print(one.pairs.summary(f"{one.stem} pairs"), one.tried.summary("random programs"), sep="\n", flush=True)
            for text in (
                *one.singles.false,
                *one.pairs.false,
                *one.triples.false,
                *one.tried.false,
                *one.tried.slipped,
            ):
                print(f"DOES NOT HOLD: {one.stem}: {text}", file=sys.stderr)
    text = page(found)
    if "--write" in arguments:
        PAGE.write_text(text, encoding="utf-8")
    if "--check" in arguments and not _nearly_equal(text, PAGE.read_text(encoding="utf-8")):
        print(f"{PAGE.relative_to(ROOT)} says something else; `make evidence` writes it anew.", file=sys.stderr)
        return 1
    if not {"--write", "--check"} & set(arguments):
        print(text)
    return 0 if all(one.holds for one in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
