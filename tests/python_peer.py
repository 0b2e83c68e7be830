#!/usr/bin/env python3
"""Runs the programs of a file, which are separated by lines of "\\x1e", and writes what each
prints, "\\x1d", its traceback and "\\x1e". The traceback has the form of Python 3.7, as in
tests/python/make_expected.py, and leaves out the library's own functions. Errors are worded as in Python 3.11: any other one ends
with status 77 and compares nothing."""
import contextlib
import io
import linecache
import re
import sys
import traceback

NAME = 'random.py'


def traceback_of(error, source):
    error.__traceback__ = error.__traceback__.tb_next
    text = ''.join(traceback.format_exception(error))
    text = re.sub(r'^\s+[~^]+\s*\n', '', text, flags=re.M)
    text = re.sub(r'^  File "(?!%s").*\n    .*\n' % NAME, '', text, flags=re.M)
    for name in set(re.findall(r'^ *class (\w+)', source, re.M)):
        text = re.sub(r'^(%s)(?=:|$)' % name, r'__main__.\1', text, flags=re.M)
    return text


def run(source):
    linecache.cache[NAME] = (len(source), None, source.splitlines(True), NAME)
    printed, error = io.StringIO(), ''
    with contextlib.redirect_stdout(printed):
        try:
            code = compile(source, NAME, 'exec', dont_inherit=True)
            exec(code, {'__name__': '__main__'})
        except BaseException as raised:
            error = traceback_of(raised, source)
    return printed.getvalue() + '\x1d' + error + '\x1e'


def main():
    if sys.version_info[:2] != (3, 11):
        sys.exit(77)
    import warnings
    warnings.simplefilter('ignore')
    sys.stdout.reconfigure(encoding='utf-8', errors='surrogateescape', newline='\n')
    with open(sys.argv[1], encoding='utf-8', newline='\n') as programs:
        for source in programs.read().split('\x1e\n')[:-1]:
            sys.stdout.write(run(source))


main()
