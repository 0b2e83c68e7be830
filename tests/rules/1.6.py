#: 1.6 @ADD_V2 two-operand operators have names of their own; the type of + differs from 1.15 on
x = tf.placeholder(tf.float32, [2], name='p')
y = tf.placeholder(tf.float32, [2], name='q')
for t in (x + y, x - y, x * y, x / y, x // y, x % y, x ** y):
    print(t.name, t.op.type, t.dtype)
#> [-1.14] add:0 Add <dtype: 'float32'>
#> [1.15-] add:0 AddV2 <dtype: 'float32'>
#> sub:0 Sub <dtype: 'float32'>
#> mul:0 Mul <dtype: 'float32'>
#> truediv:0 RealDiv <dtype: 'float32'>
#> floordiv:0 FloorDiv <dtype: 'float32'>
#> mod:0 FloorMod <dtype: 'float32'>
#> pow:0 Pow <dtype: 'float32'>
#n [-1.14] p q add:Add(p,q) sub:Sub(p,q) mul:Mul(p,q) truediv:RealDiv(p,q) floordiv:FloorDiv(p,q) mod:FloorMod(p,q) pow:Pow(p,q)
#n [1.15-] p q add:AddV2(p,q) sub:Sub(p,q) mul:Mul(p,q) truediv:RealDiv(p,q) floordiv:FloorDiv(p,q) mod:FloorMod(p,q) pow:Pow(p,q)

#: 1.6 the sum of strings stays Add, and tf.add is Add everywhere
s = tf.constant('a', name='s')
f = tf.constant(1.0, name='f')
s + 'b'
'b' + s
tf.add(f, f, name='sum')
#n s f add/y:Const add:Add(s,add/y) add_1/x add_1:Add(add_1/x,s) sum:Add(f,f)

#: 1.6 division of integers casts both sides first
i = tf.placeholder(tf.int32, [2], name='i')
j = tf.placeholder(tf.int8, [2], name='j')
print((i / i).dtype, (i / 2).dtype, (2 / i).dtype, (j / j).dtype)
#> <dtype: 'float64'> <dtype: 'float64'> <dtype: 'float64'> <dtype: 'float32'>
#n i j truediv/Cast:Cast(i) truediv/Cast_1:Cast(i) truediv:RealDiv(truediv/Cast,truediv/Cast_1)
#n truediv_1/y:Const truediv_1/Cast:Cast(i) truediv_1/Cast_1:Cast(truediv_1/y) truediv_1:RealDiv(truediv_1/Cast,truediv_1/Cast_1)
#n truediv_2/x:Const truediv_2/Cast:Cast(truediv_2/x) truediv_2/Cast_1:Cast(i) truediv_2:RealDiv(truediv_2/Cast,truediv_2/Cast_1)
#n truediv_3/Cast:Cast truediv_3/Cast_1:Cast truediv_3:RealDiv

#: 1.6 integers keep their dtype in // and %
i = tf.placeholder(tf.int32, [2], name='i')
print((i // 2).dtype, (i % 2).dtype, (7 // i).op.type, (7 % i).op.type)
#> <dtype: 'int32'> <dtype: 'int32'> FloorDiv FloorMod
#n i floordiv/y floordiv:FloorDiv(i,floordiv/y) mod/y mod:FloorMod(i,mod/y) floordiv_1/x floordiv_1:FloorDiv(floordiv_1/x,i) mod_1/x mod_1:FloorMod(mod_1/x,i)

#: 1.6 @MATMUL_OPERATOR the matrix product is an operator from 1.1 on
a = tf.placeholder(tf.float32, [2, 3], name='a')
b = tf.placeholder(tf.float32, [3, 4], name='b')
try:
    print(a @ b)
except TypeError as e:
    print(e)
#> [1.0] unsupported operand type(s) for @: 'Tensor' and 'Tensor'
#> [1.1-] Tensor("matmul:0", shape=(2, 4), dtype=float32)
#n [1.0] a b
#n [1.1-] a b matmul:MatMul(a,b)

#: [1.1-] 1.6 the matrix operator converts the other side as x or y
a = tf.placeholder(tf.float32, [2, 2], name='a')
a @ [[1., 0.], [0., 1.]]
[[1., 0.], [0., 1.]] @ a
#n a matmul/y:Const matmul:MatMul(a,matmul/y) matmul_1/x:Const matmul_1:MatMul(matmul_1/x,a)

#: 1.6 unary operators and abs take the type of their op as their name
x = tf.placeholder(tf.float32, [2], name='x')
b = tf.placeholder(tf.bool, [2], name='b')
for t in (-x, abs(x), ~b, -x):
    print(t.name, t.op.type)
#> Neg:0 Neg
#> Abs:0 Abs
#> LogicalNot:0 LogicalNot
#> Neg_1:0 Neg
#n x b Neg:Neg(x) Abs:Abs(x) LogicalNot:LogicalNot(b) Neg_1:Neg(x)

#: 1.6 there is no unary plus and there are no shifts
x = tf.constant(1, name='x')
for f in (lambda: +x, lambda: x << 1, lambda: 1 >> x):
    try:
        f()
    except TypeError as e:
        print(e)
#> bad operand type for unary +: 'Tensor'
#> unsupported operand type(s) for <<: 'Tensor' and 'int'
#> unsupported operand type(s) for >>: 'int' and 'Tensor'
#n x

#: 1.6 comparisons are plain ops, whose constants are called y whatever side they stand on
x = tf.placeholder(tf.float32, [2], name='x')
x < 1
x <= 1
x > 1
1 > x
x >= x
#n x Less/y:Const Less:Less(x,Less/y) LessEqual/y LessEqual:LessEqual(x,LessEqual/y) Greater/y Greater:Greater(x,Greater/y)
#n Less_1/y Less_1:Less(x,Less_1/y) GreaterEqual:GreaterEqual(x,x)

#: 1.6 a comparison that cannot be converted uses its name up
x = tf.placeholder(tf.int32, [], name='x')
try:
    x > 1.5
except TypeError as e:
    print(e)
print((x > 1).name)
#> [-1.11] Expected int32 passed to parameter 'y' of op 'Greater', got 1.5 of type 'float' instead.
#> [1.12-] Expected int32 passed to parameter 'y' of op 'Greater', got 1.5 of type 'float' instead. Error: Expected int32, got 1.5 of type 'float' instead.
#> Greater_1:0

#: 1.6 logical operators; xor is made of three helpers in its scope
a = tf.placeholder(tf.bool, [], name='a')
b = tf.placeholder(tf.bool, [], name='b')
a & b
a | b
a ^ b
a & True
False | a
#n a b and:LogicalAnd(a,b) or:LogicalOr(a,b)
#n xor/LogicalOr:LogicalOr(a,b) xor/LogicalAnd:LogicalAnd(a,b) xor/LogicalNot:LogicalNot(xor/LogicalAnd) xor:LogicalAnd(xor/LogicalOr,xor/LogicalNot)
#n and_1/y:Const and_1:LogicalAnd(a,and_1/y) or_1/x:Const or_1:LogicalOr(or_1/x,a)

#: 1.6 xor with a Python value
a = tf.placeholder(tf.bool, [], name='a')
True ^ a
#n a xor/x:Const xor/LogicalOr:LogicalOr(xor/x,a) xor/LogicalAnd:LogicalAnd(xor/x,a) xor/LogicalNot xor:LogicalAnd

#: 1.6 logical operators take bools only
i = tf.placeholder(tf.int32, [], name='i')
try:
    i & i
except TypeError as e:
    print(e)
print(tf.no_op(name='and').name)
#> Input 'x' of 'LogicalAnd' Op has type int32 that does not match expected type of bool.
#> and_1

#: 1.6 a plain subscript makes the stacks of begin, end and strides, then the slice
x = tf.placeholder(tf.float32, [4, 5], name='x')
print(x[1].shape, x[1:3].shape, x[..., 0].shape, x[:, tf.newaxis].shape, x[-1, ::2].shape)
#> (5,) (2, 5) (4,) (4, 1, 5) (3,)
#n x strided_slice/stack:Const strided_slice/stack_1:Const strided_slice/stack_2:Const strided_slice:StridedSlice(x,strided_slice/stack,strided_slice/stack_1,strided_slice/stack_2)
#n strided_slice_1/stack strided_slice_1/stack_1 strided_slice_1/stack_2 strided_slice_1
#n strided_slice_2/stack strided_slice_2/stack_1 strided_slice_2/stack_2 strided_slice_2
#n strided_slice_3/stack strided_slice_3/stack_1 strided_slice_3/stack_2 strided_slice_3
#n strided_slice_4/stack strided_slice_4/stack_1 strided_slice_4/stack_2 strided_slice_4

#: 1.6 equality is Python's identity and makes no node
x = tf.constant(1, name='x')
y = tf.constant(1, name='y')
print(x == y, x == x, x != y, x == 1, x in [y, x], len({x, y, x}))
#> False True True False True 2
#n x y

#: 1.6 a Python operand on the right is called y, on the left x, and has the dtype of the tensor
x = tf.placeholder(tf.float32, [2], name='x')
for t in (x * 3, 3 * x, 1 + x, 2 - x, 1 / x, 2 ** x, [1, 2] + x, (1, 2) * x):
    print(t.name, [i.name for i in t.op.inputs], t.op.inputs[0].dtype == t.op.inputs[1].dtype)
#> mul:0 ['x:0', 'mul/y:0'] True
#> mul_1:0 ['mul_1/x:0', 'x:0'] True
#> add:0 ['add/x:0', 'x:0'] True
#> sub:0 ['sub/x:0', 'x:0'] True
#> truediv:0 ['truediv/x:0', 'x:0'] True
#> pow:0 ['pow/x:0', 'x:0'] True
#> add_1:0 ['add_1/x:0', 'x:0'] True
#> mul_2:0 ['mul_2/x:0', 'x:0'] True

#: 1.6 operators of variables work on their value
v = tf.Variable(1.0, name='v')
for t in (v + 1, 1 - v, -v, v * v, v < 2., abs(v)):
    print(t.name, [i.name for i in t.op.inputs])
#> add:0 ['v/read:0', 'add/y:0']
#> sub:0 ['sub/x:0', 'v/read:0']
#> Neg:0 ['v/read:0']
#> mul:0 ['v/read:0', 'v/read:0']
#> Less:0 ['v/read:0', 'Less/y:0']
#> Abs:0 ['v/read:0']

#: 1.6 @OPERAND_NOT_IMPLEMENTED @OPERAND_NATURAL_DTYPE an operand on the right that cannot be converted
i = tf.placeholder(tf.int32, [2], name='i')
try:
    i * 2.5
except TypeError as e:
    print(e)
print((i * 2).name)
#> [-1.1] Expected int32, got 2.5 of type 'float' instead.
#> [1.2-1.13] unsupported operand type(s) for *: 'Tensor' and 'float'
#> [1.14-] Input 'y' of 'Mul' Op has type float32 that does not match type int32 of argument 'x'.
#> mul_1:0
#n [-1.13] i mul_1/y mul_1
#n [1.14-] i mul/y mul_1/y mul_1

#: 1.6 an operand on the left that cannot be converted
i = tf.placeholder(tf.int32, [2], name='i')
try:
    2.5 * i
except TypeError as e:
    print(e)
print((i * 2).name)
#> Expected int32, got 2.5 of type 'float' instead.
#> mul_1:0
#n i mul_1/y mul_1

#: 1.6 all operators fail alike
i = tf.placeholder(tf.int32, [2], name='i')
def told(f):
    try:
        f()
    except TypeError as e:
        print(e)
told(lambda: i + 2.5)
told(lambda: i - 2.5)
told(lambda: i // 2.5)
told(lambda: i ** 2.5)
told(lambda: i % 2.5)
print(tf.no_op(name='add').name, tf.no_op(name='sub').name, tf.no_op(name='floordiv').name, tf.no_op(name='pow').name, tf.no_op(name='mod').name)
#> [-1.1] Expected int32, got 2.5 of type 'float' instead.
#> [-1.1] Expected int32, got 2.5 of type 'float' instead.
#> [-1.1] Expected int32, got 2.5 of type 'float' instead.
#> [-1.1] Expected int32, got 2.5 of type 'float' instead.
#> [-1.1] Expected int32, got 2.5 of type 'float' instead.
#> [1.2-1.13] unsupported operand type(s) for +: 'Tensor' and 'float'
#> [1.2-1.13] unsupported operand type(s) for -: 'Tensor' and 'float'
#> [1.2-1.13] unsupported operand type(s) for //: 'Tensor' and 'float'
#> [1.2-1.13] unsupported operand type(s) for ** or pow(): 'Tensor' and 'float'
#> [1.2-1.13] unsupported operand type(s) for %: 'Tensor' and 'float'
#> [1.14] Input 'y' of 'Add' Op has type float32 that does not match type int32 of argument 'x'.
#> [1.15-] Input 'y' of 'AddV2' Op has type float32 that does not match type int32 of argument 'x'.
#> [1.14-] Input 'y' of 'Sub' Op has type float32 that does not match type int32 of argument 'x'.
#> [1.14-] Input 'y' of 'FloorDiv' Op has type float32 that does not match type int32 of argument 'x'.
#> [1.14-] Input 'y' of 'Pow' Op has type float32 that does not match type int32 of argument 'x'.
#> [1.14-] Input 'y' of 'FloorMod' Op has type float32 that does not match type int32 of argument 'x'.
#> add_1 sub_1 floordiv_1 pow_1 mod_1

#: 1.6 a true division checks the dtypes itself
i = tf.placeholder(tf.int32, [2], name='i')
try:
    i / 2.5
except TypeError as e:
    print(e)
#> [-1.1] Expected int32, got 2.5 of type 'float' instead.
#> [1.2-1.13] unsupported operand type(s) for /: 'Tensor' and 'float'
#> [1.14-] x and y must have the same dtype, got tf.int32 != tf.float32

#: 1.6 an operand whose type has no reflected method is not asked
i = tf.placeholder(tf.int32, [2], name='i')
try:
    i - 'a'
except TypeError as e:
    print(e)
#> [-1.13] Expected int32, got 'a' of type 'str' instead.
#> [1.14-] Input 'y' of 'Sub' Op has type string that does not match type int32 of argument 'x'.

#: [1.2-1.13] 1.6 a string has a reflected method for % and a list for *
i = tf.placeholder(tf.int32, [2], name='i')
for f in (lambda: i % 'a', lambda: i * [2.5, 1.5], lambda: i + [2.5, 1.5]):
    try:
        f()
    except TypeError as e:
        print(e)
#> unsupported operand type(s) for %: 'Tensor' and 'str'
#> can't multiply sequence by non-int of type 'Tensor'
#> Expected int32, got 2.5 of type 'float' instead.

#: 1.6 @OPERAND_NOT_IMPLEMENTED an object that can do it itself is asked from 1.2 on
class Money:
    def __radd__(self, other):
        return 'asked about ' + other.name
f = tf.placeholder(tf.float32, [2], name='f')
try:
    print(f + Money())
except TypeError as e:
    print(str(e)[:28])
print(tf.no_op(name='add').name)
#> [-1.1] Expected float32, got <__mai
#> [1.2-] asked about f:0
#> add_1

#: 1.6 None is no operand
f = tf.placeholder(tf.float32, [2], name='f')
for g in (lambda: f + None, lambda: None + f):
    try:
        g()
    except ValueError as e:
        print(e)
print(tf.no_op(name='add').name)
#> None values not supported.
#> None values not supported.
#> add_2

#: 1.6 @DTYPE_MISMATCH_IN_OP tensors of different dtypes
f = tf.placeholder(tf.float32, [2], name='f')
i = tf.placeholder(tf.int32, [2], name='i')
for g in (lambda: f * i, lambda: i + f):
    try:
        g()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(tf.no_op(name='mul').name)
#> [-1.8] ValueError Tensor conversion requested dtype float32 for Tensor with dtype int32: 'Tensor("i:0", shape=(2,), dtype=int32)'
#> [1.9-] TypeError Input 'y' of 'Mul' Op has type int32 that does not match type float32 of argument 'x'.
#> [-1.8] ValueError Tensor conversion requested dtype int32 for Tensor with dtype float32: 'Tensor("f:0", shape=(2,), dtype=float32)'
#> [1.9-1.14] TypeError Input 'y' of 'Add' Op has type float32 that does not match type int32 of argument 'x'.
#> [1.15-] TypeError Input 'y' of 'AddV2' Op has type float32 that does not match type int32 of argument 'x'.
#> mul_1

#: 1.6 tensors of different dtypes in a comparison fail in the op
f = tf.placeholder(tf.float32, [2], name='f')
i = tf.placeholder(tf.int32, [2], name='i')
f < i
#! TypeError: Input 'y' of 'Less' Op has type int32 that does not match type float32 of argument 'x'.

#: 1.6 operands of different graphs
x = tf.constant(1.0, name='x')
with tf.Graph().as_default():
    y = tf.constant(1.0, name='y')
x + y
#! ValueError: Tensor("y:0", shape=(), dtype=float32) must be from the same graph as Tensor("x:0", shape=(), dtype=float32).

#: 1.6 an operator works in the graph of its tensors
x = tf.constant(1.0, name='x')
with tf.Graph().as_default() as g:
    y = x + 1
    z = x[0:0] if False else -x
print(y.graph is tf.get_default_graph(), len(g.get_operations()))
#> True 0
#n x add/y add Neg

#: 1.6 @BOOL_TEXT_1_15 a tensor is no truth value
x = tf.constant(True, name='x')
for f in (lambda: bool(x), lambda: x and 1, lambda: not x, lambda: 1 if x & x else 0, lambda: x & x and x):
    try:
        f()
        print('fine')
    except TypeError as e:
        print(str(e)[:38])
i = tf.constant(1)
if i > 0:
    pass
#> [-1.14] Using a `tf.Tensor` as a Python `bool`
#> [-1.14] Using a `tf.Tensor` as a Python `bool`
#> [-1.14] Using a `tf.Tensor` as a Python `bool`
#> [-1.14] Using a `tf.Tensor` as a Python `bool`
#> [-1.14] Using a `tf.Tensor` as a Python `bool`
#> [1.15-] using a `tf.Tensor` as a Python `bool`
#> [1.15-] using a `tf.Tensor` as a Python `bool`
#> [1.15-] using a `tf.Tensor` as a Python `bool`
#> [1.15-] using a `tf.Tensor` as a Python `bool`
#> [1.15-] using a `tf.Tensor` as a Python `bool`
#! [-1.14] TypeError: Using a `tf.Tensor` as a Python `bool` is not allowed. Use `if t is not None:` instead of `if t:` to test if a tensor is defined, and use TensorFlow ops such as tf.cond to execute subgraphs conditioned on the value of a tensor.
#! [1.15-] OperatorNotAllowedInGraphError: using a `tf.Tensor` as a Python `bool` is not allowed in Graph execution. Use Eager execution or decorate this function with @tf.function.

#: 1.6 `t is not None` is fine
x = tf.constant(1)
if x is not None:
    print('defined')
#> defined

#: 1.6 @ITERATION_TEXT_1_5 @ITERATION_TEXT_1_9 @BOOL_TEXT_1_15 a tensor cannot be iterated over
x = tf.constant([1, 2])
for i in x:
    pass
#! [-1.4] TypeError: 'Tensor' object is not iterable.
#! [1.5-1.8] TypeError: `Tensor` objects are not iterable when eager execution is not enabled. To iterate over this tensor use `tf.map_fn`.
#! [1.9-1.14] TypeError: Tensor objects are only iterable when eager execution is enabled. To iterate over this tensor use tf.map_fn.
#! [1.15-] OperatorNotAllowedInGraphError: iterating over `tf.Tensor` is not allowed in Graph execution. Use Eager execution or decorate this function with @tf.function.

#: 1.6 unpacking, list(), in and star arguments iterate, too
x = tf.constant([1, 2])
def unpack():
    a, b = x
for f in (unpack, lambda: list(x), lambda: print(*x), lambda: 1 in x, lambda: dict(x), lambda: sum(x)):
    try:
        f()
        print('fine')
    except TypeError as e:
        print(isinstance(e, TypeError), 'itera' in str(e))
#> True True
#> True True
#> True True
#> True True
#> True True
#> True True

#: 1.6 @TENSOR_LENGTH a tensor has no length
len(tf.constant([1, 2], name='c'))
#! [-1.13] TypeError: object of type 'Tensor' has no len()
#! [1.14-] TypeError: len is not well defined for symbolic Tensors. (c:0) Please call `x.shape` rather than `len(x)` for shape information.

#: 1.6 @INDEX_CHECKED an index that is no number
x = tf.constant([1, 2], name='x')
x['a']
#! [-1.5] TypeError: can only concatenate str (not "int") to str
#! [1.6-] TypeError: Only integers, slices (`:`), ellipsis (`...`), tf.newaxis (`None`) and scalar tf.int32/tf.int64 tensors are valid indices, got 'a'

#: [1.6-] 1.6 an index that is a float, a float tensor or a vector
x = tf.constant([1, 2], name='x')
for i in (1.5, tf.constant(1., name='f'), tf.constant([0, 1], name='v')):
    try:
        x[i]
    except TypeError as e:
        print(str(e)[str(e).index(', got'):])
print(tf.no_op(name='strided_slice').name)
#> , got 1.5
#> , got <tf.Tensor 'f:0' shape=() dtype=float32>
#> , got <tf.Tensor 'v:0' shape=(2,) dtype=int32>
#> strided_slice

#: 1.6 an index that is a tensor is packed
x = tf.constant([1, 2], name='x')
i = tf.constant(1, name='i')
x[i]
#n [-1.14] x i add/y add:Add(i,add/y) strided_slice/stack:Pack(i) strided_slice/stack_1:Pack(add) strided_slice/stack_2:Const strided_slice
#n [1.15-] x i add/y add:AddV2(i,add/y) strided_slice/stack:Pack(i) strided_slice/stack_1:Pack(add) strided_slice/stack_2:Const strided_slice

#: 1.6 a tensor takes no items
x = tf.constant([1, 2])
print(hash(x) == hash(x))
x[0] = 1
#> True
#! TypeError: 'Tensor' object does not support item assignment

#: 1.6 @ADD_V2 a tensor can be given to Python's own functions that add
x = tf.constant([1., 2.], name='x')
y = sum([x, x])
y += 1
#n [-1.14] x add/x:Const add:Add(add/x,x) add_1:Add(add,x) add_2/y add_2:Add(add_1,add_2/y)
#n [1.15-] x add/x:Const add:AddV2(add/x,x) add_1:AddV2(add,x) add_2/y add_2:AddV2(add_1,add_2/y)
