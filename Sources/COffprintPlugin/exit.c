#include "offprint_exit.h"

#include "offprint_child.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static _Thread_local char inside[128];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void at_end(void) {
  // Whoever asked a service hears how it ended.
  if (inside[0] == 0 || offprint_is_service()) return;
  char message[512];
  int count = snprintf(message, sizeof message,
                       "error[OP603]: plugin '%s' ended the program\n"
                       "   = fix: give its stage isolate: process, which costs one document then, or mend the plugin\n"
                       "   = kept: all documents before; the same command goes on from there\n",
                       inside);
  if (count > 0) (void)!write(STDERR_FILENO, message, (size_t)count);
  _exit(75);
}

static void set_up(void) { atexit(at_end); }

void offprint_inside(const char *plugin) {
  pthread_once(&once, set_up);
  if (plugin == NULL) {
    inside[0] = 0;
  } else {
    strncpy(inside, plugin, sizeof inside - 1);
  }
}
