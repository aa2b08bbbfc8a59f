# expect: passed
# about: A slow rate that settles in time.
cause = "rate too high"
first_dial = "learning rate"
lr = 0.01
first_loss = 1.837
