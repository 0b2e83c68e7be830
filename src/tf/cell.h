/* cell.h: cells of recurrent networks: tf.nn.rnn_cell and tf.contrib.rnn (section 5.4). */
#ifndef TFSCOPE_TF_CELL_H
#define TFSCOPE_TF_CELL_H

#include "tf/layers.h"

/* Functions that only recipes see: what recipe_cells.def asks of cells. */
extern const ApiRow cell_helper_rows[];
/* The class tf.nn.rnn_cell.LSTMStateTuple. */
Value lstm_state_tuple(Tf *tf, int n);
void cells_install(Tf *tf);

#endif
