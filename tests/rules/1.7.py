#: 1.7 constants and placeholders
tf.constant(1.0)
tf.placeholder(tf.float32)
tf.placeholder_with_default([1.], [None])
tf.constant([1, 2], name='c')
#n Const Placeholder PlaceholderWithDefault/input:Const PlaceholderWithDefault:PlaceholderWithDefault(PlaceholderWithDefault/input) c

#: 1.7 functions of two arguments make constants for Python values under their own name
x = tf.placeholder(tf.float32, [2], name='p')
tf.add(x, 1.)
tf.subtract(2., x)
tf.multiply(x, x)
tf.maximum(x, 0.)
tf.minimum(0., x)
tf.equal(x, x)
tf.less(x, x)
tf.greater(x, x)
tf.pow(x, 2.)
tf.not_equal(x, 1.)
tf.less_equal(x, x)
tf.greater_equal(x, x)
tf.squared_difference(x, x)
#n p Add/y:Const Add:Add(p,Add/y) Sub/x Sub:Sub(Sub/x,p) Mul:Mul(p,p) Maximum/y Maximum Minimum/x Minimum:Minimum(Minimum/x,p)
#n Equal:Equal Less:Less Greater:Greater Pow/y Pow:Pow NotEqual/y NotEqual LessEqual GreaterEqual SquaredDifference

#: 1.7 a name replaces the first part of the path
x = tf.placeholder(tf.float32, [2], name='p')
tf.add(x, 1., name='a')
tf.reduce_mean(x, name='m')
tf.divide(x, 2., name='q')
tf.matmul([[1.]], [[2.]], name='mm')
tf.reshape(x, [2, 1], name='r')
tf.cast(x, tf.int32, name='c')
tf.concat([x, x], 0, name='cc')
tf.transpose(x, [0], name='t')
tf.one_hot([0], 4, name='o')
#n p a/y a:Add Const:Const m:Mean(p,Const) q/y:Const q:RealDiv(p,q/y) mm/a:Const mm/b:Const mm:MatMul(mm/a,mm/b) r/shape r:Reshape c:Cast cc/axis cc:ConcatV2 t/perm:Const t:Transpose o/on_value o/off_value o/indices o/depth o:OneHot

#: 1.7 division functions
x = tf.placeholder(tf.float32, [2], name='p')
i = tf.placeholder(tf.int32, [2], name='i')
tf.divide(x, 2.)
tf.div(x, 2.)
tf.div(i, 2)
tf.truediv(x, x)
tf.floordiv(i, i)
tf.mod(i, 2)
#n p i truediv/y truediv:RealDiv(p,truediv/y) div/y div:RealDiv(p,div/y) div_1/y div_1:FloorDiv truediv_1:RealDiv(p,p) floordiv:FloorDiv(i,i) FloorMod/y FloorMod:FloorMod(i,FloorMod/y)

#: 1.7 functions of one argument
m = tf.placeholder(tf.float32, [2, 2], name='m')
tf.nn.softmax(m)
x = tf.placeholder(tf.float32, [2], name='p')
for f in (tf.negative, tf.abs, tf.square, tf.sqrt, tf.exp, tf.log, tf.sign, tf.floor, tf.ceil, tf.sin, tf.cos, tf.tanh, tf.sigmoid, tf.nn.relu, tf.nn.tanh, tf.identity, tf.stop_gradient, tf.nn.l2_loss):
    f(x)
#n m Softmax:Softmax(m) p Neg:Neg(p) Abs:Abs(p) Square:Square Sqrt:Sqrt Exp:Exp Log:Log Sign:Sign Floor:Floor Ceil:Ceil Sin:Sin Cos:Cos Tanh:Tanh Sigmoid:Sigmoid Relu:Relu Tanh_1:Tanh Identity:Identity StopGradient:StopGradient L2Loss:L2Loss

#: 1.7 a function of one argument makes its constant inside its own name
tf.square(3.0)
tf.abs(-1.0)
tf.identity([1, 2])
#n Square/x:Const Square:Square(Square/x) Abs/x Abs:Abs Identity/input:Const Identity

