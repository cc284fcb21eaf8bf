import OffprintDiagnostics
import OffprintKit

/// Issues that are there more than once, as in a folder and in its archive: they count so often, and one that is
/// learned from and held out at once makes figures too good.
struct RepeatedIssues {
  private var documents: [String: String] = [:]

  /// What is to be said of an issue, if one of the same id was there before.
  mutating func warning(of issue: Issue, _ document: String) -> Diagnostic? {
    guard let first = documents[issue.id] else {
      documents[issue.id] = document
      return nil
    }
    return Diagnostic(
      .issueTaken, "its issue has the id '\(issue.id)', and so has that of '\(first)'; both count", severity: .warning,
      fix: "if it is the same issue, name one of the two")
  }
}
