def f():
    raise ValueError('first')


try:
    f()
except ValueError as e:
    kept = e
raise kept
