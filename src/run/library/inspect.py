import sys
import types
import _library


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isclass(object):
    return isinstance(object, type)


def ismodule(object):
    return isinstance(object, types.ModuleType)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def isroutine(object):
    return isfunction(object) or ismethod(object) or isbuiltin(object)


def _code(object):
    object = getattr(object, '__func__', object)
    return getattr(object, '__code__', None)


def isgeneratorfunction(object):
    return isfunction(object) and bool(_code(object).co_flags & 32)


def isabstract(object):
    return isclass(object) and bool(getattr(object, '__abstractmethods__', ()))


def getmembers(object, predicate=None):
    pairs = [(n, getattr(object, n)) for n in dir(object) if hasattr(object, n)]
    return sorted((p for p in pairs if predicate is None or predicate(p[1])), key=lambda p: p[0])


def getmro(cls):
    return cls.__mro__


def getmodule(object):
    return object if ismodule(object) else sys.modules.get(getattr(object, '__module__', None))


def getdoc(object):
    return None if object.__doc__ is None else cleandoc(object.__doc__)


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margin = min([len(l) - len(l.lstrip()) for l in lines[1:] if l.strip()], default=0)
    lines = [lines[0].lstrip()] + [l[margin:] for l in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getsourcefile(object):
    module = getmodule(object)
    if module is None or not hasattr(module, '__file__'):
        raise TypeError('%r is a built-in %s' % (object, 'class' if isclass(object) else 'module'))
    return module.__file__


getfile = getsourcefile


def _refused(name):
    def refuse(*args, **kw):
        _library.refuse('inspect.' + name)
    return refuse


signature = _refused('signature')
getargspec = _refused('getargspec')
getfullargspec = _refused('getfullargspec')
getsource = _refused('getsource')
getsourcelines = _refused('getsourcelines')
currentframe = _refused('currentframe')
stack = _refused('stack')
getcallargs = _refused('getcallargs')
Parameter = _refused('Parameter')
Signature = _refused('Signature')
getframeinfo = _refused('getframeinfo')
trace = _refused('trace')
getcomments = _refused('getcomments')
unwrap = _refused('unwrap')
iscoroutinefunction = _refused('iscoroutinefunction')
isawaitable = _refused('isawaitable')
getattr_static = _refused('getattr_static')
getclosurevars = _refused('getclosurevars')
getouterframes = _refused('getouterframes')
