# expect: failed; mistake: loss-before-step
# about: Gave the loss before the first update.
cause = "rate too high"
first_dial = "learning rate"
lr = 0.1
first_loss = 2.1
