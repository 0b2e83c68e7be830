/* record.h: files of records, as TensorFlow has them: each with its length and checksums of both.
 */
#ifndef TFSCOPE_PROTO_RECORD_H
#define TFSCOPE_PROTO_RECORD_H

#include "base/sink.h"

/* CRC-32C (Castagnoli) of these bytes behind others whose checksum is `before`; 0: there are none.
 */
uint32_t crc32c(uint32_t before, Str bytes);
/* As checksums are stored, so that one of data that holds checksums is still good. */
uint32_t crc32c_masked(uint32_t crc);
/* One record: length, its checksum, the bytes, theirs. */
void record_put(Str bytes, Sink *out);

#endif
