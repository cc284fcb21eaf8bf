import Foundation

extension PluginFolder {
  /// Compiles C into a library in the folder.
  ///
  /// - Returns: its path.
  func library(_ name: String, _ source: String) throws -> String {
    try write(source, to: "build/\(name).c")
    let include = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/COffprintPlugin/include").standardized
    let compile = Process()
    compile.executableURL = URL(filePath: "/usr/bin/env")
    compile.arguments = [
      "cc", "-shared", "-fPIC", "-w", "-I", include.path, "-o", "\(path)/\(name).so", "\(path)/build/\(name).c",
    ]
    try compile.run()
    compile.waitUntilExit()
    guard compile.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return "\(path)/\(name).so"
  }

  /// A loaded plugin with a stage that does `deed` when the document has `boom` in it.
  ///
  /// - Parameter deed: C statements; `request` is the request's text.
  func wildLibrary(_ deed: String, threads: Bool = false) throws -> String {
    try library(
      "wild",
      """
      #include "offprint_plugin.h"
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      #include <unistd.h>
      uint32_t offprint_plugin_version(void) { return OFFPRINT_PLUGIN_VERSION; }
      void offprint_plugin_free(uint8_t *answer, size_t count) { free(answer); }
      int32_t offprint_plugin_answer(const uint8_t *bytes, size_t count, uint8_t **answer, size_t *answer_count) {
        char *request = calloc(1, count + 1), *out = calloc(1, 4096), *number;
        memcpy(request, bytes, count);
        number = strstr(request, "\\"request\\":");
        int asked = number ? atoi(number + 10) : 0;
        const char *body = "\\"name\\":\\"wild\\",\\"summary\\":\\"Does as it likes\\",\\"threads\\":\(threads),\\"stages\\":["
          "{\\"name\\":\\"wild-stage\\",\\"kind\\":\\"normalising\\",\\"summary\\":\\"Does as it likes\\"}]";
        if (strstr(request, "\\"process\\"")) body = "\\"results\\":[{}]";
        if (strstr(request, "boom")) { \(deed) }
        snprintf(out, 4096, "{\\"offprint\\":1,\\"request\\":%d,%s}", asked, body);
        free(request);
        *answer = (uint8_t *)out;
        *answer_count = strlen(out);
        return 0;
      }
      """)
  }
}

let hasCompiler = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
  FileManager.default.isExecutableFile(atPath: "\($0)/cc")
}
