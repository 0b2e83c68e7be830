/* machine.h: the virtual machine's own state and what the core files of this folder share.
 *
 * Frames. A call of a function of the program takes a Frame (its value stack and where it is) and
 * a TraceFrame (its variables, kept for ever). Frames are linked to their callers; the loop in
 * machine.c runs the innermost one. A call from the loop to a function of the program only links
 * another Frame: C does not recurse. Where C code calls back into the program (value_call), a
 * second loop runs inside the first one, until the frame that it began with is left (Frame.entry).
 * Frames of functions that have returned are used again; a generator keeps its own until it ends.
 *
 * Depth. `depth` counts frames and nested work in C together, as CPython does, and passing the
 * limit is a RecursionError. `nested` counts only what stands on the C stack and has a limit of
 * its own, because a program may raise the first one.
 *
 * Places. Frame.pc is the instruction after the one under way. */
#ifndef TFSCOPE_RUN_MACHINE_H
#define TFSCOPE_RUN_MACHINE_H

#include <setjmp.h>
#include <string.h>

#include "run/run.h"

typedef struct Machine Machine;
typedef struct Frame Frame;
typedef struct Unit Unit;
typedef struct Space Space;
typedef struct GeneratorObject GeneratorObject;

/* Names that the core looks up by itself; special.def. */
typedef struct Specials {
#define SPECIAL(ID, ...) Name ID;
#include "run/special.def"
#undef SPECIAL
} Specials;

/* Opcodes that only the machine knows, put in place of the compiler's when a code is prepared. */
typedef enum PrivateOpcode {
    OP_LOAD_METHOD =
        OPCODE_COUNT, /* LOAD_ATTR whose value is only called: its method object is used again */
    /* in the code of library modules, which leaves no trace of its own: */
    OP_QUIET_LINE,        /* LINE: no step, but effort */
    OP_QUIET_STORE_LOCAL, /* … no events, no history */
    OP_QUIET_DELETE_LOCAL,
    OP_QUIET_STORE_GLOBAL,
    OP_QUIET_DELETE_GLOBAL,
    PRIVATE_OPCODE_COUNT
} PrivateOpcode;

/* A code that is ready to run. */
struct Unit {
    const Code *code;
    Instruction *text; /* [ncode] instructions, some replaced by private ones */
    Value *constants;  /* [nconstants]; codes are unbound */
    const Name *slots; /* [nslots] names of a frame's cells: locals, own cells, captured ones */
    uint32_t nslots;
    uint32_t nparameters; /* slots that a call fills */
    bool simple;  /* only positional parameters without *, no cells, no generator: the short way to
                     call */
    Space *space; /* the module it belongs to */
};

/* A module of the program while it runs. */
struct Space {
    Module *module;
    const Program *program;
    Cell *cells;     /* [nglobals] */
    Value *builtins; /* [nglobals] the built-in of that name once it was used, or unbound */
    Map slots;       /* name to slot */
    uint32_t index;  /* in the trace's modules */
    TraceFrame *trace;
    Str folder;    /* of a package: the folder of its modules; else empty */
    Space *before; /* the module that was loaded before it */
    bool quiet;    /* a library module: its frames, steps and places are not in the trace */
};

/* An exception that is being handled in a frame. */
typedef struct Handled Handled;
struct Handled {
    Value exception;
    Handled *outer;
};

struct Frame {
    Frame *caller; /* called or resumed this one; NULL for the first */
    const Unit *unit;
    TraceFrame *trace;
    Cell *locals;               /* of the trace frame */
    Cell *globals;              /* of the module */
    CellObject **cells;         /* own cells, then captured ones */
    GeneratorObject *generator; /* whose frame it is, or NULL */
    Members *names;             /* namespace of a class body, or NULL */
    Handled *handled;           /* innermost first */
    Value outer;                /* what the caller was handling */
    Value made; /* the instance that an __init__ prepares: what the call gives; else unbound */
    Value *top; /* first free place of the stack, while another frame runs */
    uint32_t pc;
    uint32_t site;       /* of a library module's code: the instruction that called it */
    uint32_t size_class; /* of the stack: 8 << size_class values */
    bool entry;          /* a loop began with this frame */
    Value stack[];
};

#define FRAME_CLASSES 22

struct GeneratorObject {
    Object object;
    Frame *frame; /* NULL once it has ended */
    const Code *code;
    Value result; /* of return, once it has ended */
    bool started;
    bool running;
    bool lent; /* only the loop that runs over it has it: it ends with the loop */
};

typedef struct NamesOfTuple {
    const TupleObject *tuple;
    Name *names;
} NamesOfTuple;
#define NAMES_CACHE 256u

