# expect: error; mistake: syntax-error
# about: Curly quotes from a word processor.
def mse(y_true, y_pred):
    n = len(y_true)
    if n == 0:
        print(“no data”)
        return 0.0
    return sum([(y_true[i] - y_pred[i]) ** 2 for i in range(n)]) / n
