# Protocol buffers that programs make themselves: summaries, events, examples; and the writer of
# event files. A name a_b here is tf.a.b (library.def).
import numbers
import os
import time

import tensorflow as tf

import _library

__name__ = 'tensorflow.core.framework.summary_pb2'

_KINDS = {  # wire type, what Python calls the types that it takes
    'string': (2, 'bytes, unicode'), 'bytes': (2, 'bytes'), 'bool': (0, 'bool, int, long'),
    'int32': (0, 'int, long'), 'int64': (0, 'int, long'), 'enum': (0, 'int, long'),
    'float': (5, 'int, long, float'), 'double': (1, 'int, long, float')}


_bytes = type(b'')  # also where Python 2 calls something else so
_texts = (str, type(b''.decode('utf-8')))


def _real_bytes(x, size):
    bits = _library.real_bits(x, size)
    return _library.bytes_of([bits >> 8 * i & 255 for i in range(size)])


def _real(data):
    octets = _library.octets(data)
    return _library.real_of_bits(sum([b << 8 * i for i, b in enumerate(octets)]), len(octets))


def _bad(value, kind):
    return TypeError('%.1024r has type %s, but expected one of: %s' %
                     (value, type(value).__name__, _KINDS[kind][1]))


def _checked(value, kind):
    """The value as a field of this kind holds it."""
    if kind == 'string':
        if isinstance(value, _bytes):
            return value.decode('utf-8')
        if not isinstance(value, _texts):
            raise _bad(value, kind)
        return value
    if kind == 'bytes':
        if isinstance(value, bytes):    # in Python 2 a str
            value = _library.bytes_of(_library.octets(value))
        if not isinstance(value, _bytes):
            raise _bad(value, kind)
        return value
    if kind in ('float', 'double'):
        if not isinstance(value, numbers.Real) and not hasattr(value, 'dtype'):
            raise _bad(value, kind)
        value = float(value)
        return _real(_real_bytes(value, 4)) if kind == 'float' else value
    if not isinstance(value, numbers.Integral):
        raise _bad(value, kind)
    bits = 64 if kind == 'int64' else 32
    if not -(1 << bits - 1) <= value < 1 << bits - 1:
        raise ValueError('Value out of range: %d' % value)
    return bool(value) if kind == 'bool' else int(value)


# ---- the wire format ----

def _varint(n):
    n &= (1 << 64) - 1
    out = []
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    return _library.bytes_of(out + [n])


def _bytes_of(value, kind):
    """A value without its key."""
    if kind in ('float', 'double'):
        return _real_bytes(value, 4 if kind == 'float' else 8)
    if kind in ('string', 'bytes') or not isinstance(kind, str):
        data = value.encode('utf-8') if kind == 'string' else value
        data = _library.bytes_of(_library.octets(data)) if kind in ('string', 'bytes') else data
        data = data if isinstance(data, _bytes) else data.SerializeToString()
        return _varint(len(data)) + data
    return _varint(int(value))


class _Input:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, n):
        if self.at + n > len(self.data):
            raise DecodeError('Truncated message.')
        self.at += n
        return self.data[self.at - n:self.at]

    def varint(self):
        n = shift = 0
        while True:
            byte = _library.octets(self.take(1))[0]
            n |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return n

    def wire(self, wire):
        if wire == 0:
            return self.varint()
        return self.take(self.varint() if wire == 2 else 4 if wire == 5 else 8)

    def value(self, kind):
        if not isinstance(kind, str):
            return kind.FromString(self.wire(2))
        raw = self.wire(_KINDS[kind][0])
        if kind in ('float', 'double'):
            return _real(raw)
        if kind == 'string':
            return raw.decode('utf-8')
        return raw if kind == 'bytes' else _checked(raw - (raw >> 63 << 64), kind)


class DecodeError(Exception):
    __module__ = 'google.protobuf.message'


# ---- messages ----

def _quoted(value):
    special = {10: '\\n', 13: '\\r', 9: '\\t', 34: '\\"', 39: "\\'", 92: '\\\\'}
    data = _library.octets(value)
    return '"%s"' % ''.join(special.get(c) or (chr(c) if 32 <= c < 127 else '\\%03o' % c)
                            for c in data)


