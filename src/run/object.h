/* object.h: Python objects, one struct a kind, and types as tables of slots.
 *
 * Ownership: every object lives in the run's arena until the run is freed; nothing is counted or
 * collected, and a Value may be copied freely. Whatever can change is a Cell (trace/value.h),
 * written through the functions here, so that its history is kept.
 *
 * Failure: a function that can fail returns false after it has stored an exception in the run
 * (run.h: `return raise_type_error(run, …);`); its results are then undefined. */
#ifndef TFSCOPE_RUN_OBJECT_H
#define TFSCOPE_RUN_OBJECT_H

#include "base/map.h"
#include "lang/code.h"
#include "trace/trace.h"

typedef struct Run Run;
typedef struct Type Type;
typedef struct Module Module;

/* Arguments of a call: npositional values, then nkeywords values named by names. */
typedef struct Args {
    const Value *at;
    uint32_t npositional;
    uint32_t nkeywords;
    const Name *names; /* [nkeywords] */
} Args;

/* Attributes by name in order of creation: of instances, classes, functions, modules. */
typedef struct Member {
    Name name;
    Cell cell;
} Member;
typedef struct Members {
    Member *at; /* moves when it grows */
    uint32_t count;
    uint32_t cap;
    uint32_t *index; /* hash index once count is above 8, else NULL */
    uint32_t nindex;
} Members;

/* The slots of a type. A NULL slot is inherited from the base; where the root has none either, the
 * operation is a TypeError. A binary slot answers run->not_implemented when it does not know the
 * other operand. */
struct Type {
    TypeHead head;    /* name, how readers show an object; head.object.type is the type `type` */
    const Type *base; /* single base for native types; first base for classes; NULL for object */
    const Type **mro; /* [nmro], the type itself first, object last */
    uint32_t nmro;
    Members members; /* methods and class attributes */
    Name module;     /* "builtins", "__main__", "tensorflow…" */
    Cell renamed;    /* names by moment, once __name__ was assigned; else unbound */
    bool heap;       /* made by a class statement: instances have attributes, slots look up special
                        methods */
    size_t size;     /* bytes of an instance struct, for type->make of subclasses */

    bool (*make)(Run *run, const Type *type, const Args *args,
                 Value *result); /* type(…); NULL: cannot be called */
    bool (*call)(Run *run, Value self, const Args *args, Value *result);
    bool (*repr)(Run *run, Value self, Value *result);
    bool (*str)(Run *run, Value self, Value *result);
    bool (*truth)(Run *run, Value self, bool *result);
    bool (*hash)(Run *run, Value self, int64_t *result);
    bool (*length)(Run *run, Value self, int64_t *result);
    bool (*get_attr)(Run *run, Value self, Name name, bool *found,
                     Value *result); /* found false: go on with the generic way */
    bool (*set_attr)(Run *run, Value self, Name name, Value v); /* v unbound: delete */
    bool (*get_item)(Run *run, Value self, Value key, Value *result);
    bool (*set_item)(Run *run, Value self, Value key, Value v); /* v unbound: delete */
    bool (*contains)(Run *run, Value self, Value item, bool *result);
    bool (*iter)(Run *run, Value self, Value *result);
    bool (*next)(Run *run, Value self, Value *result, bool *done);
    bool (*unary)(Run *run, UnaryOperator op, Value self, Value *result);
    /* x op y where self is x, or y when reflected */
    bool (*binary)(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                   Value *result);
    bool (*inplace)(Run *run, BinaryOperator op, Value self, Value other, Value *result);
    bool (*compare)(Run *run, CompareOperator op, Value self, Value other, Value *result);
    bool (*enter)(Run *run, Value self, Value *result); /* __enter__ of native context managers */
    bool (*exit)(Run *run, Value self, Value exception,
                 bool *swallow); /* exception: None when there is none */
    /* Attribute access on a class finds this object: how an instance sees it (functions, properties
     * …) */
    bool (*bind)(Run *run, Value self, Value instance, const Type *owner, Value *result);
    bool (*bind_set)(Run *run, Value self, Value instance, Value v);

    size_t
        attributes; /* byte offset of the Members in an instance; 0: instances have no attributes */
    Value bases;    /* of a class: tuple of its direct bases; unbound for native types */
    const struct FunctionObject *body; /* of a class statement; or NULL */
    bool slotted;         /* a class with __slots__: instances have no attributes but those */
    bool has_slots;       /* it or a base names some in __slots__ */
    bool classic;         /* Python 2: a class statement without bases */
    const Type **derived; /* [nderived] classes of which it is a direct base, in their order */
    uint32_t nderived, derived_cap;
};

