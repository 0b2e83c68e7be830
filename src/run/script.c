/* script.c: walks the tree of a library function written in Python (script.h). */
#include "run/script.h"

#include <string.h>

#include "lang/parser.h"
#include "run/machine.h"

struct Script {
    const ScriptHost *host;
    NodeList body;
    Name *parameters; /* [nparameters] */
    uint32_t nparameters;
    bool broken; /* its text is no Python */
};

/* Names of one call, and of the calls around it that it was defined in. */
typedef struct Local {
    Name name;
    Value value;
} Local;
typedef struct Scene Scene;
struct Scene {
    Run *run;
    const ScriptHost *host;
    Scene *outer;
    Log locals;   /* Local */
    Value result; /* of return */
    int depth;    /* of the expression at work */
};

/* So many expressions in one another are one level of depth: a sum of a thousand terms is as deep
 * as it has terms, and is no recursion. */
enum { EXPRESSIONS_A_LEVEL = 4 };

/* How a statement ended. */
typedef enum Flow { FLOW_NEXT, FLOW_RETURN, FLOW_CONTINUE, FLOW_BREAK, FLOW_ERROR } Flow;

static bool eval(Scene *s, const Node *n, Value *v);
static Flow run_block(Scene *s, const NodeList *body);

/* What tests must find before users do. */
static bool refuse_script(Run *run) {
    return refuse(run, NULL, "a library function whose script is wrong");
}

/* Something that is not walked here. */
static bool refuse_part(Scene *s) {
    return s->host->what ? refuse(s->run, NULL, "%s", s->host->what) : refuse_script(s->run);
}

/* ---- parsing ---- */

/* Names of the parameters of a signature: what stands before "=", "," or the end, outside of
 * brackets and quotes. */
static void read_parameters(Run *run, const char *signature, Script *script) {
    script->parameters = ARENA_ARRAY(run->arena, strlen(signature) / 2 + 1, Name);
    for (const char *at = signature; *at;) {
        at += strspn(at, " ,*");
        size_t n = strcspn(at, "=,!~");
        if (n) {
            script->parameters[script->nparameters++] = name_of(run->names, (Str){at, n});
        }
        int depth = 0;
        for (at += n; *at && (*at != ',' || depth > 0); at++) {
            depth += *at == '(' || *at == '[' ? 1 : *at == ')' || *at == ']' ? -1 : 0;
        }
    }
}

Script *script_make(Run *run, const char *text, const char *signature, const ScriptHost *host) {
    Source *source = source_make(run->arena, STR("script"), str_of(text));
    Diags diags = diags_make(run->arena, source);
    Script *script = ARENA_NEW(run->arena, Script);
    script->host = host;
    script->body = parse_source(run->arena, run->names, source, 3, &diags)->body;
    script->broken = diags.errors > 0;
    read_parameters(run, signature, script);
    return script;
}

const Script *script_expression(Run *run, Str text, const ScriptHost *host) {
    Source *source = source_make(run->arena, STR("<string>"), text);
    Diags diags = diags_make(run->arena, source);
    Script *script = ARENA_NEW(run->arena, Script);
    script->host = host;
    script->body = parse_source(run->arena, run->names, source, run->trace->python, &diags)->body;
    const Node *first = script->body.first;
    bool one = first && first->kind == NODE_EXPRESSION && !first->next;
    return one && diags.errors == 0 ? script : NULL;
}

bool script_sound(const Script *script) {
    return !script->broken;
}

/* ---- names ---- */

static Local *find_local(Scene *s, Name name) {
    for (size_t i = s->locals.count; i-- > 0;) {
        Local *l = LOG_AT(&s->locals, Local, i);
        if (l->name == name) {
            return l;
        }
    }
    return NULL;
}

static void bind(Scene *s, Name name, Value v) {
    Local *l = find_local(s, name);
    if (!l) {
        l = LOG_PUSH(&s->locals, Local);
        l->name = name;
    }
    l->value = v;
}

static bool read_name(Scene *s, Name name, Value *v) {
    bool found = false;
    for (Scene *at = s; at; at = at->outer) {
        Local *l = find_local(at, name);
        if (l) {
            *v = l->value;
            return true;
        }
    }
    if (!s->host->find(s->run, s->host->context, name, &found, v) || found) {
        return found;
    }
    *v = members_get(&s->run->builtins->members, name);
    return !is_unbound(*v) || refuse(s->run, NULL, "%s is not modelled", name->text);
}

