"""Options of a training script, as argparse reads them from lists of words."""
import argparse

parser = argparse.ArgumentParser(prog='train', description='Trains a model.')
parser.add_argument('data', nargs='?', default='mnist')
parser.add_argument('--learning-rate', '-l', type=float, default=0.01, help='step size')
parser.add_argument('--steps', type=int, default=100)
parser.add_argument('--verbose', action='store_true')
parser.add_argument('--no-cuda', action='store_false', dest='cuda')
parser.add_argument('--layers', nargs='+', type=int, default=[10, 10])
parser.add_argument('--optimizer', choices=['sgd', 'adam'], default='sgd')
parser.add_argument('-q', action='count', default=0)
parser.add_argument('--tag', action='append')
parser.add_argument('--mode', action='store_const', const='fast', default='slow')

for words in ([], ['cifar', '-l', '0.5'], ['--steps=7', '--verbose', '--layers', '1', '2', '3'],
              ['--no-cuda', '-qqq', '--tag', 'a', '--tag', 'b'], ['--optimizer', 'adam', '--mode'],
              ['-l0.25', 'x'], ['--learn', '3']):
    args = parser.parse_args(words)
    print(sorted(vars(args).items()))

args, rest = parser.parse_known_args(['--unknown', '3', '--steps', '9'])
print(args.steps, rest)
print(args)
print(parser.parse_args([]) == parser.parse_args([]), 'steps' in args)
args.extra = 5
print(args.extra, getattr(args, 'missing', None))
parser.set_defaults(steps=55, other='o')
args = parser.parse_args([])
print(args.steps, args.other, parser.get_default('steps'))
