/* calendar.c: dates as numbers of days, and as text. */
#include "run/calendar.h"

#define DAY (INT64_C(86400) * MICROSECONDS)

/* The year is counted from March, so that the leap day is its last. */
int64_t days_of_date(int64_t year, int month, int day) {
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t of_era = y - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void date_of_days(int64_t days, Calendar *c) {
    int64_t z = days + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t of_era = z - era * 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153;
    c->day = (int)(of_year - (153 * month + 2) / 5 + 1);
    c->month = (int)(month < 10 ? month + 3 : month - 9);
    c->year = year + era * 400 + (c->month <= 2);
}

Calendar calendar_of(int64_t microseconds) {
    Calendar c;
    int64_t days = microseconds / DAY - (microseconds % DAY < 0), rest = microseconds - days * DAY;
    date_of_days(days, &c);
    c.microsecond = (int)(rest % MICROSECONDS);
    rest /= MICROSECONDS;
    c.second = (int)(rest % 60);
    c.minute = (int)(rest / 60 % 60);
    c.hour = (int)(rest / 3600);
    c.weekday = (int)(((days + 3) % 7 + 7) % 7);
    c.yearday = (int)(days - days_of_date(c.year, 1, 1) + 1);
    return c;
}

int64_t calendar_time(const Calendar *c) {
    int64_t seconds = days_of_date(c->year, c->month, c->day) * 86400 + c->hour * 3600 +
                      c->minute * 60 + c->second;
    return seconds * MICROSECONDS + c->microsecond;
}

int days_of_month(int64_t year, int month) {
    int64_t next = month == 12 ? days_of_date(year + 1, 1, 1) : days_of_date(year, month + 1, 1);
    return (int)(next - days_of_date(year, month, 1));
}

/* ---- text ---- */

static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};
static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

static void put_date(Sink *out, const Calendar *c, char directive) {
    int hour12 = c->hour % 12 ? c->hour % 12 : 12;
    switch (directive) {
    case 'Y': sink_printf(out, "%lld", (long long)c->year); return;
    case 'y': sink_printf(out, "%02d", (int)(c->year % 100)); return;
    case 'm': sink_printf(out, "%02d", c->month); return;
    case 'd': sink_printf(out, "%02d", c->day); return;
    case 'e': sink_printf(out, "%2d", c->day); return;
    case 'H': sink_printf(out, "%02d", c->hour); return;
    case 'I': sink_printf(out, "%02d", hour12); return;
    case 'M': sink_printf(out, "%02d", c->minute); return;
    case 'S': sink_printf(out, "%02d", c->second); return;
    case 'f': sink_printf(out, "%06d", c->microsecond); return;
    case 'j': sink_printf(out, "%03d", c->yearday); return;
    case 'p': sink_z(out, c->hour < 12 ? "AM" : "PM"); return;
    case 'A': sink_z(out, weekdays[c->weekday]); return;
    case 'a': sink_printf(out, "%.3s", weekdays[c->weekday]); return;
    case 'B': sink_z(out, months[c->month - 1]); return;
    case 'b':
    case 'h': sink_printf(out, "%.3s", months[c->month - 1]); return;
    case 'w': sink_printf(out, "%d", (c->weekday + 1) % 7); return;
    case 'u': sink_printf(out, "%d", c->weekday + 1); return;
    case 'Z': sink_z(out, "UTC"); return;
    case 'z': sink_z(out, "+0000"); return;
    case 's': sink_printf(out, "%lld", (long long)(calendar_time(c) / MICROSECONDS)); return;
    default: sink_char(out, directive); return; /* % itself */
    }
}

/* What a directive that stands for several means. */
static Str composed(char directive) {
    switch (directive) {
    case 'c': return STR("%a %b %e %H:%M:%S %Y");
    case 'x':
    case 'D': return STR("%m/%d/%y");
    case 'X':
    case 'T': return STR("%H:%M:%S");
    case 'F': return STR("%Y-%m-%d");
    case 'R': return STR("%H:%M");
    case 'r': return STR("%I:%M:%S %p");
    default: return (Str){NULL, 0};
    }
}

static bool known_directive(char c) {
    for (const char *k = "YymdeHIMSfjpAaBbhwuZzs%"; *k; k++) {
        if (*k == c) {
            return true;
        }
    }
    return false;
}

bool calendar_format(Run *run, const Calendar *c, Str format, Str *text) {
    Sink out = sink_memory(run->arena);
    for (size_t i = 0; i < format.len; i++) {
        if (format.at[i] != '%' || i + 1 == format.len) {
            sink_char(&out, format.at[i]);
            continue;
        }
        char directive = format.at[++i];
        Str parts = composed(directive), inner;
        if (parts.at) {
            if (!calendar_format(run, c, parts, &inner)) {
                return false;
            }
            sink_put(&out, inner);
        } else if (known_directive(directive)) {
            put_date(&out, c, directive);
        } else {
            return refuse(run, NULL, "the directive %%%c of strftime", directive);
        }
    }
    *text = sink_str(&out);
    return true;
}
