#: 1.9 control dependencies become control inputs of what is made inside
a = tf.constant(1, name='a')
b = tf.constant(2, name='b')
with tf.control_dependencies([a, b.op]):
    tf.constant(3, name='c')
    tf.no_op('n')
    with tf.control_dependencies(['b']):
        tf.no_op('m')
    with tf.control_dependencies([]):
        tf.no_op('e')
    with tf.control_dependencies(None):
        tf.no_op('o')
        with tf.control_dependencies([b]):
            tf.no_op('i')
tf.no_op('z')
#n a b c:Const(^a,^b) n:NoOp(^a,^b) m:NoOp(^a,^b) e:NoOp(^a,^b) o:NoOp() i:NoOp(^b) z:NoOp()

#: 1.9 a node has no control input that an input implies
a = tf.constant(1, name='a')
b = tf.constant(2, name='b')
with tf.control_dependencies([a]):
    c = tf.identity(b, name='c')
    tf.identity(c, name='d')
    tf.identity(a, name='e')
    tf.add(c, b, name='f')
#n a b c:Identity(b,^a) d:Identity(c) e:Identity(a) f:Add(c,b)

#: 1.9 nested control dependencies come from outside to inside, each once
a = tf.constant(1, name='a')
b = tf.constant(2, name='b')
c = tf.constant(3, name='c')
with tf.control_dependencies([c]):
    with tf.control_dependencies([a, b, a, c]):
        op = tf.no_op('n')
print(*[o.name for o in op.control_inputs])
#> c a b
#n a b c n:NoOp(^c,^a,^b)

#: 1.9 control dependencies take tensors, ops, variables and names; a manager can be used again
v = tf.Variable(1., name='v')
d = tf.control_dependencies([v, 'v/read:0', v.initializer])
for i in range(2):
    with d as nothing:
        tf.no_op('n')
print(nothing)
#> None
#n v/initial_value v v/Assign v/read n:NoOp(^v,^v/read,^v/Assign) n_1:NoOp(^v,^v/read,^v/Assign)

#: 1.9 control dependencies that are none
for c in ([3], ['zz'], [None], ['zz:0'], 5):
    try:
        tf.control_dependencies(c)
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
#> TypeError Control input must be Operation or Tensor: 3
#> KeyError "The name 'zz' refers to an Operation not in the graph."
#> TypeError Control input must be Operation or Tensor: None
#> KeyError "The name 'zz:0' refers to a Tensor which does not exist. The operation, 'zz', does not exist in the graph."
#> TypeError 'int' object is not iterable

#: 1.9 variables clear control dependencies for all of their nodes
a = tf.constant(1, name='a')
with tf.control_dependencies([a]):
    v = tf.Variable(lambda: tf.ones([2]), name='v')
    w = tf.get_variable('w', [2], initializer=tf.constant_initializer(1.))
    tf.no_op('n')
print(*[o.name for o in tf.get_default_graph().get_operations() if o.control_inputs])
#> n

#: 1.9 control dependencies of a graph
g = tf.Graph()
with g.as_default():
    a = tf.constant(1, name='a')
with g.control_dependencies([a]):
    with g.as_default():
        n = tf.no_op('n')
    tf.no_op('out')
print(*[o.name for o in n.control_inputs])
#> a
#n out:NoOp()

#: 1.9 devices
def show(name):
    print(name, repr(tf.no_op(name).device))
with tf.device('/cpu:0'):
    show('a')
    with tf.device('/job:ps/task:1'):
        show('b')
        with tf.device('/gpu:2'):
            show('c')
        with tf.device(None):
            show('d')
            with tf.device('/device:GPU:0'):
                show('e')
    with tf.device(''):
        show('f')
    with tf.device('gpu'):
        show('g')
show('h')
with tf.device('/job:worker/replica:0/task:3/device:CPU:*'):
    show('i')
#> a '/device:CPU:0'
#> b '/job:ps/task:1/device:CPU:0'
#> c '/job:ps/task:1/device:GPU:2'
#> d ''
#> e '/device:GPU:0'
#> f '/device:CPU:0'
#> g '/device:GPU:*'
#> h ''
#> i '/job:worker/replica:0/task:3/device:CPU:*'

#: 1.9 texts that are no devices
for d in ('/foo:0', 'nonsense', '/cpu:x', '/cpu:0/gpu:1', '/task:a', '/device:CPU'):
    try:
        with tf.device(d):
            pass
    except ValueError as e:
        print(e)
