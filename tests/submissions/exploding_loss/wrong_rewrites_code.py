# expect: failed; mistake: blamed-code
# about: Would change the code first.
cause = "rate too high"
first_dial = "code"
lr = 0.1
first_loss = 0.429
