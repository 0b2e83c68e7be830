/* module_stand_in.c: modules that are not modelled, in two ways.
 *
 * matplotlib and its like are stand-ins: whatever a program asks of them is there, can be called,
 * and does nothing; a figure would be no part of what a run shows. Others (unmodelled.def) can be
 * imported, as many programs do without need, but the first use of one of their names is refused.
 */
#include "run/machine.h"
#include "run/standard.h"

/* ---- stand-ins ---- */

typedef struct StandIn {
    Object object;
    Name name; /* of the attribute that it was got by: decides what a call gives */
} StandIn;

static Value stand_in_make(Run *run, Name name) {
    StandIn *s = object_make(run, run->standard->stand_in, sizeof *s);
    s->name = name;
    return value_object(s);
}

static bool stand_in_get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    (void)self;
    *found = !is_special(name);
    *result = stand_in_make(run, name);
    return true;
}

static bool stand_in_set_attr(Run *run, Value self, Name name, Value v) {
    (void)run;
    (void)self;
    (void)name;
    (void)v;
    return true;
}

/* What subplots gives as axes: one, a list, or a list of lists. */
static Value axes_grid(Run *run, int64_t rows, int64_t columns) {
    Value grid = list_make(run, 0, NULL);
    if (rows * columns == 1) {
        return stand_in_make(run, NULL);
    }
    for (int64_t i = 0; i < rows; i++) {
        Value row = list_make(run, 0, NULL);
        for (int64_t k = 0; k < columns; k++) {
            list_append(run, rows == 1 ? grid : row, stand_in_make(run, NULL));
        }
        if (rows > 1) {
            list_append(run, grid, columns == 1 ? stand_in_make(run, NULL) : row);
        }
    }
    return grid;
}

static int64_t count_argument(const Run *run, const Args *args, uint32_t place, const char *name) {
    int64_t n = 1;
    for (uint32_t i = 0; i < args->npositional + args->nkeywords; i++) {
        bool is = i < args->npositional
                      ? i == place
                      : str_is(name_str(args->names[i - args->npositional]), name);
        if (is && !integer_of(run, args->at[i], &n)) {
            return 1;
        }
    }
    return n < 1 ? 1 : n > 100 ? 100 : n;
}

static bool stand_in_call(Run *run, Value self, const Args *args, Value *result) {
    Name name = ((const StandIn *)self.as.object)->name;
    Str asked = name_str(name);
    Value three[3] = {stand_in_make(run, NULL), stand_in_make(run, NULL), stand_in_make(run, NULL)};
    *result = three[0];
    if (str_is(asked, "subplots")) {
        three[1] = axes_grid(run, count_argument(run, args, 0, "nrows"),
                             count_argument(run, args, 1, "ncols"));
        *result = tuple_make(run, 2, three);
    } else if (str_is(asked, "plot")) {
        *result = list_make(run, 1, three);
    } else if (str_is(asked, "hist")) {
        *result = tuple_make(run, 3, three);
    }
    return true;
}

static bool stand_in_get_item(Run *run, Value self, Value key, Value *result) {
    (void)run;
    (void)key;
    *result = self;
    return true;
}

static bool stand_in_set_item(Run *run, Value self, Value key, Value v) {
    (void)run;
    (void)self;
    (void)key;
    (void)v;
    return true;
}

static bool stand_in_iter(Run *run, Value self, Value *result) {
    (void)self;
    return value_iter(run, tuple_make(run, 0, NULL), result);
}

static bool stand_in_enter(Run *run, Value self, Value *result) {
    (void)run;
    *result = self;
    return true;
}

static bool stand_in_exit(Run *run, Value self, Value exception, bool *swallow) {
    (void)run;
    (void)self;
    (void)exception;
    *swallow = false;
    return true;
}

static bool stand_in_repr(Run *run, Value self, Value *result) {
    Name name = ((const StandIn *)self.as.object)->name;
    *result = str_format(run, "<stand-in%s%s>", name ? " for " : "", name ? name->text : "");
    return true;
}

