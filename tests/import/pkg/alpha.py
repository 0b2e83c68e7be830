from .beta import NAME
def f(x): return (x, NAME)
