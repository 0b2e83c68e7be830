# What a program can hold: HTML, Markdown, fences, escape sequences, tables, directions, a long line.
import tensorflow as tf
print('</script><img src=x onerror=alert(1)>')
print('```\n~~~\n# no heading\n- no item\n| a | b |\n|---|---|')
print('[link](http://example.org) ![image](x) <http://example.org> *a* _b_ **c** &lt; &#60; \\')
print('\x1b[31mred\x1b[0m \x07 \u202e right \u2066 to left ]]> <!-- -->')
print('    four blanks', '\ttab', '> quote', '1. one', '***', '===', '---', sep='\n')
print('`' * 9, '``a`b``')
print('x' * 1000000)
with tf.name_scope('a.b_c-d'):
    v = tf.Variable('<b>`*_*`</b>', name='x.y')
raise ValueError('<script>alert(1)</script> `` [a](b)\n# end')
