/* host.c: what the graph engine asks of Python: calls of initializers, regularizers, partitioners.
 */
#include "tf/host.h"

#include "run/machine.h"
#include "tf/convert.h"
#include "tf/initializer.h"

static bool host_callable(Engine *e, Value v) {
    return is_callable(tf_of_engine(e)->run, v);
}

/* The shape as the list of ints that initializers get. */
static Value shape_list(Tf *tf, Shape s) {
    Value *dims = ARENA_ARRAY(tf->run->arena, (size_t)s.rank + 1, Value);
    for (int i = 0; i < s.rank; i++) {
        dims[i] = value_int(s.dims[i]);
    }
    return list_make(tf->run, (uint32_t)s.rank, dims);
}

/* Since 1.14 a function without such a parameter is called without partition_info. */
static bool call_initializer(Tf *tf, Value f, Shape shape, DType dtype, Value partition_info,
                             Value *result) {
    bool kwargs;
    bool with_info = !tf_has(tf, CHANGE_PARTITION_INFO_OPTIONAL) ||
                     accepts_keyword(tf, f, "partition_info", &kwargs);
    Value args[] = {shape_list(tf, shape), tf_dtype(tf, dtype, false),
                    is_unbound(partition_info) ? value_none() : partition_info};
    static const char *const names[] = {"dtype", "partition_info", NULL};
    static const char *const dtype_only[] = {"dtype", NULL};
    return call_named(tf, f, 1, args, with_info ? names : dtype_only, result);
}

/* f(dtype=dtype): a class given to tf.get_variable in place of its object. */
static bool instantiate(Tf *tf, Value f, DType dtype, Value *made) {
    static const char *const names[] = {"dtype", NULL};
    Value arg = tf_dtype(tf, dtype == DTYPE_INVALID ? DTYPE_FLOAT32 : dtype, false);
    return call_named(tf, f, 0, &arg, names, made);
}

bool host_initialize(Engine *e, Value f, bool has_shape, Shape shape, DType dtype,
                     Value partition_info, Output **out) {
    Tf *tf = tf_of_engine(e);
    Value made;
    bool instead = !is_unbound(partition_info) && is_exactly(f, tf->run->type.type);
    if (instead && tf_has(tf, CHANGE_INITIALIZER_CLASS)) {
        if (!instantiate(tf, f, dtype, &made)) {
            return host_fail(e);
        }
        f = made;
    }
    if (has_shape && is_class(tf, f, CLASS_INITIALIZER)) {
        return initializer_object_build(tf, f, shape, dtype, partition_info, out);
    }
    bool ok = has_shape ? call_initializer(tf, f, shape, dtype, partition_info, &made)
                        : call_program_n(tf, f, 0, NULL, &made);
    return ok ? host_convert(e, made, dtype, "initial_value", false, out) : host_fail(e);
}

static bool host_regularize(Engine *e, Value regularizer, Variable *v, Output **out) {
    Tf *tf = tf_of_engine(e);
    Value variable = tf_variable(tf, v), loss;
    *out = NULL;
    if (!call_program_n(tf, regularizer, 1, &variable, &loss)) {
        return host_fail(e);
    }
    return is_none(loss) || host_convert(e, loss, DTYPE_INVALID, NULL, false, out);
}

static bool partition_counts(Tf *tf, Value list, Shape shape, int64_t *counts) {
    Str text;
    if (!is_sequence(tf->run, list)) {
        return value_str(tf->run, list, &text) &&
               raise_value_error(tf->run, "Partitioner must return a sequence, but saw: %.*s",
                                 STR_ARG(text));
    }
    if ((int)sequence_count(list) != shape.rank) {
        return value_str(tf->run, list, &text) &&
               raise_value_error(tf->run,
                                 "Partitioner returned a partition list that does not match the "
                                 "Variable's rank: %.*s vs. %.*s",
                                 STR_ARG(text), STR_ARG(shape_str(tf->run->arena, shape)));
    }
    for (int i = 0; i < shape.rank; i++) {
        if (!arg_int(tf, sequence_item(list, (uint32_t)i), &counts[i])) {
            return false;
        }
        if (counts[i] < 1) {
            return value_str(tf->run, list, &text) &&
                   raise_value_error(tf->run,
                                     "Partitioner returned zero partitions for some axes: %.*s",
                                     STR_ARG(text));
        }
    }
    return true;
}

