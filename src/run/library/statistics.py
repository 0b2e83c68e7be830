# The exact sums that statistics promises are made of fractions of integers.
import math
from bisect import bisect_left, bisect_right
from collections import Counter


class StatisticsError(ValueError):
    pass


# The exact sum as (numerator, denominator).
def _sum(data):
    top, bottom = 0, 1
    for x in data:
        n, d = x.as_integer_ratio() if isinstance(x, float) else (x, 1)
        if d == bottom:
            top += n
        elif d < bottom:
            top += n * (bottom // d)
        else:
            top, bottom = top * (d // bottom) + n, d
    return top, bottom


def _check(data, least, text):
    data = list(data)
    if len(data) < least:
        raise StatisticsError(text)
    return data


# A quotient of integers as int, when the data were, or the nearest float.
def _quotient(top, bottom, whole):
    if whole and top % bottom == 0:
        return top // bottom
    return top / bottom


def _whole(data):
    return all(isinstance(x, int) for x in data)


def mean(data):
    data = _check(data, 1, 'mean requires at least one data point')
    top, bottom = _sum(data)
    return _quotient(top, bottom * len(data), _whole(data))


def fmean(data):
    data = _check(data, 1, 'fmean requires at least one data point')
    return math.fsum(data) / len(data)


def geometric_mean(data):
    return math.exp(fmean([math.log(x) for x in data]))


def harmonic_mean(data):
    data = _check(data, 1, 'harmonic_mean requires at least one data point')
    if any(x <= 0 for x in data):
        if any(x < 0 for x in data):
            raise StatisticsError('harmonic mean does not support negative values')
        return 0
    top, bottom = 0, 1
    for x in data:
        n, d = x.as_integer_ratio() if isinstance(x, float) else (x, 1)
        top, bottom = top * n + d * bottom, bottom * n
    return len(data) * bottom / top


def median(data):
    data = sorted(_check(data, 1, 'no median for empty data'))
    n = len(data)
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(_check(data, 1, 'no median for empty data'))
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(_check(data, 1, 'no median for empty data'))
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    data = sorted(_check(data, 1, 'no median for empty data'))
    n = len(data)
    if n == 1:
        return data[0]
    x = data[n // 2]
    low, high = bisect_left(data, x), bisect_right(data, x)
    return x - interval / 2 + interval * (n / 2 - low) / (high - low)


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [v for v, n in counts.items() if n == most]


# The exact sum of squared deviations: n * sum(x*x) - sum(x)**2 over n.
def _squares(data):
    top, bottom = _sum(data)
    squares = 0
    for x in data:
        n, d = x.as_integer_ratio() if isinstance(x, float) else (x, 1)
        squares += (n * (bottom // d)) ** 2
    return squares * len(data) - top * top, bottom * bottom * len(data)


def pvariance(data, mu=None):
    data = _check(data, 1, 'pvariance requires at least one data point')
    top, bottom = _squares(data)
    return _quotient(top, bottom * len(data), _whole(data))


def variance(data, xbar=None):
    data = _check(data, 2, 'variance requires at least two data points')
    top, bottom = _squares(data)
    return _quotient(top, bottom * (len(data) - 1), _whole(data))


# The correctly rounded square root of a quotient.
def _root(top, bottom):
    x = math.sqrt(top / bottom)
    for near in (x, _next(x, 1), _next(x, -1)):
        low, high = _half(near, -1), _half(near, 1)
        if low[0] ** 2 * bottom <= top * low[1] ** 2 and top * high[1] ** 2 <= high[0] ** 2 * bottom:
            return near
    return x


def _next(x, step):
    m, e = math.frexp(x)
    return math.ldexp(m + math.ldexp(step, -53), e)


def _half(x, step):
    n, d = x.as_integer_ratio()
    m, o = _next(x, step).as_integer_ratio()
    return n * o + m * d, 2 * d * o


def stdev(data, xbar=None):
    data = _check(data, 2, 'stdev requires at least two data points')
    top, bottom = _squares(data)
    return _root(top, bottom * (len(data) - 1)) if top else 0.0


def pstdev(data, mu=None):
    data = _check(data, 1, 'pstdev requires at least one data point')
    top, bottom = _squares(data)
    return _root(top, bottom * len(data)) if top else 0.0
