#!/usr/bin/env python3
"""argument_audit.py KIND: prints each parameter that a function of the library accepts, but that its code never names.

KIND is recipes (functions of tensorflow and numpy that are a few lines of Python in a .def file), library (modules
written in Python), tables (functions in C) or options (of layers and cells). A parameter may be marked as one that
changes no result: `~` behind it in a signature, "# no effect: NAME, ..." in a library module; a mark that is wrong is
printed, too."""
import ast
import glob
import re
import sys

STRING = r'"(?:[^"\\]|\\.)*"'


def text_of(literals):
    return ''.join(ast.literal_eval(s) for s in re.findall(STRING, literals))


def parameters(signature):
    """(name, mark) of each parameter."""
    found, depth, quote, part = [], 0, '', ''
    for c in signature + ',':
        if c == ',' and not depth and not quote:
            found.append(part.strip())
            part = ''
            continue
        part += c
        if quote or c in '\'"':
            quote = '' if c == quote else quote or c
        depth += (c in '([') - (c in ')]')
    found = [p.lstrip('*') for p in found if p not in ('', '*', '/')]
    return [(re.match(r'\w*', p).group(), '~' if p.endswith('~') else '!' if '!' in p else '') for p in found]


def report(where, signature, used, computed=False):
    for name, mark in parameters(signature):
        if name not in used and not mark and name[:1] != '_':
            print('%s: %s is never read' % (where, name))
        if name in used and mark == '~' and not computed:
            print('%s: %s has a mark, but is read' % (where, name))


def names_in(nodes):
    return {n.id for node in nodes for n in ast.walk(node) if isinstance(n, ast.Name)}


def audit_recipe(where, signature, text):
    body = 'def f():\n' + ''.join(' %s\n' % line for line in text.split('\n'))
    report(where, signature, names_in([ast.parse(body)]))


def audit_recipes():
    for file in sorted(glob.glob('src/tf/recipe_*.def') + ['src/run/numpy_script.def']):
        for row in re.findall(r'(?:RECIPE|SCRIPT)\((.*?)\)\n(?=\n|RECIPE|SCRIPT|/\*|#|$)', open(file).read(), re.S):
            strings = [text_of(s) for s in re.findall(r'(?:%s\s*)+' % STRING, row)]
            audit_recipe('%s: %s' % (file, '.'.join(strings[:-2])), *strings[-2:])


def stub(function):
    """Its body does nothing: it passes, raises an error or refuses."""
    first = function.body[0]
    call = first.value if isinstance(first, ast.Expr) else None
    refuses = isinstance(call, ast.Call) and getattr(call.func, 'attr', '') == 'refuse'
    return isinstance(first, (ast.Pass, ast.Raise)) or refuses


def protocol(name):
    return name.startswith('__') and name.endswith('__') and name != '__init__'


def audit_function(file, lines, f):
    a = f.args
    given = a.posonlyargs + a.args + a.kwonlyargs + [p for p in (a.vararg, a.kwarg) if p]
    marked = re.findall(r'# no effect: (.*)', '\n'.join(lines[f.lineno:f.body[0].lineno]))
    marked = {name.strip() for line in marked for name in line.split(',')}
    used = names_in(f.body)
    for name in [p.arg for p in given] + sorted(marked - {p.arg for p in given}):
        if name not in used and name not in marked and name not in ('self', 'cls') and name[0] != '_':
            print('%s:%d: %s of %s is never read' % (file, f.lineno, name, f.name))
        if name in used and name in marked:
            print('%s:%d: %s of %s has a mark, but is read' % (file, f.lineno, name, f.name))


def audit_module(file, text):
    tree = ast.parse(text)
    methods = [f for c in ast.walk(tree) if isinstance(c, ast.ClassDef) for f in c.body if isinstance(f, ast.FunctionDef)]
    names = [f.name for f in methods]
    # Methods of a class's own, and those that several classes have, share a form.
    shared = {f for f in methods if f.name != '__init__' and (f.name[0] == '_' or names.count(f.name) > 1)}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node not in shared and not stub(node) and not protocol(node.name):
            audit_function(file, text.split('\n'), node)


