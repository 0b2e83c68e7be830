"""A small object mapper: fields as descriptors, a metaclass that gathers them, validation, rows."""


class Field(object):
    _order = 0

    def __init__(self, kind, default=None, check=None):
        self.kind, self.default, self.check = kind, default, check
        Field._order += 1
        self.order = Field._order

    def __get__(self, obj, owner):
        return self if obj is None else obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError('%s.%s is %s, not %s' % (type(obj).__name__, self.name, self.kind.__name__, type(value).__name__))
        if self.check and not self.check(value):
            raise ValueError('%s=%r' % (self.name, value))
        obj.__dict__[self.name] = value


class ModelMeta(type):
    def __new__(mcs, name, bases, namespace, table=None):
        fields = {}
        for base in bases:
            fields.update(getattr(base, 'fields', {}))
        for key, value in namespace.items():
            if isinstance(value, Field):
                value.name = key
                fields[key] = value
        namespace['fields'] = dict(sorted(fields.items(), key=lambda kv: kv[1].order))
        namespace['table'] = table or name.lower() + 's'
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)
        cls.rows = []

    def __iter__(cls):
        return iter(cls.rows)

    def __len__(cls):
        return len(cls.rows)


class Model(metaclass=ModelMeta):
    def __init__(self, **values):
        unknown = set(values) - set(self.fields)
        if unknown:
            raise TypeError('unknown: %s' % ', '.join(sorted(unknown)))
        for name, value in values.items():
            setattr(self, name, value)
        type(self).rows.append(self)

    @classmethod
    def where(cls, **wanted):
        return [row for row in cls if all(getattr(row, k) == v for k, v in wanted.items())]

    def __repr__(self):
        return '%s(%s)' % (type(self).__name__, ', '.join('%s=%r' % (n, getattr(self, n)) for n in self.fields))


class Person(Model, table='people'):
    name = Field(str)
    age = Field(int, 0, check=lambda a: 0 <= a < 150)


class Pupil(Person):
    grade = Field(int, 1)


Person(name='Ann', age=30)
Person(name='Bob')
Pupil(name='Cid', grade=3)
print(list(Person), list(Pupil), len(Person), Person.table, Pupil.table)
print(Person.where(age=0), Pupil.fields.keys(), type(Person).__name__, type(Person.name).__name__)
for wrong in (lambda: Person(name=5), lambda: Person(age=200), lambda: Person(size=1), lambda: setattr(Person.rows[0], 'age', 'x'),
              lambda: Model.where(x=1) or Person.where(x=1)):
    try:
        wrong()
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
print(len(Person), vars(Person.rows[1]), Person.rows[1].age)
