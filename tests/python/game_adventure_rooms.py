"""A text adventure as data: rooms, exits, things, and commands that are methods."""
ROOMS = {
    'hall': {'text': 'A dusty hall.', 'exits': {'north': 'library', 'east': 'kitchen'}},
    'library': {'text': 'Books everywhere.', 'exits': {'south': 'hall'}, 'things': ['map']},
    'kitchen': {'text': 'It smells of soup.', 'exits': {'west': 'hall'}, 'things': ['key', 'soup']},
}


class Game(object):
    def __init__(self, rooms, start):
        self.rooms = {name: dict(room, things=list(room.get('things', [])))
                      for name, room in rooms.items()}
        self.place = start
        self.bag = []

    @property
    def room(self):
        return self.rooms[self.place]

    def do_look(self):
        things = ', '.join(sorted(self.room['things'])) or 'nothing'
        return '%s Exits: %s. You see %s.' % (self.room['text'],
                                              ' '.join(sorted(self.room['exits'])), things)

    def do_go(self, direction):
        try:
            self.place = self.room['exits'][direction]
        except KeyError:
            return 'There is no way %s.' % direction
        return self.do_look()

    def do_take(self, thing):
        if thing not in self.room['things']:
            return 'There is no %s here.' % thing
        self.room['things'].remove(thing)
        self.bag.append(thing)
        return 'Taken.'

    def do_bag(self):
        return 'You carry %s.' % (' and '.join(self.bag) if self.bag else 'nothing')

    def run(self, line):
        verb, *rest = line.split()
        method = getattr(self, 'do_' + verb, None)
        if method is None:
            return "I don't know how to %s." % verb
        try:
            return method(*rest)
        except TypeError as error:
            return 'What? (%s)' % str(error).split('.')[-1]


game = Game(ROOMS, 'hall')
for line in ('look', 'bag', 'go up', 'go east', 'take key', 'take key', 'take soup', 'bag',
             'dance', 'go', 'go west', 'go north', 'look'):
    print('> ' + line)
    print(game.run(line))
print(ROOMS['kitchen']['things'], game.rooms['kitchen']['things'])
