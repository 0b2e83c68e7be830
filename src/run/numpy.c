/* numpy.c: the module numpy: constants, names of types, and the names that exist in numpy but not
 * here. */
#include <math.h>

#include "run/install.h"
#include "run/numpy_functions.h"

/* ---- names that are not modelled ---- */

/* How to go on without them. */
static const struct {
    const char *name, *hint;
} hints[] = {
    {"memmap", "numpy.load reads files below --allow-read"},
    {"savez", "numpy.save writes single arrays"},
    {"savez_compressed", "numpy.save writes single arrays"},
};

static const char *hint_of(Str name) {
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
        if (str_is(name, hints[i].name)) {
            return hints[i].hint;
        }
    }
    return NULL;
}

static bool numpy_missing(Run *run, Module *m, Name name, bool *found, Value *result) {
    static const char *const known[] = {
#define KNOWN(NAME) NAME,
#include "run/numpy_known.def"
#undef KNOWN
    };
    *found = numpy_script_find(run, m, name, result);
    for (size_t i = 0; !*found && i < sizeof known / sizeof *known; i++) {
        if (str_is(name_str(name), known[i])) {
            return refuse(run, hint_of(name_str(name)), "numpy.%s", known[i]);
        }
    }
    return true;
}

/* ---- constants and other names of types ---- */

static void add_constants(Run *run, Module *m) {
    static const struct {
        const char *name;
        double value;
    } constants[] = {
        {"pi", 3.141592653589793},
        {"e", 2.718281828459045},
        {"euler_gamma", 0.5772156649015329},
        {"inf", INFINITY},
        {"Inf", INFINITY},
        {"infty", INFINITY},
        {"Infinity", INFINITY},
        {"PINF", INFINITY},
        {"NINF", -INFINITY},
        {"nan", NAN},
        {"NaN", NAN},
        {"NAN", NAN},
    };
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
        module_set(run, m, constants[i].name, value_float(constants[i].value));
    }
    module_set(run, m, "newaxis", value_none());
    module_set(run, m, "__version__", str_make(run, STR("1.16.6")));
}

static void add_aliases(Run *run, Numpy *np) {
    static const struct {
        const char *name;
        DType dtype;
    } aliases[] = {
        {"bool8", DTYPE_BOOL},         {"byte", DTYPE_INT8},           {"ubyte", DTYPE_UINT8},
        {"short", DTYPE_INT16},        {"ushort", DTYPE_UINT16},       {"intc", DTYPE_INT32},
        {"uintc", DTYPE_UINT32},       {"int_", DTYPE_INT64},          {"intp", DTYPE_INT64},
        {"longlong", DTYPE_INT64},     {"uint", DTYPE_UINT64},         {"uintp", DTYPE_UINT64},
        {"ulonglong", DTYPE_UINT64},   {"half", DTYPE_FLOAT16},        {"single", DTYPE_FLOAT32},
        {"double", DTYPE_FLOAT64},     {"float_", DTYPE_FLOAT64},      {"csingle", DTYPE_COMPLEX64},
        {"cdouble", DTYPE_COMPLEX128}, {"complex_", DTYPE_COMPLEX128}, {"string_", DTYPE_STRING},
    };
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
        module_set(run, np->module, aliases[i].name, value_object(np->scalar[aliases[i].dtype]));
    }
    module_set(run, np->module, "unicode_", value_object(np->text));
    module_set(run, np->module, "int", value_object(run->type.integer));
    module_set(run, np->module, "long", value_object(run->type.integer));
    module_set(run, np->module, "float", value_object(run->type.real));
    module_set(run, np->module, "bool", value_object(run->type.boolean));
    module_set(run, np->module, "str", value_object(run->type.str));
    module_set(run, np->module, "object", value_object(run->type.object));
}

/* ---- finfo, iinfo ---- */

static void set_number(Run *run, Members *m, const char *name, DType type, double d) {
    Value v = dtype_is_inexact(type) ? scalar_make(run, tensor_scalar_f64(run->arena, type, d))
                                     : value_int((int64_t)d);
    members_set(run, m, NULL, name_z(run->names, name), v);
}

static bool info_type(Run *run, Value v, bool inexact, DType *type) {
    Operand x;
    if (!is_array(run, v) && !is_numpy_scalar(run, v) && v.kind == VALUE_OBJECT) {
        if (!dtype_argument(run, v, DTYPE_FLOAT64, type, NULL)) {
            return false;
        }
    } else if (tensor_of(run, v, &x)) {
        *type = x.tensor->dtype;
    } else {
        return false;
    }
    bool fits = inexact ? dtype_class(*type) == DTYPE_CLASS_FLOAT : dtype_is_integer(*type);
    return fits ||
           raise_value_error(run, inexact ? "data type not inexact" : "Invalid integer data type");
}

