"""The tools of itertools, each once or twice."""
import itertools as it
import operator

print(list(it.chain([1], 'ab', (2,))), list(it.chain.from_iterable([[1], [2, 3]])))
print(list(it.islice(it.count(5, 3), 4)), list(it.islice('abcdefg', 1, 6, 2)), list(it.islice(it.cycle('xy'), 5)))
print(list(it.repeat(7, 3)), list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 4, 1, 5], max)))
print(list(it.accumulate([1, 2, 3], operator.mul)), list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.filterfalse(lambda x: x % 2, range(6))))
print(list(it.compress('ABCDEF', [1, 0, 1, 0, 1, 1])), list(it.starmap(pow, [(2, 5), (3, 2)])))
print(list(it.zip_longest('abc', [1], fillvalue='-')), list(it.product('ab', repeat=2)))
print(list(it.product([0, 1], 'x')), list(it.permutations([1, 2, 3], 2)), list(it.permutations('ab')))
print(list(it.combinations('abcd', 2)), list(it.combinations_with_replacement('ab', 2)))
rows = [('a', 1), ('a', 2), ('b', 3), ('a', 4)]
for key, group in it.groupby(rows, key=lambda r: r[0]):
    print(key, [r[1] for r in group], end='; ')
print()
print([(k, len(list(g))) for k, g in it.groupby('aaabbc')])
a, b = it.tee([1, 2, 3])
next(a)
print(list(a), list(b), len(list(it.permutations(range(4)))))
print(sum(1 for _ in it.combinations(range(6), 3)), list(it.combinations('ab', 3)), list(it.product()))
print(next(it.count()), list(zip(it.count(1), 'ab')), list(it.zip_longest([1], [2, 3])))
