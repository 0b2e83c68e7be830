#: 4.2 the worked example: foo, opened twice by string
with tf.variable_scope("foo") as vs:
    v = tf.get_variable("v", [1], initializer=tf.constant([1.]) if False else None)
    print(v.name, tf.no_op(name="add").name, vs.name, vs.original_name_scope)
with tf.variable_scope("foo", reuse=True) as vs2:
    print(tf.get_variable("v", [1]) is v, tf.no_op(name="add").name, vs2.name, vs2.original_name_scope)
#> foo/v:0 foo/add foo foo/
#> True foo_1/add foo foo_1/

#: 4.2 the worked example: a captured object below name scopes and other variable scopes
def get(name): return tf.get_variable(name, [1]).name
def op(name): return tf.no_op(name=name).name
with tf.variable_scope("foo") as vs:
    print(get("v"), op("add"))
with tf.variable_scope("foo", reuse=True):
    print(get("v"), op("add"))
with tf.name_scope("ns"):
    with tf.variable_scope(vs):
        print(get("w"), op("add"))
        with tf.variable_scope("in"):
            print(get("w"), op("add"))
with tf.variable_scope("bar"):
    with tf.variable_scope("baz") as bz:
        print(op("a"))
    with tf.variable_scope(vs):
        print(get("z"), op("add"))
with tf.variable_scope(bz):
    print(get("q"), op("a"))
with tf.name_scope(bz.original_name_scope):
    print(op("a"))
#> foo/v:0 foo/add
#> foo/v:0 foo_1/add
#> foo/w:0 ns/foo/add
#> foo/in/w:0 ns/foo/in/add
#> bar/baz/a
#> foo/z:0 bar/foo/add
#> bar/baz/q:0 baz/a
#> bar/baz/a_1

#: 4.2 the worked example: slashes, a slash at the end, the empty string
with tf.variable_scope("a1/b1") as s: print(s.name, tf.no_op('x').name)
with tf.variable_scope(s): print(tf.no_op('x').name)
with tf.variable_scope("t/"): print(tf.get_variable("a", [1]).name, tf.no_op('x').name)
with tf.variable_scope("p"):
    with tf.variable_scope(""): print(tf.get_variable("a", [1]).name, tf.no_op('x').name)
    with tf.variable_scope("t/"): print(tf.get_variable("a", [1]).name, tf.no_op('x').name)
    with tf.variable_scope("t/") as s: print(s.name, s.original_name_scope, tf.no_op('x').name)
#> a1/b1 a1/b1/x
#> b1/x
#> t//a:0 t/x
#> p//a:0 p/x
#> p/t//a:0 t/x_1
#> p/t/ t/ t/x_2

#: 4.2 nodes: those of get_variable stand at the prefix, those of tf.Variable and ops in the op scope
with tf.name_scope('n'):
    with tf.variable_scope('a'):
        w = tf.get_variable('w', initializer=1.0)
        v = tf.Variable(2.0, name='v')
        y = tf.multiply(w, v)
print(w.name, v.name, y.name)
#> a/w:0 n/a/v:0 n/a/Mul:0
#n a/w/initial_value:Const a/w:VariableV2() a/w/Assign:Assign(a/w,a/w/initial_value) a/w/read:Identity(a/w) n/a/v/initial_value:Const n/a/v:VariableV2 n/a/v/Assign:Assign(n/a/v,n/a/v/initial_value) n/a/v/read:Identity(n/a/v) n/a/Mul:Mul(a/w/read,n/a/v/read)

#: [1.5-] 4.2 @AUXILIARY_NAME_SCOPE without the auxiliary name scope ops stay where they are
with tf.variable_scope('n', auxiliary_name_scope=False) as s:
    print(s.name, repr(s.original_name_scope), tf.no_op('x').name, tf.get_variable('v', []).name)
with tf.name_scope('o'):
    with tf.variable_scope('n', reuse=True, auxiliary_name_scope=False) as s:
        print(s.name, s.original_name_scope, tf.no_op('x').name, tf.get_variable('v', []).name)
    with tf.variable_scope(None, 'n', auxiliary_name_scope=False) as t:
        print(t.name, t.original_name_scope, tf.no_op('x').name)
    with tf.variable_scope('', auxiliary_name_scope=False) as t:
        print(repr(t.name), t.original_name_scope, tf.no_op('x').name)
with tf.variable_scope('foo') as foo: pass
with tf.name_scope('q'):
    with tf.variable_scope(foo, auxiliary_name_scope=False) as t:
        print(t.name, t.original_name_scope, tf.no_op('x').name)
with tf.variable_scope('n') as s: print(s.original_name_scope)
#> n '' x n/v:0
#> n o/ o/x n/v:0
#> n_1 o/ o/x_1
#> '' o/ o/x_2
#> foo foo/ q/x
#> n/

