import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// What earlier runs have written and this one has nothing to do with: nobody made it wrong, so it stays, and is told of.
struct LeftBehind {
  let pipeline: Pipeline
  let journal: Journal

  /// The documents that are not in the input any more and whose own files still stand; nil if there are none.
  ///
  /// - Parameter documents: all of the input.
  func message(besides documents: [DocumentSource]) -> Diagnostic? {
    guard journal.count > documents.count else { return nil }
    let identities = documents.map { JournalEntry.identity(of: $0, in: pipeline) }
    var others: [(name: String, files: [String])] = []
    for entry in journal.entries(otherThan: identities) where entry.identity.hasPrefix("\(pipeline.name): ") {
      let files = entry.outputs.map(\.stamp.path).filter(FileSystem.isFile)
      if !files.isEmpty { others.append((entry.record.name, files)) }
    }
    guard !others.isEmpty else { return nil }
    // A document whose way is written otherwise, as through a link, is another to the journal, and its files are these.
    var places = ResolvedPlaces()
    let outputs = identities.lazy.compactMap(journal.entry).flatMap(\.outputs)
    let own = Set(outputs.map { places.place(of: $0.stamp.path) })
    let gone = others.map { other in
      (name: other.name, files: other.files.count { !own.contains(places.place(of: $0)) })
    }.filter { $0.files > 0 }
    guard let first = gone.first else { return nil }
    let files = gone.reduce(0) { $0 + $1.files }
    return Diagnostic(
      .leftBehind,
      gone.count == 1
        ? "'\(first.name)' is not in the input any more, and \(files) of its files stay"
        : "\(gone.count) documents of earlier runs are not in the input any more, and \(files) of their files stay",
      severity: .note, at: SourcePlace(file: journal.path),
      fix: "delete them if the issue is withdrawn; the journal names them",
      notes: gone.count == 1 ? [] : [.init("first", first.name)])
  }

  /// Files that documents shared before and that are none of those that were written into now.
  static func message(of paths: Set<String>, besides written: Set<String>) -> Diagnostic? {
    var places = ResolvedPlaces()
    let own = Set(written.map { places.place(of: $0) })
    let left = paths.subtracting(written).filter { !own.contains(places.place(of: $0)) && FileSystem.isFile($0) }
      .sorted()
    guard let first = left.first else { return nil }
    return Diagnostic(
      .leftBehind,
      left.count == 1
        ? "nothing is written into '\(first)' any more, and it stays as it is"
        : "nothing is written into \(left.count) files of earlier runs any more, and they stay as they are",
      severity: .note, at: SourcePlace(file: first), fix: "delete what nobody needs",
      notes: left.count == 1 ? [] : [.init("files", left.prefix(5).joined(separator: ", "))])
  }
}
