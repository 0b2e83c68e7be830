#: 3.3 a value as initializer stands alone, also when reusing, and also inherited
v = tf.get_variable('v', initializer=[1.0, 2.0])
def refused(*args, **words):
    try:
        tf.get_variable(*args, **words)
    except ValueError as e:
        print(e)
refused('v', [2], initializer=1.0)
refused('u', [], initializer=tf.constant(1.0))
with tf.variable_scope('', reuse=True):
    refused('v', [2], initializer=1.0)
    refused('missing', [2], initializer=1.0)
with tf.variable_scope('s', initializer=3):
    refused('v', [1])
    print(tf.get_variable('v').dtype)
#> If initializer is a constant, do not specify shape.
#> If initializer is a constant, do not specify shape.
#> If initializer is a constant, do not specify shape.
#> If initializer is a constant, do not specify shape.
#> If initializer is a constant, do not specify shape.
#> <dtype: 'int32_ref'>

#: [-1.14] 3.3 @FIVE_FRAMES @AUTO_REUSE the frames of the first making, innermost first: three, since 1.14 five
def f(n):
    return f(n - 1) if n else tf.get_variable('s/v', [1])
f(6)
try:
    with tf.variable_scope('s'):
        tf.get_variable('v', [1])
except ValueError as e:
    print(e)
#> [-1.3] Variable s/v already exists, disallowed. Did you mean to set reuse=True in VarScope? Originally defined at:
#> [1.4-] Variable s/v already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope? Originally defined at:
#> 
#>   File "rule.py", line 3, in f
#>     return f(n - 1) if n else tf.get_variable('s/v', [1])
#>   File "rule.py", line 3, in f
#>     return f(n - 1) if n else tf.get_variable('s/v', [1])
#>   File "rule.py", line 3, in f
#>     return f(n - 1) if n else tf.get_variable('s/v', [1])
#> [1.14]   File "rule.py", line 3, in f
#> [1.14]     return f(n - 1) if n else tf.get_variable('s/v', [1])
#> [1.14]   File "rule.py", line 3, in f
#> [1.14]     return f(n - 1) if n else tf.get_variable('s/v', [1])
#> 

#: [-1.14] 3.3 fewer frames than that end with the module, classes and lambdas say their names
class A(object):
    def make(self):
        return (lambda: tf.get_variable('v', [1]))()
A().make()
try:
    tf.get_variable('v', [1])
except ValueError as e:
    print('\n'.join(str(e).split('\n')[2:]))
#>   File "rule.py", line 4, in <lambda>
#>     return (lambda: tf.get_variable('v', [1]))()
#>   File "rule.py", line 4, in make
#>     return (lambda: tf.get_variable('v', [1]))()
#>   File "rule.py", line 5, in <module>
#>     A().make()
#> 

#: [1.1-1.14] 3.3 @RESOURCE_EXISTS_SHORT a resource variable since 1.13: no frames
with tf.variable_scope('', use_resource=True):
    tf.get_variable('v', [1])
try:
    tf.get_variable('v', [1])
except ValueError as e:
    print(str(e).split('Did you mean to set ')[1])
#> [-1.3] reuse=True in VarScope? Originally defined at:
#> [1.4-1.12] reuse=True or reuse=tf.AUTO_REUSE in VarScope? Originally defined at:
#> [-1.12] 
#> [-1.12]   File "rule.py", line 3, in <module>
#> [-1.12]     tf.get_variable('v', [1])
#> [-1.12] 
#> [1.13-] reuse=True or reuse=tf.AUTO_REUSE in VarScope?

#: 3.3 a shared variable has the shape that was asked for; unknown dimensions fit anything
v = tf.get_variable('v', [2, 3])
with tf.variable_scope('', reuse=True):
    for shape in (None, [2, 3], (2, None), tf.TensorShape([None, 3]), [2], [3, 2], [], [2, 4], tf.TensorShape(None), 6):
        try:
            print(tf.get_variable('v', shape) is v)
        except ValueError as e:
            print(e)
