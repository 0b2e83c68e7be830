"""Properties with checks, several units of one value, descriptors that keep units."""


class Unit(object):
    def __init__(self, to_kelvin, from_kelvin):
        self.to_kelvin, self.from_kelvin = to_kelvin, from_kelvin

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return round(self.from_kelvin(instance._kelvin), 6)

    def __set__(self, instance, value):
        kelvin = self.to_kelvin(value)
        if kelvin < 0:
            raise ValueError('%s=%r is below absolute zero' % (self.name, value))
        instance._kelvin = kelvin


class Temperature(object):
    kelvin = Unit(lambda k: k, lambda k: k)
    celsius = Unit(lambda c: c + 273.15, lambda k: k - 273.15)
    fahrenheit = Unit(lambda f: (f + 459.67) * 5 / 9, lambda k: k * 9 / 5 - 459.67)

    def __init__(self, **units):
        (name, value), = units.items()
        setattr(self, name, value)

    def __repr__(self):
        return '%.2fK' % self.kelvin

    def __lt__(self, other):
        return self.kelvin < other.kelvin


t = Temperature(celsius=100)
print(t.kelvin, t.celsius, t.fahrenheit)
t.fahrenheit = 32
print(t, t.celsius, type(Temperature.celsius).__name__, Temperature.celsius.name)
temperatures = [Temperature(celsius=c) for c in (30, -40, 0)]
print(sorted(temperatures), min(temperatures).fahrenheit, [x.fahrenheit for x in temperatures])
for wrong in (lambda: Temperature(celsius=-300), lambda: setattr(t, 'kelvin', -1), lambda: Temperature(),
              lambda: Temperature(kelvin=1, celsius=2), lambda: t.rankine):
    try:
        wrong()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
print(vars(t), sorted(k for k in vars(Temperature) if not k.startswith('_')))
