def f(a, b):
    raise TypeError(
        'over several lines',
        a, b)


f(1,
  2)
