#: 6.3 a session binds the default graph of the time when it is made; as a context manager it makes that the default graph
g = tf.Graph()
with g.as_default():
    s = tf.Session()
    a = tf.constant(1, name='a')
print(s.graph is g, s.graph is tf.get_default_graph(), s.run(a))
with s:
    print(tf.get_default_graph() is g, tf.get_default_session() is s, tf.constant(2).graph is g)
print(tf.get_default_session(), tf.get_default_graph() is g)
with tf.Session(graph=g) as other:
    print(other.run('a:0'), a.eval())
#> True False 1
#> True True True
#> None False
#> 1 1

#: 6.3 leaving the block closes the session, as_default does not
c = tf.constant(3)
s = tf.Session()
with s.as_default() as same:
    print(same is s, c.eval())
print(s.run(c))
with s:
    pass
s.run(c)
#> True 3
#> 3
#! RuntimeError: Attempted to use a closed Session.

#: 6.3 an interactive session is the default session at once, until it is closed
s = tf.InteractiveSession()
v = tf.Variable(1, name='v')
v.initializer.run()
print(v.eval(), tf.get_default_session() is s, isinstance(s, tf.Session))
s.close()
print(tf.get_default_session())
#> 1 True False
#> None

#: 6.3 eval needs a session
tf.constant(1).eval()
#! ValueError: Cannot evaluate tensor using `eval()`: No default session is registered. Use `with sess.as_default()` or pass an explicit session to `eval(session=sess)`

#: 6.3 so does the eval of a variable
tf.Variable(1).eval()
#! ValueError: Cannot evaluate tensor using `eval()`: No default session is registered. Use `with sess.as_default()` or pass an explicit session to `eval(session=sess)`

#: 6.3 and the run of an operation
try:
    tf.no_op().run()
except ValueError as e:
    print(str(e).split(':')[0])
print(tf.no_op().run(session=tf.Session()), tf.constant(2).eval(session=tf.Session()))
#> Cannot execute operation using `run()`
#> None 2

#: 6.3 each session has its own values of the variables
v = tf.Variable(0, name='v')
inc = v.assign_add(1)
s, t = tf.Session(), tf.Session()
for x in (s, t, s):
    x.run(v.initializer)
s.run(inc), s.run(inc), t.run(inc)
print(s.run(v), t.run(v))
tf.Session().run(v)
#> 2 1
#! FailedPreconditionError: Attempting to use uninitialized value v

#: 6.3 the result has the structure of the fetches
import collections
Pair = collections.namedtuple('Pair', 'x y')
a = tf.constant(1.5)
b = tf.Variable([1, 2], name='b')
op = tf.global_variables_initializer()
with tf.Session() as sess:
    print(sess.run(op), sess.run([op]), sess.run([]), sess.run(()), sess.run({}))
    print(sess.run((a, [b, a])), sess.run({'k': a, 'l': (a,)}))
    p = sess.run(Pair(a, {'z': b}))
    print(p, type(p) is Pair)
    od = sess.run(collections.OrderedDict([('q', a), ('p', b)]))
    print(type(od).__name__, list(od.keys()))
    print(type(sess.run(a)).__name__, type(sess.run(b)).__name__, sess.run(['Const:0', 'b:0', 'init']))
    print([sess.run([a, a]), sess.run([])])
#> None [None] [] () {}
#> (1.5, [array([1, 2], dtype=int32), 1.5]) {'k': 1.5, 'l': (1.5,)}
#> Pair(x=1.5, y={'z': array([1, 2], dtype=int32)}) True
#> OrderedDict ['q', 'p']
#> float32 ndarray [1.5, array([1, 2], dtype=int32), None]
#> [-] [[1.5, 1.5], []]

#: 6.3 what is fetched twice is computed once
v = tf.Variable(0, name='v')
inc = v.assign_add(1)
with tf.Session() as sess:
    sess.run(v.initializer)
    sess.run([inc, inc, (inc.op, inc)])
    print(sess.run(v))
#> 1

#: 6.3 None cannot be fetched
tf.constant(1)
tf.Session().run(None)
#! TypeError: Fetch argument None has invalid type <class 'NoneType'>

#: 6.3 nor None within a list
a = tf.constant(1)
tf.Session().run([a, None])
#! TypeError: Fetch argument None has invalid type <class 'NoneType'>

#: 6.3 a fetch of the wrong type
tf.constant(1)
tf.Session().run(1.5)
#! TypeError: Fetch argument 1.5 has invalid type <class 'float'>, must be a string or Tensor. (Can not convert a float into a Tensor or Operation.)

#: 6.3 a fetch of an unknown or ill-formed name, or of another graph
tf.constant(1, name='a')
s = tf.Session()
with tf.Graph().as_default():
    other = tf.constant(2, name='b')
