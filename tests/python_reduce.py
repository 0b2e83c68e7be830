#!/usr/bin/env python3
"""Makes a program smaller while it still prints something else here than in the real Python.

    tests/python_reduce.py build/tests/test_random_python PROGRAM.py

Takes away statements with what is indented below them, largest first, then puts the statements of
a block in the place of the block. A program that the real Python does not accept is no smaller."""
import subprocess
import sys
import tempfile


def indent_of(line):
    return len(line) - len(line.lstrip(' '))


def end_of(lines, at):
    end = at + 1
    while end < len(lines) and indent_of(lines[end]) > indent_of(lines[at]):
        end += 1
    return end


def differs(test, lines):
    source = ''.join(lines)
    try:
        compile(source, 'p.py', 'exec')
    except SyntaxError:
        return False
    with tempfile.NamedTemporaryFile('w', suffix='.py') as program:
        program.write(source)
        program.flush()
        done = subprocess.run([test, program.name], stderr=subprocess.PIPE)
    return done.returncode == 1 and b'left out' not in done.stderr


def candidates(lines):
    spans = [(end_of(lines, i) - i, i) for i in range(len(lines))]
    for size, at in sorted(spans, reverse=True):
        yield lines[:at] + lines[at + size:]
        yield lines[:at] + ['%spass\n' % (' ' * indent_of(lines[at]))] + lines[at + size:]
        inner = [line[4:] for line in lines[at + 1:at + size]]
        yield lines[:at] + inner + lines[at + size:]


def reduce(test, lines):
    smaller = True
    while smaller:
        smaller = False
        for tried in candidates(lines):
            if sum(map(len, tried)) < sum(map(len, lines)) and differs(test, tried):
                lines, smaller = tried, True
                break
    return lines


def main():
    test, path = sys.argv[1:]
    with open(path) as program:
        lines = program.readlines()
    sys.stdout.write(''.join(reduce(test, lines)))


main()
