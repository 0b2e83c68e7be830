/* values.c: names of the module that are no functions: classes, element types, constants, errors.
 */
#include "tf/cell.h"
#include "tf/tables.h"

static Value give_class(Tf *tf, int id) {
    return class_value(tf, (ClassId)id);
}

static Value give_dtype(Tf *tf, int dtype) {
    return tf_dtype(tf, (DType)dtype, false);
}

static Value give_error(Tf *tf, int id) {
    return value_object(tf->errors[id]);
}

static Value give_none(Tf *tf, int n) {
    (void)tf;
    (void)n;
    return value_none();
}

static Value give_int(Tf *tf, int n) {
    (void)tf;
    return value_int(n);
}

static Value give_reduction(Tf *tf, int n) {
    static const char *const texts[] = {"none", "weighted_sum", "weighted_mean",
                                        "weighted_sum_by_nonzero_weights",
                                        "weighted_sum_over_batch_size"};
    return str_make(tf->run, str_of(texts[n]));
}

static Value give_version(Tf *tf, int n) {
    (void)n;
    return str_format(tf->run, "1.%d.0", tf->engine->dialect.minor);
}

static Value give_text(Tf *tf, int n) {
    return str_make(tf->run, n ? STR("unknown") : STR("4.8.5"));
}

static Value give_auto_reuse(Tf *tf, int n) {
    (void)n;
    return tf->auto_reuse;
}

static Value give_flags(Tf *tf, int n) {
    (void)n;
    return tf->flags;
}

