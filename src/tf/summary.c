/* summary.c: tf.summary (section 6.5): nodes. */
#include "run/standard.h"
#include "tf/build.h"
#include "tf/collections.h"
#include "tf/tables.h"

static bool clean_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '/' || c == '.';
}

/* Characters that are not legal in a name become _, and slashes in front go. */
static Str clean_tag(Tf *tf, Str name) {
    Sink out = sink_memory(tf->run->arena);
    while (name.len && name.at[0] == '/') {
        name = str_sub(name, 1, name.len);
    }
    for (size_t i = 0; i < name.len; i++) {
        sink_char(&out, clean_char(name.at[i]) ? name.at[i] : '_');
    }
    return out.len ? sink_str(&out) : STR("");
}

/* Python counts letters of other scripts among the legal characters. */
static bool check_tag(Tf *tf, Str name) {
    for (size_t i = 0; i < name.len; i++) {
        if ((unsigned char)name.at[i] >= 0x80) {
            return refuse(tf->run, "use plain letters",
                          "a summary with a name that is not ASCII is not modelled");
        }
    }
    return true;
}

static bool collect(Tf *tf, Value keys, Output *o) {
    Name key = name_z(tf->run->names, "summaries");
    Value v = tf_tensor(tf, o);
    return given(keys) ? collection_put_many(tf, engine_graph(tf->engine), keys, v)
                       : collection_put(tf, engine_graph(tf->engine), key, v);
}

static Str in_family(Tf *tf, Str family, Str name) {
    return family.at ? str_printf(tf->run->arena, "%.*s/%.*s", STR_ARG(family), STR_ARG(name))
                     : name;
}

/* What one summary is made of. */
typedef struct Summary {
    const char *op;
    Value name, values, collections, family;
    Value rate;        /* of audio; unbound for others */
    const char *limit; /* the attribute for how many there are at most, or NULL */
    Value most;        /* and its value */
} Summary;

static Value family_of(const Tf *tf, const Value *a, int place) {
    return tf_has(tf, CHANGE_SUMMARY_FAMILY) ? a[place] : value_none();
}

static Str without_slash(Str scope) {
    return str_ends(scope, STR("/")) ? str_sub(scope, 0, scope.len - 1) : scope;
}

/* The tag is the name of the node, in the family once more. */
static Output *summary_node(Tf *tf, const Summary *s, Str family, Str scope) {
    Operand in[3] = {operand_host(str_make(tf->run, in_family(tf, family, without_slash(scope))))};
    int64_t most = 0;
    Output *rate = NULL;
    in[1] = operand(tf, s->values);
    if (s->limit && !arg_int(tf, s->most, &most)) {
        return NULL;
    }
    if (!is_unbound(s->rate) && !(rate = convert(tf, s->rate, DTYPE_FLOAT32, "sample_rate"))) {
        return NULL;
    }
    in[2] = operand_of(rate);
    Attr attr = attr_int(s->limit, most);
    return build(tf, s->op, scope, rate ? 3 : 2, in, s->limit ? 1 : 0, &attr);
}

static bool summarize(Tf *tf, const Summary *s, Value *result) {
    Str name, family;
    Group g;
    if (!given(s->name) && !given(s->family)) {
        return raise_value_error(tf->run,
                                 "At least one of name (None) and default_name (None) must "
                                 "be provided.");
    }
    if (!arg_name(tf, given(s->name) ? s->name : str_make(tf->run, STR("None")), &name) ||
        !arg_name(tf, s->family, &family) || !check_tag(tf, name) || !check_tag(tf, family)) {
        return false;
    }
    name = clean_tag(tf, name);
    family = family.at ? clean_tag(tf, family) : family;
    if (!group_open_str(tf, in_family(tf, family, name), NULL, 1, &s->values, &g)) {
        return false;
    }
    Output *o = summary_node(tf, s, family, g.name.at ? g.name : STR(""));
    return group_done(tf, &g, o, result) && collect(tf, s->collections, o);
}

/* name, values, collections [, family from 1.3 on] */
static bool scalar(Tf *tf, const Value *a, Value *result) {
    Summary s = {"ScalarSummary", a[0], a[1],           a[2], family_of(tf, a, 3),
                 value_unbound(), NULL, value_unbound()};
    return summarize(tf, &s, result);
}

