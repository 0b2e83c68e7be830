# What contextlib has beyond module_contextlib.c.
import sys
from abc import ABC


class AbstractContextManager(ABC):
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        inner.__name__ = func.__name__
        inner.__doc__ = func.__doc__
        inner.__wrapped__ = func
        return inner


class _Redirect:
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exc_type, exc_value, traceback):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirect):
    _stream = 'stdout'


class redirect_stderr(_Redirect):
    _stream = 'stderr'


class ExitStack:
    def __init__(self):
        self._exits = []

    def __enter__(self):
        return self

    def enter_context(self, cm):
        kind = type(cm)
        leave, result = kind.__exit__, kind.__enter__(cm)
        self._exits.append(lambda *details: leave(cm, *details))
        return result

    def push(self, exit):
        if hasattr(type(exit), '__exit__'):
            leave = type(exit).__exit__
            self._exits.append(lambda *details: leave(exit, *details))
        else:
            self._exits.append(exit)
        return exit

    def callback(self, callback, *args, **kwds):
        def leave(*details):
            # no effect: details
            callback(*args, **kwds)
        self._exits.append(leave)
        return callback

    def pop_all(self):
        stack = type(self)()
        stack._exits, self._exits = self._exits, []
        return stack

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, *details):
        raised, pending = details[0] is not None, None
        while self._exits:
            leave = self._exits.pop()
            try:
                if leave(*details) and details[0] is not None:
                    pending, details = None, (None, None, None)
            except BaseException as e:
                pending, details = e, (type(e), e, e.__traceback__)
        if pending is not None:
            raise pending
        return raised and details[0] is None
