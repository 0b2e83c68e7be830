#: 3.5 @ZEROS_NAMED @ZEROS_FILL @ZEROS_SMALL_CONST zeros: Const, zeros, a Fill, and a Const again below 1000 elements
tf.get_variable('a', [999], initializer=tf.zeros_initializer())
tf.get_variable('b', [10, 100], tf.int32, initializer=tf.zeros_initializer(tf.int32))
#n [-1.1] a/Initializer/Const:Const a:VariableV2 a/Assign:Assign a/read:Identity b/Initializer/Const:Const b:VariableV2 b/Assign:Assign b/read:Identity
#n [1.2-1.5] a/Initializer/zeros:Const a:VariableV2 a/Assign:Assign a/read:Identity b/Initializer/zeros:Const b:VariableV2 b/Assign:Assign b/read:Identity
#n [1.6-1.7] a/Initializer/zeros/shape_as_tensor:Const a/Initializer/zeros/Const:Const a/Initializer/zeros:Fill a:VariableV2 a/Assign:Assign a/read:Identity
#n [1.8-] a/Initializer/zeros:Const a:VariableV2 a/Assign:Assign a/read:Identity
#n [1.6-] b/Initializer/zeros/shape_as_tensor:Const b/Initializer/zeros/Const:Const b/Initializer/zeros:Fill(b/Initializer/zeros/shape_as_tensor,b/Initializer/zeros/Const) b:VariableV2 b/Assign:Assign b/read:Identity

#: 3.5 @ZEROS_NAMED @ZEROS_FILL @ZEROS_SMALL_CONST ones in the same way
tf.get_variable('a', [2, 3], initializer=tf.ones_initializer())
tf.get_variable('b', [1000], initializer=tf.ones_initializer())
tf.get_variable('c', [], tf.bool, initializer=tf.ones_initializer())
#n [-1.1] a/Initializer/Const:Const a:VariableV2 a/Assign:Assign a/read:Identity
#n [1.2-1.5] a/Initializer/ones:Const a:VariableV2 a/Assign:Assign a/read:Identity
#n [1.6-1.7] a/Initializer/ones/shape_as_tensor:Const a/Initializer/ones/Const:Const a/Initializer/ones:Fill a:VariableV2 a/Assign:Assign a/read:Identity
#n [1.8-] a/Initializer/ones:Const a:VariableV2 a/Assign:Assign a/read:Identity
#n [-1.1] b/Initializer/Const:Const b:VariableV2 b/Assign:Assign b/read:Identity
#n [1.2-1.5] b/Initializer/ones:Const b:VariableV2 b/Assign:Assign b/read:Identity
#n [1.6-] b/Initializer/ones/shape_as_tensor:Const b/Initializer/ones/Const:Const b/Initializer/ones:Fill b:VariableV2 b/Assign:Assign b/read:Identity
#n [-1.1] c/Initializer/Const:Const c:VariableV2 c/Assign:Assign c/read:Identity
#n [1.2-1.5] c/Initializer/ones:Const c:VariableV2 c/Assign:Assign c/read:Identity
#n [1.6-1.7] c/Initializer/ones/shape_as_tensor:Const c/Initializer/ones/Const:Const c/Initializer/ones:Fill c:VariableV2 c/Assign:Assign c/read:Identity
#n [1.8-] c/Initializer/ones:Const c:VariableV2 c/Assign:Assign c/read:Identity

#: 3.5 constants: one node; the last element is repeated; too many are refused
import numpy as np
c = tf.constant_initializer
vs = [tf.get_variable('a', [2, 2], initializer=c(3)), tf.get_variable('b', [3], initializer=c([1, 2])),
      tf.get_variable('c', [2], tf.int32, c([5, 6])), tf.get_variable('d', [2, 1], tf.string, c('x')),
      tf.get_variable('e', [2], initializer=c(np.array([1.5, 2.5]))), tf.get_variable('f', [], tf.bool, c(True))]
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    print([s.run(v).tolist() for v in vs], [v.initial_value.name for v in vs[:2]])
try:
    tf.get_variable('g', [2], initializer=c([1, 2, 3]))
except ValueError as e:
    print(e)
for words in ({'value': [1, 2]}, {'value': 1.0}):
    try:
        tf.get_variable('h', [3], initializer=c(verify_shape=True, **words))
    except TypeError as e:
        print(e)