#: 1.7 logical functions; xor puts its helpers into the current scope
a = tf.placeholder(tf.bool, [], name='a')
b = tf.placeholder(tf.bool, [], name='b')
tf.logical_and(a, b)
tf.logical_or(a, b)
tf.logical_not(a)
tf.logical_xor(a, b)
#n a b LogicalAnd:LogicalAnd(a,b) LogicalOr:LogicalOr(a,b) LogicalNot:LogicalNot(a) LogicalOr_1:LogicalOr(a,b) LogicalAnd_1:LogicalAnd(a,b) LogicalNot_1:LogicalNot(LogicalAnd_1) LogicalXor:LogicalAnd(LogicalOr_1,LogicalNot_1)

#: 1.7 @BATCH_MATMUL_V2 products of matrices and of batches
a = tf.placeholder(tf.float32, [2, 2], name='a')
b = tf.placeholder(tf.float32, [3, 2, 2], name='b')
tf.matmul(a, a)
tf.matmul([[1.]], [[2.]])
print(tf.matmul(b, b).name)
#> MatMul_2:0
#n [-1.13] a b MatMul:MatMul(a,a) MatMul_1/a:Const MatMul_1/b:Const MatMul_1:MatMul MatMul_2:BatchMatMul(b,b)
#n [1.14-] a b MatMul:MatMul(a,a) MatMul_1/a:Const MatMul_1/b:Const MatMul_1:MatMul MatMul_2:BatchMatMulV2(b,b)

#: 1.7 both kinds of transposition at once are refused
a = tf.placeholder(tf.float32, [2, 2], name='a')
for options in ({'transpose_a': True, 'adjoint_a': True}, {'transpose_b': True, 'adjoint_b': True}):
    try:
        tf.matmul(a, a, **options)
    except ValueError as e:
        print(e)
print(tf.matmul(a, a, True, False).name)
#> Only one of transpose_a and adjoint_a can be True.
#> Only one of transpose_b and adjoint_b can be True.
#> MatMul:0

#: 1.7 reductions: the axis of a tensor of known rank is made outside, before
x = tf.placeholder(tf.float32, [2, 3], name='x')
tf.reduce_mean(x)
tf.reduce_mean(x, 0)
with tf.name_scope('s'):
    tf.reduce_sum(x, name='n')
    tf.reduce_max(x, [0, 1], name='n')
#n x Const:Const Mean:Mean(x,Const) Mean_1/reduction_indices:Const Mean_1:Mean(x,Mean_1/reduction_indices) s/Const s/n:Sum(x,s/Const) s/n_1/reduction_indices s/n_1:Max

#: 1.7 reductions of a Python value and of an unknown rank
tf.reduce_sum([1., 2.])
tf.reduce_sum(tf.placeholder(tf.float32, name='u'))
#n Rank/Const:Const Rank:Const range/start range/delta range:Range(range/start,Rank,range/delta) Sum/input Sum:Sum(Sum/input,range)
#n u Rank_1:Rank(u) range_1/start range_1/delta range_1 Sum_1:Sum(u,range_1)

#: 1.7 a variable is not a tensor for reductions
v = tf.Variable([1., 2.], name='v')
tf.reduce_sum(v)
tf.reduce_sum(v.value())
#n v/initial_value v v/Assign v/read Rank:Const range/start range/delta range:Range(range/start,Rank,range/delta) Sum:Sum(v/read,range) Const:Const Sum_1:Sum(v/read,Const)

#: 1.7 the kinds of reductions
x = tf.placeholder(tf.float32, [2, 3], name='x')
b = tf.placeholder(tf.bool, [2], name='b')
tf.reduce_sum(x, 1); tf.reduce_max(x, 1); tf.reduce_min(x, 1); tf.reduce_prod(x, 1); tf.reduce_all(b, 0); tf.reduce_any(b, 0)
#n x b Sum/reduction_indices Sum:Sum Max/reduction_indices Max:Max Min/reduction_indices Min:Min Prod/reduction_indices Prod:Prod All/reduction_indices All:All Any/reduction_indices Any:Any

