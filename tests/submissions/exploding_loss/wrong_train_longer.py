# expect: failed; mistake: train-longer
# about: Would train longer.
cause = "rate too high"
first_dial = "steps"
lr = 0.1
first_loss = 0.429
