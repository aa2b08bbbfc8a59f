# expect: failed; mistake: train-longer
# about: Calls the training too short.
cause = "too few steps"
first_dial = "learning rate"
lr = 0.1
first_loss = 0.429
