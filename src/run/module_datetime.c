/* module_datetime.c: datetime: date, datetime and timedelta, without time zones. "Now" is the clock
 * of module_time.c. */
#include <inttypes.h>
#include <math.h>

#include "run/calendar.h"
#include "run/machine.h"
#include "run/standard.h"

/* A date, a datetime (the type says which) or a timedelta: microseconds. */
typedef struct SpanObject {
    Object object;
    int64_t microseconds;
} SpanObject;

static int64_t micros(Value v) {
    return ((const SpanObject *)v.as.object)->microseconds;
}

static Value span_make(Run *run, const Type *type, int64_t microseconds) {
    SpanObject *o = object_make(run, type, sizeof *o);
    o->microseconds = microseconds;
    return value_object(o);
}

static const Type *date_type(const Run *run) {
    return run->standard->date;
}

static bool is_moment(const Run *run, Value v) {
    return v.kind == VALUE_OBJECT && is_instance(run, v, date_type(run));
}

static bool is_delta(const Run *run, Value v) {
    return v.kind == VALUE_OBJECT && is_instance(run, v, run->standard->timedelta);
}

static bool has_time(const Run *run, Value v) {
    return is_instance(run, v, run->standard->datetime);
}

/* ---- making dates ---- */

static bool check_fields(Run *run, const int64_t *f) {
    static const char *const names[] = {"hour", "minute", "second"};
    if (f[0] < 1 || f[0] > 9999) {
        return raise_value_error(run, "year %" PRId64 " is out of range", f[0]);
    }
    if (f[1] < 1 || f[1] > 12) {
        return raise_value_error(run, "month must be in 1..12");
    }
    if (f[2] < 1 || f[2] > days_of_month(f[0], (int)f[1])) {
        return raise_value_error(run, "day is out of range for month");
    }
    for (int i = 0; i < 3; i++) {
        int most = i == 0 ? 23 : 59;
        if (f[i + 3] < 0 || f[i + 3] > most) {
            return raise_value_error(run, "%s must be in 0..%d", names[i], most);
        }
    }
    return (f[6] >= 0 && f[6] < MICROSECONDS) ||
           raise_value_error(run, "microsecond must be in 0..999999");
}

static Value moment_of_fields(Run *run, const Type *type, const int64_t *f) {
    Calendar c = {.year = f[0],
                  .month = (int)f[1],
                  .day = (int)f[2],
                  .hour = (int)f[3],
                  .minute = (int)f[4],
                  .second = (int)f[5],
                  .microsecond = (int)f[6]};
    return span_make(run, type, calendar_time(&c));
}

static const char *const field_names[] = {"year",   "month",  "day",        "hour",
                                          "minute", "second", "microsecond"};

/* Arguments by place or name into fields; *seen has a bit a field. */
static bool read_fields(Run *run, const Args *args, uint32_t most, int64_t *f, unsigned *seen) {
    if (args->npositional > most) {
        return raise_type_error(run, "function takes at most %u arguments (%u given)", most,
                                args->npositional);
    }
    for (uint32_t i = 0; i < args->npositional + args->nkeywords; i++) {
        uint32_t at = i;
        if (i >= args->npositional) {
            Str name = name_str(args->names[i - args->npositional]);
            for (at = 0; at < most && !str_is(name, field_names[at]); at++) {
            }
            if (at == most && str_is(name, "fold")) {
                return refuse(run, NULL, "fold of datetime");
            }
            if (at == most) {
                return raise_type_error(
                    run, "'%.*s' is an invalid keyword argument for this function", STR_ARG(name));
            }
        }
        if (!index_of(run, args->at[i], &f[at])) {
            return false;
        }
        *seen |= 1U << at;
    }
    return true;
}

static bool moment_make(Run *run, const Type *type, const Args *args, Value *result) {
    int64_t f[7] = {0};
    unsigned seen = 0;
    uint32_t most = is_subtype(type, run->standard->datetime) ? 7 : 3;
    if (!read_fields(run, args, most, f, &seen)) {
        return false;
    }
    for (uint32_t i = 0; i < 3; i++) {
        if (!(seen & 1U << i)) {
            return raise_type_error(run, "function missing required argument '%s' (pos %u)",
                                    field_names[i], i + 1);
        }
    }
    if (!check_fields(run, f)) {
        return false;
    }
    *result = moment_of_fields(run, type, f);
    return true;
}

static bool now(Run *run, const Value *args, Value *result) {
    (void)args;
    *result = span_make(run, run->standard->datetime, (int64_t)(clock_now(run) * 1e6));
    return true;
}

