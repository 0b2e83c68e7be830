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
