# Operations that are written in Python: what a node does when a session runs it. host.c calls run().
import _library

_running = {}   # operation: function(store, *inputs), which gives a list of the outputs
_stores = {}    # session: what it holds for such nodes


def add(made, function):
    """The node of a tensor, a list of tensors or an operation runs as this function."""
    one = made[0] if isinstance(made, (tuple, list)) else made
    _running[getattr(one, 'op', one)] = function
    return made


def store(session):
    if session not in _stores:
        _stores[session] = {None: session}
    return _stores[session]


def run(operation, session, inputs):
    if operation not in _running:
        _library.refuse('running the operation %s' % operation.name)
    return _running[operation](store(session), *inputs)


class Philox:
    """TensorFlow's random numbers for a pair of seeds, one after the other (SingleSampleAdapter)."""

    def __init__(self, seed, seed2):
        self._key = (seed & 0xffffffff, seed >> 32 & 0xffffffff)
        self._counter = [0, 0, seed2 & 0xffffffff, seed2 >> 32 & 0xffffffff]
        self._left = []

    def _block(self):
        k0, k1 = self._key
        c0, c1, c2, c3 = self._counter
        for i in range(10):
            a, b = c0 * 0xD2511F53, c2 * 0xCD9E8D57
            c0, c1, c2, c3 = b >> 32 ^ c1 ^ k0, b & 0xffffffff, a >> 32 ^ c3 ^ k1, a & 0xffffffff
            k0, k1 = k0 + 0x9E3779B9 & 0xffffffff, k1 + 0xBB67AE85 & 0xffffffff
        for i in range(4):
            self._counter[i] = self._counter[i] + 1 & 0xffffffff
            if self._counter[i]:
                break
        return [c0, c1, c2, c3]

    def next(self):
        if not self._left:
            self._left = self._block()
        return self._left.pop(0)
