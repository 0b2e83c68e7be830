#: 1.3 entering twice, re-entering by the scope string, and going to the root: the example of the rules
with tf.name_scope('s') as a:
    tf.no_op('b')
with tf.name_scope('s') as c:
    tf.no_op('b')
with tf.name_scope(a):
    tf.no_op('b')
with tf.name_scope('q'):
    with tf.name_scope(a) as again:
        tf.no_op('d')
    with tf.name_scope(None):
        tf.no_op('d')
    with tf.name_scope('s') as nested:
        tf.no_op('d')
print(a, c, again, nested)
#> s/ s_1/ s/ q/s/
#n s/b:NoOp s_1/b s/b_1 s/d d q/s/d

#: 1.3 None and the empty string lead to the root
with tf.name_scope('a'):
    for name in (None, ''):
        with tf.name_scope(name) as scope:
            print(repr(scope), tf.no_op('x').name)
            with tf.name_scope('a') as scope:
                print(scope)
    print(tf.no_op('x').name)
#> '' x
#> a_1/
#> '' x_1
#> a_2/
#> a/x

#: 1.3 the default name is used where there is no name, and only there
for name, default in (('n', 'd'), (None, 'd'), (None, None), ('', 'd'), (None, '')):
    with tf.name_scope(name, default) as scope:
        print(repr(scope))
#> 'n/'
#> 'd/'
#> ''
#> ''
#> ''

#: 1.3 values without any name are an error, even when there are none
for values in ([], [tf.constant(1)], ()):
    try:
        with tf.name_scope(None, None, values):
            pass
    except ValueError as e:
        print(e)
with tf.name_scope(None, None, None) as scope:
    print(repr(scope))
with tf.name_scope('', None, []) as scope:
    print(repr(scope))
with tf.name_scope(None, 'd', []) as scope:
    print(repr(scope))
#> At least one of name (None) and default_name (None) must be provided.
#> At least one of name (None) and default_name (None) must be provided.
#> At least one of name (None) and default_name (None) must be provided.
#> ''
#> ''
#> 'd/'

#: 1.3 the parameters are called name, default_name and values
x = tf.constant(1, name='x')
with tf.name_scope(values=[x], default_name='d', name=None) as scope:
    print(scope)
with tf.name_scope(name='n') as scope:
    print(scope)
#> d/
#> n/

#: 1.3 the graph of the values becomes the default graph inside
g = tf.Graph()
with g.as_default():
    x = tf.constant(1, name='x')
with tf.name_scope('s', values=[1, x, None]) as scope:
    print(scope, tf.get_default_graph() is g, tf.constant(2, name='c').graph is g)
print(tf.get_default_graph() is g)
with tf.name_scope('s') as scope:
    print(scope)
with tf.name_scope('s', values=[x]) as scope:
    print(scope)
#> s/ True True
#> False
#> s/
#> s_1/
#n

#: 1.3 values of two graphs are an error
a = tf.constant(1, name='a')
with tf.Graph().as_default():
    b = tf.constant(1., name='b')
try:
    with tf.name_scope('s', 'd', [a, b]):
        pass
except ValueError as e:
    print(e)
with tf.name_scope('s') as scope:
    print(scope)
#> Tensor("b:0", shape=(), dtype=float32) must be from the same graph as Tensor("a:0", shape=(), dtype=int32).
#> s/

#: 1.3 a name that ends in a slash re-enters, ignores the current scope, and records nothing
with tf.name_scope('a'):
    with tf.name_scope('b/') as scope:
        print(scope, tf.no_op('x').name)
    with tf.name_scope('b/c/') as scope:
        print(scope, tf.no_op('x').name)
    with tf.name_scope('b') as scope:
        print(scope)
with tf.name_scope('b') as scope:
    print(scope, tf.no_op('x').name)
#> b/ b/x
#> b/c/ b/c/x
#> a/b/
#> b/ b/x_1
#n b/x:NoOp b/c/x b/x_1

#: 1.3 only one slash at the end is removed
with tf.name_scope('a//') as scope:
    print(scope, tf.no_op('x').name)
