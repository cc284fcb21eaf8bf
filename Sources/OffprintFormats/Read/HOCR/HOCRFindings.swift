/// What is not understood in an hOCR file.
enum HOCRFinding: FindingKind {
  case badPlace, unknownClass, outsideLine, outsidePage, repeatedID, strayMark, cutOff

  func summary(_ count: Int) -> String {
    let isOne = count == 1
    return switch self {
    case .badPlace: isOne ? "1 bbox is no place on a page" : "\(count) bboxes are no places on a page"
    case .unknownClass:
      isOne
        ? "1 element has a class of hOCR that is not known"
        : "\(count) elements have classes of hOCR that are not known"
    case .outsideLine: isOne ? "1 text stands in no line" : "\(count) texts stand in no line"
    case .outsidePage: isOne ? "1 text stands in no page" : "\(count) texts stand in no page"
    case .repeatedID: isOne ? "1 block has the id of another" : "\(count) blocks have the ids of others"
    case .strayMark: isOne ? "1 '<' begins no markup" : "\(count) times '<' begins no markup"
    case .cutOff: "the file does not end with '</html>' and may be cut off"
    }
  }

  var kept: String {
    switch self {
    case .badPlace: "the text; the place is made of that of the words, or unknown"
    case .unknownClass: "the text in it, as if it had no class"
    case .outsideLine: "the texts, each as a line"
    case .outsidePage: "the texts, as lines of a page of their own"
    case .repeatedID: "all blocks; from the second on an id ends in ~2, ~3, …"
    case .strayMark: "it, as the text that it is"
    case .cutOff: "all that stands in it"
    }
  }
}
