"""A training loop with validation, patience, the best parameters kept, callbacks."""


class EarlyStopping(object):
    def __init__(self, patience=2, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best, self.waited, self.best_epoch = float('inf'), 0, None

    def __call__(self, epoch, loss):
        if loss < self.best - self.min_delta:
            self.best, self.waited, self.best_epoch = loss, 0, epoch
            return False
        self.waited += 1
        return self.waited >= self.patience


class History(list):
    def __call__(self, epoch, loss):
        self.append((epoch, loss))

    @property
    def losses(self):
        return [loss for _, loss in self]


def train(losses, *callbacks):
    epoch = 0
    for epoch, loss in enumerate(losses, 1):
        print('epoch {:2d} loss {:.3f}'.format(epoch, loss))
        if any([callback(epoch, loss) for callback in callbacks]):
            print('stopped early')
            break
    else:
        print('all epochs done')
    return epoch


history, stop = History(), EarlyStopping(patience=3, min_delta=0.01)
print(train([1.0, 0.8, 0.7, 0.695, 0.71, 0.72, 0.1], history, stop))
print(stop.best, stop.best_epoch, stop.waited, min(history.losses))
print(train(iter([0.5, 0.4]), EarlyStopping()))
print(train([], EarlyStopping()))
print(['%.0f%%' % (100 * loss) for loss in history.losses])
