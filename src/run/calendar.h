/* calendar.h: dates of the Gregorian calendar, in UTC; for the modules time and datetime. */
#ifndef TFSCOPE_RUN_CALENDAR_H
#define TFSCOPE_RUN_CALENDAR_H

#include "run/run.h"

typedef struct Calendar {
    int64_t year;
    int month, day; /* from 1 */
    int hour, minute, second;
    int microsecond;
    int weekday; /* Monday is 0 */
    int yearday; /* from 1 */
} Calendar;

#define MICROSECONDS INT64_C(1000000) /* in a second */

int64_t days_of_date(int64_t year, int month, int day); /* since 1970-01-01 */
Calendar calendar_of(int64_t microseconds);             /* since 1970 */
int64_t calendar_time(const Calendar *c); /* the other way; weekday and yearday do not count */
int days_of_month(int64_t year, int month);
/* strftime in the C locale; refuses directives that are not modelled. */
bool calendar_format(Run *run, const Calendar *c, Str format, Str *text);

#endif
