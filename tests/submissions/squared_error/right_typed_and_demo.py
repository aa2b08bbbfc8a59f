# expect: passed
# about: Type hints, a docstring and a demonstration under the main guard.
def squared_error(pred: float, truth: float) -> float:
    """How wrong the prediction is."""
    error = pred - truth
    return error ** 2


if __name__ == "__main__":
    for p in (10, 13, 7):
        print(p, squared_error(p, 10))
