import pickle as cPickle
