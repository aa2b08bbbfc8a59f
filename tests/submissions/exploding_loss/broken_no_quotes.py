# expect: error; mistake: syntax-error
# about: Forgot the quotes.
cause = rate too high
