#: 2.2 name and op, with the prefix of the op scope and the suffix
with tf.name_scope('a'):
    v = tf.Variable(1.0, name='w')
    u = tf.Variable(1.0, name='w')
print(v.name, v.op.name, u.name, u.op.name)
print(repr(v.op))
print(v.op is tf.get_default_graph().get_operation_by_name('a/w'), v.graph is tf.get_default_graph())
#> a/w:0 a/w a/w_1:0 a/w_1
#> <tf.Operation 'a/w' type=VariableV2>
#> True True

#: 2.2 value() is the read tensor and makes nothing; read_value() makes one in the current scope
v = tf.Variable(1.0, name='w')
print(v.value().name, v.value() is v.value())
print(v.read_value().name, v.read_value().name)
with tf.name_scope('s'):
    print(v.read_value().name)
c = tf.no_op('c')
with tf.control_dependencies([c]):
    v.value()
    v.read_value()
#> w/read:0 True
#> read:0 read_1:0
#> s/read:0
#n w/initial_value w w/Assign w/read read:Identity(w) read_1:Identity(w) s/read:Identity(w) c read_2:Identity(w,^c)

#: 2.2 initial_value and initializer
t = tf.constant(2.0)
v = tf.Variable(t, name='v')
w = tf.Variable(1.0, name='w')
print(v.initial_value is t, w.initial_value, repr(v.initializer))
#> True Tensor("w/initial_value:0", shape=(), dtype=float32) <tf.Operation 'v/Assign' type=Assign>

#: 2.2 assignments make a node in the current scope, a Python value becomes its constant first, and the result is a reference
v = tf.Variable(1.0, name='w')
print(repr(v.assign(2.0)))
print(repr(v.assign_add(v)), v.assign_sub(v.value()).name)
with tf.name_scope('s'):
    print(v.assign(2).name)
print(repr(tf.assign(v, 3.0)), tf.assign_add(v, 3.0).name, tf.assign_sub(v, 3.0).name)
print(tf.assign(v, 3.0, name='n').name)
#> <tf.Tensor 'Assign:0' shape=() dtype=float32_ref>
#> <tf.Tensor 'AssignAdd:0' shape=() dtype=float32_ref> AssignSub:0
#> s/Assign:0
#> <tf.Tensor 'Assign_1:0' shape=() dtype=float32_ref> AssignAdd_1:0 AssignSub_1:0
#> n:0
#n w/initial_value w w/Assign w/read Assign/value:Const() Assign:Assign(w,Assign/value) AssignAdd:AssignAdd(w,w/read) AssignSub:AssignSub(w,w/read) s/Assign/value s/Assign:Assign(w,s/Assign/value) Assign_1/value Assign_1:Assign(w,Assign_1/value) AssignAdd_1/value AssignAdd_1 AssignSub_1/value AssignSub_1 n/value n:Assign(w,n/value)

#: 2.2 @ASSIGN_METHOD_NAME name and read_value of the methods that assign, from 1.11 on
v = tf.Variable(1.0, name='w')
for method in (v.assign, v.assign_add, v.assign_sub):
    for options in (dict(name='n'), dict(read_value=False), dict(name='m', read_value=True)):
        try:
            r = method(2.0, **options)
            print(type(r).__name__, r.name)
        except TypeError as e:
            print(e)
#> [-1.10] assign() got an unexpected keyword argument 'name'
#> [-1.10] assign() got an unexpected keyword argument 'read_value'
#> [-1.10] assign() got an unexpected keyword argument 'name'
#> [-1.10] assign_add() got an unexpected keyword argument 'name'
#> [-1.10] assign_add() got an unexpected keyword argument 'read_value'
#> [-1.10] assign_add() got an unexpected keyword argument 'name'
#> [-1.10] assign_sub() got an unexpected keyword argument 'name'
#> [-1.10] assign_sub() got an unexpected keyword argument 'read_value'
#> [-1.10] assign_sub() got an unexpected keyword argument 'name'
#> [1.11-] Tensor n:0
#> [1.11-] Operation Assign
#> [1.11-] Tensor m:0
#> [1.11-] Tensor n_1:0
#> [1.11-] Operation AssignAdd
#> [1.11-] Tensor m_1:0
#> [1.11-] Tensor n_2:0
#> [1.11-] Operation AssignSub
#> [1.11-] Tensor m_2:0

