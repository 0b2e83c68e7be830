import os
import re
import sys
import _library

SUPPRESS = '==SUPPRESS=='
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = '?', '*', '+', 'A...', '...'


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = argument._display() if argument is not None else None
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return self.message
        return 'argument %s: %s' % (self.argument_name, self.message)


class ArgumentTypeError(Exception):
    pass


class Namespace:
    def __init__(self, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __repr__(self):
        parts = ['%s=%r' % (n, v) if n.isidentifier() else '**{%r: %r}' % (n, v) for n, v in self.__dict__.items()]
        return '%s(%s)' % (type(self).__name__, ', '.join(parts))

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    def __contains__(self, key):
        return key in self.__dict__


class HelpFormatter:
    def __init__(self, prog=None, indent_increment=2, max_help_position=24, width=None):
        # no effect: prog, indent_increment
        self.width, self.max_help_position = width, max_help_position


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class MetavarTypeHelpFormatter(HelpFormatter):
    pass


class Action:
    takes = None

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None):
        self.option_strings, self.dest, self.nargs, self.const = option_strings, dest, nargs, const
        self.default, self.type, self.choices, self.required = default, type, choices, required
        self.help, self.metavar = help, metavar

    def _display(self):
        if self.option_strings:
            return '/'.join(self.option_strings)
        if self.metavar not in (None, SUPPRESS):
            return self.metavar if isinstance(self.metavar, str) else '/'.join(self.metavar)
        if self.dest not in (None, SUPPRESS):
            return self.dest
        return '{' + ','.join(self.choices) + '}' if self.choices else None

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')


