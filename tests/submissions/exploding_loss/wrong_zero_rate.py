# expect: failed; mistake: rate-too-small
# about: A rate of zero never moves.
cause = "rate too high"
first_dial = "learning rate"
lr = 0
first_loss = 2.097
