/* digest.h: SHA-256 (FIPS 180-4) and base64 (RFC 4648), as a page names what it may run. */
#ifndef TFSCOPE_BASE_DIGEST_H
#define TFSCOPE_BASE_DIGEST_H

#include "base/sink.h"

enum { SHA256_BYTES = 32 };

void sha256(Str text, unsigned char digest[SHA256_BYTES]);
/* Writes the bytes of `text` as base64, with `=` at the end where needed, without line ends. */
void base64_put(Sink *out, Str text);

#endif
