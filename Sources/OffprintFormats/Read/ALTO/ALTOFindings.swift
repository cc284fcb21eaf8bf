import OffprintDiagnostics
import OffprintKit

/// What an ALTO file says that cannot be, counted by kind with the line of the first.
struct ALTOFindings {
  enum Kind: CaseIterable {
    case badPlace, repeatedID, badReference, unknownUnit
  }

  private var found: [Kind: (count: Int, line: Int)] = [:]

  mutating func count(_ kind: Kind, _ line: Int) {
    found[kind] = ((found[kind]?.count ?? 0) + 1, found[kind]?.line ?? line)
  }

  /// One warning for each kind, in a fixed order.
  func warn(_ file: String, _ context: inout ReadContext) {
    for kind in Kind.allCases {
      guard let (count, line) = found[kind] else { continue }
      context.warn(Self.message(kind, count, SourcePlace(file: file, line: line)))
    }
  }

  private static func message(_ kind: Kind, _ count: Int, _ place: SourcePlace) -> Diagnostic {
    let (what, kept) =
      switch kind {
      case .badPlace:
        (
          count == 1 ? "1 place is none that a page has" : "\(count) places are none that a page has",
          "the text; a figure that is no number makes the place unknown, others are cut off"
        )
      case .repeatedID:
        (
          count == 1 ? "1 block has the id of another" : "\(count) blocks have the ids of others",
          "all blocks; from the second on an id ends in ~2, ~3, …; references lead to the first"
        )
      case .badReference:
        (
          count == 1
            ? "1 reference of the ReadingOrder leads to no block or line"
            : "\(count) references of the ReadingOrder lead to no block or line",
          "all blocks; the references have no effect"
        )
      case .unknownUnit: ("the MeasurementUnit is none that ALTO has", "all places; their figures count as pixels")
      }
    return Diagnostic(
      kind == .badReference ? .referenceBroken : .inputNotUnderstood, "\(what); the first is here", severity: .warning,
      at: place,
      notes: [.init("kept", kept)])
  }
}
