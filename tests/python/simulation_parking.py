"""A car park with tickets, fees by started hours, and a full house."""
import datetime


class Full(Exception):
    pass


class CarPark(object):
    def __init__(self, size, fee=2):
        self.free, self.fee, self.tickets, self.income = list(range(size, 0, -1)), fee, {}, 0

    def enter(self, plate, when):
        if not self.free:
            raise Full('no place for %s' % plate)
        self.tickets[plate] = (self.free.pop(), when)
        return self.tickets[plate][0]

    def leave(self, plate, when):
        place, since = self.tickets.pop(plate)
        self.free.append(place)
        hours = -(-(when - since).total_seconds() // 3600)
        fee = int(hours * self.fee)
        self.income += fee
        return place, fee


day = datetime.datetime(2017, 5, 1, 8, 0)
park = CarPark(2)
for minutes, what, plate in ((0, 'enter', 'A'), (10, 'enter', 'B'), (20, 'enter', 'C'), (61, 'leave', 'A'), (90, 'enter', 'C'), (130, 'leave', 'B'), (131, 'leave', 'X')):
    when = day + datetime.timedelta(minutes=minutes)
    try:
        print(when.strftime('%H:%M'), what, plate, getattr(park, what)(plate, when))
    except Full as e:
        print(when.time(), 'full:', e)
    except KeyError as e:
        print(when.time(), 'no ticket', e)
print(park.income, park.free, sorted(park.tickets))
