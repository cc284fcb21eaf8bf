#define _GNU_SOURCE
#include "offprint_child.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

/* Whoever asked is gone: a moment for the service to end by itself, then all of its group ends, hanging or not. */
static void *watch(void *unused) {
  (void)unused;
  struct pollfd input = {.fd = 0, .events = 0};
  while (poll(&input, 1, -1) <= 0 || (input.revents & (POLLHUP | POLLERR | POLLNVAL)) == 0) usleep(100000);
  sleep(2);
  kill(0, SIGKILL);
  return NULL;
}

static int is_service;

int offprint_is_service(void) { return is_service; }

void offprint_service_begin(void) {
  is_service = 1;
  if (getpgrp() != getpid()) return;
  offprint_children_stay_in_group();
  pthread_t thread;
  if (pthread_create(&thread, NULL, watch, NULL) == 0) pthread_detach(thread);
}
