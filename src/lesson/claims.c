/* claims.c: reading claims. */
#include <string.h>

#include "base/text.h"
#include "lesson/pack.h"

enum { CLAIMS_MOST = 200 };

/* A kind of claims, and what it needs. */
typedef struct KindRow {
    const char *name, *needs;
} KindRow;

static const KindRow kinds[] = {
#define CLAIM(ID, name, needs) {name, needs},
#include "lesson/claim.def"
#undef CLAIM
};
enum { NKINDS = sizeof kinds / sizeof *kinds };

static ClaimKind kind_read(PackReader *r, const Spot *s) {
    const char *names[NKINDS];
    for (int i = 0; i < NKINDS; i++)
        names[i] = kinds[i].name;
    return (ClaimKind)spot_word(r, s, "kind", names, NKINDS);
}

static bool is_release(Str s) {
    bool digits = s.len > 2 && s.len <= 4;
    for (size_t i = 2; i < s.len; i++)
        digits &= s.at[i] >= '0' && s.at[i] <= '9';
    return digits && str_starts(s, STR("1."));
}

Str release_read(PackReader *r, const Spot *s) {
    Spot m = spot_member(s, "tf");
    Str tf = spot_str(r, s, "tf", TEXT_LINE, false);
    if (tf.len && !is_release(tf))
        spot_fault(r, &m, _("a release such as \"1.4\" must stand here"));
    return tf;
}

void claim_read(PackReader *r, const Spot *s, Claim *c) {
    c->kind = kind_read(r, s);
    const char *needs = kinds[c->kind].needs;
    /* That a program prints nothing, or that any message will do, can be said. */
    bool empty = c->kind == CLAIM_OUTPUT || c->kind == CLAIM_ERROR || c->kind == CLAIM_CAUGHT;
    c->says = spot_str(r, s, "says", TEXT_LINES, strchr(needs, 's') && !empty);
    c->of = spot_str(r, s, "of", TEXT_LINE, strchr(needs, 'o'));
    c->type = spot_str(r, s, "type", TEXT_LINE, false);
    c->number = spot_int(r, s, "number", 1);
    c->tf = release_read(r, s);
}

static void read_one(PackReader *r, const Spot *s, Claim *c) {
    static const char *const verdicts[] = {"right", "wrong", "imprecise"};
    if (!spot_object(r, s, "kind says of type number verdict tf claim reason"))
        return;
    claim_read(r, s, c);
    c->verdict = (Verdict)spot_word(r, s, "verdict", verdicts, 3);
    c->claim = spot_text(r, s, "claim", TEXT_LINES, false);
    c->reason = spot_text(r, s, "reason", TEXT_LINES, true);
}

void claims_read(PackReader *r, const Spot *whole, Lesson *lesson) {
    Spot list = spot_member(whole, "claims");
    lesson->nclaims = spot_list(r, &list, CLAIMS_MOST);
    lesson->claims = ARENA_ARRAY(r->arena, lesson->nclaims, Claim);
    for (Spot i = spot_first(&list); i.json && i.index < lesson->nclaims; spot_next(&i))
        read_one(r, &i, &lesson->claims[i.index]);
}
