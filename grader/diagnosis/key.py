"""The trusted half of an exercise: what no learner may see."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from grader.diagnosis.mistakes import Mistake


class PictureSpec(BaseModel):
    """How to draw a submission's numbers. Expressions are in the names of the inputs (or blanks) and outputs.

    valley: `loss` over the input `weight`, with the step to the output `reached`; curves: the output `curve`, or the
    expression `run`, over steps; bars: the expression `bars`, one value an example, with the output `level` as a line.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: Literal["valley", "curves", "bars"]
    title: str
    weight: str = ""
    reached: str = ""
    loss: str = ""
    curve: str = ""
    run: str = ""
    needs: tuple[str, ...] = ()
    """for blanks: those that have to be right before the picture may be shown, since they can be read off it"""
    bars: str = ""
    bar_label: str = ""
    level: str = ""
    x_label: str = ""
    y_label: str = ""


class MistakesFile(BaseModel):
    """checks/<lesson>/<stem>.toml.

    convention: groups of mistakes that undo each other when made together; such a group is a way of writing, never
    a mistake.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    mistake: tuple[Mistake, ...] = ()
    picture: PictureSpec | None = None
    convention: tuple[tuple[str, ...], ...] = ()


class Key(BaseModel):
    """The hidden solution of one exercise, and the mistakes we know in it."""

    model_config = ConfigDict(frozen=True)
    stem: str
    solution: str
    mistakes: tuple[Mistake, ...]
    conventions: tuple[frozenset[str], ...]
    picture: PictureSpec | None
    checks_path: str
