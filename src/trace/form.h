/* form.h: how the records of a trace stand in JSON: one table of fields for each kind of record,
 * from which the writer (json.c), the reader (read.c) and the schema (docs/trace.schema.json is
 * checked against it) take what they do.
 *
 * Nobody but the files of src/trace that read and write JSON includes this header. */
#ifndef TFSCOPE_TRACE_FORM_H
#define TFSCOPE_TRACE_FORM_H

#include <stddef.h>

#include "trace/trace.h"

typedef enum FieldKind {
    FIELD_NAME,   /* Name: a string, null for none */
    FIELD_STR,    /* Str */
    FIELD_NUMBER, /* uint32_t, any */
    FIELD_LONG,   /* int64_t */
    FIELD_BOOL,
    FIELD_MOMENT, /* Moment; left out when it is MOMENT_END */
    FIELD_WORD,   /* an enum: one of `words` */
    FIELD_RULE,   /* Rule: its name; left out when it is RULE_COUNT */
    FIELD_INDEX,  /* uint32_t: index of a record of `of` */
    FIELD_REF,    /* pointer to a record of `of`: its index; left out when it is NULL */
    FIELD_FRAME,  /* uint32_t: index of a frame; left out when it is FRAME_NONE */
    FIELD_SITE,   /* uint32_t; left out when it is SITE_NONE */
    FIELD_CAUSE,  /* Cause: moment, site, frame beside the record's own fields */
    FIELD_SHAPE,  /* Shape: null, or a list with null for an unknown dimension */
    FIELD_DTYPE,  /* DType: "float32" */
    FIELD_TENSOR, /* const Tensor *: see docs/TRACE.md; null */
    FIELD_LIST,   /* Log of records of `of`, inside of this one */
    FIELD_OWN,    /* written and read by functions of their own: `own` says which */
} FieldKind;

/* What is written and read by functions of its own. */
typedef enum OwnField {
    OWN_SOURCE,   /* of a module: file, text, spans */
    OWN_CELLS,    /* of a frame: names, and what each held */
    OWN_INPUTS,   /* of a node: inputs, controls */
    OWN_OUTPUTS,  /* of a node: dtypes, refs, shapes */
    OWN_DEFAULTS, /* of a scope */
    OWN_FETCHES,  /* of a run: what was fetched, and its values */
} OwnField;

/* The kinds of records: the lists of a trace, and the lists inside of records. */
typedef enum FormKind {
    FORM_MODULE,
    FORM_FRAME,
    FORM_GRAPH,
    FORM_NODE,
    FORM_VARIABLE,
    FORM_SHARE,
    FORM_SCOPE,
    FORM_SCOPE_AT,
    FORM_RUN,
    FORM_ERROR,
    FORM_FACT,
    FORM_OUTPUT,
    FORM_LISTS, /* those before it are lists of the trace */
    FORM_NAME_GIVEN = FORM_LISTS,
    FORM_COLLECTED,
    FORM_VALUE,
    FORM_KINDS,
} FormKind;

typedef struct Field {
    const char *key;
    uint8_t kind; /* FieldKind */
    uint8_t of;   /* FormKind, OwnField, or index into form_words */
    uint16_t at;  /* offset in the record */
    bool needed;  /* of FIELD_NAME, FIELD_REF, FIELD_TENSOR: never NULL */
} Field;

typedef struct Form {
    const char *key; /* of the list in JSON */
    uint16_t log;    /* offset of the Log in Trace; 0 for a list inside of a record */
    uint16_t size;   /* of a record */
    bool pointers;   /* the log holds pointers to the records */
    uint16_t index;  /* offset of the record's own index + 1; 0: it has none */
    const Field *fields;
    size_t nfields;
} Form;

const Form *form_of(FormKind kind);
/* The words of an enum, by index; NULL behind the last. */
const char *const *form_words(unsigned of);
const char *form_rule(Rule rule); /* its name in rule.def */

extern const char *const trace_ends[],
    *const trace_budgets[]; /* by TraceEnd, by Budget; NULL ends */

#endif
