"""Moments that are given."""
import time

t = time.gmtime(1500000000)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, tuple(t)[:3], len(t))
print(time.strftime('%Y-%m-%d %H:%M:%S', t), time.strftime('%a %d %b %Y', time.gmtime(0)), time.asctime(t))
p = time.strptime('2017-07-14 02:40', '%Y-%m-%d %H:%M')
print(p.tm_year, p.tm_hour, p.tm_wday, p.tm_yday, time.strptime('14 Jul 17', '%d %b %y')[:3], time.strptime('3:04 PM', '%I:%M %p')[3:5])
for text, form in (('x', '%Y'), ('2017-13-01', '%Y-%m-%d'), ('2017-01-01 extra', '%Y-%m-%d'), ('1', '%Q')):
    try:
        time.strptime(text, form)
    except ValueError as e:
        print(e)
print(time.time() > 0, time.perf_counter() >= 0, isinstance(time.time(), float))
