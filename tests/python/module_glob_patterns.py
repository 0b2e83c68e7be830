"""Names that fit patterns."""
import fnmatch

names = ['model.ckpt-100.meta', 'model.ckpt-100.index', 'model.ckpt-200.meta', 'checkpoint', 'events.out', 'Model.txt', '.hidden', 'a[1].py']
for pattern in ('*.meta', 'model.ckpt-?00.*', '*', '[!m]*', 'model.ckpt-[12]*', '*.TXT', 'a[[]1].py', '*[0-9].meta', '', 'check*point', '?heckpoint', '*ckpt*100*'):
    print(repr(pattern), fnmatch.filter(names, pattern))
print(fnmatch.fnmatch('abc.py', '*.py'), fnmatch.fnmatchcase('ABC', 'abc'), fnmatch.fnmatch('a' * 30 + 'b', '*a*a*a*a*a*c'))
steps = sorted(int(n.split('-')[1].split('.')[0]) for n in fnmatch.filter(names, '*.meta'))
print(steps, max(steps), [n for n in names if not fnmatch.fnmatch(n, '*.*')])
