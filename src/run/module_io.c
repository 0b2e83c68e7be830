/* module_io.c: open(), io.StringIO and io.BytesIO. A file is read whole when it is opened; from
 * then on it is memory as the others are. One that may be written is put in place whole when it is
 * flushed or closed, and at the end of the run. */
#include <string.h>

#include "base/utf8.h"
#include "run/files.h"
#include "run/machine.h"
#include "run/standard.h"

typedef struct MemoryFile {
    Object object;
    char *text; /* [cap]; its first len bytes are the content */
    size_t len, cap;
    size_t at;   /* the next byte to be read or written */
    bool shared; /* values point into text: they must not see what is written over it */
    bool closed, binary, writable;
    bool stored;  /* what is written goes into the file `name` */
    bool unread;  /* opened for writing only */
    bool appends; /* always at the end */
    bool changed; /* since the file was put in place */
    Value name, mode, encoding;
} MemoryFile;

static MemoryFile *file_at(Value v) {
    return (MemoryFile *)v.as.object;
}

static bool is_string_io(const Run *run, Value v) {
    return is_instance(run, v, run->standard->string_io);
}

/* False: it is closed. */
static bool is_open(Run *run, Value self) {
    const MemoryFile *f = file_at(self);
    if (!f->closed) {
        return true;
    }
    const char *dot = is_string_io(run, self) ? "" : ".";
    bool buffered = f->binary && (f->stored || !f->writable);
    return buffered ? raise_value_error(run, "%s closed file", f->unread ? "write to" : "read of")
                    : raise_value_error(run, "I/O operation on closed file%s", dot);
}

static bool unsupported(Run *run, const char *what) {
    return raise_error(run, run->standard->unsupported, "%s", what);
}

/* ---- reading ---- */

static Value piece(Run *run, MemoryFile *f, size_t from, size_t to) {
    Str text = {f->text + from, to - from};
    f->shared = true;
    f->at = to > f->at ? to : f->at;
    if (run->trace->python == 2) {
        return f->binary || is_none(f->encoding) ? str_share(run, text) : unicode_make(run, text);
    }
    return f->binary ? bytes_make(run, text) : str_share(run, text);
}

/* The byte behind `size` characters (bytes of a binary file) from here; size < 0: all. */
static size_t end_of(const MemoryFile *f, int64_t size) {
    Str rest = {f->text + f->at, f->at < f->len ? f->len - f->at : 0};
    if (size < 0 || (uint64_t)size >= rest.len) {
        return f->at + rest.len;
    }
    return f->at + (f->binary ? (size_t)size : utf8_offset(rest, (size_t)size));
}

static bool is_readable(Run *run, Value self) {
    const MemoryFile *f = file_at(self);
    return is_open(run, self) &&
           (!f->unread || unsupported(run, f->binary ? "read" : "not readable"));
}

static bool size_of(Run *run, Value v, int64_t *size) {
    *size = -1;
    return is_none(v) || index_of(run, v, size);
}

static bool file_read_method(Run *run, const Value *args, Value *result) {
    MemoryFile *f = file_at(args[0]);
    int64_t size;
    if (!is_readable(run, args[0]) || !size_of(run, args[1], &size)) {
        return false;
    }
    *result = piece(run, f, f->at, end_of(f, size));
    return true;
}

/* The end of the line that begins here, its newline included. */
static size_t line_end(const MemoryFile *f) {
    const char *newline = f->at < f->len ? memchr(f->text + f->at, '\n', f->len - f->at) : NULL;
    return newline ? (size_t)(newline - f->text) + 1 : f->at < f->len ? f->len : f->at;
}

static bool file_readline(Run *run, const Value *args, Value *result) {
    MemoryFile *f = file_at(args[0]);
    int64_t size;
    if (!is_readable(run, args[0]) || !size_of(run, args[1], &size)) {
        return false;
    }
    size_t end = line_end(f), most = end_of(f, size);
    *result = piece(run, f, f->at, end < most ? end : most);
    return true;
}

