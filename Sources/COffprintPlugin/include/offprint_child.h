/* Starts a program of its own for a plugin. In C, since Swift does not show the GNU extensions that it takes. */
#ifndef OFFPRINT_CHILD_H
#define OFFPRINT_CHILD_H

#include <stdint.h>
#include <sys/types.h>

struct offprint_child {
  pid_t pid;
  /* Our ends of its standard input, output and error; none of them blocks, and no other child inherits them. */
  int input;
  int output;
  int errors;
};

/*
 * Starts the program of argv[0], found along PATH, in a process group of its own and in the given folder (none if
 * NULL). `memory` is the most bytes of data it may have, 0 for no limit. Returns 0, or an errno.
 */
int offprint_child_start(char *const argv[], const char *folder, uint64_t memory, struct offprint_child *child);

/* From now on children are in the group of this program, so that who ends the group ends them too. Each has a group of
   its own otherwise. */
void offprint_children_stay_in_group(void);

/* For a program that answers requests on its standard input and leads a group of its own: its children stay in it, and
   the whole group ends soon after nobody is at the other end any more, also if the program hangs. */
void offprint_service_begin(void);

/* True after that. */
int offprint_is_service(void);

#endif
