# expect: failed; mistake: none
# about: Guessed the loss.
cause = "rate too high"
first_dial = "learning rate"
lr = 0.1
first_loss = 1.1
