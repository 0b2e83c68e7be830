#: 1.2 the counter of a name goes up by one a request, and the search skips suffixed names that are taken
for name in ('a_1', 'a', 'a', 'a', 'a_1'):
    print(tf.no_op(name=name).name)
#> a_1
#> a
#> a_2
#> a_3
#> a_1_1
#n a_1:NoOp a a_2 a_3 a_1_1

#: 1.2 @NAMES_CASELESS names that differ only in case count as one
for name in ('a', 'A', 'a', 'A'):
    print(tf.no_op(name=name).name)
#> a
#> [-1.8] A
#> [1.9-] A_1
#> [-1.8] a_1
#> [1.9-] a_2
#> [-1.8] A_1
#> [1.9-] A_3

#: 1.2 a number of digits goes on counting
for i in range(12):
    last = tf.no_op('a').name
print(last)
#> a_11

#: 1.2 the search starts at the counter of the base, not at the first number that is free
for name in ('a', 'a', 'a', 'a_5', 'a_3', 'a', 'a', 'a', 'a_1'):
    print(tf.no_op(name).name)
#> a
#> a_1
#> a_2
#> a_5
#> a_3
#> a_4
#> a_6
#> a_7
#> a_1_1

#: 1.2 only the exact full name is recorded, its prefixes stay free
print(tf.no_op('x/y').name)
with tf.name_scope('x') as scope:
    print(scope)
print(tf.no_op('x').name)
print(tf.no_op('x/y').name)
#> x/y
#> x/
#> x_1
#> x/y_1
#n x/y:NoOp x_1:NoOp x/y_1:NoOp

#: 1.2 after an op in a scope that was never opened, an op may have the name of that scope
print(tf.no_op('x/y').name, tf.no_op('x').name)
with tf.name_scope('x') as scope:
    print(scope)
#> x/y x
#> x_1/

#: 1.2 scopes and ops share one table
print(tf.no_op('w').name)
with tf.name_scope('w') as scope:
    print(scope)
with tf.name_scope('q') as scope:
    print(scope)
print(tf.no_op('q').name)
with tf.name_scope('q') as scope:
    print(scope)
#> w
#> w_1/
#> q/
#> q_1
#> q_2/

#: 1.2 a scope reserves its name even if nothing is ever created inside it
for i in range(3):
    with tf.name_scope('s') as scope:
        print(scope)
print(len(tf.get_default_graph().get_operations()))
#> s/
#> s_1/
#> s_2/
#> 0
#n

#: 1.2 each scope counts for itself
for outer in ('a', 'b', 'a'):
    with tf.name_scope(outer):
        print(tf.no_op('n').name, tf.no_op('n').name)
#> a/n a/n_1
#> b/n b/n_1
#> a_1/n a_1/n_1

#: 1.2 @NAMES_CASELESS an operator and the function of the same op meet, whatever their letters
x = tf.constant(1., name='x')
print((x + x).op.name, tf.add(x, x).op.name, (x * x).op.name, tf.multiply(x, x).op.name)
with tf.name_scope('Add') as scope:
    print(scope)
#> [-1.8] add Add mul Mul
#> [1.9-] add Add_1 mul Mul_1
#> [-1.8] Add_1/
#> [1.9-] Add_2/
#n [-1.8] x add:Add Add:Add mul:Mul Mul:Mul
#n [1.9-1.14] x add:Add Add_1:Add mul:Mul Mul_1:Mul
#n [1.15-] x add:AddV2 Add_1:Add mul:Mul Mul_1:Mul

#: 1.2 @NAMES_CASELESS the whole path is compared without case, and what is handed out keeps its letters
with tf.name_scope('Net'):
    print(tf.no_op('Fc').name)
with tf.name_scope('net') as scope:
    print(scope)
    print(tf.no_op('fc').name)
print(tf.no_op('NET/FC').name)
print(tf.no_op('A_1').name, tf.no_op('a').name, tf.no_op('a').name)
#> Net/Fc
#> [-1.8] net/
#> [1.9-] net_1/
#> [-1.8] net/fc
#> [1.9-] net_1/fc
#> [-1.8] NET/FC
#> [1.9-] NET/FC_1
#> [-1.8] A_1 a a_1
#> [1.9-] A_1 a a_2

#: 1.2 @NAMES_CASELESS a node that was placed absolutely is not in the table, so its other spelling is free
print(tf.no_op('Abc/').name, tf.no_op('abc').name)
print(tf.no_op('D').name, tf.no_op('d/').name)
print(tf.no_op('d').name)
#> Abc abc
#> D d
#> [1.9-] d_1
#! [-1.7] ValueError: cannot add op with name d as that name is already used
#! [1.8] ValueError: Duplicate node name in graph: 'd'
#n [-1.8] Abc:NoOp abc D d
#n [1.9-] Abc:NoOp abc D d d_1

#: 1.2 graph.unique_name asks the same table, and marks the name unless told otherwise
g = tf.get_default_graph()
print(g.unique_name('a'), g.unique_name('a'))
print(g.unique_name('a', mark_as_used=False), g.unique_name('a', mark_as_used=False))
print(g.unique_name('b', mark_as_used=False), g.unique_name('b'), g.unique_name('b', False))
with g.name_scope('s'):
    print(g.unique_name('a'), g.unique_name('a'))
print(tf.no_op('a').name, tf.no_op('b').name)
#> a a_1
#> a_2 a_2
#> b b b_1
#> s/a s/a_1
#> a_2 b_1

#: 1.2 @NAMES_CASELESS graph.unique_name without a mark looks without case as well
g = tf.get_default_graph()
print(g.unique_name('a'), g.unique_name('A', mark_as_used=False), g.unique_name('A'), g.unique_name('a'))
#> [-1.8] a A A a_1
#> [1.9-] a A_1 A_1 a_2

#: 1.2 a suffixed name that is looked at only is not taken
g = tf.get_default_graph()
g.unique_name('a')
print(g.unique_name('a', mark_as_used=False))
print(g.unique_name('a_1'), g.unique_name('a', mark_as_used=False), g.unique_name('a'))
#> a_1
#> a_1 a_2 a_2

#: 1.2 a name that ends in a slash bypasses the table
print(tf.no_op('a/').name, tf.no_op('a_1').name)
with tf.name_scope('s/') as first:
    print(first)
with tf.name_scope('s') as second:
    print(second)
with tf.name_scope('s/') as third:
    print(third)
#> a a_1
#> s/
#> s/
#> s/

#: 1.2 each graph has a table of its own, and a graph that is reset has a new one
for graph in (tf.Graph(), tf.Graph()):
    with graph.as_default():
        print(tf.no_op('a').name, tf.no_op('a').name)
print(tf.no_op('a').name)
tf.reset_default_graph()
print(tf.no_op('a').name)
#> a a_1
#> a a_1
#> a
#> a
#n a:NoOp

#: 1.2 the suffix goes to the last part of the path
with tf.name_scope('a'):
    with tf.name_scope('b'):
        print(tf.no_op('c/d').name, tf.no_op('c/d').name, tf.no_op('c').name)
#> a/b/c/d a/b/c/d_1 a/b/c

#: 1.2 names are long as they like
name = 'n' * 300
print(len(tf.no_op(name).name), tf.no_op(name).name[-3:])
with tf.name_scope(name):
    print(len(tf.no_op(name).name))
#> 300 n_1
#> 603
