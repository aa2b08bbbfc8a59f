"""Diagnosis of filled-in blanks: the first blank that goes wrong is named, what follows from it is not."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from grader.calls import Opaque
from grader.diagnosis.chain import Chain, Judged
from grader.diagnosis.key import Key, PictureSpec
from grader.diagnosis.mistakes import Mistake
from grader.diagnosis.pictures import picture
from grader.diagnosis.values import as_number
from grader.diagnosis.wording import about, alternatives, finding, listed, named_outputs, told, with_message, worded
from grader.language import said
from grader.model import Evidence, Exercise, Finding, Level, Picture, Said

_NOT_YET = "Nothing is filled in"
# A text is looked at as far as any choice can reach.
_LONGEST_CHOICE = 200


class BlanksDiagnosis:
    """Diagnoses one exercise of kind "blanks"."""

    def __init__(self, exercise: Exercise, key: Key) -> None:
        self._exercise = exercise
        self._key = key
        self._chain = Chain(key.solution, exercise.outputs, key.mistakes, exercise.givens)
        self._names = self._chain.names()

    @property
    def chain(self) -> Chain:
        return self._chain

    def given(self, numbers: Mapping[str, float]) -> BlanksDiagnosis:
        """The same diagnosis for a learner's own numbers."""
        other = copy.copy(self)
        other._chain = self._chain.given(numbers)
        other._names = {**self._names, **numbers}
        return other

    def diagnose(self, own: Mapping[str, Any], givens: Mapping[str, Any]) -> list[Finding]:
        """What to tell about these blanks, most important first."""
        findings = self._changed_givens(givens)
        findings += [found for mistake in self._key.mistakes if (found := self._condition(own, mistake))]
        named = [by_id for by_id in self._key.mistakes if by_id.id in {found.mistake for found in findings}]
        carried: list[Finding] = []
        for blank in self._exercise.outputs:
            status, reason = self._status(own, blank)
            if status == "carried":
                carried.append(self._carried(own, blank))
            elif status != "right" and not any(f"answers['{blank}']" in (mistake.when or "") for mistake in named):
                findings.append(self._wrong(own, blank, status, reason))
        # Blanks nobody has come to yet are told last, and a slip of the hand before what it brought with it.
        return [*sorted(findings, key=lambda found: found.headline.startswith(_NOT_YET)), *carried]

    def _status(self, own: Mapping[str, Any], blank: str) -> tuple[str, Said | str]:
        """right, carried, or how the blank fails, with a sentence."""
        value = own.get(blank)
        judged = self._chain.judge(own, blank)
        if blank in self._exercise.choices:
            return self._choice_status(blank, value, judged)
        if blank in self._exercise.free:
            # Whatever number it is, conditions and checks judge it: there is no key to compare it with.
            return ("right", "") if as_number(value) is not None else (judged.status, judged.why or "")
        if judged.status == "carried" and not self._slipped_before(own, blank):
            return "right", ""
        return judged.status, judged.why or ""

    def _slipped_before(self, own: Mapping[str, Any], blank: str) -> bool:
        """Whether a number above was got wrong: one that the learner decides on cannot be."""
        before = self._exercise.outputs[: self._exercise.outputs.index(blank)]
        computed = [name for name in before if name not in (*self._exercise.choices, *self._exercise.free)]
        return any(not self._chain.judge(own, name).right for name in computed)

    def _choice_status(self, blank: str, value: Any, judged: Judged) -> tuple[str, Said | str]:
        """Any of the words offered will do here; whether it is the right one is a condition's business."""
        if judged.status in ("missing", "empty"):
            return judged.status, judged.why or ""
        offered = self._exercise.choices[blank]
        if isinstance(value, str) and self._names.get("choice", str)(value[:_LONGEST_CHOICE]) in offered:
            return "right", ""
        return "not-a-choice", said("The words offered are {words}.", words=listed([repr(word) for word in offered]))

    def _changed_givens(self, givens: Mapping[str, Any]) -> list[Finding]:
        other = {
            name: value
            for name, value in givens.items()
            if value is not None and as_number(value) != as_number(self._names[name])
        }
        if not other:
            return []
        differences = [
            said("{name} is {given}, in your file {own}", name=name, given=self._names[name], own=_plain(value))
            for name, value in other.items()
        ]
        return [finding("changed-the-numbers", "D", {"text": said("{all}.", all=listed(differences))})]

    def _condition(self, own: Mapping[str, Any], mistake: Mistake) -> Finding | None:
        if mistake.when is None or not self._holds(mistake.when, own):
            return None
        values = {f"your_{name}": _plain(value) for name, value in own.items()}
        shown = self._evidence(own, when=mistake.when)
        return worded("A", about(mistake, values), mistake=mistake.id, evidence=shown)

    def _holds(self, when: str, own: Mapping[str, Any]) -> bool:
        if any(f"answers['{name}']" in when and as_number(own.get(name)) is None for name in self._exercise.free):
            return False
        answers = {name: _number_or_word(value) for name, value in own.items()}
        try:
            with np.errstate(all="ignore"):
                return bool(eval(when, {**self._names, "answers": answers}))
        except Exception:  # noqa: BLE001 - an answer of another kind makes the condition meaningless: it does not hold
            return False

    def _wrong(self, own: Mapping[str, Any], blank: str, status: str, reason: Said | str) -> Finding:
        values = {
            "blank": blank,
            "yours": _plain(own.get(blank)),
            "right": self._right_above(own, blank) or "",
            "text": reason,
        }
        kinds = {
            "empty": "blank-empty",
            "missing": "blank-missing",
            "not-a-number": "blank-not-a-number",
            "not-a-choice": "blank-not-a-choice",
            "trivial": "blank-trivial",
            "close": "blank-close",
        }
        if status in kinds:
            level: Level = "D" if status != "close" else "E"
            return finding(kinds[status], level, values, evidence=self._evidence(own))
        models = self._chain.explain(own, blank)
        ids = [
            tuple(self._chain.mistakes[n].id for n in sorted(model, key=self._chain.board.order)) for model in models
        ]
        distinct = dict.fromkeys(ids)
        if not distinct or len(distinct) > 3:
            return finding("blank-wrong", "E", values, evidence=self._evidence(own))
        return self._named(own, blank, models, list(distinct))

    def _named(
        self,
        own: Mapping[str, Any],
        blank: str,
        models: Sequence[tuple[int, ...]],
        ids: list[tuple[str, ...]],
    ) -> Finding:
        """Level B: one number typed by hand cannot be confirmed on fresh inputs."""
        first, *others = self._mistakes(models[0])
        words = about(first, {})
        opening = [
            self._right_above(own, blank),
            said("You wrote {blank} = {value}.", blank=blank, value=_plain(own[blank])),
        ]
        if len(ids) > 1:
            headline = said("More than one slip gives exactly your {blank}.", blank=blank)
            words = words.model_copy(update={"headline": (headline,)})
            readings = list({group: model for model, group in zip(models, ids, strict=False)}.values())
            message = alternatives([[said(m.headline) for m in self._mistakes(model)] for model in readings])
        else:
            message = [*words.message, *(said("Besides: {headline}", headline=said(m.headline)) for m in others)]
        words = with_message(words, [*filter(None, opening), *message])
        everything = tuple(dict.fromkeys(name for group in ids for name in group))
        named = {blank: self._chain.follow(own, models[0]).get(blank)}
        mistake = everything[0] if len(everything) == 1 else everything
        return worded("B", words, mistake=mistake, evidence=self._evidence(own, named))

    def _mistakes(self, model: Sequence[int]) -> list[Mistake]:
        return [self._chain.mistakes[n] for n in sorted(model, key=self._chain.board.order)]

    def _carried(self, own: Mapping[str, Any], blank: str) -> Finding:
        values = {"blank": blank, "yours": _plain(own[blank])}
        return finding("carried-forward", "A", values, mistake="carried-forward", evidence=self._evidence(own))

    def _right_above(self, own: Mapping[str, Any], blank: str) -> Said | None:
        before = self._exercise.outputs[: self._exercise.outputs.index(blank)]
        right = [
            name
            for name in before
            if name not in (*self._exercise.choices, *self._exercise.free) and self._chain.judge(own, name).right
        ]
        if not right:
            return None
        return said("Right so far: {outputs}.", outputs=listed(right))

    def _evidence(self, own: Mapping[str, Any], named: Any = None, when: str = "") -> Evidence:
        givens = {name: self._names[name] for name in self._exercise.givens}
        yours = named_outputs(self._exercise.outputs, tuple(_plain(own.get(name)) for name in self._exercise.outputs))
        return Evidence(inputs=givens, yours=yours, named=named, picture=self._picture(own, when))

    def _picture(self, own: Mapping[str, Any], when: str) -> Picture | None:
        """The learner's own step or run, without the right one, and only where no blank can be read off it.

        when: the condition that holds, for a finding that has one.
        """
        spec = self._key.picture
        numbers = {name: as_number(own.get(name)) for name in self._exercise.outputs}
        if spec is None or not (self._is_about_choice(when) if spec.run else self._is_beside_the_step(own, spec)):
            return None
        return picture(spec, self._names, {**self._names, **numbers}, None)

    def _is_about_choice(self, when: str) -> bool:
        """A repeated run shows what every later blank asks for, so it is shown while the rate itself is wrong."""
        others = set(self._exercise.outputs) - set(self._exercise.free)
        return any(f"answers['{name}']" in when for name in self._exercise.free) and not any(
            f"answers['{name}']" in when for name in others
        )

    def _is_beside_the_step(self, own: Mapping[str, Any], spec: PictureSpec) -> bool:
        """A valley shows the losses at both ends: the first has to be known, and the step itself to be wrong."""
        known = all(self._chain.judge(own, name).right for name in spec.needs)
        return known and self._chain.judge(own, spec.reached).status not in ("right", "missing", "empty")


def _number_or_word(value: Any) -> Any:
    """What a condition may be about; None for anything else, however large or odd."""
    number = as_number(value)
    if number is None and isinstance(value, str):
        return value[:_LONGEST_CHOICE]
    return number


def _plain(value: Any) -> Any:
    if isinstance(value, Opaque):
        return "..." if value.type_name == "ellipsis" else told(value.text)
    return told(value) if isinstance(value, str) else value
