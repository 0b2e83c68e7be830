/* recipe_pack.c: a program of the build: writes the texts of all recipes, each with a NUL behind
 * it, in the order of recipe_list.def. The program itself has them packed (recipe_text.h). */
#include <stdio.h>
#include <string.h>

#define RECIPE(PATH, FIRST, LAST, SIGNATURE, TEXT) TEXT,

static const char *const texts[] = {
#include "tf/recipe_list.def"
};

int main(void) {
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        fwrite(texts[i], 1, strlen(texts[i]) + 1, stdout);
    }
    return fflush(stdout) == 0 ? 0 : 1;
}
