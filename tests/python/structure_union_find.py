"""Disjoint sets, and with them the smallest spanning tree of a graph."""


class DisjointSets(object):
    def __init__(self, items):
        self.parent = {item: item for item in items}
        self.size = dict.fromkeys(self.parent, 1)

    def find(self, item):
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.size[a] < self.size[b]:
            a, b = b, a
        self.parent[b] = a
        self.size[a] += self.size.pop(b)
        return True

    def groups(self):
        out = {}
        for item in self.parent:
            out.setdefault(self.find(item), []).append(item)
        return sorted(map(sorted, out.values()), key=lambda g: (-len(g), g))


EDGES = '''a b 7
a d 5
b c 8
b d 9
b e 7
c e 5
d e 15
d f 6
e f 8
e g 9
f g 11
x y 1'''
edges = [(int(w), a, b) for a, b, w in map(str.split, EDGES.splitlines())]
sets = DisjointSets({n for _, a, b in edges for n in (a, b)})
tree = [(a, b, w) for w, a, b in sorted(edges) if sets.union(a, b)]
print(tree)
print('weight', sum(w for _, _, w in tree), 'of', sum(w for w, _, _ in edges))
print(sets.groups(), sets.union('a', 'g'), sets.union('a', 'x'), len(sets.groups()))
print(sorted(sets.size.values()), sets.find('y') == sets.find('c'))
