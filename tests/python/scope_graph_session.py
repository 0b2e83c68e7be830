"""A graph of nodes and a session that computes only what is needed, once."""
import operator


class Node(object):
    graph = []

    def __init__(self, kind, inputs=(), name=None, **attrs):
        self.kind, self.inputs, self.attrs = kind, list(inputs), attrs
        n = sum(other.kind == kind for other in Node.graph)
        self.name = name or (kind if not n else '%s_%d' % (kind, n))
        Node.graph.append(self)

    def _binary(kind):
        def method(self, other):
            other = other if isinstance(other, Node) else constant(other)
            return Node(kind, [self, other])
        return method

    __add__, __mul__, __sub__ = _binary('add'), _binary('mul'), _binary('sub')
    del _binary

    def __repr__(self):
        return "<Node '%s' kind=%s inputs=[%s]>" % (self.name, self.kind, ', '.join(i.name for i in self.inputs))


def constant(value, name=None):
    return Node('const', name=name, value=value)


def placeholder(name):
    return Node('placeholder', name=name)


class Session(object):
    FUNCTIONS = {'add': operator.add, 'mul': operator.mul, 'sub': operator.sub}

    def __init__(self):
        self.computed = []

    def run(self, fetches, feed_dict=None):
        values = dict(feed_dict or {})
        if isinstance(fetches, (list, tuple)):
            return type(fetches)(self._compute(f, values) for f in fetches)
        if isinstance(fetches, dict):
            return {key: self._compute(f, values) for key, f in fetches.items()}
        return self._compute(fetches, values)

    def _compute(self, node, values):
        if not isinstance(node, Node):
            raise TypeError('Fetch argument %r has invalid type %r' % (node, type(node)))
        if node not in values:
            if node.kind == 'placeholder':
                raise ValueError("You must feed a value for placeholder '%s'" % node.name)
            if node.kind == 'const':
                values[node] = node.attrs['value']
            else:
                values[node] = self.FUNCTIONS[node.kind](*[self._compute(i, values) for i in node.inputs])
                self.computed.append(node.name)
        return values[node]


x = placeholder('x')
y = x * 2 + 1
z = y * y - x
unused = y + 100
sess = Session()
print(sess.run(z, {x: 3}), sess.computed)
print(sess.run([y, z], feed_dict={x: 0.5}), sess.run({'a': x, 'b': (y)}, {x: 1, y: 7}), sess.run((), {}))
print(unused, [n.name for n in Node.graph], hasattr(Node, '_binary'))
for wrong in (lambda: sess.run(z), lambda: sess.run(None), lambda: sess.run([y, 'z'], {x: 1}), lambda: 1 + x):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
