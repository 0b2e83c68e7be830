#!/usr/bin/env python3
"""Runs the programs of this folder and says which do not print what their NAME.out holds: the
expectations are CPython's own, and stay so. Each runs in a process of its own, forked from one
that has started. Texts are hashed by chance here, so a program that shows the order of a set fails.

Errors are worded as in Python 3.11; any other one ends with status 77."""
import glob
import os
import subprocess
import sys
import tempfile


def run_here(path, out):
    os.dup2(out.fileno(), 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    sys.argv = [path]
    with open(path, encoding='utf-8') as source:
        code = compile(source.read(), path, 'exec', dont_inherit=True)
    module = type(sys)('__main__')
    module.__file__ = path
    sys.modules['__main__'] = module
    try:
        exec(code, module.__dict__)
    except BaseException:
        pass
    sys.stdout.flush()
    os._exit(0)


def differs_alone(path, wanted):
    done = subprocess.run([sys.executable, path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return done.stdout != wanted


def differs(path):
    with tempfile.TemporaryFile() as out:
        child = os.fork()
        if not child:
            run_here(path, out)
        os.waitpid(child, 0)
        out.seek(0)
        out_text = out.read()
        with open(path[:-3] + '.out', 'rb') as wanted:
            text = wanted.read()
    # how deep calls go is different here
    return out_text != text and differs_alone(path, text)


def main():
    if sys.version_info[:2] != (3, 11):
        sys.exit(77)
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    sys.path.insert(0, os.getcwd())
    bad = [path for path in sorted(glob.glob('*.py'))
           if os.path.exists(path[:-3] + '.out') and differs(path)]
    for path in bad:
        print('%s: Python prints something else than %s.out' % (path, path[:-3]))
    sys.exit(bool(bad))


main()
