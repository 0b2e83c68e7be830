import os
import tensorflow as tf
D = os.environ.get('NONE', 'DIR')
w = tf.get_variable('w', initializer=tf.constant([[1., 2.], [3., 4.]]))
b = tf.get_variable('scope/b', initializer=tf.constant(7, tf.int64))
flag = tf.get_variable('flag', initializer=tf.constant([True, False]))
none = tf.get_variable('none', [0, 3], initializer=tf.zeros_initializer())
tf.summary.scalar('b', b)
tf.summary.histogram('weights', w)
merged = tf.summary.merge_all()
saver = tf.train.Saver(max_to_keep=2)
tf.train.write_graph(tf.get_default_graph(), D + '/graph', 'g.pbtxt')
tf.train.write_graph(tf.get_default_graph().as_graph_def(), D + '/graph', 'g.pb', as_text=False)
with tf.Session() as s, tf.summary.FileWriter(D + '/logs', s.graph) as writer:
    s.run(tf.global_variables_initializer())
    for i in range(3):
        writer.add_summary(s.run(merged), global_step=i)
        print(saver.save(s, D + '/model/m', global_step=i))
        s.run(tf.assign_add(b, 1))
    second = tf.summary.FileWriter(D + '/logs')
    second.add_summary(tf.Summary(value=[tf.Summary.Value(tag='own', simple_value=0.5)]), 7)
