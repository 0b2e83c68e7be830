#: 1.5 a Python value becomes one Const, named by the name or Const
for v in (1, [1, 2], (1, 2), [[1], [2]]):
    print(tf.convert_to_tensor(v).name)
print(tf.convert_to_tensor(2, name='two').name, tf.convert_to_tensor(2, name='two').name)
with tf.name_scope('s'):
    print(tf.convert_to_tensor(3).name, tf.convert_to_tensor(3, None, 'n').name)
#> Const:0
#> Const_1:0
#> Const_2:0
#> Const_3:0
#> two:0 two_1:0
#> s/Const:0 s/n:0
#n Const:Const Const_1:Const Const_2:Const Const_3:Const two:Const two_1:Const s/Const:Const s/n:Const

#: 1.5 the dtype that a Python value gets
for v in (True, 1, 2147483647, -2147483648, 2147483648, -2147483649, 1.5, 'a', b'a', [1, 2.5], [True, False], ['a'], [1, 2 ** 40], []):
    t = tf.convert_to_tensor(v)
    print(t.dtype.name, t.get_shape())
#> bool ()
#> int32 ()
#> int32 ()
#> int32 ()
#> int64 ()
#> int64 ()
#> float32 ()
#> string ()
#> string ()
#> float32 (2,)
#> bool (2,)
#> string (1,)
#> int64 (2,)
#> float32 (0,)

#: 1.5 numpy's arrays and scalars keep their dtype
import numpy as np
for v in (np.array([1.5]), np.array([1]), np.float64(2.), np.float32(2.), np.int64(1), np.int8(1), np.array([True]), np.array([[1, 2]], np.uint8)):
    t = tf.convert_to_tensor(v)
    print(t.dtype.name, t.get_shape())
print(tf.constant(np.array([1.5])).dtype.name, tf.convert_to_tensor(np.array([1.5]), tf.float32).dtype.name)
#> float64 (1,)
#> int64 (1,)
#> float64 ()
#> float32 ()
#> int64 ()
#> int8 ()
#> bool (1,)
#> uint8 (1, 2)
#> float64 float32

#: 1.5 a tensor converts to itself, a variable to its value that is read already, without a node
x = tf.constant(1., name='x')
v = tf.Variable(1., name='v')
print(tf.convert_to_tensor(x) is x, tf.convert_to_tensor(x, name='other') is x, tf.convert_to_tensor(x, tf.float32) is x)
print(tf.convert_to_tensor(v).name, tf.convert_to_tensor(v, name='other').name)
#> True True True
#> v/read:0 v/read:0
#n x:Const v/initial_value v v/Assign v/read

#: 1.5 a list that holds tensors is packed: its Python items become constants named by their place
x = tf.constant(1., name='x')
v = tf.Variable(1., name='v')
print(tf.convert_to_tensor([x, 2.]).name)
print(tf.convert_to_tensor([3., x, 4.]).name)
print(tf.convert_to_tensor([x, x], name='n').name)
print(tf.convert_to_tensor((v, 1)).name)
print(tf.convert_to_tensor([[x, 1.], [2., 3.]]).name)
#> packed:0
#> packed_1:0
#> n:0
#> packed_2:0
#> packed_3:0
#n x v/initial_value v v/Assign v/read packed/1:Const packed:Pack(x,packed/1) packed_1/0:Const packed_1/2:Const packed_1:Pack(packed_1/0,x,packed_1/2) n:Pack(x,x) packed_2/1:Const packed_2:Pack(v/read,packed_2/1) packed_3/0/1:Const packed_3/0:Pack(x,packed_3/0/1) packed_3/1_1:Const packed_3:Pack(packed_3/0,packed_3/1_1)

#: 1.5 in an argument of an op the packed list is called by the argument
x = tf.constant(1., name='x')
print(tf.add([x, 2.], 1.).name, tf.reshape(x, [tf.constant(1, name='n')]).name)
#> Add:0 Reshape:0
#n x:Const Add/x/1:Const Add/x:Pack(x,Add/x/1) Add/y:Const Add:Add(Add/x,Add/y) n:Const Reshape/shape:Pack(n) Reshape:Reshape(x,Reshape/shape)

