# expect: error
# about: One word without quotes.
cause = code
first_dial = steps
