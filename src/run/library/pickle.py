# Pickles of protocols 0 to 5, as far as they hold numbers, texts, containers and instances.
import _library
import io
import struct
import sys

HIGHEST_PROTOCOL, DEFAULT_PROTOCOL = 4, 3


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


# ---- writing: protocol 2, which all versions read ----

class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True):
        # no effect: protocol, fix_imports
        self._write, self._memo = file.write, {}

    def dump(self, obj):
        self._write(b'\x80\x02')
        self._save(obj)
        self._write(b'.')

    def _remember(self, obj):
        n = self._memo[id(obj)] = len(self._memo)
        self._write(b'q' + bytes([n]) if n < 256 else b'r' + struct.pack('<I', n))

    def _save(self, o):
        if id(o) in self._memo:
            n = self._memo[id(o)]
            self._write(b'h' + bytes([n]) if n < 256 else b'j' + struct.pack('<I', n))
        elif o is None or o is True or o is False:
            self._write({None: b'N', True: b'\x88', False: b'\x89'}[o])
        elif type(o) in self._WAYS:
            self._WAYS[type(o)](self, o)
        elif isinstance(o, type) or callable(o) and not hasattr(type(o), '__dict__') or _is_function(o):
            self._save_global(o)
        else:
            self._save_instance(o)

    def _save_int(self, o):
        if -2 ** 31 <= o < 2 ** 31:
            self._write(b'J' + struct.pack('<i', o))
        else:
            data = o.to_bytes(o.bit_length() // 8 + 1, 'little', signed=True)
            self._write(b'\x8a' + bytes([len(data)]) + data if len(data) < 256
                        else b'\x8b' + struct.pack('<i', len(data)) + data)

    def _save_float(self, o):
        self._write(b'G' + struct.pack('>d', o))

    def _save_str(self, o):
        data = o.encode('utf-8')
        self._write(b'X' + struct.pack('<I', len(data)) + data)
        self._remember(o)

    def _save_bytes(self, o):
        self._write(b'C' + bytes([len(o)]) + o if len(o) < 256 else b'B' + struct.pack('<I', len(o)) + o)
        self._remember(o)

    def _save_tuple(self, o):
        self._write(b'(')
        for x in o:
            self._save(x)
        self._write(b't')
        self._remember(o)

    def _save_list(self, o):
        self._write(b']')
        self._remember(o)
        self._write(b'(')
        for x in o:
            self._save(x)
        self._write(b'e')

    def _save_dict(self, o):
        self._write(b'}')
        self._remember(o)
        self._write(b'(')
        for k, v in o.items():
            self._save(k)
            self._save(v)
        self._write(b'u')

    def _save_set(self, o):
        self._write(b'c' + ('builtins\n%s\n' % type(o).__name__).encode())
        self._save_tuple((list(o),))
        self._write(b'R')
        self._remember(o)

    def _save_global(self, o):
        name = getattr(o, '__qualname__', o.__name__)
        module = sys.modules.get(o.__module__)
        if '<lambda>' in name or '<locals>' in name or getattr(module, name, None) is not o:
            raise PicklingError("Can't pickle %r: attribute lookup %s on %s failed" % (o, name, o.__module__))
        self._write(b'c' + ('%s\n%s\n' % (o.__module__, name)).encode())

    def _save_instance(self, o):
        kind = type(o)
        if hasattr(kind, '__reduce__') and '__reduce__' in kind.__dict__:
            made = o.__reduce__()
            self._save(made[0])
            self._save_tuple(tuple(made[1]))
            self._write(b'R')
            self._remember(o)
            if len(made) > 2 and made[2] is not None:
                self._save(made[2])
                self._write(b'b')
            return
        if not hasattr(o, '__dict__') or isinstance(o, (list, dict, set, str, int, float, bytes)):
            if isinstance(o, tuple):
                self._save(kind)
                self._save_tuple(tuple(o))
                self._write(b'\x81')
                self._remember(o)
                return
            if kind.__name__ in ('generator', 'module', 'builtin_function_or_method'):
                raise TypeError("cannot pickle '%s' object" % kind.__name__)
            _library.refuse('pickling of a %s' % kind.__name__)
        self._save(kind)
        self._write(b')\x81')
        self._remember(o)
        state = o.__getstate__() if hasattr(kind, '__getstate__') and '__getstate__' in kind.__dict__ else dict(o.__dict__)
        if state:
            self._save(state)
            self._write(b'b')

    _WAYS = {int: _save_int, float: _save_float, str: _save_str, bytes: _save_bytes, tuple: _save_tuple,
             list: _save_list, dict: _save_dict, set: _save_set, frozenset: _save_set}


def _is_function(o):
    return type(o).__name__ in ('function', 'builtin_function_or_method')


# ---- reading ----

class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict'):
        # no effect: fix_imports
        self._file, self._encoding, self._errors = file, encoding, errors

    def _read(self, n):
        data = self._file.read(n)
        if len(data) < n:
            raise EOFError('Ran out of input')
        return data

    def _line(self):
        return self._file.readline()[:-1]

    def find_class(self, module, name):
        if module.startswith('numpy'):
            _library.refuse('arrays in pickles')
        module = {'__builtin__': 'builtins', 'copy_reg': 'copyreg'}.get(module, module)
        value = __import__(module, None, None, ['x'])
        for part in name.split('.'):
            value = getattr(value, part)
        return value

    def _text(self, data):
        return data if self._encoding == 'bytes' else data.decode(self._encoding, self._errors)

    def _number(self, n):
        return int.from_bytes(self._read(n), 'little')

    def _mark(self, stack):
        at = len(stack) - 1
        while stack[at] is not _MARK:
            at -= 1
        items = stack[at + 1:]
        del stack[at:]
        return items

    def load(self):
        stack, memo = [], {}
        while True:
            op = self._read(1)
            if op == b'.':
                return stack.pop()
            if op not in _OPS:
                if op in (b'P', b'Q', b'\x82', b'\x83', b'\x84', b'\x97', b'\x98'):
                    _library.refuse('the instruction %r of pickles' % op)
                raise UnpicklingError('invalid load key, %r.' % op.decode('latin-1'))
            _OPS[op](self, stack, memo)

    def _build(self, stack):
        state, o = stack.pop(), stack[-1]
        if hasattr(type(o), '__setstate__'):
            o.__setstate__(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        for part in (state, slots):
            for k, v in (part or {}).items():
                setattr(o, k, v)

    def _make(self, stack):
        args, cls = stack.pop(), stack.pop()
        stack.append(cls.__new__(cls, *args))

    def _reduce(self, stack):
        args, f = stack.pop(), stack.pop()
        stack.append(_rebuilt(*args) if getattr(f, '__name__', '') == '_reconstructor' else f(*args))


def _rebuilt(cls, base, state):
    return cls.__new__(cls) if base is object else base.__new__(cls, state)


class _Mark:
    pass


_MARK = _Mark()


def _int_text(text):
    return {b'00': False, b'01': True}[text] if text in (b'00', b'01') else int(text.decode().rstrip('L'))


def _extend(u, s):
    items = u._mark(s)
    s[-1].extend(items)


def _update(u, s):
    items = u._mark(s)
    for i in range(0, len(items), 2):
        s[-1][items[i]] = items[i + 1]


def _set_item(_u, s):
    v, k = s.pop(), s.pop()
    s[-1][k] = v


def _add(u, s):
    items = u._mark(s)
    s[-1].update(items)


def _dict(u, s):
    items = u._mark(s)
    s.append({items[i]: items[i + 1] for i in range(0, len(items), 2)})


def _last(n):
    def take(_u, s, _m):
        items = tuple(s[-n:])
        del s[-n:]
        s.append(items)
    return take


def _stack_global(u, s):
    name, module = s.pop(), s.pop()
    s.append(u.find_class(module, name))


def _instance(_u, s, cls, args):
    s.append(cls(*args))


def _object(u, s):
    items = u._mark(s)
    s.append(items[0](*items[1:]))


def _push(f):
    return lambda u, s, m: s.append(f(u))


def _do(f):
    return lambda u, s, m: f(u, s)


def _put(f):
    def put(u, s, m):
        m[f(u, m)] = s[-1]
    return put


def _bytes_of(size):
    return _push(lambda u: u._read(u._number(size)))


def _unicode_of(size):
    return _push(lambda u: u._read(u._number(size)).decode('utf-8'))


def _string_of(size):
    return _push(lambda u: u._text(u._read(u._number(size))))


def _line_string(u):
    text = u._line()[1:-1]
    if b'\\' in text:
        _library.refuse('escapes in pickles of protocol 0')
    return u._text(text)


def _line_unicode(u):
    text = u._line()
    if b'\\' in text:
        _library.refuse('escapes in pickles of protocol 0')
    return text.decode('latin-1')


_OPS = {
    b'(': _do(lambda u, s: s.append(_MARK)), b'0': _do(lambda u, s: s.pop()), b'1': _do(lambda u, s: u._mark(s)),
    b'2': _do(lambda u, s: s.append(s[-1])),
    b'N': _push(lambda u: None), b'\x88': _push(lambda u: True), b'\x89': _push(lambda u: False),
    b'I': _push(lambda u: _int_text(u._line())), b'L': _push(lambda u: int(u._line().decode().rstrip('L'))),
    b'F': _push(lambda u: float(u._line())),
    b'J': _push(lambda u: int.from_bytes(u._read(4), 'little', signed=True)), b'K': _push(lambda u: u._number(1)),
    b'M': _push(lambda u: u._number(2)), b'G': _push(lambda u: struct.unpack('>d', u._read(8))[0]),
    b'\x8a': _push(lambda u: int.from_bytes(u._read(u._number(1)), 'little', signed=True)),
    b'\x8b': _push(lambda u: int.from_bytes(u._read(u._number(4)), 'little', signed=True)),
    b'S': _push(_line_string), b'T': _string_of(4), b'U': _string_of(1), b'V': _push(_line_unicode),
    b'X': _unicode_of(4), b'\x8c': _unicode_of(1), b'\x8d': _unicode_of(8), b'B': _bytes_of(4), b'C': _bytes_of(1),
    b'\x8e': _bytes_of(8),
    b')': _push(lambda u: ()), b']': _push(lambda u: []), b'}': _push(lambda u: {}), b'\x8f': _push(lambda u: set()),
    b't': _do(lambda u, s: s.append(tuple(u._mark(s)))), b'l': _do(lambda u, s: s.append(u._mark(s))), b'd': _do(_dict),
    b'\x91': _do(lambda u, s: s.append(frozenset(u._mark(s)))), b'\x90': _do(_add),
    b'\x85': _last(1), b'\x86': _last(2), b'\x87': _last(3),
    b'a': _do(lambda u, s: s[-2].append(s[-1]) or s.pop()),
    b'e': _do(_extend), b's': _do(_set_item), b'u': _do(_update),
    b'p': _put(lambda u, m: int(u._line())), b'q': _put(lambda u, m: u._number(1)), b'r': _put(lambda u, m: u._number(4)),
    b'\x94': _put(lambda u, m: len(m)),
    b'g': lambda u, s, m: s.append(m[int(u._line())]), b'h': lambda u, s, m: s.append(m[u._number(1)]),
    b'j': lambda u, s, m: s.append(m[u._number(4)]),
    b'c': _push(lambda u: u.find_class(u._line().decode(), u._line().decode())), b'\x93': _do(_stack_global),
    b'R': _do(lambda u, s: u._reduce(s)), b'\x81': _do(lambda u, s: u._make(s)), b'b': _do(lambda u, s: u._build(s)),
    b'i': _do(lambda u, s: _instance(u, s, u.find_class(u._line().decode(), u._line().decode()), u._mark(s))),
    b'o': _do(_object), b'\x80': _do(lambda u, s: u._number(1)), b'\x95': _do(lambda u, s: u._number(8)),
}


# ---- functions ----

def dump(obj, file, protocol=None, *, fix_imports=True):
    Pickler(file, protocol, fix_imports=fix_imports).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True):
    file = io.BytesIO()
    Pickler(file, protocol, fix_imports=fix_imports).dump(obj)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict'):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors).load()


def loads(data, *, fix_imports=True, encoding='ASCII', errors='strict'):
    return Unpickler(io.BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors).load()


def _refused(*args, **kw):
    _library.refuse('pickle in Python 2')


if sys.version_info[0] == 2:
    dump = dumps = load = loads = Pickler = Unpickler = _refused
