# expect: passed
# about: Puts every pair into a dataclass with a property for the squared error.
from dataclasses import dataclass


@dataclass
class Sample:
    target: float
    prediction: float

    @property
    def squared_error(self):
        return (self.prediction - self.target) ** 2


def mse(y_true, y_pred):
    samples = [Sample(t, p) for t, p in zip(y_true, y_pred)]
    return sum(s.squared_error for s in samples) / len(samples)
