import OffprintDiagnostics
import OffprintKit

/// What was not understood in a tagged text: counted by kind, with the line of the first.
struct TaggedTextFindings {
  enum Kind: CaseIterable { case noNumber, otherNumber, shortRow }

  private var found: [Kind: (count: Int, place: SourcePlace)] = [:]
  /// About the file of the text itself.
  private var messages: [Diagnostic] = []

  mutating func count(_ kind: Kind, _ file: String, _ line: Int) {
    found[kind] = ((found[kind]?.count ?? 0) + 1, found[kind]?.place ?? SourcePlace(file: file, line: line))
  }

  mutating func otherText(_ path: String, lines: Int, rows: Int) {
    messages.append(
      Diagnostic(
        .inputNotUnderstood, "the text has \(lines) lines, its table \(rows) rows of lines", severity: .warning,
        at: SourcePlace(file: path), notes: [Self.keptTexts]))
  }

  mutating func brokenText(_ messages: [Diagnostic]) {
    self.messages += messages.map { $0.noting(Self.keptTexts.label, Self.keptTexts.text) }
  }

  private static let keptTexts = Diagnostic.Note("kept", "the lines as the table has them")

  func warn(_ context: inout ReadContext) {
    for kind in Kind.allCases {
      if let (count, place) = found[kind] { context.warn(Self.message(kind, count, place)) }
    }
    for message in messages { context.warn(message) }
  }

  private static func message(_ kind: Kind, _ count: Int, _ place: SourcePlace) -> Diagnostic {
    let (one, many, kept) =
      switch kind {
      case .noNumber: ("row does", "rows do", "nothing of rows that are of no line")
      case .otherNumber: ("row has", "rows have", "all lines; each is known by its place")
      case .shortRow: ("row has", "rows have", "what stands in them; columns that are not there are empty")
      }
    let rest =
      switch kind {
      case .noNumber: "not begin with the number of a line"
      case .otherNumber: "another number than that of their place among the lines"
      case .shortRow: "less than \(TaggedLine.columns) columns"
      }
    return Diagnostic(
      .inputNotUnderstood, "\(count) \(count == 1 ? one : many) \(rest); the first is here", severity: .warning,
      at: place, notes: [.init("kept", kept)])
  }
}
