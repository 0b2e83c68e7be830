/* numpy_file.c: arrays from files that may be read, and from bytes and text: load, fromfile,
 * frombuffer, tobytes; what loadtxt and genfromtxt (numpy_script.def) need. */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "run/files.h"
#include "run/numpy_functions.h"

#define NONE value_none()

/* ---- bytes ---- */

/* The bytes of a path, of an open file, or of what has a read method. */
static bool bytes_of(Run *run, Value file, Str *bytes) {
    bool found;
    Value read, content;
    if (is_bytes(run, file) && !is_str(run, file)) {
        *bytes = bytes_text(file);
        return true;
    }
    if (is_str(run, file)) {
        return file_bytes_of(run, file, bytes);
    }
    if (!value_find_attr(run, file, name_z(run->names, "read"), &found, &read)) {
        return false;
    }
    if (!found) {
        return file_bytes_of(run, file, bytes);
    }
    if (!value_call_n(run, read, 0, NULL, &content)) {
        return false;
    }
    bool text = is_str(run, content);
    if (!text && !is_bytes(run, content)) {
        return raise_type_error(run, "expected str, bytes or os.PathLike object, not %.*s",
                                STR_ARG(type_name(run, content)));
    }
    *bytes = text ? str_text(content) : bytes_text(content);
    return true;
}

/* One string of `width` characters at `at`: bytes, or little-endian code points of four bytes. */
static Str string_at(Run *run, const char *at, int64_t width, bool text) {
    Sink out = sink_memory(run->arena);
    int64_t size = text ? 4 : 1, n = width;
    while (n > 0 && memcmp(at + (n - 1) * size, "\0\0\0", (size_t)size) == 0) {
        n--;
    }
    for (int64_t i = 0; i < n; i++) {
        uint32_t cp;
        char encoded[4];
        if (!text) {
            sink_char(&out, at[i]);
            continue;
        }
        memcpy(&cp, at + i * 4, 4);
        sink_put(&out, (Str){encoded, utf8_put(encoded, cp < 0x110000 ? cp : 0xfffd)});
    }
    return sink_str(&out);
}

/* How elements lie in a file. */
typedef struct Layout {
    DType dtype;
    bool text;
    int64_t width; /* of strings */
} Layout;

static int64_t element_bytes(const Layout *l) {
    return l->dtype == DTYPE_STRING ? l->width * (l->text ? 4 : 1) : (int64_t)dtype_size(l->dtype);
}

static bool layout_of(Run *run, Value dtype, Layout *l) {
    bool text = false;
    if (!dtype_argument(run, dtype, DTYPE_FLOAT64, &l->dtype, &text)) {
        return false;
    }
    l->text = text;
    l->width = l->dtype == DTYPE_STRING ? dtype_width(run, dtype) : 0;
    return l->dtype != DTYPE_STRING || l->width > 0 ||
           raise_value_error(run, "itemsize cannot be zero in type");
}

/* Elements in a row of a shape; the bytes are enough. */
static Value array_of_bytes(Run *run, const Layout *l, Shape shape, const char *at) {
    Tensor *t = tensor_make(run->arena, l->dtype, shape);
    int64_t size = element_bytes(l);
    for (int64_t i = 0; l->dtype == DTYPE_STRING && i < t->count; i++) {
        ((Str *)t->data)[i] = string_at(run, at + i * size, l->width, l->text);
    }
    if (l->dtype != DTYPE_STRING && t->count) {
        memcpy(t->data, at, (size_t)(t->count * size));
    }
    Value v = array_make_text(run, t, l->text);
    as_array(v)->width = (int32_t)l->width;
    return v;
}

/* args: the bytes, dtype, count, offset; count -1: all */
static bool from_bytes(Run *run, Str bytes, const Value *args, bool whole, Value *result) {
    Layout l;
    int64_t n, offset;
    if (!layout_of(run, args[1], &l) || !index_of(run, args[2], &n) ||
        !index_of(run, args[3], &offset)) {
        return false;
    }
    int64_t size = element_bytes(&l), left = (int64_t)bytes.len - offset;
    if (offset < 0 || left < 0) {
        return raise_value_error(
            run, "offset must be non-negative and no greater than buffer length (%lld)",
            (long long)bytes.len);
    }
    if (n < 0 && whole && left % size) {
        return raise_value_error(run, "buffer size must be a multiple of element size");
    }
    int64_t there = left / size;
    if (n > there && whole) {
        return raise_value_error(run, "buffer is smaller than requested size");
    }
    n = n < 0 || n > there ? there : n;
    if (!array_room(run, (Shape){1, &n})) {
        return false;
    }
    *result = array_of_bytes(run, &l, (Shape){1, &n}, bytes.at + offset);
    return true;
}

