# expect: failed; mistake: negative-rate
# about: Turned the sign.
cause = "rate too high"
first_dial = "learning rate"
lr = -0.1
first_loss = 5.837