static bool today(Run *run, const Value *args, Value *result) {
    int64_t day = INT64_C(86400) * MICROSECONDS;
    (void)args;
    *result = span_make(run, date_type(run), (int64_t)(clock_now(run) * 1e6) / day * day);
    return true;
}

static bool from_timestamp(Run *run, const Value *args, Value *result) {
    double d;
    if (!float_of(run, args[0], &d)) {
        return false;
    }
    if (!(d > -6e10 && d < 2.5e11)) {
        return raise_value_error(run, "year is out of range");
    }
    *result = span_make(run, run->standard->datetime, (int64_t)nearbyint(d * 1e6));
    return true;
}

/* ---- dates as text ---- */

static bool moment_repr(Run *run, Value self, Value *result) {
    Calendar c = calendar_of(micros(self));
    Sink out = sink_memory(run->scratch);
    sink_printf(&out, "datetime.%s(%lld, %d, %d", has_time(run, self) ? "datetime" : "date",
                (long long)c.year, c.month, c.day);
    if (has_time(run, self)) {
        sink_printf(&out, ", %d, %d", c.hour, c.minute);
        if (c.second || c.microsecond) {
            sink_printf(&out, ", %d", c.second);
        }
        if (c.microsecond) {
            sink_printf(&out, ", %d", c.microsecond);
        }
    }
    sink_char(&out, ')');
    *result = str_make(run, sink_str(&out));
    return true;
}

static bool iso_text(Run *run, Value self, Str separator, Value *result) {
    Calendar c = calendar_of(micros(self));
    Sink out = sink_memory(run->scratch);
    sink_printf(&out, "%04lld-%02d-%02d", (long long)c.year, c.month, c.day);
    if (has_time(run, self)) {
        sink_put(&out, separator);
        sink_printf(&out, "%02d:%02d:%02d", c.hour, c.minute, c.second);
        if (c.microsecond) {
            sink_printf(&out, ".%06d", c.microsecond);
        }
    }
    *result = str_make(run, sink_str(&out));
    return true;
}

static bool moment_str(Run *run, Value self, Value *result) {
    return iso_text(run, self, STR(" "), result);
}

static bool moment_isoformat(Run *run, const Value *args, Value *result) {
    Str separator;
    return text_of(run, args[1], &separator) && iso_text(run, args[0], separator, result);
}

static bool moment_strftime(Run *run, const Value *args, Value *result) {
    Calendar c = calendar_of(micros(args[0]));
    Str format, text;
    if (!text_of(run, args[1], &format) || !calendar_format(run, &c, format, &text)) {
        return false;
    }
    *result = str_share(run, text);
    return true;
}

/* format(d, ""): as str; else strftime. */
static bool moment_format(Run *run, const Value *args, Value *result) {
    Str spec;
    if (!text_of(run, args[1], &spec)) {
        return false;
    }
    return spec.len ? moment_strftime(run, args, result) : moment_str(run, args[0], result);
}

static bool moment_get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    Calendar c = calendar_of(micros(self));
    const int64_t fields[] = {c.year, c.month, c.day, c.hour, c.minute, c.second, c.microsecond};
    uint32_t n = has_time(run, self) ? 7 : 3;
    for (uint32_t i = 0; i < n; i++) {
        if (str_is(name_str(name), field_names[i])) {
            *found = true;
            *result = value_int(fields[i]);
        }
    }
    return true;
}

static bool moment_weekday(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = value_int(calendar_of(micros(args[0])).weekday);
    return true;
}

static bool moment_timestamp(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = value_float((double)micros(args[0]) / 1e6);
    return true;
}

static bool moment_date(Run *run, const Value *args, Value *result) {
    Calendar c = calendar_of(micros(args[0]));
    *result =
        span_make(run, date_type(run), days_of_date(c.year, c.month, c.day) * 86400 * MICROSECONDS);
    return true;
}

static bool moment_replace(Run *run, const Value *args, Value *result) {
    Calendar c = calendar_of(micros(args[0]));
    int64_t f[] = {c.year, c.month, c.day, c.hour, c.minute, c.second, c.microsecond};
    for (int i = 0; i < 7; i++) {
        if (given(args[i + 1]) && !index_of(run, args[i + 1], &f[i])) {
            return false;
        }
    }
    if (!check_fields(run, f)) {
        return false;
    }
    *result = moment_of_fields(run, type_of(run, args[0]), f);
    return true;
}

/* ---- arithmetic ---- */

