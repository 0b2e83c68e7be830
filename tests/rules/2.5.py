#: 2.5 the class itself, which is all that 1.0 has: Create and a read with Identity in 1.0, then Assign
from tensorflow.python.ops import resource_variable_ops
r = resource_variable_ops.ResourceVariable(initial_value=lambda: tf.constant([1., 2.], name='k'), name='r')
print(r.name, r.dtype, r.op.type, r.initializer.name, r.get_shape())
#> [1.0] r:0 <dtype: 'float32'> VarHandleOp r/Create/AssignVariableOp (2,)
#> [1.1-] r:0 <dtype: 'float32'> VarHandleOp r/Assign (2,)
#n [1.0] r/Initializer/k:Const() r:VarHandleOp() r/IsInitialized/VarIsInitializedOp:VarIsInitializedOp(r) r/Create/AssignVariableOp:AssignVariableOp(r,r/Initializer/k) r/Read/ReadVariableOp:ReadVariableOp(r) r/Read/Identity:Identity(r/Read/ReadVariableOp)
#n [1.1-] r/Initializer/k:Const() r:VarHandleOp() r/IsInitialized/VarIsInitializedOp:VarIsInitializedOp(r) r/Assign:AssignVariableOp(r,r/Initializer/k) r/Read/ReadVariableOp:ReadVariableOp(r)

#: 2.5 arguments of the class: as those of tf.Variable, by name
from tensorflow.python.ops.resource_variable_ops import ResourceVariable
for options in (dict(), dict(initial_value=1.0, collections=5), dict(initial_value=1.0, nothing=1)):
    try:
        ResourceVariable(**options)
    except (TypeError, ValueError) as e:
        print(e)
a = ResourceVariable(1, trainable=False, dtype=tf.float64, name='a')
b = ResourceVariable(2.0, collections=['mine'])
print(a.dtype.name, b.name, [v.name for v in tf.global_variables()], [v.name for v in tf.trainable_variables()], type(a).__name__)
#> initial_value must be specified.
#> collections argument to Variable constructor must be a list, tuple, or set. Got 5 of type <class 'int'>
#> __init__() got an unexpected keyword argument 'nothing'
#> float64 Variable:0 ['a:0'] ['Variable:0'] ResourceVariable

#: 2.5 more arguments by position stood in different orders and are not modelled
from tensorflow.python.ops.resource_variable_ops import ResourceVariable
ResourceVariable(1.0, True)
#! Refused: these arguments of ResourceVariable are not modelled

#: [1.1-] 2.5 @RESOURCE_ASSIGN a resource variable's nodes
with tf.variable_scope('', use_resource=True):
    r = tf.get_variable('r', [2], initializer=lambda shape, dtype, partition_info: tf.constant([1., 2.], name='k'))
print(r.name, r.dtype, r.op.type, r.initializer.name, r.initial_value.name)
#> r:0 <dtype: 'float32'> VarHandleOp r/Assign r/Initializer/k:0
#n r/Initializer/k:Const() r:VarHandleOp() r/IsInitialized/VarIsInitializedOp:VarIsInitializedOp(r) r/Assign:AssignVariableOp(r,r/Initializer/k) r/Read/ReadVariableOp:ReadVariableOp(r)

#: [1.1-] 2.5 @RESOURCE_INITIALIZER_SCOPE a Python value stands in the Initializer scope from 1.4 on
r = tf.get_variable('r', initializer=1.0, use_resource=True)
#n [-1.3] r/initial_value:Const() r:VarHandleOp() r/IsInitialized/VarIsInitializedOp:VarIsInitializedOp(r) r/Assign:AssignVariableOp(r,r/initial_value) r/Read/ReadVariableOp:ReadVariableOp(r)
#n [1.4-] r/Initializer/initial_value:Const() r:VarHandleOp() r/IsInitialized/VarIsInitializedOp:VarIsInitializedOp(r) r/Assign:AssignVariableOp(r,r/Initializer/initial_value) r/Read/ReadVariableOp:ReadVariableOp(r)

#: [1.1-] 2.5 a tensor as the value makes nothing of its own
r = tf.get_variable('r', initializer=tf.constant(1.0, name='t'), use_resource=True)
print(r.initial_value.name)
#> t:0
#n t r:VarHandleOp r/IsInitialized/VarIsInitializedOp r/Assign:AssignVariableOp(r,t) r/Read/ReadVariableOp

#: [1.1-] 2.5 with a caching device there is an Identity behind the first read
r = tf.get_variable('r', initializer=tf.constant(1.0, name='t'), use_resource=True, caching_device='/cpu:0')
#n t r r/IsInitialized/VarIsInitializedOp r/Assign r/Read/ReadVariableOp:ReadVariableOp(r) r/Read/Identity:Identity(r/Read/ReadVariableOp)