struct Machine {
    Frame *frame;                /* runs now; NULL outside of the program */
    Frame *spare[FRAME_CLASSES]; /* of each size, linked by caller */
    Type *borrowed;  /* of the method objects that LOAD_METHOD makes: only a CALL sees them */
    Type *traceback; /* of the opaque __traceback__ objects */
    Type *sequence_iterator;     /* over a class with __getitem__ only; made on first use */
    Type *attribute_dict;        /* of o.__dict__; made on first use */
    bool has_dicts;              /* some object's __dict__ was assigned */
    MethodObject *spare_methods; /* linked by self */
    Handled *spare_handled;
    int depth;
    int max_depth;
    int nested;
    int64_t effort, effort_max; /* iterations done by C code, against endless iterators */
    size_t check_at;            /* number of steps at which op_line looks at budgets again */
    Space *spaces;              /* the program's modules, the last one first */
    Unit **units;               /* [nunits] by first site of their code */
    uint32_t nunits;
    bool reraise;       /* the error on its way has its traceback for the frame that runs */
    char *text_end; /* of the text that text_append made last; behind it are text_room free bytes */
    size_t text_room;
    const FunctionObject *class_body; /* of a class statement whose type is not made yet, or NULL */
    bool softspace;                   /* Python 2: a print ended with a comma */
    Map literals;                     /* texts of short string constants to their objects */
    Map wrappers;                     /* special method name to row of wrapper.c */
    Map slots;                        /* the same, to the slots of special.c */
    NamesOfTuple names[NAMES_CACHE];  /* keyword names of calls, by constant tuple */
    jmp_buf *guard;                   /* where to go when memory is used up */
    Specials name;
};

/* ---- machine.c, frame.c, unit.c ---- */

/* Runs frame until it is left (or suspended, a generator's). False: an exception is on its way.
 * With throwing, an exception is on its way already and is raised where the frame stands. */
bool machine_run(Run *run, Frame *frame, bool throwing, Value *result);
Frame *frame_make(Run *run, const Unit *unit, struct CellObject **captured, const Value *arguments);
void frame_goes_on(Run *run, uint32_t frame); /* records that a frame goes on around a generator */
void frame_leave(Run *run, Frame *f);         /* records RETURN, goes back to the caller */
void frame_recycle(Run *run, Frame *f);
bool frame_room(Run *run);                              /* one more frame? else RecursionError */
void frame_handle(Run *run, Frame *f, Value exception); /* begins handling */
void frame_handled(Run *run, Frame *f);                 /* ends it */
static inline uint32_t frame_site(const Frame *f) {
    return f->unit->code->first_site + f->pc - 1;
}
/* A module that can run; quiet: of the library, which the trace does not know. */
Space *space_load(Run *run, const Program *program, Name name, bool quiet);
static inline Space *space_of(const Module *m) {
    return m->program ? m->context : NULL;
}
static inline const Unit *unit_of(const Run *run, const Code *code) {
    return run->machine->units[code->first_site];
}
bool global_get(Run *run, Space *s, Name name, bool *found, Value *v); /* a global or a built-in */
Value constant_value(Run *run, const Constant *c);
Value frame_locals(Run *run);  /* dict of the variables of the frame that runs now */
Value frame_globals(Run *run); /* dict of the globals of its module */

/* ---- ops.c and others: instructions outside of the loop; each works on f->top ---- */

typedef bool OpFn(Run *run, Frame *f, uint32_t arg);
#define OPCODE(ID, ...) OpFn op_##ID;
#include "lang/opcode.def"
#undef OPCODE
OpFn op_LOAD_METHOD, op_QUIET_LINE, op_QUIET_STORE_LOCAL, op_QUIET_DELETE_LOCAL,
    op_QUIET_STORE_GLOBAL, op_QUIET_DELETE_GLOBAL;

/* a followed by b, cheap when a is what the last call gave. */
Str text_append(Run *run, Str a, Str b);

/* ---- depth ---- */

/* One level deeper in C; false: RecursionError "maximum recursion depth exceeded" + what. */
bool deeper(Run *run, const char *what);
static inline void shallower(Run *run) {
    run->machine->nested--;
    run->machine->depth--;
}

/* ---- call.c, signature.c ---- */

/* Puts the arguments of a call into the parameters' places, as Python does. */
bool bind_arguments(Run *run, const FunctionObject *f, const Args *args, Value *slots);
/* A frame for a call of f, not yet running; NULL: an exception. */
Frame *function_enter(Run *run, const FunctionObject *f, const Args *args);
/* what a call that has made frame f gives when f is a generator's */
Value function_result(Run *run, Frame *f);
/* TypeError: f() missing n required … arguments: … */
bool raise_missing(Run *run, Name function, uint32_t n, const Name *names, bool keyword_only);
void native_prepare(Run *run, NativeObject *f); /* reads its signature */
bool native_call(Run *run, const NativeObject *f, Value self, const Args *args, Value *result);
const Name *names_of_tuple(Run *run, Value tuple);

