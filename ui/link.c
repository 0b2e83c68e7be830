#include "ui/link.h"

#include "base/file.h"
#include "base/text.h"

struct Link {
    State *state;
    World *world;
    LinkOptions options;
    Arena *told_in; /* of what was told */
    Stage told;
    bool telling;    /* something was told already */
    bool others;     /* somebody else writes the file, too: that was said */
    bool fails;      /* it could not be written: that was said */
    Arena *heard[2]; /* of what is heard, in turns: the state looks at the last one */
    int turn;
    FileStamp stamp; /* of the file as it was heard, or told */
};

Link *link_begin(State *s, World *w, const LinkOptions *options) {
    Link *l = ARENA_NEW(w->arena, Link);
    *l = (Link){.state = s, .world = w, .options = *options, .told_in = arena_child(w->arena)};
    for (int i = 0; i < 2; i++)
        l->heard[i] = arena_child(w->arena);
    s->present.on = options->present;
    s->present.notes = options->notes;
    s->present.follow = options->look.len ? FOLLOW_ALONG : FOLLOW_NOBODY;
    state_layout(s, w);
    link_look(l);
    link_tell(l);
    return l;
}

/* ---- telling ---- */

static Stage copy_of(Arena *a, const Stage *s) {
    Stage copy = *s;
    copy.lesson = str_dup(a, s->lesson);
    copy.exercise = str_dup(a, s->exercise);
    copy.name = str_dup(a, s->name);
    copy.text = str_dup(a, s->text);
    copy.tf = str_dup(a, s->tf);
    copy.asking = str_dup(a, s->asking);
    copy.items = ARENA_ARRAY(a, s->nitems, StageItem);
    for (size_t i = 0; i < s->nitems; i++) {
        copy.items[i] = s->items[i];
        copy.items[i].item = str_dup(a, s->items[i].item);
        copy.items[i].given = str_dup(a, s->items[i].given);
    }
    return copy;
}

/* Was the file written by somebody else since it was told last? */
static bool is_shared(const Link *l) {
    FileStamp now = file_stamp(l->options.tell.at);
    return l->telling && now.there && !file_stamp_same(&now, &l->stamp);
}

/* What is wrong is said once: who follows two presenters is shown now this, now that. */
static void tell(Link *l, const Stage *stage) {
    Arena *scratch = arena_new(0);
    Str error;
    bool shared = is_shared(l), written = stage_write(scratch, l->options.tell, stage, &error);
    if (!written && !l->fails)
        state_complain(l->state, error);
    else if (written && shared && !l->others)
        state_complain(l->state, str_of(_("somebody else presents into this session, too")));
    l->others |= written && shared;
    l->fails = !written;
    l->stamp = file_stamp(l->options.tell.at);
    arena_free(scratch);
}

static void make_folder(Str path) {
    Arena *a = arena_new(0);
    file_make_folders(a, path);
    arena_free(a);
}

void link_tell(Link *l) {
    if (l->options.tell.len == 0)
        return;
    Arena *scratch = arena_new(0);
    Stage now = present_stage(l->state, l->world, scratch);
    if (!l->telling)
        make_folder(l->options.tell);
    if (!l->telling || !stage_same(&now, &l->told)) {
        arena_reset(l->told_in);
        l->told = copy_of(l->told_in, &now);
        tell(l, &l->told);
    }
    l->telling = true;
    arena_free(scratch);
}

void link_end(Link *l) {
    if (!l->telling)
        return;
    l->told.left = true;
    tell(l, &l->told);
}

/* ---- following ---- */

void link_look(Link *l) {
    if (l->options.look.len == 0)
        return;
    FileStamp now = file_stamp(l->options.look.at);
    if (!now.there || file_stamp_same(&now, &l->stamp))
        return;
    Arena *a = l->heard[1 - l->turn];
    Stage stage;
    Str error;
    arena_reset(a);
    l->stamp = now;
    if (!stage_read(a, l->options.look, &stage, &error)) {
        state_complain(l->state, error);
        return;
    }
    l->turn = 1 - l->turn;
    present_look(l->state, l->world, &stage);
}

void link_again(Link *l) {
    Stage now = l->state->present.stage;
    if (l->state->present.told)
        present_look(l->state, l->world, &now);
}

LinkPlace link_place(const Link *l) {
    const State *s = l->state;
    return (LinkPlace){s->replay, s->at, l->world->lesson, s->present.follow};
}

void link_went(Link *l, const LinkPlace *before) {
    LinkPlace now = link_place(l);
    bool edits = l->state->mode == MODE_EDIT;
    bool stayed = !edits && now.replay == before->replay && position_cmp(now.at, before->at) == 0 &&
                  now.lesson == before->lesson;
    if (now.follow != FOLLOW_ALONG || before->follow != FOLLOW_ALONG || stayed)
        return;
    l->state->present.follow = FOLLOW_AWAY;
    l->state->present.blank = false;
    state_say(l->state, str_of(_("on your own now; gf comes back to the presenter")));
}
