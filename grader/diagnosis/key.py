"""The trusted half of an exercise: what no learner may see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from grader.diagnosis.mistakes import Mistake, plain


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


class GradientSpec(BaseModel):
    """Which outputs are gradients: `of` says for each the parameter it is taken by; `loss` is the output it is of."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    loss: str
    of: Mapping[str, str] = Field(min_length=1)


class LoopSpec(BaseModel):
    """What the function repeats: `count` is the parameter that says how often.

    state: for each parameter that a pass changes, the output that holds it afterwards, so that going on from there
    continues the run. history: outputs that hold one number for each pass.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    count: str
    state: Mapping[str, str] = Field(min_length=1)
    history: tuple[str, ...] = ()


class HelpSpec(BaseModel):
    """Other help for a learner who makes the same mistake again: not the same words louder.

    small: calls small enough to work out in the head, as lists of arguments. twin: the arguments of a worked example
    with other numbers. worked: its steps in sentences, filled with the arguments and with what the solution's
    variables hold: {error} is the last value, {error_1} and {error_2} the first and second that it was given.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    small: tuple[tuple[Any, ...], ...] = Field(min_length=1)
    twin: tuple[Any, ...]
    worked: tuple[Annotated[str, AfterValidator(plain)], ...] = Field(min_length=2)


class MistakesFile(BaseModel):
    """checks/<lesson>/<stem>.toml.

    convention: groups of mistakes that undo each other when made together; such a group is a way of writing, never
    a mistake. carries: outputs that later outputs follow from, by the name they have in the solution; what follows
    from a wrong one of them is right for it, and told so.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    mistake: tuple[Mistake, ...] = ()
    picture: PictureSpec | None = None
    convention: tuple[tuple[str, ...], ...] = ()
    carries: tuple[str, ...] = ()
    gradient: GradientSpec | None = None
    loop: LoopSpec | None = None
    help: HelpSpec | None = None


class Key(BaseModel):
    """The hidden solution of one exercise, and the mistakes we know in it."""

    model_config = ConfigDict(frozen=True)
    stem: str
    solution: str
    mistakes: tuple[Mistake, ...]
    conventions: tuple[frozenset[str], ...]
    picture: PictureSpec | None
    carries: tuple[str, ...] = ()
    gradient: GradientSpec | None = None
    loop: LoopSpec | None = None
    help: HelpSpec | None = None
    checks_path: str