static bool histogram(Tf *tf, const Value *a, Value *result) {
    Summary s = {"HistogramSummary", a[0], a[1],           a[2], family_of(tf, a, 3),
                 value_unbound(),    NULL, value_unbound()};
    return summarize(tf, &s, result);
}

/* name, tensor, max_outputs, collections [, family] */
static bool image(Tf *tf, const Value *a, Value *result) {
    Summary s = {"ImageSummary",  a[0],         a[1], a[3], family_of(tf, a, 4),
                 value_unbound(), "max_images", a[2]};
    note_stand_in(tf->run, "tf.summary.image",
                  "a summary holds the sizes of the pictures, not the pictures");
    return summarize(tf, &s, result);
}

/* name, tensor, sample_rate, max_outputs, collections [, family] */
static bool audio(Tf *tf, const Value *a, Value *result) {
    Summary s = {"AudioSummaryV2",    a[0], a[1],          a[4],
                 family_of(tf, a, 5), a[2], "max_outputs", a[3]};
    return summarize(tf, &s, result);
}

/* ---- merging ---- */

static bool merge_list(Tf *tf, Value inputs, Value collections, Value name, Value *result) {
    Value *items;
    uint32_t n;
    Group g;
    Str text;
    if (!value_items(tf->run, inputs, &items, &n) || !arg_name(tf, name, &text) ||
        !check_tag(tf, text)) {
        return false;
    }
    text = text.at ? clean_tag(tf, text) : text;
    if (!group_open_str(tf, text, "Merge", n, items, &g)) {
        return false;
    }
    Operand *all = ARENA_ARRAY(tf->run->arena, n + 1, Operand);
    for (uint32_t i = 0; i < n; i++) {
        all[i] = operand(tf, items[i]);
    }
    Output *o = build_list(tf, "MergeSummary", text, n, all, 0, NULL, 0, NULL);
    return group_done(tf, &g, o, result) && (!given(collections) || collect(tf, collections, o));
}

static bool merge(Tf *tf, const Value *a, Value *result) {
    return merge_list(tf, a[0], a[1], a[2], result);
}

static bool merge_all(Tf *tf, const Value *a, Value *result) {
    Value list, scope = tf_has(tf, CHANGE_MERGE_ALL_SCOPE) ? a[1] : value_none();
    Str key;
    if (!arg_text(tf, a[0], "key", &key) ||
        !collection_list(tf, engine_graph(tf->engine), name_of(tf->run->names, key), scope,
                         &list)) {
        return false;
    }
    *result = value_none();
    if (tf_has(tf, CHANGE_MERGE_ALL_SCOPE) && given(a[2])) {
        return refuse(tf->run, "use tf.summary.merge",
                      "name of tf.summary.merge_all is not modelled");
    }
    return !sequence_count(list) || merge_list(tf, list, value_none(), value_none(), result);
}

const ApiRow summary_rows[] = {
    FUNCTION_IN("summary.scalar", 0, 2, "name, tensor, collections=None", scalar),
    FUNCTION_IN("summary.scalar", 3, LATEST, "name, tensor, collections=None, family=None", scalar),
    FUNCTION_IN("summary.histogram", 0, 2, "name, values, collections=None", histogram),
    FUNCTION_IN("summary.histogram", 3, LATEST, "name, values, collections=None, family=None",
                histogram),
    FUNCTION_IN("summary.image", 0, 2, "name, tensor, max_outputs=3, collections=None", image),
    FUNCTION_IN("summary.image", 3, LATEST,
                "name, tensor, max_outputs=3, collections=None, family=None", image),
    FUNCTION_IN("summary.audio", 0, 2, "name, tensor, sample_rate, max_outputs=3, collections=None",
                audio),
    FUNCTION_IN("summary.audio", 3, LATEST,
                "name, tensor, sample_rate, max_outputs=3, collections=None, family=None", audio),
    FUNCTION("summary.merge", "inputs, collections=None, name=None", merge),
    FUNCTION_IN("summary.merge_all", 0, 2, "key='summaries'", merge_all),
    FUNCTION_IN("summary.merge_all", 3, LATEST, "key='summaries', scope=None, name=None",
                merge_all),
    API_END,
};
