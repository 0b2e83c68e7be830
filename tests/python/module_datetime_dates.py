"""Dates that are given, not asked for."""
from datetime import datetime, timedelta, date, time

d = datetime(2017, 3, 5, 14, 30, 15, 123456)
print(d, repr(d), d.year, d.month, d.weekday(), d.isoweekday(), d.isoformat(), d.date(), d.time())
print(d.strftime('%Y-%m-%d %H:%M:%S'), d.strftime('%d %b %y, %A %j %p %I %f %%'), '{:%H:%M}'.format(d))
print(d + timedelta(days=30, hours=5), d - timedelta(weeks=1), d - datetime(2017, 1, 1), d.replace(year=2020, day=1))
t = timedelta(days=1, seconds=3661, microseconds=5)
print(t, repr(t), t.days, t.seconds, t.total_seconds(), t * 2, t / 2, -t, abs(-t), t // timedelta(hours=1), t > timedelta(1))
print(timedelta(hours=25), timedelta(seconds=-1), timedelta(0), timedelta(minutes=1.5), str(timedelta(days=-1, hours=3)))
print(date(2016, 2, 29), date(2016, 3, 1) - date(2016, 2, 28), date(2020, 1, 1).strftime('%m %a'), date(2019, 12, 31).timetuple()[:3])
print(datetime.strptime('2018-07-04 09:05', '%Y-%m-%d %H:%M'), datetime.strptime('04/Jul/18', '%d/%b/%y').date())
print(datetime(2017, 1, 1) < datetime(2018, 1, 1), max(date(2000, 1, 1), date(1999, 1, 1)), datetime(2017, 1, 1) == datetime(2017, 1, 1))
print(datetime.utcfromtimestamp(0), datetime.utcfromtimestamp(1500000000.5), date.fromordinal(737000), date(2018, 1, 1).toordinal())
print(time(1, 2, 3), time(12, 30).isoformat(), datetime.combine(date(2001, 2, 3), time(4, 5)), datetime.fromisoformat('2011-11-04T00:05:23'))
print(date(2020, 12, 31).isocalendar()[:2], date.today() == datetime.now().date(), datetime.min, date.max, d.ctime())
for bad in (lambda: datetime(2017, 2, 30), lambda: date(2017, 13, 1), lambda: datetime.strptime('x', '%Y')):
    try:
        bad()
    except ValueError as e:
        print(e)
