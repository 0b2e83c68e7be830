#: 1.7 a loss is a group of nodes; its value is the mean over the elements of which the weight is not zero
y = tf.constant([[0., 1.], [1., 0.]])
p = tf.constant([[.25, .5], [1., .25]])
a = tf.losses.mean_squared_error(y, p)
b = tf.losses.absolute_difference(y, p, weights=[[1.], [0.]])
c = tf.losses.absolute_difference(y, p, scope='mine')
with tf.Session() as s:
    print(a.name, b.name, c.name, s.run([a, b, c]))
print(len(tf.losses.get_losses()), tf.losses.get_total_loss().name)
#> mean_squared_error/value:0 absolute_difference/value:0 mine/value:0 [0.09375, 0.375, 0.25]
#> 3 total_loss:0
#: 1.7 weights must have one dimension of size one, or that of the values, for each of theirs
try:
    tf.losses.mean_squared_error(tf.ones([2, 2]), tf.ones([2, 2]), weights=[1., 2.])
except ValueError as e:
    print(e)
try:
    tf.losses.mean_squared_error(tf.ones([2, 2]), tf.ones([2, 2]), weights=[[1.], [2.], [3.]])
except ValueError as e:
    print(e)
#> weights can not be broadcast to values. values.rank=2. weights.rank=1. values.shape=(2, 2). weights.shape=(2,).
#> weights can not be broadcast to values. Mismatch at dim 0. values.shape=(2, 2) weights.shape=(3, 1).
#: 1.7 a metric is a pair of a value and of an operation that adds to it; its sums are local variables
p = tf.placeholder(tf.int32, [4])
value, update = tf.metrics.accuracy([0, 1, 1, 0], p)
precision = tf.metrics.precision([0, 1, 1, 0], p, name='mine')
print(value.name, update.name, precision[0].name, [v.name for v in tf.local_variables()])
with tf.Session() as s:
    s.run(tf.local_variables_initializer())
    print('now', s.run([update, precision[1]], {p: [0, 1, 0, 0]}), s.run(update, {p: [1, 1, 1, 1]}))
    print('all', s.run([value, precision[0]]))
#> accuracy/value:0 accuracy/update_op:0 mine/value:0 ['accuracy/total:0', 'accuracy/count:0', 'mine/true_positives/count:0', 'mine/false_positives/count:0']
#> now [0.75, 1.0] 0.625
#> all [0.625, 1.0]
