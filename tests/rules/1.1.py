#: 1.1 a node's name begins with a letter, a digit or a dot, and goes on with _ . - / as well
for name in ('a', 'Z9', '0', '.x', 'a_b', 'a.b', 'a-b', 'a/b', 'x_', '9-/.'):
    print(tf.constant(0, name=name).op.name)
#> a
#> Z9
#> 0
#> .x
#> a_b
#> a.b
#> a-b
#> a/b
#> x_
#> 9-/.
#n a:Const Z9 0 .x a_b a.b a-b a/b x_ 9-/.

#: 1.1 other signs are illegal in the name of a node, at its front and inside it
for name in ('my const', ' a', 'a ', 'a:0', '_a', '-a', '/a', 'a\\b', 'a$', 'a+b', '\u00e9', 'a\u00e9', 'a,b', '^a', 'a\tb'):
    try:
        tf.constant(1, name=name)
    except ValueError as e:
        print(ascii(str(e)))
#> "'my const' is not a valid node name"
#> "' a' is not a valid node name"
#> "'a ' is not a valid node name"
#> "'a:0' is not a valid node name"
#> "'_a' is not a valid node name"
#> "'-a' is not a valid node name"
#> "'/a' is not a valid node name"
#> "'a\\b' is not a valid node name"
#> "'a$' is not a valid node name"
#> "'a+b' is not a valid node name"
#> "'\xe9' is not a valid node name"
#> "'a\xe9' is not a valid node name"
#> "'a,b' is not a valid node name"
#> "'^a' is not a valid node name"
#> "'a\tb' is not a valid node name"
#n

#: 1.1 an empty name is no legal name of a node, and the second one gets a suffix that helps nothing
for i in range(2):
    try:
        tf.constant(1, name='')
    except ValueError as e:
        print(e)
#> '' is not a valid node name
#> '_1' is not a valid node name
#n

#: 1.1 the name of a node is checked with its prefix: what may stand inside a scope
with tf.name_scope('a'):
    for name in ('_b', '-b', '_', '-'):
        print(tf.constant(0, name=name).op.name)
    try:
        tf.constant(0, name='b c')
    except ValueError as e:
        print(e)
#> a/_b
#> a/-b
#> a/_
#> a/-
#> 'a/b c' is not a valid node name
#n a/_b:Const a/-b a/_ a/-

#: 1.1 a scope at the root is named like a node
for name in ('a', '.a', '0', 'a-b', 'a/b', '_a', '-a', '/', '/a', 'a b', 'a:0', 'a:0/', '_a/'):
    try:
        with tf.name_scope(name) as scope:
            print(scope)
    except ValueError as e:
        print(e)
#> a/
#> .a/
#> 0/
#> a-b/
#> a/b/
#> '_a' is not a valid scope name
#> '-a' is not a valid scope name
#> '/' is not a valid scope name
#> '/a' is not a valid scope name
#> 'a b' is not a valid scope name
#> 'a:0' is not a valid scope name
#> 'a:0/' is not a valid scope name
#> '_a/' is not a valid scope name

#: 1.1 inside a scope the name of another one may begin with any legal sign, and is checked without its prefix
with tf.name_scope('a'):
    for name in ('_b', '-b', '/b', '_', 'b c', 'b:0', '\u00e9'):
        try:
            with tf.name_scope(name) as scope:
                print(scope)
        except ValueError as e:
            print(ascii(str(e)))
#> a/_b/
#> a/-b/
#> a//b/
#> a/_/
#> "'b c' is not a valid scope name"
#> "'b:0' is not a valid scope name"
#> "'\xe9' is not a valid scope name"

#: 1.1 what ends in a slash is checked as it is passed, so a scope may be re-entered that no root scope could be
with tf.name_scope('a'):
    with tf.name_scope('_b/') as scope:
        print(scope)
        print(tf.no_op('c').name)
#> _b/
#! ValueError: '_b/c' is not a valid node name

#: 1.1 a variable opens a scope first, so it is the scope's name that is illegal
for name in ('_v', 'my var', '-v'):
    try:
        tf.Variable(1, name=name)
    except ValueError as e:
        print(e)
with tf.name_scope('a'):
    print(tf.Variable(1, name='_v').name)
#> '_v' is not a valid scope name
#> 'my var' is not a valid scope name
#> '-v' is not a valid scope name
#> a/_v:0
#n a/_v/initial_value:Const a/_v:VariableV2 a/_v/Assign:Assign a/_v/read:Identity

#: 1.1 a generated op opens a scope first; tf.constant and tf.placeholder tell their names apart
x = tf.constant(1, name='x')
for make in (tf.identity, tf.negative):
    try:
        make(x, name='a b')
    except ValueError as e:
        print(e)
try:
    tf.no_op('_a')
except ValueError as e:
    print(e)
try:
    tf.add(x, x, 'p:0')
except ValueError as e:
    print(e)
with tf.name_scope('s'):
    print(tf.identity(x, name='_i').name, tf.no_op('-n').name)
#> 'a b' is not a valid scope name
#> 'a b' is not a valid scope name
#> '_a' is not a valid scope name
#> 'p:0' is not a valid scope name
#> s/_i:0 s/-n
#n x:Const s/_i:Identity s/-n:NoOp

#: 1.1 variable scopes open a scope of their name
for name in ('a b', '_a', 'a:0'):
    try:
        with tf.variable_scope(name):
            pass
    except ValueError as e:
        print(e)
with tf.variable_scope('a'):
    with tf.variable_scope('_b') as scope:
        print(scope.name, scope.original_name_scope)
#> 'a b' is not a valid scope name
#> '_a' is not a valid scope name
#> 'a:0' is not a valid scope name
#> a/_b a/_b/

#: 1.1 an illegal name is used up all the same
for name in ('a b', 'a b'):
    try:
        tf.constant(1, name=name)
    except ValueError as e:
        print(e)
with tf.name_scope('s'):
    for i in range(2):
        try:
            tf.constant(1, name='a b')
        except ValueError as e:
            print(e)
#> 'a b' is not a valid node name
#> 'a b_1' is not a valid node name
#> 's/a b' is not a valid node name
#> 's/a b_1' is not a valid node name

#: 1.1 an illegal name of a scope is not used up
for name in ('a b', 'a b'):
    try:
        with tf.name_scope(name):
            pass
    except ValueError as e:
        print(e)
#> 'a b' is not a valid scope name
#> 'a b' is not a valid scope name

#: 1.1 a name that is not a string is Python's TypeError
for name in (5, 2.5, ['a']):
    try:
        with tf.name_scope(name):
            pass
    except TypeError as e:
        print('TypeError')
#> TypeError
#> TypeError
#> TypeError
