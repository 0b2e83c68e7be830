/* message.h: protocol buffers: making, writing and reading messages of tensorflow.proto.
 *
 * Messages live in an arena. What they are is told by the descriptors that protoc-c makes of
 * tensorflow.proto; files that fill messages include proto/tensorflow.pb-c.h, which the build
 * makes, headers do not. */
#ifndef TFSCOPE_PROTO_MESSAGE_H
#define TFSCOPE_PROTO_MESSAGE_H

#include <protobuf-c/protobuf-c.h>

#include "base/sink.h"

/* A message of that kind with nothing set. */
void *message_make(Arena *a, const ProtobufCMessageDescriptor *d);
/* Its bytes on the wire, behind each other in out. */
void message_put(Arena *scratch, const ProtobufCMessage *m, Sink *out);
Str message_bytes(Arena *a, const ProtobufCMessage *m);
/* The same as field `number` of another message, whose other fields the caller writes. */
void message_put_field(Arena *scratch, uint32_t number, const ProtobufCMessage *m, Sink *out);
/* Its text, as TensorFlow's Python prints a message, each line behind `indent` spaces. */
void message_text(const ProtobufCMessage *m, int indent, Sink *out);
/* Reads what message_put writes. NULL: these bytes are no such message. */
void *message_read(Arena *a, const ProtobufCMessageDescriptor *d, Str bytes);

/* A number of the wire format in as few bytes as it needs. */
void put_varint(Sink *out, uint64_t n);
/* The low `size` bytes of a number, the lowest first. */
void put_fixed(Sink *out, uint64_t n, int size);

static inline ProtobufCBinaryData bytes_field(Str s) {
    return (ProtobufCBinaryData){s.len, (uint8_t *)(uintptr_t)s.at};
}
static inline Str field_bytes(ProtobufCBinaryData b) {
    return (Str){(const char *)b.data, b.len};
}

/* Sets a field that may be missing. */
#define MESSAGE_SET(m, field, v) ((m)->has_##field = true, (m)->field = (v))

#endif
