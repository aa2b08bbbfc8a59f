# expect: error; mistake: syntax-error
# about: Wrote a sentence.
the prediction is 2
