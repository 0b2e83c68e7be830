/* latency.c: how long a key takes to its last written byte. Prints one JSON object.
 *
 * The program runs in a pseudo-terminal of 200 columns and 60 rows on a graph of many names. A key
 * is typed, and the time of the last byte that comes before a pause is taken: what a terminal would
 * have to show by then is there. */
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROWS = 60, COLS = 200, PAUSE = 60, FIRST_PAUSE = 500, START_MOST = 60000, ROUNDS = 20 };

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* A graph of some hundred thousand names, and steps to walk through. */
static void write_program(int file) {
    static const char program[] = "import tensorflow as tf\n"
                                  "for i in range(1000):\n"
                                  "    with tf.variable_scope('scope%d' % i):\n"
                                  "        for j in range(10):\n"
                                  "            v = tf.get_variable('v%d' % j, [2, 2])\n"
                                  "            w = tf.add(v, 1.0, name='sum')\n";
    if (write(file, program, sizeof program - 1) != sizeof program - 1)
        exit(1);
}

static void become(const char *tfscope, const char *path) {
    setenv("TERM", "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("HOME", "/dev/null", 1);
    setenv("XDG_STATE_HOME", "/dev/null", 1);
    setenv("XDG_CONFIG_HOME", "/dev/null", 1);
    execl(tfscope, tfscope, path, (char *)NULL);
    _exit(127);
}

/* Reads until nothing came for so long. Returns when the last byte came, 0 when none did; adds to
 * *bytes. */
static double read_until_pause(int fd, int pause, size_t *bytes) {
    double last = 0;
    char room[65536];
    struct pollfd in = {.fd = fd, .events = POLLIN};
    while (poll(&in, 1, pause) > 0) {
        ssize_t n = read(fd, room, sizeof room);
        if (n <= 0)
            exit(1);
        *bytes += (size_t)n;
        last = now();
    }
    return last;
}

/* The program is run before there is a screen. */
static void wait_for_start(int fd, size_t *bytes) {
    struct pollfd in = {.fd = fd, .events = POLLIN};
    if (poll(&in, 1, START_MOST) <= 0)
        exit(1);
    read_until_pause(fd, FIRST_PAUSE, bytes);
}

static int by_size(const void *x, const void *y) {
    double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

/* Types each key so many times; returns how many times were taken. */
static size_t measure(int fd, double *times, size_t *bytes) {
    static const char *const keys[] = {" ",    "]", "G", "\t",   "j", "*",
                                       "\x04", "w", "[", "\x7f", "T", "50%"};
    size_t n = 0;
    for (size_t i = 0; i < ROUNDS * sizeof keys / sizeof *keys; i++) {
        const char *key = keys[i % (sizeof keys / sizeof *keys)];
        double start = now();
        if (write(fd, key, strlen(key)) < 0)
            exit(1);
        double last = read_until_pause(fd, PAUSE, bytes);
        if (last > 0)
            times[n++] = last - start;
    }
    return n;
}

int main(void) {
    static double times[ROUNDS * 16];
    char path[] = "/tmp/tfscope-bench-XXXXXX";
    struct winsize size = {.ws_row = ROWS, .ws_col = COLS};
    const char *tfscope = getenv("TFSCOPE");
    int fd, file = mkstemp(path);
    size_t bytes = 0, ignored = 0;
    if (file < 0 || !tfscope)
        return 1;
    write_program(file);
    pid_t child = forkpty(&fd, NULL, NULL, &size);
    if (child == 0)
        become(tfscope, path);
    wait_for_start(fd, &ignored);
    size_t n = measure(fd, times, &bytes);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    unlink(path);
    qsort(times, n, sizeof *times, by_size);
    if (n == 0)
        return 1;
    printf("{\"key_milliseconds_median\": %.2f, \"of_95_in_100\": %.2f, \"most\": %.2f, "
           "\"keys\": %zu, \"bytes_a_key\": %.0f}\n",
           times[n / 2], times[n * 95 / 100], times[n - 1], n, (double)bytes / (double)n);
    return 0;
}
