#: 1.4 no name means the type of the op
x = tf.constant(1., name='x')
print(tf.constant(0).name, tf.constant(0).name, tf.placeholder(tf.int32).name, tf.no_op().name)
print(tf.identity(x).name, tf.identity(x, None).name, tf.negative(x).name)
#> Const:0 Const_1:0 Placeholder:0 NoOp
#> Identity:0 Identity_1:0 Neg:0
#n x:Const Const:Const Const_1:Const Placeholder:Placeholder NoOp:NoOp Identity:Identity(x) Identity_1:Identity(x) Neg:Neg(x)

#: 1.4 constants of Python arguments come before the op, in its scope, called by its arguments
print(tf.add(1, 2, name='a').name)
print(tf.matmul([[1.]], [[2.]]).name)
#> a:0
#> MatMul:0
#n a/x:Const a/y:Const a:Add(a/x,a/y) MatMul/a:Const MatMul/b:Const MatMul:MatMul(MatMul/a,MatMul/b)

#: 1.4 items of a list are called by the argument and their place
x = tf.constant([1., 2.], name='x')
print(tf.concat([[1.], x, [1.]], 0, name='c').name)
#> c:0
#n x:Const c/values_0:Const c/values_2:Const c/axis:Const c:ConcatV2(c/values_0,x,c/values_2,c/axis)

#: 1.4 a name that ends in a slash is absolute
with tf.name_scope('s'):
    print(tf.constant(1, name='a/').name, tf.no_op('b/').name, tf.constant(1, name='c/d/').name)
    print(tf.add(1, 2, name='e/').name)
#> a:0 b c/d:0
#> e:0
#n a:Const b:NoOp c/d:Const e/x:Const e/y:Const e:Add(e/x,e/y)

#: 1.4 @DUPLICATE_NODE_TEXT an absolute name that a node has is an error
tf.constant(1, name='a')
for i in range(2):
    try:
        tf.constant(2, name='a/')
    except ValueError as e:
        print(e)
#> [-1.7] cannot add op with name a as that name is already used
#> [-1.7] cannot add op with name a as that name is already used
#> [1.8-] Duplicate node name in graph: 'a'
#> [1.8-] Duplicate node name in graph: 'a'
#n a:Const

#: 1.4 @DUPLICATE_NODE_TEXT a generated op with such a name leaves the constants of its arguments
x = tf.constant(1., name='x')
print(tf.add(x, 1., name='a').name)
tf.add(x, 2., name='a/')
#> a:0
#! [-1.7] ValueError: cannot add op with name a as that name is already used
#! [1.8-] ValueError: Duplicate node name in graph: 'a'
#n x:Const a/y:Const a:Add a/y_1:Const

#: 1.4 @DUPLICATE_NODE_TEXT absolute names are not in the table, so that the same name asked for later collides
tf.no_op('a/')
print(tf.no_op('a').name)
#! [-1.7] ValueError: cannot add op with name a as that name is already used
#! [1.8-] ValueError: Duplicate node name in graph: 'a'
#n a:NoOp

#: 1.4 two ops under one scope string collide
with tf.name_scope('s') as scope:
    print(tf.no_op(scope).name)
    tf.no_op(scope)
#> s
#! [-1.7] ValueError: cannot add op with name s as that name is already used
#! [1.8-] ValueError: Duplicate node name in graph: 's'
#n s:NoOp

#: 1.4 a conversion that fails uses up the name, and constants that were made stay
x = tf.constant([1, 2], name='x')
for i in range(2):
    try:
        tf.add(x, 'text', name='sum')
    except TypeError:
        print('TypeError')
try:
    tf.add(1, 2.5, name='sum')
except TypeError:
    print('TypeError')
print(tf.add(x, 1, name='sum').name)
#> TypeError
#> TypeError
#> TypeError
#> sum_3:0
#n x:Const sum_2/x:Const sum_3/y:Const sum_3:Add

#: 1.4 an op whose shapes do not fit uses up the name, too
a = tf.zeros([2, 3], name='a')
try:
    tf.matmul(a, a)
except ValueError:
    print('ValueError')
print(tf.matmul(a, a, transpose_b=True).name)
#> ValueError
#> MatMul_1:0

#: 1.4 tf.constant opens no scope
with tf.name_scope('s'):
    print(tf.constant([1, 2], name='c').name, tf.constant(3, name='c').name, tf.constant(3).name)
#> s/c:0 s/c_1:0 s/Const:0
#n s/c:Const s/c_1 s/Const

#: 1.4 get_operations lists nodes as they were created
x = tf.constant(1, name='x')
tf.add(x, 1)
tf.no_op('last')
print(*[op.name for op in tf.get_default_graph().get_operations()])
#> x Add/y Add last
#n x Add/y Add last

#: 1.4 an empty name of a generated op leads to the root, where its arguments become constants, and is refused then
x = tf.constant(1, name='x')
with tf.name_scope('s'):
    try:
        tf.add(x, 2, name='')
    except ValueError as e:
        print(e)
    try:
        tf.add(x, 2, name='')
    except ValueError as e:
        print(e)
#> '' is not a valid node name
#> '_1' is not a valid node name
#n x:Const y:Const y_1:Const

#: 1.4 the graph of an op is that of its inputs, whose names count there
g = tf.Graph()
with g.as_default():
    x = tf.constant(1., name='x')
y = tf.add(x, 1.)
print(y.graph is g, y.name, *[op.name for op in g.get_operations()])
try:
    tf.add(x, tf.constant(1., name='other'))
except ValueError as e:
    print(e)
print(tf.add(x, x).name)
#> True Add:0 x Add/y Add
#> Tensor("other:0", shape=(), dtype=float32) must be from the same graph as Tensor("x:0", shape=(), dtype=float32).
#> Add_1:0
#n other:Const

#: 1.4 a graph that is finalized takes no node
tf.constant(1, name='a')
tf.get_default_graph().finalize()
for make in (lambda: tf.constant(1), lambda: tf.no_op('n'), lambda: tf.add(1, 2)):
    try:
        make()
    except RuntimeError as e:
        print(e)
#> Graph is finalized and cannot be modified.
#> Graph is finalized and cannot be modified.
#> Graph is finalized and cannot be modified.
#n a:Const

#: 1.4 a scope that was entered absolutely may hold no node at all
x = tf.constant(1, name='x')
with tf.name_scope('a'):
    with tf.name_scope('-b/'):
        for make in (lambda: tf.identity(x), lambda: tf.constant(1), lambda: tf.no_op()):
            try:
                make()
            except ValueError as e:
                print(e)
#> '-b/Identity' is not a valid node name
#> '-b/Const' is not a valid node name
#> '-b/NoOp' is not a valid node name
#n x:Const

#: 1.4 the graph of an op is that of a variable among its inputs
g = tf.Graph()
with g.as_default():
    v = tf.Variable(1., name='v')
y = tf.add(v, 1.)
z = v * 2.
print(y.graph is g, z.graph is g, y.name, z.name)
print(*[op.name for op in g.get_operations()][4:])
#> True True Add:0 mul:0
#> Add/y Add mul/y mul
#n
