import OffprintDiagnostics
import OffprintKit

extension InputSelection {
  /// What a reader says when no file is of its kind.
  ///
  /// - Parameters:
  ///   - kind: the format as it is called, such as `METS`.
  ///   - rule: what the reader takes, as a sentence.
  func nothingFound(_ kind: String, rule: String, fix: String? = nil) -> Diagnostic {
    let what = isSingleFile ? files.first ?? root : root
    return Diagnostic(
      .inputEmpty,
      isSingleFile ? "'\(what)' is no \(kind) file" : "no \(kind) file among the \(files.count) files of '\(what)'",
      at: SourcePlace(file: what), fix: fix, notes: [.init("reader", rule)])
  }
}
