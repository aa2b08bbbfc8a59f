# expect: passed
# about: The same choices, written as people write.
cause = "Learning_rate too large"
first_dial = "lr"
lr = 0.1
first_loss = 0.429
