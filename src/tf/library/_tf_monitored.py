# Monitored sessions, their hooks and what they are made from. A name a_b here is tf.a.b (library.def).
import collections
import os
import time

import numpy
import tensorflow as tf

import _tf_graph as g
import _library

__name__ = 'tensorflow.python.training.monitored_session'


class train_SessionRunArgs(collections.namedtuple('SessionRunArgs', ['fetches', 'feed_dict', 'options'])):
    def __new__(cls, fetches, feed_dict=None, options=None):
        return super(train_SessionRunArgs, cls).__new__(cls, fetches, feed_dict, options)


train_SessionRunValues = collections.namedtuple('SessionRunValues', ['results', 'options', 'run_metadata'])


class train_SessionRunContext:
    def __init__(self, original_args, session):
        self._original_args, self._session, self._stop_requested = original_args, session, False

    @property
    def original_args(self):
        return self._original_args

    @property
    def session(self):
        return self._session

    @property
    def stop_requested(self):
        return self._stop_requested

    def request_stop(self):
        self._stop_requested = True


class train_SessionRunHook:
    def begin(self):
        pass

    def after_create_session(self, session, coord):
        pass

    def before_run(self, run_context):
        return None

    def after_run(self, run_context, run_values):
        pass

    def end(self, session):
        pass


# ---- the hooks of tf.train ----

class NanLossDuringTrainingError(RuntimeError):
    def __str__(self):
        return 'NaN loss during training.'


train_NanLossDuringTrainingError = NanLossDuringTrainingError


class train_SecondOrStepTimer:
    def __init__(self, every_secs=None, every_steps=None):
        if every_secs is None and every_steps is None:
            raise ValueError('Either every_secs or every_steps should be provided.')
        if every_secs is not None and every_steps is not None:
            raise ValueError('Can not provide both every_secs and every_steps.')
        self._every_secs, self._every_steps = every_secs, every_steps
        self.reset()

    def reset(self):
        self._last_triggered_step = self._last_triggered_time = None

    def should_trigger_for_step(self, step):
        if self._last_triggered_step is None:
            return True
        if self._last_triggered_step == step:
            return False
        if self._every_secs is not None:
            return time.time() >= self._last_triggered_time + self._every_secs
        return step >= self._last_triggered_step + self._every_steps

    def update_last_triggered_step(self, step):
        now, elapsed = time.time(), (None, None)
        if self._last_triggered_time is not None:
            elapsed = (now - self._last_triggered_time, step - self._last_triggered_step)
        self._last_triggered_time, self._last_triggered_step = now, step
        return elapsed

    def last_triggered_step(self):
        return self._last_triggered_step


def _step(name):
    step = tf.train.get_global_step()
    if step is None:
        raise RuntimeError('Global step should be created to use %s.' % name)
    return step


class train_StopAtStepHook(train_SessionRunHook):
    def __init__(self, num_steps=None, last_step=None):
        if num_steps is None and last_step is None:
            raise ValueError('One of num_steps or last_step must be specified.')
        if num_steps is not None and last_step is not None:
            raise ValueError('Only one of num_steps or last_step can be specified.')
        self._num_steps, self._last_step = num_steps, last_step

    def begin(self):
        self._global_step_tensor = _step('StopAtStepHook')

    def after_create_session(self, session, coord):
        if self._last_step is None:
            self._last_step = session.run(self._global_step_tensor) + self._num_steps

    def before_run(self, run_context):
        return train_SessionRunArgs(self._global_step_tensor)

    def after_run(self, run_context, run_values):
        if run_values.results + 1 >= self._last_step:
            if run_context.session.run(self._global_step_tensor) >= self._last_step:
                run_context.request_stop()


class train_NanTensorHook(train_SessionRunHook):
    def __init__(self, loss_tensor, fail_on_nan_loss=True):
        self._loss_tensor, self._fail_on_nan_loss = loss_tensor, fail_on_nan_loss

    def before_run(self, run_context):
        return train_SessionRunArgs(self._loss_tensor)

    def after_run(self, run_context, run_values):
        if numpy.isnan(run_values.results):
            if self._fail_on_nan_loss:
                tf.logging.error('Model diverged with loss = NaN.')
                raise NanLossDuringTrainingError
            tf.logging.warning('Model diverged with loss = NaN.')
            run_context.request_stop()


