/* Calls the plugin as Offprint does: make test */
#include "offprint_plugin.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static void expect(const char *request, const char *words) {
  uint8_t *answer = NULL;
  size_t count = 0;
  int32_t status = offprint_plugin_answer((const uint8_t *)request, strlen(request), &answer, &count);
  if (status != 0 || memmem(answer, count, words, strlen(words)) == NULL) {
    fprintf(stderr, "status %d, asked %s, answered %.*s, expected %s\n", status, request, (int)count, (char *)answer, words);
    assert(0);
  }
  offprint_plugin_free(answer, count);
}

int main(void) {
  assert(offprint_plugin_version() == OFFPRINT_PLUGIN_VERSION);
  expect("{\"offprint\":1,\"request\":1,\"do\":\"describe\"}", "\"name\":\"__NAME__\"");
  expect(
      "{\"offprint\":1,\"request\":2,\"do\":\"process\",\"stage\":\"label-__NAME__\",\"settings\":{\"word\":\"weather\"},"
      "\"documents\":[{\"articles\":[{\"index\":0,\"components\":[{\"role\":\"headline\",\"text\":\"Fair Weather\"}]},"
      "{\"index\":1,\"components\":[{\"role\":\"headline\",\"text\":\"Ships\"}]}]},{\"articles\":[]}]}",
      "\"results\":[{\"labels\":[{\"article\":0,\"kind\":\"subject\",\"value\":\"weather\"}]},{\"labels\":[]}]");
  uint8_t *answer = NULL;
  size_t count = 0;
  assert(offprint_plugin_answer((const uint8_t *)"{", 1, &answer, &count) != 0);
  puts("passed");
  return 0;
}