#: [1.5-] 4.2 the way really back into a scope
with tf.variable_scope('foo') as vs:
    print(tf.get_variable('v', []).name, tf.no_op('x').name)
for i in range(2):
    with tf.variable_scope(vs, auxiliary_name_scope=False) as s:
        with tf.name_scope(s.original_name_scope):
            print(tf.get_variable('w%d' % i, []).name, tf.no_op('x').name)
#> foo/v:0 foo/x
#> foo/w0:0 foo/x_1
#> foo/w1:0 foo/x_2

#: [-1.3] 4.2 an instance can be entered once: it is a generator
cm = tf.variable_scope('foo')
with cm as s: print(s.name)
with cm as s: print('again')
#> foo
#! AttributeError: '_GeneratorContextManager' object has no attribute 'args'

#: [1.4-] 4.2 @REENTRY_KEEPS_ORIGINAL an instance entered again: a fresh op scope; its original_name_scope is the first one's since 1.5
cm = tf.variable_scope('foo')
for i in range(3):
    with cm as s: print(s.name, s.original_name_scope, tf.no_op('a').name)
with tf.variable_scope('out'):
    with cm as s: print(s.name, s.original_name_scope, tf.no_op('a').name)
#> foo foo/ foo/a
#> [1.4] foo foo_1/ foo_1/a
#> [1.5-] foo foo/ foo_1/a
#> [1.4] foo foo_2/ foo_2/a
#> [1.5-] foo foo/ foo_2/a
#> [1.4] out/foo out/foo/ out/foo/a
#> [1.5-] out/foo foo/ out/foo/a

#: [1.4-] 4.2 @REENTRY_KEEPS_ORIGINAL an instance with a default_name keeps the name that it found first, since 1.5
cm = tf.variable_scope(None, 'd')
for i in range(2):
    with cm as s: print(s.name, s.original_name_scope, tf.no_op('a').name)
with tf.variable_scope(None, 'd') as s: print(s.name)
#> d d/ d/a
#> [1.4] d_1 d_1/ d_1/a
#> [1.5-] d d/ d_1/a
#> [1.4] d_2
#> [1.5-] d_1

#: [1.4-] 4.2 an instance made of an object gives the same scope again since 1.5, as the program left it
with tf.variable_scope('foo') as foo: pass
cm = tf.variable_scope(foo)
with cm as a: a.reuse_variables()
with cm as b: print(a is b, b.reuse, b.original_name_scope, tf.no_op('a').name)
print(foo.reuse)
#> [1.4] False False foo/ foo_2/a
#> [1.5-] True True foo/ foo_2/a
#> False

#: [1.4-] 4.2 an instance that inherited reuse goes on reusing at later entries since 1.5
cm = tf.variable_scope('foo')
with tf.variable_scope('on', reuse=True):
    with cm as s: print(s.name, s.reuse)
with cm as s: print(s.name, s.reuse)
#> on/foo True
#> [1.4] foo False
#> [1.5-] foo True

#: [1.5-] 4.2 without the auxiliary name scope the op scope of the first entry comes back
with tf.variable_scope('obj') as obj: pass
cms = [tf.variable_scope('foo', auxiliary_name_scope=False), tf.variable_scope(obj, auxiliary_name_scope=False),
       tf.variable_scope(None, 'd', auxiliary_name_scope=False)]
with tf.name_scope('first'):
    for cm in cms:
        with cm as s: print(s.name, s.original_name_scope, tf.no_op('a').name)
with tf.name_scope('second'):
    for cm in cms:
        with cm as s: print(s.name, s.original_name_scope, tf.no_op('a').name)
root = tf.variable_scope('r', auxiliary_name_scope=False)
with root as s: print(repr(s.original_name_scope), tf.no_op('a').name)
with tf.name_scope('third'):
    with root as s: print(repr(s.original_name_scope), tf.no_op('a').name)
#> foo first/ first/a
#> obj obj/ first/a_1
#> d first/ first/a_2
#> foo first/ first/a_3
#> obj obj/ first/a_4
#> d first/ first/a_5
#> '' a
#> '' a_1

#: [1.4-] 4.2 an instance inside itself is refused
cm = tf.variable_scope('foo')
with cm:
    with cm: pass
#! Refused: entering one tf.variable_scope object inside itself is not modelled

#: [1.4-] 4.2 an entry that failed can be tried again
cm = tf.variable_scope('_x')
try:
    with cm: print('entered')
except ValueError as e: print(e)
with tf.name_scope('n'):
    with cm as s: print(s.name, s.original_name_scope)
#> '_x' is not a valid scope name
#> _x n/_x/
