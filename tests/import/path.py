# Folders that a program adds to sys.path.
import os
import sys
sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'more'))
import extra
print(extra.where)
sys.path.insert(0, '/nowhere/at/all')
import counter
print(counter.count)
