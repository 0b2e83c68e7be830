"""A calendar of a month from arithmetic, checked with datetime."""
import datetime

NAMES = 'Mo Tu We Th Fr Sa Su'


def leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days(year, month):
    return [31, 29 if leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]


def weekday(year, month, day):
    """Sakamoto's method; Monday is 0."""
    t = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    year -= month < 3
    return (year + year // 4 - year // 100 + year // 400 + t[month - 1] + day - 1) % 7


def calendar(year, month):
    cells = ['  '] * weekday(year, month, 1) + ['%2d' % d for d in range(1, days(year, month) + 1)]
    title = datetime.date(year, month, 1).strftime('%B %Y').center(20).rstrip()
    rows = [' '.join(cells[i:i + 7]) for i in range(0, len(cells), 7)]
    return '\n'.join([title, NAMES] + rows)


print(calendar(2016, 2))
print(calendar(2017, 10))
for y, m, d in ((1999, 12, 31), (2000, 2, 29), (2017, 2, 15), (2100, 3, 1)):
    date = datetime.date(y, m, d)
    assert date.weekday() == weekday(y, m, d)
    print(date, date.strftime('%a %d.%m.%y'), date.isocalendar()[1], (date - datetime.date(y, 1, 1)).days + 1)
delta = datetime.date(2017, 3, 1) - datetime.date(2016, 3, 1)
print(delta, delta.days, datetime.timedelta(hours=30, minutes=5), [y for y in range(1896, 1910) if leap(y)])
try:
    datetime.date(2015, 2, 29)
except ValueError as e:
    print(e)
