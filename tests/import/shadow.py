# A file beside the program comes before a module of the same name in the library.
import string
from textwrap import shown
print(string.mine, shown())
