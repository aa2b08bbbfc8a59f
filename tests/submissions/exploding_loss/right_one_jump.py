# expect: passed
# about: The rate that lands in one step.
cause = "rate too high"
first_dial = "learning rate"
lr = 0.13
first_loss = 0.333
