# attack: Returns a list that holds itself.
# exercise: mse
# expect: failed
# at most: 1
# control: answers-kept; ends


def mse(y_true, y_pred):
    answer = {"loss": 0.0}
    answer["again"] = [answer, answer]
    return answer
