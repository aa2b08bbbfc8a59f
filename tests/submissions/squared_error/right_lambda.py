# expect: passed
# about: A lambda under the right name.
squared_error = lambda pred, truth: (truth - pred) ** 2