class _Repeated:
    def __init__(self, owner, kind):
        self._owner, self._kind, self._items = owner, kind, []

    def add(self, **fields):
        made = self._kind(**fields)
        self._items.append(made)
        self._owner._touch()
        return made

    def append(self, value):
        if isinstance(self._kind, str):
            value = _checked(value, self._kind)
        else:
            copy = self._kind()
            copy.CopyFrom(value)
            value = copy
        self._items.append(value)
        self._owner._touch()

    def extend(self, values):
        for v in values:
            self.append(v)

    def remove(self, value):
        self._items.remove(value)

    def pop(self, at=-1):
        return self._items.pop(at)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __getitem__(self, at):
        return self._items[at]

    def __setitem__(self, at, value):
        if not isinstance(self._kind, str):
            raise TypeError("'RepeatedComposite' object does not support item assignment")
        self._items[at] = _checked(value, self._kind)

    def __delitem__(self, at):
        del self._items[at]

    def __eq__(self, other):
        return self._items == list(other)

    def __repr__(self):
        return repr(self._items)


class _Map:
    def __init__(self, owner, kind):
        self._owner, self._kind, self._items = owner, kind, {}

    def __getitem__(self, key):
        key = _checked(key, 'string')
        if key not in self._items:
            self._items[key] = self._kind()
            self._owner._touch()
        return self._items[key]

    def __setitem__(self, key, value):
        raise ValueError('May not set values directly, call my_map[key].foo = 5')

    def __contains__(self, key):
        return key in self._items

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __eq__(self, other):
        return self._items == dict(other.items())

    def get(self, key, default=None):
        return self._items.get(key, default)

    def keys(self):
        return self._items.keys()

    def values(self):
        return self._items.values()

    def items(self):
        return self._items.items()

    def __repr__(self):
        return repr(self._items)


