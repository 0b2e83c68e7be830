# The exact sums that statistics promises are made of fractions of integers.
import _library
import math
from bisect import bisect_left, bisect_right
from collections import Counter


class StatisticsError(ValueError):
    pass


# The exact sum as (numerator, denominator).
def _sum(data):
    top, bottom = 0, 1
    for x in data:
        n, d = _ratio(x)
        top, bottom = top * d + n * bottom, bottom * d
        shared = math.gcd(top, bottom)
        top, bottom = top // shared, bottom // shared
    return top, bottom


def _ratio(x):
    if not hasattr(x, 'as_integer_ratio'):
        raise TypeError("can't convert type '%s' to numerator/denominator" % type(x).__name__)
    return x.as_integer_ratio()


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


def fmean(data, weights=None):
    _library.only('weights of fmean', weights, None)
    data = _check(data, 1, 'fmean requires at least one data point')
    return math.fsum(data) / len(data)


def geometric_mean(data):
    data = list(data)
    if not data or min(data) <= 0:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers')
    return math.exp(fmean([math.log(x) for x in data]))


def harmonic_mean(data, weights=None):
    _library.only('weights of harmonic_mean', weights, None)
    data = _check(data, 1, 'harmonic_mean requires at least one data point')
    if any(x <= 0 for x in data):
        if any(x < 0 for x in data):
            raise StatisticsError('harmonic mean does not support negative values')
        return 0
    if len(data) == 1:
        return data[0]
    top, bottom = _sum([1 / x for x in data])
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


# The exact sum of squared deviations: from the mean, n * sum(x*x) - sum(x)**2 over n.
def _squares(data, center=None):
    if center is not None:
        return _sum([(x - center) ** 2 for x in data])
    top, bottom = _sum(data)
    squares, below = 0, 1
    for x in data:
        n, d = _ratio(x)
        squares, below = squares * d * d + n * n * below, below * d * d
        shared = math.gcd(squares, below)
        squares, below = squares // shared, below // shared
    n = len(data)
    return squares * n * bottom * bottom - top * top * below, below * bottom * bottom * n


def pvariance(data, mu=None):
    data = _check(data, 1, 'pvariance requires at least one data point')
    top, bottom = _squares(data, mu)
    return _quotient(top, bottom * len(data), _whole(data))


def variance(data, xbar=None):
    data = _check(data, 2, 'variance requires at least two data points')
    top, bottom = _squares(data, xbar)
    return _quotient(top, bottom * (len(data) - 1), _whole(data))


# The correctly rounded square root of a quotient: of so many bits that only the last one tells
# whether something is left.
def _root(top, bottom):
    shift = (top.bit_length() - bottom.bit_length() - 109) // 2
    top, bottom = (top, bottom << 2 * shift) if shift >= 0 else (top << -2 * shift, bottom)
    root = math.isqrt(top // bottom)
    root |= root * root * bottom != top
    return float(root << shift) if shift >= 0 else root / (1 << -shift)


def stdev(data, xbar=None):
    data = _check(data, 2, 'stdev requires at least two data points')
    top, bottom = _squares(data, xbar)
    return _root(top, bottom * (len(data) - 1)) if top else 0.0


def pstdev(data, mu=None):
    data = _check(data, 1, 'pstdev requires at least one data point')
    top, bottom = _squares(data, mu)
    return _root(top, bottom * len(data)) if top else 0.0


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(_check(data, 2, 'must have at least two data points'))
    if method not in ('inclusive', 'exclusive'):
        raise ValueError(f'Unknown method: {method!r}')
    most, shift = (len(data) - 1, 0) if method == 'inclusive' else (len(data) + 1, 1)
    cuts = []
    for i in range(1, n):
        j = i * most // n
        j = min(max(j, 1), len(data) - 1) if shift else j
        delta = i * most - j * n
        cuts.append((data[j - shift] * (n - delta) + data[j + 1 - shift] * delta) / n)
    return cuts
