# expect: error; mistake: syntax-error
# about: Two equals signs.
pred = = 2
