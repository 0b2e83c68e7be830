def shown():
    return "my own textwrap"
