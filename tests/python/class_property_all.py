# property: getter, setter, deleter, doc, inheritance, property() as a function, errors.
class Celsius:
    def __init__(self, t=0):
        self.temperature = t

    @property
    def temperature(self):
        "The temperature."
        print('get')
        return self._t

    @temperature.setter
    def temperature(self, value):
        print('set', value)
        if value < -273:
            raise ValueError('too cold')
        self._t = value

    @temperature.deleter
    def temperature(self):
        print('del')
        del self._t

    @property
    def fahrenheit(self):
        return self._t * 1.8 + 32


c = Celsius(37)
print(c.temperature, c.fahrenheit)
c.temperature += 3
print(c._t, c.__dict__)
try:
    c.temperature = -300
except ValueError as e:
    print(e)
for action in ('c.fahrenheit = 1', 'del c.fahrenheit'):
    try:
        if action.startswith('del'):
            del c.fahrenheit
        else:
            c.fahrenheit = 1
    except AttributeError as e:
        print(e)
del c.temperature
try:
    c.temperature
except AttributeError as e:
    print(e)
print(Celsius.temperature.__doc__, type(Celsius.temperature), Celsius.fahrenheit.fset)
print(Celsius.temperature.fget(Celsius(1)))


class Kelvin(Celsius):
    @property
    def temperature(self):
        return super().temperature + 273

    @Celsius.fahrenheit.getter
    def fahrenheit(self):
        return 'F'


try:
    Kelvin(1)
except AttributeError as e:
    print(e)


class Old(object):
    def getx(self):
        return self.__x

    def setx(self, v):
        self.__x = v

    x = property(getx, setx, None, 'doc of x')
    y = property(lambda self: 5)


o = Old()
o.x = 4
print(o.x, o.y, Old.x.__doc__, vars(o))
try:
    del o.x
except AttributeError as e:
    print(e)
