import OffprintDiagnostics
import OffprintKit

/// What was not understood in a file, counted by kind with the line of the first.
struct PAGEFindings {
  enum Kind: CaseIterable {
    case badPlace, unknownElement, outsideRegion, outsideLine, badReference, repeatedID, otherWords
  }

  private var found: [Kind: (count: Int, line: Int)] = [:]

  mutating func count(_ kind: Kind, _ line: Int) {
    found[kind] = ((found[kind]?.count ?? 0) + 1, min(found[kind]?.line ?? line, line))
  }

  /// One warning for each kind, in a fixed order.
  func warn(_ file: String, _ context: inout ReadContext) {
    for kind in Kind.allCases {
      guard let (count, line) = found[kind] else { continue }
      context.warn(Self.message(kind, count, SourcePlace(file: file, line: line > 0 ? line : nil)))
    }
  }

  private static func message(_ kind: Kind, _ count: Int, _ place: SourcePlace) -> Diagnostic {
    let (one, many, kept) =
      switch kind {
      case .badPlace:
        (
          "outline has points that are", "outlines have points that are",
          "the text; the place is made of the other points, the baseline or the words"
        )
      case .unknownElement:
        ("part of the page stands", "parts of the page stand", "the text; the element itself has no effect")
      case .outsideRegion: ("line stands", "lines stand", "the lines, in a block of their own")
      case .outsideLine: ("word stands", "words stand", "the words, each as a line")
      case .badReference: ("reference leads", "references lead", "all regions; the references have no effect")
      case .repeatedID: ("id stands", "ids stand", "all regions; from the second on an id ends in ~2, ~3, …")
      case .otherWords: ("line has", "lines have", "the text of the line; its words have shares of its place")
      }
    let rest =
      switch kind {
      case .badPlace: "not two numbers"
      case .unknownElement: "in an element that PAGE does not know"
      case .outsideRegion: "outside of all regions"
      case .outsideLine: "outside of all lines"
      case .badReference: "to no region"
      case .repeatedID: "at more than one region"
      case .otherWords: "words that do not make up its text"
      }
    return Diagnostic(
      kind == .badReference ? .referenceBroken : .inputNotUnderstood,
      "\(count) \(count == 1 ? one : many) \(rest); the first is here", severity: .warning, at: place,
      notes: [.init("kept", kept)])
  }
}