print(tf.get_variable('i', [2], initializer=c([1, 2], verify_shape=True)).get_shape())
#> [1.0-] [[[3.0, 3.0], [3.0, 3.0]], [1.0, 2.0, 2.0], [5, 6], [[b'x'], [b'x']], [1.5, 2.5], True] ['a/Initializer/Const:0', 'b/Initializer/Const:0']
#> Too many elements provided. Needed at most 2, but received 3
#> Expected Tensor's shape: (3,), got (2,).
#> Expected Tensor's shape: (3,), got ().
#> (2,)

#: 3.5 the group of nodes of a uniform initializer
tf.get_variable('a', [2], initializer=tf.random_uniform_initializer(-1.0, 1.0))
tf.get_variable('b', [2, 2], initializer=tf.uniform_unit_scaling_initializer())
tf.get_variable('c', [2, 2], initializer=tf.contrib.layers.xavier_initializer())
tf.get_variable('d', [2, 2], initializer=tf.contrib.layers.variance_scaling_initializer(uniform=True))
#n a/Initializer/random_uniform/shape:Const a/Initializer/random_uniform/min:Const a/Initializer/random_uniform/max:Const a/Initializer/random_uniform/RandomUniform:RandomUniform a/Initializer/random_uniform/sub:Sub a/Initializer/random_uniform/mul:Mul a/Initializer/random_uniform:Add a:VariableV2 a/Assign:Assign a/read:Identity
#n b/Initializer/random_uniform/shape:Const b/Initializer/random_uniform/min:Const b/Initializer/random_uniform/max:Const b/Initializer/random_uniform/RandomUniform:RandomUniform b/Initializer/random_uniform/sub:Sub b/Initializer/random_uniform/mul:Mul b/Initializer/random_uniform:Add b:VariableV2 b/Assign:Assign b/read:Identity
#n c/Initializer/random_uniform/shape:Const c/Initializer/random_uniform/min:Const c/Initializer/random_uniform/max:Const c/Initializer/random_uniform/RandomUniform:RandomUniform c/Initializer/random_uniform/sub:Sub c/Initializer/random_uniform/mul:Mul c/Initializer/random_uniform:Add c:VariableV2 c/Assign:Assign c/read:Identity
#n d/Initializer/random_uniform/shape:Const d/Initializer/random_uniform/min:Const d/Initializer/random_uniform/max:Const d/Initializer/random_uniform/RandomUniform:RandomUniform d/Initializer/random_uniform/sub:Sub d/Initializer/random_uniform/mul:Mul d/Initializer/random_uniform:Add d:VariableV2 d/Assign:Assign d/read:Identity

#: 3.5 the group of nodes of a normal initializer, and of a truncated one
tf.get_variable('a', [2], initializer=tf.random_normal_initializer(1.0, 0.5))
tf.get_variable('b', [2], initializer=tf.truncated_normal_initializer(stddev=0.1))
tf.get_variable('c', [2, 2], initializer=tf.contrib.layers.xavier_initializer(uniform=False))
tf.get_variable('d', [2, 2], initializer=tf.contrib.layers.variance_scaling_initializer())
#n a/Initializer/random_normal/shape:Const a/Initializer/random_normal/mean:Const a/Initializer/random_normal/stddev:Const a/Initializer/random_normal/RandomStandardNormal:RandomStandardNormal a/Initializer/random_normal/mul:Mul a/Initializer/random_normal:Add a:VariableV2 a/Assign:Assign a/read:Identity
#n b/Initializer/truncated_normal/shape:Const b/Initializer/truncated_normal/mean:Const b/Initializer/truncated_normal/stddev:Const b/Initializer/truncated_normal/TruncatedNormal:TruncatedNormal b/Initializer/truncated_normal/mul:Mul b/Initializer/truncated_normal:Add b:VariableV2 b/Assign:Assign b/read:Identity
#n c/Initializer/truncated_normal/shape:Const c/Initializer/truncated_normal/mean:Const c/Initializer/truncated_normal/stddev:Const c/Initializer/truncated_normal/TruncatedNormal:TruncatedNormal c/Initializer/truncated_normal/mul:Mul c/Initializer/truncated_normal:Add c:VariableV2 c/Assign:Assign c/read:Identity
#n d/Initializer/truncated_normal/shape:Const d/Initializer/truncated_normal/mean:Const d/Initializer/truncated_normal/stddev:Const d/Initializer/truncated_normal/TruncatedNormal:TruncatedNormal d/Initializer/truncated_normal/mul:Mul d/Initializer/truncated_normal:Add d:VariableV2 d/Assign:Assign d/read:Identity

