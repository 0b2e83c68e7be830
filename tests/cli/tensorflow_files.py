#!/usr/bin/env python3
"""Reads the files that TensorFlow writes, as far as framing goes, and lets protoc read the messages.

    tensorflow_files.py events FILE       the events, in protoc's words
    tensorflow_files.py checkpoint PREFIX the index of a checkpoint, with its tensors as numpy-like text
It stops at the first checksum, length or message that is wrong. Its CRC-32C is its own.
"""
import os
import struct
import subprocess
import sys

PROTO = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'src', 'proto')


def table():
    out = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ (0x82f63b78 if n & 1 else 0)
        out.append(n)
    return out


TABLE = table()


def crc32c(data):
    crc = 0xffffffff
    for byte in data:
        crc = crc >> 8 ^ TABLE[(crc ^ byte) & 255]
    return crc ^ 0xffffffff


def masked(data):
    crc = crc32c(data)
    return ((crc >> 15 | crc << 17) + 0xa282ead8) & 0xffffffff


def check(stored, data, what):
    assert struct.unpack('<I', stored)[0] == masked(data), 'the checksum of %s is wrong' % what


def decode(message, data):
    done = subprocess.run(['protoc', '--proto_path=' + PROTO, '--decode=tensorflow.' + message, 'tensorflow.proto'],
                          input=data, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode()


def records(path):
    with open(path, 'rb') as f:
        data = f.read()
    at = 0
    while at < len(data):
        n, = struct.unpack('<Q', data[at:at + 8])
        check(data[at + 8:at + 12], data[at:at + 8], 'a length')
        body = data[at + 12:at + 12 + n]
        assert len(body) == n, 'the file ends within a record'
        check(data[at + 12 + n:at + 16 + n], body, 'a record')
        at += 16 + n
        yield body


def events(path):
    for body in records(path):
        print(decode('Event', body), end='---\n')


# ---- checkpoints: a table as LevelDB's ----

def varint(data, at):
    n = shift = 0
    while True:
        byte = data[at]
        at += 1
        n |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return n, at


def block(data, handle):
    offset, at = varint(handle, 0)
    size, at = varint(handle, at)
    body = data[offset:offset + size]
    assert data[offset + size] == 0, 'a block is compressed'
    check(data[offset + size + 1:offset + size + 5], data[offset:offset + size + 1], 'a block')
    count, = struct.unpack('<I', body[-4:])
    restarts = struct.unpack('<%dI' % count, body[-4 - 4 * count:-4])
    end, at, key, out = len(body) - 4 - 4 * count, 0, b'', []
    while at < end:
        start = at
        shared, at = varint(body, at)
        rest, at = varint(body, at)
        length, at = varint(body, at)
        assert shared <= len(key) and (start not in restarts or shared == 0), 'a key at a restart is cut'
        key = key[:shared] + body[at:at + rest]
        at += rest
        out.append((key, body[at:at + length]))
        at += length
    assert [k for k, _ in out] == sorted(k for k, _ in out), 'keys are not sorted'
    return out


def handles(data):
    footer = data[-48:]
    assert struct.unpack('<Q', footer[40:])[0] == 0xdb4775248b80fb57, 'the magic number is wrong'
    _, at = varint(footer, 0)
    _, meta_end = varint(footer, at)
    return footer[:meta_end], footer[meta_end:40]


def checkpoint(prefix):
    with open(prefix + '.index', 'rb') as f:
        data = f.read()
    with open(prefix + '.data-00000-of-00001', 'rb') as f:
        shard = f.read()
    meta, index = handles(data)
    assert block(data, meta) == []
    for last, handle in block(data, index):
        for key, value in block(data, handle):
            assert key <= last
            if not key:
                print(decode('BundleHeaderProto', value), end='---\n')
                continue
            text = decode('BundleEntryProto', value)
            field = {k: int(v) for k, v in (line.split(': ') for line in text.splitlines() if line[0] != ' ' and
                                            ': ' in line and 'dtype' not in line)}
            body = shard[field.get('offset', 0):][:field.get('size', 0)]
            assert len(body) == field.get('size', 0)
            check(struct.pack('<I', field['crc32c']), body, 'a tensor')
            print(key.decode(), body.hex(), text, sep='\n', end='---\n')


if __name__ == '__main__':
    {'events': events, 'checkpoint': checkpoint}[sys.argv[1]](sys.argv[2])
