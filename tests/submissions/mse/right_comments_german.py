# expect: passed
# about: German comments and variable names, tab indentation.
def mse(y_true, y_pred):
	"""Mittlerer quadratischer Fehler."""
	anzahl = len(y_true)
	summe = 0.0
	for wahrheit, vorhersage in zip(y_true, y_pred):
		abweichung = vorhersage - wahrheit   # Fehler für dieses Beispiel
		summe += abweichung ** 2             # Quadrat, damit + und - sich nicht aufheben
	# am Ende durch die Anzahl teilen, sonst wäre es nur die Summe
	return summe / anzahl
