#include "proto/message.h"

#include <string.h>

#include "tensor/print.h"

/* ---- memory ---- */

static void *take(void *context, size_t size) {
    return arena_alloc(context, size);
}

static void give_back(void *context, void *at) {
    (void)context;
    (void)at;
}

void *message_make(Arena *a, const ProtobufCMessageDescriptor *d) {
    void *m = arena_alloc(a, d->sizeof_message);
    protobuf_c_message_init(d, m);
    return m;
}

void *message_read(Arena *a, const ProtobufCMessageDescriptor *d, Str bytes) {
    ProtobufCAllocator allocator = {take, give_back, a};
    return protobuf_c_message_unpack(d, &allocator, bytes.len, (const uint8_t *)bytes.at);
}

/* ---- the wire ---- */

void put_varint(Sink *out, uint64_t n) {
    for (; n >= 0x80; n >>= 7) {
        sink_char(out, (char)(n | 0x80));
    }
    sink_char(out, (char)n);
}

void put_fixed(Sink *out, uint64_t n, int size) {
    for (int i = 0; i < size; i++) {
        sink_char(out, (char)(n >> (8 * i)));
    }
}

Str message_bytes(Arena *a, const ProtobufCMessage *m) {
    size_t size = protobuf_c_message_get_packed_size(m);
    uint8_t *bytes = arena_alloc(a, size + 1);
    return (Str){(const char *)bytes, protobuf_c_message_pack(m, bytes)};
}

void message_put(Arena *scratch, const ProtobufCMessage *m, Sink *out) {
    sink_put(out, message_bytes(scratch, m));
}

void message_put_field(Arena *scratch, uint32_t number, const ProtobufCMessage *m, Sink *out) {
    Str bytes = message_bytes(scratch, m);
    put_varint(out, number << 3 | PROTOBUF_C_WIRE_TYPE_LENGTH_PREFIXED);
    put_varint(out, bytes.len);
    sink_put(out, bytes);
}

/* ---- text ---- */

static void put_byte(Sink *out, unsigned char c) {
    static const char plain[] = "\n\r\t\"'\\", letters[] = "nrt\"'\\";
    const char *at = c ? strchr(plain, c) : NULL;
    if (at) {
        sink_printf(out, "\\%c", letters[at - plain]);
    } else if (c < 0x20 || c >= 0x7f) {
        sink_printf(out, "\\%03o", c);
    } else {
        sink_char(out, (char)c);
    }
}

static void put_quoted(Sink *out, const ProtobufCBinaryData *b) {
    sink_char(out, '"');
    for (size_t i = 0; i < b->len; i++) {
        put_byte(out, b->data[i]);
    }
    sink_char(out, '"');
}

static void put_enum(const ProtobufCEnumDescriptor *d, int value, Sink *out) {
    const ProtobufCEnumValue *v = protobuf_c_enum_descriptor_get_value(d, value);
    if (v) {
        sink_z(out, v->name);
    } else {
        sink_printf(out, "%d", value);
    }
}

/* One value that is no message. */
static void put_value(const ProtobufCFieldDescriptor *f, const void *at, Sink *out) {
    switch (f->type) {
    case PROTOBUF_C_TYPE_INT32: sink_printf(out, "%d", *(const int32_t *)at); break;
    case PROTOBUF_C_TYPE_INT64: sink_printf(out, "%lld", (long long)*(const int64_t *)at); break;
    case PROTOBUF_C_TYPE_FIXED32:
        sink_printf(out, "%lu", (unsigned long)*(const uint32_t *)at);
        break;
    case PROTOBUF_C_TYPE_FLOAT: python_float_repr(out, (double)*(const float *)at); break;
    case PROTOBUF_C_TYPE_DOUBLE: python_float_repr(out, *(const double *)at); break;
    case PROTOBUF_C_TYPE_BOOL:
        sink_z(out, *(const protobuf_c_boolean *)at ? "true" : "false");
        break;
    case PROTOBUF_C_TYPE_ENUM: put_enum(f->descriptor, *(const int *)at, out); break;
    case PROTOBUF_C_TYPE_BYTES: put_quoted(out, at); break;
    /* tensorflow.proto has none of these */
    case PROTOBUF_C_TYPE_SINT32:
    case PROTOBUF_C_TYPE_SFIXED32:
    case PROTOBUF_C_TYPE_SINT64:
    case PROTOBUF_C_TYPE_SFIXED64:
    case PROTOBUF_C_TYPE_UINT32:
    case PROTOBUF_C_TYPE_UINT64:
    case PROTOBUF_C_TYPE_FIXED64:
    case PROTOBUF_C_TYPE_STRING:
    case PROTOBUF_C_TYPE_MESSAGE: break;
    }
}