#: 1.5 a shape that is fully defined and a Dimension become constants called shape_as_tensor
x = tf.placeholder(tf.float32, [2, 3], name='x')
for v in (x.get_shape(), x.get_shape()[0], tf.TensorShape([])):
    t = tf.convert_to_tensor(v)
    print(t.name, t.dtype.name, t.get_shape())
print(tf.convert_to_tensor(x.get_shape(), name='n').name, tf.convert_to_tensor(x.get_shape(), tf.int64).dtype.name)
#> shape_as_tensor:0 int32 (2,)
#> shape_as_tensor_1:0 int32 ()
#> shape_as_tensor_2:0 int32 (0,)
#> n:0 int64
#n x shape_as_tensor:Const shape_as_tensor_1:Const shape_as_tensor_2:Const n:Const shape_as_tensor_3:Const

#: 1.5 shapes that are not fully defined do not convert, nor do shapes to other types than integers
x = tf.placeholder(tf.float32, [None, 3], name='x')
for v, dtype in ((x.get_shape(), None), (tf.TensorShape(None), None), (x.get_shape()[0], None), (x.get_shape()[1:], tf.float32)):
    try:
        tf.convert_to_tensor(v, dtype)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
#> ValueError Cannot convert a partially known TensorShape to a Tensor: (?, 3)
#> ValueError Cannot convert a partially known TensorShape to a Tensor: <unknown>
#> ValueError Cannot convert an unknown Dimension to a Tensor: ?
#> TypeError Cannot convert a TensorShape to dtype: float32

#: 1.5 a value that does not fit an imposed dtype
for v, dtype in ((2.5, tf.int32), ('a', tf.float32), (1, tf.string), (1, tf.bool), (1.5, tf.bool), ([1, 'a'], tf.int32), (True, tf.string), ([1.5], tf.int64), (b'x', tf.int32)):
    try:
        tf.convert_to_tensor(v, dtype)
    except TypeError as e:
        print(e)
#> Expected int32, got 2.5 of type 'float' instead.
#> Expected float32, got 'a' of type 'str' instead.
#> Expected string, got 1 of type 'int' instead.
#> Expected bool, got 1 of type 'int' instead.
#> Expected bool, got 1.5 of type 'float' instead.
#> Expected int32, got 'a' of type 'str' instead.
#> Expected string, got True of type 'bool' instead.
#> Expected int64, got 1.5 of type 'float' instead.
#> Expected int32, got b'x' of type 'bytes' instead.
#n

#: 1.5 an int is accepted for a float, and what is imposed is what comes
for v, dtype in ((1, tf.float32), (1, tf.float64), (1, tf.int64), (1.5, tf.float64), (1, tf.uint8), ([1, 2.5], tf.float32), ('a', tf.string)):
    print(tf.convert_to_tensor(v, dtype).dtype.name, tf.constant(v, dtype).dtype.name)
#> float32 float32
#> float64 float64
#> int64 int64
#> float64 float64
#> uint8 uint8
#> float32 float32
#> string string

#: 1.5 @CONVERSION_REPR a tensor does not convert to another dtype
x = tf.constant([1., 2.], name='x')
try:
    tf.convert_to_tensor(x, tf.int32)
except ValueError as e:
    print(e)
#> [-1.14] Tensor conversion requested dtype int32 for Tensor with dtype float32: 'Tensor("x:0", shape=(2,), dtype=float32)'
#> [1.15-] Tensor conversion requested dtype int32 for Tensor with dtype float32: <tf.Tensor 'x:0' shape=(2,) dtype=float32>
#n x

#: 1.5 inside an op the mismatch of tensors is told in its words
a = tf.constant([1], name='a')
b = tf.constant([1.], name='b')
try:
    tf.add(a, b)
except TypeError as e:
    print(e)
try:
    tf.matmul([[1.]], [[1]], name='m')
except TypeError as e:
    print(e)
try:
    tf.logical_and(a, True)
except TypeError as e:
    print(e)
#> Input 'y' of 'Add' Op has type float32 that does not match type int32 of argument 'x'.
#> Input 'b' of 'MatMul' Op has type int32 that does not match type float32 of argument 'a'.
#> Input 'x' of 'LogicalAnd' Op has type int32 that does not match expected type of bool.
#n a b m/a m/b

