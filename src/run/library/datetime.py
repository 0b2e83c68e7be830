# What datetime has beyond module_datetime.c: time, and reading by a format.
import datetime as _dt

MINYEAR, MAXYEAR = 1, 9999


class time:
    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        import _library
        _library.only('fold of datetime.time', fold, 0)
        if tzinfo is not None:
            _library.refuse('time zones of datetime')
        for name, value, most in (('hour', hour, 23), ('minute', minute, 59), ('second', second, 59),
                                  ('microsecond', microsecond, 999999)):
            if not 0 <= value <= most:
                raise ValueError('%s must be in 0..%d' % (name, most))
        self._all = (hour, minute, second, microsecond)

    hour = property(lambda self: self._all[0])
    minute = property(lambda self: self._all[1])
    second = property(lambda self: self._all[2])
    microsecond = property(lambda self: self._all[3])
    tzinfo = property(lambda self: None)

    def isoformat(self, timespec='auto'):
        import _library
        _library.only('timespec of isoformat', timespec, 'auto')
        text = '%02d:%02d:%02d' % self._all[:3]
        return text + '.%06d' % self._all[3] if self._all[3] else text

    __str__ = isoformat

    def __repr__(self):
        shown = list(self._all)
        while len(shown) > 2 and not shown[-1]:
            shown.pop()
        return 'datetime.time(%s)' % ', '.join(map(str, shown))

    def strftime(self, format):
        return _dt.datetime(1900, 1, 1, *self._all).strftime(format)

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None):
        new = (hour, minute, second, microsecond)
        return time(*[old if n is None else n for n, old in zip(new, self._all)])

    def __eq__(self, other):
        return self._all == other._all if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._all < other._all if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._all <= other._all if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._all)

    @classmethod
    def fromisoformat(cls, text):
        whole, _, fraction = text.partition('.')
        parts = [int(p) for p in whole.split(':')]
        return cls(*(parts + [0] * (3 - len(parts)) + [int((fraction + '000000')[:6])]))


def _time_of(moment):
    return time(moment.hour, moment.minute, moment.second, moment.microsecond)


def _combine(cls, date, time):
    return cls(date.year, date.month, date.day, *time._all)


_MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october',
           'november', 'december']
_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
_NUMBERS = {'Y': ('year', '\\d\\d\\d\\d'), 'm': ('month', '1[0-2]|0[1-9]|[1-9]'),
            'd': ('day', '3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9]'), 'H': ('hour', '2[0-3]|[0-1]\\d|\\d'),
            'M': ('minute', '[0-5]\\d|\\d'), 'S': ('second', '6[0-1]|[0-5]\\d|\\d'),
            'f': ('fraction', '[0-9]{1,6}'), 'y': ('short', '\\d\\d'), 'I': ('half', '1[0-2]|0[1-9]|[1-9]'),
            'j': ('yearday', '36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]')}


def _names(words, short):
    return '|'.join(w[:3] if short else w for w in sorted(words, key=len, reverse=True))


# (pattern, names of its groups)
def _pattern(format):
    import re
    format = format.replace('%D', '%m/%d/%y').replace('%T', '%H:%M:%S').replace('%R', '%H:%M')
    format = format.replace('%c', '%a %b %d %H:%M:%S %Y').replace('%x', '%m/%d/%y').replace('%X', '%H:%M:%S')
    out, names, i = '', [], 0
    while i < len(format):
        c = format[i]
        i += 1
        if c.isspace():
            while i < len(format) and format[i].isspace():
                i += 1
            out += '\\s+'
            continue
        if c != '%':
            out += re.escape(c)
            continue
        if i == len(format):
            raise ValueError("stray %% in format '%s'" % format)
        d = format[i]
        i += 1
        if d == '%':
            out += '%'
            continue
        if d in _NUMBERS:
            name, part = _NUMBERS[d]
        elif d in 'bB':
            name, part = 'name', _names(_MONTHS, d == 'b')
        elif d in 'aA':
            name, part = 'weekday', _names(_DAYS, d == 'a')
        elif d == 'p':
            name, part = 'noon', 'am|pm'
        elif d in 'zZUWGuVw':
            import _library
            _library.refuse('%%%s in strptime' % d)
        else:
            raise ValueError("'%s' is a bad directive in format '%s'" % (d, format))
        out += '(' + part + ')'
        names.append(name)
    return re.compile(out, re.IGNORECASE), names


def _fields(text, format):
    pattern, names = _pattern(format)
    m = pattern.match(text)
    if not m:
        raise ValueError('time data %r does not match format %r' % (text, format))
    if m.end() != len(text):
        raise ValueError('unconverted data remains: ' + text[m.end():])
    f = {'year': 1900, 'month': 1, 'day': 1, 'hour': 0, 'minute': 0, 'second': 0, 'fraction': 0}
    for name, value in zip(names, m.groups()):
        value = value.lower()
        if name == 'name':
            f['month'] = [w[:3] for w in _MONTHS].index(value[:3]) + 1
        elif name == 'fraction':
            f['fraction'] = int((value + '000000')[:6])
        elif name == 'short':
            f['year'] = int(value) + (2000 if int(value) <= 68 else 1900)
        elif name in ('weekday', 'noon'):
            f[name] = value
        else:
            f[name] = int(value)
    if 'half' in f:
        f['hour'] = f['half'] % 12 + (12 if f.get('noon') == 'pm' else 0)
    if 'yearday' in f:
        day = _dt.date(f['year'], 1, 1) + _dt.timedelta(f['yearday'] - 1)
        f['month'], f['day'] = day.month, day.day
    return f


def _strptime(cls, text, format):
    f = _fields(text, format)
    return cls(f['year'], f['month'], f['day'], f['hour'], f['minute'], f['second'], f['fraction'])


def _fromisoformat(cls, text):
    parts = [int(p) for p in text[:10].split('-')] if len(text) >= 10 and text[4] == text[7] == '-' else None
    if parts is None or (cls is _dt.date and len(text) > 10):
        raise ValueError('Invalid isoformat string: %r' % text)
    if cls is _dt.date or len(text) == 10:
        return cls(*parts)
    return _combine(cls, _dt.date(*parts), time.fromisoformat(text[11:]))


def _isocalendar(day):
    weekday = day.isoweekday()
    thursday = _dt.date(day.year, day.month, day.day) + _dt.timedelta(4 - weekday)
    first = _dt.date(thursday.year, 1, 1)
    return (thursday.year, (thursday - first).days // 7 + 1, weekday)


def _ctime(moment):
    return moment.strftime('%a %b ') + '%2d' % moment.day + moment.strftime(' %H:%M:%S %Y')


def _isoweekday(day):
    return day.weekday() + 1


def _toordinal(day):
    return (_dt.date(day.year, day.month, day.day) - _dt.date(1, 1, 1)).days + 1


def _fromordinal(cls, n):
    if n < 1:
        raise ValueError('ordinal must be >= 1')
    return cls(1, 1, 1) + _dt.timedelta(n - 1)


def _timetuple(day):
    import time
    f = (getattr(day, 'hour', 0), getattr(day, 'minute', 0), getattr(day, 'second', 0))
    yearday = _toordinal(day) - _dt.date(day.year, 1, 1).toordinal() + 1
    return time.struct_time((day.year, day.month, day.day) + f + (day.weekday(), yearday, -1))
