import _library
import re


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, max_lines=None,
                 placeholder=' [...]'):
        _library.only('fix_sentence_endings of TextWrapper', fix_sentence_endings, False)
        self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace = expand_tabs, replace_whitespace
        self.break_long_words, self.drop_whitespace = break_long_words, drop_whitespace
        self.break_on_hyphens, self.tabsize = break_on_hyphens, tabsize
        self.max_lines, self.placeholder = max_lines, placeholder

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = re.sub('[\t\n\x0b\x0c\r ]', ' ', text)
        parts = [c for c in re.split('( +)', text) if c]
        if not self.break_on_hyphens:
            return parts
        return [p for c in parts for p in self._hyphens(c)]

    # a hyphen between letters may end a line; two or more are a dash
    def _hyphens(self, word):
        found, start = [], 0
        for m in re.finditer('-+', word):
            at, end = m.start(), m.end()
            if end - at >= 2 and end < len(word) and at > start and re.match('\\w', word[end]):
                found += [word[start:at], word[at:end]]
                start = end
            elif end - at == 1 and re.search('[^\\d\\W]{2}$', word[start:at]) and \
                    re.match('[^\\d\\W]-?[^\\d\\W]', word[end:]):
                found.append(word[start:end])
                start = end
        return [p for p in found + [word[start:]] if p]

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError('invalid width %r (must be > 0)' % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        lines, chunks = [], self._chunks(text)[::-1]
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            room, line, n = self.width - len(indent), [], 0
            if self.drop_whitespace and lines and chunks[-1].strip() == '':
                chunks.pop()
            while chunks and n + len(chunks[-1]) <= room:
                n += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > room:
                self._long_word(chunks, line, n, room)
                n = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                n -= len(line.pop())
            if not line:
                continue
            last = self.max_lines is None or len(lines) + 1 < self.max_lines
            rest = not chunks or (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
            if last or (rest and n <= room):
                lines.append(indent + ''.join(line))
                continue
            while line:
                if line[-1].strip() and n + len(self.placeholder) <= room:
                    lines.append(indent + ''.join(line) + self.placeholder)
                    break
                n -= len(line.pop())
            else:
                if lines and len(lines[-1].rstrip()) + len(self.placeholder) <= self.width:
                    lines[-1] = lines[-1].rstrip() + self.placeholder
                else:
                    lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def _long_word(self, chunks, line, n, room):
        space = max(room - n, 1)
        if self.break_long_words:
            line.append(chunks[-1][:space])
            chunks[-1] = chunks[-1][space:]
        elif not line:
            line.append(chunks.pop())

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    lines = [l if l.strip() else l[len(l.rstrip('\n')):] and '\n' for l in text.splitlines(True)]
    lines = ['' if not l.strip() and not l.endswith('\n') else l for l in lines]
    margin = None
    for line in lines:
        if not line.strip():
            continue
        indent = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = indent
        while not indent.startswith(margin):
            margin = margin[:-1]
    n = len(margin or '')
    return ''.join(l[n:] if l.strip() else l for l in lines)


def indent(text, prefix, predicate=None):
    predicate = predicate or (lambda line: line.strip())
    return ''.join(prefix + l if predicate(l) else l for l in text.splitlines(True))
