"""How a finding about a function is told: which call, which numbers, which mistakes, what is right besides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from grader.diagnosis.key import Key
from grader.diagnosis.library import Library, Model, size_of
from grader.diagnosis.matching import Explanation
from grader.diagnosis.mistakes import Mistake
from grader.diagnosis.observed import Observation, Observed
from grader.diagnosis.pictures import picture
from grader.diagnosis.values import unpack
from grader.diagnosis.wording import (
    about,
    alternatives,
    evidence,
    inputs_text,
    listed,
    named_outputs,
    reworded,
    with_message,
    within_limit,
    worded,
    yours_text,
)
from grader.language import said
from grader.model import Evidence, Exercise, Finding, Picture, Said

# More sets of mistakes than these cannot be told apart by a reader either.
_MOST_READINGS = 3
_SEVERAL = {
    2: "Two differences from the task together give exactly your numbers; the first is the one above.",
    3: "Three differences from the task together give exactly your numbers; the first is the one above.",
}


class Teller:
    """Words and numbers for the findings of one exercise."""

    def __init__(self, exercise: Exercise, key: Key, library: Library) -> None:
        self.exercise = exercise
        self.names = exercise.outputs
        self._key = key
        self.carries = key.carries
        self._library = library
        self._reference = library.reference

    # --- calls and numbers ------------------------------------------------------------------------------------

    def called(self, item: Observation) -> Said:
        return said("Your function was called with {inputs}.", inputs=inputs_text(self.exercise.parameters, item.args))

    def gave(self, item: Observation) -> Said:
        return said("It gave {yours}.", yours=self.yours(item))

    def yours(self, item: Observation) -> str:
        return yours_text(self.names, item.value)

    def values(self, item: Observation) -> dict[str, Any]:
        """What a message may mention: the inputs by name, the outputs as your_<name>, and n."""
        values: dict[str, Any] = dict(zip(self.exercise.parameters, item.args, strict=False))
        named = named_outputs(self.names, item.value)
        if isinstance(named, dict):
            values |= {f"your_{name}": value for name, value in named.items()}
        else:
            values |= {f"your_{name}": named for name in self.names}
        values["n"] = size_of(item.args) or 1
        return values

    def evidence(self, item: Observation, named: Any = None) -> Evidence:
        return evidence(self.exercise.parameters, item.args, self.names, item.value, named, self._picture(item))

    def _picture(self, item: Observation) -> Picture | None:
        # The probes are the same for everyone; a picture of a fresh input would show what is right for it.
        if not any(item.args is probe for probe in self._library.probes):
            return None
        yours, right = (unpack(value, len(self.names)) for value in (item.value, item.truth))
        if yours is None or right is None:
            return None
        inputs = dict(zip(self.exercise.parameters, item.args, strict=False))
        mine = dict(zip(self.names, yours, strict=True))
        return picture(self._key.picture, inputs, mine, dict(zip(self.names, right, strict=True)))

    # --- mistakes ---------------------------------------------------------------------------------------------

    def mistakes(self, model: Model, ids: Sequence[str]) -> list[Mistake]:
        """The model's mistakes of these ids, in the order in which the solution meets them, each once."""
        once: dict[str, Mistake] = {}
        for mistake in self._reference.in_order(model):
            if mistake.id in ids:
                once.setdefault(mistake.id, mistake)
        return list(once.values())

    def headline(self, mistake: Mistake, item: Observation) -> Said:
        return about(mistake, self.values(item)).headline[0]

    def named(self, seen: Observed, explanation: Explanation) -> Finding | None:
        """The finding of an explanation of all outputs."""
        item = seen.first
        shown = self.evidence(item, named=self._reference.run(explanation.models[0], item.args))
        if not explanation.is_unique:
            return self._ambiguous(item, explanation, shown)
        mistakes = self.mistakes(explanation.models[0], explanation.ids[0])
        words = about(mistakes[0], self.values(item))
        message = self._several(mistakes, item) if len(mistakes) > 1 else words.message
        words = with_message(words, within_limit(message, self.called(item), self.gave(item)))
        return worded("A", words, mistake=_one_or_more(explanation.ids[0]), evidence=shown)

    def _several(self, mistakes: Sequence[Mistake], item: Observation) -> list[Said]:
        others = [
            said("({number}) {headline}", number=number, headline=self.headline(mistake, item))
            for number, mistake in enumerate(mistakes[1:], start=2)
        ]
        return [said(_SEVERAL[len(mistakes)]), *others]

    def _ambiguous(self, item: Observation, explanation: Explanation, shown: Evidence) -> Finding | None:
        """Several sets of mistakes give these answers on every input: say what they share, list the rest."""
        shared = set.intersection(*map(set, explanation.ids))
        if not shared and len(explanation.ids) > _MOST_READINGS:
            return None
        everything = tuple(dict.fromkeys(name for ids in explanation.ids for name in ids))
        ordered = (*[n for n in everything if n in shared], *[n for n in everything if n not in shared])
        by_id = {m.id: m for model in explanation.models for m in self._reference.in_order(model)}
        readings = [[self.headline(by_id[name], item) for name in ids if name not in shared] for ids in explanation.ids]
        words = about(by_id[ordered[0]], self.values(item))
        if not shared:
            headline = said("Two different mistakes would give exactly these numbers.")
            words = words.model_copy(update={"headline": (headline,)})
        message = [
            *([said("Besides, one of these holds:")] if shared else []),
            *alternatives([reading for reading in readings if reading][:2]),
            said("Look which one is in your code."),
        ]
        words = with_message(words, within_limit(message, self.called(item), self.gave(item)))
        return worded("B", words, mistake=_one_or_more(ordered), evidence=shown)

    def named_in_part(
        self, seen: Observed, explanation: Explanation, chosen: Sequence[int], wrong: Sequence[int]
    ) -> Finding:
        """The finding of an explanation of some outputs; `wrong` are all that are not right."""
        item = seen.first
        mistakes = self.mistakes(explanation.models[0], explanation.ids[0])
        message = [
            *[said("Besides: {headline}", headline=self.headline(mistake, item)) for mistake in mistakes[1:]],
            said(
                "This explains {outputs} on every input that was tried.",
                outputs=listed([self.names[output] for output in chosen]),
            ),
            self.unexplained([output for output in wrong if output not in chosen]),
        ]
        words = about(mistakes[0], self.values(item))
        words = with_message(words, within_limit(message, self.called(item), self.gave(item)))
        shown = self.evidence(item, named=self._reference.run(explanation.models[0], item.args))
        return worded("C", words, mistake=_one_or_more(explanation.ids[0]), evidence=shown)

    def unexplained(self, outputs: Sequence[int]) -> Said:
        return said(
            "Wrong as well, and like nothing we know: {outputs}. Look there again once this is mended.",
            outputs=listed([self.names[output] for output in outputs]),
        )

    def together(self, found: Finding, fault: str, explanation: Explanation | None, item: Observation) -> Finding:
        """The finding, joined by the mistake that the values themselves show, if they show one."""
        if explanation is None or not explanation.is_unique:
            return found
        mistakes = self.mistakes(explanation.models[0], explanation.ids[0])
        besides = [said("Besides: {headline}", headline=self.headline(mistake, item)) for mistake in mistakes]
        assert found.evidence.words is not None
        message = within_limit([*found.evidence.words.message, *besides])
        return reworded(found, message, mistake=(fault, *explanation.ids[0]))

    # --- what is right ----------------------------------------------------------------------------------------

    def right_so_far(self, seen: Observed) -> Said | str:
        right = [self.names[output] for output in seen.right_ones]
        return said("Right so far: {outputs}.", outputs=listed(right)) if right else ""

    def credit(self, found: Finding, seen: Observed, carried: Sequence[int]) -> Finding:
        """The finding with what works: outputs that are right, and those that follow from the learner's own."""
        right = tuple(self.names[output] for output in seen.right_ones)
        follows = tuple(self.names[output] for output in carried)
        shown = found.evidence.model_copy(update={"right": right, "carried": follows})
        found = found.model_copy(update={"evidence": shown})
        if not follows or found.evidence.words is None:
            return found
        upstream = [name for name in self._key.carries if name not in right and name not in follows]
        sentence = said(
            "Right for the {upstream} that you computed: {outputs}.", upstream=listed(upstream), outputs=listed(follows)
        )
        return reworded(found, within_limit(found.evidence.words.message, sentence))


def _one_or_more(ids: Sequence[str]) -> str | tuple[str, ...]:
    return ids[0] if len(ids) == 1 else tuple(ids)