static bool moment_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                          Value *result) {
    bool add = op == BINARY_OPERATOR_ADD, subtract = op == BINARY_OPERATOR_SUBTRACT && !reflected;
    *result = run->not_implemented;
    if (is_delta(run, other) && (add || subtract)) {
        int64_t by = micros(other);
        *result = span_make(run, type_of(run, self), micros(self) + (add ? by : -by));
    } else if (is_moment(run, other) && subtract && has_time(run, self) == has_time(run, other)) {
        *result = span_make(run, run->standard->timedelta, micros(self) - micros(other));
    }
    return true;
}

static bool span_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    bool moments = is_moment(run, self) && is_moment(run, other) &&
                   has_time(run, self) == has_time(run, other);
    bool deltas = is_delta(run, self) && is_delta(run, other);
    *result = moments || deltas ? value_bool(compare_ints(op, micros(self), micros(other)))
                                : run->not_implemented;
    return true;
}

static bool span_hash(Run *run, Value self, int64_t *result) {
    (void)run;
    *result = integer_hash(micros(self));
    return true;
}

/* ---- timedelta ---- */

/* args by place or name: days, seconds, microseconds, milliseconds, minutes, hours, weeks */
static bool delta_make(Run *run, const Type *type, const Args *args, Value *result) {
    static const char *const names[] = {"days",    "seconds", "microseconds", "milliseconds",
                                        "minutes", "hours",   "weeks"};
    static const int64_t units[] = {
        86400 * MICROSECONDS,    MICROSECONDS, 1, 1000, 60 * MICROSECONDS, 3600 * MICROSECONDS,
        7 * 86400 * MICROSECONDS};
    int64_t total = 0;
    double fraction = 0;
    for (uint32_t i = 0; i < args->npositional + args->nkeywords; i++) {
        uint32_t at = i;
        if (i >= args->npositional) {
            Str name = name_str(args->names[i - args->npositional]);
            for (at = 0; at < 7 && !str_is(name, names[at]); at++) {
            }
        }
        double d;
        if (at >= 7) {
            return raise_type_error(run, "__new__() got an unexpected argument");
        }
        if (!float_of(run, args->at[i], &d)) {
            return false;
        }
        if (!(fabs(d) * (double)units[at] < 9e18)) {
            return refuse(run, NULL, "a timedelta of more than 280,000 years");
        }
        double whole = trunc(d);
        total += (int64_t)whole * units[at];
        fraction += (d - whole) * (double)units[at];
    }
    *result = span_make(run, type, total + (int64_t)nearbyint(fraction));
    return true;
}

typedef struct Delta {
    int64_t days, seconds, microseconds;
} Delta;

static Delta delta_of(Value v) {
    int64_t us = micros(v), day = 86400 * MICROSECONDS;
    Delta d = {.days = us / day - (us % day < 0)};
    us -= d.days * day;
    d.seconds = us / MICROSECONDS;
    d.microseconds = us % MICROSECONDS;
    return d;
}

static bool delta_repr(Run *run, Value self, Value *result) {
    Delta d = delta_of(self);
    const int64_t values[] = {d.days, d.seconds, d.microseconds};
    static const char *const names[] = {"days", "seconds", "microseconds"};
    Sink out = sink_memory(run->scratch);
    sink_z(&out, "datetime.timedelta(");
    bool some = false;
    for (int i = 0; i < 3; i++) {
        if (values[i]) {
            sink_printf(&out, "%s%s=%" PRId64, some ? ", " : "", names[i], values[i]);
            some = true;
        }
    }
    sink_z(&out, some ? ")" : "0)");
    *result = str_make(run, sink_str(&out));
    return true;
}

static bool delta_str(Run *run, Value self, Value *result) {
    Delta d = delta_of(self);
    Sink out = sink_memory(run->scratch);
    if (d.days) {
        sink_printf(&out, "%" PRId64 " day%s, ", d.days, d.days == 1 || d.days == -1 ? "" : "s");
    }
    sink_printf(&out, "%d:%02d:%02d", (int)(d.seconds / 3600), (int)(d.seconds / 60 % 60),
                (int)(d.seconds % 60));
    if (d.microseconds) {
        sink_printf(&out, ".%06d", (int)d.microseconds);
    }
    *result = str_make(run, sink_str(&out));
    return true;
}

static bool delta_get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    Delta d = delta_of(self);
    Str asked = name_str(name);
    (void)run;
    *found = str_is(asked, "days") || str_is(asked, "seconds") || str_is(asked, "microseconds");
    *result = value_int(str_is(asked, "days")      ? d.days
                        : str_is(asked, "seconds") ? d.seconds
                                                   : d.microseconds);
    return true;
}

static bool delta_truth(Run *run, Value self, bool *result) {
    (void)run;
    *result = micros(self) != 0;
    return true;
}

