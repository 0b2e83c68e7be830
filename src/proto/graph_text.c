#include "proto/graph_text.h"

#include "proto/message.h"
#include "proto/tensorflow.pb-c.h"

void graph_text(Arena *scratch, Str bytes, Sink *out) {
    Tensorflow__GraphDef *g = message_read(scratch, &tensorflow__graph_def__descriptor, bytes);
    if (g) {
        g->versions = NULL;
        message_text(&g->base, 0, out);
    }
    sink_z(out, "versions {\n  # producer: not modelled\n}\n");
}
