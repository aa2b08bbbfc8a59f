# expect: failed; mistake: rate-too-small
# about: Far too careful.
cause = "rate too high"
first_dial = "learning rate"
lr = 0.001
first_loss = 2.07