#: [1.1-] 2.5 a cached value is what uses of the variable take; read_value() reads anew
r = tf.get_variable('r', initializer=tf.constant(1.0, name='t'), use_resource=True, caching_device='/cpu:0')
print(r.value().name, (r * 2.0).op.inputs[0].name, r.read_value().name)
#> r/Read/Identity:0 r/Read/Identity:0 Identity:0
#n t r r/IsInitialized/VarIsInitializedOp r/Assign r/Read/ReadVariableOp r/Read/Identity mul/y mul Read/ReadVariableOp:ReadVariableOp(r) Identity:Identity(Read/ReadVariableOp)

#: [1.1-] 2.5 names and scopes are those of other variables
with tf.variable_scope('a', use_resource=True):
    r = tf.get_variable('r', [2], initializer=tf.zeros_initializer())
    print(r.name, r.op.name, r.get_shape(), r.shape)
with tf.variable_scope('a', reuse=True):
    print(tf.get_variable('r', [2]) is r)
print([v.name for v in tf.global_variables()], [v.name for v in tf.trainable_variables()])
#> a/r:0 a/r (2,) (2,)
#> True
#> [1.0-] ['a/r:0'] ['a/r:0']

#: [1.1-] 2.5 @RESOURCE_REPR repr up to 1.2 is the default, then name, shape and dtype without _ref
r = tf.get_variable('r', [2], use_resource=True)
if repr(r).startswith('<tensorflow.python.ops.resource_variable_ops.ResourceVariable object at 0x'):
    print('default', str(r) == repr(r))
else:
    print(r, repr(r), [r])
#> [1.1-1.2] default True
#> [1.3-] <tf.Variable 'r:0' shape=(2,) dtype=float32> <tf.Variable 'r:0' shape=(2,) dtype=float32> [<tf.Variable 'r:0' shape=(2,) dtype=float32>]

#: [1.1-] 2.5 @RESOURCE_READ_TWICE @RESOURCE_READ_ONCE each use reads anew; a conversion with an imposed dtype reads twice in 1.1 to 1.3
r = tf.get_variable('r', initializer=tf.constant(1.0, name='c'), use_resource=True)
t = tf.constant(1.0, name='t')
r + 1.0
2.0 * r
t * r
#n [-1.3] c r r/IsInitialized/VarIsInitializedOp r/Assign r/Read/ReadVariableOp t ReadVariableOp:ReadVariableOp(r) add/y add:Add(ReadVariableOp,add/y) ReadVariableOp_1:ReadVariableOp(r) mul/x mul:Mul(mul/x,ReadVariableOp_1) mul_1/ReadVariableOp:ReadVariableOp(r) mul_1/ReadVariableOp_1:ReadVariableOp(r) mul_1:Mul(t,mul_1/ReadVariableOp_1)
#n [1.4-1.14] c r r/IsInitialized/VarIsInitializedOp r/Assign r/Read/ReadVariableOp t ReadVariableOp:ReadVariableOp(r) add/y add:Add(ReadVariableOp,add/y) ReadVariableOp_1:ReadVariableOp(r) mul/x mul:Mul(mul/x,ReadVariableOp_1) mul_1/ReadVariableOp:ReadVariableOp(r) mul_1:Mul(t,mul_1/ReadVariableOp)
#n [1.15] c r r/IsInitialized/VarIsInitializedOp r/Assign r/Read/ReadVariableOp t ReadVariableOp:ReadVariableOp(r) add/y add:AddV2(ReadVariableOp,add/y) ReadVariableOp_1:ReadVariableOp(r) mul/x mul:Mul(mul/x,ReadVariableOp_1) mul_1/ReadVariableOp:ReadVariableOp(r) mul_1:Mul(t,mul_1/ReadVariableOp)

#: [1.1-] 2.5 where the dtype is not imposed, one read is enough in every release
r = tf.get_variable('r', initializer=tf.constant([[1.0]], name='c'), use_resource=True)
x = tf.constant([[1.0]], name='x')
tf.matmul(x, r)
tf.identity(r)
tf.convert_to_tensor(r)
tf.square(r)
#n c r r/IsInitialized/VarIsInitializedOp r/Assign r/Read/ReadVariableOp x MatMul/ReadVariableOp:ReadVariableOp(r) MatMul:MatMul(x,MatMul/ReadVariableOp) Identity/ReadVariableOp:ReadVariableOp(r) Identity:Identity(Identity/ReadVariableOp) ReadVariableOp:ReadVariableOp(r) Square/ReadVariableOp Square:Square(Square/ReadVariableOp)

