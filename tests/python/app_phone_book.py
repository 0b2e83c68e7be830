"""A phone book: normalised numbers, search, aliases, a dict subclass with two keys."""
import re


class PhoneBook(dict):
    def __setitem__(self, name, number):
        digits = re.sub(r'\D', '', number)
        if not 3 <= len(digits) <= 15:
            raise ValueError('no number: %r' % number)
        super(PhoneBook, self).__setitem__(name.title(), digits)

    def __missing__(self, name):
        if name != name.title():
            return self[name.title()]
        raise KeyError('nobody is called %s' % name)

    def search(self, part):
        pattern = re.compile(part, re.IGNORECASE)
        return sorted(n for n in self if pattern.search(n) or pattern.search(self[n]))

    def pretty(self, name):
        return re.sub(r'(\d)(?=(\d{3})+$)', r'\1-', self[name])

    def reverse(self):
        out = {}
        for name in sorted(self):
            out.setdefault(self[name], []).append(name)
        return out


book = PhoneBook()
book['ann smith'] = '+49 (30) 123-456'
book['bob'] = '555.0123'
book['eve'] = '4930123456'
print(book, len(book))
print(book['ANN SMITH'], book.get('ann smith'), book.pretty('bob'), book.pretty('eve'))
print(book.search('b'), book.search('^4930'), book.search(r'\bs'))
print(book.reverse())
for wrong in (lambda: book['carl'], lambda: book.__setitem__('x', '12'), lambda: book.search('(')):
    try:
        wrong()
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)
    except re.error as e:
        print('re.error', e)
book.update(zed='no check here')
print(book['zed'], 'zed' in book, 'Zed' in book)
