"""The command line of a training program."""
import argparse
import json

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument('--data_dir', type=str, default='/tmp/data', help='where')
parser.add_argument('--max_steps', type=int, default=1000)
parser.add_argument('--learning_rate', type=float, default=0.001)
parser.add_argument('--dropout', type=float, default=0.9)
parser.add_argument('--fake_data', nargs='?', const=True, type=bool, default=False)
parser.add_argument('--hidden', type=lambda s: [int(x) for x in s.split(',')], default='64,32')
FLAGS, unparsed = parser.parse_known_args([])
print(json.dumps(vars(FLAGS), sort_keys=True), unparsed)
FLAGS, unparsed = parser.parse_known_args(['--max_steps', '5', '--fake_data', '--hidden', '8,8,8', 'rest', '--other=1'])
print(FLAGS.max_steps, FLAGS.fake_data, FLAGS.hidden, unparsed, FLAGS.data_dir)
FLAGS.max_steps = FLAGS.max_steps or 10
for step in range(FLAGS.max_steps):
    if step % 2 == 0:
        print('step %d: loss = %.4f' % (step, 1 / (step + 1) * FLAGS.dropout))
for words in (['--max_steps', 'many'], ['--learning_rate'], ['--nothing'], ['stray']):
    try:
        parser.parse_args(words)
    except SystemExit as e:
        print('exit', e.code)
