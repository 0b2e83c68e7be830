/* manager.h: context managers that TensorFlow writes as generators, so that each can be entered
 * once. */
#ifndef TFSCOPE_TF_MANAGER_H
#define TFSCOPE_TF_MANAGER_H

#include "tf/state.h"

typedef bool ManagerEnter(Tf *tf, void *state, Value *result);
typedef bool ManagerExit(Tf *tf, void *state);
typedef struct ManagerKind {
    ManagerEnter *enter;
    ManagerExit *exit;
    bool again; /* it may be entered again */
} ManagerKind;

/* state lives in the run's arena. */
Value manager_make(Tf *tf, const ManagerKind *kind, void *state);

/* name_scope(name, default_name, values) as a manager of that kind. */
Value name_scope_manager(Tf *tf, Value name, Value default_name, Value values);
/* with g.name_scope(name): … */
Value graph_scope_manager(Tf *tf, Graph *g, Value name);
/* with graph.as_default(): … */
Value graph_manager(Tf *tf, Graph *g);
/* with g.device(device), with g.control_dependencies(inputs), with g.colocate_with(a[0], a[1]). */
bool manage_device(Tf *tf, Graph *g, Value device, Value *result);
bool manage_control(Tf *tf, Graph *g, Value inputs, Value *result);
bool manage_colocation(Tf *tf, Graph *g, const Value *a, Value *result);

#endif