#define CLASS_ROW(PATH, ID)                                                                        \
    { PATH, give_class, CLASS_##ID, 0, LATEST }
#define CLASS_IN(PATH, ID, FIRST)                                                                  \
    { PATH, give_class, CLASS_##ID, FIRST, LATEST }
#define CELL_ROWS(NAME, ID) CLASS_ROW("contrib.rnn." NAME, ID), CLASS_IN("nn.rnn_cell." NAME, ID, 2)
#define DTYPE_ROW(NAME, ID)                                                                        \
    { NAME, give_dtype, DTYPE_##ID, 0, LATEST }
#define ERROR_ROW(NAME, ID)                                                                        \
    { "errors." NAME, give_error, ERROR_##ID, 0, LATEST }

const ValueRow value_rows[] = {
    CLASS_ROW("Graph", GRAPH),
    CLASS_ROW("Operation", OPERATION),
    CLASS_ROW("Tensor", TENSOR),
    CLASS_ROW("TensorShape", SHAPE),
    CLASS_ROW("train.GradientDescentOptimizer", GRADIENT_DESCENT),
    CLASS_ROW("train.MomentumOptimizer", MOMENTUM),
    CLASS_ROW("train.AdagradOptimizer", ADAGRAD),
    CLASS_ROW("train.AdadeltaOptimizer", ADADELTA),
    CLASS_ROW("train.AdamOptimizer", ADAM),
    CLASS_ROW("train.RMSPropOptimizer", RMS_PROP),
    CLASS_ROW("train.FtrlOptimizer", FTRL),
    CLASS_ROW("train.Optimizer", OPTIMIZER),
    CLASS_ROW("train.Saver", SAVER),
    CLASS_ROW("train.ExponentialMovingAverage", MOVING_AVERAGE),
    CLASS_ROW("Dimension", DIMENSION),
    CLASS_ROW("DType", DTYPE),
    CLASS_ROW("Variable", VARIABLE),
    CLASS_ROW("IndexedSlices", INDEXED_SLICES),
    CLASS_ROW("TensorArray", TENSOR_ARRAY),
    CELL_ROWS("RNNCell", RNN_CELL),
    CELL_ROWS("BasicRNNCell", BASIC_RNN_CELL),
    CELL_ROWS("GRUCell", GRU_CELL),
    CELL_ROWS("BasicLSTMCell", BASIC_LSTM_CELL),
    CELL_ROWS("LSTMCell", LSTM_CELL),
    CELL_ROWS("MultiRNNCell", MULTI_RNN_CELL),
    CELL_ROWS("DropoutWrapper", DROPOUT_WRAPPER),
    CELL_ROWS("ResidualWrapper", RESIDUAL_WRAPPER),
    CELL_ROWS("DeviceWrapper", DEVICE_WRAPPER),
    {"contrib.rnn.LSTMStateTuple", lstm_state_tuple, 0, 0, LATEST},
    {"nn.rnn_cell.LSTMStateTuple", lstm_state_tuple, 0, 2, LATEST},
    CLASS_ROW("python.ops.resource_variable_ops.ResourceVariable", RESOURCE_VARIABLE),
    CLASS_ROW("VariableScope", VARSCOPE),
    CLASS_ROW("GraphKeys", GRAPH_KEYS),
    CLASS_IN("VariableSynchronization", SYNCHRONIZATION, 9),
    CLASS_IN("VariableAggregation", AGGREGATION, 9),
    CLASS_IN("name_scope", NAME_SCOPE, 4),
    CLASS_IN("variable_scope", VARIABLE_SCOPE, 4),
    CLASS_ROW("Session", SESSION),
    CLASS_ROW("InteractiveSession", INTERACTIVE_SESSION),
    CLASS_ROW("ConfigProto", OPTIONS),
    CLASS_ROW("GPUOptions", OPTIONS),
    CLASS_ROW("GraphOptions", OPTIONS),
    CLASS_ROW("OptimizerOptions", OPTIONS),
    CLASS_ROW("RunOptions", OPTIONS),
    CLASS_ROW("RunMetadata", OPTIONS),
    CLASS_ROW("zeros_initializer", ZEROS),
    CLASS_ROW("ones_initializer", ONES),
    CLASS_ROW("constant_initializer", CONSTANT),
    CLASS_ROW("random_uniform_initializer", RANDOM_UNIFORM),
    CLASS_ROW("random_normal_initializer", RANDOM_NORMAL),
    CLASS_ROW("truncated_normal_initializer", TRUNCATED_NORMAL),
    CLASS_ROW("uniform_unit_scaling_initializer", UNIFORM_UNIT),
    CLASS_ROW("orthogonal_initializer", ORTHOGONAL),
    CLASS_IN("variance_scaling_initializer", VARIANCE_SCALING, 3),
    CLASS_IN("glorot_uniform_initializer", GLOROT_UNIFORM, 3),
    CLASS_IN("glorot_normal_initializer", GLOROT_NORMAL, 3),
    CLASS_IN("initializers.zeros", ZEROS, 4),
    CLASS_IN("initializers.ones", ONES, 4),
    CLASS_IN("initializers.constant", CONSTANT, 4),
    CLASS_IN("initializers.random_uniform", RANDOM_UNIFORM, 4),
    CLASS_IN("initializers.random_normal", RANDOM_NORMAL, 4),
    CLASS_IN("initializers.truncated_normal", TRUNCATED_NORMAL, 4),
    CLASS_IN("initializers.uniform_unit_scaling", UNIFORM_UNIT, 4),
    CLASS_IN("initializers.variance_scaling", VARIANCE_SCALING, 4),
    CLASS_IN("initializers.orthogonal", ORTHOGONAL, 4),
    CLASS_IN("initializers.identity", IDENTITY, 4),
    CLASS_IN("initializers.glorot_uniform", GLOROT_UNIFORM, 12),
    CLASS_IN("initializers.glorot_normal", GLOROT_NORMAL, 12),
    CLASS_ROW("Initializer", INITIALIZER),
    CLASS_IN("layers.Layer", LAYER, 1),
    CLASS_IN("layers.Dense", DENSE, 1),
    CLASS_IN("layers.Flatten", FLATTEN, 4),
    CLASS_IN("layers.Dropout", DROPOUT, 1),
    CLASS_IN("layers.Conv1D", CONV1D, 1),
    CLASS_IN("layers.Conv2D", CONV2D, 1),
    CLASS_IN("layers.Conv2DTranspose", CONV2D_TRANSPOSE, 1),
    CLASS_IN("layers.SeparableConv2D", SEPARABLE_CONV2D, 1),
    CLASS_IN("layers.MaxPooling1D", MAX_POOLING1D, 1),
    CLASS_IN("layers.MaxPooling2D", MAX_POOLING2D, 1),
    CLASS_IN("layers.AveragePooling1D", AVERAGE_POOLING1D, 1),
    CLASS_IN("layers.AveragePooling2D", AVERAGE_POOLING2D, 1),
    CLASS_IN("layers.BatchNormalization", BATCH_NORMALIZATION, 1),
    DTYPE_ROW("float16", FLOAT16),
    DTYPE_ROW("half", FLOAT16),
    {"bfloat16", give_dtype, DTYPE_BFLOAT16, 12, LATEST},
    DTYPE_ROW("qint8", QINT8),
    DTYPE_ROW("quint8", QUINT8),
    DTYPE_ROW("qint16", QINT16),
    DTYPE_ROW("quint16", QUINT16),
    DTYPE_ROW("qint32", QINT32),
    DTYPE_ROW("float32", FLOAT32),
    DTYPE_ROW("float64", FLOAT64),
    DTYPE_ROW("double", FLOAT64),
    DTYPE_ROW("int8", INT8),
    DTYPE_ROW("int16", INT16),
    DTYPE_ROW("int32", INT32),
    DTYPE_ROW("int64", INT64),
    DTYPE_ROW("uint8", UINT8),
    DTYPE_ROW("uint16", UINT16),
    DTYPE_ROW("uint32", UINT32),
    DTYPE_ROW("uint64", UINT64),
    DTYPE_ROW("bool", BOOL),
    DTYPE_ROW("string", STRING),
    DTYPE_ROW("complex64", COMPLEX64),
    DTYPE_ROW("complex128", COMPLEX128),
    DTYPE_ROW("resource", RESOURCE),
    ERROR_ROW("OpError", OP_ERROR),
    {"OpError", give_error, ERROR_OP_ERROR, 0, LATEST},
    ERROR_ROW("CancelledError", CANCELLED),
    ERROR_ROW("UnknownError", UNKNOWN),
    ERROR_ROW("InvalidArgumentError", INVALID_ARGUMENT),
    ERROR_ROW("DeadlineExceededError", DEADLINE_EXCEEDED),
    ERROR_ROW("NotFoundError", NOT_FOUND),
    ERROR_ROW("AlreadyExistsError", ALREADY_EXISTS),
    ERROR_ROW("PermissionDeniedError", PERMISSION_DENIED),
    ERROR_ROW("UnauthenticatedError", UNAUTHENTICATED),
    ERROR_ROW("ResourceExhaustedError", RESOURCE_EXHAUSTED),
    ERROR_ROW("FailedPreconditionError", FAILED_PRECONDITION),
    ERROR_ROW("AbortedError", ABORTED),
    ERROR_ROW("OutOfRangeError", OUT_OF_RANGE),
    ERROR_ROW("UnimplementedError", UNIMPLEMENTED),
    ERROR_ROW("InternalError", INTERNAL),
    ERROR_ROW("UnavailableError", UNAVAILABLE),
    ERROR_ROW("DataLossError", DATA_LOSS),
    {"newaxis", give_none, 0, 0, LATEST},
    {"AUTO_REUSE", give_auto_reuse, 0, 4, LATEST},
    {"__version__", give_version, 0, 0, LATEST},
    {"VERSION", give_version, 0, 0, LATEST},
    {"__git_version__", give_text, 1, 0, LATEST},
    {"GIT_VERSION", give_text, 1, 0, LATEST},
    {"COMPILER_VERSION", give_text, 0, 0, LATEST},
    {"flags.FLAGS", give_flags, 0, 0, LATEST},
    {"logging.DEBUG", give_int, 10, 0, LATEST},
    {"logging.INFO", give_int, 20, 0, LATEST},
    {"logging.WARN", give_int, 30, 0, LATEST},
    {"logging.ERROR", give_int, 40, 0, LATEST},
    {"logging.FATAL", give_int, 50, 0, LATEST},
    {"image.ResizeMethod.BILINEAR", give_int, 0, 0, LATEST},
    {"image.ResizeMethod.NEAREST_NEIGHBOR", give_int, 1, 0, LATEST},
    {"image.ResizeMethod.BICUBIC", give_int, 2, 0, LATEST},
    {"image.ResizeMethod.AREA", give_int, 3, 0, LATEST},
    {"losses.Reduction.NONE", give_reduction, 0, 3, LATEST},
    {"losses.Reduction.SUM", give_reduction, 1, 3, LATEST},
    {"losses.Reduction.MEAN", give_reduction, 2, 3, LATEST},
    {"losses.Reduction.SUM_BY_NONZERO_WEIGHTS", give_reduction, 3, 3, LATEST},
    {"losses.Reduction.SUM_OVER_NONZERO_WEIGHTS", give_reduction, 3, 3, LATEST},
    {"losses.Reduction.SUM_OVER_BATCH_SIZE", give_reduction, 4, 5, LATEST},
    {NULL, NULL, 0, 0, 0},
};
