#!/usr/bin/env python3
"""peer.py: runs the programs of this folder in one Python with numpy, and prints as TAP which of them
print what their .out holds."""
import contextlib
import glob
import io
import os
import sys
import warnings

import numpy as np

warnings.simplefilter('ignore')
os.chdir(os.path.dirname(os.path.abspath(__file__)))
options = np.get_printoptions()
programs = sorted(glob.glob('numpy_*.py'))
failed = 0
print('1..%d' % len(programs))
for n, path in enumerate(programs, 1):
    np.set_printoptions(**options)
    np.seterr(all='ignore')
    out = io.StringIO()
    with open(path) as source, contextlib.redirect_stdout(out):
        exec(compile(source.read(), path, 'exec'), {'__name__': '__main__'})
    with open(path[:-3] + '.out') as wanted:
        same = out.getvalue() == wanted.read()
    failed += not same
    print('%s %d - %s' % ('ok' if same else 'not ok', n, path))
sys.exit(failed > 0)
