import CBareParse
import Foundation
import OffprintFormats
import OffprintKit
import OffprintStages

/// Times the steps of the main job in this process, over the issues of a corpus.
struct StepBenchmark {
  struct Step {
    var name: String
    /// CPU time of all documents, the median of the rounds.
    var seconds: Double
  }

  /// Steps of the way from METS/ALTO to pages with articles. The first is the reference, a parse in C that keeps
  /// nothing; reading is of the ALTO files alone.
  static func deliveries(_ corpus: Corpus, rounds: Int) throws -> (pages: Int, steps: [Step]) {
    let input = InputSelection(root: corpus.folder, files: corpus.files)
    let alto = ALTOReader(ALTOReader.Settings())
    let pages = try alto.documents(in: input).documents
    let files = pages.flatMap(\.files)
    let bare = {
      for file in files where offprint_bare_parse(file) < 0 { throw BenchmarkError("'\(file)' is not well-formed") }
    }
    let reading = {
      for document in pages {
        var context = ReadContext()
        _ = try alto.read(document, &context)
      }
    }
    var times: (bare: [Double], reading: [Double]) = ([], [])
    for _ in 0..<rounds {
      times.bare.append(try CPUClock.seconds(of: bare))
      times.reading.append(try CPUClock.seconds(of: reading))
    }
    let mets = METSALTOReader(METSALTOReader.Settings())
    let stages = try stages(of: mets, in: input, rounds: rounds)
    return (
      files.count,
      [Step(name: "bare parse", seconds: times.bare.median), Step(name: "read alto", seconds: times.reading.median)]
        + stages
    )
  }

  /// Steps of the way from text pages to articles.
  static func textPages(_ corpus: Corpus, rounds: Int) throws -> [Step] {
    let reader = try TextPagesReader(TextPagesReader.Settings())
    return try stages(of: reader, in: InputSelection(root: corpus.folder, files: corpus.files), rounds: rounds)
  }

  /// The default stages, in their order.
  static let stageNames = ["normalise-text", "reflow-columns", "segment-articles", "dehyphenate"]

  static func stages(of registry: Registry) throws -> [AnyStage] {
    try stageNames.compactMap { name in try registry.stages[name]?.make([:]) }
  }

  /// Reading and the default stages, one document after the other, as the command works.
  private static func stages(of reader: some Reader, in input: InputSelection, rounds: Int) throws -> [Step] {
    var registry = Registry()
    BuiltinStages.register(in: &registry)
    let (names, stages) = (stageNames, try stages(of: registry))
    let documents = try reader.documents(in: input).documents
    var rows: [[Double]] = []
    for _ in 0..<rounds {
      var sums = [Double](repeating: 0, count: 1 + stages.count)
      for document in documents {
        var context = ReadContext()
        var issue = Issue(id: "none")
        sums[0] += try CPUClock.seconds { issue = try reader.read(document, &context) }
        for (place, stage) in stages.enumerated() {
          sums[place + 1] += try CPUClock.seconds { try stage.run(on: &issue, as: names[place], keepsDecisions: false) }
        }
      }
      rows.append(sums)
    }
    let labels = ["read \(type(of: reader).spec.name)"] + names
    return labels.indices.map { place in Step(name: labels[place], seconds: rows.map { $0[place] }.median) }
  }
}
