"""A template engine: variables, filters, loops and conditions, compiled to functions."""
import re

TOKEN = re.compile(r'(\{\{.*?\}\}|\{%.*?%\})')
FILTERS = {'upper': str.upper, 'title': str.title, 'len': len, 'join': ', '.join, 'default': lambda v: v or '-'}


class TemplateError(Exception):
    pass


def value_of(expression, context):
    name, *filters = [part.strip() for part in expression.split('|')]
    value = context
    for part in name.split('.'):
        try:
            value = value[part] if isinstance(value, dict) else getattr(value, part)
        except (KeyError, AttributeError):
            raise TemplateError('no %s in %s' % (part, name)) from None
    for f in filters:
        value = FILTERS[f](value)
    return value


def parse(tokens, end=None):
    nodes = []
    while tokens:
        token = tokens.pop(0)
        if token.startswith('{{'):
            nodes.append(lambda c, e=token[2:-2]: str(value_of(e, c)))
        elif token.startswith('{%'):
            words = token[2:-2].split()
            if words[0] == end:
                return nodes
            if words[0] == 'for':
                nodes.append(loop(words[1], words[3], parse(tokens, 'endfor')))
            elif words[0] == 'if':
                nodes.append(condition(words[1], parse(tokens, 'endif')))
            else:
                raise TemplateError('unknown tag %r' % words[0])
        elif token:
            nodes.append(lambda c, t=token: t)
    if end:
        raise TemplateError('%s is missing' % end)
    return nodes


def loop(name, source, body):
    def render(context):
        out = []
        for i, item in enumerate(value_of(source, context)):
            out += [node(dict(context, **{name: item, 'index': i + 1})) for node in body]
        return ''.join(out)
    return render


def condition(source, body):
    return lambda context: ''.join(node(context) for node in body) if value_of(source, context) else ''


def render(template, **context):
    return ''.join(node(context) for node in parse(TOKEN.split(template)))


PAGE = '''Dear {{ user.name|title }},
{% for item in items %}{{ index }}. {{ item.name|upper }}{% if item.new %} (new){% endif %}
{% endfor %}{{ items|len }} items, {{ note|default }}'''
print(render(PAGE, user={'name': 'ann lee'}, note='', items=[{'name': 'pen', 'new': True}, {'name': 'ink', 'new': False}]))
print(render('{{ x|join }} {%for y in x%}<{{y}}>{%endfor%}', x=['a', 'b']), render(''), render('plain {not} a tag'))
for bad in ('{{ y }}', '{% for a in x %}', '{% while x %}', '{{ x.z }}'):
    try:
        render(bad, x=[1])
    except TemplateError as e:
        print(bad, '->', e)
