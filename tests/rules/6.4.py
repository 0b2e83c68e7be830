#: 6.4 no seed at all: the attributes are 0 and 0
def show(t):
    print(t.op.type, t.op.get_attr('seed'), t.op.get_attr('seed2'))
tf.random_uniform([2])
show(tf.get_default_graph().get_tensor_by_name('random_uniform/RandomUniform:0'))
show(tf.random_shuffle([1, 2]))
print(tf.get_default_graph().seed)
#> RandomUniform 0 0
#> RandomShuffle 0 0
#> None

#: 6.4 the seed of the op alone
def show(name):
    op = tf.get_default_graph().get_operation_by_name(name)
    print(op.get_attr('seed'), op.get_attr('seed2'))
tf.random_normal([2], seed=7)
show('random_normal/RandomStandardNormal')
tf.truncated_normal([2], seed=0)
show('truncated_normal/TruncatedNormal')
tf.random_uniform([2], maxval=5, dtype=tf.int32, seed=2**31 - 1)
show('random_uniform')
tf.random_uniform([2], seed=-1)
show('random_uniform_1/RandomUniform')
tf.random_shuffle([1, 2], seed=2**31)
show('RandomShuffle')
#> 87654321 7
#> 87654321 0
#> 87654321 0
#> 87654321 2147483646
#> 87654321 1

#: 6.4 both seeds, and the graph's seed alone: then the number of nodes there are when the op is made
def show(name):
    op = tf.get_default_graph().get_operation_by_name(name)
    print(op.get_attr('seed'), op.get_attr('seed2'))
tf.set_random_seed(1)
print(tf.get_default_graph().seed)
tf.random_uniform([2])
show('random_uniform/RandomUniform')
tf.random_uniform([2], seed=5)
show('random_uniform_1/RandomUniform')
tf.no_op()
tf.random_normal([2])
show('random_normal/RandomStandardNormal')
tf.random_uniform([2], maxval=3, dtype=tf.int64)
show('random_uniform_2')
tf.random_shuffle(tf.constant([1, 2]))
show('RandomShuffle')
#> 1
#> 1 3
#> 1 5
#> 1 18
#> 1 24
#> 1 26

#: 6.4 the seed of an initializer is taken when its op is made, of one that is used twice as well
def show(name):
    op = tf.get_default_graph().get_operation_by_name(name)
    print(op.get_attr('seed'), op.get_attr('seed2'))
tf.set_random_seed(4)
i = tf.random_normal_initializer(seed=9)
tf.get_variable('a', [1], initializer=i)
tf.get_variable('b', [1], initializer=i)
tf.get_variable('c', [1])
show('a/Initializer/random_normal/RandomStandardNormal')
show('b/Initializer/random_normal/RandomStandardNormal')
show('c/Initializer/random_uniform/RandomUniform')
#> 4 9
#> 4 9
#> 4 21

#: 6.4 @SEED_PAIR_ZERO each seed is reduced modulo 2^31-1; the pair of zeros becomes another one
def show(name):
    op = tf.get_default_graph().get_operation_by_name(name)
    print(op.get_attr('seed'), op.get_attr('seed2'))
tf.set_random_seed(2**31 - 1)
tf.random_normal([2], seed=2**31 - 1)
show('random_normal/RandomStandardNormal')
tf.set_random_seed(2**31 + 3)
tf.random_normal([2], seed=0)
show('random_normal_1/RandomStandardNormal')
tf.set_random_seed(0)
tf.random_normal([2], seed=0)
show('random_normal_2/RandomStandardNormal')
tf.random_normal([2], seed=1)
show('random_normal_3/RandomStandardNormal')
#> [-1.0] 0 0
#> [1.1-] 0 2147483647
#> 4 0
#> [-1.0] 0 0
#> [1.1-] 0 2147483647
#> 0 1

#: 6.4 a graph has its own seed
def seeds():
    op = tf.get_default_graph().get_operation_by_name('random_uniform/RandomUniform')
    return op.get_attr('seed'), op.get_attr('seed2')
tf.set_random_seed(3)
with tf.Graph().as_default():
    tf.random_uniform([1])
    print(seeds(), tf.get_default_graph().seed)
tf.reset_default_graph()
tf.random_uniform([1])
print(seeds())
#> (0, 0) None
#> (0, 0)

#: 6.4 a node more before a random op changes what it draws when only the graph has a seed
def draw(extra, **options):
    with tf.Graph().as_default(), tf.Session() as sess:
        tf.set_random_seed(1)
        for _ in range(extra):
            tf.no_op()
        return sess.run(tf.random_uniform([4], **options)).tolist()
print(draw(0) == draw(0), draw(0) == draw(1), draw(0, seed=2) == draw(1, seed=2), draw(0) == draw(0, seed=3))
#> True False True True

#: 6.4 two runs of one session go on drawing, two sessions begin alike
tf.set_random_seed(1)
x = tf.random_normal([3])
s, t = tf.Session(), tf.Session()
a, b, c = s.run(x).tolist(), s.run(x).tolist(), t.run(x).tolist()
print(a == b, a == c, b == t.run(x).tolist())
#> False True True

#: 6.4 a seed that is no integer is refused
tf.set_random_seed(1.5)
#! Refused: a seed that is no integer is not modelled