/* ---- the kinds that several files know ---- */

typedef struct StrObject {
    Object object;
    Str text;        /* UTF-8; lone surrogates as three bytes */
    int64_t hash;    /* -1: not computed */
    uint32_t length; /* code points */
    bool unicode;    /* Python 2: a unicode string */
} StrObject;

typedef struct BytesObject {
    Object object;
    Str text;
} BytesObject;

typedef struct TupleObject {
    Object object;
    uint32_t count;
    Value *items;
} TupleObject;

typedef struct ListObject {
    Object object;
    Cell *items; /* [cap]; those at and above the count are unbound now, but may have a past */
    uint32_t cap;
    Cell count; /* an int with a history */
} ListObject;

/* Entries stay in order of insertion; a deleted one keeps its place, unbound. Sets are dicts whose
 * values are None. */
typedef struct DictEntry {
    Value key;
    int64_t hash;
    Cell value;
} DictEntry;
typedef struct DictObject {
    Object object;
    DictEntry *entries; /* [nentries]; moves when it grows */
    uint32_t nentries, cap;
    uint32_t live;   /* entries bound now */
    uint32_t *index; /* open addressing: 0 free, else entry + 1 */
    uint32_t nindex; /* power of two */
    Value missing;   /* defaultdict's factory, else unbound */
    uint32_t used;   /* slots of index that are not free */
    uint32_t first;  /* entries before this one are all deleted */
    uint32_t last;   /* so are this one and those behind it */
} DictObject;

typedef struct FunctionObject {
    Object object;
    const Code *code;
    Module *module; /* whose globals it uses */
    Name name, qualname;
    const Value *defaults; /* [ndefaults], of the last positional parameters */
    uint32_t ndefaults;
    DictObject *kwdefaults;       /* or NULL */
    struct CellObject **captured; /* [code->ncaptures] */
    const Type *owner;            /* class in whose body it was made, for super(); or NULL */
    Members members;
} FunctionObject;

/* A variable that closures share. */
typedef struct CellObject {
    Object object;
    Cell cell;
} CellObject;

typedef struct MethodObject {
    Object object;
    Value self;
    Value function;
} MethodObject;

typedef struct InstanceObject {
    Object object;
    Members members;
} InstanceObject;

typedef struct ExceptionObject {
    Object object;
    Members members; /* first, like an instance */
    Value args;      /* tuple; newest */
    Cell past_args;  /* args by moment, once they were changed; else unbound */
    Value cause;     /* raise … from cause; unbound: none */
    Value context;   /* being handled when it was raised; unbound: none */
    bool suppress_context;
    struct TracebackEntry *traceback; /* innermost frame first in the list; see run.h */
    TraceError *error;                /* its record, once raised */
} ExceptionObject;

struct Module {
    Object object;
    Name name;
    Members members;
    const Program *program; /* of a module of the user's; else NULL */
    uint32_t frame;         /* trace frame that holds its globals (user's modules) */
    /* Asked when an attribute is not there: either sets *result and returns true with *found, or
     * returns true with *found false (AttributeError follows), or returns false (refused: not
     * modelled). */
    bool (*missing)(Run *run, Module *m, Name name, bool *found, Value *result);
    void *context;
    bool whole; /* a stand-in, or not modelled: so is every module below it */
};

/* A function written in C. The signature is Python's own text, bound by run.h's machinery:
 * "value, dtype=None, shape=None, name='Const', *rest, **options". The function gets one value a
 * parameter, in order; an omitted one without a default in the text (written "x=?") is
 * VALUE_UNBOUND. */
typedef bool NativeFn(Run *run, const Value *args, Value *result);
/* The same with its spec at hand, for tables in which many rows share a function. */
typedef struct NativeSpec NativeSpec;
struct NativeSpec {
    const char *name;
    const char *signature;
    union {
        NativeFn *fn; /* without row */
        bool (*fn_row)(Run *run, const void *row, const Value *args, Value *result); /* with one */
    };
    const void *row; /* given to fn_row, or NULL */
};
typedef struct NativeObject {
    Object object;
    const NativeSpec *spec;
    struct Signature *signature; /* parsed on first call */
    Value self;                  /* bound first argument, or unbound */
    const Type *owner;           /* for methods: type of self */
    Name name;
    Module *module;
} NativeObject;

#endif
