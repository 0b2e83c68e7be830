"""Groups, subcommands and types of argparse."""
import argparse


def positive(text):
    n = int(text)
    if n <= 0:
        raise argparse.ArgumentTypeError('%r is not positive' % text)
    return n


parser = argparse.ArgumentParser(prog='tool')
group = parser.add_argument_group('model')
group.add_argument('--size', type=positive, default=3)
group.add_argument('--act', type=str.lower, default='RELU')
either = parser.add_mutually_exclusive_group()
either.add_argument('--train', action='store_true')
either.add_argument('--eval', action='store_true')
sub = parser.add_subparsers(dest='command')
run = sub.add_parser('run')
run.add_argument('name')
run.add_argument('--times', type=int, default=1)
stop = sub.add_parser('stop')
stop.add_argument('--force', action='store_true')

for words in (['run', 'a', '--times', '3'], ['--size', '7', 'stop', '--force'], ['--train', 'run', 'b'], []):
    print(sorted(vars(parser.parse_args(words)).items(), key=lambda p: p[0]))
namespace = argparse.Namespace(a=1, b='x')
print(namespace, vars(namespace))
for words in (['--size', '0', 'run', 'a'], ['--train', '--eval', 'run', 'a'], ['run'], ['fly']):
    try:
        parser.parse_args(words)
    except SystemExit as e:
        print('exit', e.code)
