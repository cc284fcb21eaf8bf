import Foundation
import Testing

/// Compares a text with the file `Snapshots/NAME.txt`; with `OFFPRINT_RECORD=1` in the environment writes it anew.
func expectSnapshot(_ text: String, _ name: String, source: SourceLocation = #_sourceLocation) {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
  let file = folder.appending(path: "\(name).txt")
  if ProcessInfo.processInfo.environment["OFFPRINT_RECORD"] == "1" {
    #expect(throws: Never.self, sourceLocation: source) { try Data(text.utf8).write(to: file) }
    return
  }
  let recorded = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  #expect(text == recorded ?? "(not recorded; run with OFFPRINT_RECORD=1)", sourceLocation: source)
}
