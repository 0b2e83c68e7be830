"""Routes with converters: matching, building, the first that fits, errors."""
import re

CONVERTERS = {'int': (r'\d+', int), 'str': r'[^/]+', 'path': r'.+'}


class Router(object):
    def __init__(self):
        self.routes = []

    def route(self, pattern, methods=('GET',)):
        regex, kinds = '', {}
        for text, kind, name in re.findall(r'([^<]*)(?:<(?:(\w+):)?(\w+)>)?', pattern):
            regex += re.escape(text)
            if name:
                c = CONVERTERS[kind or 'str']
                source, kinds[name] = c if isinstance(c, tuple) else (c, str)
                regex += '(?P<%s>%s)' % (name, source)

        def decorator(f):
            self.routes.append((re.compile(regex + '$'), kinds, methods, f))
            return f
        return decorator

    def handle(self, path, method='GET'):
        allowed = []
        for regex, kinds, methods, f in self.routes:
            m = regex.match(path)
            if m:
                if method in methods:
                    return f(**{k: kinds[k](v) for k, v in m.groupdict().items()})
                allowed += methods
        return '405 ' + ', '.join(sorted(set(allowed))) if allowed else '404 %s' % path


app = Router()


@app.route('/')
def index():
    return 'index'


@app.route('/runs/<int:run>/scalars/<tag>')
def scalars(run, tag):
    return 'run %r tag %r' % (run, tag)


@app.route('/files/<path:name>', methods=['GET', 'POST'])
def files(name):
    return 'file ' + name


@app.route('/files/special')
def never():
    return 'too late'


for path in ('/', '/runs/12/scalars/loss', '/runs/x/scalars/loss', '/files/a/b.txt', '/files/special', '/runs/1/scalars/a/b'):
    print(path, '->', app.handle(path))
print(app.handle('/files/x', 'POST'), '|', app.handle('/', 'DELETE'), '|', app.handle('/files/x', 'PUT'))
print([f.__name__ for _, _, _, f in app.routes])
