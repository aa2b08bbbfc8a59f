# expect: failed; mistake: no-correction
# about: A loop over the weights that never looks at t.

from math import sqrt

def adam_step(w, grad, m, v, t, lr, beta1, beta2, eps):
    neu_w, neu_m, neu_v = [], [], []
    for i in range(len(w)):
        mom = beta1*m[i] + (1-beta1)*grad[i]
        vel = beta2*v[i] + (1-beta2)*grad[i]*grad[i]
        neu_m.append(mom)
        neu_v.append(vel)
        neu_w.append(w[i] - lr*mom/(sqrt(vel)+eps))
    return neu_w, neu_m, neu_v
