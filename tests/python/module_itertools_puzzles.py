"""Searching with itertools."""
import itertools

for a, b, c in itertools.combinations(range(1, 25), 3):
    if a * a + b * b == c * c:
        print((a, b, c), end=' ')
print()
queens = [p for p in itertools.permutations(range(6)) if len({p[i] + i for i in range(6)}) == len({p[i] - i for i in range(6)}) == 6]
print(len(queens), queens[0])
for total in itertools.count(1):
    ways = sum(1 for c in itertools.product((1, 5, 10), repeat=3) if sum(c) == total)
    if ways > 3:
        print(total, ways)
        break
runs = [(k, sum(1 for _ in g)) for k, g in itertools.groupby('aaabccdddd')]
print(runs, ''.join(itertools.chain.from_iterable(itertools.repeat(c, n) for c, n in runs)))
print(list(itertools.islice(itertools.accumulate(itertools.repeat(2), lambda a, b: a * b), 6)), list(itertools.zip_longest(*[iter('abcdefg')] * 3, fillvalue='')))
primes = itertools.takewhile(lambda p: p < 40, (n for n in itertools.count(2) if all(n % d for d in range(2, int(n ** 0.5) + 1))))
print(list(primes), list(itertools.dropwhile(str.isalpha, 'ab1c')), list(itertools.starmap(max, [(1, 2), (4, 3)])))
print(sorted(set(map(''.join, itertools.permutations('aab')))), list(itertools.compress(range(5), itertools.cycle([1, 0]))))
