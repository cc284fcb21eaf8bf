import Foundation
import OffprintFormats
import OffprintKit
import OffprintStages
import OffprintXML

/// Times the steps of the main job over the ALTO pages of folders, each folder an issue.
struct PageBenchmark {
  let files: [String]
  let rounds: Int
  private let registry: Registry

  init(folders: [String], rounds: Int) throws {
    self.rounds = rounds
    files = try folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xml") }.sorted()
        .map { folder + "/" + $0 }
    }
    var registry = Registry()
    BuiltinFormats.register(in: &registry)
    BuiltinStages.register(in: &registry)
    self.registry = registry
  }

  struct Row {
    var step: String
    /// Least CPU time over the rounds, of all pages.
    var seconds: Double
  }

  /// - Returns: the pages, and a row for each step; the first is the reference.
  func run() throws -> (pages: Int, rows: [Row]) {
    let texts = try files.map { try [UInt8](Data(contentsOf: URL(fileURLWithPath: $0))) }
    var rows: [Row] = []
    rows.append(
      Row(
        step: "bare parse",
        seconds: try CPUClock.least(of: rounds) {
          for (file, text) in zip(files, texts) {
            var handler = BareParse()
            try XMLReader.read(text, file: file, into: &handler)
          }
        }))
    let reader = ALTOReader(ALTOReader.Settings())
    let folders = Dictionary(grouping: files) { ($0 as NSString).deletingLastPathComponent }
    let documents = try folders.sorted { $0.key < $1.key }.flatMap {
      try reader.documents(in: InputSelection(root: $0.key, files: $0.value)).documents
    }
    var issues: [Issue] = []
    rows.append(
      Row(
        step: "read alto",
        seconds: try CPUClock.least(of: rounds) {
          issues = try documents.map {
            var context = ReadContext()
            return try reader.read($0, &context)
          }
        }))
    for name in ["normalise-text", "reflow-columns", "segment-articles", "dehyphenate"] {
      guard let stage = try registry.stages[name]?.make([:]) else { continue }
      var results = issues
      let seconds = try CPUClock.least(of: rounds) {
        results = issues
        for index in results.indices { try stage.run(on: &results[index], as: name, keepsDecisions: false) }
      }
      rows.append(Row(step: name, seconds: seconds))
      issues = results
    }
    return (issues.reduce(0) { $0 + $1.pages.count }, rows)
  }
}