#: 2.2 what does not fit is refused, and the name is used up
v = tf.Variable(1, name='w')
t = tf.constant(1.5, name='t')
for value in (1.5, 'a', t):
    try:
        v.assign(value)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(v.assign(1).name)
#> [-1.11] TypeError Expected int32 passed to parameter 'value' of op 'Assign', got 1.5 of type 'float' instead.
#> [1.12-] TypeError Expected int32 passed to parameter 'value' of op 'Assign', got 1.5 of type 'float' instead. Error: Expected int32, got 1.5 of type 'float' instead.
#> [-1.11] TypeError Expected int32 passed to parameter 'value' of op 'Assign', got 'a' of type 'str' instead.
#> [1.12-] TypeError Expected int32 passed to parameter 'value' of op 'Assign', got 'a' of type 'str' instead. Error: Expected int32, got 'a' of type 'str' instead.
#> TypeError Input 'value' of 'Assign' Op has type float32 that does not match type int32 of argument 'ref'.
#> Assign_3:0

#: 2.2 the shape of an assigned value
v = tf.Variable([1., 2.], name='w')
u = tf.Variable([1., 2.], validate_shape=False, name='u')
print(v.assign([3., 4.]).get_shape(), u.assign([[1.]]).get_shape())
print(tf.assign(v, [1., 2., 3.], validate_shape=False).get_shape())
v.assign([1., 2., 3.])
#> (2,) (1, 1)
#> (3,)
#! [-1.4] ValueError: Dimension 0 in both shapes must be equal, but are 2 and 3 for 'Assign_3' (op: 'Assign') with input shapes: [2], [3].
#! [1.5-] ValueError: Dimension 0 in both shapes must be equal, but are 2 and 3. Shapes are [2] and [3]. for 'Assign_3' (op: 'Assign') with input shapes: [2], [3].

#: [1.4-] 2.2 assignments to what cannot be assigned to
for ref in (tf.constant(1.0), 5, None):
    try:
        tf.assign(ref, 2.0)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__)
#> AttributeError
#> AttributeError
#> AttributeError

