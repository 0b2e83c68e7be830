/* kinds.h: the built-in kinds of values as the files of this folder see them.
 *
 * object.h has the structs that other folders work with; here are the ones that only the built-ins
 * and the virtual machine need, and the helpers that several kinds share. */
#ifndef TFSCOPE_RUN_KINDS_H
#define TFSCOPE_RUN_KINDS_H

#include "run/run.h"

/* For products and quotients of two 64-bit integers. */
__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 WideUnsigned;

/* An instance of a class statement's subclass of int or float: the number itself is inside. */
typedef struct NumberObject {
    Object object;
    Value number; /* VALUE_INT, VALUE_FLOAT, or an integer of any size (big.h) */
} NumberObject;

typedef struct RangeObject {
    Object object;
    int64_t start, stop, step; /* step is never 0 */
    int64_t length;            /* items */
} RangeObject;

typedef struct SliceObject {
    Object object;
    Value start, stop, step; /* None when absent */
} SliceObject;

/* dict.keys(), values() and items(): the type says which. */
typedef struct ViewObject {
    Object object;
    DictObject *dict;
} ViewObject;

/* Iterators, enumerate, zip, map, filter and reversed share one struct; each type's next slot knows
 * what the fields mean. A range iterator is {at, step, left} with the meaning that the machine's
 * loop may use directly: while left > 0, the item is at; then at += step, left--. Where the last
 * item is taken, at stays. */
typedef struct IteratorObject {
    Object object;
    int64_t at;
    int64_t step;
    int64_t left;
    Value source;    /* what is iterated over; unbound once it is exhausted */
    Value *items;    /* zip and map: iterators; set: items in order */
    uint32_t nitems; /* of items */
    bool strict;     /* zip(strict=True) */
} IteratorObject;

/* A container whose repr is being made, and those around it. */
typedef struct ReprFrame ReprFrame;
struct ReprFrame {
    const Object *object;
    ReprFrame *outer;
};

/* ---- arguments of types that are called ---- */

/* What a constructor takes. names[i] is NULL for a parameter that has no keyword. */
typedef struct Parameters {
    const char *function;
    uint32_t least, most;
    const char *names[4];
} Parameters;

/* Puts the arguments in their places in out[p->most]; absent ones are unbound. TypeError when they
 * do not fit. */
bool take_args(Run *run, const Args *args, const Parameters *p, Value *out);

/* ---- numbers (number.c, real.c, number_text.c) ---- */

/* An int or a bool, or an instance of a subclass of int, when 64 bits hold it (big.h: whole_of). */
bool integer_of(const Run *run, Value v, int64_t *i);
/* A float or an instance of a subclass. */
bool real_of(const Run *run, Value v, double *d);
/* A number of those types and sizes: VALUE_INT, VALUE_FLOAT, or an integer beyond 64 bits. */
bool number_of(const Run *run, Value v, Value *number);
/* Does v stand for an integer: int, bool, or through __index__? *is tells; false when __index__
 * raised, or the integer has more than 64 bits: that is an OverflowError for a count, an IndexError
 * for a position. */
bool index_like(Run *run, Value v, bool *is, int64_t *i);
bool position_like(Run *run, Value v, bool *is, int64_t *i);
bool refuse_big(Run *run); /* a range with an integer that does not fit 64 bits */
bool integer_operate(Run *run, BinaryOperator op, int64_t a, int64_t b, Value *result);
bool real_operate(Run *run, BinaryOperator op, double a, double b, Value *result);
bool integer_power(Run *run, int64_t a, int64_t b, Value *result);
int64_t integer_hash(int64_t i);
int64_t real_hash(double d);
double integer_divide(int64_t a, int64_t b); /* a / b, correctly rounded; b is not 0 */
int compare_int_real(int64_t i, double d);   /* <0, 0, >0; d is not a NaN */
/* the number itself, or an instance of a subclass */
Value number_wrap(Run *run, const Type *type, Value number);
/* truncated; ValueError or OverflowError */
bool integer_of_real(Run *run, double d, Value *whole);
/* Texts as numbers, as int(text, base) and float(text) read them; what: shown in the error. */
bool parse_integer(Run *run, Str text, int64_t base, Value what, Value *whole);
bool parse_real(Run *run, Str text, Value what, double *d);
/* round(d, digits): to even, or away from zero as Python 2 does. */
double real_round(double d, int64_t digits, bool away);
Str integer_digits(Arena *a, int64_t i, int base, bool prefix); /* "-0x1f" */
Str real_repr(Run *run, double d);
bool real_str2(Run *run, Value self, Value *result); /* the slot str of Python 2 */
bool integer_make(Run *run, const Type *type, const Args *args, Value *result); /* int(…) */
bool real_make(Run *run, const Type *type, const Args *args, Value *result);    /* float(…) */
/* What abs, round and divmod do with ints and floats; digits: None or unbound for none. */
bool number_absolute(Run *run, Value v, Value *result);
bool number_round(Run *run, Value v, Value digits, Value *result);
bool number_divmod(Run *run, Value a, Value b, Value *result);
void install_number_methods(Run *run);
void install_reals(Run *run);

