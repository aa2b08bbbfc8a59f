# expect: passed
# about: Correct, but messy: dead code, odd names and leftovers from a first try.

import numpy as np
import math, random

# def gradient_step(x, y, w, lr):
#     return w + lr * (w*x - y)
# ^ first try, WRONG

def gradient_step(x,y,w,lr) :
  a=[]
  aa=[]
  for i,_ in enumerate(x):
      a.append( (x[i]*w-y[i]) )
      aa.append( a[i]*x[i] + a[i]*x[i] )   # 2*err*x
  l1=sum([k*k for k in a])/len(a)
  G=sum(aa)/len(aa)
  # w_new = w - G
  w_new=w-(lr*G)
  a=[]
  for i,_ in enumerate(x): a.append( (x[i]*w_new-y[i]) )
  l2=sum([k*k for k in a])/len(a)
  return (l1,G,w_new,l2)
  return None
