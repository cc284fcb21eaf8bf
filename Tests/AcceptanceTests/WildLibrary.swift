import Foundation

extension Scratch {
  /// Compiles a plugin with one stage, `wild-stage`, into `wild.so` in the folder.
  ///
  /// - Parameters:
  ///   - loaded: C statements for the moment at which it is loaded.
  ///   - asked: the same for each request; `request` is its text.
  func wildLibrary(loaded: String = "", asked: String = "") throws {
    _ = try write(
      """
      #include "offprint_plugin.h"
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      #include <unistd.h>
      __attribute__((constructor)) static void begin(void) { \(loaded) }
      uint32_t offprint_plugin_version(void) { return OFFPRINT_PLUGIN_VERSION; }
      void offprint_plugin_free(uint8_t *answer, size_t count) { free(answer); }
      int32_t offprint_plugin_answer(const uint8_t *bytes, size_t count, uint8_t **answer, size_t *answer_count) {
        char *request = calloc(1, count + 1), *out = calloc(1, 4096);
        memcpy(request, bytes, count);
        \(asked)
        char *number = strstr(request, "\\"request\\":");
        const char *body = strstr(request, "\\"process\\"") ? "\\"results\\":[{}]"
          : "\\"name\\":\\"wild\\",\\"version\\":\\"1\\",\\"summary\\":\\"Does as it likes\\",\\"stages\\":["
            "{\\"name\\":\\"wild-stage\\",\\"kind\\":\\"normalising\\",\\"summary\\":\\"Does as it likes\\"}]";
        snprintf(out, 4096, "{\\"offprint\\":1,\\"request\\":%d,%s}", number ? atoi(number + 10) : 0, body);
        free(request);
        *answer = (uint8_t *)out;
        *answer_count = strlen(out);
        return 0;
      }
      """, to: "wild.c")
    let include = Command.root.appending(path: "Sources/COffprintPlugin/include").path
    let built = try Command.run(
      URL(filePath: "/usr/bin/env"), ["cc", "-shared", "-fPIC", "-w", "-I", include, "-o", "wild.so", "wild.c"],
      in: folder)
    guard built.status == 0 else { throw CocoaError(.executableLoad) }
  }
}