#: 1.7 @KEEPDIMS keepdims and keep_dims
x = tf.placeholder(tf.float32, [2, 3], name='x')
print(tf.reduce_sum(x, 1, keep_dims=True).shape, tf.reduce_sum(x, 1, True).shape, tf.reduce_sum(x, reduction_indices=0).shape)
print(tf.reduce_sum(x, 1, keepdims=True).shape)
#> (2, 1) (2, 1) (3,)
#> [1.5-] (2, 1)
#! [-1.4] TypeError: reduce_sum() got an unexpected keyword argument 'keepdims'

#: [1.5-] 1.7 both spellings of keepdims
tf.reduce_sum([1.], 0, keepdims=True, keep_dims=True)
#! ValueError: Cannot specify both 'keep_dims' and 'keepdims'

#: 1.7 @ARGMAX_OUTPUT_TYPE positions of the largest and the smallest
x = tf.placeholder(tf.float32, [2, 3], name='x')
print(tf.argmax(x, 1).dtype, tf.argmin(x, axis=0).name, tf.argmax(x, dimension=1).name)
print(tf.argmax(x, 1, output_type=tf.int32).dtype)
#> <dtype: 'int64'> ArgMin:0 ArgMax_1:0
#> [1.4-] <dtype: 'int32'>
#n x ArgMax/dimension ArgMax:ArgMax(x,ArgMax/dimension) ArgMin/dimension ArgMin:ArgMin ArgMax_1/dimension ArgMax_1
#n [1.4-] ArgMax_2/dimension ArgMax_2
#! [-1.3] TypeError: argmax() got an unexpected keyword argument 'output_type'

#: 1.7 @CAST_SAME_DTYPE_FREE casts
x = tf.placeholder(tf.float32, [2], name='x')
print(tf.cast(x, tf.float32) is x, tf.cast(x, 'int32').name, tf.to_float(tf.to_int32(x)).name, tf.to_double(1).name)
#> [-1.9] True Cast_1:0 ToFloat:0 ToDouble:0
#> [1.10-] True Cast:0 ToFloat:0 ToDouble:0
#n [-1.9] x Cast_1:Cast(x) ToInt32:Cast(x) ToFloat:Cast(ToInt32) ToDouble/x:Const ToDouble:Cast
#n [1.10-] x Cast:Cast(x) ToInt32:Cast(x) ToFloat:Cast(ToInt32) ToDouble/x:Const ToDouble:Cast

#: 1.7 shapes: reshape, expand_dims, squeeze
x = tf.placeholder(tf.float32, [2, 1], name='x')
print(tf.reshape(x, [-1]).shape, tf.expand_dims(x, 0).shape, tf.squeeze(x).shape, tf.squeeze(x, [1]).shape)
#> (2,) (1, 2, 1) (2,) (2,)
#n x Reshape/shape Reshape:Reshape(x,Reshape/shape) ExpandDims/dim ExpandDims:ExpandDims(x,ExpandDims/dim) Squeeze:Squeeze(x) Squeeze_1

#: 1.7 @TRANSPOSE_PERM transposition
x = tf.placeholder(tf.float32, [2, 3], name='x')
print(tf.transpose(x).shape)
tf.transpose(x, [1, 0])
#> (3, 2)
#n [-1.12] x transpose/Rank:Rank(x) transpose/sub/y transpose/sub:Sub(transpose/Rank,transpose/sub/y) transpose/Range/start transpose/Range/delta transpose/Range:Range(transpose/Range/start,transpose/Rank,transpose/Range/delta) transpose/sub_1:Sub(transpose/sub,transpose/Range) transpose:Transpose(x,transpose/sub_1)
#n [1.13-] x transpose/perm transpose:Transpose(x,transpose/perm)
#n transpose_1/perm transpose_1:Transpose(x,transpose_1/perm)

#: 1.7 concat, stack and unstack
a = tf.placeholder(tf.float32, [1, 2], name='a')
tf.concat([a, a], 0)
tf.stack([a, a])
tf.stack([1, 2])
tf.unstack(a)
#n a concat/axis concat:ConcatV2(a,a,concat/axis) stack:Pack(a,a) stack_1:Const unstack:Unpack(a)

