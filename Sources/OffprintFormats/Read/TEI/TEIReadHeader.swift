/// What the header says of the newspaper.
struct TEIReadHeader {
  var title: String?
  var mainTitle: String?
  var date: String?
  var issn: String?
  var identifier: String?
  var publisher: String?
  var pubPlace: String?
  var scopes: [String: String] = [:]
  var created: String?
  var software: String?
}

/// Attributes of an element of the header.
struct TEIPending {
  var type: String?
  var level: String?
  var when: String?
  var unit: String?
}

extension TEIReadHeader {
  mutating func take(_ name: TEIName, _ text: String, _ attributes: TEIPending, isOfSource: Bool) {
    guard !text.isEmpty || attributes.when != nil else { return }
    switch name {
    case .title:
      if isOfSource {
        // The newspaper's, if its level or type says so; that of the article is none.
        if attributes.level == "j" || attributes.level == "s" { title = text }
        if attributes.level == nil { title = title ?? text }
      } else {
        mainTitle = mainTitle ?? text
      }
    case .date:
      if isOfSource {
        date = date ?? attributes.when ?? text
      } else if let when = attributes.when, when.contains("T") {
        created = created ?? when
      }
    case .idno:
      if attributes.type?.lowercased() == "issn" { issn = issn ?? text }
      if isOfSource, attributes.type == "title" { identifier = text }
    case .biblScope: if isOfSource, let unit = attributes.unit ?? attributes.type { scopes[unit] = text }
    case .publisher: if isOfSource { publisher = publisher ?? text }
    case .pubPlace: if isOfSource { pubPlace = pubPlace ?? text }
    case .note: if isOfSource, attributes.type == "ocr" { software = text }
    default: break
    }
  }
}
