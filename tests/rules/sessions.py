#: 6.3 a Supervisor adds what initializes, asks, saves and summarizes, each where no collection has one, and finalizes the graph
w = tf.Variable(1.0, name='w')
sv = tf.train.Supervisor()
print(sv.init_op.name, sv.summary_op, sv.global_step, sv.saver is tf.get_collection('savers')[0])
print('no ops', [o.name for o in tf.get_default_graph().get_operations() if o.type == 'NoOp'])
tf.constant(1)
#> init None None True
#> no ops ['init', 'init_1', 'init_all_tables', 'group_deps', 'save/restore_all']
#! RuntimeError: Graph is finalized and cannot be modified.

#: 6.3 a managed session is initialized, and closed at the end
w = tf.Variable(1.0, name='w')
step = tf.Variable(0, name='global_step', trainable=False)
inc = step.assign_add(1)
sv = tf.train.Supervisor()
with sv.managed_session() as sess:
    while not sv.should_stop():
        if sess.run(inc) >= 3:
            break
    print(sess.run(w), tf.train.global_step(sess, sv.global_step), tf.get_default_session())
print(sv.should_stop())
sess.run(w)
#> 1.0 3 None
#> True
#! RuntimeError: Attempted to use a closed Session.

#: 6.3 what its own operation leaves uninitialized is an error
w = tf.Variable(1.0, name='w')
sv = tf.train.Supervisor(init_op=tf.no_op(name='mine'), local_init_op=None)
try:
    sv.prepare_or_wait_for_session()
except RuntimeError as e:
    print(e)
#> Init operations did not make model ready.  Init op: mine, init fn: None, local_init_op: None, error: Variables not initialized: w

#: 6.3 an error inside of a managed session is raised again; the end of a sequence is a clean end
v = tf.Variable(0)
sv = tf.train.Supervisor()
with sv.managed_session() as sess:
    raise tf.errors.OutOfRangeError(None, None, 'end')
print('clean')
sess = sv.prepare_or_wait_for_session()
print(sess.run(v), sv.should_stop())
sv.stop()
with sv.managed_session() as sess:
    raise ValueError('bad')
#> clean
#> 0 False
#! ValueError: bad

#: 6.3 a Supervisor restores what was saved in its folder
v = tf.Variable(0)
inc = v.assign_add(5)
sv = tf.train.Supervisor(logdir='logs')
for k in range(2):
    with sv.managed_session() as sess:
        print(sess.run(inc))
        sv.saver.save(sess, sv.save_path)
#> 5
#> 10

#: 6.3 it starts queue runners
q = tf.train.range_input_producer(3, num_epochs=1, shuffle=False)
x = q.dequeue()
sv = tf.train.Supervisor()
with sv.managed_session() as sess:
    while not sv.should_stop():
        print(sess.run(x))
print('end')
#> 0
#> 1
#> 2
#> end