#: 1.7 @SPLIT_SIZES_CONVERTED split makes a constant of the number of pieces from 1.2 on
x = tf.placeholder(tf.float32, [2, 3], name='x')
print(*[t.name for t in tf.split(x, 3, 1)])
#> split:0 split:1 split:2
#n [-1.1] x split/split_dim split:Split(split/split_dim,x)
#n [1.2-] x Const split/split_dim split:Split(split/split_dim,x)

#: 1.7 a tensor is split into one piece at least
x = tf.placeholder(tf.float32, [2, 3], name='x')
for n in (0, -1, [3, 0]):
    try:
        print(len(tf.split(x, n, 1)))
    except ValueError as e:
        print(e)
for f in (lambda: tf.split(x, 2, 1), lambda: tf.unstack(x, -1)):
    try:
        f()
    except ValueError as e:
        print(str(e).splitlines()[0])
#> Attr 'num_split' of 'Split' Op passed 0 less than minimum 1.
#> Attr 'num_split' of 'Split' Op passed -1 less than minimum 1.
#> 2
#> Dimension size must be evenly divisible by 2 but is 3
#> Attr 'num' of 'Unpack' Op passed -1 less than minimum 0.

#: 1.7 one_hot
i = tf.placeholder(tf.int32, [3], name='i')
print(tf.one_hot(i, 4).shape, tf.one_hot(i, 4, on_value=5, off_value=6).dtype)
#> (3, 4) <dtype: 'int32'>
#n i one_hot/on_value one_hot/off_value one_hot/depth one_hot:OneHot(i,one_hot/depth,one_hot/on_value,one_hot/off_value)
#n one_hot_1/Const one_hot_1/Const_1 one_hot_1/depth one_hot_1/on_value one_hot_1/off_value one_hot_1:OneHot

#: 1.7 @GATHER_V2 gather
p = tf.placeholder(tf.float32, [4, 2], name='p')
tf.gather(p, [0])
tf.gather(p, [0], name='g')
#n [-1.4] p Gather/indices Gather:Gather(p,Gather/indices) g/indices g:Gather
#n [1.5-] p GatherV2/indices GatherV2/axis GatherV2:GatherV2(p,GatherV2/indices,GatherV2/axis) g/indices g/axis g:GatherV2

#: 1.7 @GATHER_AXIS gathering along an axis
p = tf.placeholder(tf.float32, [4, 2], name='p')
print(tf.gather(p, [0], axis=1).shape)
#> [1.3-] (4, 1)
#! [-1.2] TypeError: gather() got an unexpected keyword argument 'axis'

#: 1.7 @PAD_VALUES pad
x = tf.placeholder(tf.float32, [2], name='x')
print(tf.pad(x, [[1, 1]]).shape)
print(tf.pad(x, [[1, 1]], constant_values=3.).op.type)
#> (4,)
#> [1.3-] PadV2
#n x Pad/paddings Pad:Pad(x,Pad/paddings)
#n [1.3-] PadV2/paddings PadV2/constant_values PadV2:PadV2(x,PadV2/paddings,PadV2/constant_values)
#! [-1.2] TypeError: pad() got an unexpected keyword argument 'constant_values'

#: 1.7 shape, rank and size of a static shape are constants
x = tf.placeholder(tf.float32, [2, 3], name='x')
u = tf.placeholder(tf.float32, [None, 3], name='u')
tf.shape(x); tf.rank(x); tf.size(x); tf.shape(u); tf.rank(u); tf.size(u)
#n x u Shape:Const Rank:Const Size:Const Shape_1:Shape(u) Rank_1:Const Size_1:Size(u)

#: 1.7 fill and range
tf.fill([2], 1.)
tf.range(3)
tf.range(1, 3)
print(tf.range(0., 3.).dtype)
#> <dtype: 'float32'>
#n Fill/dims Fill/value Fill:Fill(Fill/dims,Fill/value) range/start range/limit range/delta range:Range(range/start,range/limit,range/delta)
#n range_1/start range_1/limit range_1/delta range_1 range_2/start range_2/limit range_2/delta
#n [-1.9] range_2/Cast_2:Cast(range_2/delta) range_2
#n [1.10-] range_2/Cast:Cast(range_2/delta) range_2