def audit_library():
    for file in sorted(glob.glob('src/run/library/*.py') + glob.glob('src/tf/library/*.py')):
        audit_module(file, open(file).read())


def functions_of(text):
    """The body and the name of the array of arguments of each function that could be in a table."""
    found = {}
    for name, taken, body in re.findall(r'^(?:static )?bool (\w+)\(([^)]*)\) \{\n(.*?)^\}', text, re.M | re.S):
        array = re.search(r'const Value \*(\w+)', taken)
        if array:
            found[name] = (array.group(1), body)
    return found


def rows_of(text):
    """(name, signature, function) of each row, where macros stand for parts of signatures."""
    macros = re.findall(r'#define (\w+)\s+((?:%s[\s\\]*|[A-Z_]+[\s\\]*)+)\n' % STRING, text)
    part = r'((?:%s\s*|[A-Z_0-9]+\s*)+)' % STRING
    rows = re.findall(r'FUNCTION(?:_IN)?\(\s*(%s),(?:\s*\w+,\s*\w+,)?\s*%s,\s*(\w+)' % (STRING, part), text)
    rows += re.findall(r'\.name = (%s),\s*\.signature =\s*%s,\s*\.fn = (\w+)' % (STRING, part), text)
    for name, signature, function in rows:
        for _ in range(3):
            for macro, value in macros:
                signature = re.sub(r'\b%s\b(?=[^"]*(?:"[^"]*"[^"]*)*$)' % macro, lambda m: value, signature)
        yield name, text_of(signature), function


def audit_table(file, text):
    functions = functions_of(text)
    for name, signature, function in rows_of(text):
        array, body = functions.get(function, ('', ''))
        nothing = '(void)%s;' % array
        refuses = nothing in body and re.search(r'return (refuse|raise)', body)
        # What is passed on whole, or by a number that is computed, may be read there.
        passed = re.search(r'&%s\[|\b%s\b(?!\[\d+\])' % (array, array), body.replace(nothing, ''))
        if not array or passed or refuses:
            continue
        names = [p for p, mark in parameters(signature)]
        used = {names[int(i)] for i in re.findall(r'\b%s\[(\d+)\]' % array, body) if int(i) < len(names)}
        report('%s: %s' % (file, ast.literal_eval(name)), signature, used | {'self'}, True)


def audit_tables():
    for file in sorted(glob.glob('src/tf/*.c') + glob.glob('src/run/*.c')):
        audit_table(file, open(file).read())


def audit_options():
    """Options of layers and cells are read by their names."""
    code = ''.join(open(f).read() for f in glob.glob('src/tf/layer*.c') + ['src/tf/cell.c', 'src/tf/recipe_cells.def'])
    rows = re.findall(r'(?:%s\s*\\?\s*)+' % STRING, open('src/tf/layer_options.h').read() + open('src/tf/cell.def').read())
    found = set(sum([parameters(text_of(row)) for row in rows if ',' in row], []))
    for name, mark in sorted(found):
        part = re.sub('_(initializer|regularizer|constraint)$', '', name)
        ways = '"%s"' % name, '\\b_%s\\b' % name, '"%s"' % part if part != name else '"%s"' % name
        if not mark and not any(re.search(way, code) for way in ways):
            print('src/tf/layer_options.h or cell.def: %s is never read' % name)


def check():
    """Faults that must be found."""
    audit_recipe('recipe', "a, b=None, c=False~, d='x'!, **e", 'return a + c + len(e)\n')
    audit_module('module.py', 'def f(self, a, b, c, d):\n    # no effect: c, d\n    return a + c\n')
    audit_table('table.c', 'static bool f(Run *run, const Value *a, Value *result) {\n    *result = a[0];\n}\n'
                '#define MORE "c=1!"\nrows = {{.name = "f", .signature = "a, b=2, " MORE, .fn = f}};\n')


{'recipes': audit_recipes, 'library': audit_library, 'tables': audit_tables, 'options': audit_options, 'check': check}[sys.argv[1]]()