static bool file_readlines(Run *run, const Value *args, Value *result) {
    MemoryFile *f = file_at(args[0]);
    int64_t hint;
    if (!is_readable(run, args[0]) || !size_of(run, args[1], &hint)) {
        return false;
    }
    size_t start = f->at;
    *result = list_make(run, 0, NULL);
    while (f->at < f->len && (hint <= 0 || f->at - start < (size_t)hint)) {
        list_append(run, *result, piece(run, f, f->at, line_end(f)));
    }
    return true;
}

static bool file_next(Run *run, Value self, Value *result, bool *done) {
    MemoryFile *f = file_at(self);
    *done = f->at >= f->len;
    if (!is_readable(run, self)) {
        return false;
    }
    if (!*done) {
        *result = piece(run, f, f->at, line_end(f));
    }
    return true;
}

static bool file_iter(Run *run, Value self, Value *result) {
    *result = self;
    return is_open(run, self);
}

/* ---- writing ---- */

/* Room for n bytes at the place where is written; what values still show is not written over. */
static void make_room(Run *run, MemoryFile *f, size_t n) {
    bool over = f->shared && f->at < f->len;
    size_t needed = f->at + n;
    if (!over && needed <= f->cap) {
        return;
    }
    size_t cap = needed > f->cap ? 2 * needed + 64 : f->cap;
    char *text = arena_alloc(run->arena, cap);
    if (f->len) {
        memcpy(text, f->text, f->len);
    }
    f->text = text;
    f->cap = cap;
    f->shared = false;
}

static void put_text(Run *run, MemoryFile *f, Str text) {
    make_room(run, f, text.len);
    if (f->at > f->len) { /* a gap behind seek() */
        memset(f->text + f->len, 0, f->at - f->len);
    }
    /* in a text, characters take the place of characters */
    size_t old = f->binary ? text.len : utf8_count(text);
    size_t end = f->at < f->len ? end_of(f, (int64_t)old) : f->at;
    size_t rest = f->at < f->len ? f->len - end : 0;
    if (rest && end - f->at != text.len) {
        make_room(run, f, text.len + rest);
        memmove(f->text + f->at + text.len, f->text + end, rest);
    }
    if (text.len) {
        memcpy(f->text + f->at, text.at, text.len);
    }
    f->at += text.len;
    f->len = rest ? f->at + rest : f->at > f->len || end > f->at ? f->at : f->len;
}

static bool written_text(Run *run, const MemoryFile *f, Value v, Str *text) {
    if ((f->binary && is_bytes(run, v)) ||
        ((!f->binary || run->trace->python == 2) && is_str(run, v))) {
        *text = is_str(run, v) ? str_text(v) : bytes_text(v);
        return true;
    }
    Str name = type_name(run, v);
    if (f->stored && !f->binary) {
        return raise_type_error(run, "write() argument must be str, not %.*s", STR_ARG(name));
    }
    return f->binary
               ? raise_type_error(run, "a bytes-like object is required, not '%.*s'", STR_ARG(name))
               : raise_type_error(run, "string argument expected, got '%.*s'", STR_ARG(name));
}

/* Lone surrogates have no bytes. */
static bool is_encoded(Run *run, Str text) {
    size_t bad;
    Value bytes;
    return utf8_valid(text, &bad) || run->trace->python == 2 ||
           call_method(run, str_share(run, text), "encode", 0, NULL, &bytes);
}

static bool file_write_method(Run *run, const Value *args, Value *result) {
    MemoryFile *f = file_at(args[0]);
    Str text;
    if (!is_open(run, args[0])) {
        return false;
    }
    if (!f->writable) {
        return unsupported(run, f->binary ? "write" : "not writable");
    }
    if (!written_text(run, f, args[1], &text)) {
        return false;
    }
    if (f->stored && !f->binary && !is_encoded(run, text)) {
        return false;
    }
    f->at = f->appends ? f->len : f->at;
    f->changed = true;
    put_text(run, f, text);
    *result = value_int((int64_t)(f->binary ? text.len : utf8_count(text)));
    return true;
}

static bool file_writelines(Run *run, const Value *args, Value *result) {
    return write_lines(run, args, file_write_method, result);
}

static bool file_getvalue(Run *run, const Value *args, Value *result) {
    MemoryFile *f = file_at(args[0]);
    size_t at = f->at;
    if (!is_open(run, args[0])) {
        return false;
    }
    *result = piece(run, f, 0, f->len);
    f->at = at;
    return true;
}

