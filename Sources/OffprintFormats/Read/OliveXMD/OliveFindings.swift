import OffprintDiagnostics
import OffprintKit

/// What was not understood in a delivery, or not there: counted by kind with the place of the first.
struct OliveFindings {
  enum Kind: CaseIterable {
    case badBox, outsidePrimitive, repeatedID, noPageFile, unnamed, otherFile, brokenLink
  }

  private var found: [Kind: (count: Int, place: SourcePlace)] = [:]

  func count(of kind: Kind) -> Int { found[kind]?.count ?? 0 }

  mutating func count(_ kind: Kind, _ file: String, _ line: Int? = nil) {
    add(kind, 1, SourcePlace(file: file, line: line))
  }

  mutating func add(_ other: OliveFindings) {
    for kind in Kind.allCases { if let (count, place) = other.found[kind] { add(kind, count, place) } }
  }

  private mutating func add(_ kind: Kind, _ count: Int, _ place: SourcePlace) {
    found[kind] = ((found[kind]?.count ?? 0) + count, found[kind]?.place ?? place)
  }

  /// One warning for each kind, in a fixed order.
  func warn(_ context: inout ReadContext) {
    for kind in Kind.allCases {
      if let (count, place) = found[kind] { context.warn(Self.message(kind, count, place)) }
    }
  }

  private static func message(_ kind: Kind, _ count: Int, _ place: SourcePlace) -> Diagnostic {
    let (one, many, kept) =
      switch kind {
      case .badBox: ("BOX is not four numbers", "BOXes are not four numbers", "the text, without its place")
      case .outsidePrimitive:
        (
          "run of text stands outside of all primitives", "runs of text stand outside of all primitives",
          "the text, in blocks of their own"
        )
      case .repeatedID:
        (
          "id stands at more than one primitive of its page", "ids stand at more than one primitive of their page",
          "all primitives; from the second on an id ends in ~2, ~3, …"
        )
      case .noPageFile:
        (
          "page has no file Pg….xml", "pages have no file Pg….xml",
          "all lines; the page's size is that of its blocks, headlines are known by their elements"
        )
      case .unnamed:
        ("entity is not in TOC.xml", "entities are not in TOC.xml", "all of it, where its file stands")
      case .otherFile:
        (
          "XML file in the folders of pages is none of XMD", "XML files in the folders of pages are none of XMD",
          "nothing of what is not XMD"
        )
      case .brokenLink:
        (
          "continuation leads to no free entity of the delivery",
          "continuations lead to no free entity of the delivery",
          "all lines; pieces that are not linked are articles of their own"
        )
      }
    let isReference = kind == .brokenLink || kind == .noPageFile || kind == .unnamed
    return Diagnostic(
      isReference ? .referenceBroken : .inputNotUnderstood,
      "\(count) \(count == 1 ? one : many); the first is here", severity: .warning, at: place,
      notes: [.init("kept", kept)])
  }
}