/* "iinfo(min=-128, max=127, dtype=int8)" */
static bool info_repr(Run *run, Value self, Value *result) {
    static const char *const names[] = {"resolution", "min", "max", "dtype"};
    const InstanceObject *o = (const InstanceObject *)self.as.object;
    Sink out = sink_memory(run->scratch);
    sink_printf(&out, "%s(", o->object.type->name->text);
    for (size_t i = 0, n = 0; i < sizeof names / sizeof *names; i++) {
        Value v = members_get(&o->members, name_z(run->names, names[i]));
        Str text;
        if (!is_unbound(v)) {
            if (!value_str(run, v, &text)) {
                return false;
            }
            sink_printf(&out, "%s%s=%.*s", n++ ? ", " : "", names[i], STR_ARG(text));
        }
    }
    sink_char(&out, ')');
    *result = str_make(run, sink_str(&out));
    return true;
}

static bool info_str(Run *run, Value self, Value *result) {
    (void)self;
    (void)result;
    return refuse(run, "its attributes min, max and eps are",
                  "the table that finfo and iinfo print");
}

static InstanceObject *info_make(Run *run, const char *name) {
    Type *t = type_make(run, name, NULL, "numpy");
    t->repr = info_repr;
    t->str = info_str;
    t->size = sizeof(InstanceObject);
    t->attributes = offsetof(InstanceObject, members);
    return object_make(run, t, sizeof(InstanceObject));
}

static bool np_finfo(Run *run, const Value *args, Value *result) {
    DType type;
    if (!info_type(run, args[0], true, &type)) {
        return false;
    }
    InstanceObject *o = info_make(run, "finfo");
    Members *m = &o->members;
    int digits = type == DTYPE_FLOAT64 ? 52 : type == DTYPE_FLOAT32 ? 23 : 10;
    int exponent = type == DTYPE_FLOAT64 ? 1023 : type == DTYPE_FLOAT32 ? 127 : 15;
    double most = ldexp(2 - ldexp(1, -digits), exponent);
    set_number(run, m, "eps", type, ldexp(1, -digits));
    set_number(run, m, "max", type, most);
    set_number(run, m, "min", type, -most);
    set_number(run, m, "tiny", type, ldexp(1, 1 - exponent));
    set_number(run, m, "resolution", type, digits == 52 ? 1e-15 : digits == 23 ? 1e-6 : 1e-3);
    members_set(run, m, NULL, name_z(run->names, "bits"), value_int((int64_t)dtype_size(type) * 8));
    members_set(run, m, NULL, name_z(run->names, "dtype"), numpy_dtype_value(run, type));
    *result = value_object(o);
    return true;
}

static bool np_iinfo(Run *run, const Value *args, Value *result) {
    DType type;
    if (!info_type(run, args[0], false, &type)) {
        return false;
    }
    InstanceObject *o = info_make(run, "iinfo");
    int bits = (int)dtype_size(type) * 8;
    bool is_signed = dtype_class(type) == DTYPE_CLASS_INT;
    int64_t most = (int64_t)(UINT64_MAX >> (64 - bits + (is_signed || bits == 64 ? 1 : 0)));
    members_set(run, &o->members, NULL, name_z(run->names, "max"), value_int(most));
    members_set(run, &o->members, NULL, name_z(run->names, "min"),
                value_int(is_signed ? -most - 1 : 0));
    members_set(run, &o->members, NULL, name_z(run->names, "bits"), value_int(bits));
    members_set(run, &o->members, NULL, name_z(run->names, "dtype"), numpy_dtype_value(run, type));
    *result = value_object(o);
    return true;
}

/* ---- floating-point warnings: there are none, so nothing is to be set ---- */

/* No warning is shown; errors are not raised. */
#define QUIET                                                                                      \
    "all=None!'ignore'|'warn', divide=None!'ignore'|'warn', over=None!'ignore'|'warn', "           \
    "under=None!'ignore'|'warn', invalid=None!'ignore'|'warn'"