/* ---- text (text.c …) ---- */

Value str_share(Run *run, Str text);    /* keeps the bytes, which must live as long as the run */
Value unicode_make(Run *run, Str text); /* Python 2: u'…'; copies */
Value str_like(Run *run, Value model, Str text); /* shares; unicode when model is */
Str text_at(const StrObject *s, int64_t i);      /* code point i; 0 <= i < length */
/* code points from..to, clipped already */
Str text_slice(const StrObject *s, int64_t from, int64_t to);
Str text_repr(Arena *a, Str text, bool python2, bool unicode);
Str bytes_repr(Arena *a, Str text);
void text_show(Sink *out, Str text, bool python2, bool unicode); /* repr, cut when long */
bool text_ascii(Str text);
Str text_ascii_only(Arena *a, Str text); /* other characters as \x, \u, \U escapes */
bool is_bytes(const Run *run, Value v);
Str bytes_text(Value v);
/* The text of a str argument, or TypeError "must be str, not int". */
bool text_of(Run *run, Value v, Str *text);
bool text_encode(Run *run, Value text, Value encoding, Value errors, Value *result);
bool bytes_decode(Run *run, Str bytes, Value encoding, Value errors, Value *result);
/* Which code points are what (letters.c). */
bool cp_is_space(uint32_t cp);
bool cp_is_alpha(uint32_t cp);
bool cp_is_digit(uint32_t cp);
bool cp_is_upper(uint32_t cp);
bool cp_is_lower(uint32_t cp);
bool cp_is_printable(uint32_t cp);
uint32_t cp_upper(uint32_t cp);
uint32_t cp_lower(uint32_t cp);
int cp_digit(uint32_t cp);           /* value of a decimal digit, or -1 */
void install_text_methods(Run *run); /* rows of str */
void install_text_split(Run *run);
void install_bytes(Run *run);
void install_bytes_text(Run *run); /* bytes_text.c */

/* ---- formatting (format.c, format_string.c, percent.c) ---- */

bool text_format(Run *run, Str format, Value args, Value kwargs, Str *text); /* str.format */
bool text_percent(Run *run, Value format, Value args, Value *result);        /* format % args */
/* Pads text on the left, right, or both sides to width code points. */
Str text_pad(Arena *a, Str text, int64_t width, char align, Str fill);

/* ---- sequences ---- */

static inline uint32_t list_count(const ListObject *l) {
    return (uint32_t)l->count.as.integer;
}
static inline Value list_at(const ListObject *l, uint32_t i) {
    return cell_get(&l->items[i]);
}
/* Makes l hold exactly these items and records the change. */
void list_replace(Run *run, ListObject *l, uint32_t n, const Value *items);
void list_truncate(Run *run, ListObject *l, uint32_t n); /* no event */
bool list_sort(Run *run, ListObject *l, Value key, Value cmp, bool reverse);
/* Sorts the values in place, stably. */
bool sort_values(Run *run, Value *items, uint32_t n, Value key, Value cmp, bool reverse);
void list_add_methods(Run *run);

/* A slice of a sequence of some length: count items, the first at start, each step further. */
typedef struct SliceRange {
    int64_t start, stop, step, count;
} SliceRange;
/* The integer that a bound of a slice is, `absent` for None; a longer one than 64 bits is the last
 * that there is. */
bool slice_bound_of(Run *run, Value v, int64_t absent, int64_t *i);
/* start or stop of list.index: no None, counted from the end when below 0, at least 0 */
bool item_bound_of(Run *run, Value v, int64_t n, int64_t *i);
bool slice_resolve(Run *run, Value slice, int64_t length, SliceRange *r);
bool is_slice(const Run *run, Value v);
bool is_iterable(const Run *run, Value v);
/* The position that key means in a sequence of this length, or IndexError / TypeError. what:
 * "list". */
bool sequence_index(Run *run, Value key, int64_t length, const char *what, int64_t *i);
/* The same or equal: how containers look for an item. */
bool item_equal(Run *run, Value a, Value b, bool *equal);
bool sequence_compare(Run *run, CompareOperator op, Value a, Value b, Value *result);
bool repr_enter(Run *run, ReprFrame *frame, const Object *o); /* false: it is being made already */
void repr_leave(Run *run, ReprFrame *frame);
/* "a, b, c" of the values' reprs. */
bool repr_items(Run *run, Sink *out, uint32_t n, const Value *items);
/* An item within a container that is shown: containers in it are cut at depth 0, other values are
 * whole. */
