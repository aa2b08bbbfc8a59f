# expect: passed
# about: Dataclass with type hints; French comments.
from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np


@dataclass
class Entrainement:
    poids: np.ndarray
    biais: float
    pertes: list[float] = field(default_factory=list)

    # une epoque: prediction, perte, puis une seule mise a jour
    def epoque(self, X: np.ndarray, y: np.ndarray, pas: float) -> None:
        p = 1 / (1 + np.exp(-(X @ self.poids + self.biais)))
        self.pertes.append(float(-np.mean(np.log(np.where(y == 1, p, 1 - p)))))
        ecart = p - y
        self.poids = self.poids - pas * ecart @ X / y.size
        self.biais = self.biais - pas * ecart.mean()


def train_and_gate(w, b, lr, epochs):
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    e = Entrainement(np.array(w, float), b)
    for _ in range(epochs):
        e.epoque(X, np.array([0, 0, 0, 1]), lr)
    return e.poids, e.biais, e.pertes
