#: 6.5 a scalar: a constant with the tag, and the node; the tag is the full name of the node
x = tf.constant(1.0, name='x')
a = tf.summary.scalar('loss', x)
b = tf.summary.scalar('loss', x)
with tf.name_scope('a'):
    c = tf.summary.scalar('loss', x)
print(a.name, b.name, c.name, a.dtype, a.get_shape())
with tf.Session() as sess:
    print([sess.run(n) for n in ('loss/tags:0', 'loss_1/tags:0', 'a/loss/tags:0')])
#> loss:0 loss_1:0 a/loss:0 <dtype: 'string'> ()
#> [-] [b'loss', b'loss_1', b'a/loss']
#n x loss/tags:Const loss:ScalarSummary(loss/tags,x) loss_1/tags loss_1:ScalarSummary(loss_1/tags,x)
#n a/loss/tags a/loss:ScalarSummary

#: 6.5 the name is cleaned: other characters become _, slashes in front go
for name in ('my loss', '//a b', 'x:0', 'd/e-f.g', '/_q(1)'):
    print(tf.summary.scalar(name, 1.0).name)
#> my_loss:0
#> a_b:0
#> x_0:0
#> d/e-f.g:0
#! ValueError: '_q_1_' is not a valid scope name

#: 6.5 histograms and images have a tag, too
h = tf.summary.histogram('h', tf.constant([1.0, 2.0], name='v'))
i = tf.summary.image('i', tf.zeros([1, 2, 2, 3], name='z'), max_outputs=1)
print(h.name, i.name, i.op.get_attr('max_images'))
#> h:0 i:0 1
#n [-1.5] v h/tag:Const h:HistogramSummary(h/tag,v) z i/tag:Const i:ImageSummary(i/tag,z)
#n [1.6-1.7] v h/tag:Const h:HistogramSummary(h/tag,v) z/shape_as_tensor z/Const z i/tag:Const i:ImageSummary(i/tag,z)
#n [1.8-] v h/tag:Const h:HistogramSummary(h/tag,v) z i/tag:Const i:ImageSummary(i/tag,z)

#: 6.5 audio has a tag and a sample rate
a = tf.summary.audio('a', tf.constant([[1.0, 2.0]], name='v'), 8000.0, max_outputs=2)
b = tf.summary.audio('a', tf.constant([[1.0, 2.0]], name='w'), tf.constant(1.0, name='r'))
print(a.name, b.name, a.op.get_attr('max_outputs'), b.op.get_attr('max_outputs'), len(tf.get_collection('summaries')))
#> a:0 a_1:0 2 3 2
#n v a/sample_rate:Const a/tag:Const a:AudioSummaryV2(a/tag,v,a/sample_rate) w r a_1/tag a_1:AudioSummaryV2(a_1/tag,w,r)

#: 6.5 summaries are collected, under other keys when there are some
tf.summary.scalar('a', 1.0)
tf.summary.scalar('b', 1.0, collections=['mine'])
tf.summary.scalar('c', 1.0, ['mine', 'summaries'])
tf.summary.scalar('d', 1.0, [])
print([s.name for s in tf.get_collection('summaries')], [s.name for s in tf.get_collection('mine')])
#> [-] ['a:0', 'c:0'] ['b:0', 'c:0']
#n a/tags a/values a b/tags b/values b c/tags c/values c d/tags d/values d

#: 6.5 merge_all merges what was collected, or is None
print(tf.summary.merge_all())
a = tf.summary.scalar('a', 1.0)
b = tf.summary.scalar('b', 2.0)
m = tf.summary.merge_all()
print(m.name, tf.summary.merge_all().name, tf.summary.merge_all('nothing'))
print(tf.summary.merge([b, a]).name, tf.summary.merge([a], name='m').name, len(tf.get_collection('summaries')))
#> None
#> Merge/MergeSummary:0 Merge_1/MergeSummary:0 None
#> Merge_2/MergeSummary:0 m/m:0 2
#n a/tags a/values a b/tags b/values b Merge/MergeSummary:MergeSummary(a,b) Merge_1/MergeSummary
#n Merge_2/MergeSummary:MergeSummary(b,a) m/m:MergeSummary(a)