#: 1.7 @ZEROS_LIKE_CONST zeros like a tensor of static shape
x = tf.placeholder(tf.float32, [2], name='x')
u = tf.placeholder(tf.float32, [None], name='u')
tf.zeros_like(x)
tf.zeros_like(u)
#n [-1.1] x u zeros_like:ZerosLike(x) zeros_like_1:ZerosLike(u)
#n [1.2-1.5] x u zeros_like:Const zeros_like_1:ZerosLike(u)
#n [1.6-1.7] x u zeros_like/shape_as_tensor:Const zeros_like/Const:Const zeros_like:Fill zeros_like_1:ZerosLike(u)
#n [1.8-] x u zeros_like:Const zeros_like_1:ZerosLike(u)

#: 1.7 where
c = tf.placeholder(tf.bool, [2], name='c')
x = tf.placeholder(tf.float32, [2], name='x')
tf.where(c, x, x)
print(tf.where(c).shape)
tf.where(c, x)
#> (?, 1)
#! ValueError: x and y must both be non-None or both be None.
#n c x Select:Select(c,x,x) Where:Where(c)

#: 1.7 @BOOLEAN_MASK_AXIS boolean_mask makes a slice for what stands before the axis from 1.5 on
x = tf.placeholder(tf.float32, [2, 3], name='x')
m = tf.placeholder(tf.bool, [2], name='m')
print(tf.boolean_mask(x, m).shape)
ops = tf.get_default_graph().get_operations()
print(sum(o.type == 'StridedSlice' for o in ops))
print(ops[-1].name)
#> (?, 3)
#> [-1.4] 2
#> [1.5-] 3
#> [-1.4] boolean_mask/Gather
#> [1.5-] boolean_mask/GatherV2

#: 1.7 no_op and group
a = tf.constant(1, name='a')
b = tf.constant(2, name='b')
print(tf.no_op().name, tf.group(a, b).name, tf.group().name, tf.group(a.op, name='all').name)
#> NoOp group_deps group_deps_1 all
#n a b NoOp group_deps:NoOp(^a,^b) group_deps_1:NoOp all:NoOp(^a)

#: 1.7 a group over several devices has a helper for each
with tf.device('/cpu:0'):
    a = tf.constant(1, name='a')
with tf.device('/cpu:1'):
    b = tf.constant(2, name='b')
g = tf.group(a, b)
for o in tf.get_default_graph().get_operations():
    print(o.name, repr(o.device))
#> a '/device:CPU:0'
#> b '/device:CPU:1'
#> group_deps/NoOp '/device:CPU:0'
#> group_deps/NoOp_1 '/device:CPU:1'
#> group_deps ''
#n a b group_deps/NoOp:NoOp(^a) group_deps/NoOp_1:NoOp(^b) group_deps:NoOp(^group_deps/NoOp,^group_deps/NoOp_1)

#: 1.7 @GROUP_LIST a group may be given as a list from 1.5 on
a = tf.constant(1, name='a')
b = tf.constant(2, name='b')
print(tf.group([a, b]).name)
#> [1.5-] group_deps
#n [-1.4] a b
#n [1.5-] a b group_deps:NoOp(^a,^b)
#! [-1.4] AttributeError: 'list' object has no attribute 'device'

#: 1.7 tuple
a = tf.constant(1, name='a')
b = tf.constant(2, name='b')
print(*[t.name for t in tf.tuple([a, b])])
#> tuple/control_dependency:0 tuple/control_dependency_1:0
#n a b tuple/group_deps:NoOp(^a,^b) tuple/control_dependency:Identity(a,^tuple/group_deps) tuple/control_dependency_1:Identity(b,^tuple/group_deps)

