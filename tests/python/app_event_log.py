"""Reading log lines with a regular expression; sessions, durations, totals by hour."""
import re
from collections import defaultdict
from datetime import datetime, timedelta

LOG = '''2017-03-01 09:58:59 ann login
2017-03-01 10:01:10 bob login from 10.0.0.7
2017-03-01 10:30:00 ann error code=500
this line is broken
2017-03-01 11:00:01 ann logout
2017-03-02 00:15:00 bob logout
2017-03-02 08:00:00 eve login'''
LINE = re.compile(r'(?P<when>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (?P<who>\w+) (?P<what>\w+)(?: (?P<rest>.*))?$')

sessions, open_since, broken = defaultdict(timedelta), {}, []
hours = defaultdict(int)
for number, line in enumerate(LOG.split('\n'), 1):
    m = LINE.match(line)
    if not m:
        broken.append((number, line))
        continue
    when = datetime.strptime(m.group('when'), '%Y-%m-%d %H:%M:%S')
    hours[when.hour] += 1
    if m.group('what') == 'login':
        open_since[m.group('who')] = when
    elif m.group('what') == 'logout':
        sessions[m.group('who')] += when - open_since.pop(m.group('who'))
    if m.group('rest'):
        print('%s: %s' % (m.group('who'), m.group('rest')), dict(re.findall(r'(\w+)=(\w+)', m.group('rest'))))
for who in sorted(sessions):
    print(who, sessions[who], sessions[who].total_seconds())
print('still there:', {who: when.isoformat() for who, when in open_since.items()})
print('broken:', broken, dict(hours), sum(sessions.values(), timedelta()))
print(LINE.groupindex if False else sorted(LINE.match(LOG.split('\n')[0]).groupdict().items(), key=str))
