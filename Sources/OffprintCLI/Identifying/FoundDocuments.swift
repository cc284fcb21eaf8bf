import OffprintEngine
import OffprintKit

/// How many issues a reader makes of what was looked at, and the command line that reads them.
struct FoundDocuments {
  var reader: String
  var path: String
  var count: Int
  /// A pipeline file that is there for the reader; nil if one has to be made.
  var pipeline: String?

  /// Readers of whole issues come first: their pages are not read as pages by themselves as well.
  private static let order = ["mets-alto", "didl-alto", "olive-xmd", "tagged-text"]
  private static let pagesOf = ["mets-alto": "alto", "didl-alto": "alto"]

  /// - Parameter files: all that was found below the path.
  static func found(at path: String, _ files: [IdentifiedFile], _ registry: Registry) -> [FoundDocuments] {
    var readers = Set(files.compactMap(\.reader))
    guard !readers.isEmpty, let selection = try? InputFinder.selection(for: path) else { return [] }
    var found: [FoundDocuments] = []
    var read: Set<String> = []
    let takes = Dictionary(files.map { ($0.path, $0.reader) }, uniquingKeysWith: { first, _ in first })
    for reader in order.filter(readers.contains) + readers.subtracting(order).sorted() where readers.contains(reader) {
      guard let made = try? registry.readers[reader]?.make([:]),
        let listing = try? made.documents(in: selection), !listing.documents.isEmpty
      else { continue }
      // A reader of text takes any text, lists of checksums too; and pages beside which an issue's main file stands
      // belong to it.
      let fresh = listing.documents.filter { document in
        document.files.first.flatMap { takes[$0] } == reader
          && !document.files.allSatisfy { file in read.contains { file.hasPrefix($0 + "/") } }
      }
      guard !fresh.isEmpty else { continue }
      let place = fresh.count == listing.documents.count ? path : commonFolder(of: fresh.flatMap(\.files)) ?? path
      found.append(
        FoundDocuments(reader: reader, path: place, count: fresh.count, pipeline: pipeline(for: reader)))
      if pagesOf[reader] != nil || reader == "olive-xmd" {
        read.formUnion(listing.documents.compactMap { $0.files.first.map(Self.folder) })
      }
      if reader == "tagged-text" { readers.remove("text-pages") }
    }
    return found
  }

  private static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// The deepest folder that all these files are below.
  private static func commonFolder(of files: [String]) -> String? {
    guard let first = files.first else { return nil }
    var common = first.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for file in files {
      let parts = file.split(separator: "/", omittingEmptySubsequences: false)
      common = common.prefix(zip(common, parts).prefix { $0 == $1 }.count)
    }
    return common.isEmpty ? nil : common.joined(separator: "/")
  }

  /// A pipeline of the folder `pipelines` here that has this reader.
  private static func pipeline(for reader: String) -> String? {
    let names = ((try? SourceTree.names(in: "pipelines")) ?? []).filter { $0.hasSuffix(".yaml") }
    return names.map { "pipelines/\($0)" }.first { path in
      guard let bytes = try? SourceFile.read(path) else { return false }
      let text = String(decoding: bytes, as: UTF8.self)
      return text.firstMatch(of: /format: *([a-z0-9-]+)/)?.output.1 == reader[...]
    }
  }

  /// What to do with them.
  var next: String {
    let input = SourceTree.outermost(path)
    let quoted = input.contains(" ") ? "'\(input)'" : input
    let run = "offprint run \(pipeline ?? "my-paper.yaml") --var input=\(quoted) --var out=articles"
    return pipeline == nil ? "offprint new pipeline my-paper --reader \(reader), then \(run)" : run
  }
}
