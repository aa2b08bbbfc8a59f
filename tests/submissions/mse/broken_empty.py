# expect: error; mistake: missing-function
# about: Nothing but comments.

# TODO: I will do this tomorrow
# mean( (y_true - y_pred)^2 )
