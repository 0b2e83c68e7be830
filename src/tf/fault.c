/* fault.c: faults of the graph engine as Python exceptions, and the classes of tf.errors. */
#include "tf/state.h"

/* What tf.errors calls each class, its code, and the fault that it stands for. */
static const struct {
    const char *name;
    const char *code;
    FaultKind kind;
} error_rows[ERROR_COUNT] = {
    [ERROR_OP_ERROR] = {"OpError", NULL, FAULT_NONE},
    [ERROR_CANCELLED] = {"CancelledError", "CANCELLED", FAULT_CANCELLED},
    [ERROR_UNKNOWN] = {"UnknownError", "UNKNOWN", FAULT_UNKNOWN},
    [ERROR_INVALID_ARGUMENT] = {"InvalidArgumentError", "INVALID_ARGUMENT", FAULT_INVALID_ARGUMENT},
    [ERROR_DEADLINE_EXCEEDED] = {"DeadlineExceededError", "DEADLINE_EXCEEDED", FAULT_NONE},
    [ERROR_NOT_FOUND] = {"NotFoundError", "NOT_FOUND", FAULT_NOT_FOUND},
    [ERROR_ALREADY_EXISTS] = {"AlreadyExistsError", "ALREADY_EXISTS", FAULT_NONE},
    [ERROR_PERMISSION_DENIED] = {"PermissionDeniedError", "PERMISSION_DENIED", FAULT_NONE},
    [ERROR_UNAUTHENTICATED] = {"UnauthenticatedError", "UNAUTHENTICATED", FAULT_NONE},
    [ERROR_RESOURCE_EXHAUSTED] = {"ResourceExhaustedError", "RESOURCE_EXHAUSTED", FAULT_NONE},
    [ERROR_FAILED_PRECONDITION] = {"FailedPreconditionError", "FAILED_PRECONDITION",
                                   FAULT_FAILED_PRECONDITION},
    [ERROR_ABORTED] = {"AbortedError", "ABORTED", FAULT_NONE},
    [ERROR_OUT_OF_RANGE] = {"OutOfRangeError", "OUT_OF_RANGE", FAULT_OUT_OF_RANGE},
    [ERROR_UNIMPLEMENTED] = {"UnimplementedError", "UNIMPLEMENTED", FAULT_UNIMPLEMENTED},
    [ERROR_INTERNAL] = {"InternalError", "INTERNAL", FAULT_NONE},
    [ERROR_UNAVAILABLE] = {"UnavailableError", "UNAVAILABLE", FAULT_NONE},
    [ERROR_DATA_LOSS] = {"DataLossError", "DATA_LOSS", FAULT_NONE},
};

/* tf.errors.OpError(node_def, op, message): the text is the message. */
static bool op_error_init(Run *run, const Value *a, Value *result) {
    ExceptionObject *e = (ExceptionObject *)a[0].as.object;
    e->args = tuple_make(run, 1, &a[3]);
    members_set(run, &e->members, &e->object, name_z(run->names, "op"), a[2]);
    members_set(run, &e->members, &e->object, name_z(run->names, "message"), a[3]);
    *result = value_none();
    return true;
}

/* Classes of the program call __init__ themselves. */
static bool op_error_make(Run *run, const Type *type, const Args *args, Value *result) {
    const Args none = {0};
    Value init, ignored;
    if (!run->exception.BaseException->make(run, type, type->heap ? args : &none, result)) {
        return false;
    }
    return type->heap || (value_get_attr(run, *result, name_z(run->names, "__init__"), &init) &&
                          value_call(run, init, args, &ignored));
}

static Type *error_type(Tf *tf, int id, const Type *base) {
    static const NativeSpec methods[] = {
        {.name = "__init__",
         .signature = "self, node_def, op, message, error_code=None",
         .fn = op_error_init},
        {.name = NULL},
    };
    Run *run = tf->run;
    Type *type =
        type_make(run, error_rows[id].name, base, "tensorflow.python.framework.errors_impl");
    type->size = sizeof(ExceptionObject);
    if (id == ERROR_OP_ERROR) {
        type_add_methods(run, type, methods);
        type->make = op_error_make;
    }
    members_set(run, &type->members, NULL, name_z(run->names, "node_def"), value_none());
    members_set(run, &type->members, NULL, name_z(run->names, "op"), value_none());
    members_set(run, &type->members, NULL, name_z(run->names, "error_code"), value_int(id));
    return type;
}

