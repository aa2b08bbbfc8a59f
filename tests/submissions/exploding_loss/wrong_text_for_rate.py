# expect: failed; mistake: none
# about: Put the rate into quotes.
cause = "rate too high"
first_dial = "learning rate"
lr = "0.1"
first_loss = 0.429