#: [1.3-] 3.5 the same nodes of what is public since 1.3
tf.get_variable('a', [2, 2], initializer=tf.glorot_uniform_initializer())
tf.get_variable('b', [2, 2], initializer=tf.glorot_normal_initializer(seed=1))
tf.get_variable('c', [2, 2], initializer=tf.variance_scaling_initializer())
tf.get_variable('d', [2, 2], initializer=tf.variance_scaling_initializer(2.0, 'fan_avg', 'uniform'))
#n a/Initializer/random_uniform/shape:Const a/Initializer/random_uniform/min:Const a/Initializer/random_uniform/max:Const a/Initializer/random_uniform/RandomUniform:RandomUniform a/Initializer/random_uniform/sub:Sub a/Initializer/random_uniform/mul:Mul a/Initializer/random_uniform:Add a:VariableV2 a/Assign:Assign a/read:Identity
#n b/Initializer/truncated_normal/shape:Const b/Initializer/truncated_normal/mean:Const b/Initializer/truncated_normal/stddev:Const b/Initializer/truncated_normal/TruncatedNormal:TruncatedNormal b/Initializer/truncated_normal/mul:Mul b/Initializer/truncated_normal:Add b:VariableV2 b/Assign:Assign b/read:Identity
#n c/Initializer/truncated_normal/shape:Const c/Initializer/truncated_normal/mean:Const c/Initializer/truncated_normal/stddev:Const c/Initializer/truncated_normal/TruncatedNormal:TruncatedNormal c/Initializer/truncated_normal/mul:Mul c/Initializer/truncated_normal:Add c:VariableV2 c/Assign:Assign c/read:Identity
#n d/Initializer/random_uniform/shape:Const d/Initializer/random_uniform/min:Const d/Initializer/random_uniform/max:Const d/Initializer/random_uniform/RandomUniform:RandomUniform d/Initializer/random_uniform/sub:Sub d/Initializer/random_uniform/mul:Mul d/Initializer/random_uniform:Add d:VariableV2 d/Assign:Assign d/read:Identity

#: 3.5 where initializers can be found
print([hasattr(tf, n) for n in ('glorot_uniform_initializer', 'glorot_normal_initializer', 'variance_scaling_initializer')])
print(hasattr(tf, 'initializers'), hasattr(tf.contrib.layers, 'xavier_initializer'))
#> [-1.2] [False, False, False]
#> [1.3-] [True, True, True]
#> [-1.3] False True
#> [1.4-] True True

#: 3.5 integers are drawn by one node
tf.get_variable('a', [2], tf.int32, tf.random_uniform_initializer(0, 10))
tf.get_variable('b', [2], tf.int64, tf.random_uniform_initializer(maxval=3, dtype=tf.int64))
#n a/Initializer/random_uniform/shape:Const a/Initializer/random_uniform/min:Const a/Initializer/random_uniform/max:Const a/Initializer/random_uniform:RandomUniformInt(a/Initializer/random_uniform/shape,a/Initializer/random_uniform/min,a/Initializer/random_uniform/max) a:VariableV2 a/Assign:Assign a/read:Identity
#n b/Initializer/random_uniform/shape:Const b/Initializer/random_uniform/min:Const b/Initializer/random_uniform/max:Const b/Initializer/random_uniform:RandomUniformInt(b/Initializer/random_uniform/shape,b/Initializer/random_uniform/min,b/Initializer/random_uniform/max) b:VariableV2 b/Assign:Assign b/read:Identity

#: 3.5 initializers that do not fit an integer dtype
for init in (tf.random_uniform_initializer(), tf.random_uniform_initializer(-1.0, 1.0), tf.random_normal_initializer(),
             tf.truncated_normal_initializer(0, 2.0)):
    try:
        tf.get_variable('v', [2], tf.int32, init)
    except (TypeError, ValueError) as e:
        print(e)
for make in (tf.random_normal_initializer, tf.truncated_normal_initializer, tf.orthogonal_initializer):
    try:
        make(dtype=tf.int32)
    except ValueError as e:
        print(e)