void errors_install(Tf *tf) {
    for (int id = 0; id < ERROR_COUNT; id++) {
        const Type *base = id ? tf->errors[ERROR_OP_ERROR] : tf->run->exception.Exception;
        tf->errors[id] = error_type(tf, id, base);
    }
}

/* The class of tf.errors for a fault, or NULL. */
static const Type *runtime_error(const Tf *tf, FaultKind kind) {
    for (int id = 1; id < ERROR_COUNT; id++) {
        if (error_rows[id].kind == kind) {
            return tf->errors[id];
        }
    }
    return NULL;
}

FaultKind fault_of_exception(const Tf *tf, Value exception) {
    const Type *type = type_of(tf->run, exception);
    for (int id = 1; id < ERROR_COUNT; id++) {
        if (is_subtype(type, tf->errors[id])) {
            return error_rows[id].kind;
        }
    }
    return FAULT_NONE;
}

static const Type *fault_type(const Tf *tf, FaultKind kind) {
    const Exceptions *x = &tf->run->exception;
    switch (kind) {
    case FAULT_NONE:
    case FAULT_HOST:
    case FAULT_BUDGET:
    case FAULT_REFUSED: return NULL;
    case FAULT_VALUE: return x->ValueError;
    case FAULT_TYPE: return x->TypeError;
    case FAULT_KEY: return x->KeyError;
    case FAULT_INDEX: return x->IndexError;
    case FAULT_ATTRIBUTE: return x->AttributeError;
    case FAULT_RUNTIME: return x->RuntimeError;
    case FAULT_ASSERTION: return x->AssertionError;
    case FAULT_LOOKUP: return x->LookupError;
    case FAULT_INVALID_ARGUMENT:
    case FAULT_FAILED_PRECONDITION:
    case FAULT_NOT_FOUND:
    case FAULT_OUT_OF_RANGE:
    case FAULT_UNIMPLEMENTED:
    case FAULT_CANCELLED:
    case FAULT_UNKNOWN: return runtime_error(tf, kind);
    }
    return NULL;
}

/* The exception object of a fault, with op and message when it is one of tf.errors. */
static Value fault_exception(Tf *tf, const Fault *f, const Type *type) {
    Run *run = tf->run;
    Value v = exception_make(run, type, f->text);
    if (is_subtype(type, tf->errors[ERROR_OP_ERROR])) {
        ExceptionObject *e = (ExceptionObject *)v.as.object;
        Value op = f->node ? tf_operation(tf, (Node *)f->node) : value_none();
        members_set(run, &e->members, NULL, name_z(run->names, "op"), op);
        members_set(run, &e->members, NULL, name_z(run->names, "message"), str_make(run, f->text));
    }
    return v;
}

/* The record of the exception on its way learns which rule stands behind it. */
static void note_rule(const Run *run, const Fault *f) {
    if (run->error.kind != VALUE_OBJECT) {
        return;
    }
    TraceError *record = ((ExceptionObject *)run->error.as.object)->error;
    if (record) {
        record->rule = f->rule;
        record->subject = f->subject;
        record->origin = f->origin;
    }
}

static void fault_clear(Engine *e) {
    e->fault = (Fault){.kind = FAULT_NONE, .rule = RULE_COUNT};
}

bool tf_raise(Tf *tf) {
    Run *run = tf->run;
    Fault f = tf->engine->fault;
    fault_clear(tf->engine);
    if (!is_unbound(run->error) || run->stopping) {
        return false;
    }
    if (f.kind == FAULT_REFUSED) {
        return refuse(run, NULL, "%.*s", STR_ARG(f.text));
    }
    if (f.kind == FAULT_BUDGET) {
        return refuse_budget(run, BUDGET_TENSOR);
    }
    const Type *type = fault_type(tf, f.kind);
    if (!type) {
        return raise_error(run, run->exception.RuntimeError, "internal error: no fault was stored");
    }
    raise_value(run, fault_exception(tf, &f, type));
    note_rule(run, &f);
    return false;
}

bool tf_done(Tf *tf, bool ok) {
    return ok || tf_raise(tf);
}

bool host_fail(Engine *e) {
    Tf *tf = tf_of_engine(e);
    if (!is_unbound(tf->run->error) || tf->run->stopping) {
        fault_clear(e);
        e->fault.kind = FAULT_HOST;
    }
    return false;
}

bool fault_take(Tf *tf) {
    if (tf->run->stopping || tf->engine->fault.kind == FAULT_REFUSED) {
        return false;
    }
    if (!is_unbound(tf->run->error)) {
        error_take(tf->run);
    }
    fault_clear(tf->engine);
    return true;
}
