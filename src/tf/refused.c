/* refused.c: functions that exist, are asked for often, and are refused with a hint about what to
 * do instead. */
#include "tf/tables.h"

static bool refuse_eager(Tf *tf, const Value *a, Value *result) {
    (void)a;
    (void)result;
    return refuse(tf->run, "tfscope replays graphs; leave the line out",
                  "eager execution is not modelled");
}

const ApiRow refused_rows[] = {
    FUNCTION_IN("enable_eager_execution", 7, LATEST, "*args, **kwargs", refuse_eager),
    FUNCTION_IN("contrib.eager.enable_eager_execution", 4, LATEST, "*args, **kwargs", refuse_eager),
    FUNCTION_IN("enable_v2_behavior", 13, LATEST, "*args, **kwargs", refuse_eager),
    API_END,
};
