"""Timing: only that it can be done."""
import timeit
import time

start = time.time()
took = timeit.timeit(lambda: sum(range(10)), number=5)
print(took >= 0, len(timeit.repeat(lambda: None, repeat=3, number=1)), time.time() >= start, timeit.default_timer() > 0)
time.sleep(0.001)
print(time.perf_counter() <= time.perf_counter(), isinstance(time.process_time(), float), time.monotonic() > 0)
