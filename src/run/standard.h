/* standard.h: what the files of the standard modules share. A module is a table of functions and a
 * few values; module_*.c has one or several related ones. */
#ifndef TFSCOPE_RUN_STANDARD_H
#define TFSCOPE_RUN_STANDARD_H

#include "run/kinds.h"
#include "run/twister.h"

enum { LIBRARY_FOLDERS = 2 }; /* src/run/library, src/tf/library */

/* The state of the standard modules of one run. */
typedef struct Standard {
    double clock;        /* what time.time() says next, seconds since 1970 */
    Type *random_type;   /* random.Random */
    Type *abstract_meta; /* abc.ABCMeta */
    Type *ordered_dict, *default_dict, *counter, *deque, *deque_iterator;
    Type *partial, *cached, *sort_key;
    Type *context, *context_maker, *closing, *suppress, *null_context;
    Type *stand_in;
    Type *catch_warnings;
    Type *match, *pattern, *re_error;
    Type *date, *datetime, *timedelta;
    Type *struct_time;
    Value noted; /* dict of the stand-ins that said so */
    const char
        *texts[LIBRARY_FOLDERS]; /* of modules in Python, unpacked, each with a NUL behind it */
    Map library;        /* by the name of a module in C: the Space of what the library adds to it */
    Value made_folders; /* dict of the folders that the program made: absolute paths */
    Type *stat_result;
    Type *text_file, *binary_file, *string_io, *bytes_io; /* module_io.c */
    Type *binary_writer, *binary_random;
    Log written_files; /* MemoryFile *: those that were opened for writing */
    Type *unsupported; /* io.UnsupportedOperation */
} Standard;

void install_math(Run *run);
void install_cmath(Run *run);
extern const NativeSpec math_questions[]; /* of math: isnan, isclose …; module_cmath.c */
void install_sys(Run *run);
void install_os(Run *run);
void install_files(Run *run, Standard *s, Module *os, Module *path);
void install_time(Run *run, Standard *s);
void install_datetime(Run *run, Standard *s);
void install_random(Run *run, Standard *s);
void install_abstract(Run *run, Standard *s);
void install_collections(Run *run, Standard *s);
void install_counter(Run *run, Standard *s, Module *collections);
void install_deque(Run *run, Standard *s, Module *collections);
void install_namedtuple(Run *run, Module *collections);
void install_functools(Run *run, Standard *s);
void install_operator(Run *run);
void install_itertools(Run *run);
void install_copy(Run *run);
void install_six(Run *run);
void install_contextlib(Run *run, Standard *s);
void install_harmless(Run *run, Standard *s);
void install_json(Run *run);
void install_re(Run *run, Standard *s);
void install_enum(Run *run);
void install_library(Run *run); /* library.c */
void install_import(Run *run);  /* import.c */
void install_io(Run *run, Standard *s);
void install_stand_ins(Run *run, Standard *s);
void install_small(Run *run);

/* Puts in place what programs wrote into files that are still open (module_io.c). */
bool files_store(Run *run);
/* A file that is still open for writing is about to be opened again, to be written: what was
 * written so far comes first. Or it is about to be read: refused, since what Python would show
 * depends on whether somebody still holds it, which is not modelled. */
bool file_settle(Run *run, Str path);
bool file_settled(Run *run, Str path);
/* of the run's own clock, which goes on by being asked (module_time.c) */
double clock_now(Run *run);
/* A path of the program from the root on, in its normal form (module_os.c). */
Str path_absolute(Run *run, Str path);

/* ---- helpers (modules.c) ---- */

/* A type whose instances have attributes, like those of a class statement. */
Type *record_type(Run *run, const char *name, const char *module);
Value record_make(Run *run, const Type *type);
void record_set(Run *run, Value record, const char *name, Value v);
Value record_get(Run *run, Value record, const char *name); /* unbound when absent */
/* A module's function that does nothing and gives None; for tables. */
bool do_nothing(Run *run, const Value *args, Value *result);
/* writelines of any stream: writes each of args[1] by that method of args[0]. */
bool write_lines(Run *run, const Value *args, NativeFn *write, Value *result);
/* missing hook for a module of which a list of names (row of NULL-terminated texts in m->context)
 * is known but not modelled. */
bool refuse_known(Run *run, Module *m, Name name, bool *found, Value *result);
/* Says on the program's stderr, once a run, that `what` is a stand-in, and what that means:
 * "nothing is drawn". */
void note_stand_in(Run *run, const char *what, const char *effect);
/* Copies an attribute of one module into another under the same name. */
void module_share(Run *run, Module *to, Module *from, const char *name);
static inline Value text_value(Run *run, const char *text) {
    return str_share(run, str_of(text));
}
/* f(a), f(a, b) */
bool call1(Run *run, Value f, Value a, Value *result);
bool call2(Run *run, Value f, Value a, Value b, Value *result);
/* A method of an object, by name. */
bool call_method(Run *run, Value o, const char *name, uint32_t n, const Value *args, Value *result);

#endif
