# What stands around a graph: files, threads, logs and tests of tensorflow, as far as they can be
# honest without any. A name a_b here is tf.a.b (library.def).
import os
import unittest

import _library
import tensorflow as tf


# ---- tf.gfile: files that may be read (--allow-read) or changed (--allow-write) ----

def _missing(name):
    return tf.errors.NotFoundError(None, None, '%s; No such file or directory' % name)


class _Errors:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, kind, e, traceback):
        if kind is not None and issubclass(kind, (FileNotFoundError, NotADirectoryError)):
            raise _missing(self.name)
        return False


class gfile_GFile:
    def __init__(self, name, mode='r'):
        if mode not in ('r', 'rb', 'r+', 'w', 'wb', 'w+', 'a', 'ab', 'a+'):
            raise tf.errors.InvalidArgumentError(None, None, 'mode is not "r" or "w" or "a"')
        self.__name, self.__mode, self.__file = name, mode, None

    @property
    def name(self):
        return self.__name

    @property
    def mode(self):
        return self.__mode

    def __open(self):
        if self.__file is None:
            with _Errors(self.__name):
                self.__file = open(self.__name, self.__mode)
        return self.__file

    def read(self, n=-1):
        return self.__open().read(n)

    def readline(self):
        return self.__open().readline()

    def readlines(self):
        return self.__open().readlines()

    def write(self, file_content):
        return self.__open().write(file_content)

    def seek(self, offset=None, whence=0, position=None):
        self.__open().seek(position if offset is None else offset, whence)

    def tell(self):
        return self.__open().tell()

    def size(self):
        with _Errors(self.__name):
            return os.stat(self.__name).st_size

    def flush(self):
        if self.__file is not None:
            self.__file.flush()

    def close(self):
        if self.__file is not None:
            self.__file.close()
            self.__file = None

    def __iter__(self):
        return iter(self.__open())

    def __next__(self):
        return next(self.__open())

    def __enter__(self):
        return self

    def __exit__(self, kind, e, traceback):
        self.close()


gfile_FastGFile = gfile_GFile
gfile_Open = gfile_GFile


def gfile_Exists(filename):
    return os.path.exists(filename)


def gfile_IsDirectory(dirname):
    return os.path.isdir(dirname)


def gfile_ListDirectory(dirname):
    if not os.path.isdir(dirname):
        raise tf.errors.NotFoundError(None, None, 'Could not find directory')
    return os.listdir(dirname)


def gfile_Glob(filename):
    import glob
    if isinstance(filename, (list, tuple)):
        return [name for one in filename for name in sorted(glob.glob(one))]
    return sorted(glob.glob(filename))


def gfile_Walk(top, in_order=True):
    return os.walk(top, topdown=in_order)


def gfile_Stat(filename):
    with _Errors(filename):
        return os.stat(filename)


def _written(path):
    """May it be changed? If not, it is said once that nothing is."""
    if not _library.may_write(path):
        _library.stand_in('tf.gfile', 'no file is written or removed')
        return False
    return True


def gfile_MakeDirs(dirname):
    if _written(dirname):
        os.makedirs(dirname, exist_ok=True)


def gfile_MkDir(dirname):
    if _written(dirname):
        with _Errors(dirname):
            os.mkdir(dirname)


def gfile_Remove(filename):
    if _written(filename):
        with _Errors(filename):
            os.remove(filename)


def gfile_DeleteRecursively(dirname):
    if _written(dirname):
        if not os.path.isdir(dirname):
            raise _missing(dirname)
        for folder, folders, files in os.walk(dirname, topdown=False):
            for name in files:
                os.remove(os.path.join(folder, name))
            os.rmdir(folder)


def _free(newpath, overwrite):
    if not overwrite and os.path.exists(newpath):
        raise tf.errors.AlreadyExistsError(None, None, 'file already exists')


def gfile_Copy(oldpath, newpath, overwrite=False):
    if _written(newpath):
        with _Errors(oldpath):
            with open(oldpath, 'rb') as old:
                data = old.read()
            _free(newpath, overwrite)
            with open(newpath, 'wb') as new:
                new.write(data)


def gfile_Rename(oldname, newname, overwrite=False):
    if _written(newname):
        _free(newname, overwrite)
        with _Errors(oldname):
            os.rename(oldname, newname)


# ---- tf.logging beyond its functions by level ----

_counts = {}


def _count(what):
    _counts[what] = _counts.get(what, -1) + 1
    return _counts[what]


def logging_log(level, msg, *args, **kwargs):
    _library.only('the options of tf.logging.log', kwargs, {})
    names = {10: 'debug', 20: 'info', 30: 'warning', 40: 'error', 50: 'fatal'}
    getattr(tf.logging, names[level])(msg, *args)


def logging_log_every_n(level, msg, n, *args):
    if _count((_library.place(), n)) % n == 0:
        logging_log(level, msg, *args)


def logging_log_first_n(level, msg, n, *args):
    if _count((_library.place(), n)) < n:
        logging_log(level, msg, *args)


def logging_log_if(level, msg, condition, *args):
    if condition:
        logging_log(level, msg, *args)


def logging_vlog(level, msg, *args, **kwargs):
    pass


# ---- tf.train: what waits for threads, of which there are none ----

