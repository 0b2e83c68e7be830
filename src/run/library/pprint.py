import _library
import sys
from collections import Counter, OrderedDict, defaultdict, deque
from io import StringIO


class _Key:
    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return str(type(self.obj)) < str(type(other.obj))


def _sorted(items, key=None):
    return sorted(items, key=lambda x: _Key(x if key is None else key(x)))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        _library.only('underscore_numbers of pprint', underscore_numbers, False)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent, self._width, self._depth, self._compact = indent, width, depth, compact
        self._sort, self._stream = sort_dicts, stream

    def pprint(self, object):
        (self._stream or sys.stdout).write(self.pformat(object) + '\n')

    def pformat(self, object):
        out = []
        self._format(object, out, 0, 0, [], 0)
        return ''.join(out)

    # On one line.
    def _repr(self, o, seen, level):
        kind = type(o)
        if kind not in (dict, list, tuple) or not o:
            return repr(o)
        if self._depth is not None and level >= self._depth:
            return {dict: '{...}', list: '[...]', tuple: '(...)'}[kind]
        if any(o is s for s in seen):
            return '<Recursion on %s with id=%s>' % (kind.__name__, id(o))
        seen, level = seen + [o], level + 1
        if kind is dict:
            items = _sorted(o.items(), lambda p: p[0]) if self._sort else o.items()
            return '{%s}' % ', '.join('%s: %s' % (self._repr(k, seen, level), self._repr(v, seen, level)) for k, v in items)
        text = ', '.join(self._repr(x, seen, level) for x in o)
        return '[%s]' % text if kind is list else '(%s,)' % text if len(o) == 1 else '(%s)' % text

    def _format(self, o, out, indent, allowance, seen, level):
        if any(o is s for s in seen):
            out.append('<Recursion on %s with id=%s>' % (type(o).__name__, id(o)))
            return
        text = self._repr(o, seen, level)
        kind = type(o)
        if len(text) <= self._width - indent - allowance or not (isinstance(o, str) or o) or \
                kind not in self._WAYS or (self._depth is not None and level >= self._depth):
            out.append(text)
            return
        self._WAYS[kind](self, o, out, indent, allowance, seen if kind is str else seen + [o], level + 1)

    def _dict(self, o, out, indent, allowance, seen, level):
        out.append('{' + ' ' * (self._indent - 1))
        items = list(o.items())
        if self._sort and type(o) is not OrderedDict:
            items = _sorted(items, lambda p: p[0])
        self._pairs(items, out, indent, allowance + 1, seen, level)
        out.append('}')

    def _pairs(self, items, out, indent, allowance, seen, level):
        indent += self._indent
        for i, (key, value) in enumerate(items):
            text = self._repr(key, seen, level)
            out.append((',\n' + ' ' * indent if i else '') + text + ': ')
            last = i + 1 == len(items)
            self._format(value, out, indent + len(text) + 2, allowance if last else 1, seen, level)

    def _named(self, o, out, indent, allowance, seen, level):
        name = type(o).__name__
        out.append(name + '(')
        if isinstance(o, OrderedDict):
            self._items_list(list(o.items()), out, indent + len(name) + 1, allowance + 1, seen, level)
        elif isinstance(o, defaultdict):
            factory = repr(o.default_factory)
            out.append(factory + ',\n' + ' ' * (indent + len(name) + 1))
            self._dict(o, out, indent + len(name) + 1, allowance + 1, seen, level)
        elif isinstance(o, Counter):
            out.append('{' + ' ' * (self._indent - 1))
            self._pairs(o.most_common(), out, indent + len(name) + 1, allowance + 2, seen, level)
            out.append('}')
        else:
            out.append('[')
            self._items(list(o), out, indent + len(name) + 2, allowance + 2, seen, level)
            out.append(']' if o.maxlen is None else '],\n%smaxlen=%s' % (' ' * (indent + len(name) + 1), o.maxlen))
        out.append(')')

    # An OrderedDict shows its items as a list of pairs.
    def _items_list(self, items, out, indent, allowance, seen, level):
        out.append('[' + ' ' * (self._indent - 1))
        indent += self._indent
        for i, (key, value) in enumerate(items):
            text = self._repr(key, seen, level)
            out.append((',\n' + ' ' * indent if i else '') + '(' + text + ', ')
            last = i + 1 == len(items)
            self._format(value, out, indent + len(text) + 3, allowance + 2 if last else 2, seen, level)
            out.append(')')
        out.append(']')

    def _items(self, items, out, indent, allowance, seen, level):
        indent += self._indent
        if self._indent > 1:
            out.append(' ' * (self._indent - 1))
        room = self._width - indent + 1
        left = room
        for i, x in enumerate(items):
            last = i + 1 == len(items)
            if self._compact:
                text = self._repr(x, seen, level)
                need = len(text) + 2
                end = allowance if last else 0
                if left < need + end - (2 if last else 0) and left != room:
                    out.append(',\n' + ' ' * indent)
                    left = room
                elif i:
                    out.append(', ')
                if need - 2 + end <= left:
                    left -= need
                    out.append(text)
                    continue
            elif i:
                out.append(',\n' + ' ' * indent)
            self._format(x, out, indent, allowance if last else 1, seen, level)

    def _list(self, o, out, indent, allowance, seen, level):
        out.append('[')
        self._items(o, out, indent, allowance + 1, seen, level)
        out.append(']')

    def _tuple(self, o, out, indent, allowance, seen, level):
        end = ',)' if len(o) == 1 else ')'
        out.append('(')
        self._items(o, out, indent, allowance + len(end), seen, level)
        out.append(end)

    def _set(self, o, out, indent, allowance, seen, level):
        name = '' if type(o) is set else type(o).__name__
        out.append(name + '({' if name else '{')
        self._items(_sorted(o), out, indent + (len(name) + 1 if name else 0), allowance + (2 if name else 1), seen, level)
        out.append('})' if name else '}')

    # A long text is cut between words.
    def _str(self, o, out, indent, allowance, seen, level):
        if not o:
            out.append(repr(o))
            return
        chunks, lines = [], o.splitlines(True)
        if level == 1:
            indent, allowance = indent + 1, allowance + 1
        most = self._width - indent
        for i, line in enumerate(lines):
            text = repr(line)
            width = most - allowance if i + 1 == len(lines) else most
            if len(text) <= width:
                chunks.append(text)
                continue
            current, parts = '', _words(line)
            for j, part in enumerate(parts):
                final = j + 1 == len(parts) and i + 1 == len(lines)
                if len(repr(current + part)) > (most - allowance if final else most):
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current += part
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(chunks[0])
            return
        out.append('(' if level == 1 else '')
        out.append(('\n' + ' ' * indent).join(chunks))
        out.append(')' if level == 1 else '')

    _WAYS = {dict: _dict, list: _list, tuple: _tuple, set: _set, frozenset: _set, str: _str, OrderedDict: _named,
             defaultdict: _named, Counter: _named, deque: _named}


def _words(line):
    words, current = [], ''
    for i, c in enumerate(line):
        current += c
        if c.isspace() and not line[i + 1:i + 2].isspace():
            words.append(current)
            current = ''
    return words + [current] if current else words


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, **kw):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, **kw).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, **kw):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, **kw).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._repr(object, [], 0)
