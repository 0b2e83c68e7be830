from statistics import *
import statistics
import random
random.seed(3)
sets = [[1, 2, 3, 4], [1, 2, 3], [2.5, 3.25, 5.5, 11.25, 11.75], [1], [1.5, 2], [0.1] * 10, [random.gauss(5, 2) for _ in range(50)], [10**20, 1, -10**20], [True, False, True], [3, 1.5, 2], range(10), (x * x for x in range(5))]
for data in sets:
    data = list(data)
    print(mean(data), fmean(data), median(data), median_low(data), median_high(data), mode(data), multimode(data)[:3])
    if len(data) > 1:
        print(variance(data), stdev(data), pvariance(data), pstdev(data), quantiles(data), quantiles(data, n=10, method='inclusive')[:4])
    if min(data) > 0: print(geometric_mean(data), harmonic_mean(data))
print(mode('abracadabra'), multimode('aabbc'), mode(['red', 'blue', 'red']), variance([1, 2, 3, 4], 2.5), stdev([2, 4, 4, 4, 5, 5, 7, 9]), pstdev([2, 4, 4, 4, 5, 5, 7, 9]), mean({1: 'a', 5: 'b'}))
for bad in (lambda: mean([]), lambda: median([]), lambda: mode([]), lambda: variance([1]), lambda: stdev([]), lambda: pvariance([]), lambda: fmean([]), lambda: quantiles([1]), lambda: geometric_mean([0]), lambda: harmonic_mean([-1]), lambda: quantiles([1, 2], n=0), lambda: multimode([])):
    try: print(bad())
    except statistics.StatisticsError as e: print(type(e).__name__, e)
