/// What is not understood in a FineReader file.
enum ABBYYFinding: FindingKind {
  case badPlace, unknownBlock, outsideLine, outsidePage, encoded

  func summary(_ count: Int) -> String {
    let isOne = count == 1
    return switch self {
    case .badPlace: isOne ? "1 place is none that a page has" : "\(count) places are none that a page has"
    case .unknownBlock:
      isOne ? "1 block is of a type that is not known" : "\(count) blocks are of types that are not known"
    case .outsideLine: isOne ? "1 text stands in no line" : "\(count) texts stand in no line"
    case .outsidePage: isOne ? "1 block stands in no page" : "\(count) blocks stand in no page"
    case .encoded: isOne ? "1 text is written in base64" : "\(count) texts are written in base64"
    }
  }

  var kept: String {
    switch self {
    case .badPlace: "the text; the place is unknown"
    case .unknownBlock: "the blocks, as text"
    case .outsideLine: "the texts, each as a line"
    case .outsidePage: "the blocks, in a page of their own"
    case .encoded: "the texts as they are written"
    }
  }
}
