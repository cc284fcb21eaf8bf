import OffprintDiagnostics
import OffprintKit
import OffprintModel

/// Follows the characters of a document through its stages: only a stage that normalises may change what a line says.
struct CharacterAccount: Sendable {
  let read: Int
  private(set) var changed = 0

  init(of issue: Issue) { read = Self.total(of: issue) }

  /// Counts again after a stage that was handed the pages themselves. The message says what it must not have done;
  /// nil if all is well.
  mutating func fault(after stage: String, _ kind: StageKind, in issue: Issue) -> Diagnostic? {
    switch kind {
    case .normalising: changed = Self.total(of: issue) - read
    case .reflowing:
      let difference = Self.total(of: issue) - read - changed
      changed += difference
      if difference != 0 { return .changed(by: difference, stage) }
    case .detecting, .segmenting, .dehyphenating, .labelling: break
    }
    return nil
  }

  private static func total(of issue: Issue) -> Int {
    issue.pages.reduce(0) { $0 + $1.characterCount }
  }
}

extension Diagnostic {
  fileprivate static func changed(by difference: Int, _ stage: String) -> Diagnostic {
    Diagnostic(
      .linesLost,
      "stage '\(stage)' \(difference < 0 ? "lost" : "added") \(abs(difference)) characters; only a stage that"
        + " normalises may change what a line says",
      notes: [.init("stage", stage), .init("kept", "nothing of the document is exported")])
  }
}
