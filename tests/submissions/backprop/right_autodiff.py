# expect: passed
# about: A tiny automatic differentiation with a tape, by recursion.

import math

class Num:
    def __init__(self, v, parents=()):
        self.v, self.parents, self.g = v, parents, 0.0
    def __add__(self, o):
        o = o if isinstance(o, Num) else Num(float(o))
        return Num(self.v + o.v, ((self, 1.0), (o, 1.0)))
    def __mul__(self, o):
        o = o if isinstance(o, Num) else Num(float(o))
        return Num(self.v * o.v, ((self, o.v), (o, self.v)))
    def sig(self):
        s = 1 / (1 + math.exp(-self.v))
        return Num(s, ((self, s * (1 - s)),))

def push(node, seen, order):
    if id(node) in seen:
        return
    seen.add(id(node))
    for parent, _ in node.parents:
        push(parent, seen, order)
    order.append(node)

def backprop(X, y, W1, b1, W2, b2):
    W = [[Num(float(v)) for v in row] for row in W1]
    B = [Num(float(v)) for v in b1]
    V = [Num(float(v)) for v in W2]
    c = Num(float(b2))
    total = Num(0.0)
    for row, target in zip(X, y):
        out = c
        for j in range(len(B)):
            z = B[j]
            for a in range(len(W)):
                z = z + W[a][j] * float(row[a])
            out = out + z.sig() * V[j]
        e = out + (-float(target))
        total = total + e * e
    loss = total * (1 / len(y))
    order = []
    push(loss, set(), order)
    loss.g = 1.0
    for node in reversed(order):
        for parent, slope in node.parents:
            parent.g += slope * node.g
    return loss.v, [[w.g for w in row] for row in W], [b.g for b in B], [v.g for v in V], c.g