with tf.name_scope('a/') as scope:
    print(scope, tf.no_op('x').name)
#> a// a//x
#> a/ a/x

#: 1.3 the scope before comes back on leaving, on exceptions as well
def op():
    return tf.no_op('x').name
with tf.name_scope('a'):
    try:
        with tf.name_scope('b'):
            print(op())
            raise KeyError('k')
    except KeyError:
        print(op())
print(op())
try:
    with tf.name_scope('a'):
        with tf.name_scope('b c'):
            pass
except ValueError as e:
    print(e)
print(op())
#> a/b/x
#> a/x
#> x
#> 'b c' is not a valid scope name
#> x_1

#: 1.3 the scope string as a name: of the node that the scope is for
with tf.name_scope('loss') as scope:
    x = tf.constant([1., 2.], name='x')
    print(tf.square(x, name=scope).name)
print(tf.no_op('loss').name)
#> loss:0
#> loss_1
#n loss/x:Const loss:Square(loss/x) loss_1:NoOp

#: 1.3 a library function opens its scope by the user's name, which replaces its own
x = tf.constant([1., 2.], name='x')
print(tf.nn.xw_plus_b([[1., 2.]], [[1.], [1.]], [1.]).name)
print(tf.nn.xw_plus_b([[1., 2.]], [[1.], [1.]], [1.], name='mine').name)
print(tf.divide(x, 2.).name, tf.divide(x, 2., name='half').name)
#> xw_plus_b:0
#> mine:0
#> truediv:0 half:0
#n x xw_plus_b/x xw_plus_b/weights xw_plus_b/biases xw_plus_b/MatMul xw_plus_b mine/x mine/weights mine/biases mine/MatMul mine truediv/y:Const truediv:RealDiv half/y half:RealDiv

#: 1.3 a scope object is entered once, from 1.4 on as often as one likes, with a new name each time
scope = tf.name_scope('s')
with scope as first:
    print(first)
with scope as second:
    print(second)
    with scope as third:
        print(third)
print(tf.no_op('x').name)
#> s/
#> [1.4-] s_1/
#> [1.4-] s_1/s/
#> [1.4-] x
#! [-1.3] AttributeError: '_GeneratorContextManager' object has no attribute 'args'

#: 1.3 the name is taken on entry, not on construction
with tf.name_scope('a'):
    late = tf.name_scope('s')
with late as scope:
    print(scope)
bad = tf.name_scope('b c')
none = tf.name_scope(None, None, [])
for scope in (bad, none):
    try:
        with scope:
            pass
    except ValueError as e:
        print(e)
print(isinstance(tf.name_scope, type))
#> s/
#> 'b c' is not a valid scope name
#> At least one of name (None) and default_name (None) must be provided.
#> [-1.3] False
#> [1.4-] True

#: 1.3 the class knows the name that it was given, not its scope
with tf.name_scope('outer'):
    scope = tf.name_scope('n', 'd')
    print(getattr(scope, 'name', 'absent'))
    with scope as full:
        print(full, getattr(scope, 'name', 'absent'))
    print(getattr(tf.name_scope(None, 'd'), 'name', 'absent'))
    print(getattr(tf.name_scope(None), 'name', 'absent'))
    print(getattr(tf.name_scope('a/'), 'name', 'absent'))
#> [-1.4] absent
#> [1.5-] n
#> [-1.4] outer/n/ absent
#> [1.5-] outer/n/ n
#> [-1.4] absent
#> [1.5-] d
#> [-1.4] absent
#> [1.5-] None
#> [-1.4] absent
#> [1.5-] a/

#: 1.3 @DEFAULT_NAME_TYPE a list as default_name is refused on construction, with the hint that it looks like values
x = tf.constant(1, name='x')
try:
    scope = tf.name_scope('n', [x])
    with scope as full:
        print(full)
except TypeError as e:
    print(e)
try:
    tf.name_scope('n', 5)
    print('made')
except TypeError as e:
    print(e)