#: 1.5 @CONVERSION_ERROR_CAUSE a Python value that does not fit names the parameter and the op; from 1.12 on the cause as well
x = tf.constant([1], name='x')
try:
    tf.add(x, 2.5)
except TypeError as e:
    print(e)
try:
    tf.logical_not(1)
except TypeError as e:
    print(e)
#> [-1.11] Expected int32 passed to parameter 'y' of op 'Add', got 2.5 of type 'float' instead.
#> [1.12-] Expected int32 passed to parameter 'y' of op 'Add', got 2.5 of type 'float' instead. Error: Expected int32, got 2.5 of type 'float' instead.
#> [-1.11] Expected bool passed to parameter 'x' of op 'LogicalNot', got 1 of type 'int' instead.
#> [1.12-] Expected bool passed to parameter 'x' of op 'LogicalNot', got 1 of type 'int' instead. Error: Expected bool, got 1 of type 'int' instead.
#n x

#: 1.5 @ALLOWED_VALUES_PARAMETER a dtype that the op does not take
try:
    tf.sqrt(tf.constant('a', name='x'))
except TypeError as e:
    print(str(e).split(' values: ')[0])
#> [-1.1] DataType string for attr 'T' not in list of allowed
#> [1.2-] Value passed to parameter 'x' has DataType string not in list of allowed
#n x

#: 1.5 @CONVERSION_TRIED a value that has no conversion at all
try:
    tf.identity(None)
except ValueError as e:
    print(e)
x = tf.constant(1., name='x')
try:
    tf.add(x, None)
except ValueError as e:
    print(e)
#> [-1.1] None values not supported.
#> [-1.1] None values not supported.
#> [1.2-] Tried to convert 'input' to a tensor and failed. Error: None values not supported.
#> [1.2-] Tried to convert 'y' to a tensor and failed. Error: None values not supported.

#: 1.5 None is no value
for make in (lambda: tf.constant(None), lambda: tf.convert_to_tensor(None), lambda: tf.convert_to_tensor(None, tf.int32)):
    try:
        make()
    except ValueError as e:
        print(e)
#> None values not supported.
#> None values not supported.
#> None values not supported.
#n

#: 1.5 an operation is no tensor
op = tf.no_op('n')
try:
    tf.convert_to_tensor(op)
except TypeError as e:
    print(e)
try:
    tf.convert_to_tensor(op, tf.int32, 'k')
except TypeError as e:
    print(e)
#> Can't convert Operation 'n' to Tensor (target dtype=None, name=None, as_ref=False)
#> Can't convert Operation 'n' to Tensor (target dtype=tf.int32, name='k', as_ref=False)

#: 1.5 an object that is nothing
class Mine(object):
    def __str__(self):
        return 'mine'
try:
    tf.convert_to_tensor(Mine())
except TypeError as e:
    print(e)
try:
    tf.convert_to_tensor({})
except TypeError as e:
    print(e)
#> Failed to convert object of type <class '__main__.Mine'> to Tensor. Contents: mine. Consider casting elements to a supported type.
#> Failed to convert object of type <class 'dict'> to Tensor. Contents: {}. Consider casting elements to a supported type.

#: 1.5 a list of lists of different lengths
try:
    tf.convert_to_tensor([[1, 2], [3]])
except ValueError as e:
    print(e)
#> Argument must be a dense tensor: [[1, 2], [3]] - got shape [2], but wanted [2, 2].

#: 1.5 @DIMENSION_CONVERTED a Dimension in a list of integers
x = tf.placeholder(tf.float32, [2, 3], name='x')
n = x.get_shape()[1]
try:
    print(tf.convert_to_tensor([n, 1], tf.int32).get_shape())
except TypeError as e:
    print(e)
#> [-1.1] Expected int32, got Dimension(3) of type 'Dimension' instead.
#> [1.2-] (2,)

#: 1.5 @PACKED_CAST a list of tensors with an imposed dtype
x = tf.constant(1., name='x')
try:
    print(tf.convert_to_tensor([x, 1], tf.float64))
except TypeError as e:
    print(e)
