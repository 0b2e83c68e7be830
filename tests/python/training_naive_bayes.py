"""A naive Bayes classifier for short messages, with smoothing and log probabilities."""
import math
import re
from collections import Counter, defaultdict

TRAIN = [('spam', 'win money now'), ('spam', 'win a prize, win big'), ('ham', 'see you at lunch'),
         ('ham', 'lunch money is on the table'), ('ham', 'are you at home now?')]


def words(text):
    return re.findall(r"[a-z']+", text.lower())


class NaiveBayes(object):
    def __init__(self, alpha=1.0):
        self.alpha = alpha
        self.counts = defaultdict(Counter)
        self.labels = Counter()

    def fit(self, examples):
        for label, text in examples:
            self.labels[label] += 1
            self.counts[label].update(words(text))
        self.vocabulary = set().union(*self.counts.values())
        return self

    def scores(self, text):
        total = sum(self.labels.values())
        out = {}
        for label in sorted(self.labels):
            counts = self.counts[label]
            size = sum(counts.values()) + self.alpha * len(self.vocabulary)
            out[label] = math.log(self.labels[label] / total) + sum(
                math.log((counts[w] + self.alpha) / size) for w in words(text)
                if w in self.vocabulary)
        return out

    def predict(self, text):
        scores = self.scores(text)
        return max(scores, key=scores.get)


model = NaiveBayes().fit(TRAIN)
print(len(model.vocabulary), dict(model.labels), model.counts['spam'].most_common(1))
for text in ('Win win WIN', 'lunch at home', 'money', 'unknown words only'):
    scores = model.scores(text)
    print('%-20s %-5s %s' % (text, model.predict(text),
                             ' '.join('%s %.4f' % (k, v) for k, v in sorted(scores.items()))))
print(sum(model.predict(text) == label for label, text in TRAIN), 'of', len(TRAIN))