tf.name_scope('n', '')
tf.name_scope('n', None)
#> [-1.13] n/
#> [1.14-] `default_name` type (<class 'list'>) is not a string type. You likely meant to pass this into the `values` kwarg.
#> [-1.13] made
#> [1.14-] `default_name` type (<class 'int'>) is not a string type. You likely meant to pass this into the `values` kwarg.

#: [1.14-] 1.3 an object of the program's own class as default_name is called by its module
class Mine(object):
    pass
try:
    tf.name_scope('n', Mine())
except TypeError as e:
    print(e)
#> `default_name` type (<class '__main__.Mine'>) is not a string type. You likely meant to pass this into the `values` kwarg.

#: 1.3 tf.op_scope is the deprecated spelling
x = tf.constant(1, name='x')
with tf.op_scope([x], 'n', 'd') as scope:
    print(scope)
with tf.op_scope([x], None, 'd') as scope:
    print(scope)
with tf.op_scope(values=[], name=None, default_name='d') as scope:
    print(scope)
try:
    with tf.op_scope([x], None):
        pass
except ValueError as e:
    print(e)
#> n/
#> d/
#> d_1/
#> At least one of name (None) and default_name (None) must be provided.

#: 1.3 graph.name_scope is the scope of one graph, always a generator
g = tf.Graph()
with g.name_scope('a') as scope:
    print(scope, tf.no_op('x').name)
    with g.as_default():
        print(tf.no_op('x').name)
with g.name_scope('a') as scope:
    print(scope)
with g.name_scope('a/') as scope:
    print(scope)
    with g.name_scope(None) as root, g.name_scope('') as empty:
        print(repr(root), repr(empty))
with g.name_scope('a b') as scope:
    pass
#> a/ x
#> a/x
#> a_1/
#> a/
#> '' ''
#! ValueError: 'a b' is not a valid scope name

#: 1.3 a slash in the name opens several levels at once, of which only the last is recorded
with tf.name_scope('a/b/c') as scope:
    print(scope)
with tf.name_scope('a') as scope:
    print(scope)
    with tf.name_scope('b') as scope:
        print(scope)
    with tf.name_scope('b/c') as scope:
        print(scope)
#> a/b/c/
#> a/
#> a/b/
#> a/b/c_1/

#: 1.3 variable_scope opens an op scope, name_scope no variable scope
with tf.name_scope('n'):
    print(tf.get_variable_scope().name == '', tf.get_variable('v', []).name)
    with tf.variable_scope('s') as scope:
        print(scope.name, scope.original_name_scope)
        with tf.name_scope('m') as inner:
            print(inner, tf.get_variable('w', []).name)
#> True v:0
#> s n/s/
#> n/s/m/ s/w:0

#: 1.3 operands from two graphs are refused, and a variable is shown as its tensor
a = tf.constant(1.0, name='a')
v = tf.Variable(1.0, name='v')
def refused(make):
    try:
        print(make())
    except ValueError as e:
        print(e)
with tf.Graph().as_default() as g:
    w = tf.Variable(1.0, name='w')
    c = tf.constant(2.0, name='c')
    refused(lambda: c + v)
    refused(lambda: tf.add(c, v))
    refused(lambda: w.assign_add(a))
    refused(lambda: tf.assign(w, a))
    with tf.name_scope('s'):
        refused(lambda: w.assign(a))
    print(len(g.get_operations()))
#> Tensor("v:0", shape=(), dtype=float32_ref) must be from the same graph as Tensor("c:0", shape=(), dtype=float32).
#> Tensor("v:0", shape=(), dtype=float32_ref) must be from the same graph as Tensor("c:0", shape=(), dtype=float32).
#> Tensor("a:0", shape=(), dtype=float32) must be from the same graph as Tensor("w:0", shape=(), dtype=float32_ref).
#> Tensor("a:0", shape=(), dtype=float32) must be from the same graph as Tensor("w:0", shape=(), dtype=float32_ref).
#> Tensor("a:0", shape=(), dtype=float32) must be from the same graph as Tensor("w:0", shape=(), dtype=float32_ref).
#> 5