#: [1.1-] 2.5 the second argument of a generated op has the dtype of the first imposed
r = tf.get_variable('r', initializer=tf.constant(1.0, name='c'), use_resource=True)
tf.add(r, r)
#n [-1.3] c r r/IsInitialized/VarIsInitializedOp r/Assign r/Read/ReadVariableOp Add/ReadVariableOp Add/ReadVariableOp_1 Add/ReadVariableOp_2 Add:Add(Add/ReadVariableOp,Add/ReadVariableOp_2)
#n [1.4-] c r r/IsInitialized/VarIsInitializedOp r/Assign r/Read/ReadVariableOp Add/ReadVariableOp Add/ReadVariableOp_1 Add:Add(Add/ReadVariableOp,Add/ReadVariableOp_1)

#: [1.1-] 2.5 both operands are the variable: one read before the operator's scope, the other one inside
r = tf.get_variable('r', initializer=tf.constant(1.0, name='c'), use_resource=True)
r - r
-r
abs(r)
r < 2.0
#n [-1.3] c r r/IsInitialized/VarIsInitializedOp r/Assign r/Read/ReadVariableOp ReadVariableOp sub/ReadVariableOp sub/ReadVariableOp_1 sub:Sub(ReadVariableOp,sub/ReadVariableOp_1) ReadVariableOp_1 Neg:Neg(ReadVariableOp_1) ReadVariableOp_2 Abs:Abs(ReadVariableOp_2) ReadVariableOp_3 Less/y Less:Less(ReadVariableOp_3,Less/y)
#n [1.4-] c r r/IsInitialized/VarIsInitializedOp r/Assign r/Read/ReadVariableOp ReadVariableOp sub/ReadVariableOp sub:Sub(ReadVariableOp,sub/ReadVariableOp) ReadVariableOp_1 Neg:Neg(ReadVariableOp_1) ReadVariableOp_2 Abs:Abs(ReadVariableOp_2) ReadVariableOp_3 Less/y Less:Less(ReadVariableOp_3,Less/y)

#: [1.1-] 2.5 value() reads in the current scope; read_value() in a scope Read, and ends in an Identity
r = tf.get_variable('r', initializer=tf.constant(1.0, name='c'), use_resource=True)
print(r.value().name, r.read_value().name)
with tf.name_scope('s'):
    print(r.value().name, r.read_value().name)
#> ReadVariableOp:0 Identity:0
#> s/ReadVariableOp:0 s/Identity:0
#n c r r/IsInitialized/VarIsInitializedOp r/Assign r/Read/ReadVariableOp ReadVariableOp:ReadVariableOp(r) Read/ReadVariableOp:ReadVariableOp(r) Identity:Identity(Read/ReadVariableOp) s/ReadVariableOp:ReadVariableOp(r) s/Read/ReadVariableOp:ReadVariableOp(r) s/Identity:Identity(s/Read/ReadVariableOp)

#: [1.1-] 2.5 @RESOURCE_ASSIGN_READ an assignment reads the variable again behind it, up to 1.6 by read_value()
r = tf.get_variable('r', initializer=tf.constant(1.0, name='c'), use_resource=True)
a = r.assign(2.0)
with tf.Session() as s:
    s.run(r.initializer)
    print(s.run(a), s.run(r))
#> 2.0 2.0
#n [-1.6] c r r/IsInitialized/VarIsInitializedOp r/Assign r/Read/ReadVariableOp Const:Const() AssignVariableOp:AssignVariableOp(r,Const) Read/ReadVariableOp:ReadVariableOp(r,^AssignVariableOp) Identity:Identity(Read/ReadVariableOp)
#n [1.7-] c r r/IsInitialized/VarIsInitializedOp r/Assign r/Read/ReadVariableOp Const:Const() AssignVariableOp:AssignVariableOp(r,Const) ReadVariableOp:ReadVariableOp(r,^AssignVariableOp)

#: [1.1-] 2.5 adding and subtracting in place
r = tf.get_variable('r', initializer=tf.constant(1.0, name='c'), use_resource=True)
with tf.name_scope('s'):
    a = r.assign_add(2.0)
b = tf.assign_sub(r, tf.constant(5.0, name='d'))
with tf.Session() as s:
    s.run(r.initializer)
    print(s.run(a), s.run(b), s.run(r))