static bool delta_total_seconds(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = value_float((double)micros(args[0]) / 1e6);
    return true;
}

static bool delta_scale(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                        Value *result) {
    double d;
    Value number;
    if (!number_of(run, other, &number) || !float_of(run, number, &d)) {
        return true;
    }
    bool divide = op == BINARY_OPERATOR_TRUE_DIVIDE && !reflected;
    if (divide && d == 0) {
        return raise_error(run, run->exception.ZeroDivisionError,
                           "integer division or modulo by zero");
    }
    if (divide || op == BINARY_OPERATOR_MULTIPLY) {
        double us = divide ? (double)micros(self) / d : (double)micros(self) * d;
        if (!(fabs(us) < 9e18)) {
            return raise_error(run, run->exception.OverflowError,
                               "Python int too large to convert to C int");
        }
        *result = span_make(run, run->standard->timedelta, (int64_t)nearbyint(us));
    }
    return true;
}

static bool delta_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                         Value *result) {
    *result = run->not_implemented;
    if (!is_delta(run, other)) {
        return delta_scale(run, op, self, other, reflected, result);
    }
    int64_t a = micros(reflected ? other : self), b = micros(reflected ? self : other);
    bool add = op == BINARY_OPERATOR_ADD;
    if (add || op == BINARY_OPERATOR_SUBTRACT) {
        *result = span_make(run, run->standard->timedelta, add ? a + b : a - b);
    } else if (op == BINARY_OPERATOR_FLOOR_DIVIDE || op == BINARY_OPERATOR_MODULO) {
        if (!b) {
            return raise_error(run, run->exception.ZeroDivisionError,
                               "integer division or modulo by zero");
        }
        int64_t quotient = a / b - (a % b != 0 && (a % b < 0) != (b < 0));
        *result = op == BINARY_OPERATOR_MODULO
                      ? span_make(run, run->standard->timedelta, a - quotient * b)
                      : value_int(quotient);
    } else if (op == BINARY_OPERATOR_TRUE_DIVIDE) {
        *result = value_float(integer_divide(a, b ? b : 1));
        return b || raise_error(run, run->exception.ZeroDivisionError, "division by zero");
    }
    return true;
}

static bool delta_unary(Run *run, UnaryOperator op, Value self, Value *result) {
    int64_t us = micros(self);
    *result = span_make(run, run->standard->timedelta, op == UNARY_OPERATOR_NEGATIVE ? -us : us);
    return op != UNARY_OPERATOR_INVERT ||
           raise_type_error(run, "bad operand type for unary ~: 'datetime.timedelta'");
}

/* What library/datetime.py does; a row names its function and the number of its arguments.
 * Functions of a class get it as their first argument. */
typedef struct LibraryRow {
    const char *function;
    uint32_t n;
    bool of_class, of_datetime;
} LibraryRow;

static bool by_library(Run *run, const void *data, const Value *args, Value *result) {
    const LibraryRow *row = data;
    Value all[3];
    const Standard *s = run->standard;
    uint32_t n = 0;
    if (row->of_class) {
        all[n++] = value_object(row->of_datetime ? s->datetime : s->date);
    }
    for (uint32_t i = 0; i < row->n; i++) {
        all[n++] = args[i];
    }
    return library_call(run, "datetime", row->function, n, all, result);
}

