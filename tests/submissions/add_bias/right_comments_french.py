# expect: passed
# about: French comments and names.
def train_with_bias(x, y_true, weight, bias, lr, steps):
    poids, biais = weight, bias
    pertes = []
    for étape in range(steps):
        prédiction = poids * x + biais
        écart = prédiction - y_true
        pertes.append(écart ** 2)
        # on descend la pente, donc moins
        poids = poids - lr * 2 * écart * x
        biais = biais - lr * 2 * écart
    return poids, biais, pertes
