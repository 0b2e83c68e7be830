"""A keeper of checkpoints: at most N of them, and every so often one for ever."""
import collections


class Saver(object):
    def __init__(self, max_to_keep=3, keep_every=None):
        self.recent = collections.deque()
        self.kept = []
        self.max_to_keep, self.keep_every = max_to_keep, keep_every
        self.disk = {}

    def save(self, state, step):
        name = 'model.ckpt-%d' % step
        self.disk[name] = dict(state)
        self.recent.append(name)
        while len(self.recent) > self.max_to_keep:
            old = self.recent.popleft()
            number = int(old.rsplit('-', 1)[1])
            if self.keep_every and number % self.keep_every == 0:
                self.kept.append(old)
            else:
                del self.disk[old]
        return name

    @property
    def latest(self):
        return self.recent[-1] if self.recent else None

    def restore(self, name=None):
        name = name or self.latest
        if name not in self.disk:
            raise IOError('no checkpoint %r' % name)
        return dict(self.disk[name])


saver, state = Saver(keep_every=20), {'w': 0.0}
try:
    saver.restore()
except IOError as e:
    print(type(e).__name__, e)
for step in range(0, 101, 10):
    state['w'] += 0.5
    saver.save(state, step)
print(saver.latest, list(saver.recent), saver.kept)
print(sorted(saver.disk, key=lambda n: int(n.split('-')[-1])))
print(saver.restore(), saver.restore('model.ckpt-20'))
state['w'] = -1
assert saver.restore()['w'] == 5.5
try:
    saver.restore('model.ckpt-50')
except (IOError, OSError) as e:
    print(e, isinstance(e, OSError), IOError is OSError)