class train_LoggingTensorHook(train_SessionRunHook):
    def __init__(self, tensors, every_n_iter=None, every_n_secs=None, at_end=False, formatter=None):
        only_at_end = at_end and every_n_iter is None and every_n_secs is None
        if not only_at_end and (every_n_iter is None) == (every_n_secs is None):
            raise ValueError('either at_end and/or exactly one of every_n_iter and every_n_secs must be '
                             'provided.')
        if every_n_iter is not None and every_n_iter <= 0:
            raise ValueError('invalid every_n_iter=%s.' % every_n_iter)
        self._tag_order = tensors.keys() if isinstance(tensors, dict) else tensors
        self._tensors = tensors if isinstance(tensors, dict) else {t: t for t in tensors}
        self._formatter, self._at_end = formatter, at_end
        self._timer = None if only_at_end else train_SecondOrStepTimer(every_n_secs, every_n_iter)

    def begin(self):
        graph = tf.get_default_graph()
        if self._timer:
            self._timer.reset()
        self._iter_count = 0
        self._current = {tag: graph.as_graph_element(t) for tag, t in self._tensors.items()}

    def before_run(self, run_context):
        self._triggered = bool(self._timer) and self._timer.should_trigger_for_step(self._iter_count)
        return train_SessionRunArgs(self._current) if self._triggered else None

    def _log(self, values):
        elapsed = self._timer.update_last_triggered_step(self._iter_count)[0] if self._timer else None
        if self._formatter:
            tf.logging.info(self._formatter(values))
            return
        stats = ', '.join(['%s = %s' % (tag, values[tag]) for tag in self._tag_order])
        if elapsed is None:
            tf.logging.info('%s', stats)
        else:
            tf.logging.info('%s (%.3f sec)', stats, elapsed)

    def after_run(self, run_context, run_values):
        if self._triggered:
            self._log(run_values.results)
        self._iter_count += 1

    def end(self, session):
        if self._at_end:
            self._log(session.run(self._current))


class train_CheckpointSaverListener:
    def begin(self):
        pass

    def before_save(self, session, global_step_value):
        pass

    def after_save(self, session, global_step_value):
        pass

    def end(self, session, global_step_value):
        pass


class train_CheckpointSaverHook(train_SessionRunHook):
    def __init__(self, checkpoint_dir, save_secs=None, save_steps=None, saver=None,
                 checkpoint_basename='model.ckpt', scaffold=None, listeners=None):
        if saver is not None and scaffold is not None:
            raise ValueError('You cannot provide both saver and scaffold.')
        self._saver, self._scaffold = saver, scaffold
        self._save_path = os.path.join(checkpoint_dir, checkpoint_basename)
        self._timer = train_SecondOrStepTimer(save_secs, save_steps)
        self._listeners = listeners or []

    def begin(self):
        self._global_step_tensor = _step('CheckpointSaverHook')
        for l in self._listeners:
            l.begin()

    def after_create_session(self, session, coord):
        step = session.run(self._global_step_tensor)
        self._save(session, step)
        self._timer.update_last_triggered_step(step)

    def before_run(self, run_context):
        return train_SessionRunArgs(self._global_step_tensor)

    def after_run(self, run_context, run_values):
        if self._timer.should_trigger_for_step(run_values.results + 1):
            step = run_context.session.run(self._global_step_tensor)
            if self._timer.should_trigger_for_step(step):
                self._timer.update_last_triggered_step(step)
                self._save(run_context.session, step)

    def end(self, session):
        step = session.run(self._global_step_tensor)
        if step != self._timer.last_triggered_step():
            self._save(session, step)
        for l in self._listeners:
            l.end(session, step)

    def _save(self, session, step):
        tf.logging.info('Saving checkpoints for %d into %s.', step, self._save_path)
        for l in self._listeners:
            l.before_save(session, step)
        self._get_saver().save(session, self._save_path, global_step=step)
        for l in self._listeners:
            l.after_save(session, step)

    def _get_saver(self):
        if self._saver is not None:
            return self._saver
        if self._scaffold is not None:
            return self._scaffold.saver
        savers = tf.get_collection('savers')
        if len(savers) != 1:
            raise RuntimeError('No items in collection savers. Please add a saver to the collection or '
                               'provide a saver or scaffold.' if not savers else
                               'More than one item in collection savers. Please indicate which one to use '
                               'by passing it to the constructor.')
        return savers[0]


