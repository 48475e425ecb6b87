/* The clock of the machine as one process sees it: real time plus the seconds in the file that STORING_KLOK names. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static long verschil(void) {
    const char *naam = getenv("STORING_KLOK");
    FILE *bestand = naam ? fopen(naam, "r") : NULL;
    long seconden = 0;
    if (bestand) {
        if (fscanf(bestand, "%ld", &seconden) != 1) seconden = 0;
        fclose(bestand);
    }
    return seconden;
}

int clock_gettime(clockid_t welke, struct timespec *moment) {
    static int (*echt)(clockid_t, struct timespec *);
    if (!echt) *(void **)&echt = dlsym(RTLD_NEXT, "clock_gettime");
    int uitkomst = echt(welke, moment);
    if (welke == CLOCK_REALTIME) moment->tv_sec += verschil();
    return uitkomst;
}

int gettimeofday(struct timeval *moment, void *zone) {
    struct timespec nu;
    (void)zone;
    int uitkomst = clock_gettime(CLOCK_REALTIME, &nu);
    moment->tv_sec = nu.tv_sec;
    moment->tv_usec = nu.tv_nsec / 1000;
    return uitkomst;
}

time_t time(time_t *waar) {
    struct timespec nu;
    clock_gettime(CLOCK_REALTIME, &nu);
    if (waar) *waar = nu.tv_sec;
    return nu.tv_sec;
}
