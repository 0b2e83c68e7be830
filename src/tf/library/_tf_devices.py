# Devices of several processes: where a node goes, not how it runs. A name a_b here is tf.a.b (library.def).
import tensorflow as tf

import _library

__name__ = 'tensorflow.python.training.server_lib'


class train_ClusterSpec:
    def __init__(self, cluster):
        if isinstance(cluster, train_ClusterSpec):
            cluster = cluster._tasks
        if not isinstance(cluster, dict):
            raise TypeError('`cluster` must be a dictionary mapping one or more job names to lists of '
                            'network addresses, or a `ClusterDef` protocol buffer')
        self._tasks = {}
        for job, tasks in cluster.items():
            if isinstance(tasks, (list, tuple)):
                tasks = dict(enumerate(tasks))
            elif not isinstance(tasks, dict):
                raise TypeError('The tasks for job %r must be a list or a dictionary from integers to '
                                'strings.' % job)
            self._tasks[job] = dict(tasks)

    def _job(self, job_name):
        if job_name not in self._tasks:
            raise ValueError('No such job in cluster: %r' % job_name)
        return self._tasks[job_name]

    def __bool__(self):
        return bool(self._tasks)

    def __eq__(self, other):
        return isinstance(other, train_ClusterSpec) and self._tasks == other._tasks

    def __ne__(self, other):
        return not self == other

    def as_dict(self):
        out = {}
        for job, tasks in self._tasks.items():
            dense = max(tasks) + 1 == len(tasks) if tasks else True
            out[job] = [tasks[i] for i in range(len(tasks))] if dense else dict(tasks)
        return out

    def as_cluster_def(self):
        _library.refuse('ClusterSpec.as_cluster_def')

    @property
    def jobs(self):
        return list(self._tasks.keys())

    def num_tasks(self, job_name):
        return len(self._job(job_name))

    def task_indices(self, job_name):
        return sorted(self._job(job_name))

    def task_address(self, job_name, task_index):
        tasks = self._job(job_name)
        if task_index not in tasks:
            raise ValueError('No task with index %r in job %r' % (task_index, job_name))
        return tasks[task_index]

    def job_tasks(self, job_name):
        tasks = self._job(job_name)
        return [tasks.get(i) for i in range(max(tasks) + 1 if tasks else 0)]


def _parts(device):
    """job, replica, task and unit of a device's name, as far as it has them."""
    out = {}
    for part in (device or '').split('/'):
        key = part.split(':')[0]
        if key in ('job', 'replica', 'task'):
            out[key] = part[len(key) + 1:]
        elif key == 'device':
            out['device'] = part[len(key) + 1:]
        elif key.upper() in ('CPU', 'GPU'):
            out['device'] = part.upper() if ':' in part else part.upper() + ':*'
        elif key:
            raise ValueError("Unknown attribute: '%s' in '%s'" % (key, device))
    return out


def _joined(parts):
    return ''.join('/%s:%s' % (key, parts[key]) for key in ('job', 'replica', 'task', 'device')
                   if key in parts)


class _RoundRobin:
    def __init__(self, tasks):
        self.tasks, self.next = tasks, 0

    def __call__(self, op):
        task = self.next
        self.next = (task + 1) % self.tasks
        return task


def train_replica_device_setter(ps_tasks=0, ps_device='/job:ps', worker_device='/job:worker',
                                merge_devices=True, cluster=None, ps_ops=None, ps_strategy=None):
    if cluster is not None:
        tasks = train_ClusterSpec(cluster).as_dict().get(_parts(ps_device).get('job'))
        if tasks is None:
            return None
        ps_tasks = len(tasks)
    if ps_tasks == 0:
        return None
    if ps_ops is None:
        ps_ops = ['Variable', 'VariableV2', 'VarHandleOp']
    if ps_strategy is None:
        ps_strategy = _RoundRobin(ps_tasks)
    if not callable(ps_strategy):
        raise TypeError('ps_strategy must be callable')

    def choose(op):
        if not merge_devices and op.device:
            return op.device
        own = _parts(op.device)
        base = _parts(worker_device)
        if ps_tasks and ps_device and op.type in ps_ops:
            base = _parts(ps_device)
            if base.get('job') and own.get('job') in (None, base['job']):
                base['task'] = ps_strategy(op)
        base.update(own)
        return _joined(base)
    return choose
