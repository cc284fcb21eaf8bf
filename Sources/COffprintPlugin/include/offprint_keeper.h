/* Ends what was started for plugins when this program ends in a way that leaves it no time to do so. In C, since what
   runs there shares a memory image with threads that are gone, and may use nothing of Swift's. */
#ifndef OFFPRINT_KEEPER_H
#define OFFPRINT_KEEPER_H

#include <sys/types.h>

/*
 * From now on the process group is ended when this program ends, however it ends: by a signal that cannot be caught,
 * too. A small process of its own sees to that, the keeper, which waits for the end of a pipe that nobody but this
 * program can write to. (The system's own PR_SET_PDEATHSIG would reach the first process of a group alone, and would
 * come at the end of the thread that started it.)
 */
void offprint_keep(pid_t group);

/* The group has ended and is kept no more. */
void offprint_keep_no_more(pid_t group);

/* Ends the keeper, and with it whatever is still kept. To be called as the program ends. */
void offprint_keeper_end(void);

#endif
