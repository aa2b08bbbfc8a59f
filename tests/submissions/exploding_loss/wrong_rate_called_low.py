# expect: failed; mistake: blamed-low-rate
# about: Mixed up too high and too low.
cause = "rate too low"
first_dial = "learning rate"
lr = 0.1
first_loss = 0.429
