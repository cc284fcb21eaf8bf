import CBareParse
import Foundation
import OffprintFormats
import OffprintKit

/// Times readers in this process beside a parse in C of the same files that keeps nothing.
struct ReaderBenchmark {
  struct Row {
    var name: String
    var pages: Int
    /// CPU time of all documents, medians of the rounds.
    var bare: Double
    var reading: Double
  }

  /// Readers of what programs of OCR and editors write, with the folder of the bundled samples of each.
  private static let readers = [
    ("alto", "alto"), ("hocr", "hocr"), ("page-xml", "page"), ("abbyy-xml", "abbyy"), ("tei", "tei"),
  ]

  /// How often the bundled samples are read in each round: they are short.
  private static let times = 20

  /// - Parameter corpus: a folder of real files; a reader that finds nothing in it has no row. Nil for the samples.
  static func rows(_ options: Options) throws -> [Row] {
    let corpus = options.corpus
    var registry = Registry()
    registry.add(BuiltinFormats.self)
    return try readers.compactMap { name, sample in
      guard options.format ?? name == name, let reader = try registry.readers[name]?.make([:]) else { return nil }
      return try row(
        name, reader, in: corpus ?? "pipelines/samples/\(sample)", times: corpus == nil ? times : 1,
        rounds: options.rounds)
    }
  }

  private static func row(
    _ name: String, _ reader: any Reader, in folder: String, times: Int, rounds: Int
  ) throws -> Row? {
    // A reader says by an error that there is nothing for it.
    guard let found = try? reader.documents(in: allFiles(of: folder)).documents else { return nil }
    // HTML that is no XML cannot be compared with a parse of XML.
    let documents = found.filter { $0.files.allSatisfy { offprint_bare_parse($0) >= 0 } }
    guard !documents.isEmpty else { return nil }
    var pages = 0
    var (bare, reading): ([Double], [Double]) = ([], [])
    for _ in 0..<rounds {
      bare.append(
        CPUClock.seconds {
          for _ in 0..<times { for file in documents.flatMap(\.files) { _ = offprint_bare_parse(file) } }
        })
      reading.append(
        try CPUClock.seconds {
          pages = 0
          for document in Array(repeating: documents, count: times).joined() {
            var context = ReadContext()
            pages += try reader.read(document, &context).pages.count
          }
        })
    }
    return Row(name: name, pages: pages, bare: bare.median, reading: reading.median)
  }

  private static func allFiles(of folder: String) throws -> InputSelection {
    InputSelection(root: folder, files: SourceTree.files(below: folder).map { "\(folder)/\($0)" })
  }
}
