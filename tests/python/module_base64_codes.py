"""Codes for bytes."""
import base64

key = b'key'


def crypt(data):
    return bytes(b ^ key[i % len(key)] for i, b in enumerate(data))


secret = base64.b64encode(crypt(b'attack at dawn')).decode('ascii')
print(secret, crypt(base64.b64decode(secret)))
print(base64.b64encode(bytes(range(0, 256, 17))), base64.b64decode('////') == b'\xff' * 3, base64.urlsafe_b64decode('____') == b'\xff' * 3)
print(len(base64.b64encode(b'x' * 100)), [base64.b64encode(b'a' * n) for n in range(5)], base64.b64decode(b''))
pairs = [base64.b64encode(('%s:%s' % p).encode()).decode() for p in (('ann', 'pw'), ('bob', 'é'))]
print(pairs, [base64.b64decode(p).decode() for p in pairs])