static bool file_truncate(Run *run, const Value *args, Value *result) {
    MemoryFile *f = file_at(args[0]);
    int64_t size;
    if (!is_open(run, args[0]) || !size_of(run, args[1], &size)) {
        return false;
    }
    if (!f->writable) {
        return unsupported(run, "truncate");
    }
    size_t at = f->at, end = f->at;
    if (size >= 0) {
        f->at = 0;
        end = end_of(f, size);
        f->at = at;
    }
    f->len = end < f->len ? end : f->len;
    f->changed = true;
    *result = value_int(size >= 0 ? size : (int64_t)at);
    return true;
}

/* ---- places ---- */

/* A place as programs see it: characters of a StringIO, bytes else. */
static int64_t place_shown(const Run *run, Value self, size_t at) {
    const MemoryFile *f = file_at(self);
    size_t within = at < f->len ? at : f->len;
    bool counted = is_string_io(run, self);
    return (int64_t)(counted ? utf8_count((Str){f->text, within}) + (at - within) : at);
}

static size_t place_meant(const Run *run, Value self, int64_t n) {
    const MemoryFile *f = file_at(self);
    Str text = {f->text, f->len};
    size_t count = is_string_io(run, self) ? utf8_count(text) : f->len;
    return (uint64_t)n >= count ? f->len + ((size_t)n - count)
           : count == f->len    ? (size_t)n
                                : utf8_offset(text, (size_t)n);
}

static bool file_tell(Run *run, const Value *args, Value *result) {
    *result = value_int(place_shown(run, args[0], file_at(args[0])->at));
    return is_open(run, args[0]);
}

#define PLACE_MAX ((int64_t)1 << 40)

static bool file_seek(Run *run, const Value *args, Value *result) {
    MemoryFile *f = file_at(args[0]);
    int64_t n, whence;
    if (!is_open(run, args[0]) || !index_of(run, args[1], &n) || !index_of(run, args[2], &whence)) {
        return false;
    }
    if (whence && n && !f->binary) {
        return is_string_io(run, args[0])
                   ? raise_error(run, run->exception.OSError, "Can't do nonzero cur-relative seeks")
                   : unsupported(run, whence == 1 ? "can't do nonzero cur-relative seeks"
                                                  : "can't do nonzero end-relative seeks");
    }
    n += whence ? place_shown(run, args[0], whence == 1 ? f->at : f->len) : 0;
    if (n < 0 && whence == 0) {
        return raise_value_error(run,
                                 is_string_io(run, args[0]) ? "Negative seek position %lld"
                                                            : "negative seek value %lld",
                                 (long long)n);
    }
    if (n > PLACE_MAX) {
        return refuse(run, NULL, "a file of such a length");
    }
    n = n < 0 ? 0 : n;
    f->at = place_meant(run, args[0], n);
    *result = value_int(n);
    return true;
}

/* ---- the rest ---- */

/* Puts the file in place as it is now. */
static bool store(Run *run, MemoryFile *f) {
    Str path;
    bool needed = f->stored && f->changed;
    f->changed = false;
    return !needed || (path_of(run, f->name, &path) &&
                       file_write_bytes(run, path, (Str){f->text ? f->text : "", f->len}));
}

static bool close_file(Run *run, MemoryFile *f) {
    bool was_open = !f->closed;
    f->closed = true;
    return !was_open || store(run, f);
}

bool files_store(Run *run) {
    const Standard *s = run->standard;
    for (size_t i = 0; i < s->written_files.count; i++) {
        if (!close_file(run, *LOG_AT(&s->written_files, MemoryFile *, i))) {
            return false;
        }
    }
    return true;
}

/* The file at the path that is open and not in place as it is; NULL: there is none. */
static MemoryFile *unsettled(Run *run, Str path) {
    const Standard *s = run->standard;
    for (size_t i = s->written_files.count; i-- > 0;) {
        MemoryFile *f = *LOG_AT(&s->written_files, MemoryFile *, i);
        Str other;
        if (!f->closed && f->changed && path_of(run, f->name, &other) &&
            str_eq(path_absolute(run, other), path_absolute(run, path))) {
            return f;
        }
    }
    return NULL;
}

