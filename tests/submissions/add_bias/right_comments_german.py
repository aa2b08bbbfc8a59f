# expect: passed
# about: German names and comments, tabs for indentation.
def train_with_bias(x, y_true, weight, bias, lr, steps):
	"""Gewicht und Bias gleichzeitig lernen (ein einziges Beispiel)."""
	verluste = []
	for schritt in range(steps):
		vorhersage = weight * x + bias
		fehler = vorhersage - y_true
		verluste.append(fehler ** 2)         # Verlust VOR der Änderung
		steigung_gewicht = 2 * fehler * x
		steigung_bias = 2 * fehler           # kein x, weil der Bias nicht mit x malgenommen wird
		weight -= lr * steigung_gewicht
		bias -= lr * steigung_bias
	return weight, bias, verluste
