"""The exploding run: the steps overshoot, because the learning rate is too high."""

import numpy as np

X = np.array([0.5, 1.5, 3.0])
Y = np.array([1.2, 1.4, 1.7])
STEPS = 50
CLOSE_ENOUGH = 0.01

# Each step multiplies the distance from the best weight by 1 - 2 * lr * mean(x²). At this rate one step lands there.
ONE_JUMP = 1 / (2 * np.mean(X * X))
LOWEST = np.mean((np.mean(X * Y) / np.mean(X * X) * X - Y) ** 2)


def run(rate, steps=STEPS):
    """The losses of the run with this learning rate: before each step, and after the last."""
    w, losses = 0.0, []
    for _ in range(steps + 1):
        losses.append(np.mean((w * X - Y) ** 2))
        w = w - rate * np.mean(2 * (w * X - Y) * X)
    return losses


def settles(rate):
    """Whether the run with this learning rate is done after the given steps."""
    return bool(rate > 0 and run(rate)[-1] - LOWEST <= CLOSE_ENOUGH)


def choice(answer):
    """A choice as people write it, brought to one form: 'Rate_too_HIGH' and 'learning rate too high' are the same."""
    words = str(answer).lower().replace("_", " ").replace("-", " ").split()
    text = " ".join(word for word in words if word not in ("the", "is", "are", "a"))
    return {
        "learning rate too high": "rate too high",
        "learning rate too large": "rate too high",
        "rate too large": "rate too high",
        "lr too high": "rate too high",
        "lr too large": "rate too high",
        "learning rate too low": "rate too low",
        "learning rate too small": "rate too low",
        "rate too small": "rate too low",
        "lr": "learning rate",
        "rate": "learning rate",
        "number of steps": "steps",
        "more steps": "steps",
    }.get(text, text)


cause = "rate too high"
first_dial = "learning rate"
lr = 0.1
first_loss = run(lr, 1)[1]
