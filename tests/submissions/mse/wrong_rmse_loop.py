# expect: failed; mistake: root
# about: Loop, then power 0.5 to undo the squaring.
def mse(y_true, y_pred):
    summe = 0
    for t, p in zip(y_true, y_pred):
        summe += (t - p) ** 2
    mittel = summe / len(y_true)
    # Quadrat wieder rückgängig machen
    return mittel ** 0.5
