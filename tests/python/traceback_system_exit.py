# sys.exit is no error; what is in finally still runs, what follows does not.
import sys

try:
    sys.exit('done early')
except SystemExit as e:
    print('caught', e, e.code)


def stop():
    try:
        raise SystemExit(0)
    finally:
        print('finally')


stop()
print('never')