static Scene *scene_make(Run *run, const ScriptHost *host, Scene *outer) {
    Scene *s = ARENA_NEW(run->arena, Scene);
    *s = (Scene){.run = run, .host = host, .outer = outer, .result = value_none()};
    s->locals = log_make(run->arena, sizeof(Local));
    return s;
}

/* ---- functions ---- */

typedef struct Inner {
    Scene *outer;
    const FunctionNode *function;
    bool lambda;
} Inner;

static bool call_inner(Run *run, const void *row, const Value *args, Value *result) {
    const Inner *inner = row;
    Scene *s = scene_make(run, inner->outer->host, inner->outer);
    uint32_t i = 0;
    for (const Node *p = inner->function->parameters.first; p; p = p->next) {
        bind(s, p->parameter.target->name.id, args[i++]);
    }
    if (inner->lambda) {
        return eval(s, inner->function->body.first, result);
    }
    if (run_block(s, &inner->function->body) == FLOW_ERROR) {
        return false;
    }
    *result = s->result;
    return true;
}

static Value make_inner(Scene *s, const FunctionNode *f) {
    Run *run = s->run;
    Inner *inner = ARENA_NEW(run->arena, Inner);
    NativeSpec *spec = ARENA_NEW(run->arena, NativeSpec);
    Sink signature = sink_memory(run->arena);
    *inner = (Inner){s, f, !f->target};
    for (const Node *p = f->parameters.first; p; p = p->next) {
        sink_printf(&signature, "%s%s", p == f->parameters.first ? "" : ", ",
                    p->parameter.target->name.id->text);
    }
    *spec = (NativeSpec){.name = f->target ? f->target->name.id->text : "<lambda>",
                         .signature = str_dup(run->arena, sink_str(&signature)).at,
                         .fn_row = call_inner,
                         .row = inner};
    return native_make(run, spec, value_unbound());
}

/* ---- expressions ---- */

static bool add_items(Scene *s, Value iterable, Log *values) {
    Value *items;
    uint32_t n;
    if (!value_items(s->run, iterable, &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        *LOG_PUSH(values, Value) = items[i];
    }
    return true;
}

/* The values of a display or of positional arguments. */
static bool eval_list(Scene *s, const NodeList *list, Log *values) {
    for (const Node *n = list->first; n; n = n->next) {
        Value v;
        if (n->kind == NODE_KEYWORD) {
            continue;
        }
        bool star = n->kind == NODE_STARRED;
        if (!eval(s, star ? n->unary.operand : n, &v)) {
            return false;
        }
        if (star) {
            if (!add_items(s, v, values)) {
                return false;
            }
            continue;
        }
        *LOG_PUSH(values, Value) = v;
    }
    return true;
}

static Value *as_array(Run *run, const Log *values) {
    Value *at = ARENA_ARRAY(run->arena, values->count + 1, Value);
    for (size_t i = 0; i < values->count; i++) {
        at[i] = *LOG_AT(values, Value, i);
    }
    return at;
}

static bool eval_display(Scene *s, const Node *n, Value *v) {
    Log values = log_make(s->run->arena, sizeof(Value));
    if (!eval_list(s, &n->list, &values)) {
        return false;
    }
    const Value *at = as_array(s->run, &values);
    uint32_t count = (uint32_t)values.count;
    *v = n->kind == NODE_LIST ? list_make(s->run, count, at) : tuple_make(s->run, count, at);
    return true;
}

/* Keywords behind the positional arguments; **more gives those of a dict. */
static bool add_keyword(Scene *s, const Node *n, Log *values, Log *names) {
    Value v, *items;
    uint32_t count;
    if (!eval(s, n->keyword.value, &v)) {
        return false;
    }
    if (n->keyword.name) {
        *LOG_PUSH(values, Value) = v;
        *LOG_PUSH(names, Name) = n->keyword.name;
        return true;
    }
    if (!value_items(s->run, v, &items, &count)) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        Value *place = LOG_PUSH(values, Value);
        *LOG_PUSH(names, Name) = name_of(s->run->names, str_text(items[i]));
        if (!value_get_item(s->run, v, items[i], place)) {
            return false;
        }
    }
    return true;
}

static bool eval_call(Scene *s, const Node *n, Value *v) {
    Value f;
    Log values = log_make(s->run->arena, sizeof(Value)),
        names = log_make(s->run->arena, sizeof(Name));
    if (!eval(s, n->call.callee, &f) || !eval_list(s, &n->call.args, &values)) {
        return false;
    }
    Args args = {.npositional = (uint32_t)values.count};
    for (const Node *k = n->call.args.first; k; k = k->next) {
        if (k->kind == NODE_KEYWORD && !add_keyword(s, k, &values, &names)) {
            return false;
        }
    }
    Name *keys = ARENA_ARRAY(s->run->arena, names.count + 1, Name);
    for (size_t i = 0; i < names.count; i++) {
        keys[i] = *LOG_AT(&names, Name, i);
    }
    args.at = as_array(s->run, &values);
    args.nkeywords = (uint32_t)names.count;
    args.names = keys;
    return s->host->call(s->run, s->host->context, f, &args, v);
}