static Value default_settings(Run *run) {
    Value all = dict_make(run), warn = str_make(run, STR("warn"));
    dict_set_name(run, all, "divide", warn);
    dict_set_name(run, all, "over", warn);
    dict_set_name(run, all, "under", str_make(run, STR("ignore")));
    dict_set_name(run, all, "invalid", warn);
    return all;
}

/* What was set before is the result. */
static bool np_seterr(Run *run, const Value *args, Value *result) {
    static const char *const names[] = {"divide", "over", "under", "invalid"};
    Value *now = &run->numpy->settings, all = dict_make(run), old = value_none();
    *result = is_unbound(*now) ? default_settings(run) : *now;
    for (int i = 0; i < 4; i++) {
        dict_get_name(run, *result, names[i], &old);
        dict_set_name(run, all, names[i],
                      given(args[i + 1]) ? args[i + 1]
                      : given(args[0])   ? args[0]
                                         : old);
    }
    *now = all;
    return true;
}

static bool errstate_enter(Run *run, Value self, Value *result) {
    (void)run;
    (void)self;
    *result = value_none();
    return true;
}

static bool errstate_exit(Run *run, Value self, Value exception, bool *swallow) {
    (void)run;
    (void)self;
    (void)exception;
    *swallow = false;
    return true;
}

static bool np_errstate(Run *run, const Value *args, Value *result) {
    (void)args;
    Type *t = type_make(run, "errstate", NULL, "numpy");
    t->enter = errstate_enter;
    t->exit = errstate_exit;
    *result = value_object(object_make(run, t, sizeof(Object)));
    return true;
}

static bool np_isdtype_sub(Run *run, const Value *args, Value *result) {
    Value both[2] = {args[0], args[1]};
    for (int i = 0; i < 2; i++) {
        DType t;
        if (!is_instance(run, both[i], run->type.type) ||
            !is_subtype((const Type *)both[i].as.object, run->numpy->generic)) {
            if (!dtype_argument(run, both[i], DTYPE_FLOAT64, &t, NULL)) {
                return false;
            }
            both[i] = value_object(run->numpy->scalar[t]);
        }
    }
    *result =
        value_bool(is_subtype((const Type *)both[0].as.object, (const Type *)both[1].as.object));
    return true;
}

static const NativeSpec functions[] = {
    {.name = "finfo", .signature = "dtype", .fn = np_finfo},
    {.name = "iinfo", .signature = "dtype", .fn = np_iinfo},
    {.name = "seterr", .signature = QUIET, .fn = np_seterr},
    {.name = "errstate", .signature = "*, " QUIET ", call=None!", .fn = np_errstate},
    {.name = "issubdtype", .signature = "arg1, arg2", .fn = np_isdtype_sub},
    {0},
};

/* ---- set-up ---- */

static void add_errors(Run *run, Numpy *np) {
    np->axis_error = type_make(run, "AxisError", run->exception.ValueError, "numpy");
    np->no_loop =
        type_make(run, "UFuncTypeError", run->exception.TypeError, "numpy.core._exceptions");
    np->no_output =
        type_make(run, "UFuncTypeError", run->exception.TypeError, "numpy.core._exceptions");
    module_set(run, np->module, "AxisError", value_object(np->axis_error));
}

void install_numpy(Run *run) {
    Numpy *np = ARENA_NEW(run->arena, Numpy);
    np->settings = value_unbound();
    run->numpy = np;
    np->module = module_make(run, "numpy");
    np->module->missing = numpy_missing;
    add_errors(run, np);
    install_numpy_dtypes(run, np);
    install_numpy_scalars(run, np);
    install_numpy_array(run, np);
    install_numpy_ufuncs(run, np);
    install_numpy_math(run, np);
    np->print = print_defaults;
    module_add_functions(run, np->module, numpy_print_functions);
    module_add_functions(run, np->module, numpy_statistics_functions);
    module_add_functions(run, np->module, numpy_edit_functions);
    module_add_functions(run, np->module, numpy_file_functions);
    install_numpy_grid(run, np);
    module_add_functions(run, np->module, numpy_set_functions);
    module_add_functions(run, np->module, numpy_make_functions);
    module_add_functions(run, np->module, numpy_shape_functions);
    module_add_functions(run, np->module, numpy_join_functions);
    module_add_functions(run, np->module, numpy_linear_functions);
    module_add_functions(run, np->module, numpy_select_functions);
    module_add_functions(run, np->module, functions);
    add_constants(run, np->module);
    add_aliases(run, np);
    install_numpy_random(run, np);
    install_numpy_linalg(run, np);
    install_numpy_scripts(run, np);
}
