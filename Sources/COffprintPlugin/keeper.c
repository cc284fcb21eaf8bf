#define _GNU_SOURCE
#include "offprint_keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

/* As many groups as there are documents in work at once, with room to spare. */
enum { most = 4096 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pid_t keeper = 0;
static int way = -1;

/* Files of this program must not stay open in the keeper: locks and pipes live as long as somebody has them. */
static void close_others(int kept) {
#ifdef SYS_close_range
  if ((kept == 0 || syscall(SYS_close_range, 0, kept - 1, 0) == 0) && syscall(SYS_close_range, kept + 1, ~0u, 0) == 0)
    return;
#endif
  long limit = sysconf(_SC_OPEN_MAX);
  if (limit < 0 || limit > 65536) limit = 65536;
  for (int file = 0; file < limit; file++)
    if (file != kept) close(file);
}

/* A number above zero is a group to be kept, one below zero a group to be kept no more. Zero is the end, as is the end of
   the pipe. */
static _Noreturn void keep_until_end_of(int input) {
  static pid_t groups[most];
  int count = 0;
  pid_t word;
  for (;;) {
    ssize_t got = read(input, &word, sizeof word);
    if (got < 0 && errno == EINTR) continue;
    if (got != sizeof word || word == 0) break;
    if (word > 0) {
      if (count < most) groups[count++] = word;
      continue;
    }
    for (int i = 0; i < count; i++) {
      if (groups[i] != -word) continue;
      groups[i] = groups[--count];
      break;
    }
  }
  for (int i = 0; i < count; i++) kill(-groups[i], SIGKILL);
  _exit(0);
}

static void begin(void) {
  int ends[2];
#ifdef __linux__
  if (pipe2(ends, O_CLOEXEC) != 0) return;
#else
  if (pipe(ends) != 0) return;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
#endif
  /* No signal that is meant for this program may reach the keeper, not even between here and there. */
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  keeper = fork();
  if (keeper == 0) {
    setsid();
#ifdef __linux__
    prctl(PR_SET_NAME, "plugin-keeper");
#endif
    close_others(ends[0]);
    (void)!chdir("/");
    keep_until_end_of(ends[0]);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(ends[0]);
  if (keeper > 0) {
    way = ends[1];
  } else {
    close(ends[1]);
  }
}

static void tell(pid_t word) {
  /* So few bytes are written whole or not at all. */
  while (way >= 0 && write(way, &word, sizeof word) < 0 && errno == EINTR) continue;
}

void offprint_keep(pid_t group) {
  pthread_mutex_lock(&mutex);
  if (way < 0) begin();
  tell(group);
  pthread_mutex_unlock(&mutex);
}

void offprint_keep_no_more(pid_t group) {
  pthread_mutex_lock(&mutex);
  tell(-group);
  pthread_mutex_unlock(&mutex);
}

void offprint_keeper_end(void) {
  pthread_mutex_lock(&mutex);
  if (way >= 0) {
    /* Said, since a copy of this program that a library made would hold the pipe open. */
    tell(0);
    close(way);
    way = -1;
    while (waitpid(keeper, NULL, 0) < 0 && errno == EINTR) continue;
  }
  pthread_mutex_unlock(&mutex);
}
