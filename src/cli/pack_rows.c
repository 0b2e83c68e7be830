/* pack_rows.c: a program of the build: "pack_rows LIST" writes the rows of a list, each field with
 * a NUL behind it. The program itself has them packed (base/packed.h) and unpacks a list when
 * somebody asks for it: what is only read when a function is called, or a name refused, need not
 * lie about as text and pointers. */
#include <stdio.h>
#include <string.h>

#include "cli/pack.h"
#include "graph/dialect.h"

static void put(const char *field) {
    fwrite(field, 1, strlen(field) + 1, stdout);
}

static void put_number(int n) {
    printf("%d%c", n, 0);
}

static void put_recipes(void) {
#define RECIPE(PATH, FIRST, LAST, SIGNATURE, TEXT) put(SIGNATURE), put(TEXT);
#include "tf/recipe_list.def"
#undef RECIPE
}

/* Of recipes what is searched: two bytes and the path; it stays unpacked. */
static void put_recipe_names(void) {
#define RECIPE(PATH, FIRST, LAST, SIGNATURE, TEXT) putchar(FIRST), putchar(LAST), put(PATH);
#include "tf/recipe_list.def"
#undef RECIPE
}

static void put_scripts(void) {
#define SCRIPT(MODULE, NAME, SIGNATURE, TEXT) put(MODULE), put(NAME), put(SIGNATURE), put(TEXT);
#include "run/numpy_script.def"
#undef SCRIPT
}

static void put_known(void) {
#define KNOWN(MODULE, FIRST, LAST, NAMES)                                                          \
    put(MODULE), put_number(FIRST), put_number(LAST), put(NAMES);
#include "tf/known.def"
#undef KNOWN
}

static void put_changes(void) {
#define RELEASE(MINOR)
#define CHANGE(ID, FIRST, ROW, MEANING) put(#ID), put_number(ROW), put(MEANING);
#include "graph/dialect.def"
#undef CHANGE
#undef RELEASE
}

typedef struct List {
    const char *name;
    void (*put)(void);
} List;
static const List lists[] = {
    {"changes", put_changes},
    {"known", put_known},
    {"ops", pack_ops},
    {"recipes", put_recipes},
    {"recipe_names", put_recipe_names},
    {"scripts", put_scripts},
};

int main(int argc, char **argv) {
    for (size_t i = 0; argc == 2 && i < sizeof lists / sizeof *lists; i++) {
        if (strcmp(lists[i].name, argv[1]) == 0) {
            lists[i].put();
            return fflush(stdout) == 0 ? 0 : 1;
        }
    }
    fprintf(stderr, "pack_rows LIST\n");
    return 2;
}
