# Sessions that look after initialization and its end: Supervisor. A name a_b here is tf.a.b (library.def).
import contextlib
import os

import tensorflow as tf

import _tf_graph as g
import _library

__name__ = 'tensorflow.python.training.supervisor'


def _first(key):
    found = tf.get_collection(key)
    return found[0] if found else None


def _collected(key, make):
    """The first thing in the collection, or what is made, which then is in it."""
    found = _first(key)
    if found is None:
        found = make()
        if found is not None:
            tf.add_to_collection(key, found)
    return found


def _name_of(op):
    return op if op is None or isinstance(op, str) else op.name


class train_SessionManager:
    __module__ = 'tensorflow.python.training.session_manager'

    def __init__(self, local_init_op=None, ready_op=None, ready_for_local_init_op=None, graph=None,
                 recovery_wait_secs=30, local_init_run_options=None):
        # no effect: recovery_wait_secs, local_init_run_options
        self._local_init_op = local_init_op
        self._ready_op = ready_op
        self._ready_for_local_init_op = ready_for_local_init_op
        self._graph = graph if graph is not None else tf.get_default_graph()

    def _restore(self, sess, saver, directory, filename):
        if directory and filename:
            raise ValueError('Can not provide both checkpoint_dir and checkpoint_filename_with_path.')
        state = tf.train.get_checkpoint_state(directory) if directory else None
        path = filename or (state.model_checkpoint_path if state else None)
        if not saver or not path:
            return False
        saver.restore(sess, path)
        return True

    def _ready(self, sess, op):
        """Is nothing reported? And what is."""
        if op is None:
            return True, None
        left = sess.run(op)
        if left is None or len(left) == 0:
            return True, None
        names = ', '.join(n.decode('utf-8') for n in left)
        return False, 'Variables not initialized: ' + names

    def _local_init(self, sess):
        if self._local_init_op is None:
            return True, None
        ready, why = self._ready(sess, self._ready_for_local_init_op)
        if ready:
            tf.logging.info('Running local_init_op.')
            sess.run(self._local_init_op)
            tf.logging.info('Done running local_init_op.')
        return ready, why

    def prepare_session(self, master, init_op=None, saver=None, checkpoint_dir=None,
                        checkpoint_filename_with_path=None, wait_for_checkpoint=False,
                        max_wait_secs=7200, config=None, init_feed_dict=None, init_fn=None):
        # no effect: max_wait_secs
        _library.only('wait_for_checkpoint of prepare_session', wait_for_checkpoint, False)
        sess = tf.Session(master, graph=self._graph, config=config)
        if not self._restore(sess, saver, checkpoint_dir, checkpoint_filename_with_path):
            if init_op is None and not init_fn and self._local_init_op is None:
                raise RuntimeError('Model is not initialized and no init_op or init_fn or '
                                   'local_init_op was given')
            if init_op is not None:
                sess.run(init_op, feed_dict=init_feed_dict)
            if init_fn:
                init_fn(sess)
        done, why = self._local_init(sess)
        if not done:
            raise RuntimeError('Init operations did not make model ready for local_init.  Init op: %s, '
                               'init fn: %s, error: %s' % (_name_of(init_op), init_fn, why))
        ready, why = self._ready(sess, self._ready_op)
        if not ready:
            raise RuntimeError('Init operations did not make model ready.  Init op: %s, init fn: %s, '
                               'local_init_op: %s, error: %s' %
                               (_name_of(init_op), init_fn, self._local_init_op, why))
        return sess

    def recover_session(self, master, saver=None, checkpoint_dir=None,
                        checkpoint_filename_with_path=None, wait_for_checkpoint=False,
                        max_wait_secs=7200, config=None):
        # no effect: max_wait_secs
        _library.only('wait_for_checkpoint of recover_session', wait_for_checkpoint, False)
        sess = tf.Session(master, graph=self._graph, config=config)
        if not self._restore(sess, saver, checkpoint_dir, checkpoint_filename_with_path):
            return sess, False
        self._local_init(sess)
        ready, why = self._ready(sess, self._ready_op)
        return sess, ready

    def wait_for_session(self, master, config=None, max_wait_secs=None):
        _library.refuse('waiting for a session that another process prepares')


