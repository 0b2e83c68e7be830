"""Marks of a class."""
import statistics
from collections import defaultdict

marks = {'ann': [88, 92, 79], 'bob': [75, 64, 90], 'cid': [93, 85, 97], 'dee': [60, 71, 70]}
for name, values in sorted(marks.items(), key=lambda p: -statistics.mean(p[1])):
    print('%-4s %6.2f %5.1f %5.2f' % (name, statistics.mean(values), statistics.median(values), statistics.stdev(values)))
every = [m for v in marks.values() for m in v]
mean, sd = statistics.mean(every), statistics.pstdev(every)
print(round(mean, 4), round(sd, 4), statistics.median(every), [round((m - mean) / sd, 2) for m in every[:3]])
bands = defaultdict(int)
for m in every:
    bands[m // 10 * 10] += 1
print(sorted(bands.items()), statistics.mode([1, 1, 2]), statistics.variance([2.5, 3.5]), statistics.mean([1.5, 2.5]), statistics.mean([True, False]))
