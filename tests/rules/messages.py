#: 6.5 a summary that the program fills in is a message: its text, its bytes and back
s = tf.Summary()
s.value.add(tag='loss', simple_value=0.5)
s.value.add(tag='rate', simple_value=0.1)
data = s.SerializeToString()
t = tf.Summary.FromString(data)
print(s)
print(data[:13] == b'\n\x0b\n\x04loss\x15\x00\x00\x00?', t == s, len(t.value), t.value[0].WhichOneof('value'))
u = tf.Summary(value=[tf.Summary.Value(tag='x', simple_value=3)])
print(u == t, u.value[0].HasField('simple_value'), u.value[0].HasField('histo'))
w = tf.summary.FileWriter('logs')
w.add_summary(u, 1)
w.add_summary(data, global_step=2)
print(w.get_logdir())
#> value {
#>   tag: "loss"
#>   simple_value: 0.5
#> }
#> value {
#>   tag: "rate"
#>   simple_value: 0.10000000149011612
#> }
#>
#> True True 2 simple_value
#> False True False
#> logs

#: 6.5 what a session gives for a summary can be read as one
a = tf.summary.scalar('loss', 4.0)
h = tf.summary.histogram('h', [1., 2., 2.])
with tf.Session() as s:
    m = tf.Summary()
    m.ParseFromString(s.run(a))
    print(m.value[0].tag, m.value[0].simple_value)
    histogram = tf.Summary.FromString(s.run(h)).value[0].histo
    print(histogram.num, histogram.max, histogram.sum, histogram.sum_squares, sum(histogram.bucket))
#> loss 4.0
#> 3.0 2.0 5.0 9.0 3.0

#: 6.5 fields are checked
s = tf.Summary()
w = tf.summary.FileWriter('logs')
for f in (lambda: tf.Summary(x=1), lambda: setattr(s, 'value', []), lambda: tf.Summary.Value(simple_value='a'),
          lambda: s.foo, lambda: w.add_summary('text'), lambda: w.add_graph(3)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
#> ValueError Protocol message Summary has no "x" field.
#> AttributeError Assignment not allowed to repeated field "value" in protocol message object.
#> TypeError 'a' has type str, but expected one of: int, long, float
#> AttributeError 'Summary' object has no attribute 'foo'
#> AttributeError 'str' object has no attribute 'value'
#> TypeError The passed graph must be an instance of `Graph` or the deprecated `GraphDef`

#: 6.5 an example holds lists by name
ints = tf.train.Feature(int64_list=tf.train.Int64List(value=[1, 300]))
e = tf.train.Example(features=tf.train.Features(feature={'a': ints}))
e.features.feature['b'].bytes_list.value.append(b'\xff')
again = tf.train.Example.FromString(e.SerializeToString())
print(again == e, again.features.feature['a'].int64_list.value, ints.SerializeToString() == b'\x1a\x05\n\x03\x01\xac\x02')
print(e.features.feature['b'])
#> True [1, 300] True
#> bytes_list {
#>   value: "\377"
#> }
#>

#: 5.5 hyperparameters keep their types; they are read from texts and dicts
h = tf.contrib.training.HParams(rate=0.5, n=3, act='relu', sizes=[1, 2], flag=True)
print(h.rate, 'n' in h, 'm' in h, h.get('m', 7))
h.parse('rate=1,n=4,sizes=[5,6,7],flag=false')
print('now', h)
h.override_from_dict({'act': 'tanh'})
print(h.to_json(sort_keys=True), h.values() == {'rate': 1.0, 'n': 4, 'act': 'tanh', 'sizes': [5, 6, 7], 'flag': False})
h.add_hparam('seed', 1)
h.set_hparam('seed', 2)
print(h.seed)
for f in (lambda: h.set_hparam('n', 1.5), lambda: h.add_hparam('n', 1), lambda: h.parse('q=1'),
          lambda: h.parse('n=x'), lambda: h.parse('n=1,n=2'), lambda: h.set_hparam('sizes', 1), lambda: h.parse('=')):
    try:
        f()
    except ValueError as e:
        print(e)
#> 0.5 True False 7
#> now [('act', 'relu'), ('flag', False), ('n', 4), ('rate', 1.0), ('sizes', [5, 6, 7])]
#> {"act": "tanh", "flag": false, "n": 4, "rate": 1.0, "sizes": [5, 6, 7]} True
#> 2
#> Could not cast hparam 'n' of type '<class 'int'>' from value 1.5
#> Hyperparameter name is reserved: n
#> Unknown hyperparameter type for q
#> Could not parse hparam 'n' of type 'int' with value 'x' in n=x
#> Multiple assignments to variable 'n' in n=1,n=2
#> Must pass a list for multi-valued parameter: sizes.
#> Malformed hyperparameter value: =