static bool host_partition(Engine *e, Value partitioner, Shape shape, DType dtype,
                           int64_t *counts) {
    Tf *tf = tf_of_engine(e);
    Value args[] = {tf_shape(tf, shape), tf_dtype(tf, dtype, false)}, list;
    static const char *const names[] = {"shape", "dtype", NULL};
    if (!call_named(tf, partitioner, 0, args, names, &list) ||
        !partition_counts(tf, list, shape, counts)) {
        return host_fail(e);
    }
    return true;
}

/* ---- initializers without arguments ---- */

static Str argument_list(Tf *tf, const Code *code, uint32_t n) {
    Sink out = sink_memory(tf->run->arena);
    sink_char(&out, '[');
    for (uint32_t i = 0; i < n; i++) {
        sink_printf(&out, "%s'%s'", i ? ", " : "", code->local_names[i]->text);
    }
    sink_char(&out, ']');
    return sink_str(&out);
}

/* The Python function that a call runs: f itself, or that of a method, or the __call__ of an object
 * or class. Unbound when there is none. */
static bool function_behind(Tf *tf, Value f, Value *function) {
    Run *run = tf->run;
    bool found = true;
    *function = f;
    if (!is_exactly(f, run->type.function) && !is_exactly(f, run->type.method) &&
        !value_find_attr(run, f, name_z(run->names, "__call__"), &found, function)) {
        return false;
    }
    if (found && is_exactly(*function, run->type.method)) {
        *function = ((MethodObject *)function->as.object)->function;
    }
    if (!found || !is_exactly(*function, run->type.function)) {
        *function = value_unbound();
    }
    return true;
}

/* From 1.13 on it is enough that all arguments have defaults; self counts until then. */
static bool host_lacks_arguments(Engine *e, Value f, bool *lacks, Str *arguments) {
    Tf *tf = tf_of_engine(e);
    Value behind;
    *lacks = true;
    *arguments = STR("['self', 'shape', 'dtype', 'partition_info']");
    if (!function_behind(tf, f, &behind)) {
        return host_fail(e);
    }
    if (is_unbound(behind)) {
        return true;
    }
    const FunctionObject *function = (const FunctionObject *)behind.as.object;
    bool defaults = tf_has(tf, CHANGE_INITIALIZER_DEFAULTS),
         self = !is_exactly(f, tf->run->type.function);
    uint32_t n = function->code->npositional;
    *lacks = n > (defaults ? function->ndefaults + self : 0);
    *arguments = argument_list(tf, function->code, n);
    return true;
}

static Value host_partition_info(Engine *e, Shape full, const int64_t *offset) {
    Tf *tf = tf_of_engine(e);
    PartitionInfoObject *o = class_object(tf, CLASS_PARTITION_INFO, sizeof *o);
    o->full_shape = shape_list(tf, full);
    o->var_offset = shape_list(tf, (Shape){full.rank, offset});
    return value_object(o);
}

/* Text for records, without running any code of the program. */
static Str host_describe(Engine *e, Value v) {
    Tf *tf = tf_of_engine(e);
    if (is_class(tf, v, CLASS_INITIALIZER)) {
        return initializer_text(tf, v);
    }
    Sink out = sink_memory(e->arena);
    value_show(&out, v, MOMENT_END, 2);
    return sink_str(&out);
}

/* ---- the frames behind "Originally defined at" ---- */

static void put_frame(Sink *out, const Trace *t, uint32_t site, const TraceFrame *frame) {
    const TraceModule *module;
    Span span;
    if (!trace_span(t, site, &module, &span)) {
        return;
    }
    uint32_t line = source_line_of(module->source, span.start);
    Str text = source_line(module->source, line);
    while (text.len && (text.at[0] == ' ' || text.at[0] == '\t')) {
        text = str_sub(text, 1, text.len);
    }
    sink_printf(out, "  File \"%.*s\", line %u, in %s\n    %.*s\n", STR_ARG(module->source->name),
                line, frame->function->text, STR_ARG(text));
}