#define BY_LIBRARY(NAME, SIGNATURE, ...)                                                           \
    {                                                                                              \
        .name = NAME, .signature = SIGNATURE, .fn_row = by_library, .row = &(const LibraryRow) {   \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }

static const NativeSpec date_methods[] = {
    BY_LIBRARY("isocalendar", "self, /", "_isocalendar", 1, false, false),
    BY_LIBRARY("isoweekday", "self, /", "_isoweekday", 1, false, false),
    BY_LIBRARY("toordinal", "self, /", "_toordinal", 1, false, false),
    BY_LIBRARY("timetuple", "self, /", "_timetuple", 1, false, false),
    BY_LIBRARY("ctime", "self, /", "_ctime", 1, false, false),
    {.name = "strftime", .signature = "self, format, /", .fn = moment_strftime},
    {.name = "weekday", .signature = "self, /", .fn = moment_weekday},
    {.name = "isoformat", .signature = "self, sep='T', timespec='auto'!", .fn = moment_isoformat},
    {.name = "replace",
     .signature = "self, year=None, month=None, day=None, hour=None, minute=None, second=None, "
                  "microsecond=None, tzinfo=None!, *, fold=0!",
     .fn = moment_replace},
    {.name = "__format__", .signature = "self, format, /", .fn = moment_format},
    {0},
};

static const NativeSpec date_functions[] = {
    {.name = "today", .signature = "", .fn = today},
    BY_LIBRARY("fromordinal", "n, /", "_fromordinal", 1, true, false),
    BY_LIBRARY("fromisoformat", "text, /", "_fromisoformat", 1, true, false),
    {0},
};

static const NativeSpec datetime_methods[] = {
    BY_LIBRARY("time", "self, /", "_time_of", 1, false, false),
    {.name = "timestamp", .signature = "self, /", .fn = moment_timestamp},
    {.name = "date", .signature = "self, /", .fn = moment_date},
    {0},
};

static bool delta_abs(Run *run, const Value *args, Value *result) {
    int64_t us = micros(args[0]);
    *result = span_make(run, run->standard->timedelta, us < 0 ? -us : us);
    return true;
}

static const NativeSpec delta_methods[] = {
    {.name = "__abs__", .signature = "self, /", .fn = delta_abs},
    {.name = "total_seconds", .signature = "self, /", .fn = delta_total_seconds},
    {0},
};

/* Functions of the class itself: datetime.now(). */
static const NativeSpec now_specs[] = {
    {.name = "now", .signature = "tz=None!", .fn = now},
    {.name = "utcnow", .signature = "", .fn = now},
    {.name = "today", .signature = "", .fn = now},
    {.name = "fromtimestamp", .signature = "timestamp, tz=None!", .fn = from_timestamp},
    {.name = "utcfromtimestamp", .signature = "timestamp", .fn = from_timestamp},
    BY_LIBRARY("strptime", "text, format, /", "_strptime", 2, true, true),
    BY_LIBRARY("combine", "date, time", "_combine", 2, true, true),
    BY_LIBRARY("fromordinal", "n, /", "_fromordinal", 1, true, true),
    BY_LIBRARY("fromisoformat", "text, /", "_fromisoformat", 1, true, true),
    {0},
};

static void add_static(Run *run, Type *t, const NativeSpec *spec) {
    for (; spec->name; spec++) {
        members_set(run, &t->members, NULL, name_z(run->names, spec->name),
                    native_make(run, spec, value_unbound()));
    }
}

static void add_value(Run *run, Type *t, const char *name, Value v) {
    members_set(run, &t->members, NULL, name_z(run->names, name), v);
}

static void add_limits(Run *run, const Standard *s) {
    static const int64_t least[7] = {1, 1, 1}, most[7] = {9999, 12, 31, 23, 59, 59, 999999};
    static const int64_t last[7] = {9999, 12, 31};
    add_value(run, s->date, "min", moment_of_fields(run, s->date, least));
    add_value(run, s->date, "max", moment_of_fields(run, s->date, last));
    add_value(run, s->datetime, "min", moment_of_fields(run, s->datetime, least));
    add_value(run, s->datetime, "max", moment_of_fields(run, s->datetime, most));
}

static void install_dates(Run *run, Standard *s) {
    Type *date = type_make(run, "date", NULL, "datetime");
    s->date = date;
    date->make = moment_make;
    date->repr = moment_repr;
    date->str = moment_str;
    date->hash = span_hash;
    date->compare = span_compare;
    date->binary = moment_binary;
    date->get_attr = moment_get_attr;
    date->size = sizeof(SpanObject);
    type_add_methods(run, date, date_methods);
    add_static(run, date, date_functions);
    s->datetime = type_make(run, "datetime", date, "datetime");
    s->datetime->make = moment_make;
    type_add_methods(run, s->datetime, datetime_methods);
    add_static(run, s->datetime, now_specs);
    add_limits(run, s);
}

static void install_delta(Run *run, Standard *s) {
    Type *t = type_make(run, "timedelta", NULL, "datetime");
    s->timedelta = t;
    t->make = delta_make;
    t->repr = delta_repr;
    t->str = delta_str;
    t->hash = span_hash;
    t->truth = delta_truth;
    t->compare = span_compare;
    t->binary = delta_binary;
    t->unary = delta_unary;
    t->get_attr = delta_get_attr;
    t->size = sizeof(SpanObject);
    type_add_methods(run, t, delta_methods);
}

static const char *const not_modelled[] = {"tzinfo", "timezone", "UTC", NULL};

void install_datetime(Run *run, Standard *s) {
    Module *m = module_make(run, "datetime");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)not_modelled;
    install_dates(run, s);
    install_delta(run, s);
    module_set(run, m, "date", value_object(s->date));
    module_set(run, m, "datetime", value_object(s->datetime));
    module_set(run, m, "timedelta", value_object(s->timedelta));
}
