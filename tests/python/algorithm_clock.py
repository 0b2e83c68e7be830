# Arithmetic with remainders: clocks, calendars, leap years, day of the week, durations, bases 60 and 12.
def leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def weekday(year, month, day):
    """Zeller's congruence; 0 is Monday."""
    if month < 3:
        month, year = month + 12, year - 1
    return (day + 13 * (month + 1) // 5 + year + year // 4 - year // 100 + year // 400 + 5) % 7


def day_number(year, month, day):
    a = (14 - month) // 12
    y, m = year + 4800 - a, month + 12 * a - 3
    return day + (153 * m + 2) // 5 + 365 * y + y // 4 - y // 100 + y // 400 - 32045


def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return f // 31, f % 31 + 1


class Time:
    def __init__(self, hours=0, minutes=0, seconds=0):
        self.total = (hours * 3600 + minutes * 60 + seconds) % 86400

    def __add__(self, seconds):
        return Time(seconds=self.total + seconds)

    def __sub__(self, other):
        return (self.total - other.total) % 86400 if isinstance(other, Time) else self + -other

    def __str__(self):
        minutes, seconds = divmod(self.total, 60)
        return '%02d:%02d:%02d' % (divmod(minutes, 60) + (seconds,))

    def __eq__(self, other):
        return self.total == other.total

    def __lt__(self, other):
        return self.total < other.total

    @property
    def twelve(self):
        h = self.total // 3600
        return '%d:%02d %s' % (h % 12 or 12, self.total // 60 % 60, 'am' if h < 12 else 'pm')

    @property
    def angle(self):
        minutes = self.total / 60
        difference = abs(minutes % 720 / 2 - minutes % 60 * 6)
        return min(difference, 360 - difference)


days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
print([y for y in (1600, 1700, 1900, 1996, 2000, 2023, 2024, 2100) if leap(y)])
print([days[weekday(*d)] for d in ((2024, 1, 1), (2000, 2, 29), (1969, 7, 20), (1900, 3, 1), (2015, 11, 9))])
print(day_number(2024, 3, 1) - day_number(2024, 2, 28), day_number(2000, 1, 1), day_number(2024, 12, 25) - day_number(2024, 1, 1))
print([easter(y) for y in (1999, 2000, 2016, 2024, 2025)])
a, b = Time(23, 59, 30), Time(0, 1)
print(a, b, a + 45, b - 61, b - a, a - b, a > b, a == Time(seconds=-30), a.twelve, b.twelve, Time(12).twelve, Time(3).angle, Time(9, 30).angle, Time(12, 30).angle)
print(max(a, b), sorted(map(str, [a, b, Time(7, 5)])), [str(Time(minutes=m)) for m in (-1, 0, 61, 1441)])


def spell(seconds):
    parts = []
    for size, name in ((86400, 'day'), (3600, 'hour'), (60, 'minute'), (1, 'second')):
        count, seconds = divmod(seconds, size)
        if count:
            parts.append('%d %s%s' % (count, name, 's' * (count > 1)))
    return ' and '.join(filter(None, [', '.join(parts[:-1]), parts[-1] if parts else 'now']))


print([spell(s) for s in (0, 1, 62, 3661, 90061, 172800)])
for year, month in ((2024, 2), (2015, 11)):
    length = [31, 28 + leap(year), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    print('%d-%02d' % (year, month))
    print(' '.join(d[:2] for d in days))
    cells = ['  '] * weekday(year, month, 1) + ['%2d' % d for d in range(1, length + 1)]
    for i in range(0, len(cells), 7):
        print(' '.join(cells[i:i + 7]))
