"""A menu driven by a dict of functions with docstrings, aliases and arguments."""


def command(*aliases):
    def decorator(f):
        for name in (f.__name__,) + aliases:
            COMMANDS[name] = f
        return f
    return decorator


COMMANDS, STATE = {}, {'items': []}


@command('a', '+')
def add(*words):
    """add WORDS: puts a line at the end"""
    STATE['items'].append(' '.join(words))
    return len(STATE['items'])


@command('d')
def delete(number):
    """delete N: takes line N away"""
    return STATE['items'].pop(int(number) - 1)


@command('?')
def help(name=None):
    """help [NAME]: says what commands do"""
    functions = [COMMANDS[name]] if name else sorted(set(COMMANDS.values()), key=lambda f: f.__name__)
    return '\n'.join(f.__doc__ for f in functions)


@command('q')
def quit():
    """quit: ends"""
    raise SystemExit('bye')


def run(line):
    name, *args = line.split()
    try:
        answer = COMMANDS[name](*args)
    except KeyError as e:
        answer = 'unknown command %s' % e
    except TypeError as e:
        answer = 'usage: ' + COMMANDS[name].__doc__.split(':')[0]
    except (ValueError, IndexError) as e:
        answer = 'error: %s' % e
    print('>', line, '\n' + str(answer))


try:
    for line in ('?', 'add first line', '+ second', 'd 1', 'd x', 'delete 7', 'd', 'jump', 'help q', 'quit', 'add never'):
        run(line)
except SystemExit as e:
    print('exit:', e, e.code)
print(STATE, COMMANDS['a'] is add, len(COMMANDS))