static bool eval_or_none(Scene *s, const Node *n, Value *v) {
    *v = value_none();
    return !n || eval(s, n, v);
}

static bool eval_subscript(Scene *s, const Node *n, Value *v) {
    Value object, key;
    const Node *right = n->binary.right;
    if (!eval(s, n->binary.left, &object)) {
        return false;
    }
    if (right->kind == NODE_SLICE) {
        Value a[3];
        if (!eval_or_none(s, right->slice.lower, &a[0]) ||
            !eval_or_none(s, right->slice.upper, &a[1]) ||
            !eval_or_none(s, right->slice.step, &a[2]) ||
            !value_call_n(s->run, value_object(s->run->type.slice), 3, a, &key)) {
            return false;
        }
    } else if (!eval(s, right, &key)) {
        return false;
    }
    return value_get_item(s->run, object, key, v);
}

static bool eval_boolean(Scene *s, const Node *n, Value *v) {
    for (const Node *item = n->list.first; item; item = item->next) {
        bool truth;
        if (!eval(s, item, v) || !value_truth(s->run, *v, &truth)) {
            return false;
        }
        if (truth == (n->op == 1)) {
            return true;
        }
    }
    return true;
}

static bool eval_compare(Scene *s, const Node *n, Value *v) {
    Value left, right;
    if (!eval(s, n->list.first, &left)) {
        return false;
    }
    for (const Node *c = n->list.first->next; c; c = c->next) {
        bool truth;
        if (!eval(s, c->unary.operand, &right) || !value_compare(s->run, c->op, left, right, v)) {
            return false;
        }
        if (!c->next) {
            return true;
        }
        if (!value_truth(s->run, *v, &truth) || !truth) {
            return is_unbound(s->run->error);
        }
        left = right;
    }
    return true;
}

static bool test_of(Scene *s, const Node *n, bool *truth) {
    Value v;
    return eval(s, n, &v) && value_truth(s->run, v, truth);
}

static bool assign(Scene *s, const Node *target, Value v);

static bool add_pair(Scene *s, const Node *key, const Node *value, Value dict) {
    Value k, v;
    return eval(s, key, &k) && eval(s, value, &v) && dict_set(s->run, dict, k, v);
}

static bool eval_dict(Scene *s, const Node *n, Value *dict) {
    *dict = dict_make(s->run);
    for (const Node *pair = n->list.first; pair; pair = pair->next) {
        if (!pair->binary.left) {
            return refuse_part(s);
        }
        if (!add_pair(s, pair->binary.left, pair->binary.right, *dict)) {
            return false;
        }
    }
    return true;
}

static bool add_element(Scene *s, const Node *n, Value to) {
    Value v;
    if (n->op == COMPREHENSION_DICT) {
        return add_pair(s, n->comprehension.element, n->comprehension.value, to);
    }
    if (!eval(s, n->comprehension.element, &v)) {
        return false;
    }
    if (n->op == COMPREHENSION_SET) {
        return set_add(s->run, to, v);
    }
    list_append(s->run, to, v);
    return true;
}

static bool conditions_hold(Scene *s, const Node *clause, bool *keep) {
    *keep = true;
    for (const Node *c = clause->clause.conditions.first; c && *keep; c = c->next) {
        if (!test_of(s, c, keep)) {
            return false;
        }
    }
    return true;
}

/* The loops of a comprehension from one on. */
static bool eval_clauses(Scene *s, const Node *n, const Node *clause, Value to) {
    Value iterable, *items;
    uint32_t count;
    if (!clause) {
        return add_element(s, n, to);
    }
    if (!eval(s, clause->clause.iter, &iterable) ||
        !value_items(s->run, iterable, &items, &count)) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        bool keep;
        if (!assign(s, clause->clause.target, items[i]) || !conditions_hold(s, clause, &keep) ||
            (keep && !eval_clauses(s, n, clause->next, to))) {
            return false;
        }
    }
    return true;
}

