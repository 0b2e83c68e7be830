# What os.path has beyond module_os.c.
from os.path import sep


def commonpath(paths):
    paths = list(paths)
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    if len({p.startswith(sep) for p in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[c for c in p.split(sep) if c and c != '.'] for p in paths]
    first, last = min(parts), max(parts)
    n = 0
    while n < len(first) and first[n] == last[n]:
        n += 1
    return (sep if paths[0].startswith(sep) else '') + sep.join(first[:n])


def splitdrive(p):
    return p[:0], p
