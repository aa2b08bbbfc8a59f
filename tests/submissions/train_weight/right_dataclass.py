# expect: passed
# about: The state in a dataclass, German names.
from dataclasses import dataclass, field

@dataclass
class Zustand:
    gewicht: float
    verlauf: list = field(default_factory=list)

def train_weight(x, y_true, weight, lr, steps):
    z = Zustand(weight)
    for _ in range(steps):
        fehler = z.gewicht * x - y_true
        z.verlauf.append(fehler ** 2)
        z.gewicht = z.gewicht - lr * 2 * fehler * x
    return z.gewicht, z.verlauf