#> [-1.4] Expected float64, got list containing Tensors of type '_Message' instead.
#> [1.5-] Cannot convert a list containing a tensor of dtype <dtype: 'float32'> to <dtype: 'float64'> (Tensor is: <tf.Tensor 'x:0' shape=() dtype=float32>)

#: 1.5 tensors of different dtypes do not pack
a = tf.constant(1., name='a')
b = tf.constant(1, name='b')
try:
    tf.convert_to_tensor([a, b])
except TypeError as e:
    print(e)
print(tf.convert_to_tensor([a, 1]).dtype.name)
try:
    tf.convert_to_tensor([b, 1.5])
except TypeError as e:
    print(e)
#> Cannot convert a list containing a tensor of dtype <dtype: 'int32'> to <dtype: 'float32'> (Tensor is: <tf.Tensor 'b:0' shape=() dtype=int32>)
#> float32
#> Expected int32, got 1.5 of type 'float' instead.
#n a b packed_1/1 packed_1

#: 1.5 @DIMENSION_REFLECTED a Dimension on the right of an operator
n = tf.placeholder(tf.float32, [3, None], name='x').get_shape()[0]
print(repr(n + 1), repr(n - 1), repr(n * 2), repr(n // 2), repr(n % 2))
for f in (lambda: 1 + n, lambda: 4 - n, lambda: 2 * n, lambda: 7 // n, lambda: 7 % n):
    try:
        print(repr(f()))
    except TypeError as e:
        print(e)
#> Dimension(4) Dimension(2) Dimension(6) Dimension(1) Dimension(1)
#> [-1.8] unsupported operand type(s) for +: 'int' and 'Dimension'
#> [-1.8] unsupported operand type(s) for -: 'int' and 'Dimension'
#> [-1.8] unsupported operand type(s) for *: 'int' and 'Dimension'
#> [-1.8] unsupported operand type(s) for //: 'int' and 'Dimension'
#> [-1.8] unsupported operand type(s) for %: 'int' and 'Dimension'
#> [1.9-] Dimension(4)
#> [1.9-] Dimension(1)
#> [1.9-] Dimension(6)
#> [1.9-] Dimension(2)
#> [1.9-] Dimension(1)

#: 1.5 an unknown Dimension
n = tf.placeholder(tf.float32, [3, None], name='x').get_shape()[1]
print(repr(n), n, n.value, repr(n + 1), repr(n * 2), n == 3, n == None)
#> Dimension(None) ? None Dimension(None) Dimension(None) None None

#: 1.5 @DIMENSION_BY_INDEX a tensor is no dimension
t = tf.constant(3, name='t')
tf.placeholder(tf.float32, [t])
#! [-1.14] TypeError: int() argument must be a string, a bytes-like object or a real number, not 'Tensor'
#! [1.15-] TypeError: Dimension value must be integer or None or have an __index__ method, got Tensor

#: 1.5 @FILL_DIMS_UNNAMED the shape of zeros and ones that holds a tensor
n = tf.constant(2, name='n')
print(tf.zeros([n, 3]).name, tf.ones([n], name='o').name)
#> zeros:0 o:0
#n [-1.7] n zeros/shape/1 zeros/shape:Pack zeros/Const zeros:Fill(zeros/shape,zeros/Const) o/shape:Pack o/Const o:Fill
#n [1.8-] n zeros/packed/1 zeros/packed:Pack zeros/Const zeros:Fill(zeros/packed,zeros/Const) o/packed:Pack o/Const o:Fill

#: 1.5 @LOOKUP_IDENTITY an embedding: the gathering op has the name, an Identity comes after it
p = tf.constant([[1.], [2.]], name='p')
i = tf.constant([1], name='i')
print(tf.nn.embedding_lookup(p, i).name)
print(tf.nn.embedding_lookup([p], i, name='mine').name)
#> [-1.7] embedding_lookup:0
#> [1.8-] embedding_lookup/Identity:0
#> [-1.7] mine:0
#> [1.8-] mine/Identity:0
#n [-1.4] p i embedding_lookup:Gather(p,i) mine:Gather(p,i)
#n [1.5-1.7] p i embedding_lookup/axis embedding_lookup:GatherV2 mine/axis mine:GatherV2
#n [1.8-] p i embedding_lookup/axis embedding_lookup:GatherV2 embedding_lookup/Identity:Identity(embedding_lookup) mine/axis mine:GatherV2 mine/Identity:Identity

#: 1.5 @MERGE_SHAPES_TEXT shapes that do not merge in a shape function; from 1.5 on both are told
a = tf.placeholder(tf.float32, [2, 3], name='a')
b = tf.placeholder(tf.float32, [2, 4], name='b')
try:
    tf.stack([a, b])
except ValueError as e:
    text = str(e).split(' for ')[0]
    print(text.split(',')[0], '[2,3]' in text and '[2,4]' in text, 'Shapes are ' in text)
#> [-1.4] Dimension 1 in both shapes must be equal False False
#> [1.5-] Dimension 1 in both shapes must be equal True True

#: 1.5 @SET_SHAPE_NATIVE a static shape that does not fit
x = tf.placeholder(tf.float32, [None, 3], name='x')
x.set_shape([2, None])
print(x.get_shape())
for shape in ([2, 4], [2]):
    try:
        x.set_shape(shape)
    except ValueError as e:
        print(e)
#> (2, 3)
#> [-1.7] Shapes (2, 3) and (2, 4) are not compatible
#> [-1.7] Shapes (2, 3) and (2,) are not compatible
#> [1.8-] Dimension 1 in both shapes must be equal, but are 3 and 4. Shapes are [2,3] and [2,4].
#> [1.8-] Shapes must be equal rank, but are 2 and 1

#: 1.5 @NATIVE_GRAPH the copy of a Switch of a reference, for a rewritten initial value: what it switches is none
v = tf.Variable(1., name='v')
p = tf.placeholder(tf.bool, [], name='p')
y = tf.cond(p, lambda: tf.identity(v.op.outputs[0], name='i'), lambda: tf.constant(2.))
m = tf.Variable(y, name='m')
print(*[op.outputs[0].dtype.name for op in tf.get_default_graph().get_operations() if 'cond/i/Switch' in op.name])
#> [-1.2] float32_ref
#> [1.3-1.7] float32_ref float32_ref
#> [1.8-] float32_ref float32

#: 1.5 text beside numbers is no tensor of text
tf.constant([1, 'a'])
#! Refused: a tensor made of text and other values is not modelled

#: 1.5 a list that contains itself is refused, wherever it is passed
a = []
a.append(a)
a.append(a)
tf.add(a, 1)
#! Refused: a list that contains itself, or more than 64 lists in lists, as an argument is not modelled

#: 1.5 a list that contains itself as a constant
a = [1]
a.append(a)
tf.constant(a)
#! Refused: a list that contains itself, or more than 64 lists in lists, as an argument is not modelled

#: 1.5 a list that contains itself as a shape
a = []
a.append(a)
tf.zeros(a)
#! Refused: a list that contains itself, or more than 64 lists in lists, as an argument is not modelled

#: [1.3-] 1.5 the copy of an op that changes a variable is not modelled
v = tf.Variable([1., 2.], name='v')
m = tf.Variable(tf.assign_add(v, [1., 1.]), name='m')
#! Refused: an initial value that changes a variable (AssignAdd) is not modelled

#: [1.1-] 1.5 a resource variable is read anew for each conversion, in the current scope
with tf.variable_scope('', use_resource=True):
    r = tf.get_variable('r', [], initializer=tf.zeros_initializer())
with tf.name_scope('s'):
    a = tf.convert_to_tensor(r)
    b = tf.convert_to_tensor(r)
print(a.op.type, b.op.type, a is b, a.op.name.startswith('s/'), a.op.name != b.op.name)
#> ReadVariableOp ReadVariableOp False True True

#: [1.8-] 1.5 ids of an embedding that are no tensor become a constant called ids
p = tf.constant([[1.], [2.]], name='p')
tf.nn.embedding_lookup(p, [0])
#n p embedding_lookup/ids:Const embedding_lookup/axis:Const embedding_lookup:GatherV2(p,embedding_lookup/ids,embedding_lookup/axis) embedding_lookup/Identity:Identity

#: 1.5 a list that contains itself among what is grouped
a = []
a.append(a)
tf.group(a)
#! Refused: a list that contains itself, or more than 64 lists in lists, as an argument is not modelled
