# expect: failed; mistake: none
# about: None of the words offered.
cause = "aliens"
first_dial = "learning rate"
lr = 0.1
first_loss = 0.429