static bool np_frombuffer(Run *run, const Value *args, Value *result) {
    if (!is_bytes(run, args[0])) {
        return raise_type_error(run, "a bytes-like object is required, not '%.*s'",
                                STR_ARG(type_name(run, args[0])));
    }
    if (!from_bytes(run, bytes_text(args[0]), args, true, result)) {
        return false;
    }
    as_array(*result)->fixed = true;
    return true;
}

/* args: file, dtype, count, sep, offset */
static bool np_fromfile(Run *run, const Value *args, Value *result) {
    Str bytes;
    Value rest[4] = {args[0], args[1], args[2], args[4]};
    if (given(args[3]) && (!is_str(run, args[3]) || str_text(args[3]).len)) {
        return refuse(run, "use numpy.loadtxt", "numpy.fromfile of text");
    }
    return bytes_of(run, args[0], &bytes) && from_bytes(run, bytes, rest, false, result);
}

bool array_tobytes(Run *run, const Value *args, Value *result) {
    Operand x;
    Value flat;
    if (!array_ravel(run, args, &flat) || !tensor_of(run, flat, &x)) {
        return false;
    }
    if (x.tensor->dtype == DTYPE_STRING) {
        return refuse(run, NULL, "the bytes of an array of strings");
    }
    size_t n = (size_t)x.tensor->count * dtype_size(x.tensor->dtype);
    *result = bytes_make(run, (Str){x.tensor->data, n});
    return true;
}

/* ---- .npy ---- */

/* What follows 'key': in the header. */
static Str header_value(Str header, const char *key) {
    ptrdiff_t at = str_find(header, str_of(key), 0);
    size_t from = at < 0 ? header.len : (size_t)at + strlen(key);
    while (from < header.len && (header.at[from] == ' ' || header.at[from] == ':')) {
        from++;
    }
    return str_sub(header, from, header.len);
}

static bool bad_file(Run *run, const char *what) {
    return raise_value_error(run, "%s", what);
}

/* The dims of "(2, 3), …". */
static bool header_shape(Run *run, Str text, Shape *shape) {
    int64_t *dims = ARENA_ARRAY(run->arena, 33, int64_t);
    int rank = 0;
    bool digits = false;
    for (size_t i = 1; i < text.len && text.at[i] != ')'; i++) {
        char c = text.at[i];
        if (c >= '0' && c <= '9') {
            dims[rank] = dims[rank] * 10 + c - '0';
            digits = true;
            if (dims[rank] > (int64_t)1 << 48) {
                return bad_file(run, "shape is not valid");
            }
        } else if (c == ',' && digits) {
            digits = false;
            if (++rank == 32) {
                return bad_file(run, "shape is not valid");
            }
        }
    }
    *shape = (Shape){rank + digits, dims};
    return true;
}

static bool header_layout(Run *run, Str text, Layout *l) {
    size_t end = 1;
    while (end < text.len && text.at[end] != '\'') {
        end++;
    }
    if (!text.len || text.at[0] != '\'') {
        return refuse(run, NULL, "a numpy file of records");
    }
    Str name = str_sub(text, 1, end);
    if (str_is(name, "|O")) {
        return bad_file(run, "Object arrays cannot be loaded when allow_pickle=False");
    }
    return layout_of(run, str_make(run, name), l);
}

static bool parse_npy(Run *run, Str file, Value *result) {
    uint32_t length = 0;
    bool magic = file.len >= 12 && memcmp(file.at, "\x93NUMPY", 6) == 0;
    size_t start = magic && file.at[6] >= 2 ? 12 : 10;
    for (size_t i = 8; magic && i < start; i++) {
        length |= (uint32_t)(unsigned char)file.at[i] << (8 * (i - 8));
    }
    if (!magic || length > file.len - start) {
        return bad_file(run, "Cannot load file containing pickled data when allow_pickle=False");
    }
    Str header = str_sub(file, start, start + length),
        body = str_sub(file, start + length, file.len);
    Layout l;
    Shape shape;
    if (!header_layout(run, header_value(header, "'descr'"), &l) ||
        !header_shape(run, header_value(header, "'shape'"), &shape) || !array_room(run, shape)) {
        return false;
    }
    if (shape_count(shape) * element_bytes(&l) > (int64_t)body.len) {
        return bad_file(run, "cannot reshape array: the file is shorter than its header says");
    }
    bool fortran = str_starts(header_value(header, "'fortran_order'"), STR("True"));
    int64_t *dims = ARENA_ARRAY(run->arena, (size_t)shape.rank + 1, int64_t);
    for (int i = 0; i < shape.rank; i++) {
        dims[i] = shape.dims[fortran ? shape.rank - 1 - i : i];
    }
    Value v = array_of_bytes(run, &l, (Shape){shape.rank, dims}, body.at);
    Value self[1] = {v};
    *result = v;
    return !fortran || array_t_getter(run, self, result);
}

