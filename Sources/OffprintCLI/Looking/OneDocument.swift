import OffprintDiagnostics
import OffprintEngine
import OffprintKit
import OffprintPipeline

/// The one document that an operator wants to look at, read by a pipeline's reader and taken through its stages.
/// Nothing is written.
struct OneDocument {
  var issue: Issue
  /// What the reader warns of.
  var warnings: [Diagnostic]

  /// - Parameter path: a file, a folder or a pattern, as in the pipeline's `from:`.
  /// - Throws: `OP507` if the reader finds several documents there, and what finding, reading and the stages throw.
  init(at path: String, by pipeline: Pipeline) throws {
    let selection = try InputFinder.selection(for: path, takesFolders: true)
    let listing = try pipeline.read.reader.documents(in: selection)
    guard let source = listing.documents.first else { throw Self.nothingFound(path, pipeline.read.format, selection) }
    guard listing.documents.count == 1 else { throw Self.several(listing.documents, path) }
    do {
      var context = ReadContext()
      issue = try pipeline.read.read(source, &context)
      warnings = selection.messages + listing.diagnostics + context.warnings.map { $0.noting("document", source.name) }
      try StageRun(pipeline, keepsDecisions: true).run(on: &issue)
    } catch {
      throw Diagnostics(Diagnostics.messages(of: error).map { $0.noting("document", source.name) })
    }
  }

  /// How many documents a message lists.
  private static let longestList = 20

  fileprivate static func nothingFound(_ path: String, _ format: String, _ selection: InputSelection) -> Diagnostic {
    Diagnostic(
      .nothingMatched, "'\(path)' has no document for the reader '\(format)'", at: SourcePlace(file: path),
      notes: [.init("files", "\(selection.files.count) looked at"), .init("more", "offprint explain \(format)")])
  }

  fileprivate static func several(_ documents: [DocumentSource], _ path: String) -> Diagnostic {
    let rest = documents.count - longestList
    return Diagnostic(
      .documentAmbiguous, "'\(path)' has \(documents.count) documents, and one is looked at",
      at: SourcePlace(file: path), fix: "name the one that is meant: its file, its folder or a pattern",
      notes: documents.prefix(longestList).map { .init("document", $0.name) }
        + (rest > 0 ? [.init("document", "and \(rest) more")] : []))
  }
}
