import tensorflow as tf

def cell():
    step = tf.Variable(0, name='step')
    w = tf.get_variable('w', [2])
    print(step.name, w.name)
    return w

old = cell()

# The cell is run once more.
try:
    cell()
except ValueError as e:
    print(str(e).split(',')[0])

# A fresh default graph, and the cell again.
tf.reset_default_graph()
cell()

# Or a graph of its own for the cell.
with tf.Graph().as_default():
    new = cell()
    try:
        both = new + old
    except ValueError as e:
        print(e)
