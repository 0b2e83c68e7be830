"""Reading an INI file into nested dicts, with interpolation and types."""
TEXT = '''
; settings of a run
[data]
dir = /data/mnist
batch_size = 64

[model]
layers = 784, 256, 10
dropout = 0.5
name = mlp_%(batch_size)s

[train]
steps: 1000
verbose = yes
log = %(dir)s/log
'''


def convert(text):
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            pass
    if text.lower() in ('yes', 'no', 'true', 'false'):
        return text.lower() in ('yes', 'true')
    if ',' in text:
        return [convert(part.strip()) for part in text.split(',')]
    return text


def read(text):
    config, section = {}, None
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line[0] in ';#':
            continue
        if line.startswith('[') and line.endswith(']'):
            section = config.setdefault(line[1:-1], {})
            continue
        for sign in '=:':
            key, found, value = line.partition(sign)
            if found:
                section[key.strip()] = value.strip()
                break
        else:
            raise SyntaxError('line %d: %r' % (number, line))
    known = {k: v for s in config.values() for k, v in s.items()}
    return {name: {k: convert(v % known if '%(' in v else v) for k, v in s.items()}
            for name, s in config.items()}


config = read(TEXT)
for section in config:
    print(section)
    for key, value in sorted(config[section].items()):
        print('    %-10s %-8s %r' % (key, type(value).__name__, value))
try:
    read('[a]\nnonsense\n')
except SyntaxError as e:
    print('SyntaxError:', e)
print(config['model']['layers'][0] * config['data']['batch_size'])
