/* kernels_image.c: batches of images [batch, height, width, channels]: other sizes, blocks,
 * colours, and the normalization across channels. */
#include <math.h>

#include "tensor/kernel_util.h"
#include "tensor/kernels.h"

static Shape image_shape(Arena *a, int64_t batch, int64_t height, int64_t width, int64_t channels) {
    return shape_make(a, 4, (int64_t[]){batch, height, width, channels});
}

/* How far apart, in the old image, the pixels of the new one lie. */
static float scale_of(int64_t in, int64_t out, bool align_corners) {
    return align_corners && out > 1 ? (float)(in - 1) / (float)(out - 1) : (float)in / (float)out;
}

static float position(int64_t i, float scale, bool half_pixels) {
    return half_pixels ? ((float)i + 0.5F) * scale - 0.5F : (float)i * scale;
}

static int64_t within(int64_t i, int64_t size) {
    return i < 0 ? 0 : i >= size ? size - 1 : i;
}

/* The nearest pixel. */
static int64_t nearest(int64_t i, float scale, const ResizeOptions *o, int64_t size) {
    float at = o->half_pixels ? ((float)i + 0.5F) * scale : (float)i * scale;
    return within(o->align_corners ? (int64_t)roundf(at) : (int64_t)floorf(at), size);
}

Tensor *kernel_resize_nearest(Arena *a, const Tensor *x, int64_t height, int64_t width,
                              const ResizeOptions *o) {
    const int64_t *d = x->shape.dims;
    Tensor *to = tensor_make(a, x->dtype, image_shape(a, d[0], height, width, d[3]));
    float sy = scale_of(d[1], height, o->align_corners),
          sx = scale_of(d[2], width, o->align_corners);
    for (int64_t b = 0; b < d[0]; b++) {
        for (int64_t i = 0; i < height * width; i++) {
            int64_t y = nearest(i / width, sy, o, d[1]), column = nearest(i % width, sx, o, d[2]);
            copy_elements(to, (b * height * width + i) * d[3], x,
                          ((b * d[1] + y) * d[2] + column) * d[3], d[3]);
        }
    }
    return to;
}

/* Two pixels and how much of the way lies between them. */
typedef struct Between {
    int64_t low, high;
    float part;
} Between;

static Between between(int64_t i, float scale, const ResizeOptions *o, int64_t size) {
    float at = position(i, scale, o->half_pixels), low = floorf(at);
    Between b = {within((int64_t)low, size),
                 within((int64_t)(o->half_pixels ? ceilf(at) : low + 1), size), at - low};
    return b;
}

static float mix(float from, float to, float part) {
    return from + (to - from) * part;
}

Tensor *kernel_resize_bilinear(Arena *a, const Tensor *x, int64_t height, int64_t width,
                               const ResizeOptions *o) {
    const int64_t *d = x->shape.dims;
    Tensor *to = tensor_make(a, DTYPE_FLOAT32, image_shape(a, d[0], height, width, d[3]));
    float sy = scale_of(d[1], height, o->align_corners),
          sx = scale_of(d[2], width, o->align_corners);
    for (int64_t k = 0; k < to->count; k++) {
        int64_t c = k % d[3], column = k / d[3] % width, row = k / d[3] / width % height;
        int64_t base = k / d[3] / width / height * d[1];
        Between v = between(row, sy, o, d[1]), h = between(column, sx, o, d[2]);
        float top = mix((float)tensor_f64(x, ((base + v.low) * d[2] + h.low) * d[3] + c),
                        (float)tensor_f64(x, ((base + v.low) * d[2] + h.high) * d[3] + c), h.part);
        float bottom =
            mix((float)tensor_f64(x, ((base + v.high) * d[2] + h.low) * d[3] + c),
                (float)tensor_f64(x, ((base + v.high) * d[2] + h.high) * d[3] + c), h.part);
        tensor_set_f64(to, k, (double)mix(top, bottom, v.part));
    }
    return to;
}