#: 6.5 merged summaries can be collected, too
a = tf.summary.scalar('a', 1.0)
tf.summary.merge([a], collections=['mine'])
print([s.name for s in tf.get_collection('mine')], len(tf.get_collection('summaries')))
#> [-] ['Merge/MergeSummary:0'] 1

#: 6.5 @SUMMARY_FAMILY a family goes in front of the name of the node and of the tag
def attempt(make, *args):
    try:
        print(make(*args, family='f g').name)
    except TypeError as e:
        print(e)
x = tf.constant(1.0, name='x')
attempt(tf.summary.scalar, 'loss', x)
attempt(tf.summary.histogram, 'h', x)
with tf.name_scope('a'):
    attempt(tf.summary.scalar, 'loss', x)
if len(tf.get_default_graph().get_operations()) > 1:
    with tf.Session() as sess:
        print(sess.run(['f_g/loss/tags:0', 'f_g/h/tag:0', 'a/f_g/loss/tags:0']))
#> [-1.2] scalar() got an unexpected keyword argument 'family'
#> [-1.2] histogram() got an unexpected keyword argument 'family'
#> [-1.2] scalar() got an unexpected keyword argument 'family'
#> [1.3-] f_g/loss:0
#> [1.3-] f_g/h:0
#> [1.3-] a/f_g/loss:0
#> [1.3-] [b'f_g/f_g/loss', b'f_g/f_g/h', b'f_g/a/f_g/loss']

#: 6.5 @MERGE_ALL_SCOPE merge_all takes a scope
with tf.name_scope('a'):
    tf.summary.scalar('s', 1.0)
tf.summary.scalar('s', 1.0)
try:
    m = tf.summary.merge_all(scope='a/')
    print(m.name, [i.name for i in m.op.inputs], tf.summary.merge_all(scope='zz'))
except TypeError as e:
    print(e)
#> [-1.2] merge_all() got an unexpected keyword argument 'scope'
#> [1.3-] Merge/MergeSummary:0 ['a/s:0'] None

#: 6.5 a writer makes no nodes
w = tf.summary.FileWriter('folder', tf.get_default_graph())
w.add_summary(b'', 1)
w.add_graph(tf.get_default_graph())
w.flush()
w.close()
print(len(tf.get_default_graph().get_operations()))
#> 0

#: 6.5 names that need Python's idea of a letter are refused
tf.summary.scalar('ü', 1.0)
#! Refused: a summary with a name that is not ASCII is not modelled

#: 6.5 a summary needs a name
for name in (None, 1, '', '/'):
    try:
        tf.summary.scalar(name, 1.0)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
#> ValueError At least one of name (None) and default_name (None) must be provided.
#> TypeError expected string or bytes-like object, got 'int'
#> ValueError '' is not a valid node name
#> ValueError '_1' is not a valid node name
#: 6.5 a scalar summary is a Summary in protobuf's wire format; merging joins them
a = tf.summary.scalar('loss', 0.5)
b = tf.summary.scalar('two', 2.0)
m = tf.summary.merge([a, b])
with tf.Session() as s:
    one, two = s.run([a, b])
    print(one == b'\n\x0b\n\x04loss\x15\x00\x00\x00?', s.run(m) == one + two)
#> True True
#: 6.5 a histogram summary begins with least, most, how many, sum and sum of squares
h = tf.summary.histogram('w', [1.0, 3.0])
bad = tf.summary.histogram('bad', [float('nan')])
with tf.Session() as s:
    text = s.run(h)
    print(b'\t\x00\x00\x00\x00\x00\x00\xf0?\x11\x00\x00\x00\x00\x00\x00\x08@\x19\x00\x00\x00\x00\x00\x00\x00@!\x00\x00\x00\x00\x00\x00\x10@)\x00\x00\x00\x00\x00\x00$@' in text)
    try:
        s.run(bad)
    except tf.errors.InvalidArgumentError as e:
        print(e.message.split('\n')[0])
#> True
#> Nan in summary histogram for: bad
