"""A state machine as a table of dicts, with actions and illegal events."""


class Machine(object):
    table = {}
    start = None

    def __init__(self):
        self.state = self.start
        self.log = []

    def handle(self, event):
        try:
            target, action = self.table[self.state, event]
        except KeyError:
            raise RuntimeError('%s cannot handle %r in state %r'
                               % (type(self).__name__, event, self.state)) from None
        if action:
            getattr(self, action)(event)
        self.log.append((self.state, target))
        self.state = target
        return self


class TrafficLight(Machine):
    start = 'red'
    table = {
        ('red', 'tick'): ('green', None),
        ('green', 'tick'): ('yellow', 'warn'),
        ('yellow', 'tick'): ('red', None),
        ('red', 'break'): ('off', 'alarm'),
        ('green', 'break'): ('off', 'alarm'),
        ('off', 'repair'): ('red', None),
    }

    def warn(self, event):
        print('careful!')

    def alarm(self, event):
        print('out of order after', len(self.log), 'steps')


light = TrafficLight()
for event in 'tick tick tick tick break tick repair tick'.split():
    try:
        print(event, '->', light.handle(event).state)
    except RuntimeError as e:
        print('error:', e, e.__cause__, e.__suppress_context__)
visits = {}
for _, target in light.log:
    visits[target] = visits.get(target, 0) + 1
print(visits)
print(sorted({state for state, _ in TrafficLight.table}))
