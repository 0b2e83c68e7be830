"""Which words are keywords."""
import keyword

print(keyword.iskeyword('for'), keyword.iskeyword('print'), keyword.iskeyword('None'), 'lambda' in keyword.kwlist, len(keyword.kwlist) >= 33)
names = ['class', 'klass', 'def', 'x1', '1x', 'async']
print([n for n in names if n.isidentifier() and not keyword.iskeyword(n)])