/* those of a subclass's instance */
void attribute_parts(const Object *o, Moment m, PartFn *fn, void *context);
void show_item(Sink *out, Value v, Moment m, int depth);
/* n items, room checked: a count beyond what values can have ends the run. */
bool check_count(Run *run, int64_t n);
/* The items of `count` repetitions, or a refusal. */
bool sequence_repeat(Run *run, uint32_t n, const Value *items, int64_t count, Value **out,
                     uint32_t *nout);
void sequence_copy(Value sequence, Value *out); /* items of a list or tuple */
/* How x + y and x * y fail when one of them is a sequence: true when it raised its own TypeError.
 */
bool sequence_binary_error(Run *run, BinaryOperator op, Value left, Value right);
/* start, stop, step of range(…) */
bool range_arguments(Run *run, const Args *args, int64_t bounds[3]);
Value range_make(Run *run, int64_t start, int64_t stop, int64_t step);
int64_t range_item(const RangeObject *r, int64_t i);
Value slice_make(Run *run, Value start, Value stop, Value step);
IteratorObject *iterator_make(Run *run, const Type *type, Value source);
bool iterator_self(Run *run, Value self, Value *result); /* iter slot of iterators */
void install_list(Run *run);
void install_tuple(Run *run);
void install_range(Run *run);
void install_iterators(Run *run);
bool reversed_make(Run *run, const Type *type, const Args *args, Value *result);

/* ---- tables ---- */

/* UINT32_MAX when absent; false: raised */
bool table_find(Run *run, DictObject *d, Value key, int64_t hash, uint32_t *entry);
bool table_put(Run *run, DictObject *d, Value key, Value v); /* no event */
/* *v unbound when it was absent; no event */
bool table_remove(Run *run, DictObject *d, Value key, Value *v);
void table_remove_at(Run *run, DictObject *d, uint32_t entry);
void table_clear(Run *run, DictObject *d);
void table_copy(Run *run, DictObject *to, const DictObject *from); /* to is empty */
DictObject *table_make(Run *run, const Type *type);
/* The next entry that is bound, from *at on, which moves behind it; NULL at the end. */
static inline DictEntry *table_next(const DictObject *d, uint32_t *at) {
    while (*at < d->nentries) {
        DictEntry *e = &d->entries[(*at)++];
        if (e->value.kind != VALUE_UNBOUND) {
            return e;
        }
    }
    return NULL;
}
bool dict_update(Run *run, DictObject *d, Value other); /* a mapping or pairs; no event */
bool dict_missing(Run *run, Value self, Value key, bool *found,
                  Value *result);     /* defaultdict and __missing__ */
bool is_set(const Run *run, Value v); /* set or frozenset */
void install_dict(Run *run);
void install_views(Run *run);
void install_set(Run *run);
Value view_make(Run *run, const Type *type, DictObject *d);

/* ---- sets: their table is CPython's, see set_table.c; none of these records an event ---- */

/* like table_find */
bool set_find(Run *run, const DictObject *s, Value key, int64_t hash, uint32_t *entry);
bool set_has(Run *run, const DictObject *s, Value key, bool *result);
bool set_put(Run *run, DictObject *s, Value key, int64_t hash);
bool set_put_value(Run *run, DictObject *s, Value key);
bool set_remove(Run *run, DictObject *s, Value key, bool *removed);
void set_remove_at(Run *run, DictObject *s, uint32_t entry);
void set_clear(Run *run, DictObject *s);
bool set_merge(Run *run, DictObject *s, const DictObject *from); /* s |= from */
/* s gets the items and the places of a set from which nothing was deleted. */
void set_become(Run *run, DictObject *s, const DictObject *from);
void set_reserve(Run *run, DictObject *s, uint64_t more); /* room before many are added */
void set_tidy(Run *run, DictObject *s);                   /* after many were removed */
/* The entries in the order in which Python shows them, [live] in the scratch arena; their keys, in
 * the run's arena; the one that pop takes (the set is not empty). */
uint32_t *set_order(Run *run, const DictObject *s);
Value *set_items(Run *run, const DictObject *s);
uint32_t set_first(DictObject *s);
/* CPython's places: where a hash goes in a table that has a free place; how large a table grows. */
uint32_t *set_free_place(uint32_t *index, uint64_t mask, int64_t hash);
uint64_t set_grown_size(uint64_t used);
void set_show(Sink *out, const Object *o, Moment m, int depth);
void set_parts(const Object *o, Moment m, PartFn *fn, void *context);
/* A set display of n values, made by the instruction before f->pc. */
struct Frame;
bool set_display(Run *run, const struct Frame *f, uint32_t n, const Value *items, Value *result);

#endif