#> 3.0 -2.0 -2.0
#n [-1.6] c r r/IsInitialized/VarIsInitializedOp r/Assign r/Read/ReadVariableOp s/Const:Const() s/AssignAddVariableOp:AssignAddVariableOp(r,s/Const) s/Read/ReadVariableOp:ReadVariableOp(r,^s/AssignAddVariableOp) s/Identity:Identity(s/Read/ReadVariableOp) d AssignSubVariableOp:AssignSubVariableOp(r,d) Read/ReadVariableOp:ReadVariableOp(r,^AssignSubVariableOp) Identity
#n [1.7-] c r r/IsInitialized/VarIsInitializedOp r/Assign r/Read/ReadVariableOp s/Const:Const() s/AssignAddVariableOp:AssignAddVariableOp(r,s/Const) s/ReadVariableOp:ReadVariableOp(r,^s/AssignAddVariableOp) d AssignSubVariableOp:AssignSubVariableOp(r,d) ReadVariableOp:ReadVariableOp(r,^AssignSubVariableOp)

#: [1.1-] 2.5 reading a resource variable without a value
r = tf.get_variable('r', initializer=1.0, use_resource=True)
with tf.Session() as s:
    print(s.run(tf.is_variable_initialized(r)))
    try:
        s.run(r)
    except tf.errors.FailedPreconditionError as e:
        print(str(e).split('. ')[0])
    s.run(tf.global_variables_initializer())
    print(s.run(tf.is_variable_initialized(r)), s.run(r), r.eval())
#> False
#> Error while reading resource variable r from Container: localhost
#> True 1.0 1.0

#: [1.1-] 2.5 load() and feeding
r = tf.get_variable('r', initializer=[1.0, 2.0], use_resource=True)
with tf.Session() as s:
    r.load([3.0, 4.0], s)
    print(s.run(r))
#> [1.0-] [3. 4.]

#: [1.1-] 2.5 the initialized value of a resource variable
r = tf.get_variable('r', initializer=tf.constant(1.0, name='c'), use_resource=True)
print(r.initialized_value().name)
with tf.Session() as s:
    print(s.run('cond/Merge:0'))
#> cond/Merge:0
#> 1.0

#: [1.3-] 2.5 values that depend on a resource variable stop at its read
r = tf.get_variable('r', initializer=1.0, use_resource=True)
v = tf.Variable(r * 2.0, name='v')
q = tf.get_variable('q', initializer=r * 3.0, use_resource=True)
print(v.initializer.inputs[1].name, q.initializer.inputs[1].name)
#> mul:0 mul_1:0

#: [1.1-] 2.5 comparison and hash are those of any variable
r = tf.get_variable('r', initializer=[1.0], use_resource=True)
q = tf.get_variable('q', initializer=[1.0], use_resource=True)
print(r == r, r == q, r in [q, r], {r: 1}[r], r is tf.global_variables()[0])
#> True False True 1 True

#: [1.1-] 2.5 what reference variables alone have is not modelled
r = tf.get_variable('r', initializer=1, use_resource=True)
r.count_up_to(5)
#! Refused: CountUpTo of resource variables is not modelled

#: [1.1-] 2.5 functions that scatter want a reference
r = tf.get_variable('r', initializer=[1.0], use_resource=True)
tf.scatter_add(r, [0], [1.0])
#! Refused: ScatterAdd of resource variables is not modelled

#: [1.1-] 2.5 set_shape of a resource variable is not modelled
tf.get_variable('r', initializer=[1.0], use_resource=True).set_shape([1])
#! Refused: set_shape of resource variables is not modelled

#: [1.1-] 2.5 graph, device, constraint and the rest
with tf.device('/cpu:0'):
    r = tf.get_variable('r', initializer=1.0, use_resource=True)
print(r.graph is tf.get_default_graph(), r.device, r.initializer.type, r.op.type, r.handle.name, r.handle.dtype.name)
#> True /device:CPU:0 AssignVariableOp VarHandleOp r:0 resource

#: [1.1-] 2.5 values that cannot be assigned; the assignment's own name is not used up by them
r = tf.get_variable('r', initializer=[1., 2.], use_resource=True)
for value in ('a', tf.constant(1, name='c'), None):
    try:
        r.assign(value)
    except (TypeError, ValueError) as e:
        print(e)
print(r.assign([3, 4]).op.graph.get_operation_by_name('AssignVariableOp').type)
#> Expected float32, got 'a' of type 'str' instead.
#> [-1.14] Tensor conversion requested dtype float32 for Tensor with dtype int32: 'Tensor("c:0", shape=(), dtype=int32)'
#> [1.15] Tensor conversion requested dtype float32 for Tensor with dtype int32: <tf.Tensor 'c:0' shape=() dtype=int32>
#> None values not supported.
#> AssignVariableOp
