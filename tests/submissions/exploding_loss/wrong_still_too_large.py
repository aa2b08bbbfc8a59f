# expect: failed; mistake: rate-still-too-large
# about: Halved the rate once.
cause = "rate too high"
first_dial = "learning rate"
lr = 0.375
first_loss = 6.533
