/* library.c: standard modules that are written in Python (src/run/library). A module is compiled
 * and run when it is imported, or, where it adds to a module that is written in C, when a name is
 * asked for that the latter does not have. Of its running nothing is recorded (Space.quiet): to the
 * trace, what it does is done by the instruction of the program that called it. */
#include <math.h>
#include <string.h>

#include "base/packed.h"
#include "lang/compile.h"
#include "proto/record.h"
#include "run/files.h"
#include "run/kinds.h"
#include "run/machine.h"
#include "run/standard.h"

/* The folders that texts come from: what only TensorFlow uses is packed apart. */
enum { FOLDER_run, FOLDER_tf };

/* A module: its text stands in that of its folder, behind those of the rows before it. */
typedef struct LibraryText {
    const char *name;
    uint16_t folder;
    uint16_t size;
} LibraryText;

#include "run/library_text.h"

#define LIBRARY (sizeof library_texts / sizeof *library_texts)

static const LibraryText *find_text(Str name) {
    for (size_t i = 0; i < LIBRARY; i++) {
        if (str_is(name, library_texts[i].name)) {
            return &library_texts[i];
        }
    }
    return NULL;
}

/* A folder is unpacked when one of its texts is asked for, and stays. */
static Str plain_text(Run *run, const LibraryText *text) {
    static const Packed *const folders[LIBRARY_FOLDERS] = {&library_run, &library_tf};
    const char **all = &run->standard->texts[text->folder];
    size_t from = 0;
    for (const LibraryText *t = library_texts; t < text; t++) {
        from += t->folder == text->folder ? t->size + 1u : 0;
    }
    *all = *all ? *all : packed_text(run->arena, folders[text->folder]).at;
    return (Str){*all + from, text->size};
}

/* Module and name may not be found while it runs: then it is on its way. */
static Space *load(Run *run, const LibraryText *text, Name name, bool registered) {
    Source *source = source_make(run->arena, STR("<library>"), plain_text(run, text));
    Diags diags = diags_make(run->arena, source);
    CompileOptions options = {.python = 3, .first_site = run->machine->nunits};
    const Program *p = compile_source(run->arena, run->names, source, options, &diags);
    if (!p) {
        refuse(run, NULL, "the library module %s, line %u: %.*s", name->text,
               source_line_of(source, diags.at[0].span.start), STR_ARG(diags.at[0].message));
        return NULL;
    }
    Space *s = space_load(run, p, name, true);
    if (registered) {
        map_put(&run->modules, name)->ptr = s->module;
    } else {
        map_put(&run->standard->library, name)->ptr = s;
    }
    if (!deeper(run, " while importing")) {
        return NULL;
    }
    bool ok = space_run(run, s);
    shallower(run);
    return ok ? s : NULL;
}

bool library_module(Run *run, Name name, Module **m) {
    const LibraryText *text = find_text(name_str(name));
    *m = NULL;
    if (!text) {
        return true;
    }
    Space *s = load(run, text, name, true);
    *m = s ? s->module : NULL;
    return s != NULL;
}

bool library_attribute(Run *run, Module *m, Name name, bool *found, Value *result) {
    Space *s = map_ptr(&run->standard->library, m->name);
    const LibraryText *text = s ? NULL : find_text(name_str(m->name));
    *found = false;
    if (m->program || is_special(name)) {
        return true;
    }
    if (text) {
        s = load(run, text, m->name, false);
        if (!s) {
            return false;
        }
    }
    return !s || module_find_attr(run, s->module, name, found, result);
}

/* ---- what library modules ask of C ---- */

static bool library_stand_in(Run *run, const Value *args, Value *result) {
    *result = value_none();
    note_stand_in(run, str_dup(run->arena, str_text(args[0])).at,
                  str_dup(run->arena, str_text(args[1])).at);
    return !run->stopping;
}

/* only(what, value, *modelled): any other value of that argument is refused. */
static bool library_only(Run *run, const Value *args, Value *result) {
    *result = value_none();
    for (uint32_t i = 0; i < sequence_count(args[2]); i++) {
        bool equal = false;
        if (!value_equal(run, args[1], sequence_item(args[2], i), &equal) || equal) {
            return !run->stopping && equal;
        }
    }
    return refuse(run, NULL, "this value of %.*s", STR_ARG(str_text(args[0])));
}

static bool library_refuse(Run *run, const Value *args, Value *result) {
    (void)result;
    return refuse(run, NULL, "%.*s", STR_ARG(str_text(args[0])));
}

/* (file, line, function) of the program that called into the library */
static bool library_place(Run *run, const Value *args, Value *result) {
    const Trace *t = run->trace;
    const TraceModule *module;
    Span span;
    bool known = trace_span(t, t->site, &module, &span);
    Value three[3] = {str_make(run, known ? module->source->name : STR("")),
                      value_int(trace_line(t, t->site)),
                      str_of_name(run, trace_frame_at(t, t->frame)->function)};
    (void)args;
    *result = tuple_make(run, 3, three);
    return true;
}

/* Has the class this method, other than as None? What its metaclass has does not count. */
static bool library_has_method(Run *run, const Value *args, Value *result) {
    Value v = type_lookup(run, as_type(args[0]), name_of(run->names, str_text(args[1])));
    *result = value_bool(given(v));
    return true;
}

