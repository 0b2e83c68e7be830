"""Times read from lines and sorted into hours."""
from collections import Counter, defaultdict
from datetime import datetime, timedelta

LOG = '''2018-03-01 09:15:00 login ann
2018-03-01 09:47:30 login bob
2018-03-01 10:05:10 logout ann
2018-03-02 00:00:01 login cid
2018-03-01 17:45:00 logout bob'''
events = []
for line in LOG.splitlines():
    day, clock, what, who = line.split()
    events.append((datetime.strptime(day + ' ' + clock, '%Y-%m-%d %H:%M:%S'), what, who))
events.sort()
print(Counter(t.hour for t, _, _ in events).most_common(1), [t.strftime('%H:%M') for t, _, _ in events])
since, spent = {}, defaultdict(timedelta)
for t, what, who in events:
    if what == 'login':
        since[who] = t
    else:
        spent[who] += t - since.pop(who)
for who, d in sorted(spent.items()):
    print(who, d, d.total_seconds() / 60, d > timedelta(hours=1), str(d).split(':')[0])
print(sorted(since), events[-1][0].date() - events[0][0].date(), (events[-1][0] - events[0][0]).days)
first = events[0][0]
print(first.replace(minute=0, second=0), first + timedelta(days=-1, minutes=45), first.isoformat(), first.strftime('%A'), [first.date().toordinal() % 7, first.weekday()])
print(min(events)[2], {t.date().isoformat() for t, _, _ in events} == {'2018-03-01', '2018-03-02'}, datetime(2018, 3, 1) in [datetime(2018, 3, 1, 0, 0)])
