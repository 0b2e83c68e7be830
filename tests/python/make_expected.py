#!/usr/bin/env python3
"""Writes NAME.out (and NAME.err, where the program ends with a traceback) for each NAME.py given.

The traceback is brought to the form of Python 3.7: without the marks below source lines, and with
the module's name before classes of the program's own."""
import os
import re
import subprocess
import sys


def traceback_of(text, folder):
    lines = []
    for line in text.split('\n'):
        if re.match(r'^\s+[~^]+\s*$', line):
            continue
        line = line.replace('  File "%s/' % folder, '  File "')
        lines.append(line)
    return '\n'.join(lines)


def qualified(text, source):
    for name in set(re.findall(r'^class (\w+)', source, re.M)):
        text = re.sub(r'^(%s)(?=:|$)' % name, r'__main__.\1', text, flags=re.M)
    return text


for path in sys.argv[1:]:
    folder, program = os.path.split(os.path.abspath(path))
    done = subprocess.run([sys.executable, '-B', '-W', 'ignore', program], cwd=folder, capture_output=True, text=True)
    with open(path[:-3] + '.out', 'w') as out:
        out.write(done.stdout)
    if done.stderr:
        with open(path) as source, open(path[:-3] + '.err', 'w') as err:
            err.write(qualified(traceback_of(done.stderr, folder), source.read()))
