import OffprintDiagnostics
import OffprintEngine
import OffprintKit
import OffprintPipeline
import OffprintReport

/// The documents of a collection and the reader that takes them.
struct TruthDocuments {
  var name: String
  var format: String
  var reader: any Reader
  var documents: [DocumentSource]
  var diagnostics: [Diagnostic]
}

/// Finds the documents that truth is taken from.
struct TruthFinder {
  var registry: Registry
  /// Its reader's settings hold for its own format; nil for readers as they come.
  var pipeline: Pipeline?
  /// The reader to use; nil to try all that may bring truth with them.
  var format: String?

  /// The readers that may bring truth, those that know more of an issue first: a METS issue is also a folder of
  /// ALTO pages.
  static let preference = ["mets-alto", "didl-alto", "page-xml", "olive-xmd", "tei", "tagged-text", "alto"]

  /// - Throws: `OP503` if there is no such reader, what finding the files throws, and `OP501` if no reader takes one.
  func documents(of truth: TruthArgument) throws -> TruthDocuments {
    let formats = try formats()
    let selection = try InputFinder.selection(for: truth.path, takesFolders: true)
    for (place, (name, reader)) in formats.enumerated() {
      guard let listing = try listing(of: selection, reader), !listing.documents.isEmpty else { continue }
      let others = try others(than: listing.documents, in: selection, formats[(place + 1)...])
      return TruthDocuments(
        name: truth.name, format: name, reader: reader, documents: listing.documents,
        diagnostics: selection.messages + listing.diagnostics + others)
    }
    throw Self.nothingFound(truth.path, files: selection.files.count, formats.map(\.name))
  }

  /// What stands beside the documents that were found and is for another reader: it plays no part, and nobody would
  /// miss it in the figures. Pages of ALTO belong to what names them.
  private func others(
    than found: [DocumentSource], in selection: InputSelection,
    _ formats: ArraySlice<(name: String, reader: any Reader)>
  ) throws -> [Diagnostic] {
    let taken = Set(found.flatMap { [$0.root] + $0.files })
    return try formats.filter { $0.name != "alto" }.compactMap { name, reader in
      let count = try listing(of: selection, reader)?.documents
        .count { document in !taken.contains(document.root) && taken.isDisjoint(with: document.files) }
      return count.flatMap { $0 > 0 ? Self.passedOver($0, for: name, in: selection.root) : nil }
    }
  }

  fileprivate static func passedOver(_ count: Int, for format: String, in folder: String) -> Diagnostic {
    let what = "\(PlainText.counted(count, "document")) for '\(format)' in '\(folder)'"
    return Diagnostic(
      .nothingMatched, "\(what) \(count == 1 ? "plays" : "play") no part",
      severity: .note, at: SourcePlace(file: folder), fix: "name their folder with a --truth of its own")
  }

  /// nil if the reader takes none of the files; with a reader that was asked for, why.
  private func listing(of selection: InputSelection, _ reader: any Reader) throws -> DocumentListing? {
    do {
      return try reader.documents(in: selection)
    } catch {
      let isUnreadable = Diagnostics.messages(of: error).contains { $0.code == .inputUnreadable }
      if format != nil || isUnreadable { throw error }
      return nil
    }
  }

  private func formats() throws -> [(name: String, reader: any Reader)] {
    if let format, registry.readers[format] == nil { throw Diagnostic.unknownReader(format, registry) }
    return try (format.map { [$0] } ?? Self.preference).compactMap { name in
      if let read = pipeline?.read, name == read.format { return (name, read.reader) }
      return try registry.readers[name].map { (name, try $0.make([:])) }
    }
  }

  fileprivate static func nothingFound(_ path: String, files: Int, _ formats: [String]) -> Diagnostic {
    Diagnostic(
      .nothingMatched, "'\(path)' has no document that can be measured on", at: SourcePlace(file: path),
      fix: "name another reader with --read",
      notes: [.init("files", "\(files) looked at"), .init("readers", formats.joined(separator: ", "))])
  }
}
