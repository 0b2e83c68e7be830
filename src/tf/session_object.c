/* session_object.c: tf.Session and tf.InteractiveSession, the default session, t.eval() and
 * op.run() (section 6.3). */
#include "tf/manager.h"
#include "tf/session.h"
#include "tf/tables.h"

static SessionObject *session_in(Value v) {
    return (SessionObject *)v.as.object;
}

/* ---- the default session ---- */

SessionObject *session_default(const Tf *tf) {
    size_t n = tf->sessions.count;
    return n ? *LOG_AT(&tf->sessions, SessionObject *, n - 1) : NULL;
}

static void push_session(Tf *tf, SessionObject *s) {
    *LOG_PUSH(&tf->sessions, SessionObject *) = s;
}

/* A Log cannot shrink: the ones below are copied to a new one. */
static void pop_session(Tf *tf) {
    Log kept = log_make(tf->run->arena, sizeof(SessionObject *));
    for (size_t i = 0; i + 1 < tf->sessions.count; i++) {
        *LOG_PUSH(&kept, SessionObject *) = *LOG_AT(&tf->sessions, SessionObject *, i);
    }
    tf->sessions = kept;
}

static bool session_enter_default(Tf *tf, void *state, Value *result) {
    push_session(tf, state);
    *result = value_object(state);
    return true;
}

static bool session_exit_default(Tf *tf, void *state) {
    (void)state;
    pop_session(tf);
    return true;
}

/* ---- making ---- */

static bool wrong_argument(Tf *tf, const char *what, Value v) {
    Str text;
    return value_str(tf->run, value_object(type_of(tf->run, v)), &text) &&
           raise_type_error(tf->run, "%s, but got %.*s", what, STR_ARG(text));
}

static bool make_session(Tf *tf, const Value *a, Value *result) {
    const Type *type = (const Type *)a[0].as.object;
    Graph *g = graph_of(tf, a[2]);
    if (given(a[2]) && !g) {
        return wrong_argument(tf, "graph must be a tf.Graph", a[2]);
    }
    if (given(a[1]) && !is_str(tf->run, a[1])) {
        return wrong_argument(tf, "target must be a string", a[1]);
    }
    if (given(a[1]) && str_text(a[1]).len) {
        return refuse(tf->run, "leave target out", "a session of another process");
    }
    if (given(a[3]) && !is_class(tf, a[3], CLASS_OPTIONS)) {
        return wrong_argument(tf, "config must be a tf.ConfigProto", a[3]);
    }
    SessionObject *s = object_make(tf->run, type, sizeof *s);
    s->session = session_make(tf->engine, g ? g : engine_graph(tf->engine));
    s->session->binding = value_object(s);
    s->entered = log_make(tf->run->arena, sizeof(bool));
    s->interactive = is_subtype(type, tf->types[CLASS_INTERACTIVE_SESSION]);
    *result = value_object(s);
    if (s->interactive) {
        push_session(tf, s);
        if (g) {
            engine_push_graph(tf->engine, g);
        }
    }
    return true;
}

/* ---- with tf.Session() as sess ---- */

static bool session_enter(Run *run, Value self, Value *result) {
    Tf *tf = tf_of(run);
    SessionObject *s = session_in(self);
    engine_push_graph(tf->engine, s->session->graph);
    push_session(tf, s);
    *result = self;
    return true;
}

static bool session_exit(Run *run, Value self, Value exception, bool *swallow) {
    Tf *tf = tf_of(run);
    (void)exception;
    *swallow = false;
    pop_session(tf);
    engine_pop_graph(tf->engine);
    session_in(self)->session->closed = true;
    return true;
}

/* ---- methods ---- */

static bool run_method(Tf *tf, const Value *a, Value *result) {
    return session_fetch(tf, session_in(a[0])->session, a[1], a[2], result);
}

static bool close_method(Tf *tf, const Value *a, Value *result) {
    SessionObject *s = session_in(a[0]);
    if (s->interactive && session_default(tf) == s) {
        pop_session(tf);
    }
    s->session->closed = true;
    *result = value_none();
    return true;
}

static bool as_default(Tf *tf, const Value *a, Value *result) {
    static const ManagerKind kind = {session_enter_default, session_exit_default, false};
    *result = manager_make(tf, &kind, a[0].as.object);
    return true;
}

/* What session.make_callable gives: runs the same fetches with other values for the same feeds. */
typedef struct Callable {
    Session *session;
    Value fetches;
    Value *feeds; /* the tensors to feed, in order of the arguments */
    uint32_t nfeeds;
} Callable;

static bool call_fetches(Run *run, const void *data, const Value *args, Value *result) {
    const Callable *c = data;
    Tf *tf = tf_of(run);
    Value feeds = dict_make(run), *values;
    uint32_t n;
    if (!value_items(run, args[0], &values, &n)) {
        return false;
    }
    if (n != c->nfeeds) {
        return raise_type_error(run, "The feed argument list has %u elements, but %u were given.",
                                c->nfeeds, n);
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!dict_set(run, feeds, c->feeds[i], values[i])) {
            return false;
        }
    }
    return tf_done(tf, session_fetch(tf, c->session, c->fetches, feeds, result));
}