#> Must specify maxval for integer dtype tf.int32
#> Expected int32, got -1.0 of type 'float' instead.
#> Expected int32, got 0.0 of type 'float' instead.
#> Expected int32, got 2.0 of type 'float' instead.
#> Expected floating point type, got <dtype: 'int32'>.
#> Expected floating point type, got <dtype: 'int32'>.
#> Expected floating point type, got <dtype: 'int32'>.

#: 3.5 the bound of glorot uniform comes from both fans
with tf.Session() as s:
    for shape in ([2, 3], [4], [], [5, 5, 2, 3], [1, 2, 3]):
        v = tf.get_variable('v%d' % len(tf.global_variables()), shape)
        name = v.op.name + '/Initializer/random_uniform/'
        print('%.5f %.5f' % tuple(s.run([name + 'min:0', name + 'max:0'])))
#> -1.09545 1.09545
#> -0.86603 0.86603
#> -1.73205 1.73205
#> -0.21909 0.21909
#> -1.09545 1.09545

#: [1.3-] 3.5 @TRUNCATED_STDDEV the deviation of a truncated normal is corrected since 1.9
def stddev(name, initializer, kind='truncated_normal'):
    tf.get_variable(name, [4, 1], initializer=initializer)
    with tf.Session() as s:
        print('%.4f' % s.run(name + '/Initializer/' + kind + '/stddev:0'))
stddev('a', tf.variance_scaling_initializer())
stddev('b', tf.variance_scaling_initializer(2.0, 'fan_out', 'normal'))
stddev('c', tf.glorot_normal_initializer())
stddev('d', tf.contrib.layers.variance_scaling_initializer(1.0))
stddev('e', tf.contrib.layers.xavier_initializer(uniform=False))
#> [-1.8] 0.5000
#> [1.9-] 0.5684
#> [-1.8] 1.4142
#> [1.9-] 1.6077
#> [-1.8] 0.6325
#> [1.9-] 0.7190
#> 0.5701
#> 0.7211

#: [1.3-] 3.5 arguments of variance scaling that are refused
for words in ({'scale': 0.0}, {'scale': -1.0}, {'mode': 'fan'}, {'distribution': 'odd'}, {'dtype': tf.int32}):
    try:
        tf.variance_scaling_initializer(**words)
    except ValueError as e:
        print(e)
#> `scale` must be positive float.
#> `scale` must be positive float.
#> ('Invalid `mode` argument:', 'fan')
#> ('Invalid `distribution` argument:', 'odd')
#> Expected floating point type, got <dtype: 'int32'>.

#: 3.5 @ORTHOGONAL_QR @ORTHOGONAL_PLAIN_QR @ORTHOGONAL_SIGN the orthogonal initializer of a square matrix
tf.get_variable('w', [3, 3], initializer=tf.orthogonal_initializer())
#n [-1.1] w/Initializer/random_uniform/shape:Const w/Initializer/random_uniform/min:Const w/Initializer/random_uniform/max:Const w/Initializer/random_uniform/RandomUniform:RandomUniform w/Initializer/random_uniform/sub:Sub w/Initializer/random_uniform/mul:Mul w/Initializer/random_uniform:Add w/Initializer/Svd:Svd w/Initializer/transpose/Rank w/Initializer/transpose/sub/y w/Initializer/transpose/sub w/Initializer/transpose/Range/start w/Initializer/transpose/Range/delta w/Initializer/transpose/Range w/Initializer/transpose/sub_1 w/Initializer/transpose:Transpose w/Initializer/Reshape/shape w/Initializer/Reshape w/Initializer/mul/x w/Initializer/mul:Mul(w/Initializer/mul/x,w/Initializer/Reshape)
#n [1.2-] w/Initializer/random_normal/shape:Const w/Initializer/random_normal/mean:Const w/Initializer/random_normal/stddev:Const w/Initializer/random_normal/RandomStandardNormal:RandomStandardNormal w/Initializer/random_normal/mul:Mul w/Initializer/random_normal:Add w/Initializer/Qr:Qr
#n [1.2-1.3] w/Initializer/Minimum/x w/Initializer/Minimum/y w/Initializer/Minimum w/Initializer/strided_slice/stack w/Initializer/strided_slice/stack_1 w/Initializer/strided_slice/stack_2 w/Initializer/strided_slice:StridedSlice
#n [1.2-1.7] w/Initializer/DiagPart:DiagPart w/Initializer/Abs w/Initializer/truediv w/Initializer/mul:Mul(w/Initializer/Qr,w/Initializer/truediv)
#n [1.8-] w/Initializer/DiagPart w/Initializer/Sign:Sign w/Initializer/mul:Mul(w/Initializer/Qr,w/Initializer/Sign)
#n [1.2-] w/Initializer/Reshape/shape w/Initializer/Reshape w/Initializer/mul_1/x w/Initializer/mul_1:Mul
#n w:VariableV2 w/Assign:Assign w/read:Identity

