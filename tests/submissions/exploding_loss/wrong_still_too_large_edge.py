# expect: failed; mistake: rate-still-too-large
# about: Right below the limit: it bounces for too long.
cause = "rate too high"
first_dial = "learning rate"
lr = 0.258
first_loss = 2.02