#> True
#> True
#> True
#> True
#> Trying to share variable v, but specified shape (2,) and found shape (2, 3).
#> Trying to share variable v, but specified shape (3, 2) and found shape (2, 3).
#> Trying to share variable v, but specified shape () and found shape (2, 3).
#> Trying to share variable v, but specified shape (2, 4) and found shape (2, 3).
#> True
#> Trying to share variable v, but specified shape (6,) and found shape (2, 3).

#: 3.3 and its dtype, for which none given is that of the scope
v = tf.get_variable('v', [1], tf.int32)
with tf.variable_scope('', reuse=True):
    print(tf.get_variable('v', [1], tf.int32) is v, tf.get_variable('v', dtype='int32') is v)
    for words in ({}, {'dtype': tf.float64}, {'dtype': tf.int64, 'shape': [2]}):
        try:
            tf.get_variable('v', **words)
        except ValueError as e:
            print(e)
    with tf.variable_scope(tf.get_variable_scope(), dtype=tf.int32):
        print(tf.get_variable('v') is v)
#> True True
#> Trying to share variable v, but specified dtype float32 and found dtype int32_ref.
#> Trying to share variable v, but specified dtype float64 and found dtype int32_ref.
#> Trying to share variable v, but specified shape (2,) and found shape (1,).
#> True

#: [1.1-] 3.3 @USE_RESOURCE a resource variable's dtype is no reference
v = tf.get_variable('v', [1], use_resource=True)
with tf.variable_scope('', reuse=True):
    print(tf.get_variable('v', [1]) is v, tf.get_variable('v', [1], use_resource=False) is v)
    tf.get_variable('v', [1], tf.int32)
#> True True
#! ValueError: Trying to share variable v, but specified dtype int32 and found dtype float32.

#: 3.3 a key that is not stored and must be
tf.Variable(1.0, name='v')
with tf.variable_scope('', reuse=True):
    tf.get_variable('v')
#! [-1.3] ValueError: Variable v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=None in VarScope?
#! [1.4-] ValueError: Variable v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?

#: 3.3 missing comes before a shape that is not known
with tf.variable_scope('s', reuse=True):
    tf.get_variable('v', [None], tf.complex64)
#! [-1.3] ValueError: Variable s/v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=None in VarScope?
#! [1.4-] ValueError: Variable s/v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?

#: 3.3 @SHAPE_TEXT_1_11 @SHAPE_TEXT_1_13 a new variable needs its whole shape
def refused(*args, **words):
    try:
        tf.get_variable(*args, **words)
    except ValueError as e:
        print(e)
refused('v')
refused('s/v', [None, 3])
refused('w', initializer=tf.zeros_initializer())
refused('x', (2, None), initializer=lambda shape, dtype, partition_info: None)
#> [-1.10] Shape of a new variable (v) must be fully defined, but instead was <unknown>.
#> [-1.10] Shape of a new variable (s/v) must be fully defined, but instead was (?, 3).
#> [-1.10] Shape of a new variable (w) must be fully defined, but instead was <unknown>.
#> [-1.10] Shape of a new variable (x) must be fully defined, but instead was (2, ?).
#> [1.11-1.12] You can only pass an initializer function that expects no arguments to its callable when the shape is not fully defined. The given initializer function expects the following args ['self', 'shape', 'dtype', 'partition_info']
#> [1.11-1.12] You can only pass an initializer function that expects no arguments to its callable when the shape is not fully defined. The given initializer function expects the following args ['self', 'shape', 'dtype', 'partition_info']
#> [1.11-1.12] You can only pass an initializer function that expects no arguments to its callable when the shape is not fully defined. The given initializer function expects the following args ['self', 'shape', 'dtype', 'partition_info']
#> [1.11-1.12] You can only pass an initializer function that expects no arguments to its callable when the shape is not fully defined. The given initializer function expects the following args ['shape', 'dtype', 'partition_info']
#> [1.13-] The initializer passed is not valid. It should be a callable with no arguments and the shape should not be provided or an instance of `tf.keras.initializers.*' and `shape` should be fully defined.
#> [1.13-] The initializer passed is not valid. It should be a callable with no arguments and the shape should not be provided or an instance of `tf.keras.initializers.*' and `shape` should be fully defined.
#> [1.13-] The initializer passed is not valid. It should be a callable with no arguments and the shape should not be provided or an instance of `tf.keras.initializers.*' and `shape` should be fully defined.
#> [1.13-] The initializer passed is not valid. It should be a callable with no arguments and the shape should not be provided or an instance of `tf.keras.initializers.*' and `shape` should be fully defined.

