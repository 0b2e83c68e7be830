#include "export/export.h"

#include "base/text.h"

static const ExportFormat formats[] = {
#define FORMAT(ID, name, extension, help) {name, extension, help, export_##ID},
#define DRAWN(ID, name, extension, help) {name, extension, help, NULL},
#include "export/export.def"
#undef FORMAT
#undef DRAWN
};
enum { NFORMATS = sizeof formats / sizeof *formats };

const ExportFormat *export_formats(size_t *n) {
    *n = NFORMATS;
    return formats;
}

const ExportFormat *export_named(Str name) {
    for (int i = 0; i < NFORMATS; i++)
        if (str_is(name, formats[i].name))
            return &formats[i];
    return NULL;
}

const ExportFormat *export_for_path(Str path) {
    for (int i = 0; i < NFORMATS; i++)
        if (formats[i].extension[0] && str_ends(path, str_of(formats[i].extension)))
            return &formats[i];
    return NULL;
}

bool export_goes_on(const Exported *e, size_t done, size_t all) {
    return !e->progress || e->progress(e->context, all ? (int)(1000 * done / all) : 1000);
}

bool export_json(const Exported *e, Sink *out) {
    trace_json(e->trace, out);
    return !out->failed;
}
