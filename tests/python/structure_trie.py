"""A trie of nested dicts: words, prefixes, completion, and counting nodes."""
END = '$'


class Trie(object):
    def __init__(self, *words):
        self.root = {}
        for word in words:
            self.add(word)

    def add(self, word):
        node = self.root
        for letter in word:
            node = node.setdefault(letter, {})
        node[END] = True

    def _find(self, prefix):
        node = self.root
        for letter in prefix:
            node = node.get(letter)
            if node is None:
                return None
        return node

    def __contains__(self, word):
        return END in (self._find(word) or ())

    def complete(self, prefix):
        def walk(node, text):
            if END in node:
                yield text
            for letter in sorted(set(node) - {END}):
                for word in walk(node[letter], text + letter):
                    yield word
        node = self._find(prefix)
        return [] if node is None else list(walk(node, prefix))

    def __len__(self):
        def count(node):
            return 1 + sum(count(child) for key, child in node.items() if key != END)
        return count(self.root)

    def __iter__(self):
        return iter(self.complete(''))


trie = Trie('var', 'variable', 'variables', 'value', 'val', 'scope', 'scopes')
print('val' in trie, 'va' in trie, '' in trie, 'values' in trie)
for prefix in ('va', 'vari', 's', 'x', 'scopes'):
    print(prefix.ljust(8), trie.complete(prefix))
print(len(trie), sum(1 for _ in trie), list(trie) == sorted(trie))
trie.add('')
print('' in trie, trie.complete('')[0] == '')
print(Trie('ab').root, Trie().root)
