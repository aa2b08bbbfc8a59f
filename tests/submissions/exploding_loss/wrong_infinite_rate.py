# expect: failed; mistake: rate-still-too-large
# about: An infinite rate.
cause = "rate too high"
first_dial = "learning rate"
lr = float("inf")
first_loss = 0.429