class train_SummarySaverHook(train_SessionRunHook):
    def __init__(self, save_steps=None, save_secs=None, output_dir=None, summary_writer=None,
                 scaffold=None, summary_op=None):
        if (scaffold is None) == (summary_op is None):
            raise ValueError('Exactly one of scaffold or summary_op must be provided.')
        self._summary_op, self._scaffold = summary_op, scaffold
        self._summary_writer = summary_writer or (tf.summary.FileWriter(output_dir) if output_dir else None)
        self._timer = train_SecondOrStepTimer(save_secs, save_steps)

    def begin(self):
        self._next_step = None
        self._global_step_tensor = _step('SummarySaverHook')

    def before_run(self, run_context):
        self._request = self._next_step is None or self._timer.should_trigger_for_step(self._next_step)
        fetches = {'global_step': self._global_step_tensor}
        op = self._summary_op if self._summary_op is not None else self._scaffold.summary_op
        if self._request and op is not None:
            fetches['summary'] = op
        return train_SessionRunArgs(fetches)

    def after_run(self, run_context, run_values):
        step = run_values.results['global_step'] + 1
        if self._request:
            self._timer.update_last_triggered_step(step)
            if 'summary' in run_values.results and self._summary_writer:
                self._summary_writer.add_summary(run_values.results['summary'], step)
        self._next_step = step + 1


class train_StepCounterHook(train_SessionRunHook):
    def __init__(self, every_n_steps=100, every_n_secs=None, output_dir=None, summary_writer=None):
        pass


class train_FinalOpsHook(train_SessionRunHook):
    def __init__(self, final_ops, final_ops_feed_dict=None):
        self._final_ops, self._feeds, self._values = final_ops, final_ops_feed_dict, None

    @property
    def final_ops_values(self):
        return self._values

    def end(self, session):
        if self._final_ops is not None:
            self._values = session.run(self._final_ops, feed_dict=self._feeds)


class train_FeedFnHook(train_SessionRunHook):
    def __init__(self, feed_fn):
        self.feed_fn = feed_fn

    def before_run(self, run_context):
        return train_SessionRunArgs(fetches=None, feed_dict=self.feed_fn())


# ---- what initializes and saves ----

def _resources(name):
    with tf.name_scope(name):
        return tf.constant([], dtype=tf.string)


def _default_init():
    return tf.group(tf.global_variables_initializer(), tf.no_op(name='init'))


def _default_ready():
    return tf.concat([tf.report_uninitialized_variables(),
                      _resources('report_uninitialized_resources')], 0)


def _default_ready_for_local():
    return tf.concat([tf.report_uninitialized_variables(tf.global_variables()),
                      _resources('report_uninitialized_resources')], 0)


def _default_local_init():
    return tf.group(tf.local_variables_initializer(), tf.no_op(name='init_all_tables'),
                    tf.no_op(name='init'))