class Message:
    # of each field: (number, name, kind, 'one', 'many' or 'map', name of its oneof or None)
    _fields = ()
    _enums = ()

    def __init__(self, **fields):
        object.__setattr__(self, '_values', {})
        object.__setattr__(self, '_owner', None)
        object.__setattr__(self, '_set', False)
        for name, value in fields.items():
            field = self._field(name)
            if field is None:
                raise ValueError('Protocol message %s has no "%s" field.' %
                                 (type(self).__name__, name))
            if value is not None:
                self._give(field, value)

    @classmethod
    def _field(cls, name):
        for field in cls._fields:
            if field[1] == name:
                return field
        return None

    def _give(self, field, value):
        number, name, kind, many, oneof = field
        if many == 'many':
            for v in value:
                if isinstance(v, dict):
                    getattr(self, name).add(**v)
                else:
                    getattr(self, name).append(v)
        elif many == 'map':
            for k, v in value.items():
                getattr(self, name)[k].CopyFrom(v)
        elif isinstance(kind, str):
            setattr(self, name, value)
        elif isinstance(value, dict):
            getattr(self, name).CopyFrom(kind(**value))
        else:
            getattr(self, name).CopyFrom(value)

    def _touch(self):
        """Something was set in it: so it is there, and others of its oneof are not."""
        object.__setattr__(self, '_set', True)
        if self._owner is not None:
            owner, field = self._owner
            owner._choose(field)
            owner._touch()

    def _choose(self, field):
        for other in self._fields:
            if field[4] and other[4] == field[4] and other is not field:
                self._values.pop(other[1], None)

    def __getattr__(self, name):
        field = self._field(name)
        if field is None:
            raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))
        number, name, kind, many, oneof = field
        if name in self._values:
            return self._values[name]
        if many == 'one' and isinstance(kind, str):
            return {'string': '', 'bytes': b'', 'bool': False, 'float': 0.0, 'double': 0.0}.get(kind, 0)
        if many == 'one':
            made = kind()
            object.__setattr__(made, '_owner', (self, field))
        else:
            made = (_Repeated if many == 'many' else _Map)(self, kind)
        self._values[name] = made
        return made

    def __setattr__(self, name, value):
        field = self._field(name)
        if field is None:
            raise AttributeError('Assignment not allowed (no field "%s" in protocol message object).' %
                                 name)
        if field[3] != 'one':
            raise AttributeError('Assignment not allowed to repeated field "%s" in protocol message '
                                 'object.' % name)
        if not isinstance(field[2], str):
            raise AttributeError('Assignment not allowed to composite field "%s" in protocol message '
                                 'object.' % name)
        self._choose(field)
        self._values[name] = _checked(value, field[2])
        self._touch()

    def _present(self, field):
        number, name, kind, many, oneof = field
        if name not in self._values:
            return False
        value = self._values[name]
        if many != 'one':
            return len(value) > 0
        return value._set if not isinstance(kind, str) else bool(oneof) or bool(value)

    def ListFields(self):
        _library.refuse('ListFields of a message, which needs descriptors')

    def _there(self):
        return [(f, self._values[f[1]]) for f in sorted(self._fields) if self._present(f)]

    def HasField(self, name):
        field = self._field(name)
        if field is None:
            raise ValueError('Protocol message %s has no "%s" field.' % (type(self).__name__, name))
        if field[3] != 'one' or (isinstance(field[2], str) and not field[4]):
            raise ValueError('Protocol message %s has no singular "%s" field.' %
                             (type(self).__name__, name))
        return self._present(field)

    def WhichOneof(self, name):
        if name not in [f[4] for f in self._fields]:
            raise ValueError('Protocol message has no oneof "%s" field.' % name)
        for f, v in self._there():
            if f[4] == name:
                return f[1]
        return None

    def ClearField(self, name):
        self._values.pop(name, None)

    def Clear(self):
        self._values.clear()

    def SetInParent(self):
        self._touch()

    def CopyFrom(self, other):
        if type(other) is not type(self):
            raise TypeError('Parameter to CopyFrom() must be instance of same class: expected %s got '
                            '%s.' % (type(self).__name__, type(other).__name__))
        if other is not self:
            self.Clear()
            self.MergeFromString(other.SerializeToString())
            self._touch()

    def MergeFrom(self, other):
        self.MergeFromString(other.SerializeToString())

    def IsInitialized(self):
        return True

    def ByteSize(self):
        return len(self.SerializeToString())

    def SerializeToString(self, **options):
        # no effect: options
        out = b''
        for (number, name, kind, many, oneof), value in self._there():
            wire = _KINDS[kind][0] if isinstance(kind, str) else 2
            key, packed = _varint(number << 3 | wire), _varint(number << 3 | 2)
            if many == 'one':
                out += key + _bytes_of(value, kind)
            elif many == 'map':
                for k, v in value.items():
                    entry = b'\n' + _bytes_of(k, 'string') + b'\x12' + _bytes_of(v, kind)
                    out += packed + _varint(len(entry)) + entry
            elif wire != 2:
                data = b''.join([_bytes_of(v, kind) for v in value])
                out += packed + _varint(len(data)) + data
            else:
                out += b''.join([key + _bytes_of(v, kind) for v in value])
        return out

    SerializePartialToString = SerializeToString

    def _read(self, field, wire, data):
        number, name, kind, many, oneof = field
        if many == 'one':
            if isinstance(kind, str):
                setattr(self, name, data.value(kind))
            else:
                getattr(self, name).MergeFromString(data.wire(2))
                getattr(self, name)._touch()
        elif many == 'map':
            entry, key = _Input(data.wire(2)), ''
            while entry.at < len(entry.data):
                if entry.varint() >> 3 == 1:
                    key = entry.value('string')
                else:
                    getattr(self, name)[key].MergeFromString(entry.wire(2))
        elif wire == 2 and isinstance(kind, str) and _KINDS[kind][0] != 2:
            inner = _Input(data.wire(2))
            while inner.at < len(inner.data):
                getattr(self, name).append(inner.value(kind))
        else:
            getattr(self, name).append(data.value(kind))

    def MergeFromString(self, serialized):
        if isinstance(serialized, str):
            serialized = _library.bytes_of(_library.octets(serialized))
        data = _Input(serialized)
        while data.at < len(serialized):
            key = data.varint()
            for field in self._fields:
                if field[0] == key >> 3:
                    self._read(field, key & 7, data)
                    break
            else:
                data.wire(key & 7)
        return len(serialized)

    def ParseFromString(self, serialized):
        self.Clear()
        return self.MergeFromString(serialized)

    @classmethod
    def FromString(cls, serialized):
        made = cls()
        made.MergeFromString(serialized)
        return made

    def __eq__(self, other):
        return type(other) is type(self) and dict(self._pairs()) == dict(other._pairs())

    def __ne__(self, other):
        return not self == other

    def _pairs(self):
        return [(f[1], v) for f, v in self._there()]

    def _lines(self, indent):
        out = ''
        for (number, name, kind, many, oneof), value in self._there():
            if many == 'map':
                for k in sorted(value):
                    out += '%s%s {\n%s  key: %s\n%s  value {\n%s%s  }\n%s}\n' % (
                        indent, name, indent, _quoted(k), indent, value[k]._lines(indent + '    '),
                        indent, indent)
                continue
            for v in [value] if many == 'one' else value:
                if not isinstance(kind, str):
                    out += '%s%s {\n%s%s}\n' % (indent, name, v._lines(indent + '  '), indent)
                elif kind == 'enum':
                    out += '%s%s: %s\n' % (indent, name, self._enums[v] if v < len(self._enums) else v)
                else:
                    out += '%s%s: %s\n' % (indent, name, _quoted(v) if kind in ('string', 'bytes') else
                                           str(v).lower() if kind == 'bool' else str(v))
        return out

    def __str__(self):
        return self._lines('')

    __repr__ = __str__
    __hash__ = None


