"""A cart with discount rules that are functions, strategies and a chain of them."""
import functools


def percent(p):
    def rule(cart):
        return sum(price * n for price, n in cart.values()) * p / 100
    rule.__name__ = 'percent_%g' % p
    return rule


def three_for_two(cart):
    return sum(price * (n // 3) for price, n in cart.values())


def over(limit):
    """Only for carts over a limit."""
    def decorator(rule):
        @functools.wraps(rule)
        def wrapper(cart):
            total = sum(price * n for price, n in cart.values())
            return rule(cart) if total > limit else 0
        return wrapper
    return decorator


@over(50)
def free_shipping(cart):
    """Saves 4.90."""
    return 4.90


def best(*rules):
    return lambda cart: max(rules, key=lambda rule: rule(cart))


CARTS = {'small': {'pen': (1.5, 4)}, 'big': {'book': (20.0, 3), 'pen': (1.5, 1)}, 'none': {}}
rules = [percent(10), three_for_two, free_shipping]
for name in sorted(CARTS):
    cart = CARTS[name]
    total = sum(price * n for price, n in cart.values())
    saved = [round(rule(cart), 2) for rule in rules]
    print('%-6s %7.2f %s best: %s' % (name, total, saved, best(*rules)(cart).__name__))
print(free_shipping.__name__, free_shipping.__doc__, free_shipping.__wrapped__({}), rules[0].__name__)
compose = lambda *fs: functools.reduce(lambda f, g: lambda x: g(f(x)), fs)
print(compose(lambda x: x + 1, lambda x: x * 2, str)(5), compose(len)('abc'))
print(list(map(functools.partial(pow, 2), range(5))), functools.partial(int, base=2)('1010'))
