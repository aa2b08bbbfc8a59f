# expect: failed; mistake: blamed-data
# about: Suspects the data.
cause = "data"
first_dial = "learning rate"
lr = 0.1
first_loss = 0.429
