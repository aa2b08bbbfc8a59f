# expect: passed
# about: A rate of 0.1.
cause = "rate too high"
first_dial = "learning rate"
lr = 0.1
first_loss = 0.429
