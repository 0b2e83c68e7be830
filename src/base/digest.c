#include "base/digest.h"

#include <string.h>

/* ---- SHA-256 ---- */

enum { BLOCK = 64, ROUNDS = 64, WORDS = 8 };

static uint32_t turned(uint32_t x, int n) {
    return x >> n | x << (32 - n);
}

static bool is_prime(uint32_t n) {
    for (uint32_t d = 2; d * d <= n; d++)
        if (n % d == 0)
            return false;
    return true;
}

/* The first 32 bits behind the point of the square root (power 2) or the cube root (power 3) of n:
 * the largest r with r^power <= n * 2^(32 * power), bit by bit. */
static uint32_t root_bits(uint32_t n, int power) {
    __extension__ typedef unsigned __int128 Wide;
    uint64_t r = 0;
    for (int bit = 36; bit >= 0; bit--) {
        uint64_t more = r | (uint64_t)1 << bit;
        Wide square = (Wide)more * more;
        /* r < 2^37, so that a cube has 111 bits at most */
        if ((power == 2 ? square : square * more) <= (Wide)n << (32 * power))
            r = more;
    }
    return (uint32_t)r;
}

static void fill_constants(uint32_t k[ROUNDS], uint32_t h[WORDS]) {
    uint32_t prime = 2;
    for (int i = 0; i < ROUNDS; i++, prime++) {
        while (!is_prime(prime))
            prime++;
        k[i] = root_bits(prime, 3);
        if (i < WORDS)
            h[i] = root_bits(prime, 2);
    }
}

static void spread(uint32_t w[ROUNDS], const unsigned char *block) {
    for (int i = 0; i < 16; i++)
        w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
               (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (int i = 16; i < ROUNDS; i++) {
        uint32_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + (turned(a, 7) ^ turned(a, 18) ^ a >> 3) + w[i - 7] +
               (turned(b, 17) ^ turned(b, 19) ^ b >> 10);
    }
}

static void add_block(uint32_t h[WORDS], const uint32_t k[ROUNDS], const unsigned char *block) {
    uint32_t w[ROUNDS], s[WORDS];
    spread(w, block);
    memcpy(s, h, sizeof s);
    for (int i = 0; i < ROUNDS; i++) {
        uint32_t a = s[0], e = s[4];
        uint32_t one = s[7] + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) +
                       ((e & s[5]) ^ (~e & s[6])) + k[i] + w[i];
        uint32_t two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) +
                       ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
        memmove(s + 1, s, 7 * sizeof *s);
        s[4] += one;
        s[0] = one + two;
    }
    for (int i = 0; i < WORDS; i++)
        h[i] += s[i];
}

void sha256(Str text, unsigned char digest[SHA256_BYTES]) {
    uint32_t k[ROUNDS], h[WORDS];
    unsigned char tail[2 * BLOCK] = {0};
    size_t whole = text.len / BLOCK * BLOCK, rest = text.len - whole;
    size_t end = rest + 9 > BLOCK ? 2 * BLOCK : BLOCK;
    fill_constants(k, h);
    for (size_t i = 0; i < whole; i += BLOCK)
        add_block(h, k, (const unsigned char *)text.at + i);
    if (rest)
        memcpy(tail, text.at + whole, rest);
    tail[rest] = 0x80;
    for (size_t i = 0; i < 8; i++)
        tail[end - 1 - i] = (unsigned char)((uint64_t)text.len * 8 >> (8 * i));
    for (size_t i = 0; i < end; i += BLOCK)
        add_block(h, k, tail + i);
    for (int i = 0; i < SHA256_BYTES; i++)
        digest[i] = (unsigned char)(h[i / 4] >> (24 - i % 4 * 8));
}

/* ---- base64 ---- */

void base64_put(Sink *out, Str text) {
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < text.len; i += 3) {
        size_t left = text.len - i;
        uint32_t bits = (uint32_t)(unsigned char)text.at[i] << 16 |
                        (left > 1 ? (uint32_t)(unsigned char)text.at[i + 1] << 8 : 0) |
                        (left > 2 ? (unsigned char)text.at[i + 2] : 0);
        char four[] = {letters[bits >> 18], letters[bits >> 12 & 63],
                       left > 1 ? letters[bits >> 6 & 63] : '=',
                       left > 2 ? letters[bits & 63] : '='};
        sink_put(out, (Str){four, sizeof four});
    }
}
