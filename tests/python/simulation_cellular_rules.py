"""Elementary cellular automata by number: a few rows of rules 30, 90 and 110."""


def rule(number):
    table = {tuple(map(int, '{:03b}'.format(i))): number >> i & 1 for i in range(8)}

    def step(row):
        padded = [0] + row + [0]
        return [table[tuple(padded[i:i + 3])] for i in range(len(row))]
    return step


for number in (30, 90, 110):
    step, row = rule(number), [0] * 15 + [1] + [0] * 15
    print('rule', number)
    for _ in range(8):
        print(''.join(' #'[cell] for cell in row).rstrip())
        row = step(row)
    print(sum(row), int(''.join(map(str, row)), 2))
