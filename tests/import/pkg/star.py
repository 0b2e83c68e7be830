shown = 1
_not = 2
