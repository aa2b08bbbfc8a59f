# attack: Fills blanks with texts that a template would fill in again.
# exercise: exploding_loss
# expect: failed
# at most: 0
# control: answers-kept; bloats
cause = "{0.__class__.__mro__} {lr!r:>100000} {{ config }} {% for x in range(9) %} ${7*7} %n"
first_dial = "{cause}" * 200_000
lr = "{lr}"
first_loss = "<%= 7 * 7 %>"
