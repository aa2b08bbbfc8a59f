# expect: failed; mistake: blamed-code
# about: Took the rising loss for a bug.
cause = "code"
first_dial = "learning rate"
lr = 0.1
first_loss = 0.429
