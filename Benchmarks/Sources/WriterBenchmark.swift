import Foundation
import OffprintFormats
import OffprintKit
import OffprintStages

/// Times writers in this process on issues whose articles were found beforehand.
struct WriterBenchmark {
  struct Row {
    var name: String
    /// CPU time of all issues, medians of the rounds: of making the files, and of checking them against their schema.
    var writing: Double
    var checking: Double?
  }

  /// - Parameter scratch: a folder for what a writer makes of its records.
  /// - Returns: how many articles all issues have, and a row for each writer, by their names.
  static func rows(_ corpus: Corpus, _ options: Options, scratch: String) throws -> (articles: Int, rows: [Row]) {
    var registry = Registry()
    registry.add(BuiltinFormats.self)
    registry.add(BuiltinStages.self)
    let entries = registry.writers.values.filter { options.format ?? $0.spec.name == $0.spec.name }
    // A reader may be what is measured.
    guard !entries.isEmpty else { return (0, []) }
    let issues = try issues(of: corpus, registry)
    let rows = try entries.sorted { $0.spec.name < $1.spec.name }.map { entry in
      let writer = try entry.make([:])
      // A catalog need not have the schemas of all formats.
      let validator = entry.spec.schema.flatMap { schema in
        options.schemas.flatMap { try? registry.schemas?.validator(for: schema, catalog: $0) }
      }
      var (writing, checking): ([Double], [Double]) = ([], [])
      for _ in 0..<options.rounds {
        var products: [Product] = []
        writing.append(
          try CPUClock.seconds {
            products = []
            for issue in issues { products += try writer.products(for: issue) }
            try assemble(products, entry.spec, writer, scratch)
          })
        if let validator {
          checking.append(
            try CPUClock.seconds {
              for product in products where !validator.problems(in: product.bytes).isEmpty {
                throw BenchmarkError("'\(entry.spec.name)' writes what is not valid")
              }
            })
        }
      }
      return Row(
        name: entry.spec.name, writing: writing.median, checking: checking.isEmpty ? nil : checking.median)
    }
    return (issues.reduce(0) { $0 + $1.articles.count }, rows)
  }

  /// All issues of a corpus of METS/ALTO, with the default stages behind them.
  private static func issues(of corpus: Corpus, _ registry: Registry) throws -> [Issue] {
    let reader = METSALTOReader(METSALTOReader.Settings())
    let (names, stages) = (StepBenchmark.stageNames, try StepBenchmark.stages(of: registry))
    return try reader.documents(in: InputSelection(root: corpus.folder, files: corpus.files)).documents.map {
      var context = ReadContext()
      var issue = try reader.read($0, &context)
      for (name, stage) in zip(names, stages) { try stage.run(on: &issue, as: name, keepsDecisions: false) }
      return issue
    }
  }

  /// A file that is made of its records is part of what its writer costs.
  private static func assemble(
    _ products: [Product], _ spec: WriterSpec, _ writer: any ProductMaking, _ scratch: String
  ) throws {
    guard let assembly = writer.assembly else { return }
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    let (records, file) = ("\(scratch)/benchmark.records", "\(scratch)/benchmark.\(spec.fileExtension)")
    defer { for path in [records, file] { try? FileManager.default.removeItem(atPath: path) } }
    let bytes = Array(spec.header.utf8) + products.flatMap(\.bytes)
    try Data(bytes).write(to: URL(fileURLWithPath: records))
    try assembly.assemble(records, into: file)
  }
}