bool file_settle(Run *run, Str path) {
    MemoryFile *f = unsettled(run, path);
    return !f || store(run, f);
}

bool file_settled(Run *run, Str path) {
    return !unsettled(run, path) ||
           refuse(run, "close it, or flush it", "reading %.*s, which is still open for writing",
                  STR_ARG(path));
}

static bool file_close(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return close_file(run, file_at(args[0]));
}

static bool file_flush(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return is_open(run, args[0]) && store(run, file_at(args[0]));
}

static bool file_readable(Run *run, const Value *args, Value *result) {
    *result = value_bool(!file_at(args[0])->unread);
    return is_open(run, args[0]);
}

static bool file_true(Run *run, const Value *args, Value *result) {
    *result = value_bool(true);
    return is_open(run, args[0]);
}

static bool file_false(Run *run, const Value *args, Value *result) {
    *result = value_bool(false);
    return is_open(run, args[0]);
}

static bool file_writable(Run *run, const Value *args, Value *result) {
    *result = value_bool(file_at(args[0])->writable);
    return is_open(run, args[0]);
}

static bool file_fileno(Run *run, const Value *args, Value *result) {
    (void)args;
    (void)result;
    return unsupported(run, "fileno");
}

static bool file_enter(Run *run, Value self, Value *result) {
    *result = self;
    return is_open(run, self);
}

static bool file_exit(Run *run, Value self, Value exception, bool *swallow) {
    (void)exception;
    *swallow = false;
    return close_file(run, file_at(self));
}

static bool closed_getter(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = value_bool(file_at(args[0])->closed);
    return true;
}

static bool name_getter(Run *run, const Value *args, Value *result) {
    *result = file_at(args[0])->name;
    return !is_unbound(*result) ||
           raise_attribute_error(run, "'%.*s' object has no attribute 'name'",
                                 STR_ARG(type_name(run, args[0])));
}

static bool mode_getter(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = file_at(args[0])->mode;
    return true;
}

static bool encoding_getter(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = file_at(args[0])->encoding;
    return true;
}

static bool file_repr(Run *run, Value self, Value *result) {
    const MemoryFile *f = file_at(self);
    Str name, mode, encoding;
    if (is_unbound(f->name)) {
        Str type = type_name(run, self);
        *result = str_format(run, "<_io.%.*s object at %.*s>", STR_ARG(type),
                             STR_ARG(object_address(run, self.as.object)));
        return true;
    }
    if (!value_repr(run, f->name, &name) || !value_repr(run, f->mode, &mode) ||
        !value_repr(run, f->encoding, &encoding)) {
        return false;
    }
    *result = run->trace->python == 2
                  ? str_format(run, "<open file %.*s, mode %.*s at %.*s>", STR_ARG(name),
                               STR_ARG(mode), STR_ARG(object_address(run, self.as.object)))
              : f->binary ? str_format(run, "<_io.%.*s name=%.*s>",
                                       STR_ARG(type_short_name(run, self)), STR_ARG(name))
                          : str_format(run, "<_io.TextIOWrapper name=%.*s mode=%.*s encoding=%.*s>",
                                       STR_ARG(name), STR_ARG(mode), STR_ARG(encoding));
    return true;
}

static const NativeSpec methods[] = {
    {.name = "read", .signature = "self, size=-1, /", .fn = file_read_method},
    {.name = "readline", .signature = "self, size=-1, /", .fn = file_readline},
    {.name = "readlines", .signature = "self, hint=-1, /", .fn = file_readlines},
    {.name = "write", .signature = "self, text, /", .fn = file_write_method},
    {.name = "writelines", .signature = "self, lines, /", .fn = file_writelines},
    {.name = "truncate", .signature = "self, size=None, /", .fn = file_truncate},
    {.name = "seek", .signature = "self, cookie, whence=0, /", .fn = file_seek},
    {.name = "tell", .signature = "self, /", .fn = file_tell},
    {.name = "close", .signature = "self, /", .fn = file_close},
    {.name = "flush", .signature = "self, /", .fn = file_flush},
    {.name = "readable", .signature = "self, /", .fn = file_readable},
    {.name = "seekable", .signature = "self, /", .fn = file_true},
    {.name = "writable", .signature = "self, /", .fn = file_writable},
    {.name = "isatty", .signature = "self, /", .fn = file_false},
    {.name = "fileno", .signature = "self, /", .fn = file_fileno},
    {0},
};