class train_Scaffold:
    def __init__(self, init_op=None, init_feed_dict=None, init_fn=None, ready_op=None,
                 ready_for_local_init_op=None, local_init_op=None, summary_op=None, saver=None,
                 copy_from_scaffold=None):
        if copy_from_scaffold is not None:
            _library.refuse('Scaffold: copy_from_scaffold')
        self._init_op, self._init_feed_dict, self._ready_op = init_op, init_feed_dict, ready_op
        self._init_fn = (lambda sess: init_fn(self, sess)) if init_fn else None
        self._ready_for_local_init_op, self._local_init_op = ready_for_local_init_op, local_init_op
        self._summary_op, self._saver = summary_op, saver

    @staticmethod
    def get_or_default(arg_name, collection_key, default_constructor):
        found = tf.get_collection(collection_key)
        if len(found) > 1:
            raise RuntimeError('More than one item in the collection "%s". Please indicate which one to '
                               'use by passing it to the tf.Scaffold constructor as:  '
                               'tf.Scaffold(%s=item to use)' % (collection_key, arg_name))
        if found:
            return found[0]
        made = default_constructor()
        if made is not None:
            tf.add_to_collection(collection_key, made)
        return made

    def finalize(self):
        for name, make in (('init_op', _default_init), ('ready_op', _default_ready),
                           ('ready_for_local_init_op', _default_ready_for_local),
                           ('local_init_op', _default_local_init),
                           ('summary_op', tf.summary.merge_all)):
            if getattr(self, '_' + name) is None:
                setattr(self, '_' + name, self.get_or_default(name, name, make))
        if self._saver is None:
            self._saver = self.get_or_default('saver', 'savers',
                                              lambda: tf.train.Saver(allow_empty=True))
        tf.get_default_graph().finalize()
        tf.logging.info('Graph was finalized.')
        return self

    @property
    def init_fn(self):
        return self._init_fn

    @property
    def init_op(self):
        return self._init_op

    @property
    def ready_op(self):
        return self._ready_op

    @property
    def ready_for_local_init_op(self):
        return self._ready_for_local_init_op

    @property
    def local_init_op(self):
        return self._local_init_op

    @property
    def summary_op(self):
        return self._summary_op

    @property
    def saver(self):
        return self._saver

    @property
    def init_feed_dict(self):
        return self._init_feed_dict


class train_SessionCreator:
    def create_session(self):
        raise NotImplementedError('create_session is not implemented for {}.'.format(self))


class train_ChiefSessionCreator(train_SessionCreator):
    def __init__(self, scaffold=None, master='', config=None, checkpoint_dir=None,
                 checkpoint_filename_with_path=None):
        self._scaffold = scaffold or train_Scaffold()
        self._master, self._config = master, config
        self._dir, self._path = checkpoint_dir, checkpoint_filename_with_path

    def create_session(self):
        s = self._scaffold.finalize()
        manager = tf.train.SessionManager(s.local_init_op, s.ready_op, s.ready_for_local_init_op,
                                          tf.get_default_graph())
        return manager.prepare_session(
            self._master, init_op=s.init_op, saver=s.saver, checkpoint_dir=self._dir,
            checkpoint_filename_with_path=self._path, config=self._config,
            init_feed_dict=s.init_feed_dict, init_fn=s.init_fn)


# ---- the sessions ----

