"""A grade book: weights, missing work, ranks with ties, a histogram of letters."""


class Student(object):
    WEIGHTS = {'homework': 0.3, 'test': 0.5, 'project': 0.2}

    def __init__(self, name, **scores):
        self.name = name
        self.scores = {kind: scores.get(kind, []) for kind in self.WEIGHTS}

    def __add__(self, entry):
        kind, score = entry
        if not 0 <= score <= 100:
            raise ValueError('%s: %r is no score' % (self.name, score))
        self.scores[kind].append(score)
        return self

    @property
    def average(self):
        done = {k: sum(v) / len(v) for k, v in self.scores.items() if v}
        weight = sum(self.WEIGHTS[k] for k in done)
        return sum(self.WEIGHTS[k] * done[k] for k in sorted(done)) / weight if weight else None

    @property
    def letter(self):
        if self.average is None:
            return '-'
        return next((l for l, least in (('A', 90), ('B', 80), ('C', 70)) if self.average >= least), 'F')

    def __repr__(self):
        return '%s(%s)' % (self.name, self.letter)


students = [Student('Ann', homework=[90, 80], test=[95]), Student('Bob', test=[70, 75], project=[88]),
            Student('Cid'), Student('Dee', homework=[65], test=[60], project=[70])]
students[2] + ('test', 100) + ('homework', 71)
for s in students:
    print('{0.name:<4} {0.letter} {0.average:6.2f}'.format(s))
ranked = sorted(students, key=lambda s: s.average, reverse=True)
print(ranked, [s.name for s in ranked].index('Bob') + 1)
letters = [s.letter for s in students]
print({l: '*' * letters.count(l) for l in sorted(set(letters))})
for entry in (('test', 101), ('quiz', 50)):
    try:
        students[0] + entry
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)
print(Student('New').average, Student('New'), max(students, key=lambda s: len(s.scores['test'])))
