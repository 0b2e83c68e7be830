"""Means and deviations, exactly rounded."""
import statistics as st

data = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(data), st.median(data), st.mode(data), st.stdev(data), st.pstdev(data), st.variance(data), st.pvariance(data))
print(st.mean([1, 2, 4]), st.mean([0.1] * 3), st.median([3, 1, 2]), st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]))
print(st.stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), st.variance([0.1, 0.2, 0.4]), st.mean([10 ** 20, 1]), st.pvariance([1, 2]))
print(st.harmonic_mean([40, 60]), st.mode('aabbb'), st.median_grouped([1, 3, 3, 5]), st.mean(range(5)))
for bad in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.median([])):
    try:
        bad()
    except st.StatisticsError as e:
        print(type(e).__name__, e)
heights = [1.62, 1.75, 1.81, 1.68, 1.93, 1.7]
m, s = st.mean(heights), st.stdev(heights)
print('%.3f' % m, '%.4f' % s, [round((h - m) / s, 2) for h in heights])