/* ---- type.c, attribute.c, special.c, wrapper.c, class.c ---- */

Type *type_new(Run *run, Name name, const Type *base, Name module);
void type_settle_self(Type *self,
                      const Type *t);        /* `type` itself, which is needed before it is made */
void type_become(Type *t, const Type *base); /* takes over what is copied from the base */
/* Attribute `name` of a type as its mro has it, not bound; unbound when absent. */
Value type_lookup(Run *run, const Type *t, Name name);
/* The same, beginning behind the type `after` in t's mro. */
Value type_lookup_after(Run *run, const Type *t, const Type *after, Name name);
/* How an attribute found on a class is seen through an instance (or the class: instance unbound).
 */
bool attribute_bind(Run *run, Value attribute, Value instance, const Type *owner, Value *result);
/* The special method `name` on v's type, bound to v. */
bool special_find(Run *run, Value v, Name name, bool *found, Value *method);
bool generic_find_attr(Run *run, Value o, Name name, bool *found, Value *result);
bool generic_set_attr(Run *run, Value o, Name name, Value v);
bool type_set_attr(Run *run, Value self, Name name, Value v);
bool type_find_attr(Run *run, Value self, Name name, bool *found, Value *result);
bool attribute_dict(Run *run, Value o, Value *result); /* o.__dict__ */
/* The annotations of a function or class as a dict; their names are those of locals, a dict, then
 * of the module. */
bool annotations_dict(Run *run, const Code *code, Module *module, Value locals, Value *result);
Value module_variables(Run *run, Module *m);         /* m.__dict__: globals() */
bool attribute_dict_set(Run *run, Value o, Value v); /* o.__dict__ = v */
bool assigned_dict(const Run *run, Value o,
                   Value *dict);                   /* the dict that was assigned to o.__dict__ */
Members *members_of(const Run *run, Value o);      /* NULL: no attributes of its own */
bool name_of_value(Run *run, Value v, Name *name); /* a str as a name; TypeError otherwise */
bool is_special(Name name);                        /* begins and ends with two underscores */
Value wrapper_find(Run *run, Type *t, Name name); /* a native type's slot as a method, or unbound */
/* t, a class, has method `name` now: its slot */
void special_install(Type *t, const Run *run, Name name);
void wrappers_init(Run *run);
void specials_init(Run *run);
bool class_make(Run *run, const Type *meta, Name name, uint32_t nbases, const Value *bases,
                const Members *names, DictObject *keywords, Value *result);
/* The most derived of *meta and the metaclasses of the bases, in *meta. */
bool class_metaclass(Run *run, uint32_t nbases, const Value *bases, Value *meta);
Args class_keywords(Run *run, const DictObject *keywords); /* those but metaclass */
/* The arguments that a method with *args and **kwargs got, as a call's again. */
bool args_of(Run *run, const Value *rest, Args *args);
bool class_namespace(Run *run, Value dict, Members *names); /* its items as members */
bool class_construct(Run *run, const Type *type, const Args *args, Value *result);
/* Can instances be made the short way: a plain instance, then this __init__ of the program's? */
const FunctionObject *class_simple_init(Run *run, const Type *type);
Value instance_make(Run *run, const Type *type);
Name class_qualname(Run *run, const Type *t);
void type_derive(Run *run, const Type *t); /* its bases know it: __subclasses__ */
bool class_slots(Run *run, Type *t);       /* what __slots__ says */
bool is_type(const Run *run, Value v);
static inline Type *as_type(Value v) {
    return (Type *)v.as.object;
}
static inline const Type *object_type(const Object *o) {
    return (const Type *)o->type;
}
bool mro_compute(Run *run, Type *t, uint32_t nbases, const Value *bases);

/* The first type in t's mro that has the slot at this offset; NULL when none has. */
static inline const Type *type_with(const Type *t, size_t slot) {
    for (uint32_t i = 0; i < t->nmro; i++) {
        void (*fn)(void);
        memcpy(&fn, (const char *)t->mro[i] + slot, sizeof fn);
        if (fn) {
            return t->mro[i];
        }
    }
    return NULL;
}
#define TYPE_WITH(t, slot) type_with((t), offsetof(Type, slot))

/* ---- exception.c, traceback.c ---- */

bool raise_args(Run *run, const Type *type, uint32_t n, const Value *args); /* type(*args) */