/* The bits of a float of 4 or 8 bytes, and back. */
static bool library_real_bits(Run *run, const Value *args, Value *result) {
    float f = (float)args[0].as.real;
    uint64_t bits = 0;
    uint32_t half;
    if (args[1].as.integer == 8) {
        memcpy(&bits, &args[0].as.real, sizeof bits);
    } else {
        if (isinf(f) && !isinf(args[0].as.real)) {
            return raise_error(run, run->exception.OverflowError,
                               "float too large to pack with f format");
        }
        memcpy(&half, &f, sizeof half);
        bits = half;
    }
    Value low = value_int((int64_t)(bits & 0xffffffff)), high = value_int((int64_t)(bits >> 32));
    return value_binary(run, BINARY_OPERATOR_LEFT_SHIFT, high, value_int(32), &high) &&
           value_binary(run, BINARY_OPERATOR_OR, high, low, result);
}

static bool library_real_of_bits(Run *run, const Value *args, Value *result) {
    Value low, high;
    int64_t parts[2];
    if (!value_binary(run, BINARY_OPERATOR_AND, args[0], value_int(0xffffffff), &low) ||
        !value_binary(run, BINARY_OPERATOR_RIGHT_SHIFT, args[0], value_int(32), &high) ||
        !index_of(run, low, &parts[0]) || !index_of(run, high, &parts[1])) {
        return false;
    }
    uint32_t half = (uint32_t)parts[0];
    uint64_t bits = (uint64_t)parts[1] << 32 | half;
    float f;
    double d;
    memcpy(&f, &half, sizeof f);
    memcpy(&d, &bits, sizeof d);
    *result = value_float(args[1].as.integer == 8 ? d : (double)f);
    return true;
}

/* The bytes of a str or of bytes, as a list of numbers, and back: so that Python 2, where bytes are
 * letters, makes no difference. */
static bool library_octets(Run *run, const Value *args, Value *result) {
    Str s = is_bytes(run, args[0]) ? bytes_text(args[0]) : str_text(args[0]);
    *result = list_make(run, 0, NULL);
    for (size_t i = 0; i < s.len; i++) {
        list_append(run, *result, value_int((unsigned char)s.at[i]));
    }
    return true;
}

static bool library_bytes_of(Run *run, const Value *args, Value *result) {
    uint32_t n = sequence_count(args[0]);
    char *at = ARENA_ARRAY(run->arena, n + 1, char);
    for (uint32_t i = 0; i < n; i++) {
        int64_t octet; /* of Python 2 it may be a long */
        if (!index_of(run, sequence_item(args[0], i), &octet)) {
            return false;
        }
        at[i] = (char)octet;
    }
    *result = bytes_make(run, (Str){at, n});
    return true;
}

/* May something of this path be written, so that it needs no stand-in? */
static bool library_may_write(Run *run, const Value *args, Value *result) {
    Str path;
    bool ok = path_of(run, args[0], &path);
    *result = value_bool(ok && file_may_change(run, path));
    return ok;
}

/* Bytes as a record of TensorFlow's files. */
static bool library_record(Run *run, const Value *args, Value *result) {
    Sink out = sink_memory(run->arena);
    record_put(is_bytes(run, args[0]) ? bytes_text(args[0]) : str_text(args[0]), &out);
    *result = bytes_make(run, sink_str(&out));
    return true;
}

static const NativeSpec functions[] = {
    {.name = "octets", .signature = "data, /", .fn = library_octets},
    {.name = "bytes_of", .signature = "numbers, /", .fn = library_bytes_of},
    {.name = "real_bits", .signature = "x, size, /", .fn = library_real_bits},
    {.name = "real_of_bits", .signature = "bits, size, /", .fn = library_real_of_bits},
    {.name = "has_method", .signature = "cls, name, /", .fn = library_has_method},
    {.name = "stand_in", .signature = "what, effect, /", .fn = library_stand_in},
    {.name = "only", .signature = "what, value, *modelled", .fn = library_only},
    {.name = "refuse", .signature = "what, /", .fn = library_refuse},
    {.name = "may_write", .signature = "path, /", .fn = library_may_write},
    {.name = "record", .signature = "data, /", .fn = library_record},
    {.name = "place", .signature = "", .fn = library_place},
    {0},
};

bool library_call(Run *run, const char *module, const char *function, uint32_t n, const Value *args,
                  Value *result) {
    Module *m = map_ptr(&run->modules, name_z(run->names, module));
    bool found = false;
    Value f = value_unbound();
    return library_attribute(run, m, name_z(run->names, function), &found, &f) && found &&
           value_call_n(run, f, n, args, result);
}

static bool library_missing(Run *run, Module *m, Name name, bool *found, Value *result) {
    return refuse_known(run, m, name, found, result);
}

/* Modules in C without a list of what they lack look into the library, too. */
void install_library(Run *run) {
    module_add_functions(run, module_make(run, "_library"), functions);
    for (size_t i = 0; i < LIBRARY; i++) {
        Module *m = map_ptr(&run->modules, name_z(run->names, library_texts[i].name));
        if (m && !m->missing) {
            m->missing = library_missing;
        }
    }
}