/* [element for target in iter if …]; what a generator gives is gathered at once, too. */
static bool eval_comprehension(Scene *s, const Node *n, Value *v) {
    Run *run = s->run;
    Value to = n->op == COMPREHENSION_DICT  ? dict_make(run)
               : n->op == COMPREHENSION_SET ? set_make(run)
                                            : list_make(run, 0, NULL);
    *v = to;
    return eval_clauses(s, n, n->comprehension.clauses.first, to) &&
           (n->op != COMPREHENSION_GENERATOR || value_iter(run, to, v));
}

static bool eval_set(Scene *s, const Node *n, Value *v) {
    Log values = log_make(s->run->arena, sizeof(Value));
    *v = set_make(s->run);
    if (!eval_list(s, &n->list, &values)) {
        return false;
    }
    for (size_t i = 0; i < values.count; i++) {
        if (!set_add(s->run, *v, *LOG_AT(&values, Value, i))) {
            return false;
        }
    }
    return true;
}

static bool eval_binary(Scene *s, const Node *n, Value *v) {
    Value x, y;
    return eval(s, n->binary.left, &x) && eval(s, n->binary.right, &y) &&
           value_binary(s->run, n->op, x, y, v);
}

static bool eval_conditional(Scene *s, const Node *n, Value *v) {
    bool truth;
    return test_of(s, n->conditional.test, &truth) &&
           eval(s, truth ? n->conditional.body : n->conditional.orelse, v);
}

static bool eval_node(Scene *s, const Node *n, Value *v) {
    Value x;
    switch ((unsigned)n->kind) {
    case NODE_NAME: return read_name(s, n->name.id, v);
    case NODE_CONSTANT: *v = constant_value(s->run, n->constant); return true;
    case NODE_TUPLE:
    case NODE_LIST: return eval_display(s, n, v);
    case NODE_UNARY: return eval(s, n->unary.operand, &x) && value_unary(s->run, n->op, x, v);
    case NODE_BINARY: return eval_binary(s, n, v);
    case NODE_BOOLEAN: return eval_boolean(s, n, v);
    case NODE_COMPARE: return eval_compare(s, n, v);
    case NODE_CONDITIONAL: return eval_conditional(s, n, v);
    case NODE_LAMBDA: *v = make_inner(s, n->function); return true;
    case NODE_CALL: return eval_call(s, n, v);
    case NODE_ATTRIBUTE:
        return eval(s, n->attribute.object, &x) && value_get_attr(s->run, x, n->attribute.name, v);
    case NODE_SUBSCRIPT: return eval_subscript(s, n, v);
    case NODE_COMPREHENSION: return eval_comprehension(s, n, v);
    case NODE_DICT: return eval_dict(s, n, v);
    case NODE_SET: return eval_set(s, n, v);
    default: return refuse_part(s);
    }
}

static bool eval(Scene *s, const Node *n, Value *v) {
    bool level = ++s->depth % EXPRESSIONS_A_LEVEL == 0;
    bool ok = !level || deeper(s->run, "");
    if (ok) {
        ok = eval_node(s, n, v);
        if (level) {
            shallower(s->run);
        }
    }
    s->depth--;
    return ok;
}

/* ---- statements ---- */

static bool assign_items(Scene *s, const NodeList *targets, Value v) {
    Value *items;
    uint32_t n, i = 0;
    if (!value_items(s->run, v, &items, &n)) {
        return false;
    }
    if (n != targets->count) {
        return raise_value_error(s->run,
                                 n > targets->count
                                     ? "too many values to unpack (expected %u)"
                                     : "not enough values to unpack (expected %u, got %u)",
                                 targets->count, n);
    }
    for (const Node *t = targets->first; t; t = t->next) {
        if (!assign(s, t, items[i++])) {
            return false;
        }
    }
    return true;
}

static bool assign(Scene *s, const Node *target, Value v) {
    Value object, key;
    switch ((unsigned)target->kind) {
    case NODE_NAME: bind(s, target->name.id, v); return true;
    case NODE_SUBSCRIPT:
        return eval(s, target->binary.left, &object) && eval(s, target->binary.right, &key) &&
               value_set_item(s->run, object, key, v);
    case NODE_ATTRIBUTE:
        return eval(s, target->attribute.object, &object) &&
               value_set_attr(s->run, object, target->attribute.name, v);
    default: return assign_items(s, &target->list, v);
    }
}

static bool run_assign(Scene *s, const Node *n) {
    Value v;
    if (!eval(s, n->assign.value, &v)) {
        return false;
    }
    for (const Node *t = n->assign.targets.first; t; t = t->next) {
        if (!assign(s, t, v)) {
            return false;
        }
    }
    return true;
}

