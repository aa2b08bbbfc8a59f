# expect: passed
# about: Old style while loop with a hand-kept counter.
def mse(y_true,y_pred):
    i=0
    s=0.0
    while i<len(y_pred):
        e=y_pred[i]-y_true[i]
        s+=e*e
        i+=1
    result=s/i
    return result
