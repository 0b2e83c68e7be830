"""Rabbits and foxes, step by step; the same numbers in floats and as a bar chart."""


def step(rabbits, foxes, dt=0.1):
    births, hunted, dying = 1.1 * rabbits, 0.4 * rabbits * foxes, 0.4 * foxes
    return rabbits + dt * (births - hunted), foxes + dt * (0.1 * rabbits * foxes - dying)


def simulate(rabbits, foxes, steps):
    for n in range(steps):
        yield n, rabbits, foxes
        rabbits, foxes = step(rabbits, foxes)


states = list(simulate(10.0, 5.0, 120))
for n, rabbits, foxes in states[::12]:
    print('{:4d} {:8.4f} {:8.4f} {}'.format(n, rabbits, foxes, ('r' * int(rabbits)).ljust(24)[:24] + '|'
                                           + 'f' * int(foxes)))
peak = max(states, key=lambda s: s[1])
print('most rabbits at', peak[0], round(peak[1], 6))
print(all(r > 0 and f > 0 for _, r, f in states), repr(states[-1][1])[:12])
