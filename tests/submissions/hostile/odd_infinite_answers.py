# attack: Returns NaN and infinities for every output, so that no comparison of sizes holds.
# exercise: gradient_step
# expect: failed
# at most: 0
# control: carried; full marks


def gradient_step(x, y, w, lr):
    return float("nan"), float("inf"), float("-inf"), float("nan")