#: [1.11-] 3.3 @SHAPE_TEXT_1_11 @INITIALIZER_DEFAULTS a function without arguments gives the shape itself
class Given(object):
    def make(self):
        return tf.zeros([4])
    def __call__(self):
        return tf.zeros([5])
def refused(name, f):
    try:
        print(tf.get_variable(name, initializer=f).get_shape())
    except ValueError as e:
        print(str(e).split(' args ')[-1][:40])
refused('a', lambda: tf.ones([2, 2]))
refused('b', lambda n=3: tf.ones([n]))
refused('c', lambda m, n=3: tf.ones([n]))
refused('d', Given().make)
refused('e', Given())
print(tf.get_variable('f', initializer=lambda: [1, 2]).dtype)
#> (2, 2)
#> [1.11-1.12] ['n']
#> [1.13-] (3,)
#> [1.11-1.12] ['m', 'n']
#> [1.13-] The initializer passed is not valid. It 
#> [1.11-1.12] ['self']
#> [1.13-] (4,)
#> [1.11-1.12] ['self']
#> [1.13-] (5,)
#> <dtype: 'int32_ref'>
#n [1.11-1.12] a/Initializer/ones a a/Assign a/read f/Initializer/initial_value f f/Assign f/read
#n [1.13-] a/Initializer/ones a a/Assign a/read b/Initializer/ones b b/Assign b/read
#n [1.13-] d/Initializer/zeros d d/Assign d/read e/Initializer/zeros e e/Assign e/read
#n [1.13-] f/Initializer/initial_value f f/Assign f/read

#: 3.3 @STRING_ZEROS a dtype without zeros needs an initializer
for dtype in (tf.complex64, tf.string):
    try:
        print(tf.get_variable('v', [2], dtype))
    except ValueError as e:
        print(e)
#> An initializer for variable v of <dtype: 'complex64'> is required
#> [-1.8] An initializer for variable v of <dtype: 'string'> is required
#> [1.9-] <tf.Variable 'v:0' shape=(2,) dtype=string_ref>
#n [1.9-] v/Initializer/zeros:Const v:VariableV2 v/Assign:Assign v/read:Identity

#: 3.3 @SHAPE_TEXT_1_11 which of two faults is told first
def refused(*args, **words):
    try:
        tf.get_variable(*args, **words)
    except ValueError as e:
        print(str(e)[:30])
refused('v', [None], tf.complex64)
refused('v w', [1], tf.complex64)
refused('v w', [None])
refused('v w', [1], initializer=1.0)
#> [-1.10] Shape of a new variable (v) mu
#> [1.11-] An initializer for variable v 
#> An initializer for variable v 
#> [-1.10] Shape of a new variable (v w) 
#> [1.11-1.12] You can only pass an initializ
#> [1.13-] The initializer passed is not 
#> If initializer is a constant, 

#: 3.3 illegal characters are found when the scope of the variable is opened
for name in ('bad name', 'ü', '_v', '-v', 'a:0'):
    try:
        print(tf.get_variable(name, [1]).name)
    except ValueError as e:
        print(e)
with tf.variable_scope('s'):
    print(tf.get_variable('_v', [1]).name)
with tf.variable_scope('', reuse=True):
    tf.get_variable('bad name')
#> 'bad name' is not a valid scope name
#> 'ü' is not a valid scope name
#> '_v' is not a valid scope name
#> '-v' is not a valid scope name
#> 'a:0' is not a valid scope name
#> s/_v:0
#! [-1.3] ValueError: Variable bad name does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=None in VarScope?
#! [1.4-] ValueError: Variable bad name does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?

#: 3.3 a refused variable leaves its key free and its scope taken
try:
    tf.get_variable('v', [2], initializer=lambda shape, dtype, partition_info: 1 / 0)
except ZeroDivisionError:
    print(tf.get_variable('v', [2]).name)
#> v_1:0
