"""Calendars from dates."""
from datetime import date, datetime, time, timedelta


def weeks(year, month):
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    day, rows = first - timedelta(days=first.weekday()), []
    while day < after:
        rows.append(' '.join('%2d' % (day + timedelta(i)).day if (day + timedelta(i)).month == month else '  ' for i in range(7)))
        day += timedelta(days=7)
    return rows


print('\n'.join(weeks(2018, 2)))
print([d.isoformat() for d in (date(2016, 2, 28) + timedelta(n) for n in range(3))], date(2000, 1, 1).isocalendar()[1])
print(sorted([date(2018, 5, 1), date(2017, 5, 1)])[0], {date(2018, 1, 1): 'new year'}[date(2018, 1, 1)], date(2018, 1, 1) in [date(2018, 1, 1)])
a, b = datetime(2018, 1, 1, 8, 30), datetime(2018, 1, 3, 17)
gap = b - a
print(gap, gap.days, gap.seconds // 3600, gap / timedelta(hours=1), divmod(gap.total_seconds(), 3600), a + gap == b, max(a, b))
print(time(8, 5) < time(9), time(8, 5).strftime('%H-%M'), datetime.combine(date(2018, 1, 1), time(1, 1)), str(time(0, 0, 1, 5)), repr(time(7)))
print(datetime(2018, 1, 1).strftime('%B %d, %Y'), f'{a:%d.%m.%y}', a.replace(hour=0), a.timetuple().tm_yday, a.date() == date(2018, 1, 1))
age = lambda born, today: today.year - born.year - ((today.month, today.day) < (born.month, born.day))
print(age(date(1990, 6, 15), date(2018, 6, 14)), age(date(1990, 6, 15), date(2018, 6, 15)))
