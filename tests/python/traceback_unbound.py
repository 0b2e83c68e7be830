# Names: one that is assigned later in the function, and one that does not exist.
total = 5


def show():
    print('total', total)


def change():
    print('before')
    total += 1


show()
try:
    change()
except UnboundLocalError as e:
    print(type(e).__mro__[1].__name__)
print(never_given_anywhere)
