import OffprintDiagnostics
import OffprintKit

/// A kind of thing that a reader does not understand in a file, or cannot keep as it is.
protocol FindingKind: CaseIterable, Hashable {
  var code: DiagnosticCode { get }
  /// What was found, such as `3 places are none that a page has`.
  func summary(_ count: Int) -> String
  /// What the reader did with it.
  var kept: String { get }
}

extension FindingKind {
  var code: DiagnosticCode { .inputNotUnderstood }
}

/// What was found in a file, counted by kind with the line of the first.
struct ReadFindings<Kind: FindingKind> {
  private var found: [Kind: (count: Int, line: Int, name: String?)] = [:]

  /// - Parameter name: what the first is called, where kinds have names of their own in the file.
  mutating func count(_ kind: Kind, _ line: Int, _ times: Int = 1, name: @autoclosure () -> String? = nil) {
    if let known = found[kind] {
      found[kind] = (known.count + times, known.line, known.name)
    } else {
      found[kind] = (times, line, name())
    }
  }

  subscript(kind: Kind) -> Int { found[kind]?.count ?? 0 }

  /// One warning for each kind, in a fixed order.
  func warn(_ file: String, _ context: inout ReadContext) {
    for kind in Kind.allCases {
      guard let (count, line, name) = found[kind] else { continue }
      let what = name.map { "; the first, '\($0)', is here" } ?? "; the first is here"
      context.warn(
        Diagnostic(
          kind.code, kind.summary(count) + (line > 0 ? what : ""), severity: .warning,
          at: SourcePlace(file: file, line: line > 0 ? line : nil), notes: [.init("kept", kind.kept)]))
    }
  }
}
