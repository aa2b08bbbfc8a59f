# expect: passed
# about: While loop with a hand-kept counter.
def train_with_bias(x,y_true,weight,bias,lr,steps):
    losses=[]
    i=0
    while i<steps:
        error=(weight*x+bias)-y_true
        losses+=[error*error]
        weight-=lr*2*error*x
        bias-=lr*2*error
        i+=1
    return (weight,bias,losses)