def _fields(text):
    """Fields from 'number name kind [many|map] [of oneof], …'; kinds that are messages by name."""
    out = []
    for row in text.split(','):
        words = row.split()
        oneof = words[words.index('of') + 1] if 'of' in words else None
        kind = words[2] if words[2] in _KINDS else globals()[words[2]]
        many = words[3] if len(words) > 3 and words[3] != 'of' else 'one'
        out.append((int(words[0]), words[1], kind, many, oneof))
    return tuple(out)


class HistogramProto(Message):
    _fields = _fields('1 min double, 2 max double, 3 num double, 4 sum double, 5 sum_squares double, '
                      '6 bucket_limit double many, 7 bucket double many')


class Image(Message):
    _fields = _fields('1 height int32, 2 width int32, 3 colorspace int32, 4 encoded_image_string bytes')


class Audio(Message):
    _fields = _fields('1 sample_rate float, 2 num_channels int64, 3 length_frames int64, '
                      '4 encoded_audio_string bytes, 5 content_type string')


class Value(Message):
    _fields = _fields('1 tag string, 2 simple_value float of value, '
                      '3 obsolete_old_style_histogram bytes of value, 4 image Image of value, '
                      '5 histo HistogramProto of value, 6 audio Audio of value, 7 node_name string')


class Summary(Message):
    Value, Image, Audio = Value, Image, Audio
    _fields = _fields('1 value Value many')


class SessionLog(Message):
    _enums = ('STATUS_UNSPECIFIED', 'START', 'STOP', 'CHECKPOINT')
    STATUS_UNSPECIFIED, START, STOP, CHECKPOINT = 0, 1, 2, 3
    _fields = _fields('1 status enum, 2 checkpoint_path string, 3 msg string')


class Event(Message):
    _fields = _fields('1 wall_time double, 2 step int64, 3 file_version string of what, '
                      '4 graph_def bytes of what, 5 summary Summary of what, '
                      '7 session_log SessionLog of what, 9 meta_graph_def bytes of what')


class train_BytesList(Message):
    _fields = _fields('1 value bytes many')


class train_FloatList(Message):
    _fields = _fields('1 value float many')


class train_Int64List(Message):
    _fields = _fields('1 value int64 many')


class train_Feature(Message):
    _fields = _fields('1 bytes_list train_BytesList of kind, 2 float_list train_FloatList of kind, '
                      '3 int64_list train_Int64List of kind')


