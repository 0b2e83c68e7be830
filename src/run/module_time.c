/* module_time.c: time. The clock is no real one, so that a run is the same everywhere and always:
 * it begins at a fixed moment and goes on by a thousandth of a second each time it is asked. */
#include <math.h>

#include "run/calendar.h"
#include "run/standard.h"

#define BEGINNING 1500000000.0 /* 2017-07-14 02:40:00 UTC */
#define TICK 0.0009765625      /* a power of two: sums of it are exact */

double clock_now(Run *run) {
    Standard *s = run->standard;
    double now = s->clock;
    s->clock += TICK;
    return now;
}

static bool time_time(Run *run, const Value *args, Value *result) {
    (void)args;
    *result = value_float(clock_now(run));
    return true;
}

static bool time_counter(Run *run, const Value *args, Value *result) {
    (void)args;
    *result = value_float(clock_now(run) - BEGINNING);
    return true;
}

static bool time_sleep(Run *run, const Value *args, Value *result) {
    double d;
    *result = value_none();
    if (!float_of(run, args[0], &d)) {
        return false;
    }
    if (d < 0) {
        return raise_value_error(run, "sleep length must be non-negative");
    }
    run->standard->clock += floor(d / TICK) * TICK;
    return true;
}

/* ---- struct_time ---- */

static const char *const fields[] = {"tm_year", "tm_mon",  "tm_mday", "tm_hour", "tm_min",
                                     "tm_sec",  "tm_wday", "tm_yday", "tm_isdst"};
#define FIELDS (sizeof fields / sizeof *fields)

static Value struct_make(Run *run, const Calendar *c) {
    const int64_t values[FIELDS] = {c->year,   c->month,   c->day,     c->hour, c->minute,
                                    c->second, c->weekday, c->yearday, 0};
    TupleObject *o = object_make(run, run->standard->struct_time, sizeof *o);
    o->count = FIELDS;
    o->items = ARENA_ARRAY(run->arena, FIELDS, Value);
    for (size_t i = 0; i < FIELDS; i++) {
        o->items[i] = value_int(values[i]);
    }
    return value_object(o);
}

static bool struct_repr(Run *run, Value self, Value *result) {
    Sink out = sink_memory(run->scratch);
    sink_z(&out, "time.struct_time(");
    for (uint32_t i = 0; i < FIELDS; i++) {
        sink_printf(&out, "%s%s=%lld", i ? ", " : "", fields[i],
                    (long long)sequence_item(self, i).as.integer);
    }
    sink_char(&out, ')');
    *result = str_make(run, sink_str(&out));
    return true;
}

static bool struct_get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    (void)run;
    for (uint32_t i = 0; i < FIELDS; i++) {
        if (str_is(name_str(name), fields[i])) {
            *found = true;
            *result = sequence_item(self, i);
        }
    }
    return true;
}

/* A moment: None means now; else a tuple of nine numbers. */
static bool calendar_argument(Run *run, Value v, Calendar *c) {
    int64_t f[6] = {1970, 1, 1, 0, 0, 0};
    if (!given(v)) {
        *c = calendar_of((int64_t)(clock_now(run) * 1e6));
        return true;
    }
    if (!is_tuple(run, v) || sequence_count(v) < 9) {
        return raise_type_error(run, "Tuple or struct_time argument required");
    }
    for (uint32_t i = 0; i < 6; i++) {
        if (!index_of(run, sequence_item(v, i), &f[i])) {
            return false;
        }
    }
    if (f[1] < 1 || f[1] > 12 || f[2] < 1 || f[2] > 31) {
        return raise_value_error(run, f[1] < 1 || f[1] > 12 ? "month out of range"
                                                            : "day of month out of range");
    }
    *c = (Calendar){.year = f[0],
                    .month = (int)f[1],
                    .day = (int)f[2],
                    .hour = (int)f[3],
                    .minute = (int)f[4],
                    .second = (int)f[5]};
    *c = calendar_of(calendar_time(c));
    return true;
}

static bool time_gmtime(Run *run, const Value *args, Value *result) {
    double d = 0;
    if (given(args[0]) && !float_of(run, args[0], &d)) {
        return false;
    }
    if (!(fabs(d) < 1e11)) {
        return raise_value_error(run, "timestamp out of range for platform time_t");
    }
    Calendar c = calendar_of((int64_t)floor(given(args[0]) ? d : clock_now(run)) * MICROSECONDS);
    *result = struct_make(run, &c);
    return true;
}

static bool time_mktime(Run *run, const Value *args, Value *result) {
    Calendar c;
    if (!calendar_argument(run, args[0], &c)) {
        return false;
    }
    *result = value_float((double)(calendar_time(&c) / MICROSECONDS));
    return true;
}

static bool format_result(Run *run, const Calendar *c, Str format, Value *result) {
    Str text;
    if (!calendar_format(run, c, format, &text)) {
        return false;
    }
    *result = str_share(run, text);
    return true;
}

static bool time_strftime(Run *run, const Value *args, Value *result) {
    Calendar c;
    Str format;
    return text_of(run, args[0], &format) && calendar_argument(run, args[1], &c) &&
           format_result(run, &c, format, result);
}

static bool time_asctime(Run *run, const Value *args, Value *result) {
    Calendar c;
    return calendar_argument(run, args[0], &c) && format_result(run, &c, STR("%c"), result);
}

static bool time_ctime(Run *run, const Value *args, Value *result) {
    Value moment;
    return time_gmtime(run, args, &moment) && time_asctime(run, &moment, result);
}

static const NativeSpec functions[] = {
    {.name = "time", .signature = "", .fn = time_time},
    {.name = "clock", .signature = "", .fn = time_counter},
    {.name = "perf_counter", .signature = "", .fn = time_counter},
    {.name = "process_time", .signature = "", .fn = time_counter},
    {.name = "monotonic", .signature = "", .fn = time_counter},
    {.name = "sleep", .signature = "seconds, /", .fn = time_sleep},
    {.name = "gmtime", .signature = "seconds=None, /", .fn = time_gmtime},
    {.name = "localtime", .signature = "seconds=None, /", .fn = time_gmtime},
    {.name = "mktime", .signature = "tuple, /", .fn = time_mktime},
    {.name = "strftime", .signature = "format, tuple=None, /", .fn = time_strftime},
    {.name = "asctime", .signature = "tuple=None, /", .fn = time_asctime},
    {.name = "ctime", .signature = "seconds=None, /", .fn = time_ctime},
    {.name = "tzset", .signature = "", .fn = do_nothing},
    {0},
};

static const char *const not_modelled[] = {"get_clock_info", "thread_time", NULL};

void install_time(Run *run, Standard *s) {
    Module *m = module_make(run, "time");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)not_modelled;
    s->clock = BEGINNING;
    s->struct_time = type_make(run, "struct_time", run->type.tuple, "time");
    s->struct_time->repr = struct_repr;
    s->struct_time->get_attr = struct_get_attr;
    module_add_functions(run, m, functions);
    module_set(run, m, "struct_time", value_object(s->struct_time));
}
