"""An elevator with requests: direction, stops, a log of floors."""


class Elevator(object):
    def __init__(self, floors):
        self.floors, self.at, self.direction = floors, 0, 1
        self.requests, self.log = set(), []

    def call(self, *floors):
        for floor in floors:
            if floor not in range(self.floors):
                raise ValueError('there is no floor %s' % floor)
            self.requests.add(floor)

    def step(self):
        if self.at in self.requests:
            self.requests.discard(self.at)
            self.log.append('open@%d' % self.at)
            return True
        if not self.requests:
            return False
        ahead = any((r - self.at) * self.direction > 0 for r in self.requests)
        if not ahead:
            self.direction *= -1
            self.log.append('turn')
        self.at += self.direction
        self.log.append(str(self.at))
        return True

    def run(self, most=100):
        n = 0
        while n < most and self.step():
            n += 1
        return n


lift = Elevator(8)
lift.call(5, 2)
print(lift.run(3), lift.log, sorted(lift.requests))
lift.call(0, 7)
print(lift.run(), ' '.join(lift.log))
try:
    lift.call(3, 8, 4)
except ValueError as e:
    print(e, sorted(lift.requests))
print(lift.run(), lift.at, lift.step(), lift.log.count('turn'))
