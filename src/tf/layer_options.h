/* layer_options.h: parameters of layers, as Python writes them. Those of classes are followed by
 * "trainable=True, name=None, …", those of functions by the tail of their row in layer.def. */
#ifndef TFSCOPE_TF_LAYER_OPTIONS_H
#define TFSCOPE_TF_LAYER_OPTIONS_H

#include "tf/layers.h"

#define DENSE_OLD                                                                                  \
    "units, activation=None, use_bias=True, kernel_initializer=None, bias_initializer=None, "      \
    "kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, "
#define DENSE_NEW DENSE_OLD "kernel_constraint=None, bias_constraint=None, "

#define CONV_REST                                                                                  \
    "activation=None, use_bias=True, kernel_initializer=None, bias_initializer=None, "             \
    "kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, "
#define CONV1D_OLD                                                                                 \
    "filters, kernel_size, strides=1, padding='valid', data_format='channels_last', "              \
    "dilation_rate=1, " CONV_REST
#define CONV1D_NEW CONV1D_OLD "kernel_constraint=None, bias_constraint=None, "
#define CONV2D_OLD CONV1D_OLD
#define CONV2D_NEW CONV1D_NEW
#define TRANSPOSE_OLD                                                                              \
    "filters, kernel_size, strides=1, padding='valid', data_format='channels_last', " CONV_REST
#define TRANSPOSE_NEW TRANSPOSE_OLD "kernel_constraint=None, bias_constraint=None, "
#define SEPARABLE_OLD                                                                              \
    "filters, kernel_size, strides=1, padding='valid', data_format='channels_last', "              \
    "dilation_rate=1, depth_multiplier=1, activation=None, use_bias=True, "                        \
    "depthwise_initializer=None, pointwise_initializer=None, bias_initializer=None, "              \
    "depthwise_regularizer=None, pointwise_regularizer=None, bias_regularizer=None, "              \
    "activity_regularizer=None, "
#define SEPARABLE_NEW                                                                              \
    SEPARABLE_OLD "depthwise_constraint=None, pointwise_constraint=None, bias_constraint=None, "

#define POOLING "pool_size, strides, padding='valid', data_format='channels_last', "
#define DROPOUT "rate=0.5, noise_shape=None, seed=None, "

#define NORMALIZATION_OLD                                                                          \
    "axis=-1, momentum=0.99, epsilon=0.001, center=True, scale=True, beta_initializer=None, "      \
    "gamma_initializer=None, moving_mean_initializer=None, moving_variance_initializer=None, "     \
    "beta_regularizer=None, gamma_regularizer=None, "
#define NORMALIZATION_NEW NORMALIZATION_OLD "beta_constraint=None, gamma_constraint=None, "
#define NORMALIZATION_TAIL                                                                         \
    "training=False, trainable=True, name=None, reuse=None, renorm=False, renorm_clipping=None~, " \
    "renorm_momentum=0.99~, fused=None"

#define SHARED_TAIL "trainable=True, name=None, reuse=None"

#endif