/* "matplotlib" of matplotlib.pyplot */
static const char *first_part(Run *run, const Module *m) {
    ptrdiff_t dot = str_find(name_str(m->name), STR("."), 0);
    return dot < 0 ? m->name->text
                   : str_dup(run->arena, str_sub(name_str(m->name), 0, (size_t)dot)).at;
}

static bool stand_in_missing(Run *run, Module *m, Name name, bool *found, Value *result) {
    *found = !is_special(name);
    if (*found) {
        note_stand_in(run, first_part(run, m), "nothing is drawn");
    }
    *result = stand_in_make(run, name);
    return true;
}

static void install_stand_in_type(Run *run, Standard *s) {
    Type *t = type_make(run, "StandIn", NULL, "matplotlib");
    s->stand_in = t;
    t->get_attr = stand_in_get_attr;
    t->set_attr = stand_in_set_attr;
    t->call = stand_in_call;
    t->get_item = stand_in_get_item;
    t->set_item = stand_in_set_item;
    t->iter = stand_in_iter;
    t->enter = stand_in_enter;
    t->exit = stand_in_exit;
    t->repr = stand_in_repr;
    t->size = sizeof(StandIn);
}

static void add_stand_ins(Run *run) {
    static const char *const names[] = {
        "matplotlib",
        "matplotlib.pyplot",
        "matplotlib.gridspec",
        "matplotlib.animation",
        "matplotlib.cm",
        "matplotlib.patches",
        "matplotlib.colors",
        "matplotlib.ticker",
        "matplotlib.image",
        "matplotlib.mlab",
        "matplotlib.font_manager",
        "pylab",
        "mpl_toolkits",
        "IPython",
        "IPython.display",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Module *m = module_make(run, names[i]);
        m->missing = stand_in_missing;
        m->whole = true;
        Str name = str_of(names[i]);
        ptrdiff_t dot = str_find(name, STR("."), 0);
        if (dot > 0) {
            Module *outer =
                map_ptr(&run->modules, name_of(run->names, str_sub(name, 0, (size_t)dot)));
            module_set(run, outer, names[i] + dot + 1, value_object(m));
        }
    }
}

/* ---- importable, not usable ---- */

static bool unmodelled_missing(Run *run, Module *m, Name name, bool *found, Value *result) {
    (void)result;
    *found = false;
    return is_special(name) || refuse(run, m->context, "%s.%s", m->name->text, name->text);
}

static void add_unmodelled(Run *run) {
    static const struct {
        const char *name, *why;
    } modules[] = {
#define UNMODELLED(NAME, WHY) {NAME, WHY},
#include "run/unmodelled.def"
#undef UNMODELLED
    };
    for (size_t i = 0; i < sizeof modules / sizeof *modules; i++) {
        Module *m = module_make(run, modules[i].name);
        m->missing = unmodelled_missing;
        m->whole = true;
        m->context = (void *)(uintptr_t)modules[i].why;
        ptrdiff_t dot = -1;
        for (ptrdiff_t k = 0; modules[i].name[k]; k++) {
            dot = modules[i].name[k] == '.' ? k : dot;
        }
        if (dot > 0) {
            Str outer = {modules[i].name, (size_t)dot};
            module_set(run, map_ptr(&run->modules, name_of(run->names, outer)),
                       modules[i].name + dot + 1, value_object(m));
        }
    }
}

Module *module_part(Run *run, Module *around, Name name) {
    Str text = name_str(name);
    size_t n = name_str(around->name).len + 1;
    Module *m = module_make(run, name->text);
    m->missing = around->missing;
    m->context = around->context;
    m->whole = true;
    module_set(run, around, str_sub(text, n, text.len).at, value_object(m));
    return m;
}

void install_stand_ins(Run *run, Standard *s) {
    install_stand_in_type(run, s);
    add_stand_ins(run);
    add_unmodelled(run);
}
