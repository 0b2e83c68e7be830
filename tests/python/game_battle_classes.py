"""Fighters with inheritance, mixins and random damage; cooperative super in a diamond."""
import random


class Fighter(object):
    def __init__(self, name, health=20, **kwargs):
        super().__init__(**kwargs)
        self.name, self.health = name, health

    def attack(self, rng):
        return rng.randint(1, 6)

    def suffer(self, damage):
        self.health = max(0, self.health - damage)
        return damage

    alive = property(lambda self: self.health > 0)

    def __str__(self):
        return '%s(%d)' % (self.name, self.health)


class Armoured(Fighter):
    def __init__(self, armour=2, **kwargs):
        super().__init__(**kwargs)
        self.armour = armour

    def suffer(self, damage):
        return super().suffer(max(0, damage - self.armour))


class Berserk(Fighter):
    def attack(self, rng):
        bonus = 4 if self.health < 10 else 0
        return super().attack(rng) + bonus


class Knight(Armoured, Berserk):
    def suffer(self, damage):
        done = super().suffer(damage)
        if not self.alive:
            print('  %s falls' % self.name)
        return done


def fight(a, b, seed):
    rng, turn = random.Random(seed), 0
    while a.alive and b.alive:
        attacker, target = (a, b) if turn % 2 == 0 else (b, a)
        damage = target.suffer(attacker.attack(rng))
        if turn < 3:
            print('  %s hits %s: -%d' % (attacker, target, damage))
        turn += 1
    return (a if a.alive else b), turn


print([c.__name__ for c in Knight.__mro__])
for seed in (1, 2):
    winner, turns = fight(Knight(name='Kay', armour=1), Berserk('Bo', 25), seed)
    print(winner, 'wins after', turns, 'turns')
try:
    Knight(name='x', shield=1)
except TypeError as e:
    print('TypeError')
