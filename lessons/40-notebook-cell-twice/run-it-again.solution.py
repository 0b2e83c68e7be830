import tensorflow as tf

def cell():
    tf.reset_default_graph()
    step = tf.Variable(0, name='step')
    w = tf.get_variable('w', [2])
    print(step.name, w.name)

cell()
cell()
