count = 0
state = []


def bump():
    global count
    count += 1
    state.append(count)
    return count


class Base:
    def name(self):
        return 'base of ' + __name__