#> Unknown attribute: 'foo' in '/foo:0'
#> Unknown attribute: 'nonsense' in 'nonsense'
#> invalid literal for int() with base 10: 'x'
#> Cannot specify multiple device types: /cpu:0/gpu:1
#> invalid literal for int() with base 10: 'a'
#> Unknown attribute: 'device' in '/device:CPU'

#: 1.9 a device may be a function of the operation
seen = []
def place(op):
    seen.append((op.name, op.type, op.device))
    return '/gpu:0' if op.type == 'Const' else '/job:ps'
with tf.device(place):
    a = tf.constant(1, name='a')
    b = tf.identity(a, name='b')
    with tf.device('/cpu:1'):
        c = tf.no_op('c')
with tf.device('/job:worker'):
    with tf.device(lambda op: op.device + '/cpu:3'):
        d = tf.no_op('d')
print(a.device, b.device, c.device, d.device)
print('-', seen)
#> /gpu:0 /job:ps /job:ps /job:worker/device:CPU:3
#> - [('a', 'Const', ''), ('b', 'Identity', ''), ('c', 'NoOp', '/device:CPU:1')]
#n a b c d

#: 1.9 a device function that fails
def place(op):
    raise KeyError(op.name)
with tf.device(place):
    tf.no_op('a')
#! KeyError: 'a'

#: 1.9 no device changes a name
with tf.device('/cpu:0'):
    a = tf.constant(1)
with tf.device('/cpu:0'):
    b = tf.constant(1)
print(a.name, b.name)
#> Const:0 Const_1:0

#: 1.9 the device of a graph
g = tf.Graph()
with g.device('/gpu:0'):
    with g.as_default():
        n = tf.no_op('n')
    m = tf.no_op('m')
print(repr(n.device), repr(m.device))
#> '/device:GPU:0' ''

#: 1.9 a device manager can be used once
d = tf.device('/cpu:0')
with d:
    pass
with d:
    pass
#! AttributeError: '_GeneratorContextManager' object has no attribute 'args'

#: 1.9 colocate_with sets an attribute, and the device
def groups(op):
    return sorted(g.decode() for g in op.colocation_groups())
with tf.device('/cpu:0'):
    a = tf.constant(1, name='a')
b = tf.constant(1, name='b')
with tf.colocate_with(a.op):
    c = tf.no_op('c')
    with tf.colocate_with(b):
        d = tf.no_op('d')
    with tf.colocate_with(b, ignore_existing=True):
        e = tf.no_op('e')
    with tf.colocate_with(None, True):
        f = tf.no_op('f')
with tf.colocate_with(c):
    h = tf.no_op('h')
for op in (a.op, c, d, e, f, h):
    print(op.name, groups(op), repr(op.device))
print('-', c.get_attr('_class'), d.get_attr('_class'))
b.op.get_attr('_class')
#> a ['loc:@a'] '/device:CPU:0'
#> c ['loc:@a'] '/device:CPU:0'
#> d ['loc:@a', 'loc:@b'] '/device:CPU:0'
#> e ['loc:@b'] ''
#> f ['loc:@f'] ''
#> h ['loc:@a'] '/device:CPU:0'
#> - [b'loc:@a'] [b'loc:@a', b'loc:@b']
#! [-1.7] ValueError: No attr named '_class' in name: "b"
#! [1.8-] ValueError: Operation 'b' has no attr named '_class'.

#: 1.9 colocation hides the devices around it
a = tf.constant(1, name='a')
with tf.device('/gpu:1'):
    with tf.colocate_with(a):
        b = tf.no_op('b')
        with tf.device('/cpu:1'):
            c = tf.no_op('c')
    d = tf.no_op('d')
print(repr(b.device), c.device, d.device)
#> '' /device:CPU:1 /device:GPU:1

#: 1.9 colocation cannot be reset without saying so
with tf.colocate_with(None):
    pass
#! ValueError: Trying to reset colocation (op is None) but ignore_existing is not True

#: 1.9 assignment, read and callable initial values stand beside their variable
v = tf.Variable(lambda: tf.ones([2]), name='v')
w = tf.Variable([1.], name='w')
for o in tf.get_default_graph().get_operations():
    print(o.name, *[g.decode() for g in o.colocation_groups()])
#> [1.6-1.7] v/Initializer/ones/shape_as_tensor loc:@v
#> [1.6-1.7] v/Initializer/ones/Const loc:@v
#> v/Initializer/ones loc:@v
#> v loc:@v
#> v/Assign loc:@v
#> v/read loc:@v
#> w/initial_value loc:@w/initial_value
#> w loc:@w
#> w/Assign loc:@w
#> w/read loc:@w

