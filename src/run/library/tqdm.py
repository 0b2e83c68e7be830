import _library


class tqdm:
    def __init__(self, iterable=None, desc=None, total=None, *args, **kwargs):
        # no effect: args, kwargs
        _library.stand_in('tqdm', 'no progress is shown')
        self.iterable, self.desc, self.total, self.n = iterable, desc, total, 0

    def __iter__(self):
        for x in self.iterable:
            yield x
            self.n += 1

    def __len__(self):
        return len(self.iterable) if self.total is None else self.total

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return None

    def update(self, n=1):
        self.n += n

    def set_description(self, desc=None, refresh=True):
        # no effect: refresh
        self.desc = desc

    def set_postfix(self, *args, **kwargs):
        pass

    set_postfix_str = set_description_str = set_postfix

    def close(self):
        pass

    refresh = reset = clear = close

    @classmethod
    def write(cls, s, file=None, end='\n', nolock=False):
        # no effect: nolock
        print(s, file=file, end=end)


def trange(*args, **kwargs):
    return tqdm(range(*args), **kwargs)


tqdm_notebook = tqdm
tnrange = trange
