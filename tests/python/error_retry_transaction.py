"""Steps that are undone in reverse when a later one fails; errors while undoing."""


class Step(object):
    def __init__(self, name, fail=None, undo_fails=False):
        self.name, self.fail, self.undo_fails = name, fail, undo_fails

    def do(self, log):
        if self.fail:
            raise self.fail
        log.append('+' + self.name)

    def undo(self, log):
        if self.undo_fails:
            raise OSError('cannot undo ' + self.name)
        log.append('-' + self.name)


def run(steps):
    log, done = [], []
    try:
        for step in steps:
            step.do(log)
            done.append(step)
    except Exception as error:
        problems = []
        while done:
            try:
                done.pop().undo(log)
            except OSError as e:
                problems.append(str(e))
        log.append('%s after %s' % (type(error).__name__, error))
        if problems:
            raise RuntimeError('; '.join(problems)) from error
    else:
        log.append('ok')
    finally:
        print(' '.join(log))
    return len(done)


print(run([Step('a'), Step('b'), Step('c')]))
print(run([Step('a'), Step('b'), Step('c', fail=ValueError('c'))]))
try:
    run([Step('a'), Step('b', undo_fails=True), Step('c', fail=KeyError('k'))])
except RuntimeError as e:
    print(e, '|', repr(e.__cause__), '|', e.__suppress_context__)
try:
    run([Step('a'), Step('stop', fail=KeyboardInterrupt())])
except KeyboardInterrupt as e:
    print('interrupted', e.args, isinstance(e, Exception))
print(run([]))
