"""How many words an option takes."""
import argparse

p = argparse.ArgumentParser(prog='p', add_help=False)
p.add_argument('first')
p.add_argument('rest', nargs='*')
p.add_argument('--pair', nargs=2, type=float)
p.add_argument('--some', nargs='*', default=['d'])
p.add_argument('--one', nargs='?', const='C', default='D')
p.add_argument('-x', type=int)
p.add_argument('-y', action='store_true')
for words in (['a'], ['a', 'b', 'c'], ['--pair', '1', '2', 'a'], ['a', '--some', 's', 't'], ['a', '--some'], ['--one', '--', 'a'], ['a', '--one', 'z'], ['-x-3', 'a'], ['-x', '-3', 'a', '-y'], ['-yx', '4', 'a'], ['a', '--', '-y', '--pair']):
    print(words, sorted(vars(p.parse_args(words)).items(), key=str))
q = argparse.ArgumentParser(prog='q', parents=[p])
q.add_argument('--new')
q.add_argument('--level', type=int, choices=range(3), default=0, dest='lvl', metavar='N')
q.add_argument('--flag', action='append_const', const=1)
print(sorted(vars(q.parse_args(['f', '--level', '2', '--flag', '--flag'])).items(), key=str))
ns = argparse.Namespace(new='kept')
q.parse_args(['f'], namespace=ns)
print(ns.new, ns.first, q.get_default('lvl'))


class Double(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values * 2)


r = argparse.ArgumentParser()
r.add_argument('--d', action=Double, type=int)
r.add_argument('--req', required=True)
print(r.parse_args(['--d', '4', '--req', 'x']).d, r.parse_args(['--req=a=b']).req)
try:
    r.parse_args([])
except SystemExit as e:
    print('missing', e.code)