class train_Features(Message):
    _fields = _fields('1 feature train_Feature map')


class train_Example(Message):
    _fields = _fields('1 features train_Features')


summary_Summary, summary_Event, summary_SessionLog = Summary, Event, SessionLog


# ---- the writer of event files, below the folders of --allow-write ----


class _Event(Message):  # an Event whose messages are bytes already
    _fields = _fields('1 wall_time double, 2 step int64, 4 graph_def bytes of what, 5 summary bytes of what, '
                      '7 session_log bytes of what')


_paths = set()  # of this run: a second writer has a file of its own


def _event_path(logdir, suffix):
    seconds = int(time.time())
    while True:
        path = os.path.join(logdir, 'events.out.tfevents.%010d.tfscope%s' % (seconds, suffix or ''))
        if path not in _paths:
            _paths.add(path)
            return path
        seconds += 1


class summary_FileWriter:
    __module__ = 'tensorflow.python.summary.writer.writer'

    def __init__(self, logdir, graph=None, max_queue=10, flush_secs=120, graph_def=None,
                 filename_suffix=None, session=None):
        # no effect: max_queue, flush_secs, session
        self._logdir, self._suffix, self._file = logdir, filename_suffix, None
        self._open()
        if graph is not None or graph_def is not None:
            self.add_graph(graph=graph, graph_def=graph_def)

    def _open(self):
        if not _library.may_write(self._logdir):
            _library.stand_in('tf.summary.FileWriter', 'no file is written')
            return
        os.makedirs(self._logdir, exist_ok=True)
        self._file = open(_event_path(self._logdir, self._suffix), 'wb')
        self.add_event(Event(wall_time=time.time(), file_version='brain.Event:2'))
        self._file.flush()

    def get_logdir(self):
        return self._logdir

    def _add(self, global_step, **what):
        step = None if global_step is None else int(global_step)
        if self._file is not None:
            self.add_event(_Event(wall_time=time.time(), step=step, **what))

    def add_summary(self, summary, global_step=None):
        if not isinstance(summary, (_bytes, Message)):
            summary.value
        self._add(global_step, summary=summary if isinstance(summary, _bytes) else
                  summary.SerializeToString())

    def add_session_log(self, session_log, global_step=None):
        event = Event(session_log=session_log)
        self._add(global_step, session_log=event.session_log.SerializeToString())

    def add_graph(self, graph, global_step=None, graph_def=None):
        if graph is not None and graph_def is not None:
            raise ValueError('Please pass only graph, or graph_def (deprecated), but not both.')
        given = graph if graph is not None else graph_def
        if type(given).__name__ not in ('Graph', 'GraphDef'):
            raise TypeError('The passed graph must be an instance of `Graph` or the deprecated '
                            '`GraphDef`')
        if self._file is not None:
            if type(given).__name__ == 'Graph':
                given = given._known_graph_def(True)
            self._add(global_step, graph_def=given.SerializeToString())

    def add_event(self, event):
        if self._file is not None and not self._file.closed:
            self._file.write(_library.record(event.SerializeToString()))

    def add_meta_graph(self, meta_graph_def, global_step=None):
        _library.refuse('meta graphs')

    def add_run_metadata(self, run_metadata, tag, global_step=None):
        # no effect: run_metadata, tag, global_step
        if self._file is not None:
            _library.stand_in('FileWriter.add_run_metadata', 'it is not written')

    def flush(self):
        if self._file is not None and not self._file.closed:
            self._file.flush()

    def close(self):
        if self._file is not None:
            self._file.close()

    def reopen(self):
        if self._file is not None and self._file.closed:
            self._open()

    def __enter__(self):
        return self

    def __exit__(self, kind, e, traceback):
        self.close()


class summary_FileWriterCache:
    _cache = {}

    @staticmethod
    def clear():
        summary_FileWriterCache._cache.clear()

    @staticmethod
    def get(logdir):
        cache = summary_FileWriterCache._cache
        if logdir not in cache:
            cache[logdir] = summary_FileWriter(logdir, graph=tf.get_default_graph())
        return cache[logdir]