for x in ('zz', 'zz:0', 'a:1', 'a:x', '', other):
    try:
        s.run(x)
    except ValueError as e:
        print(e)
print(s.run('a'))
#> Fetch argument 'zz' cannot be interpreted as a Tensor. ("The name 'zz' refers to an Operation not in the graph.")
#> Fetch argument 'zz:0' cannot be interpreted as a Tensor. ("The name 'zz:0' refers to a Tensor which does not exist. The operation, 'zz', does not exist in the graph.")
#> Fetch argument 'a:1' cannot be interpreted as a Tensor. ("The name 'a:1' refers to a Tensor which does not exist. The operation, 'a', exists but only has 1 outputs.")
#> Fetch argument 'a:x' cannot be interpreted as a Tensor. (The name 'a:x' looks a like a Tensor name, but is not a valid one. Tensor names must be of the form "<op_name>:<output_index>".)
#> Fetch argument '' cannot be interpreted as a Tensor. ("The name '' refers to an Operation not in the graph.")
#> Fetch argument <tf.Tensor 'b:0' shape=() dtype=int32> cannot be interpreted as a Tensor. (Tensor Tensor("b:0", shape=(), dtype=int32) is not an element of this graph.)
#> None

#: 6.3 the graph of a session must not be empty
tf.Session().run([])
#! RuntimeError: The Session graph is empty.  Add operations to the graph before calling run().

#: 6.3 a closed session cannot run, not even in an empty graph
s = tf.Session()
s.close()
s.close()
s.run(None)
#! RuntimeError: Attempted to use a closed Session.

#: 6.3 any tensor can be fed, by object or by name; fed scalars come back as arrays
x = tf.placeholder(tf.float32, [None, 2], name='x')
a = tf.constant(1.0, name='a')
b = a * 2.0
v = tf.Variable(1.0, name='v')
with tf.Session() as sess:
    print(sess.run(b + 10.0, {b: 5.0}), sess.run(b, {'a:0': 3}), sess.run(v, {v: 4.0}), sess.run(v + 1.0, {'v:0': 4.0}))
    print(sess.run([x, a], {x: [[1, 2]], a: 7}), sess.run(x, feed_dict={x: []  or [[0, 0]]}).shape)
    print(sess.run(b, {(a, b): (1.0, 8.0)}), sess.run(a, {}), sess.run(a, None))
#> 15.0 6.0 4.0 5.0
#> [-] [array([[1., 2.]], dtype=float32), array(7., dtype=float32)] (1, 2)
#> 8.0 1.0 1.0

#: 6.3 the shape of what is fed must fit
x = tf.placeholder(tf.float32, [None, 2], name='p')
c = tf.placeholder(tf.int32, [], name='c')
with tf.Session() as sess:
    for key, value in ((x, [1, 2, 3]), (x, [[1, 2, 3]]), (c, [1]), (x, 4)):
        try:
            sess.run(key, {key: value})
        except ValueError as e:
            print(e)
#> Cannot feed value of shape (3,) for Tensor 'p:0', which has shape '(?, 2)'
#> Cannot feed value of shape (1, 3) for Tensor 'p:0', which has shape '(?, 2)'
#> Cannot feed value of shape (1,) for Tensor 'c:0', which has shape '()'
#> Cannot feed value of shape () for Tensor 'p:0', which has shape '(?, 2)'

#: 6.3 keys of a feed that are no tensors
a = tf.constant(1, name='a')
op = tf.no_op(name='op')
with tf.Graph().as_default():
    other = tf.constant(1, name='b')
def attempt(key):
    try:
        tf.Session().run(a, {key: 1})
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e))
for key in (1, 'zz', 'a', op, other):
    attempt(key)
#> TypeError Cannot interpret feed_dict key as Tensor: Can not convert a int into a Tensor.
#> TypeError Cannot interpret feed_dict key as Tensor: The name 'zz' looks like an (invalid) Operation name, not a Tensor. Tensor names must be of the form "<op_name>:<output_index>".
#> TypeError Cannot interpret feed_dict key as Tensor: The name 'a' refers to an Operation, not a Tensor. Tensor names must be of the form "<op_name>:<output_index>".
#> TypeError Cannot interpret feed_dict key as Tensor: Can not convert a Operation into a Tensor.
#> TypeError Cannot interpret feed_dict key as Tensor: Tensor Tensor("b:0", shape=(), dtype=int32) is not an element of this graph.

#: 6.3 @FED_TENSOR_NAMED a tensor cannot be what is fed
x = tf.placeholder(tf.int32, [], name='x')
tf.Session().run(x, {x: tf.constant(1)})
#! [-1.3] TypeError: The value of a feed cannot be a tf.Tensor object. Acceptable feed values include Python scalars, strings, lists, numpy ndarrays, or TensorHandles.
#! [1.4-] TypeError: The value of a feed cannot be a tf.Tensor object. Acceptable feed values include Python scalars, strings, lists, numpy ndarrays, or TensorHandles. For reference, the tensor object was Tensor("Const:0", shape=(), dtype=int32) which was passed to the feed with key Tensor("x:0", shape=(), dtype=int32).

