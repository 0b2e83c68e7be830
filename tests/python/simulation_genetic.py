"""A genetic search for a sentence, with a seed; how far each generation came."""
import random
import string

TARGET = 'hello scope'
LETTERS = string.ascii_lowercase + ' '
rng = random.Random(3)


def fitness(text):
    return sum(a == b for a, b in zip(text, TARGET))


def mutate(text, rate=0.06):
    return ''.join(rng.choice(LETTERS) if rng.random() < rate else c for c in text)


def cross(a, b):
    cut = rng.randrange(1, len(a))
    return a[:cut] + b[cut:]


population = [''.join(rng.choice(LETTERS) for _ in TARGET) for _ in range(40)]
for generation in range(60):
    population.sort(key=lambda t: (-fitness(t), t))
    best = population[0]
    if generation % 15 == 0 or best == TARGET:
        print('%3d %2d %r' % (generation, fitness(best), best))
    if best == TARGET:
        break
    parents = population[:10]
    population = parents[:2] + [mutate(cross(rng.choice(parents), rng.choice(parents)))
                                for _ in range(38)]
print('best', fitness(max(population, key=fitness)), 'of', len(TARGET))