/* Blocks of size × size pixels become one pixel with more channels, or the other way. */
Tensor *kernel_space_depth(Arena *a, const Tensor *x, int64_t size, bool to_depth, Str *error) {
    const int64_t *d = x->shape.dims;
    bool fits = to_depth ? d[1] % size == 0 && d[2] % size == 0 : d[3] % (size * size) == 0;
    if (!fits) {
        return kernel_refuse(
            error,
            str_printf(a, "Input %s %s",
                       to_depth
                           ? "height and width should be divisible by block_size; shape"
                           : "depth dimension should be divisible by block_size squared; shape",
                       kernel_shape(a, x)));
    }
    int64_t channels = to_depth ? d[3] : d[3] / (size * size); /* of a pixel of the larger image */
    int64_t height = to_depth ? d[1] / size : d[1], width = to_depth ? d[2] / size : d[2];
    Shape out = to_depth ? image_shape(a, d[0], height, width, channels * size * size)
                         : image_shape(a, d[0], height * size, width * size, channels);
    Tensor *to = tensor_make(a, x->dtype, out);
    for (int64_t k = 0; channels > 0 && k < x->count / channels; k++) {
        int64_t block = k % (size * size), pixel = k / (size * size);
        int64_t b = pixel / (height * width), y = pixel / width % height, column = pixel % width;
        int64_t large = (b * height * size + y * size + block / size) * width * size +
                        column * size + block % size;
        copy_elements(to, (to_depth ? k : large) * channels, x, (to_depth ? large : k) * channels,
                      channels);
    }
    return to;
}

/* x / (bias + alpha * sum of squares of neighbouring channels) ^ beta */
Tensor *kernel_lrn(Arena *a, const Tensor *x, int64_t radius, const double options[3]) {
    Tensor *to = tensor_make(a, x->dtype, x->shape);
    int64_t depth = x->shape.dims[x->shape.rank - 1];
    float bias = (float)options[0], alpha = (float)options[1], beta = (float)options[2];
    for (int64_t k = 0; k < x->count; k++) {
        int64_t c = k % depth, from = c - radius < 0 ? 0 : c - radius;
        int64_t until = c + radius >= depth ? depth - 1 : c + radius;
        float sum = 0;
        for (int64_t i = from; i <= until; i++) {
            float v = (float)tensor_f64(x, k - c + i);
            sum += v * v;
        }
        tensor_set_f64(to, k, (double)((float)tensor_f64(x, k) * powf(bias + alpha * sum, -beta)));
    }
    return to;
}

static void hsv_of(const float rgb[3], float hsv[3]) {
    float high = fmaxf(rgb[0], fmaxf(rgb[1], rgb[2])), low = fminf(rgb[0], fminf(rgb[1], rgb[2]));
    float range = high - low, hue = 0;
    if (range > 0) {
        float norm = 1.0F / (6.0F * range);
        hue = rgb[0] == high   ? norm * (rgb[1] - rgb[2])
              : rgb[1] == high ? norm * (rgb[2] - rgb[0]) + 2.0F / 6.0F
                               : norm * (rgb[0] - rgb[1]) + 4.0F / 6.0F;
    }
    hsv[0] = hue < 0 ? hue + 1.0F : hue;
    hsv[1] = high > 0 ? range / high : 0;
    hsv[2] = high;
}

static float unit(float x) {
    return x < 0 ? 0 : x > 1 ? 1 : x;
}

static void rgb_of(const float hsv[3], float rgb[3]) {
    float h = hsv[0] * 6.0F, c = hsv[1] * hsv[2];
    float parts[3] = {unit(fabsf(h - 3.0F) - 1.0F), unit(2.0F - fabsf(h - 2.0F)),
                      unit(2.0F - fabsf(h - 4.0F))};
    for (int i = 0; i < 3; i++) {
        rgb[i] = (parts[i] - 1.0F) * c + hsv[2];
    }
}

Tensor *kernel_colours(Arena *a, const Tensor *x, bool to_hsv, Str *error) {
    if (x->shape.rank < 1 || x->shape.dims[x->shape.rank - 1] != 3) {
        return kernel_refuse(error, STR("input must have 3 channels"));
    }
    Tensor *to = tensor_make(a, x->dtype, x->shape);
    for (int64_t k = 0; k < x->count; k += 3) {
        float in[3], out[3];
        for (int i = 0; i < 3; i++) {
            in[i] = (float)tensor_f64(x, k + i);
        }
        if (to_hsv) {
            hsv_of(in, out);
        } else {
            rgb_of(in, out);
        }
        for (int i = 0; i < 3; i++) {
            tensor_set_f64(to, k + i, (double)out[i]);
        }
    }
    return to;
}
