# What string has beyond module_small.c.
import re


def capwords(s, sep=None):
    return (sep or ' ').join(w.capitalize() for w in s.split(sep))


class Template:
    delimiter = '$'
    idpattern = '(?:[_a-zA-Z][_a-zA-Z0-9]*)'

    def __init__(self, template):
        self.template = template

    def _matches(self):
        d = re.escape(self.delimiter)
        return re.compile('%s(?:(%s)|(%s)|\\{(%s)\\}|())' % (d, d, self.idpattern, self.idpattern))

    def _invalid(self, at):
        lines = self.template[:at].splitlines(True)
        line, column = (len(lines), at - len(''.join(lines[:-1]))) if lines else (1, 0)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, column + 1))

    def _fill(self, mapping, safe):
        def one(m):
            escaped, named, braced, invalid = m.groups()
            name = named or braced
            if name:
                if safe and name not in mapping:
                    return m.group()
                return str(mapping[name])
            if escaped is not None:
                return self.delimiter
            return m.group() if safe else self._invalid(m.start())
        return self._matches().sub(one, self.template)

    def substitute(self, mapping={}, **kws):
        return self._fill(dict(mapping, **kws), False)

    def safe_substitute(self, mapping={}, **kws):
        return self._fill(dict(mapping, **kws), True)
