# What time has beyond module_time.c.
import time as _time


def strptime(string, format='%a %b %d %H:%M:%S %Y'):
    import datetime
    from datetime import _fields
    f = _fields(string, format)
    day = datetime.date(f['year'], f['month'], f['day'])
    return _time.struct_time((f['year'], f['month'], f['day'], f['hour'], f['minute'], f['second'], day.weekday(),
                              (day - datetime.date(f['year'], 1, 1)).days + 1, -1))


def time_ns():
    return int(_time.time() * 1000000000)


def perf_counter_ns():
    return int(_time.perf_counter() * 1000000000)


monotonic_ns = process_time_ns = perf_counter_ns
timezone = daylight = altzone = 0
tzname = ('UTC', 'UTC')