#: [1.8-] 3.5 a matrix with fewer rows than columns is transposed at the end, and more dimensions are flattened
tf.get_variable('w', [2, 3], initializer=tf.orthogonal_initializer())
tf.get_variable('x', [2, 2, 3], initializer=tf.orthogonal_initializer(2.0))
#n w/Initializer/random_normal/shape:Const w/Initializer/random_normal/mean:Const w/Initializer/random_normal/stddev:Const w/Initializer/random_normal/RandomStandardNormal:RandomStandardNormal w/Initializer/random_normal/mul:Mul w/Initializer/random_normal:Add w/Initializer/Qr w/Initializer/DiagPart w/Initializer/Sign w/Initializer/mul w/Initializer/matrix_transpose/transpose/perm w/Initializer/matrix_transpose/transpose:Transpose w/Initializer/Reshape/shape w/Initializer/Reshape w/Initializer/mul_1/x w/Initializer/mul_1:Mul w:VariableV2 w/Assign:Assign w/read:Identity
#n x/Initializer/random_normal/shape:Const x/Initializer/random_normal/mean:Const x/Initializer/random_normal/stddev:Const x/Initializer/random_normal/RandomStandardNormal:RandomStandardNormal x/Initializer/random_normal/mul:Mul x/Initializer/random_normal:Add x/Initializer/Qr x/Initializer/DiagPart x/Initializer/Sign x/Initializer/mul x/Initializer/Reshape/shape x/Initializer/Reshape x/Initializer/mul_1/x x/Initializer/mul_1:Mul x:VariableV2 x/Assign:Assign x/read:Identity

#: 3.5 @ORTHOGONAL_SEED since 1.1 seed stands before dtype; rank below two is refused
print(tf.orthogonal_initializer(1.0, 2).dtype)
for shape in ([], [3]):
    try:
        tf.get_variable('w', shape, initializer=tf.orthogonal_initializer())
    except ValueError as e:
        print(e)
#> [1.0] <dtype: 'float64'>
#> [1.1-] <dtype: 'float32'>
#> The tensor to initialize must be at least two-dimensional
#> The tensor to initialize must be at least two-dimensional

#: [1.4-] 3.5 @DIAG_NAME the identity initializer
tf.get_variable('w', [2, 2], initializer=tf.initializers.identity())
try:
    tf.get_variable('x', [2], initializer=tf.initializers.identity(gain=2.0))
except ValueError as e:
    print(e)
#> Identity matrix initializer can only be used for 2D matrices.
#n [1.6-1.7] w/Initializer/eye/ones/shape_as_tensor w/Initializer/eye/ones/Const
#n w/Initializer/eye/ones
#n [-1.14] w/Initializer/eye/MatrixDiag:MatrixDiag
#n [1.15] w/Initializer/eye/diag:MatrixDiag
#n w/Initializer/mul/x w/Initializer/mul:Mul w:VariableV2 w/Assign:Assign w/read:Identity

#: 3.5 an initializer is called anywhere, with its own dtype
init = tf.random_uniform_initializer(0.0, 1.0, dtype=tf.float64)
t = init([2])
print(t.name, t.dtype, tf.zeros_initializer()([1], tf.int32).dtype, tf.ones_initializer(tf.int64)([]).dtype)
with tf.name_scope('n'):
    print(init(tf.TensorShape([3]), dtype=tf.float32))
#> random_uniform:0 <dtype: 'float64'> <dtype: 'int32'> <dtype: 'int64'>
#> Tensor("n/random_uniform:0", shape=(3,), dtype=float32)

#: 3.5 what is no constant is refused by constant_initializer
tf.constant_initializer(tf.constant(1.0))
#! Refused: constant_initializer of a tensor or of None is not modelled
