"""Smoothing a series: window means, exponential means, local maxima, a text plot."""
import math
from collections import deque

series = [round(math.sin(i / 3.0) * 10 + (i * 7 % 5) - 2, 3) for i in range(20)]


def window_mean(values, n):
    window = deque(maxlen=n)
    for v in values:
        window.append(v)
        yield sum(window) / len(window)


def exponential(values, alpha):
    mean = None
    for v in values:
        mean = v if mean is None else alpha * v + (1 - alpha) * mean
        yield mean


def peaks(values):
    return [i for i in range(1, len(values) - 1)
            if values[i - 1] < values[i] > values[i + 1]]


smooth = [round(v, 3) for v in window_mean(series, 4)]
print(series[:6], smooth[:6])
print([round(v, 3) for v in exponential(series, 0.3)][-3:])
print('peaks', peaks(series), peaks(smooth))
low, high = min(smooth), max(smooth)
for v in smooth[::3]:
    n = int(round((v - low) / (high - low) * 30))
    print('%8.3f |%s*' % (v, ' ' * n))
cumulative, total = [], 0
for v in series:
    total += v
    cumulative.append(total)
differences = [b - a for a, b in zip([0] + cumulative, cumulative)]
print(all(abs(a - b) < 1e-9 for a, b in zip(differences, series)))
