def lookup(d, k):
    try:
        return d[k]
    except KeyError:
        raise ValueError('no %s' % k)


lookup({}, 'a')
