import time

default_timer = time.perf_counter
default_number = 1000000


class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        # no effect: globals
        for code in (stmt, setup):
            if not callable(code) and code != 'pass':
                import _library
                _library.refuse('timeit of a text; a function is modelled')
        self.stmt, self.setup, self.timer = stmt, setup, timer

    def timeit(self, number=default_number):
        if callable(self.setup):
            self.setup()
        start = self.timer()
        for _ in range(number):
            if callable(self.stmt):
                self.stmt()
        return self.timer() - start

    def repeat(self, repeat=5, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=5, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