/* ---- .npz: a zip archive of them ---- */

typedef struct NpzObject {
    Object object;
    Value files, contents; /* list of names; dict of arrays */
} NpzObject;

static uint32_t little(const char *at, int n) {
    uint32_t v = 0;
    for (int i = 0; i < n; i++) {
        v |= (uint32_t)(unsigned char)at[i] << (8 * i);
    }
    return v;
}

static bool npz_add(Run *run, NpzObject *npz, Str name, Str body) {
    Value array, key;
    Str plain = str_ends(name, STR(".npy")) ? str_sub(name, 0, name.len - 4) : name;
    key = str_make(run, plain);
    if (!parse_npy(run, body, &array)) {
        return false;
    }
    list_append(run, npz->files, key);
    return dict_set(run, npz->contents, key, array);
}

/* Entry by entry from the directory at the end of the archive. */
static bool parse_npz(Run *run, Str file, NpzObject *npz) {
    size_t end = file.len >= 22 ? file.len - 22 : 0;
    while (end > 0 && little(file.at + end, 4) != 0x06054b50) {
        end--;
    }
    uint32_t n = end ? little(file.at + end + 10, 2) : 0;
    size_t at = end ? little(file.at + end + 16, 4) : 0;
    for (uint32_t i = 0; i < n; i++) {
        if (at + 46 > file.len || little(file.at + at, 4) != 0x02014b50) {
            return bad_file(run, "File is not a zip file");
        }
        const char *entry = file.at + at;
        size_t size = little(entry + 20, 4), name = little(entry + 28, 2);
        size_t local = little(entry + 42, 4);
        at += 46 + name + little(entry + 30, 2) + little(entry + 32, 2);
        if (little(entry + 10, 2)) {
            return refuse(run, "numpy.savez writes archives that are not compressed",
                          "a compressed numpy archive");
        }
        if (at > file.len || local + 30 > file.len) {
            return bad_file(run, "File is not a zip file");
        }
        size_t body =
            local + 30 + little(file.at + local + 26, 2) + little(file.at + local + 28, 2);
        if (body > file.len || size > file.len - body) {
            return bad_file(run, "File is not a zip file");
        }
        if (!npz_add(run, npz, (Str){entry + 46, name}, str_sub(file, body, body + size))) {
            return false;
        }
    }
    return true;
}

static bool npz_item(Run *run, Value self, Value key, Value *result) {
    bool found;
    const NpzObject *npz = (const NpzObject *)self.as.object;
    if (!dict_get(run, npz->contents, key, &found, result)) {
        return false;
    }
    Str text;
    return found || (value_str(run, key, &text) &&
                     raise_error(run, run->exception.KeyError, "%.*s is not a file in the archive",
                                 STR_ARG(text)));
}

static bool npz_contains(Run *run, Value self, Value key, bool *result) {
    Value unused;
    return dict_get(run, ((const NpzObject *)self.as.object)->contents, key, result, &unused);
}

static bool npz_iter(Run *run, Value self, Value *result) {
    return value_iter(run, ((const NpzObject *)self.as.object)->files, result);
}

static bool npz_length(Run *run, Value self, int64_t *result) {
    return value_length(run, ((const NpzObject *)self.as.object)->files, result);
}

static bool npz_enter(Run *run, Value self, Value *result) {
    (void)run;
    *result = self;
    return true;
}

static bool npz_exit(Run *run, Value self, Value exception, bool *swallow) {
    (void)run;
    (void)self;
    (void)exception;
    *swallow = false;
    return true;
}

static bool npz_files(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = ((const NpzObject *)args[0].as.object)->files;
    return true;
}

