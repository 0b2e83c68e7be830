/* script.h: library functions written in Python inside tfscope: run without leaving a trace.
 *
 * A function of TensorFlow's that only puts others together is shortest as a few lines of Python.
 * Such a script is no part of the program: its lines are no steps, its names no variables that
 * anybody sees. So it is not compiled for the machine; its tree is walked. What it may use: the
 * statements = += if for with return raise assert-free, nested def and lambda without defaults, and
 * expressions without f-strings.
 *
 * eval() walks its text in the same way. */
#ifndef TFSCOPE_RUN_SCRIPT_H
#define TFSCOPE_RUN_SCRIPT_H

#include "run/run.h"

typedef struct Script Script;

/* What a script asks of its owner. */
typedef struct ScriptHost {
    void *context;
    /* The value of a name that is neither a parameter nor assigned; the built-ins come after it. */
    bool (*find)(Run *run, void *context, Name name, bool *found, Value *v);
    /* Calls what the script calls. */
    bool (*call)(Run *run, void *context, Value f, const Args *args, Value *result);
    const char
        *what; /* what is refused when a part cannot be walked; NULL: that is a bug of ours */
} ScriptHost;

/* The script of that text, in the run's arena; parameters are those of a native signature. A text
 * that is no Python is a bug of ours. */
Script *script_make(Run *run, const char *text, const char *signature, const ScriptHost *host);
/* One expression in the program's own Python; NULL: the text is not one. */
const Script *script_expression(Run *run, Str text, const ScriptHost *host);
bool script_value(Run *run, const Script *script, Value *result); /* of such an expression */
struct Node;
bool script_eval(Run *run, const struct Node *n, const ScriptHost *host, Value *result);
bool script_sound(const Script *script); /* is its text Python? */
/* Runs it with one value a parameter, where an unbound one is `...`; what it returns, or None. */
bool script_run(Run *run, const Script *script, const Value *arguments, Value *result);

#endif
