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

#: 6.3 hooks of a monitored session: in which order they are asked, what they get, and who stops
w = tf.Variable(1.0, name='w')
step = tf.Variable(0, name='global_step', trainable=False)
inc = step.assign_add(1)
class Hook(tf.train.SessionRunHook):
    def begin(self):
        print('begin', tf.get_default_graph().finalized)
    def after_create_session(self, session, coord):
        print('created', session.run(w), coord.should_stop())
    def before_run(self, context):
        print('before', context.original_args.fetches is inc)
        return tf.train.SessionRunArgs({'w': w})
    def after_run(self, context, values):
        print('after', sorted(values.results))
    def end(self, session):
        print('end', session.run(step))
hooks = [Hook(), tf.train.StopAtStepHook(num_steps=2)]
with tf.train.MonitoredTrainingSession(hooks=hooks) as s:
    while not s.should_stop():
        print(s.run(inc))
print(s.should_stop(), tf.get_default_graph().finalized)
s.run(w)
#> begin False
#> created 1.0 False
#> before True
#> after ['w']
#> 1
#> before True
#> after ['w']
#> 2
#> end 2
#> True False
#! RuntimeError: Attempted to use a closed Session.

#: 6.3 a monitored session restores from the folder that a hook of it saves to; the end of a sequence ends it well
step = tf.Variable(0, name='global_step', trainable=False)
inc = step.assign_add(1)
for k in range(2):
    with tf.train.MonitoredTrainingSession(checkpoint_dir='logs') as s:
        print(s.run(inc), s.run(inc))
with tf.train.SingularMonitoredSession() as s:
    print(s.run(step), s.graph is tf.get_default_graph())
    raise tf.errors.OutOfRangeError(None, None, 'end')
with tf.train.MonitoredSession() as s:
    raise ValueError('bad')
#> 1 2
#> 3 4
#> 0 True
#! ValueError: bad

#: 6.3 a loss that is no number ends training; two hooks feed no tensor twice
p = tf.placeholder(tf.float32)
loss = p * 2.
class Feed(tf.train.SessionRunHook):
    def before_run(self, context):
        return tf.train.SessionRunArgs(None, {p: 3.})
with tf.train.MonitoredSession(hooks=[Feed(), tf.train.NanTensorHook(loss)]) as s:
    print(s.run(loss))
    try:
        s.run(loss, {p: 1.})
    except RuntimeError as e:
        print(str(e)[:47])
for make in (lambda: tf.train.StopAtStepHook(), lambda: tf.train.StopAtStepHook(1, 2),
             lambda: tf.train.LoggingTensorHook([loss]), lambda: tf.train.SecondOrStepTimer()):
    try:
        make()
    except ValueError as e:
        print(e)
with tf.train.MonitoredSession(hooks=[tf.train.NanTensorHook(loss)]) as s:
    s.run(loss, {p: float('nan')})
#> 6.0
#> Same tensor is fed by a SessionRunHook and user
#> One of num_steps or last_step must be specified.
#> Only one of num_steps or last_step can be specified.
#> either at_end and/or exactly one of every_n_iter and every_n_secs must be provided.
#> Either every_secs or every_steps should be provided.
#! NanLossDuringTrainingError: NaN loss during training.

#: [1.1-] 6.3 modes are words, and all there is of estimators
print(tf.estimator.ModeKeys.TRAIN, tf.estimator.ModeKeys.EVAL, tf.estimator.ModeKeys.PREDICT)
tf.estimator.Estimator
#> train eval infer
#! Refused: tf.estimator.Estimator is not modelled
