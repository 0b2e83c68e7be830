import tensorflow as tf

with tf.name_scope('test_scope'):
    test1 = tf.get_variable('test1', [1], dtype=tf.float32)
    test2 = tf.Variable(1, name='test2', dtype=tf.float32)
    a = tf.add(test1, test2)
    print(test1.name)
    print(test2.name)
    print(a.name)
