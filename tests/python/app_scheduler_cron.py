"""Jobs with intervals and times of day on a clock that is advanced by hand."""
import datetime


class Job(object):
    def __init__(self, name, since, every=None, at=None):
        self.name, self.since, self.every, self.at, self.runs = name, since, every, at, []

    def next_after(self, now):
        if self.every:
            return (self.runs[-1] if self.runs else self.since) + self.every
        today = datetime.datetime.combine(now.date(), self.at)
        return today if today > now else today + datetime.timedelta(days=1)


def run(jobs, start, end):
    now = start
    while True:
        when, job = min(((j.next_after(now), j) for j in jobs), key=lambda p: (p[0], p[1].name))
        if when > end:
            return
        now = when
        job.runs.append(now)


start = datetime.datetime(2017, 12, 31, 20, 0)
jobs = [Job('backup', start, every=datetime.timedelta(hours=3)), Job('report', start, at=datetime.time(6, 30)), Job('ping', start, every=datetime.timedelta(minutes=100))]
run(jobs, start, start + datetime.timedelta(hours=12))
for job in jobs:
    print('%-7s %d %s' % (job.name, len(job.runs), ' '.join(t.strftime('%d.%H:%M') for t in job.runs)))
first, last = jobs[0].runs[0], jobs[0].runs[-1]
print(last - first, (last - first).seconds, last.year, last.isoformat(), first < last, first.replace(hour=0))
