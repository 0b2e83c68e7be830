import pickle as cPickle

try:
    input = raw_input
except NameError:
    input = input

from io import StringIO
from os import getcwd
cStringIO = StringIO