static Str host_frames(Engine *e, Cause cause) {
    const Trace *t = e->trace;
    Sink out = sink_memory(e->arena);
    uint32_t site = cause.site, most = engine_has(e, CHANGE_FIVE_FRAMES) ? 5 : 3;
    for (uint32_t at = cause.frame; at != FRAME_NONE && most; most--) {
        const TraceFrame *frame = trace_frame_at(t, at);
        put_frame(&out, t, site, frame);
        site = frame->call_site;
        at = frame->parent;
    }
    return sink_str(&out);
}

StackText stack_now(Tf *tf) {
    const Trace *t = tf->run->trace;
    Cause here = trace_cause(tf->run->trace);
    StackText stack = {NULL, 0};
    for (uint32_t at = here.frame; at != FRAME_NONE; at = trace_frame_at(t, at)->parent) {
        stack.count++;
    }
    stack.at = ARENA_ARRAY(tf->run->arena, stack.count + 1, Str);
    uint32_t site = here.site, at = here.frame;
    for (uint32_t i = stack.count; i > 0; i--) {
        Sink out = sink_memory(tf->run->arena);
        const TraceFrame *frame = trace_frame_at(t, at);
        put_frame(&out, t, site, frame);
        stack.at[i - 1] = sink_str(&out);
        site = frame->call_site;
        at = frame->parent;
    }
    return stack;
}

/* device_function(operation) → a device string */
static bool host_device(Engine *e, Value function, Node *n, Name *device) {
    Tf *tf = tf_of_engine(e);
    Value op = tf_operation(tf, n), v;
    if (!call_program_n(tf, function, 1, &op, &v)) {
        return host_fail(e);
    }
    if (!is_str(tf->run, v)) {
        refuse(tf->run, "return the device as a string",
               "a device function that returns no string is not modelled");
        return host_fail(e);
    }
    *device = name_of(tf->run->names, str_text(v));
    return true;
}

/* A node takes as long as a few rounds of a loop in C, even when it only passes a number on. */
#define EFFORT_OF_NODE 4

static bool host_work(Engine *e) {
    return run_much_work(tf_of_engine(e)->run, EFFORT_OF_NODE) || host_fail(e);
}

static void host_print(Engine *e, Str line) {
    print_text(tf_of_engine(e)->run, line, true);
}

/* ---- tf.py_func ---- */

static FaultKind fault_of_error(const Run *run) {
    const Exceptions *x = &run->exception;
    return error_is(run, x->TypeError) || error_is(run, x->ValueError) ? FAULT_INVALID_ARGUMENT
           : error_is(run, x->StopIteration)                           ? FAULT_OUT_OF_RANGE
           : error_is(run, x->NotImplementedError)                     ? FAULT_UNIMPLEMENTED
                                                                       : FAULT_UNKNOWN;
}

/* What the function raised becomes an error of the graph. */
static bool call_failed(Run *run, FaultKind *kind, Str *error) {
    *kind = FAULT_HOST;
    if (run->stopping || is_unbound(run->error)) {
        return false;
    }
    *kind = fault_of_error(run);
    Value raised = error_take(run);
    Str name = type_name(run, raised), text = exception_text(run, raised);
    *error = str_printf(run->arena, "%.*s: %.*s", STR_ARG(name), STR_ARG(text));
    return false;
}

static bool result_tensor(Run *run, Value v, const Tensor **out) {
    if (is_array(run, v) || is_numpy_scalar(run, v)) {
        *out = array_tensor(v);
        return true;
    }
    return numpy_tensor_of(run, v, DTYPE_INVALID, out);
}

