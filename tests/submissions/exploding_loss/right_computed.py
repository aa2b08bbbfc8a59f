# expect: passed
# about: Let Python compute the loss.
cause = "rate too high"
first_dial = "learning rate"
lr = 0.1
first_loss = sum((0.1 * 2 * (0.5*1.2 + 1.5*1.4 + 3*1.7) / 3 * a - b) ** 2 for a, b in ((0.5, 1.2), (1.5, 1.4), (3, 1.7))) / 3