static bool npz_close(Run *run, const Value *args, Value *result) {
    (void)run;
    (void)args;
    *result = NONE;
    return true;
}

static const NativeSpec npz_methods[] = {
    {.name = "close", .signature = "self", .fn = npz_close},
    {.name = "keys", .signature = "self", .fn = npz_files},
    {0},
};

static NpzObject *npz_make(Run *run) {
    Type *t = type_make(run, "NpzFile", NULL, "numpy.lib.npyio");
    t->size = sizeof(NpzObject);
    t->get_item = npz_item;
    t->contains = npz_contains;
    t->iter = npz_iter;
    t->length = npz_length;
    t->enter = npz_enter;
    t->exit = npz_exit;
    type_add_methods(run, t, npz_methods);
    type_add_getter(run, t, "files", npz_files);
    NpzObject *npz = object_make(run, t, sizeof *npz);
    npz->files = list_make(run, 0, NULL);
    npz->contents = dict_make(run);
    return npz;
}

static bool np_load(Run *run, const Value *args, Value *result) {
    Str bytes;
    if (!bytes_of(run, args[0], &bytes)) {
        return false;
    }
    if (bytes.len < 4 || memcmp(bytes.at, "PK\x03\x04", 4) != 0) {
        return parse_npy(run, bytes, result);
    }
    NpzObject *npz = npz_make(run);
    *result = value_object(npz);
    return parse_npz(run, bytes, npz);
}

/* ---- text ---- */

/* The lines of a path, of an open file, or of what gives lines. */
static bool text_lines(Run *run, const Value *args, Value *result) {
    Str bytes;
    Value *items;
    uint32_t n;
    bool path = is_str(run, args[0]);
    if (!path) {
        return value_items(run, args[0], &items, &n) && (*result = list_make(run, n, items), true);
    }
    if (!file_bytes_of(run, args[0], &bytes)) {
        bool absent = !run->stopping && error_is(run, run->exception.FileNotFoundError);
        if (absent) {
            error_take(run);
            raise_error(run, run->exception.FileNotFoundError, "%.*s not found.",
                        STR_ARG(str_text(args[0])));
        }
        return false;
    }
    *result = list_make(run, 0, NULL);
    for (size_t from = 0; from < bytes.len;) {
        size_t to = from;
        while (to < bytes.len && bytes.at[to] != '\n') {
            to++;
        }
        list_append(run, *result, str_make(run, str_sub(bytes, from, to)));
        from = to + 1;
    }
    return true;
}

/* args: a text, a dtype, row and column for the error; missing: nan instead of an error */
static bool text_cell(Run *run, const Value *args, Value *result) {
    DType type;
    Str text;
    double d = NAN;
    bool missing;
    if (!dtype_argument(run, args[1], DTYPE_FLOAT64, &type, NULL) ||
        !text_of(run, args[0], &text) || !value_truth(run, args[4], &missing)) {
        return false;
    }
    *result = args[0];
    if (type == DTYPE_STRING) {
        return true;
    }
    if (parse_real(run, text, args[0], &d)) {
        bool whole = dtype_is_integer(type) && !missing;
        bool fits =
            !whole || (d == trunc(d) && fabs(d) < 0x1p53 && str_find(text, STR("."), 0) < 0);
        *result = whole && fits ? value_int((int64_t)d) : value_float(d);
        if (fits) {
            return true;
        }
    } else if (!error_is(run, run->exception.ValueError)) {
        return false;
    } else {
        error_take(run);
    }
    *result = value_float(NAN);
    return missing ||
           raise_value_error(run, "could not convert string '%.*s' to %s at row %lld, column %lld.",
                             STR_ARG(text), dtype_name(type), (long long)args[2].as.integer,
                             (long long)args[3].as.integer + 1);
}

const NativeSpec numpy_file_functions[] = {
    {.name = "load",
     .signature =
         "file, mmap_mode=None!, allow_pickle=False~, fix_imports=True~, encoding='ASCII'~, *, max_header_size=10000~",
     .fn = np_load},
    {.name = "fromfile",
     .signature = "file, dtype=None, count=-1, sep='', offset=0",
     .fn = np_fromfile},
    {.name = "frombuffer",
     .signature = "buffer, dtype=None, count=-1, offset=0",
     .fn = np_frombuffer},
    {.name = "_text_lines", .signature = "file", .fn = text_lines},
    {.name = "_text_cell", .signature = "text, dtype, row, column, missing", .fn = text_cell},
    {0},
};
