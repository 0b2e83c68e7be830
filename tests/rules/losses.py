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
