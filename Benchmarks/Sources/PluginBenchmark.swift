import Foundation
import OffprintKit
import OffprintPlugins

/// Times the way to plugins and back with a document of 10 KB, one at a time and in batches. The plugins of the package
/// are used as far as they are built and can run.
struct PluginBenchmark {
  let rounds: Int

  /// A line for each plugin and size of batch. The first does nothing with its documents: what it takes is the way.
  func run() throws -> [String] {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "offprint-plugin-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let idle = scratch.appending(path: "idle.plugin.json")
    try Data(#"{"offprint": 1, "command": ["python3", "idle.py"]}"#.utf8).write(to: idle)
    try Data(Self.idle.utf8).write(to: scratch.appending(path: "idle.py"))
    let files = [idle.path, "Plugins/PriceLists/price-lists.plugin.json", "Plugins/ChineseScript/chinese-script.so"]
    return files.filter(FileManager.default.fileExists(atPath:)).flatMap { file in
      [1, 16].map { batch in
        let name = "\((file as NSString).lastPathComponent), \(batch == 1 ? "one at a time" : "batches of \(batch)")"
        do {
          let seconds = try PluginTiming.secondsPerDocument(of: file, Self.document, batch: batch, rounds: rounds * 20)
          return name.padding(toLength: 48, withPad: " ", startingAt: 0)
            + String(format: "%6.0f µs a document of 10 KB", seconds * 1e6)
        } catch {
          return "\(name): \(Diagnostics.messages(of: error).map(\.summary).joined(separator: "; "))"
        }
      }
    }
  }

  /// Reads each request and finds nothing.
  private static let idle = """
    import json, struct, sys
    while len(head := sys.stdin.buffer.read(4)) == 4:
        request = json.loads(sys.stdin.buffer.read(struct.unpack(">I", head)[0]))
        answer = {"results": [{} for _ in request.get("documents", [])]} if request["do"] == "process" else {
            "name": "idle", "version": "1.0.0", "summary": "Does nothing", "stages": [{
                "name": "label-nothing", "kind": "labelling", "summary": "Labels nothing", "needs": ["articles"],
                "gives": ["labels"], "wants": ["printed"]}]}
        body = json.dumps({"offprint": 1, "request": request["request"], **answer}).encode()
        sys.stdout.buffer.write(struct.pack(">I", len(body)) + body)
        sys.stdout.buffer.flush()

    """

  /// 10 KB of text in 200 lines: an article with a headline.
  private static let document: Issue = {
    let lines = (0..<200).map { "Line \($0) of the report from the market, oats 19s 9d" }
    var issue = ExampleRun.document(
      .articles([(.article, [(.headline, "The market"), (.paragraph, lines.joined(separator: "\n"))])]), language: "en")
    issue.id = "benchmark"
    return issue
  }()
}
