# expect: error; mistake: syntax-error
# about: The return line sits between two indentation levels.
def mse(y_true, y_pred):
    s = 0
    for t, p in zip(y_true, y_pred):
        s += (t - p) ** 2
      # done
      return s / len(y_true)
