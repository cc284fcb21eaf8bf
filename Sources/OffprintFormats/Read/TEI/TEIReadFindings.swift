/// What is not understood in a TEI file.
enum TEIFinding: FindingKind {
  case badPlace, brokenReference, outsideBlock, unknownType

  func summary(_ count: Int) -> String {
    let isOne = count == 1
    return switch self {
    case .badPlace: isOne ? "1 zone is no place on a page" : "\(count) zones are no places on a page"
    case .brokenReference: isOne ? "1 facs leads to no zone" : "\(count) facs lead to no zone"
    case .outsideBlock: isOne ? "1 text stands in no paragraph" : "\(count) texts stand in no paragraph"
    case .unknownType:
      isOne ? "1 division has a type that is no article" : "\(count) divisions have types that are no articles"
    }
  }

  var kept: String {
    switch self {
    case .badPlace, .brokenReference: "the text; its place is unknown"
    case .outsideBlock: "the texts, as paragraphs"
    case .unknownType: "its text, as part of what is around it"
    }
  }
}
