"""A monitored loop with hooks that see each step and can ask to stop."""


class Hook(object):
    def begin(self):
        pass

    def before_run(self, context):
        return None

    def after_run(self, context, value):
        pass

    def end(self):
        pass


class Context(object):
    def __init__(self, step):
        self.step, self._stop = step, False

    def request_stop(self):
        self._stop = True

    stop_requested = property(lambda self: self._stop)


class StopAt(Hook):
    def __init__(self, last):
        self.last = last

    def after_run(self, context, value):
        if context.step + 1 >= self.last:
            context.request_stop()


class Log(Hook):
    def __init__(self, every):
        self.every, self.lines = every, []

    def begin(self):
        self.lines.append('begin')

    def after_run(self, context, value):
        if context.step % self.every == 0:
            self.lines.append('%d:%.3f' % (context.step, value))

    def end(self):
        self.lines.append('end')


class NanGuard(Hook):
    def after_run(self, context, value):
        if value != value:
            raise FloatingPointError('loss is nan at step %d' % context.step)


def loop(f, hooks):
    for hook in hooks:
        hook.begin()
    step = 0
    try:
        while True:
            context = Context(step)
            for hook in hooks:
                hook.before_run(context)
            value = f(step)
            for hook in hooks:
                hook.after_run(context, value)
            step += 1
            if context.stop_requested:
                return step
    finally:
        for hook in reversed(hooks):
            hook.end()


log = Log(3)
print(loop(lambda s: 1.0 / (s + 1), [StopAt(8), log, NanGuard()]), log.lines)
log = Log(1)
try:
    loop(lambda s: float('nan') if s == 2 else s, [log, NanGuard(), StopAt(100)])
except FloatingPointError as e:
    print('FloatingPointError', e, log.lines, isinstance(e, ArithmeticError))
print(loop(len, [StopAt(1)]) if False else loop(lambda s: 0, [StopAt(0)]))
