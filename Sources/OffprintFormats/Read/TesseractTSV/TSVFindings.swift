/// What is not understood in a table of words.
enum TSVFinding: FindingKind {
  case brokenRow, tabInText, badPlace, unknownLevel

  func summary(_ count: Int) -> String {
    let isOne = count == 1
    return switch self {
    case .brokenRow: isOne ? "1 row has not the table's columns" : "\(count) rows have not the table's columns"
    case .tabInText:
      isOne
        ? "1 row has more fields than the table has columns"
        : "\(count) rows have more fields than the table has columns"
    case .badPlace: isOne ? "1 row has a place that no page has" : "\(count) rows have places that no page has"
    case .unknownLevel: isOne ? "1 row has a level other than 1 to 5" : "\(count) rows have levels other than 1 to 5"
    }
  }

  var kept: String {
    switch self {
    case .brokenRow: "its text, as words of the line before"
    case .tabInText: "all of the text; the words after the tab have no place"
    case .badPlace: "the text; the place is unknown"
    case .unknownLevel: "the text, as a word"
    }
  }
}
