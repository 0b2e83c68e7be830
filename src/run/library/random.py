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


def gammavariate(alpha, beta):
    if alpha <= 0.0 or beta <= 0.0:
        raise ValueError('gammavariate: alpha and beta must be > 0.0')
    random = _random.random
    if alpha > 1.0:
        # Cheng, 1977
        root, low = _sqrt(2.0 * alpha - 1.0), alpha - _log(4.0)
        slope = alpha + root
        while True:
            u = random()
            if not 1e-7 < u < 0.9999999:
                continue
            w = 1.0 - random()
            v = _log(u / (1.0 - u)) / root
            x = alpha * _exp(v)
            z = u * u * w
            r = low + slope * v - x
            if r + (1.0 + _log(4.5)) - 4.5 * z >= 0.0 or r >= _log(z):
                return x * beta
    if alpha == 1.0:
        return -_log(1.0 - random()) * beta
    # Ahrens and Dieter, 1974
    while True:
        b = (_e + alpha) / _e
        p = b * random()
        x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
        u = random()
        if u <= (x ** (alpha - 1.0) if p > 1.0 else _exp(-x)):
            return x * beta


def betavariate(alpha, beta):
    y = gammavariate(alpha, 1.0)
    return y / (y + gammavariate(beta, 1.0)) if y else 0.0


# Best and Fisher, 1979
def vonmisesvariate(mu, kappa):
    random = _random.random
    if kappa <= 1e-6:
        return 2.0 * _pi * random()
    s = 0.5 / kappa
    r = s + _sqrt(1.0 + s * s)
    while True:
        z = _cos(_pi * random())
        d = z / (r + z)
        u = random()
        if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
            break
    q = 1.0 / r
    f = (q + z) / (1.0 + q * z)
    return (mu + _acos(f) if random() > 0.5 else mu - _acos(f)) % (2.0 * _pi)
