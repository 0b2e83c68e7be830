"""Filling templates and cleaning texts with regular expressions."""
import re


def render(template, values):
    def one(m):
        name, _, form = m.group(1).partition(':')
        if name not in values:
            return m.group(0)
        return format(values[name], form)
    return re.sub(r'\{\{\s*([\w:.,<>+]+)\s*\}\}', one, template)


print(render('{{ name }}: {{loss:.3f}} after {{steps:,}} {{missing}}', {'name': 'net', 'loss': 0.12345, 'steps': 120000}))
clean = [re.sub(r"[^A-Za-z0-9(),!?'`]", ' ', s) for s in ("it's *great*!", 'no <b>tags</b>, please')]
print(clean, [re.sub(r'\s{2,}', ' ', re.sub(r"'s", " 's", c)).strip().lower() for c in clean])
print(re.findall(r'(\w+)\s*=\s*("[^"]*"|\S+)', 'a = 1 b="two words" c=x'), re.split(r'\s*[|/]\s*', 'a | b/c'))
version = re.match(r'(\d+)\.(\d+)(?:\.(\d+))?(?:-(\w+))?$', '1.15.0-rc1')
print(version.groups(), [re.match(r'(\d+)\.(\d+)', v) is not None for v in ('1.4', 'x.y')], tuple(int(x or 0) for x in version.groups()[:3]))
scope = 'net/layer_1/weights:0'
print(re.sub(r':\d+$', '', scope), re.search(r'layer_(\d+)', scope).group(1), re.match('^(.*):\\d+$', scope).group(1), bool(re.search('bias', scope)))
print(re.sub(r'(?m)^', '> ', 'two\nlines'), re.findall(r'(?s)<!--(.*?)-->', '<!--a\nb--><!--c-->'), re.sub(r'\b(\w)(\w*)', lambda m: m.group(1).upper() + m.group(2), 'the big one'))