static const NativeSpec memory_methods[] = {
    {.name = "getvalue", .signature = "self, /", .fn = file_getvalue},
    {0},
};

/* ---- making ---- */

static MemoryFile *memory_file(Run *run, const Type *type, Str text, bool binary) {
    MemoryFile *f = object_make_mutable(run, type, type->size);
    f->text = (char *)(uintptr_t)text.at;
    f->len = f->cap = text.len;
    f->shared = true;
    f->binary = binary;
    f->name = value_unbound();
    f->mode = f->encoding = value_none();
    return f;
}

/* Line ends stay as they are written; '' would only split at more of them. */
static bool check_newline(Run *run, Value newline) {
    bool plain =
        is_str(run, newline) && (!str_text(newline).len || str_is(str_text(newline), "\n"));
    return is_unbound(newline) || plain ||
           refuse(run, NULL, "a StringIO that translates line ends");
}

/* StringIO(initial, newline), BytesIO(initial) */
static bool memory_make(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters text_parameters = {"StringIO", 0, 2, {"initial_value", "newline"}};
    static const Parameters bytes_parameters = {"BytesIO", 0, 1, {"initial_bytes"}};
    bool binary = is_subtype(type, run->standard->bytes_io);
    Value given_ones[2] = {value_unbound(), value_unbound()};
    if (!take_args(run, args, binary ? &bytes_parameters : &text_parameters, given_ones) ||
        !check_newline(run, given_ones[1])) {
        return false;
    }
    Value initial = given_ones[0];
    MemoryFile *f = memory_file(run, type, STR(""), binary);
    Str text = STR("");
    f->writable = true;
    *result = value_object(f);
    if (given(initial) && !binary && !is_str(run, initial)) {
        return raise_type_error(run, "initial_value must be str or None, not %.*s",
                                STR_ARG(type_name(run, initial)));
    }
    if (given(initial) && !written_text(run, f, initial, &text)) {
        return false;
    }
    put_text(run, f, text);
    f->at = 0;
    return true;
}

/* ---- open ---- */

typedef struct OpenMode {
    bool binary, writes;
    bool plus;
    char way; /* r, w, a, x */
} OpenMode;

static bool mode_of(Run *run, Value v, OpenMode *mode) {
    Str text;
    int ways = 0;
    *mode = (OpenMode){.way = 'r'};
    if (!text_of(run, v, &text)) {
        return false;
    }
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        bool way = c == 'r' || c == 'w' || c == 'a' || c == 'x';
        ways += way;
        mode->way = way ? c : mode->way;
        mode->plus |= c == '+';
        mode->binary |= c == 'b';
        mode->writes |= c == 'w' || c == 'a' || c == 'x' || c == '+';
        if (!strchr("rwaxbt+U", c)) {
            return raise_value_error(run, "invalid mode: '%.*s'", STR_ARG(text));
        }
    }
    if (ways == 1 || str_find(text, STR("U"), 0) >= 0) {
        return true;
    }
    return raise_value_error(run, "must have exactly one of create/read/write/append mode%s",
                             ways ? "" : " and at most one plus");
}

/* "\r\n" and lone "\r" as "\n". */
static Str unix_ends(Run *run, Str text) {
    if (!text.len || !memchr(text.at, '\r', text.len)) {
        return text;
    }
    Sink out = sink_memory(run->arena);
    for (size_t i = 0; i < text.len; i++) {
        bool cr = text.at[i] == '\r';
        sink_char(&out, cr ? '\n' : text.at[i]);
        i += cr && i + 1 < text.len && text.at[i + 1] == '\n';
    }
    return sink_str(&out);
}

/* Text files of Python 2 hold bytes, which are taken for UTF-8 when they are. */
static bool decoded(Run *run, Str *text, Value encoding, Value errors) {
    Value v;
    size_t bad;
    bool utf8 = utf8_valid(*text, &bad);
    if (utf8 && is_none(encoding)) {
        return true;
    }
    Value latin = str_share(run, STR("latin-1")), standard = str_share(run, STR("utf-8"));
    Value used = given(encoding) ? encoding : run->trace->python == 2 ? latin : standard;
    if (!bytes_decode(run, *text, used, given(errors) ? errors : str_share(run, STR("strict")),
                      &v)) {
        return false;
    }
    *text = str_text(v);
    return true;
}

