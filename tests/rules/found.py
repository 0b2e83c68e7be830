#: 1.3 operands from two graphs are refused, and a variable is shown as its tensor
a = tf.constant(1.0, name='a')
v = tf.Variable(1.0, name='v')
def refused(make):
    try:
        print(make())
    except ValueError as e:
        print(e)
with tf.Graph().as_default() as g:
    w = tf.Variable(1.0, name='w')
    c = tf.constant(2.0, name='c')
    refused(lambda: c + v)
    refused(lambda: tf.add(c, v))
    refused(lambda: w.assign_add(a))
    refused(lambda: tf.assign(w, a))
    with tf.name_scope('s'):
        refused(lambda: w.assign(a))
    print(len(g.get_operations()))
#> Tensor("v:0", shape=(), dtype=float32_ref) must be from the same graph as Tensor("c:0", shape=(), dtype=float32).
#> Tensor("v:0", shape=(), dtype=float32_ref) must be from the same graph as Tensor("c:0", shape=(), dtype=float32).
#> Tensor("a:0", shape=(), dtype=float32) must be from the same graph as Tensor("w:0", shape=(), dtype=float32_ref).
#> Tensor("a:0", shape=(), dtype=float32) must be from the same graph as Tensor("w:0", shape=(), dtype=float32_ref).
#> Tensor("a:0", shape=(), dtype=float32) must be from the same graph as Tensor("w:0", shape=(), dtype=float32_ref).
#> 5
#: 1.7 tf.tuple gates variables, too
v = tf.Variable(1.0, name='v')
c = tf.constant(2.0, name='c')
print(*[t.name for t in tf.tuple([v, c])])
#> tuple/control_dependency:0 tuple/control_dependency_1:0
#n v/initial_value v v/Assign v/read c tuple/group_deps:NoOp(^v,^c) tuple/control_dependency:Identity(v/read,^tuple/group_deps)
#n tuple/control_dependency_1:Identity(c,^tuple/group_deps)