#: 2.2 operators work on the read tensor
v = tf.Variable(1.0, name='w')
for t in (v + 1, 1 + v, v - v, v * 2., 2. / v, v // 2., v % 2., v ** 2., -v, abs(v), v < 1., v >= v):
    print(t.name, [i.name for i in t.op.inputs])
#> add:0 ['w/read:0', 'add/y:0']
#> add_1:0 ['add_1/x:0', 'w/read:0']
#> sub:0 ['w/read:0', 'w/read:0']
#> mul:0 ['w/read:0', 'mul/y:0']
#> truediv:0 ['truediv/x:0', 'w/read:0']
#> floordiv:0 ['w/read:0', 'floordiv/y:0']
#> mod:0 ['w/read:0', 'mod/y:0']
#> pow:0 ['w/read:0', 'pow/y:0']
#> Neg:0 ['w/read:0']
#> Abs:0 ['w/read:0']
#> Less:0 ['w/read:0', 'Less/y:0']
#> GreaterEqual:0 ['w/read:0', 'w/read:0']

#: 2.2 operators of logical variables and of matrices
p = tf.Variable(True, name='p')
for t in (p & True, False | p, p ^ p, ~p):
    print(t.op.type, t.name)
m = tf.Variable([[1.0]], name='m')
try:
    print((m @ m).name)
except TypeError as e:
    print(e)
#> LogicalAnd and:0
#> LogicalOr or:0
#> LogicalAnd xor:0
#> LogicalNot LogicalNot:0
#> [1.0] unsupported operand type(s) for @: 'Variable' and 'Variable'
#> [1.1-] matmul:0

#: 2.2 v += x is v + x and leaves a plain tensor
v = w = tf.Variable(1.0, name='w')
v += 1.0
print(type(v).__name__, v.name, w.name)
v -= w
print(v.name)
#> Tensor add:0 w:0
#> sub:0

#: 2.2 indexing is that of the read tensor
v = tf.Variable([[1., 2.], [3., 4.]], name='w')
print(v[0].name, v[:, 1].get_shape(), v[0, 1].op.inputs[0].name, v[tf.newaxis].get_shape())
#> strided_slice:0 (2,) w/read:0 (1, 2, 2)

#: 2.2 a variable cannot be iterated over, has no length and no truth of its own to ask for
v = tf.Variable([1., 2.], name='w')
for f in (lambda: list(v), lambda: [x for x in v], lambda: len(v), lambda: 1.0 in v):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(bool(v))
#> 'Variable' object is not iterable.
#> 'Variable' object is not iterable.
#> [-1.10] object of type 'Variable' has no len()
#> [1.11-] object of type 'RefVariable' has no len()
#> [-1.10] argument of type 'Variable' is not iterable
#> [1.11-] argument of type 'RefVariable' is not iterable
#> True

#: 2.2 == is identity, and variables can be keys
v = tf.Variable(1.0, name='v')
w = tf.Variable(1.0, name='w')
print(v == v, v == w, v != w, v == 1.0, v in [w, v], {v: 1, w: 2}[w], len({v, w, v}))
print(v is tf.global_variables()[0], hash(v) == hash(v))
#> True False True False True 2 2
#> True True
#n v/initial_value v v/Assign v/read w/initial_value w w/Assign w/read

#: 2.2 a variable is no tensor, but of its class
v = tf.Variable(1.0, name='v')
print(isinstance(v, tf.Variable), isinstance(v, tf.Tensor), type(v).__name__, callable(v))
#> [-1.10] True False Variable False
#> [1.11-] True False RefVariable False

#: 2.2 get_shape(), and set_shape() of the node and of its read
v = tf.Variable(tf.placeholder(tf.float32, name='p'), validate_shape=False, name='v')
print(v.get_shape(), v.get_shape().ndims)
v.set_shape([2, None])
print(v.get_shape(), v.value().get_shape(), v.op.outputs[0].get_shape())
#> <unknown> None
#> (2, ?) (2, ?) (2, ?)

#: [1.1-] 2.2 shape, from 1.1 on
v = tf.Variable([[1., 2.]], name='v')
print(v.shape, v.shape == v.get_shape(), v.shape.as_list(), v.shape[1])
#> (1, 2) True [1, 2] 2

#: [1.0] 2.2 no shape in 1.0
v = tf.Variable([[1., 2.]], name='v')
print(v.get_shape())
v.shape
#> (1, 2)
#! AttributeError: 'Variable' object has no attribute 'shape'

#: 2.2 dtype is that of a reference; its base is what the values have
v = tf.Variable(1.0, name='v')
print(v.dtype, v.dtype.base_dtype, v.value().dtype, v.dtype == tf.float32, v.dtype.is_compatible_with(tf.float32), v.dtype.name)
#> <dtype: 'float32_ref'> <dtype: 'float32'> <dtype: 'float32'> False False float32_ref

#: 2.2 device of a variable is that of its node
v = tf.Variable(1.0, name='v')
with tf.device('/gpu:1'):
    w = tf.Variable(1.0, name='w')
print('[%s] [%s]' % (v.device, w.device))
#> [1.0-] [] [/device:GPU:1]

#: 2.2 eval() and fetching give the value; strings, initializer and snapshot can be fetched, too
v = tf.Variable([1., 2.], name='v')
with tf.Session() as s:
    s.run(v.initializer)
    print(v.eval(), v.eval(s), v.eval(session=s), s.run(v), s.run('v:0'), s.run(v.value()), v.initializer.run())
    print(s.run([v, v.assign_add([1., 1.])]) is not None, s.run(v, {v: [5., 6.]}))
v.eval()
#> [1.0-] [1. 2.] [1. 2.] [1. 2.] [1. 2.] [1. 2.] [1. 2.] None
#> True [5. 6.]
#! ValueError: Cannot evaluate tensor using `eval()`: No default session is registered. Use `with sess.as_default()` or pass an explicit session to `eval(session=sess)`

#: 2.2 load() gives a value without a new node
v = tf.Variable([1., 2.], name='v')
try:
    v.load([0., 0.])
except ValueError as e:
    print(e)
with tf.Session() as s:
    v.load([3., 4.])
    print(s.run(v))
    v.load([5., 6.], s)
    print(v.eval(), [op.name for op in s.graph.get_operations()])
#> Either session argument should be provided or default session should be established
#> [1.0-] [3. 4.]
#> [1.0-] [5. 6.] ['v/initial_value', 'v', 'v/Assign', 'v/read']

#: 2.2 an uninitialized variable has no value
v = tf.Variable(1.0, name='v')
with tf.Session() as s:
    print(s.run(tf.is_variable_initialized(v)))
    s.run(v.initializer)
    print(s.run(tf.is_variable_initialized(v)))
with tf.Session() as s:
    v.value().eval()
#> False
#> True
#! FailedPreconditionError: Attempting to use uninitialized value v
#n v/initial_value v v/Assign v/read IsVariableInitialized:IsVariableInitialized(v) IsVariableInitialized_1:IsVariableInitialized(v)

#: 2.2 count_up_to counts until the limit is reached
v = tf.Variable(0, name='v')
c = v.count_up_to(2)
d = v.count_up_to(limit=9)
print(c.name, c.dtype, c.get_shape(), d.name)
with tf.Session() as s:
    s.run(v.initializer)
    print(s.run(c), s.run(c), s.run(v), s.run(d), s.run(v))
    s.run(c)
#> CountUpTo:0 <dtype: 'int32'> () CountUpTo_1:0
#> 0 1 2 2 3
#! OutOfRangeError: Reached limit of 2
#n v/initial_value v v/Assign v/read CountUpTo:CountUpTo(v) CountUpTo_1:CountUpTo(v)

#: 2.2 tf.count_up_to is the same as a function, with a name
v = tf.Variable(0, name='v')
print(tf.count_up_to(v, 2).name, tf.count_up_to(v, 2, name='n').name)
#> CountUpTo:0 n:0

#: 2.2 count_up_to of what is no integer
v = tf.Variable(0.0, name='v')
v.count_up_to(2)
#! [-1.1] TypeError: DataType float32 for attr 'T' not in list of allowed values: int32, int64
#! [1.2-] TypeError: Value passed to parameter 'ref' has DataType float32 not in list of allowed values: int32, int64

#: 2.2 scatter_sub takes slices
v = tf.Variable([1., 2., 3.], name='v')
d = tf.IndexedSlices(tf.constant([10., 20.], name='x'), tf.constant([0, 2], name='i'))
t = v.scatter_sub(d)
print(repr(t))
with tf.Session() as s:
    s.run(v.initializer)
    print(s.run(t))
#> <tf.Tensor 'ScatterSub:0' shape=(3,) dtype=float32_ref>
#> [1.0-] [ -9.   2. -17.]
#n v/initial_value v v/Assign v/read x i ScatterSub:ScatterSub(v,i,x)

#: 2.2 scatter_sub of something else is not modelled
tf.Variable([1., 2., 3.], name='v').scatter_sub(5.0)
#! Refused: scatter_sub of anything but tf.IndexedSlices is not modelled

#: 2.2 slices have values and indices, and are no tensor without a shape
d = tf.IndexedSlices(values=tf.constant([10.], name='x'), indices=tf.constant([0], name='i'))
print(d.values.name, d.indices.name, d.dense_shape, d.dtype.name)
print(d)
tf.identity(d)
#> x:0 i:0 None float32
#> IndexedSlices(indices=Tensor("i:0", shape=(1,), dtype=int32), values=Tensor("x:0", shape=(1,), dtype=float32))
#! [-1.1] ValueError: Tensor conversion requested for IndexedSlices without dense_shape: IndexedSlices(indices=Tensor("i:0", shape=(1,), dtype=int32), values=Tensor("x:0", shape=(1,), dtype=float32))
#! [1.2-] ValueError: Tried to convert 'input' to a tensor and failed. Error: Tensor conversion requested for IndexedSlices without dense_shape: IndexedSlices(indices=Tensor("i:0", shape=(1,), dtype=int32), values=Tensor("x:0", shape=(1,), dtype=float32))

#: 2.2 slices of a known shape become a tensor: their rows are added up
d = tf.IndexedSlices(tf.constant([[1.], [2.], [4.]]), tf.constant([0, 2, 0]), dense_shape=tf.constant([3, 1]))
with tf.Session() as s:
    print(s.run(tf.reshape(d, [3])))
#> [1.0-] [5. 0. 2.]

#: 2.2 @VARIABLE_REPR repr and str: up to 1.0 the default and the read tensor, then its name, shape and dtype
v = tf.Variable([1.0, 2.0], name='w')
u = tf.Variable(True, name='u')
print(v, u)
print(str(v), '%s' % u, '{}'.format(u))
print(repr(v) == str(v), repr(v).startswith('<tensorflow.python.ops.variables.Variable object at 0x'))
#> [1.0] Tensor("w/read:0", shape=(2,), dtype=float32) Tensor("u/read:0", shape=(), dtype=bool)
#> [1.0] Tensor("w/read:0", shape=(2,), dtype=float32) Tensor("u/read:0", shape=(), dtype=bool) Tensor("u/read:0", shape=(), dtype=bool)
#> [1.0] False True
#> [1.1-] <tf.Variable 'w:0' shape=(2,) dtype=float32_ref> <tf.Variable 'u:0' shape=() dtype=bool_ref>
#> [1.1-] <tf.Variable 'w:0' shape=(2,) dtype=float32_ref> <tf.Variable 'u:0' shape=() dtype=bool_ref> <tf.Variable 'u:0' shape=() dtype=bool_ref>
#> [1.1-] True False

#: 2.2 lists and tuples print variables with repr
v = tf.Variable([[1.0, 2.0]], name='w')
u = tf.Variable(tf.placeholder(tf.float32), validate_shape=False, name='u')
print(str([v, u]).count('tensorflow.python.ops.variables.Variable object at'), str((v,)).startswith('(<tensorflow'))
if not repr(v).startswith('<tensorflow'):
    print([v, u], (v,))
#> [1.0] 2 True
#> [1.1-] 0 False
#> [1.1-] [<tf.Variable 'w:0' shape=(1, 2) dtype=float32_ref>, <tf.Variable 'u:0' shape=<unknown> dtype=float32_ref>] (<tf.Variable 'w:0' shape=(1, 2) dtype=float32_ref>,)

#: 2.2 a variable as an argument of other functions stands for its read tensor
v = tf.Variable([1., 2.], name='v')
print(tf.convert_to_tensor(v).name, tf.identity(v).op.inputs[0].name, tf.add(v, v).op.inputs[1].name, tf.stack([v, v]).op.inputs[0].name)
print(tf.convert_to_tensor(v, dtype=tf.float32).name)
try:
    tf.convert_to_tensor(v, dtype=tf.int32)
except ValueError as e:
    print(e)
#> v/read:0 v/read:0 v/read:0 v/read:0
#> v/read:0
#> Incompatible type conversion requested to type 'int32' for variable of type 'float32_ref'

#: 2.2 attributes cannot be set, and unknown ones are missing
v = tf.Variable(1.0, name='v')
for name in ('name', 'op', 'dtype', 'initializer', 'graph', 'device', 'initial_value'):
    try:
        setattr(v, name, 1)
        print(name)
    except AttributeError as e:
        pass
v.nothing
#! [-1.10] AttributeError: 'Variable' object has no attribute 'nothing'
#! [1.11-] AttributeError: 'RefVariable' object has no attribute 'nothing'

#: 2.2 attributes of the program's own on a variable are not modelled
v = tf.Variable(1.0, name='v')
v.mine = 5
#! Refused: setting the attribute 'mine' of a variable is not modelled

#: 2.2 to_proto and its kin are not modelled
tf.Variable(1.0, name='v').to_proto()
#! Refused: the attribute 'to_proto' of Variable objects is not modelled

#: 2.2 assigning to a slice of a variable is not modelled; other tensors have no assign
v = tf.Variable([1., 2.], name='v')
try:
    (v + 1.0).assign(2.0)
except AttributeError as e:
    print(e)
v[0].assign(5.0)
#> 'Tensor' object has no attribute 'assign'
#! Refused: assigning to a slice of a variable is not modelled
