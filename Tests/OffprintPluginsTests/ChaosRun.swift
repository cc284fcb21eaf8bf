import Foundation
import OffprintEngine
import OffprintFormats
import OffprintKit
import OffprintPipeline
import OffprintStages

/// Three documents through a pipeline with one stage of a plugin; the second has the word `boom` in it.
struct ChaosRun {
  let record: RunRecord
  private let documents: [DocumentRecord]

  init(
    _ folder: PluginFolder, stage: String, plugin: AttachedPlugin, timeLimit: String = "20s", jobs: Int = 1,
    isolation: (any StageIsolating)? = nil, key: String = ""
  ) throws {
    for (name, text) in [("a", "one\ntwo"), ("b", "one\nboom"), ("c", "three\nfour")] {
      try folder.write(text, to: "in/\(name)_1890-01-0\(name == "a" ? 1 : name == "b" ? 2 : 3)_p1.txt")
    }
    let file = try folder.write(
      """
      offprint: 1
      name: chaos
      read: { format: text-pages, from: in }
      run: { on_error: quarantine, time_limit: \(timeLimit), folder: out }
      stages:
        - { stage: \(stage)\(key) }
      write:
        records: { format: jsonl, to: out/all.jsonl }
      """, to: "chaos.yaml")
    var registry = Registry()
    registry.add(BuiltinFormats.self)
    registry.add(BuiltinStages.self)
    registry.add(plugin)
    registry.isolation = isolation
    let text = try String(contentsOfFile: file, encoding: .utf8)
      .replacing("stages:\n", with: "stages:\n  - reflow-columns\n").replacing(
        "write:", with: "  - segment-articles\nwrite:")
    try folder.write(text, to: "chaos.yaml")
    let pipeline = try PipelineLoader.load(file, registry: registry).pipeline
    var options = RunOptions(jobs: jobs)
    options.earlier = .forget
    let told = Told()
    record = Engine(pipeline, options: options).run { event in
      if case .finished(let document, _) = event { told.add(document) }
    }
    documents = told.all
  }

  /// `@unchecked Sendable`: the engine tells by one thread at a time, and it is read when the run is over.
  private final class Told: @unchecked Sendable {
    private(set) var all: [DocumentRecord] = []
    func add(_ document: DocumentRecord) { all.append(document) }
  }

  /// What became of each document, in order.
  var outcomes: [String] { documents.map(\.outcome.rawValue) }

  var messages: [Diagnostic] { documents.flatMap(\.diagnostics).filter { $0.severity == .error } }
}