/* ---- open for writing ---- */

/* Only what is UTF-8 already, which is what the texts of a run are. */
static bool check_written(Run *run, const OpenMode *mode, const Value *args) {
    Str encoding = is_str(run, args[3]) ? str_text(args[3]) : STR("utf-8");
    Sink lower = sink_memory(run->scratch);
    for (size_t i = 0; i < encoding.len; i++) {
        char c = encoding.at[i];
        sink_char(&lower, c == '_' ? '-' : (char)(c | (c >= 'A' && c <= 'Z' ? 0x20 : 0)));
    }
    Str name = encoding.len ? sink_str(&lower) : STR("");
    bool known = mode->binary || str_is(name, "utf-8") || str_is(name, "utf8");
    return known || refuse(run, NULL, "writing text in the encoding %.*s", STR_ARG(encoding));
}

/* What is in the file to begin with. */
static bool start_text(Run *run, const OpenMode *mode, Str path, Str *text) {
    FolderEntry entry = file_find(run, path).entry;
    *text = STR("");
    if (!file_settle(run, path)) {
        return false;
    }
    if (entry == FOLDER_FOLDER) {
        return raise_os_error(run, 21, path);
    }
    if (mode->way == 'x' && entry >= FOLDER_FILE) {
        return raise_os_error(run, 17, path);
    }
    if (mode->way == 'r' || (mode->way == 'a' && entry == FOLDER_FILE)) {
        return file_bytes(run, path, text);
    }
    return file_write_bytes(run, path, *text); /* it is there from now on, and empty */
}

static bool text_fits(Run *run, const OpenMode *mode, Str text) {
    size_t bad;
    bool fits = mode->binary || !mode->plus ||
                (utf8_valid(text, &bad) && !(text.len && memchr(text.at, '\r', text.len)));
    return fits || refuse(run, "open it as binary", "changing a text file with such bytes");
}

static bool open_written(Run *run, const OpenMode *mode, Str path, const Value *args,
                         Value *result) {
    const Standard *s = run->standard;
    Str text;
    if (!file_may_change(run, path)) {
        return refuse(run, "--allow-write DIR lets the program change the files below DIR",
                      "writing %.*s is not allowed", STR_ARG(path));
    }
    if (!check_written(run, mode, args) || !start_text(run, mode, path, &text) ||
        !text_fits(run, mode, text)) {
        return false;
    }
    const Type *binary = mode->plus ? s->binary_random : s->binary_writer;
    MemoryFile *f = memory_file(run, mode->binary ? binary : s->text_file, text, mode->binary);
    f->writable = f->stored = true;
    f->unread = !mode->plus;
    f->appends = mode->way == 'a';
    f->at = f->appends ? f->len : 0;
    *LOG_PUSH(&run->standard->written_files, MemoryFile *) = f;
    *result = value_object(f);
    return true;
}

static void describe(Run *run, MemoryFile *f, const Value *args) {
    f->name = args[0];
    f->mode = args[1];
    f->encoding = f->binary                 ? value_none()
                  : given(args[3])          ? args[3]
                  : run->trace->python == 2 ? value_none()
                                            : str_share(run, STR("UTF-8"));
}

/* open(file, mode, buffering, encoding, errors, newline) */
static bool open_file(Run *run, const Value *args, Value *result) {
    OpenMode mode;
    Str path, text;
    if (args[0].kind == VALUE_INT) {
        return refuse(run, NULL, "open() of a file descriptor");
    }
    if (!path_of(run, args[0], &path) || !mode_of(run, args[1], &mode)) {
        return false;
    }
    if (mode.binary && given(args[3])) {
        return raise_value_error(run, "binary mode doesn't take an encoding argument");
    }
    if (path.len && memchr(path.at, 0, path.len)) {
        return raise_value_error(run, "embedded null byte");
    }
    if (mode.writes) {
        bool ok = open_written(run, &mode, path, args, result);
        if (ok) {
            describe(run, file_at(*result), args);
        }
        return ok;
    }
    bool bytes = mode.binary && run->trace->python == 3;
    if (!file_bytes(run, path, &text) || (!bytes && !decoded(run, &text, args[3], args[4]))) {
        return false;
    }
    bool translated = !mode.binary && is_none(args[5]);
    const Type *type = mode.binary ? run->standard->binary_file : run->standard->text_file;
    MemoryFile *f = memory_file(run, type, translated ? unix_ends(run, text) : text, mode.binary);
    describe(run, f, args);
    *result = value_object(f);
    return true;
}

