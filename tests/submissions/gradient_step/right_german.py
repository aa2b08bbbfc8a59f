# expect: passed
# about: Correct, with German names and comments.

# Aufgabe 3: ein Schritt Gradientenabstieg
import numpy as np

def mittlerer_fehler(x, y, gewicht):
    return np.mean((gewicht * x - y) ** 2)

def gradient_step(x, y, w, lr):
    # zuerst in Arrays umwandeln, falls Listen übergeben werden
    x = np.array(x, dtype=float)
    y = np.array(y, dtype=float)
    vorher = mittlerer_fehler(x, y, w)
    # Ableitung: äußere mal innere
    steigung = np.mean(2 * (w * x - y) * x)
    # bergab gehen, also Minus
    w_neu = w - lr * steigung
    nachher = mittlerer_fehler(x, y, w_neu)
    return vorher, steigung, w_neu, nachher
