# expect: passed
# about: Right function plus a small demo under the main guard.
def mse(y_true, y_pred):
    n = len(y_true)
    return sum([(y_true[i] - y_pred[i]) ** 2 for i in range(n)]) * (1 / n)


if __name__ == "__main__":
    a = [1.0, 2.0, 3.0]
    b = [1.5, 2.0, 2.0]
    print("mse:", mse(a, b))
    assert abs(mse(a, b) - 1.25 / 3) < 1e-12
    input("press enter to close")