#: 1.7 @SWITCH_AFTER_CONSUMER cond makes its switches before what uses them, from 1.8 on after
p = tf.placeholder(tf.bool, [], name='p')
x = tf.constant(1.0, name='x')
print(tf.cond(p, lambda: x + 1., lambda: tf.identity(x)).name)
#> cond/Merge:0
#n p x cond/Switch:Switch(p,p) cond/switch_t:Identity(cond/Switch:1) cond/switch_f:Identity(cond/Switch) cond/pred_id:Identity(p) cond/add/y:Const(^cond/switch_t)
#n [-1.7] cond/add/Switch:Switch(x,cond/pred_id) cond/add:Add(cond/add/Switch:1,cond/add/y) cond/Identity/Switch:Switch(x,cond/pred_id) cond/Identity:Identity(cond/Identity/Switch)
#n [1.8-1.14] cond/add:Add(cond/add/Switch:1,cond/add/y) cond/add/Switch:Switch(x,cond/pred_id) cond/Identity:Identity(cond/Identity/Switch) cond/Identity/Switch:Switch(x,cond/pred_id)
#n [1.15-] cond/add:AddV2(cond/add/Switch:1,cond/add/y) cond/add/Switch:Switch(x,cond/pred_id) cond/Identity:Identity(cond/Identity/Switch) cond/Identity/Switch:Switch(x,cond/pred_id)
#n cond/Merge:Merge(cond/Identity,cond/add)

#: 1.7 @BRANCH_NAMES the branches of cond are called true_fn and false_fn from 1.2 on
p = tf.placeholder(tf.bool, [], name='p')
for branches in ((1, lambda: p), (lambda: p, None)):
    try:
        tf.cond(p, *branches)
    except TypeError as e:
        print(e)
for branches in ((lambda: None, lambda: p), (lambda: p, lambda: None), (lambda: [p, p], lambda: [p])):
    try:
        tf.cond(p, *branches)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
#> [-1.1] fn1 must be callable.
#> [1.2-] true_fn must be callable.
#> [-1.1] fn2 must be callable.
#> [1.2-] false_fn must be callable.
#> [-1.1] ValueError fn1 must have a return value.
#> [1.2-] ValueError true_fn must have a return value.
#> [-1.1] ValueError fn2 must have a return value.
#> [1.2-] ValueError false_fn must have a return value.
#> [-1.1] ValueError fn1 and fn2 must return the same number of results.
#> [1.2-] ValueError true_fn and false_fn must return the same number of results.

#: 1.7 bias_add, conv2d, pooling and xw_plus_b
x = tf.placeholder(tf.float32, [1, 4, 4, 1], name='x')
f = tf.placeholder(tf.float32, [2, 2, 1, 3], name='f')
w = tf.placeholder(tf.float32, [2, 3], name='w')
b = tf.placeholder(tf.float32, [3], name='b')
c = tf.nn.conv2d(x, f, [1, 1, 1, 1], 'SAME')
tf.nn.bias_add(c, b)
tf.nn.max_pool(c, [1, 2, 2, 1], [1, 2, 2, 1], 'SAME')
tf.nn.avg_pool(c, [1, 2, 2, 1], [1, 2, 2, 1], 'VALID')
tf.nn.xw_plus_b(w, [[1.]] * 3, [1.])
#n x f w b Conv2D:Conv2D(x,f) BiasAdd:BiasAdd(Conv2D,b) MaxPool:MaxPool(Conv2D) AvgPool:AvgPool(Conv2D) xw_plus_b/weights:Const xw_plus_b/biases:Const xw_plus_b/MatMul:MatMul(w,xw_plus_b/weights) xw_plus_b:BiasAdd(xw_plus_b/MatMul,xw_plus_b/biases)

#: [-1.12] 1.7 dropout by the probability to keep
x = tf.placeholder(tf.float32, [2], name='x')
tf.nn.dropout(x, 0.5)
#n x dropout/keep_prob dropout/Shape:Const dropout/random_uniform/min dropout/random_uniform/max dropout/random_uniform/RandomUniform dropout/random_uniform/sub dropout/random_uniform/mul dropout/random_uniform:Add dropout/add:Add dropout/Floor dropout/div:RealDiv dropout/mul:Mul

