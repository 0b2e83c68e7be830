# What random has beyond module_random.c; by the algorithms that random's documentation names.
from math import acos as _acos, cos as _cos, e as _e, exp as _exp, log as _log, pi as _pi, sqrt as _sqrt
import random as _random


def triangular(low=0.0, high=1.0, mode=None):
    u = _random.random()
    if mode is None:
        c = 0.5
    elif high == low:
        return low
    else:
        c = (mode - low) / (high - low)
    if u > c:
        u, c, low, high = 1.0 - u, 1.0 - c, high, low
    return low + (high - low) * _sqrt(u * c)


def lognormvariate(mu, sigma):
    return _exp(_random.normalvariate(mu, sigma))


def paretovariate(alpha):
    return (1.0 - _random.random()) ** (-1.0 / alpha)


def weibullvariate(alpha, beta):
    return alpha * (-_log(1.0 - _random.random())) ** (1.0 / beta)