/* codecs.open(filename, mode, encoding, errors) */
static bool codecs_open(Run *run, const Value *args, Value *result) {
    Value all[6] = {args[0], args[1], value_int(-1), args[2], args[3], text_value(run, "\n")};
    return open_file(run, all, result);
}

#define OPEN_SIGNATURE                                                                             \
    "file, mode='r', buffering=-1~, encoding=None, errors=None, newline=None!''|'\n', "            \
    "closefd=True~, opener=None!"

static const NativeSpec open_functions[] = {
    {.name = "open", .signature = OPEN_SIGNATURE, .fn = open_file},
    {0},
};

static const NativeSpec codecs_functions[] = {
    {.name = "open",
     .signature = "filename, mode='r', encoding=None, errors='strict', buffering=1~",
     .fn = codecs_open},
    {0},
};

static const char *const io_refused[] = {
    "FileIO", "RawIOBase", "TextIOBase", "BufferedIOBase", "open_code", "BufferedRWPair", NULL};
static const char *const codecs_refused[] = {
    "encode",     "decode",       "lookup",        "getreader",  "getwriter",      "register",
    "getencoder", "getdecoder",   "EncodedFile",   "iterdecode", "iterencode",     "StreamReader",
    "CodecInfo",  "StreamWriter", "StreamRecoder", "Codec",      "register_error", NULL};

static Type *file_type(Run *run, const char *name, bool memory) {
    Type *t = type_make(run, name, NULL, "_io");
    t->size = sizeof(MemoryFile);
    t->repr = file_repr;
    t->iter = file_iter;
    t->next = file_next;
    t->enter = file_enter;
    t->exit = file_exit;
    t->make = memory ? memory_make : NULL;
    type_add_methods(run, t, methods);
    if (memory) {
        type_add_methods(run, t, memory_methods);
    }
    type_add_getter(run, t, "closed", closed_getter);
    type_add_getter(run, t, "name", name_getter);
    type_add_getter(run, t, "mode", mode_getter);
    type_add_getter(run, t, "encoding", encoding_getter);
    return t;
}

void install_io(Run *run, Standard *s) {
    Module *io = module_make(run, "io"), *codecs = module_make(run, "codecs");
    s->text_file = file_type(run, "TextIOWrapper", false);
    s->binary_file = file_type(run, "BufferedReader", false);
    s->binary_writer = file_type(run, "BufferedWriter", false);
    s->binary_random = file_type(run, "BufferedRandom", false);
    s->written_files = log_make(run->arena, sizeof(MemoryFile *));
    s->string_io = file_type(run, "StringIO", true);
    s->bytes_io = file_type(run, "BytesIO", true);
    s->unsupported = type_make(run, "UnsupportedOperation", run->exception.OSError, "io");
    module_add_functions(run, run->builtins, open_functions);
    module_add_functions(run, io, open_functions);
    module_add_functions(run, codecs, codecs_functions);
    io->missing = codecs->missing = refuse_known;
    io->context = (void *)(uintptr_t)io_refused;
    codecs->context = (void *)(uintptr_t)codecs_refused;
    module_set(run, io, "StringIO", value_object(s->string_io));
    module_set(run, io, "BytesIO", value_object(s->bytes_io));
    module_set(run, io, "TextIOWrapper", value_object(s->text_file));
    module_set(run, io, "BufferedReader", value_object(s->binary_file));
    module_set(run, io, "BufferedWriter", value_object(s->binary_writer));
    module_set(run, io, "BufferedRandom", value_object(s->binary_random));
    module_set(run, io, "UnsupportedOperation", value_object(s->unsupported));
    module_set(run, io, "DEFAULT_BUFFER_SIZE", value_int(8192));
}