#: [1.15] 1.7 dropout by the rate
x = tf.placeholder(tf.float32, [2], name='x')
tf.nn.dropout(x, 0.5)
#n x dropout/rate dropout/Shape dropout/random_uniform/min dropout/random_uniform/max dropout/random_uniform/RandomUniform dropout/random_uniform/sub dropout/random_uniform/mul dropout/random_uniform dropout/sub/x dropout/sub dropout/truediv/x dropout/truediv dropout/GreaterEqual dropout/mul dropout/Cast dropout/mul_1

#: [-1.4] 1.7 clip_by_value
x = tf.placeholder(tf.float32, [2], name='x')
tf.clip_by_value(x, 0., 1.)
#n x clip_by_value/Minimum/y clip_by_value/Minimum:Minimum clip_by_value/y clip_by_value:Maximum

#: 1.7 add_n
a = tf.constant(1., name='a')
print(tf.add_n([a, a]).name, tf.add_n([a]) is a, tf.add_n([a], name='one').op.type)
#> AddN:0 True Identity
#n a AddN:AddN(a,a) one:Identity(a)

#: 1.7 @ADD_N_TEXT add_n of nothing
tf.add_n([])
#! [-1.3] ValueError: inputs must be a list of at least one Tensor with the same dtype and shape
#! [1.4-] ValueError: inputs must be a list of at least one Tensor/IndexedSlices with the same dtype and shape

#: 1.7 assignments and the initializer
v = tf.Variable(1., name='v')
t = tf.constant(2., name='t')
tf.assign(v, 3.)
tf.assign_add(v, t)
tf.assign_sub(v, t)
tf.global_variables_initializer()
print(tf.global_variables_initializer().name)
#> init_1
#n v/initial_value v v/Assign v/read t Assign/value Assign:Assign(v,Assign/value) AssignAdd:AssignAdd(v,t) AssignSub:AssignSub(v,t) init:NoOp(^v/Assign) init_1:NoOp(^v/Assign)

#: 1.7 @DIAG_NAME the diagonal matrix of an identity initializer
tf.get_variable('w', [2, 2], initializer=tf.initializers.identity() if hasattr(tf, 'initializers') else tf.zeros_initializer())
tf.constant(0)
names = [o.name for o in tf.get_default_graph().get_operations()]
print(*[n for n in names if n.lower().endswith('diag')])
#> [-1.3]
#> [1.4-1.14] w/Initializer/eye/MatrixDiag
#> [1.15-] w/Initializer/eye/diag

#: [1.1-] 1.7 @MODULES_PUBLIC @MODULES_API_V1 @MODULES_CORE what a module calls itself
try:
    tf.nn.no_such_thing
except AttributeError as e:
    print(e)
try:
    tf.no_such_thing
except AttributeError as e:
    print(e)
#> [-1.4] module 'tensorflow.python.ops.nn' has no attribute 'no_such_thing'
#> [1.5-1.10] module 'tensorflow.nn' has no attribute 'no_such_thing'
#> [1.11-1.14] module 'tensorflow._api.v1.nn' has no attribute 'no_such_thing'
#> [1.15-] module 'tensorflow_core._api.v1.nn' has no attribute 'no_such_thing'
#> module 'tensorflow' has no attribute 'no_such_thing'

#: 1.7 arguments of the wrong kind
for f in (lambda: tf.constant(1, dtype='nothing'), lambda: tf.cast(1, None), lambda: tf.reshape(), lambda: tf.add(1), lambda: tf.add(1, 2, 3, 4)):
    try:
        f()
    except TypeError as e:
        print('TypeError')
#> TypeError
#> TypeError
#> TypeError
#> TypeError
#> TypeError

#: 1.7 tf.tuple gates variables, too
v = tf.Variable(1.0, name='v')
c = tf.constant(2.0, name='c')
print(*[t.name for t in tf.tuple([v, c])])
#> tuple/control_dependency:0 tuple/control_dependency_1:0
#n v/initial_value v v/Assign v/read c tuple/group_deps:NoOp(^v,^c) tuple/control_dependency:Identity(v/read,^tuple/group_deps)
#n tuple/control_dependency_1:Identity(c,^tuple/group_deps)
