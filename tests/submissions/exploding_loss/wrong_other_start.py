# expect: failed; mistake: blamed-data
# about: Would start somewhere else.
cause = "rate too high"
first_dial = "starting weight"
lr = 0.1
first_loss = 0.429
