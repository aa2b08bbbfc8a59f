# expect: passed
# about: A careful rate.
cause = "rate too high"
first_dial = "learning rate"
lr = 0.05
first_loss = 1.004
