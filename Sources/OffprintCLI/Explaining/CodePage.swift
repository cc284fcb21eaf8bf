import OffprintDiagnostics

/// The page about a message code.
enum CodePage {
  static func lines(of code: DiagnosticCode) -> [String] {
    ["\(code.id): \(code.title)", ""] + TextLayout.wrapped(code.explanation)
  }
}