static bool run_augmented(Scene *s, const Node *n) {
    Value x, y, v;
    return eval(s, n->binary.left, &x) && eval(s, n->binary.right, &y) &&
           value_binary(s->run, n->op, x, y, &v) && assign(s, n->binary.left, v);
}

static Flow run_if(Scene *s, const Node *n) {
    for (const Node *b = n->branches.items.first; b; b = b->next) {
        bool truth;
        if (!test_of(s, b->loop.condition, &truth)) {
            return FLOW_ERROR;
        }
        if (truth) {
            return run_block(s, &b->loop.body);
        }
    }
    return run_block(s, &n->branches.orelse);
}

static Flow run_for(Scene *s, const Node *n) {
    Value iterable, *items;
    uint32_t count;
    if (!eval(s, n->loop.condition, &iterable) || !value_items(s->run, iterable, &items, &count)) {
        return FLOW_ERROR;
    }
    for (uint32_t i = 0; i < count; i++) {
        Flow flow = assign(s, n->loop.target, items[i]) ? run_block(s, &n->loop.body) : FLOW_ERROR;
        if (flow == FLOW_RETURN || flow == FLOW_ERROR) {
            return flow;
        }
        if (flow == FLOW_BREAK) {
            break;
        }
    }
    return FLOW_NEXT;
}

/* The items of a with from one on. The managers are native ones, which look at no exception. */
static Flow run_with(Scene *s, const Node *item, const NodeList *body) {
    Value manager, v;
    bool swallow;
    if (!item) {
        return run_block(s, body);
    }
    if (!eval(s, item->binary.left, &manager)) {
        return FLOW_ERROR;
    }
    const Type *type = type_of(s->run, manager);
    if (!type->enter) {
        refuse_script(s->run);
        return FLOW_ERROR;
    }
    if (!type->enter(s->run, manager, &v)) {
        return FLOW_ERROR;
    }
    Flow flow = item->binary.right && !assign(s, item->binary.right, v)
                    ? FLOW_ERROR
                    : run_with(s, item->next, body);
    bool left = type->exit(s->run, manager, value_none(), &swallow);
    return left ? flow : FLOW_ERROR;
}

static Flow run_statement(Scene *s, const Node *n) {
    Value v;
    switch ((unsigned)n->kind) {
    case NODE_EXPRESSION: return eval(s, n->unary.operand, &v) ? FLOW_NEXT : FLOW_ERROR;
    case NODE_ASSIGN: return run_assign(s, n) ? FLOW_NEXT : FLOW_ERROR;
    case NODE_AUGMENTED: return run_augmented(s, n) ? FLOW_NEXT : FLOW_ERROR;
    case NODE_RETURN:
        return eval_or_none(s, n->unary.operand, &s->result) ? FLOW_RETURN : FLOW_ERROR;
    case NODE_RAISE:
        if (eval(s, n->raise.exception, &v)) {
            raise_value(s->run, v);
        }
        return FLOW_ERROR;
    case NODE_IF: return run_if(s, n);
    case NODE_FOR: return run_for(s, n);
    case NODE_WITH: return run_with(s, n->with.items.first, &n->with.body);
    case NODE_FUNCTION:
        bind(s, n->function->target->name.id, make_inner(s, n->function));
        return FLOW_NEXT;
    case NODE_PASS: return FLOW_NEXT;
    case NODE_BREAK: return FLOW_BREAK;
    case NODE_CONTINUE: return FLOW_CONTINUE;
    default: refuse_script(s->run); return FLOW_ERROR;
    }
}

static Flow run_block(Scene *s, const NodeList *body) {
    for (const Node *n = body->first; n; n = n->next) {
        Flow flow = run_statement(s, n);
        if (flow != FLOW_NEXT) {
            return flow;
        }
    }
    return FLOW_NEXT;
}

bool script_run(Run *run, const Script *script, const Value *arguments, Value *result) {
    Scene *s = scene_make(run, script->host, NULL);
    for (uint32_t i = 0; i < script->nparameters; i++) {
        bool absent = is_unbound(arguments[i]);
        bind(s, script->parameters[i], absent ? run->ellipsis : arguments[i]);
    }
    if (script->broken) {
        return refuse_script(run);
    }
    if (run_block(s, &script->body) == FLOW_ERROR) {
        return false;
    }
    *result = s->result;
    return true;
}

bool script_value(Run *run, const Script *script, Value *result) {
    Scene *s = scene_make(run, script->host, NULL);
    return eval(s, script->body.first->unary.operand, result);
}

bool script_eval(Run *run, const struct Node *n, const ScriptHost *host, Value *result) {
    return eval(scene_make(run, host, NULL), n, result);
}