class _Store(Action):
    def __init__(self, option_strings, dest, nargs=None, **kw):
        if nargs == 0:
            raise ValueError('nargs for store actions must be != 0; if you have nothing to store, actions such as '
                             'store true or store const may be more appropriate')
        Action.__init__(self, option_strings, dest, nargs, **kw)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConst(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        # no effect: metavar
        Action.__init__(self, option_strings, dest, 0, const, default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrue(_StoreConst):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        _StoreConst.__init__(self, option_strings, dest, True, default, required, help)


class _StoreFalse(_StoreConst):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        _StoreConst.__init__(self, option_strings, dest, False, default, required, help)


class _Append(_Store):
    def __call__(self, parser, namespace, values, option_string=None):
        items = list(getattr(namespace, self.dest, None) or [])
        items.append(values)
        setattr(namespace, self.dest, items)


class _AppendConst(_StoreConst):
    def __call__(self, parser, namespace, values, option_string=None):
        items = list(getattr(namespace, self.dest, None) or [])
        items.append(self.const)
        setattr(namespace, self.dest, items)


class _Count(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        Action.__init__(self, option_strings, dest, 0, None, default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _Help(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        Action.__init__(self, option_strings, dest, 0, None, default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _Version(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None):
        Action.__init__(self, option_strings, dest, 0, None, default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        parser._print(str(self.version).replace('%(prog)s', parser.prog) + '\n')
        parser.exit()


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, **kw):
        both = []
        for o in option_strings:
            both.append(o)
            if o.startswith('--'):
                both.append('--no-' + o[2:])
        Action.__init__(self, both, dest, 0, None, default, **kw)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith('--no-'))


class _SubParsers(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog, self._class, self._parsers = prog, parser_class, {}
        Action.__init__(self, option_strings, dest, PARSER, choices=self._parsers, required=required, help=help,
                        metavar=metavar)

    def add_parser(self, name, **kwargs):
        kwargs.setdefault('prog', self._prog + ' ' + name)
        aliases = kwargs.pop('aliases', ())
        kwargs.pop('help', None)
        parser = self._parsers[name] = self._class(**kwargs)
        for alias in aliases:
            self._parsers[alias] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name, rest = values[0], values[1:]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self._parsers:
            raise ArgumentError(self, 'unknown parser %r (choices: %s)' % (name, ', '.join(self._parsers)))
        inner, extra = self._parsers[name].parse_known_args(rest, None)
        for key, value in vars(inner).items():
            setattr(namespace, key, value)
        if extra:
            vars(namespace).setdefault('_unrecognized_args', [])
            namespace._unrecognized_args.extend(extra)


class FileType:
    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        # no effect: bufsize
        self._mode, self._encoding, self._errors = mode, encoding, errors

    def __call__(self, string):
        if string == '-':
            return sys.stdin if 'r' in self._mode else sys.stdout
        try:
            return open(string, self._mode, encoding=self._encoding, errors=self._errors)
        except OSError as e:
            raise ArgumentTypeError("can't open '%s': %s" % (string, e))


_ACTIONS = {None: _Store, 'store': _Store, 'store_const': _StoreConst, 'store_true': _StoreTrue,
            'store_false': _StoreFalse, 'append': _Append, 'append_const': _AppendConst, 'count': _Count,
            'help': _Help, 'version': _Version}


class _Group:
    def __init__(self, parser, title=None, description=None, exclusive=False, required=False):
        self._parser, self.title, self.description = parser, title, description
        self._exclusive, self._required, self._members = exclusive, required, []

    def add_argument(self, *args, **kwargs):
        action = self._parser.add_argument(*args, **kwargs)
        self._members.append(action)
        return action

    def add_argument_group(self, *args, **kwargs):
        return _Group(self._parser, *args, **kwargs)

    def add_mutually_exclusive_group(self, required=False):
        return self._parser.add_mutually_exclusive_group(required=required)

    def set_defaults(self, **kwargs):
        self._parser.set_defaults(**kwargs)


_NEGATIVE = re.compile('^-\\d+$|^-\\d*\\.\\d+$')


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(),
                 formatter_class=HelpFormatter, prefix_chars='-', fromfile_prefix_chars=None,
                 argument_default=None, conflict_handler='error', add_help=True, allow_abbrev=True,
                 exit_on_error=True):
        _library.only('fromfile_prefix_chars of ArgumentParser', fromfile_prefix_chars, None)
        _library.only('exit_on_error of ArgumentParser', exit_on_error, True)
        self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
        self.usage, self.description, self.epilog = usage, description, epilog
        self.formatter_class, self.prefix_chars, self.argument_default = formatter_class, prefix_chars, argument_default
        self.add_help, self.allow_abbrev, self.conflict_handler = add_help, allow_abbrev, conflict_handler
        self._actions, self._options, self._defaults, self._groups = [], {}, {}, []
        self._registries = {'action': dict(_ACTIONS), 'type': {}}
        if add_help:
            self.add_argument('-h', '--help', action='help', default=SUPPRESS,
                              help='show this help message and exit')
        for parent in parents:
            for action in parent._actions:
                if not isinstance(action, _Help):
                    self._add(action)
            self._defaults.update(parent._defaults)

    def __repr__(self):
        names = ('prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help')
        return '%s(%s)' % (type(self).__name__, ', '.join('%s=%r' % (n, getattr(self, n)) for n in names))

    # ---- adding ----

    def register(self, registry_name, value, object):
        self._registries[registry_name][value] = object

    def _add(self, action):
        for option in action.option_strings:
            if option in self._options and self.conflict_handler != 'resolve':
                clash = [o for o in action.option_strings if o in self._options]
                raise ArgumentError(action, 'conflicting option string%s: %s' % ('s' if len(clash) > 1 else '',
                                                                                 ', '.join(clash)))
        for option in action.option_strings:
            self._options[option] = action
        self._actions.append(action)
        return action

    def add_argument(self, *args, **kwargs):
        names = list(args)
        if len(names) > 1 or (names and names[0][:1] in self.prefix_chars):
            for name in names:
                if name[:1] not in self.prefix_chars:
                    raise ValueError("invalid option string %r: must start with a character %r" %
                                     (name, self.prefix_chars))
            dest = kwargs.pop('dest', None)
            if dest is None:
                long = [n for n in names if len(n) > 1 and n[1] in self.prefix_chars]
                dest = (long[0] if long else names[0]).lstrip(self.prefix_chars).replace('-', '_')
            kwargs['option_strings'] = names
        else:
            if 'required' in kwargs:
                raise TypeError("'required' is an invalid argument for positionals")
            if names and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument')
            dest = names[0] if names else kwargs.pop('dest')
            nargs = kwargs.get('nargs')
            kwargs['required'] = nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS) and nargs != 0
            if nargs == ZERO_OR_MORE and 'default' not in kwargs:
                kwargs['required'] = True
            kwargs['option_strings'] = []
        if 'default' not in kwargs:
            if dest in self._defaults:
                kwargs['default'] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs['default'] = self.argument_default
        kind = kwargs.pop('action', None)
        action_class = self._registries['action'].get(kind, kind) if not isinstance(kind, type) else kind
        if not callable(action_class):
            raise ValueError('unknown action "%s"' % (action_class,))
        if action_class in (_StoreTrue, _StoreFalse, _StoreConst, _AppendConst, _Count) and not kwargs['option_strings']:
            kwargs.pop('required', None)
        action = action_class(dest=dest, **kwargs)
        if action.type is not None and not callable(self._registries['type'].get(action.type, action.type)):
            raise ValueError('%r is not callable' % (action.type,))
        return self._add(action)

    def add_argument_group(self, title=None, description=None, **kw):
        _library.only('the options of add_argument_group', kw, {})
        return _Group(self, title, description)

    def add_mutually_exclusive_group(self, required=False, **kw):
        _library.only('the options of add_mutually_exclusive_group', kw, {})
        group = _Group(self, exclusive=True, required=required)
        self._groups.append(group)
        return group

    def add_subparsers(self, **kwargs):
        kwargs.pop('title', None)
        kwargs.pop('description', None)
        kwargs.pop('action', None)
        kwargs.setdefault('parser_class', type(self))
        kwargs.setdefault('prog', ' '.join([self.prog] + [a._display() for a in self._actions
                                                           if not a.option_strings]))
        return self._add(_SubParsers(option_strings=[], **kwargs))

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    # ---- parsing ----

    def parse_args(self, args=None, namespace=None):
        namespace, extra = self.parse_known_args(args, namespace)
        if extra:
            self.error('unrecognized arguments: %s' % ' '.join(extra))
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        args = sys.argv[1:] if args is None else list(args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest in self._defaults:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, self._defaults[dest])
        try:
            namespace, extra = self._parse(args, namespace)
            if hasattr(namespace, '_unrecognized_args'):
                extra.extend(namespace._unrecognized_args)
                delattr(namespace, '_unrecognized_args')
            return namespace, extra
        except ArgumentError as e:
            self.error(str(e))

    parse_intermixed_args = parse_args

    # What a word is: None for a positional, else (action, option, explicit value).
    def _option_of(self, word):
        if not word or word[0] not in self.prefix_chars or len(word) == 1:
            return None
        if word in self._options:
            return self._options[word], word, None
        if '=' in word:
            option, _, value = word.partition('=')
            if option in self._options:
                return self._options[option], option, value
        matches = self._abbreviations(word)
        if len(matches) > 1:
            self.error('ambiguous option: %s could match %s' % (word, ', '.join(m[1] for m in matches)))
        if matches:
            return matches[0]
        if _NEGATIVE.match(word) and not any(_NEGATIVE.match(o) for o in self._options):
            return None
        return None if ' ' in word else (None, word, None)

    def _abbreviations(self, word):
        if word[1] in self.prefix_chars:
            option, bar, value = word.partition('=')
            if not self.allow_abbrev:
                return []
            return [(a, o, value if bar else None) for o, a in self._options.items() if o.startswith(option)]
        found = []
        for o, a in self._options.items():
            if o == word[:2]:
                found.append((a, o, word[2:]))
            elif o.startswith(word):
                found.append((a, o, None))
        return found

    def _parse(self, words, namespace):
        kinds, plain = [], False
        for word in words:
            kinds.append(None if plain else '-' if word == '--' else self._option_of(word))
            plain = plain or word == '--'
        state = {'seen': set(), 'actions': set()}
        extra, at, positionals = [], 0, [a for a in self._actions if not a.option_strings]
        while True:
            stop = at
            while stop < len(words) and (kinds[stop] is None or kinds[stop] == '-'):
                stop += 1
            at, positionals = self._positionals(words, kinds, at, stop, positionals, namespace, state)
            while at < stop:
                extra.append(words[at])
                at += 1
            if at >= len(words):
                break
            action, option, value = kinds[at]
            at += 1
            if action is None:
                extra.append(option)
            else:
                at = self._option(action, option, value, words, kinds, at, namespace, state)
        self._check_required(namespace, state)
        return namespace, extra

    def _take(self, action, values, option, namespace, state):
        state['actions'].add(action)
        converted = self._values(action, values)
        if converted is not action.default or action.nargs not in (OPTIONAL, ZERO_OR_MORE):
            state['seen'].add(action)
            for group in self._groups:
                if action in group._members:
                    for other in group._members:
                        if other is not action and other in state['seen']:
                            raise ArgumentError(action, 'not allowed with argument %s' % other._display())
        if converted is not SUPPRESS:
            action(self, namespace, converted, option)

    def _option(self, action, option, value, words, kinds, at, namespace, state):
        while value is not None and action.nargs == 0:
            if option[1:2] in self.prefix_chars or not value:
                raise ArgumentError(action, 'ignored explicit argument %r' % value)
            self._take(action, [], option, namespace, state)
            option = option[0] + value[0]
            if option not in self._options:
                raise ArgumentError(action, 'ignored explicit argument %r' % value)
            action, value = self._options[option], value[1:] or None
        if value is not None:
            if self._room(action.nargs, 1, False) != 1:
                raise ArgumentError(action, 'ignored explicit argument %r' % value)
            self._take(action, [value], option, namespace, state)
            return at
        stop = at
        while stop < len(words) and kinds[stop] is None:
            stop += 1
        if action.nargs in (REMAINDER, PARSER):
            stop = len(words)
        n = self._room(action.nargs, stop - at, True, action)
        self._take(action, words[at:at + n], option, namespace, state)
        return at + n

    # How many of n words an argument takes; None: too few.
    def _room(self, nargs, n, strict, action=None):
        if nargs is None or nargs == OPTIONAL:
            least, most = (1 if nargs is None else 0), 1
        elif nargs in (ZERO_OR_MORE, REMAINDER):
            least, most = 0, n
        elif nargs in (ONE_OR_MORE, PARSER):
            least, most = 1, n
        else:
            least = most = nargs
        if n < least:
            if not strict:
                return None
            texts = {None: 'expected one argument', OPTIONAL: 'expected at most one argument',
                     ONE_OR_MORE: 'expected at least one argument'}
            raise ArgumentError(action, texts.get(nargs, 'expected %s argument%s' % (nargs, '' if nargs == 1 else 's')))
        return min(n, most)

    # Positionals take words as a regular expression would: each as many as leaves enough for the others.
    def _positionals(self, words, kinds, at, stop, positionals, namespace, state):
        values = [w for w, k in zip(words[at:stop], kinds[at:stop]) if k != '-']
        count = len(positionals)
        while count:
            counts = self._share(positionals[:count], len(values))
            if counts is not None:
                break
            count -= 1
        else:
            return at, positionals
        start, last = 0, stop >= len(words)
        for i, n in enumerate(counts):
            action = positionals[i]
            if n == 0 and not last and action.nargs not in (0,):
                return self._moved(kinds, at, start), positionals[i:]
            if action.nargs in (PARSER, REMAINDER) and n:
                rest = words[self._moved(kinds, at, start):]
                self._take(action, rest, None, namespace, state)
                return len(words), positionals[i + 1:]
            self._take(action, values[start:start + n], None, namespace, state)
            start += n
        return self._moved(kinds, at, start), positionals[count:]

    def _moved(self, kinds, at, n):
        while n:
            n -= kinds[at] != '-'
            at += 1
        while at < len(kinds) and kinds[at] == '-':
            at += 1
        return at

    def _share(self, actions, n):
        least = [1 if a.nargs in (None, ONE_OR_MORE, PARSER) else a.nargs if isinstance(a.nargs, int) else 0
                 for a in actions]
        if sum(least) > n:
            return None
        counts, left = [], n
        for i, action in enumerate(actions):
            spare = left - sum(least[i:])
            more = 0
            if action.nargs == OPTIONAL:
                more = min(1, spare)
            elif action.nargs in (ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER):
                more = spare
            counts.append(least[i] + more)
            left -= counts[-1]
        return counts

    def _values(self, action, words):
        if action.nargs not in (PARSER, REMAINDER):
            words = [w for w in words if w != '--'] if '--' in words else words
        if not words and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._value(action, value)
                self._check_choice(action, value)
            return value
        if not words and action.nargs == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else words
        if len(words) == 1 and action.nargs in (None, OPTIONAL):
            value = self._value(action, words[0])
            self._check_choice(action, value)
            return value
        values = [self._value(action, w) for w in words]
        if action.nargs == PARSER:
            self._check_choice(action, values[0])
        elif action.nargs != REMAINDER:
            for value in values:
                self._check_choice(action, value)
        return values

    def _value(self, action, text):
        kind = action.type
        if kind is None:
            return text
        kind = self._registries['type'].get(kind, kind)
        try:
            return kind(text)
        except ArgumentTypeError as e:
            raise ArgumentError(action, str(e))
        except (TypeError, ValueError):
            raise ArgumentError(action, 'invalid %s value: %r' % (getattr(action.type, '__name__', repr(action.type)),
                                                                  text))

    def _check_choice(self, action, value):
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, 'invalid choice: %r (choose from %s)' % (value, ', '.join(map(repr, action.choices))))

    def _check_required(self, namespace, state):
        missing = []
        for action in self._actions:
            if action in state['actions']:
                continue
            if action.required:
                missing.append(action._display())
            elif action.default is not None and isinstance(action.default, str) and \
                    getattr(namespace, action.dest, None) is action.default:
                setattr(namespace, action.dest, self._value(action, action.default))
        if missing:
            self.error('the following arguments are required: %s' % ', '.join(missing))
        for group in self._groups:
            if group._required and not any(a in state['seen'] for a in group._members):
                names = [a._display() for a in group._members if a.help is not SUPPRESS]
                self.error('one of the arguments %s is required' % ' '.join(names))

    # ---- messages ----

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def format_usage(self):
        _library.refuse('the usage and help texts of argparse')

    format_help = format_usage

    def print_usage(self, file=None):
        # no effect: file
        self.format_usage()

    def print_help(self, file=None):
        # no effect: file
        self.format_usage()

    def _print(self, text, file=None):
        (file or sys.stdout).write(text)

    def exit(self, status=0, message=None):
        if message:
            self._print(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        self.exit(2, '%s: error: %s\n' % (self.prog, message))