class _Monitored:
    def __init__(self, creator, hooks):
        _library.stand_in('tf.train.MonitoredSession', 'the nodes that it adds are not compared with '
                          "TensorFlow's")
        self._graph_was_finalized = tf.get_default_graph().finalized
        self._hooks = hooks or []
        for h in self._hooks:
            h.begin()
        self._session = creator.create_session()
        self._coord = tf.train.Coordinator(clean_stop_exception_types=[])
        self._threads = tf.train.start_queue_runners(self._session, self._coord)
        for h in self._hooks:
            h.after_create_session(self._session, self._coord)
        self._stop = False

    @property
    def graph(self):
        return None if self._session is None else self._session.graph

    def _feeds(self, one, two, why):
        if set(one) & set(two):
            raise RuntimeError(why + ' Conflict(s): ' + str(list(set(one) & set(two))))

    def _before(self, context, fetches, feed_dict):
        feeds = {}
        for h in self._hooks:
            asked = h.before_run(context)
            if asked is None:
                continue
            if asked.fetches is not None:
                fetches[h] = asked.fetches
            if asked.feed_dict:
                self._feeds(feeds, asked.feed_dict, 'Same tensor is fed by two hooks.')
                feeds.update(asked.feed_dict)
        if feeds and feed_dict:
            self._feeds(feed_dict, feeds, 'Same tensor is fed by a SessionRunHook and user.')
        feeds.update(feed_dict or {})
        return feeds or None

    def run(self, fetches, feed_dict=None, options=None, run_metadata=None):
        if self._session is None:
            raise RuntimeError('Attempted to use a closed Session.')
        if self.should_stop():
            raise RuntimeError('Run called even after should_stop requested.')
        context = train_SessionRunContext(train_SessionRunArgs(fetches, feed_dict), self._session)
        actual = {'caller': fetches}
        feeds = self._before(context, actual, feed_dict)
        outputs = self._session.run(actual, feed_dict=feeds)
        for h in self._hooks:
            h.after_run(context, train_SessionRunValues(outputs.get(h), options, run_metadata))
        self._stop = self._stop or context.stop_requested
        return outputs['caller']

    def run_step_fn(self, step_fn):
        _library.refuse('run_step_fn of a monitored session')

    def should_stop(self):
        return self._session is None or self._stop or self._coord.should_stop()

    def close(self):
        self._close(None)

    def _close(self, kind):
        try:
            if not kind:
                for h in self._hooks:
                    h.end(self._session)
        finally:
            if self._session is None:
                raise RuntimeError('Session is already closed.')
            try:
                self._coord.request_stop()
                self._coord.join(self._threads)
            finally:
                self._session.close()
                self._session = None
                if not self._graph_was_finalized:
                    tf.get_default_graph()._unsafe_unfinalize()

    def __enter__(self):
        return self

    def __exit__(self, kind, e, traceback):
        if kind in (tf.errors.OutOfRangeError, StopIteration):
            kind = None
        self._close(kind)
        return kind is None


class train_MonitoredSession(_Monitored):
    def __init__(self, session_creator=None, hooks=None, stop_grace_period_secs=120):
        # no effect: stop_grace_period_secs
        _Monitored.__init__(self, session_creator or train_ChiefSessionCreator(), hooks)


class train_SingularMonitoredSession(_Monitored):
    def __init__(self, hooks=None, scaffold=None, master='', config=None, checkpoint_dir=None,
                 stop_grace_period_secs=120, checkpoint_filename_with_path=None):
        # no effect: stop_grace_period_secs
        _Monitored.__init__(self, train_ChiefSessionCreator(
            scaffold, master, config, checkpoint_dir, checkpoint_filename_with_path), hooks)

    def raw_session(self):
        return self._session


def train_MonitoredTrainingSession(master='', is_chief=True, checkpoint_dir=None, scaffold=None,
                                   hooks=None, chief_only_hooks=None, save_checkpoint_secs=600,
                                   save_summaries_steps=100, save_summaries_secs=None, config=None,
                                   stop_grace_period_secs=120, log_step_count_steps=100,
                                   max_wait_secs=7200, save_checkpoint_steps=None, summary_dir=None):
    # no effect: max_wait_secs, log_step_count_steps
    if not is_chief:
        _library.refuse('a MonitoredTrainingSession that is not the chief, which waits for another process')
    scaffold = scaffold or train_Scaffold()
    all_hooks = list(chief_only_hooks or [])
    if checkpoint_dir:
        if save_summaries_steps or save_summaries_secs:
            all_hooks.append(train_SummarySaverHook(
                None if save_summaries_secs else save_summaries_steps, save_summaries_secs,
                output_dir=summary_dir or checkpoint_dir, scaffold=scaffold))
        if save_checkpoint_secs or save_checkpoint_steps:
            all_hooks.append(train_CheckpointSaverHook(
                checkpoint_dir, None if save_checkpoint_steps else save_checkpoint_secs,
                save_checkpoint_steps, scaffold=scaffold))
    creator = train_ChiefSessionCreator(scaffold, master, config, checkpoint_dir)
    return train_MonitoredSession(creator, all_hooks + list(hooks or []), stop_grace_period_secs)