class _StopOnException:
    def __init__(self, coord):
        self.coord = coord

    def __enter__(self):
        return self

    def __exit__(self, kind, e, traceback):
        if kind is not None and issubclass(kind, Exception):
            self.coord.request_stop(e)
            return True
        return False


class train_Coordinator:
    def __init__(self, clean_stop_exception_types=None):
        if clean_stop_exception_types is None:
            clean_stop_exception_types = (tf.errors.OutOfRangeError,)
        self._clean_stop_exception_types = tuple(clean_stop_exception_types)
        self._stop = False
        self._joined = False
        self._exception = None

    @property
    def joined(self):
        return self._joined

    def should_stop(self):
        return self._stop

    def request_stop(self, ex=None):
        if self._stop:
            return
        self._stop = True
        if isinstance(ex, tuple):
            ex = ex[1]
        if ex is not None and not isinstance(ex, self._clean_stop_exception_types):
            self._exception = ex

    def clear_stop(self):
        self._joined = False
        self._stop = False
        self._exception = None

    def stop_on_exception(self):
        return _StopOnException(self)

    def wait_for_stop(self, timeout=None):
        if not self._stop and timeout is None:
            _library.refuse('Coordinator.wait_for_stop: there is no thread that could stop it')
        return self._stop

    def register_thread(self, thread):
        _library.refuse('threads')

    def join(self, threads=None, stop_grace_period_secs=120, ignore_live_threads=False):
        # no effect: threads, stop_grace_period_secs, ignore_live_threads
        self._joined = True
        self._stop = True
        if self._exception is not None:
            raise self._exception

    def raise_requested_exception(self):
        if self._exception is not None:
            raise self._exception


def train_write_graph(graph_or_graph_def, logdir, name, as_text=True):
    path = os.path.join(logdir, name)
    if not _library.may_write(path):
        _library.stand_in('tf.train.write_graph', 'no file is written')
        return path
    graph_def = graph_or_graph_def
    if isinstance(graph_def, tf.Graph):
        graph_def = graph_def.as_graph_def()
    os.makedirs(logdir, exist_ok=True)
    with open(path, 'w' if as_text else 'wb') as f:
        f.write(str(graph_def) if as_text else graph_def.SerializeToString())
    return path


class estimator_ModeKeys:
    TRAIN, EVAL, PREDICT = 'train', 'eval', 'infer'


# ---- tf.test ----

class test_TestCase(unittest.TestCase):
    def setUp(self):
        import random
        import numpy
        random.seed(87654321)
        numpy.random.seed(87654321)
        tf.reset_default_graph()
        tf.set_random_seed(87654321)

    def session(self, graph=None, config=None, use_gpu=False, force_gpu=False):
        # no effect: config, use_gpu, force_gpu
        return tf.Session(graph=graph)

    test_session = cached_session = session

    def evaluate(self, tensors):
        return tf.get_default_session().run(tensors)

    def _array(self, a):
        import numpy
        return a if isinstance(a, numpy.ndarray) else numpy.array(a)

    def _differ(self, text, msg):
        self.fail(text if msg is None else '%s : %s' % (text, msg))

    def _same_shape(self, a, b, msg):
        if a.shape != b.shape:
            self._differ('Shape mismatch: expected %s, got %s.' % (a.shape, b.shape), msg)

    def assertAllEqual(self, a, b, msg=None):
        a, b = self._array(a), self._array(b)
        self._same_shape(a, b, msg)
        if not (a == b).all():
            self._differ('Arrays are not equal: %s and %s' % (a, b), msg)

    def assertAllClose(self, a, b, rtol=1e-6, atol=1e-6, msg=None):
        import numpy
        if isinstance(a, dict):
            self.assertEqual(set(a), set(b))
            for key in a:
                self.assertAllClose(a[key], b[key], rtol, atol, msg)
            return
        a, b = self._array(a), self._array(b)
        self._same_shape(a, b, msg)
        if not numpy.allclose(a, b, rtol=rtol, atol=atol):
            self._differ('Arrays are not close: %s and %s' % (a, b), msg)

    def assertNear(self, f1, f2, err, msg=None):
        if not (f1 == f2 or abs(f1 - f2) <= err):
            self.fail('%f != %f +/- %f%s' % (f1, f2, err, ' (%s)' % msg if msg is not None else ''))

    def assertArrayNear(self, farray1, farray2, err, msg=None):
        self.assertEqual(len(farray1), len(farray2))
        for f1, f2 in zip(farray1, farray2):
            self.assertNear(float(f1), float(f2), err, msg)

    def assertShapeEqual(self, np_array, tf_tensor, msg=None):
        self.assertEqual(list(np_array.shape), tf_tensor.get_shape().as_list(), msg)

    def assertStartsWith(self, actual, expected_start, msg=None):
        if not actual.startswith(expected_start):
            self._differ('%r does not start with %r' % (actual, expected_start), msg)

    def assertRaisesOpError(self, expected_err_re_or_predicate):
        return self.assertRaisesRegex(tf.errors.OpError, expected_err_re_or_predicate)

    def get_temp_dir(self):
        _library.refuse('writing temporary files')


def test_main(argv=None):
    unittest.main(argv=argv)