/* self, fetches, feed_list, accept_options */
static bool make_callable(Tf *tf, const Value *a, Value *result) {
    Callable *c = ARENA_NEW(tf->run->arena, Callable);
    *c = (Callable){.session = session_in(a[0])->session, .fetches = a[1]};
    if (given(a[2]) && !is_sequence(tf->run, a[2])) {
        return raise_type_error(tf->run, "`feed_list` must be a list or tuple.");
    }
    if (given(a[2]) && !value_items(tf->run, a[2], &c->feeds, &c->nfeeds)) {
        return false;
    }
    *result = closure_make(tf, "_generic_run", "*feed_args", call_fetches, c);
    return true;
}

static bool get_graph(Run *run, const Value *a, Value *result) {
    *result = tf_graph(tf_of(run), session_in(a[0])->session->graph);
    return true;
}

static bool get_empty(Run *run, const Value *a, Value *result) {
    (void)a;
    *result = bytes_make(run, STR(""));
    return true;
}

static bool refuse_graph_def(Run *run, const Value *a, Value *result) {
    (void)a;
    (void)result;
    return refuse(run, NULL, "graph definitions (graph_def) are not modelled");
}

void session_object_install(Tf *tf) {
    static const GetterRow getters[] = {
        {"graph", get_graph, 0, LATEST},
        {"graph_def", refuse_graph_def, 0, LATEST},
        {"sess_str", get_empty, 0, LATEST},
        {NULL, NULL, 0, 0},
    };
    static const ApiRow methods[] = {
        FUNCTION("run", "self, fetches, feed_dict=None, options=None~, run_metadata=None~",
                 run_method),
        FUNCTION("close", "self", close_method),
        FUNCTION("as_default", "self", as_default),
        FUNCTION("make_callable", "self, fetches, feed_list=None, accept_options=False!",
                 make_callable),
        API_END,
    };
    Type *t = tf->types[CLASS_SESSION];
    class_add_getters(tf, CLASS_BASE_SESSION, getters);
    class_add_methods(tf, CLASS_BASE_SESSION, methods);
    class_constructor(tf, CLASS_SESSION, make_session, NULL);
    class_constructor(tf, CLASS_INTERACTIVE_SESSION, make_session, NULL);
    t->enter = session_enter;
    t->exit = session_exit;
}

/* ---- t.eval() and op.run() ---- */

/* The session that was given, or the default one, if it fits the graph. */
static Session *choose_session(Tf *tf, Graph *g, Value given_session, const char *what,
                               const char *method, const char *subject) {
    SessionObject *s = session_default(tf);
    bool explicit = given(given_session);
    if (!explicit && !s) {
        raise_value_error(tf->run,
                          "Cannot %s using `%s()`: No default session is registered. Use `with "
                          "sess.as_default()%s` or pass an explicit session to `%s(session=sess)`",
                          what, method, method[0] == 'r' ? ":" : "", method);
        return NULL;
    }
    Session *session = explicit ? session_of(tf, given_session) : s->session;
    if (!session) {
        raise_attribute_error(tf->run, "'%.*s' object has no attribute 'graph'",
                              STR_ARG(type_name(tf->run, given_session)));
        return NULL;
    }
    if (session->graph != g) {
        raise_value_error(tf->run,
                          "Cannot use the %s session to %s: the %s's graph is different from the "
                          "session's graph.%s%s%s",
                          explicit ? "given" : "default", what, subject,
                          explicit ? "" : " Pass an explicit session to `", explicit ? "" : method,
                          explicit ? "" : "(session=sess)`.");
        return NULL;
    }
    return session;
}

bool eval_value(Tf *tf, Value tensor, Value feeds, Value session, Value *result) {
    Output *o = tensor_output(tf, tensor);
    Variable *v = variable_of(tf, tensor);
    Graph *g = o ? o->node->graph : v->node->graph;
    Session *s = choose_session(tf, g, session, "evaluate tensor", "eval", "tensor");
    return s && session_fetch(tf, s, tensor, feeds, result);
}

bool run_operation(Tf *tf, Value operation, Value feeds, Value session, Value *result) {
    Graph *g = operation_of(tf, operation)->graph;
    Session *s = choose_session(tf, g, session, "execute operation", "run", "operation");
    return s && session_fetch(tf, s, operation, feeds, result);
}

static bool get_default_session(Tf *tf, const Value *a, Value *result) {
    SessionObject *s = session_default(tf);
    (void)a;
    *result = s ? value_object(s) : value_none();
    return true;
}

const ApiRow session_rows[] = {
    FUNCTION("get_default_session", "", get_default_session),
    API_END,
};