/* f's place joins the traceback of the error on its way */
void traceback_add(Run *run, const Frame *f);
void traceback_put(Run *run, Value exception, Sink *out);
Type *traceback_type(Run *run);                   /* of such objects */
Value traceback_value(Run *run, Value exception); /* __traceback__: None or an opaque object */
/* Is v such an object? Then the exception whose traceback it is. */
bool traceback_of(Run *run, Value v, Value *exception);
bool is_exception(const Run *run, Value v);
/* A value given to raise, as an exception object: classes are called. */
bool exception_of(Run *run, Value v, Value *exception);
/* without a new place in this frame and without a new record */
bool raise_again(Run *run, Value exception);
bool exception_matches(Run *run, Value exception, Value classes, bool *matches);
void exception_caught(Run *run, Value exception);

/* ---- objects ---- */

uint32_t object_id(Run *run, Object *o);       /* its number; registers it on first use */
Str object_address(Run *run, const Object *o); /* "0x7f…", made from its number */
void object_show(Sink *out, const Object *o, Moment m, int depth);
void instance_parts(const Object *o, Moment m, PartFn *fn, void *context);
void members_parts(const Members *members, Moment m, PartFn *fn, void *context);
CellObject *cell_make(Run *run, Value v);
bool sequence_iter(Run *run, Value o, Value *iterator); /* over o[0], o[1] … */
bool generator_resume(Run *run, GeneratorObject *g, Value sent, bool throwing, Value *result,
                      bool *done);
/* Raises StopIteration as next() of an iterator that has ended does. */
bool iterator_stop(Run *run, Value iterator);
/* A loop begins over what a call returned: a generator that the call has just made belongs to the
 * loop alone. Nothing is counted here, so this is told from when it was made. */
void generator_lend(Run *run, Value iterator);
/* The loop was left early: closes a generator that belongs to it, as CPython does when nobody has
 * it any more. False: the run ends. What it raises is printed, and nothing else. */
bool generator_drop(Run *run, Value iterator);
bool generator_throw(Run *run, GeneratorObject *g, Value exception, Value *result, bool *done);
/* One round of `yield from`: the iterator lies below what was sent. Not done: *result is to be
 * yielded. */
bool generator_delegate(Run *run, Frame *f, Value *result, bool *done);
bool module_find_attr(Run *run, Module *m, Name name, bool *found, Value *result);
bool module_set_attr(Run *run, Module *m, Name name, Value v);
bool import_from(Run *run, Value module, Name name, Value *result);
bool import_star(Run *run, Value module, Space *into);
bool import_module(Run *run, Name name, uint32_t level, bool top, Value *result);
/* ---- import_program.c ---- */

/* The module `name` of the program's own files, which is run when it is met first; around: the
 * package that it is a part of, or NULL. *m is NULL when there is no such file. */
bool program_module(Run *run, Name name, Module *around, Module **m);
/* A package of that name that is a folder without __init__.py. */
bool program_namespace(Run *run, Name name, Module *around, Module **m);
bool program_has(const Run *run, Str name); /* are the program's own files asked first? */
/* The module `name` below one that is whole; made and registered (module_stand_in.c). */
Module *module_part(Run *run, Module *around, Name name);
bool print_to_stdout(Run *run, Str text); /* builtins.c: through sys.stdout, as it is now */

/* ---- library.c ---- */

/* Runs the library module of that name; *m is NULL when there is none, or it only adds to one that
 * is written in C. */
bool library_module(Run *run, Name name, Module **m);
/* What the library adds to a module that is written in C. */
bool library_attribute(Run *run, Module *m, Name name, bool *found, Value *result);
/* Calls a function that the library adds to a module that is written in C. */
bool library_call(Run *run, const char *module, const char *function, uint32_t n, const Value *args,
                  Value *result);
/* Runs the code of a module. */
bool space_run(Run *run, Space *s);
/* The folder of the program's main file as the program sees it: "/home/user/a" of "a/b.py". */
Str program_folder(Run *run);
CompareOperator compare_swapped(CompareOperator op);
/* n < m and so on; false of operators that do not order. */
bool compare_ints(CompareOperator op, int64_t n, int64_t m);

void property_name(Value property, Name name); /* what it is called, for messages */
Value classmethod_make(Run *run, Value function);
/* The class and instance that super() without arguments means, from the frame that runs. */
bool super_of_frame(Run *run, const Type **type, Value *self);

void install_types(Run *run);           /* type, class machinery: class.c */
void install_type_attributes(Run *run); /* type_attribute.c */
void install_descriptors(Run *run); /* property, staticmethod, classmethod, super: descriptor.c */
void install_functions(Run *run);   /* function, method, native, cell, module: function.c */
void install_generators(Run *run);
void install_module_type(Run *run);

#endif