#: 1.9 as_default: each graph has its own names, variables and scope
g = tf.Graph()
with tf.name_scope('s'):
    a = tf.no_op('a')
    v = tf.get_variable('v', [1])
    with g.as_default() as h:
        b = tf.no_op('a')
        with tf.variable_scope('x'):
            w = tf.get_variable('v', [1])
        print(tf.get_default_graph() is h, g is h)
    c = tf.no_op('a')
print(a.name, b.name, c.name, v.name, w.name, len(tf.global_variables()))
#> True True
#> s/a a s/a_1 v:0 x/v:0 1

#: 1.9 graphs can be entered again and one inside the other
g, h = tf.Graph(), tf.Graph()
for i in range(2):
    with g.as_default():
        with h.as_default():
            with g.as_default():
                print(tf.no_op('n').name, tf.no_op('n').graph is g)
#> n True
#> n_2 True

#: 1.9 as_default leaves the graph on an error, too
g = tf.Graph()
try:
    with g.as_default():
        1 / 0
except ZeroDivisionError:
    print(tf.get_default_graph() is g)
#> False

#: 1.9 reset_default_graph discards all state
tf.no_op('a')
tf.get_variable('v', [1])
old = tf.get_default_graph()
tf.set_random_seed(3)
tf.reset_default_graph()
new = tf.get_default_graph()
print(new is old, tf.no_op('a').name, tf.get_variable('v', [1]).name, len(tf.global_variables()), new.seed, len(old.get_operations()) > 1)
#> False a v:0 1 None True

#: 1.9 @RESET_NESTED reset_default_graph inside a graph
with tf.Graph().as_default():
    tf.reset_default_graph()
    print('reset')
#> [-1.2] reset
#! [-1.2] IndexError: list index out of range
#! [1.3-] AssertionError: Do not use tf.reset_default_graph() to clear nested graphs. If you need a cleared graph, exit the nesting and create a new graph.

#: 1.9 tensors of a discarded graph are from another graph
x = tf.constant(1, name='x')
tf.reset_default_graph()
y = tf.constant(2, name='y')
s = tf.Session()
for f in (lambda: x + y, lambda: tf.add(y, x)):
    try:
        f()
    except ValueError as e:
        print(e)
try:
    s.run(x)
except ValueError as e:
    print(e)
#> Tensor("y:0", shape=(), dtype=int32) must be from the same graph as Tensor("x:0", shape=(), dtype=int32).
#> Tensor("x:0", shape=(), dtype=int32) must be from the same graph as Tensor("y:0", shape=(), dtype=int32).
#> Fetch argument <tf.Tensor 'x:0' shape=() dtype=int32> cannot be interpreted as a Tensor. (Tensor Tensor("x:0", shape=(), dtype=int32) is not an element of this graph.)

#: 1.9 a finalized graph takes no more nodes
g = tf.get_default_graph()
tf.no_op('a')
g.finalize()
print(g.finalized)
for f in (lambda: tf.no_op('b'), lambda: tf.constant(1), lambda: tf.add_to_collection('c', 1), lambda: tf.get_variable('v', [1])):
    try:
        f()
    except RuntimeError as e:
        print(e)
tf.Session().run('a')
#> True
#> Graph is finalized and cannot be modified.
#> Graph is finalized and cannot be modified.
#> Graph is finalized and cannot be modified.
#> Graph is finalized and cannot be modified.
#n a

#: 1.9 replica_device_setter puts variables on the parameter servers in turns, all else on the worker; what a device says inside counts
cluster = tf.train.ClusterSpec({'ps': ['a:1', 'b:1'], 'worker': ['c:1']})
with tf.device(tf.train.replica_device_setter(cluster=cluster)):
    v = tf.Variable(1.0, name='v')
    w = tf.Variable(1.0, name='w')
    with tf.device('/cpu:0'):
        x = tf.Variable(1.0, name='x')
    y = v + w
with tf.device(tf.train.replica_device_setter(ps_tasks=1, worker_device='/job:worker/task:7')):
    z = tf.Variable(1.0, name='z')
    n = tf.no_op()
for t in (v, w, x, y, z):
    print(t.op.name, t.device)
print(n.device)
print(tf.train.replica_device_setter(), cluster.num_tasks('ps'), cluster.task_address('ps', 1), cluster.as_dict() == {'ps': ['a:1', 'b:1'], 'worker': ['c:1']})
#> v /job:ps/task:0
#> w /job:ps/task:1
#> x /job:ps/task:0/device:CPU:0
#> add /job:worker
#> z /job:ps/task:0
#> /job:worker/task:7
#> None 2 b:1 True
