#include "proto/record.h"

#include "proto/message.h"

uint32_t crc32c(uint32_t before, Str bytes) {
    /* of the sixteen half bytes, for the polynomial 0x82f63b78 */
    static const uint32_t half[16] = {
        0x00000000, 0x105ec76f, 0x20bd8ede, 0x30e349b1, 0x417b1dbc, 0x5125dad3,
        0x61c69362, 0x7198540d, 0x82f63b78, 0x92a8fc17, 0xa24bb5a6, 0xb21572c9,
        0xc38d26c4, 0xd3d3e1ab, 0xe330a81a, 0xf36e6f75,
    };
    uint32_t crc = ~before;
    for (size_t i = 0; i < bytes.len; i++) {
        crc ^= (unsigned char)bytes.at[i];
        crc = crc >> 4 ^ half[crc & 15];
        crc = crc >> 4 ^ half[crc & 15];
    }
    return ~crc;
}

uint32_t crc32c_masked(uint32_t crc) {
    return (crc >> 15 | crc << 17) + 0xa282ead8u;
}

void record_put(Str bytes, Sink *out) {
    char length[8];
    for (int i = 0; i < 8; i++) {
        length[i] = (char)((uint64_t)bytes.len >> (8 * i));
    }
    sink_put(out, (Str){length, sizeof length});
    put_fixed(out, crc32c_masked(crc32c(0, (Str){length, sizeof length})), 4);
    sink_put(out, bytes);
    put_fixed(out, crc32c_masked(crc32c(0, bytes)), 4);
}