static void put_field(const ProtobufCFieldDescriptor *f, const void *at, int indent, Sink *out) {
    sink_printf(out, "%*s%s", indent, "", f->name);
    if (f->type == PROTOBUF_C_TYPE_MESSAGE) {
        sink_z(out, " {\n");
        message_text(*(ProtobufCMessage *const *)at, indent + 2, out);
        sink_printf(out, "%*s}\n", indent, "");
        return;
    }
    sink_z(out, ": ");
    put_value(f, at, out);
    sink_char(out, '\n');
}

static size_t value_size(ProtobufCType type) {
    switch (type) {
    case PROTOBUF_C_TYPE_INT64:
    case PROTOBUF_C_TYPE_DOUBLE: return 8;
    case PROTOBUF_C_TYPE_BOOL: return sizeof(protobuf_c_boolean);
    case PROTOBUF_C_TYPE_BYTES: return sizeof(ProtobufCBinaryData);
    case PROTOBUF_C_TYPE_MESSAGE: return sizeof(void *);
    case PROTOBUF_C_TYPE_INT32:
    case PROTOBUF_C_TYPE_FLOAT:
    case PROTOBUF_C_TYPE_ENUM:
    case PROTOBUF_C_TYPE_FIXED32:
    case PROTOBUF_C_TYPE_SINT32:
    case PROTOBUF_C_TYPE_SFIXED32:
    case PROTOBUF_C_TYPE_SINT64:
    case PROTOBUF_C_TYPE_SFIXED64:
    case PROTOBUF_C_TYPE_UINT32:
    case PROTOBUF_C_TYPE_UINT64:
    case PROTOBUF_C_TYPE_FIXED64:
    case PROTOBUF_C_TYPE_STRING: break;
    }
    return 4;
}

/* How often a field is there, and where the first one lies. */
static size_t values_of(const ProtobufCMessage *m, const ProtobufCFieldDescriptor *f,
                        const char **at) {
    const char *base = (const char *)m, *member = base + f->offset;
    const void *quantifier = base + f->quantifier_offset;
    *at = member;
    if (f->label == PROTOBUF_C_LABEL_REPEATED) {
        *at = *(char *const *)(const void *)member;
        return *(const size_t *)quantifier;
    }
    if (f->flags & PROTOBUF_C_FIELD_FLAG_ONEOF) {
        return *(const uint32_t *)quantifier == f->id;
    }
    return f->type == PROTOBUF_C_TYPE_MESSAGE ? *(void *const *)(const void *)member != NULL
                                              : *(const protobuf_c_boolean *)quantifier;
}

void message_text(const ProtobufCMessage *m, int indent, Sink *out) {
    for (unsigned i = 0; i < m->descriptor->n_fields; i++) {
        const ProtobufCFieldDescriptor *f = &m->descriptor->fields[i];
        const char *at;
        size_t n = values_of(m, f, &at), size = value_size(f->type);
        for (size_t k = 0; k < n; k++) {
            put_field(f, at + k * size, indent, out);
        }
    }
}