static bool host_call(Engine *e, Value f, const Tensor *const *in, uint32_t nin, Arena *a,
                      uint32_t n, const Tensor **out, FaultKind *kind, Str *error) {
    Tf *tf = tf_of_engine(e);
    Run *run = tf->run;
    Value *args = ARENA_ARRAY(run->arena, nin + 1, Value), result, *items = &result;
    uint32_t count = 1;
    (void)a;
    for (uint32_t i = 0; i < nin; i++) {
        args[i] = array_make(run, tensor_cast(run->arena, in[i], in[i]->dtype));
    }
    if (!call_program_n(tf, f, nin, args, &result)) {
        return call_failed(run, kind, error);
    }
    if (is_sequence(run, result) && !value_items(run, result, &items, &count)) {
        return call_failed(run, kind, error);
    }
    if (is_none(result)) {
        count = 0;
    }
    if (count != n) {
        *kind = FAULT_INVALID_ARGUMENT;
        *error = str_printf(run->arena, "pyfunc returns %u values, but expects to see %u values.",
                            count, n);
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!result_tensor(run, items[i], &out[i])) {
            return call_failed(run, kind, error);
        }
    }
    return true;
}

/* ---- operations that are written in Python ---- */

/* An error without an operation is the node's own; one of a run inside stays as it is. */
static bool library_failed(Tf *tf, LibraryCall *call) {
    Run *run = tf->run;
    bool found = false;
    Value op = value_unbound();
    if (run->stopping || is_unbound(run->error)) {
        return false;
    }
    Value raised = run->error;
    FaultKind kind = fault_of_exception(tf, raised);
    if (kind == FAULT_NONE ||
        !value_find_attr(run, raised, name_z(run->names, "op"), &found, &op) ||
        (found && !is_none(op))) {
        return false;
    }
    error_take(run);
    call->kind = kind;
    call->error = exception_text(run, raised);
    return false;
}

/* Handles stay as they are. */
static bool library_output(Run *run, Value v, DType dtype, const Tensor **out) {
    bool plain = dtype_class(dtype) == DTYPE_CLASS_NONE || is_array(run, v);
    return plain ? result_tensor(run, v, out) : numpy_tensor_of(run, v, dtype, out);
}

static bool library_outputs(Run *run, Value result, LibraryCall *call) {
    const TraceNode *record = &call->node->record;
    Value *items = NULL;
    uint32_t n = 0;
    if (given(result) && !value_items(run, result, &items, &n)) {
        return false;
    }
    if (n != record->noutputs) {
        return refuse(run, NULL, "%u results of %s", n, record->name->text);
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!library_output(run, items[i], record->outputs[i].dtype, &call->out[i])) {
            return false;
        }
    }
    return true;
}

/* _tf_operations.run(operation, session, inputs) gives a list of the outputs. */
static bool host_library(Engine *e, LibraryCall *call) {
    Tf *tf = tf_of_engine(e);
    Run *run = tf->run;
    uint32_t n = call->node->record.ninputs;
    Value *inputs = ARENA_ARRAY(run->arena, n + 1, Value), module, f, result;
    for (uint32_t i = 0; i < n; i++) {
        inputs[i] = array_or_scalar(run, tensor_cast(run->arena, call->in[i], call->in[i]->dtype));
    }
    Value args[] = {tf_operation(tf, (Node *)call->node), call->session->binding,
                    list_make(run, n, inputs)};
    bool ok = import_module(run, name_z(run->names, "_tf_operations"), 0, false, &module) &&
              value_get_attr(run, module, name_z(run->names, "run"), &f) &&
              call_program_n(tf, f, 3, args, &result) && library_outputs(run, result, call);
    return ok || library_failed(tf, call) || (call->kind == FAULT_HOST && host_fail(e));
}

Host host_make(Tf *tf) {
    return (Host){
        .context = tf,
        .convert = host_convert,
        .callable = host_callable,
        .initialize = host_initialize,
        .regularize = host_regularize,
        .partition = host_partition,
        .describe = host_describe,
        .lacks_arguments = host_lacks_arguments,
        .partition_info = host_partition_info,
        .device = host_device,
        .frames = host_frames,
        .work = host_work,
        .print = host_print,
        .call = host_call,
        .library = host_library,
    };
}
