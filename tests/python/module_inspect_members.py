"""What a class has."""
import inspect


class Plugin:
    """A plugin.

    It does things.
    """
    name = 'plain'

    def run(self, text, times=1):
        return text * times

    def _hidden(self):
        pass

    @classmethod
    def make(cls):
        return cls()

    @property
    def loud(self):
        return self.name.upper()


class Echo(Plugin):
    name = 'echo'

    def run(self, text, times=2):
        return (text + ' ') * times


print([n for n, v in inspect.getmembers(Echo, inspect.isfunction)], inspect.getdoc(Echo().run), inspect.getdoc(Plugin).splitlines())
print(inspect.isclass(Echo), inspect.ismethod(Echo().run), inspect.ismethod(Echo.make), inspect.isfunction(Echo.run), inspect.isfunction(Echo().run))
print([c.__name__ for c in inspect.getmro(Echo)], Echo.run.__name__, Echo.run.__qualname__, Echo().loud, Plugin.run.__defaults__)
registry = {v.name: v for v in (Plugin, Echo) if inspect.isclass(v) and issubclass(v, Plugin)}
print(sorted(registry), registry['echo'].make().run('hi'), callable(Echo), inspect.isabstract(Echo))
