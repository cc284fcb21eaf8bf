import Foundation
import OffprintKit
import OffprintPlugins

/// A folder for plugins, which goes away with the test.
final class PluginFolder {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "offprint-plugins-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.path }

  @discardableResult
  func write(_ text: String, to path: String) throws -> String {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// A Python plugin: its description, and what it does with a request for documents, in the language of `frames`.
  ///
  /// - Parameters:
  ///   - describe: Python that may change `DESCRIPTION`, or do anything else before the first frame.
  ///   - process: the body of `def process(request)`; it returns the members of the answer.
  @discardableResult
  func python(
    _ name: String = "wild", kind: String = "normalising", describe: String = "", process: String = "return {}",
    memory: Int? = nil
  ) throws -> String {
    try write(
      """
      import json, os, struct, sys, time
      stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
      DESCRIPTION = {"name": "\(name)", "summary": "Does as it likes", "version": "1", "stages": [{
        "name": "\(name)-stage", "kind": "\(kind)", "summary": "Does as it likes",
        "choices": [{"word": "kept", "meaning": "nothing was done"}],
        "settings": [{"name": "level", "type": "integer", "min": 1, "default": 3, "help": "How wild."}]}]}
      def send(message):
          body = json.dumps(message).encode()
          stdout.write(struct.pack(">I", len(body)) + body)
          stdout.flush()
      def texts(request):
          return [line["text"] for d in request["documents"] for page in d["pages"] for line in page["lines"]]
      def process(request):
      \(process.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n"))
      def empty(request): return {"results": [{} for d in request["documents"]]}
      \(describe)
      while len(head := stdin.read(4)) == 4:
          request = json.loads(stdin.read(struct.unpack(">I", head)[0]))
          answer = DESCRIPTION if request["do"] == "describe" else process(request)
          send({"offprint": 1, "request": request["request"], **answer})
      """, to: "\(name).py")
    let limit = memory.map { #", "memory_mb": \#($0)"# } ?? ""
    return try write(#"{"offprint": 1, "command": ["python3", "\#(name).py"]\#(limit)}"#, to: "\(name).plugin.json")
  }

  /// A registry with the plugin of a file.
  func registry(_ file: String) throws -> Registry {
    var registry = Registry()
    registry.add(try PluginLoader.attach(file))
    return registry
  }
}

let hasPython = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
  FileManager.default.isExecutableFile(atPath: "\($0)/python3")
}