#: 6.3 a feed that the program forbids
a = tf.constant(1, name='a')
g = tf.get_default_graph()
print(g.is_feedable(a))
g.prevent_feeding(a)
print(g.is_feedable(a))
tf.Session().run(a, {a: 2})
#> True
#> False
#! ValueError: Tensor Tensor("a:0", shape=(), dtype=int32) may not be fed.

#: 6.3 @PLACEHOLDER_SHAPE a placeholder that is not fed
for shape in (None, [], [3, 2], [None, 2], [None]):
    for dtype in (tf.float32,):
        x = tf.placeholder(dtype, shape, name='p')
        try:
            tf.Session().run(x)
        except tf.errors.InvalidArgumentError as e:
            print(str(e).split('\n')[0])
#> You must feed a value for placeholder tensor 'p' with dtype float
#> You must feed a value for placeholder tensor 'p_1' with dtype float
#> You must feed a value for placeholder tensor 'p_2' with dtype float and shape [3,2]
#> [-1.1] You must feed a value for placeholder tensor 'p_3' with dtype float
#> [1.2-] You must feed a value for placeholder tensor 'p_3' with dtype float and shape [?,2]
#> [-1.1] You must feed a value for placeholder tensor 'p_4' with dtype float
#> [1.2-] You must feed a value for placeholder tensor 'p_4' with dtype float and shape [?]

#: 6.3 types in the words of the runtime
for dtype in (tf.float64, tf.int32, tf.int64, tf.bool, tf.string, tf.uint8, tf.float16):
    x = tf.placeholder(dtype, [], name='p')
    try:
        tf.Session().run(x)
    except tf.errors.InvalidArgumentError as e:
        print(str(e).split('\n')[0].split()[-1])
#> double
#> int32
#> int64
#> bool
#> string
#> uint8
#> half

#: 6.3 @RUNTIME_ERROR_BARE @RUNTIME_ERROR_BRACES the second line names the node that failed
x = tf.placeholder(tf.float32, [2], name='x')
try:
    tf.Session().run(x)
except tf.errors.InvalidArgumentError as e:
    print(str(e).split('\n')[1].strip().split('[dtype')[0])
#> [-1.10] [[Node: x = Placeholder
#> [1.11-1.12] [[x = Placeholder
#> [1.13-] [[{{node x}}]]

#: 6.3 wrong arguments of a session
for f in (lambda: tf.Session(graph=1), lambda: tf.Session(1), lambda: tf.Session(config=1), lambda: tf.Session('', None, None)):
    try:
        print(type(f()).__name__)
    except TypeError as e:
        print(e)
#> graph must be a tf.Graph, but got <class 'int'>
#> target must be a string, but got <class 'int'>
#> config must be a tf.ConfigProto, but got <class 'int'>
#> Session

#: 6.3 a tensor of another graph than the session's
a = tf.constant(1)
with tf.Session(graph=tf.Graph()) as s:
    try:
        a.eval()
    except ValueError as e:
        print(e)
    a.eval(session=s)
#> Cannot use the default session to evaluate tensor: the tensor's graph is different from the session's graph. Pass an explicit session to `eval(session=sess)`.
#! ValueError: Cannot use the given session to evaluate tensor: the tensor's graph is different from the session's graph.

#: 6.3 what a branch of tf.cond made cannot be fetched; its result can
kept = []
def on():
    kept.append(tf.constant(1.0))
    return kept[0]
y = tf.cond(tf.constant(True), on, lambda: tf.constant(2.0))
g = tf.get_default_graph()
print(tf.Session().run(y), g.is_fetchable(kept[0]), g.is_fetchable(y))
tf.Session().run(kept[0])
#> 1.0 False True
#! ValueError: Operation 'cond/Const' has been marked as not fetchable.

#: 6.3 an interactive session is no context manager, and no tf.Session
s = tf.InteractiveSession()
print(isinstance(s, tf.Session), hasattr(s, '__enter__'), hasattr(tf.Session(), '__enter__'))
#> False False True

#: 6.3 a feed that is false feeds nothing; a tuple of keys wants as many values
a = tf.constant(1, name='a')
s = tf.Session()
print(s.run(a, {}), s.run(a, ()), s.run(a, 0))
for feed in ({(a, a): 1}, 'x', [1]):
    try:
        s.run(a, feed)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e).split('.')[0])
#> 1 1 1
#> ValueError Could not flatten dictionary
#> TypeError input must be a dictionary
#> TypeError input must be a dictionary
