"""Huffman codes, built with a heap; coded and decoded text must agree."""
import heapq
from collections import Counter


def tree_of(text):
    heap = [(n, i, c) for i, (c, n) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap)
    number = len(heap)
    while len(heap) > 1:
        n1, _, left = heapq.heappop(heap)
        n2, _, right = heapq.heappop(heap)
        heapq.heappush(heap, (n1 + n2, number, (left, right)))
        number += 1
    return heap[0][2]


def codes(tree, prefix=''):
    if isinstance(tree, str):
        return {tree: prefix or '0'}
    left, right = tree
    return dict(codes(left, prefix + '0'), **codes(right, prefix + '1'))


def decode(bits, tree):
    out, node = [], tree
    for bit in bits:
        node = node[int(bit)] if not isinstance(tree, str) else tree
        if isinstance(node, str):
            out.append(node)
            node = tree
    return ''.join(out)


for text in ('mississippi river', 'aaaa', 'abracadabra'):
    tree = tree_of(text)
    table = codes(tree)
    bits = ''.join(table[c] for c in text)
    print(sorted(table.items(), key=lambda kv: (len(kv[1]), kv[1])))
    print(len(bits), 'bits instead of', 8 * len(text), decode(bits, tree) == text)
    average = sum(len(table[c]) for c in text) / len(text)
    print('%.4f' % average, hex(int(bits, 2)))
