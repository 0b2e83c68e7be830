/* json.h: JSON, written as a stream and read as a tree.
 *
 * Writing streams into a Sink, because a trace may be larger than memory should hold
 * twice; the order of keys is the order of calls. Reading is cJSON's work; json.c is the only
 * file that includes it. */
#ifndef TFSCOPE_BASE_JSON_H
#define TFSCOPE_BASE_JSON_H

#include "base/sink.h"

typedef struct JsonWriter {
    Sink *out;
    bool comma; /* a value was written and the next one needs a comma before it */
} JsonWriter;

JsonWriter json_to(Sink *out);
void json_object(JsonWriter *j);     /* { */
void json_end_object(JsonWriter *j); /* } */
void json_array(JsonWriter *j);      /* [ */
void json_end_array(JsonWriter *j);  /* ] */
void json_key(JsonWriter *j, const char *key);
/* control characters, lone surrogates and invalid UTF-8 are escaped */
void json_str(JsonWriter *j, Str s);
void json_int(JsonWriter *j, int64_t i);
void json_double(JsonWriter *j, double d); /* shortest form; nan and infinities as strings */
void json_bool(JsonWriter *j, bool b);
void json_null(JsonWriter *j);

/* A parsed value, in an arena. */
typedef enum JsonKind {
    JSON_NULL,
    JSON_BOOL,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT
} JsonKind;
typedef struct Json Json;
struct Json {
    JsonKind kind;
    bool boolean;
    double number;
    Str string;
    Str key;           /* of a member of an object */
    const Json *child; /* first element or member */
    const Json *next;  /* next in the same array or object */
    uint32_t line;     /* of the text, from 1, where it begins */
};

/* Parses text (at most 64 levels deep). NULL on a fault: *error gets one sentence with its line. */
const Json *json_parse(Arena *a, Str text, Str *error);
/* member, or NULL (also when object is NULL or none) */
const Json *json_get(const Json *object, const char *key);
Str json_get_str(const Json *object, const char *key, Str or_else);
double json_get_num(const Json *object, const char *key, double or_else);
bool json_get_bool(const Json *object, const char *key, bool or_else);

#endif
