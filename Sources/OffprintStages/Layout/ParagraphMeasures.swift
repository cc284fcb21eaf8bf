/// By how much a line must differ from its neighbours to begin or end a paragraph.
struct ParagraphMeasures: Sendable {
  /// A line set in by this many line heights begins a paragraph.
  var indent = 0.45
  /// A line that stops this share of the column's width before its edge is short.
  var shortLine = 0.12
  /// A space of this many line heights more than usual ends a paragraph.
  var space = 0.7
  /// A line set in by this many line heights stands apart from the text, as a heading or a signature does.
  let heading = 3.0
}

/// Why a line begins a paragraph.
enum ParagraphSign {
  case capitals, type, space, underHeading, indent, shortLine, keptLine

  var sentence: String {
    switch self {
    case .capitals: "text changes to or from capitals"
    case .type: "the type changes"
    case .space: "the space above is larger than between other lines"
    case .underHeading: "the line above is a heading by its place"
    case .indent: "it is set in"
    case .shortLine: "the line above is short and ends a sentence"
    case .keptLine: "lines of verse and of lists are kept: they begin with capitals and do not fill the column"
    }
  }
}