class train_Supervisor:
    USE_DEFAULT = 0

    def __init__(self, graph=None, ready_op=USE_DEFAULT, ready_for_local_init_op=USE_DEFAULT,
                 is_chief=True, init_op=USE_DEFAULT, init_feed_dict=None, local_init_op=USE_DEFAULT,
                 logdir=None, summary_op=USE_DEFAULT, saver=USE_DEFAULT, global_step=USE_DEFAULT,
                 save_summaries_secs=120, save_model_secs=600, recovery_wait_secs=30,
                 stop_grace_secs=120, checkpoint_basename='model.ckpt', session_manager=None,
                 summary_writer=USE_DEFAULT, init_fn=None, local_init_run_options=None):
        # no effect: recovery_wait_secs, stop_grace_secs, local_init_run_options
        if not is_chief:
            _library.refuse('a Supervisor that is not the chief, which waits for another process')
        self._graph = graph if graph is not None else tf.get_default_graph()
        self._init_feed_dict, self._init_fn, self._logdir = init_feed_dict, init_fn, logdir
        self._save_model_secs, self._save_summaries_secs = save_model_secs, save_summaries_secs
        with self._graph.as_default():
            self._ready_op = self._chosen(ready_op, 'ready_op', tf.report_uninitialized_variables)
            self._ready_for_local_init_op = self._chosen(
                ready_for_local_init_op, 'ready_for_local_init_op', lambda: None)
            self._init_op = self._chosen(init_op, 'init_op', tf.global_variables_initializer)
            self._local_init_op = self._chosen(local_init_op, 'local_init_op', self._make_local)
            self._saver = self._chosen(
                saver, 'savers', lambda: tf.train.Saver() if tf.global_variables() else None)
            self._summary_op = self._chosen(summary_op, 'summary_op', tf.summary.merge_all)
            self._global_step = self._chosen(global_step, 'global_step', self._find_step)
        self._coord = tf.train.Coordinator()
        self._save_path = os.path.join(logdir, checkpoint_basename) if logdir else None
        self._summary_writer = summary_writer
        if summary_writer is train_Supervisor.USE_DEFAULT:
            self._summary_writer = tf.summary.FileWriter(logdir) if logdir else None
        self._session_manager = session_manager or train_SessionManager(
            self._local_init_op, self._ready_op, self._ready_for_local_init_op, self._graph)
        self._graph.finalize()

    def _chosen(self, given, key, make):
        return _collected(key, make) if given is train_Supervisor.USE_DEFAULT else given

    def _make_local(self):
        local = tf.local_variables_initializer()
        with g.own():
            tables = tf.no_op(name='init_all_tables')
        return tf.group(local, tables)

    def _find_step(self):
        try:
            step = tf.get_default_graph().get_tensor_by_name('global_step:0')
        except KeyError:
            return None
        if step.dtype.base_dtype in (tf.int32, tf.int64):
            return step
        tf.logging.warning("Found 'global_step' is not an int type: %s", step.dtype)
        return None

    @property
    def is_chief(self):
        return True

    @property
    def session_manager(self):
        return self._session_manager

    @property
    def coord(self):
        return self._coord

    @property
    def init_op(self):
        return self._init_op

    @property
    def init_feed_dict(self):
        return self._init_feed_dict

    @property
    def ready_op(self):
        return self._ready_op

    @property
    def ready_for_local_init_op(self):
        return self._ready_for_local_init_op

    @property
    def summary_writer(self):
        return self._summary_writer

    @property
    def summary_op(self):
        return self._summary_op

    @property
    def save_summaries_secs(self):
        return self._save_summaries_secs

    @property
    def save_model_secs(self):
        return self._save_model_secs

    @property
    def global_step(self):
        return self._global_step

    @property
    def saver(self):
        return self._saver

    @property
    def save_path(self):
        return self._save_path

    def start_standard_services(self, sess):
        # no effect: sess
        if not self._logdir:
            tf.logging.warning("Standard services need a 'logdir' passed to the SessionManager")
        else:
            _library.stand_in('tf.train.Supervisor', 'its threads, which save and summarize from time '
                              'to time, do nothing')
        return []

    def prepare_or_wait_for_session(self, master='', config=None, wait_for_checkpoint=False,
                                    max_wait_secs=7200, start_standard_services=True):
        self._coord.clear_stop()
        if self._summary_writer:
            self._summary_writer.reopen()
        sess = self._session_manager.prepare_session(
            master, init_op=self._init_op, saver=self._saver, checkpoint_dir=self._logdir,
            wait_for_checkpoint=wait_for_checkpoint, max_wait_secs=max_wait_secs, config=config,
            init_feed_dict=self._init_feed_dict, init_fn=self._init_fn)
        if start_standard_services:
            tf.logging.info('Starting standard services.')
            self.start_standard_services(sess)
            tf.logging.info('Starting queue runners.')
            self.start_queue_runners(sess)
        return sess

    PrepareSession = prepare_or_wait_for_session

    def start_queue_runners(self, sess, queue_runners=None):
        if queue_runners is None:
            queue_runners = self._graph.get_collection('queue_runners')
        threads = []
        for qr in queue_runners:
            threads += qr.create_threads(sess, coord=self._coord, daemon=True, start=True)
        return threads

    StartQueueRunners = start_queue_runners

    def loop(self, timer_interval_secs, target, args=None, kwargs=None):
        _library.refuse('Supervisor.loop, which starts a thread')

    def stop(self, threads=None, close_summary_writer=True, ignore_live_threads=False):
        self._coord.request_stop()
        try:
            self._coord.join(threads, ignore_live_threads=ignore_live_threads)
        finally:
            if close_summary_writer and self._summary_writer:
                self._summary_writer.close()

    Stop = stop

    def request_stop(self, ex=None):
        self._coord.request_stop(ex)

    RequestStop = request_stop

    def should_stop(self):
        return self._coord.should_stop()

    ShouldStop = should_stop

    def stop_on_exception(self):
        return self._coord.stop_on_exception()

    def wait_for_stop(self):
        return self._coord.wait_for_stop()

    def summary_computed(self, sess, summary, global_step=None):
        if not self._summary_writer:
            raise RuntimeError('Writing a summary requires a summary writer.')
        if global_step is None and self._global_step is not None:
            global_step = tf.train.global_step(sess, self._global_step)
        self._summary_writer.add_summary(summary, global_step)

    SummaryComputed = summary_computed

    @contextlib.contextmanager
    def managed_session(self, master='', config=None, start_standard_services=True,
                        close_summary_writer=True):
        sess = None
        try:
            sess = self.prepare_or_wait_for_session(
                master, config=config, start_standard_services=start_standard_services)
            yield sess
        except Exception as e:
            self.request_stop(e)
        finally:
            try:
                self.stop(close_summary_writer=close_summary_writer)
            finally:
                if sess is not None:
                    sess.close()
