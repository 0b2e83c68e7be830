# The print statement: commas, destinations, parentheses, softspace.
import sys
print "a", 1, 2.5, None, True
print "no newline",
print "same line"
print
print ("in parentheses")
print ("a", "tuple"), ()
print >>sys.stdout, "to a stream", 3
print "ends with newline\n",
print "after"
print "tab\t",
print "x"
print("%d items" % 3), "and more"
for i in xrange(3):
    print i,
print
print [1, u'a', 'b', 1L, 0.1], {'k': u'v'}, (1,)
print "%s|%5d|%-5s|%05.1f|%r|%x|%%" % ('s', 42, 'l', 3.14159, u'u', 255)
print 'one' 'two', "it's", 'say "x"', '''triple
line'''
sys.stdout.write("written\n")
