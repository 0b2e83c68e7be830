QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


class Dialect:
    delimiter, quotechar, escapechar, doublequote = ',', '"', None, True
    skipinitialspace, lineterminator, quoting, strict = False, '\r\n', QUOTE_MINIMAL, False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    lineterminator, quoting = '\n', QUOTE_ALL


_dialects = {'excel': excel, 'excel-tab': excel_tab, 'unix': unix_dialect}


def list_dialects():
    return list(_dialects)


def register_dialect(name, dialect=None, **fmtparams):
    _dialects[name] = _options(dialect or 'excel', fmtparams)


def get_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    return _dialects[name]


def _options(dialect, params):
    base = get_dialect(dialect) if isinstance(dialect, str) else dialect
    d = Dialect()
    for name in ('delimiter', 'quotechar', 'escapechar', 'doublequote', 'skipinitialspace', 'lineterminator',
                 'quoting', 'strict'):
        setattr(d, name, params.pop(name) if name in params else getattr(base, name))
    if params:
        raise TypeError("'%s' is an invalid keyword argument for this function" % list(params)[0])
    if not isinstance(d.delimiter, str) or len(d.delimiter) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    return d


class _Reader:
    def __init__(self, lines, dialect):
        self._lines, self.dialect, self.line_num = iter(lines), dialect, 0

    def __iter__(self):
        return self

    def __next__(self):
        fields, field, quoted, state = [], [], False, 'start'
        while True:
            line = next(self._lines, None)
            if line is None:
                if state == 'start' and not fields and not field:
                    raise StopIteration
                break
            self.line_num += 1
            field, quoted, state = self._line(line, fields, field, quoted, state)
            if state != 'quoted':
                break
        if not fields and not field and state == 'start' and not quoted:
            return []
        self._add(fields, field, quoted)
        return fields

    def _add(self, fields, field, quoted):
        text = ''.join(field)
        fields.append(float(text) if self.dialect.quoting == QUOTE_NONNUMERIC and not quoted else text)

    def _line(self, line, fields, field, quoted, state):
        d, i, n = self.dialect, 0, len(line)
        while i < n:
            c = line[i]
            i += 1
            if state == 'quoted':
                if c == d.escapechar and i < n:
                    field.append(line[i])
                    i += 1
                elif c != d.quotechar:
                    field.append(c)
                elif d.doublequote and i < n and line[i] == d.quotechar:
                    field.append(c)
                    i += 1
                else:
                    state = 'field'
            elif c in '\r\n':
                break
            elif c == d.delimiter:
                self._add(fields, field, quoted)
                field, quoted, state = [], False, 'next'
            elif c == d.escapechar and i < n:
                field.append(line[i])
                i, state = i + 1, 'field'
            elif c == d.quotechar and d.quoting != QUOTE_NONE and state != 'field':
                quoted, state = True, 'quoted'
            elif not (c == ' ' and d.skipinitialspace and state != 'field'):
                field.append(c)
                state = 'field'
        return field, quoted, state


def reader(csvfile, dialect='excel', **fmtparams):
    return _Reader(csvfile, _options(dialect, fmtparams))


class _Writer:
    def __init__(self, file, dialect):
        self._file, self.dialect = file, dialect

    def _field(self, value, alone):
        d = self.dialect
        text = '' if value is None else repr(value) if isinstance(value, float) else str(value)
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        special = any(c in text for c in (d.delimiter, d.quotechar or '', '\n', '\r') if c)
        if d.quoting == QUOTE_NONE:
            if special:
                if not d.escapechar:
                    raise Error('need to escape, but no escapechar set')
                for c in (d.escapechar, d.delimiter, d.quotechar):
                    text = text.replace(c, d.escapechar + c)
            return text
        if d.quoting == QUOTE_ALL or (d.quoting == QUOTE_NONNUMERIC and not number) or special or \
                (alone and not text):
            return d.quotechar + text.replace(d.quotechar, d.quotechar * 2) + d.quotechar
        return text

    def writerow(self, row):
        row = list(row)
        text = self.dialect.delimiter.join(self._field(v, len(row) == 1) for v in row)
        return self._file.write(text + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(csvfile, dialect='excel', **fmtparams):
    return _Writer(csvfile, _options(dialect, fmtparams))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self._fieldnames, self.restkey, self.restval = fieldnames, restkey, restval
        self.reader, self.line_num = reader(f, dialect, *args, **kwds), 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        return self._fieldnames

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        d = dict(zip(names, row))
        if len(row) > len(names):
            d[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            d[name] = self.restval
        return d


class DictWriter:
    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        self.fieldnames, self.restval, self.extrasaction = fieldnames, restval, extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def writerow(self, rowdict):
        wrong = [k for k in rowdict if k not in self.fieldnames]
        if wrong and self.extrasaction == 'raise':
            raise ValueError('dict contains fields not in fieldnames: ' + ', '.join(map(repr, wrong)))
        return self.writer.writerow([rowdict.get(k, self.restval) for k in self.fieldnames])

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)
