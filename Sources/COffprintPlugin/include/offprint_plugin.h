/*
 * The interface of a plugin that Offprint loads at run time, for C, C++, Rust, Swift and whatever else makes a shared
 * library. It needs nothing but this file.
 *
 * All that passes through it is bytes: JSON in UTF-8, the same requests and answers that a plugin which is a process
 * reads and writes. They are described in Plugins/README.md.
 */
#ifndef OFFPRINT_PLUGIN_H
#define OFFPRINT_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this interface. It changes only when a function does; what the JSON says has a version of its own. */
#define OFFPRINT_PLUGIN_VERSION 1

/* Called first, before anything else. Return OFFPRINT_PLUGIN_VERSION; any other version is refused with a message. */
uint32_t offprint_plugin_version(void);

/*
 * Answers one request of `count` bytes. On success set *answer and *answer_count and return 0; the bytes stay yours
 * until offprint_plugin_free is called with them. Any other return value is an error, and *answer is not looked at.
 *
 * Called by several threads at once only if the answer to "describe" has "threads": true.
 */
int32_t offprint_plugin_answer(
    const uint8_t *request, size_t count, uint8_t **answer, size_t *answer_count);

/* Called once for each answer, by the thread that asked. */
void offprint_plugin_free(uint8_t *answer, size_t answer_count);

#ifdef __cplusplus
}
#endif
#endif
