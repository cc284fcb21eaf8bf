/// What a DIDL file says, as far as an issue needs it.
struct DIDLDocument {
  /// The path it was read from.
  var path: String
  /// What it says of the issue.
  var description = DIDLDescription()
  var pages: [DIDLPage] = []
  var articles: [DIDLArticle] = []

  /// Names of all files that it speaks of, in lower case.
  var names: Set<String> = []
}

/// A file that the DIDL names, by its name or by an address that ends in a URN.
struct DIDLFile {
  var name: String?
  var reference: String?
  /// The line of the DIDL file on which it stands.
  var line: Int

  /// The ways in which the file may be called in a delivery.
  var spellings: [String] {
    var spellings = [name].compactMap { $0 }
    guard let reference else { return spellings }
    if let mark = reference.firstRange(of: "urn=") {
      // `resolve?urn=ddd:010:mpeg21:p001:alto` is saved with all that no file name may hold made `_`.
      let urn = reference[mark.upperBound...].prefix { $0 != "&" }
      spellings.append(String(urn.map { $0 == ":" || $0 == "/" ? "_" : $0 }) + ".xml")
    } else {
      spellings.append(reference)
    }
    return spellings
  }
}

struct DIDLPage {
  /// Its identifier, such as `ddd:010:mpeg21:p001`.
  var id: String?
  var file: DIDLFile
  var label: String?
}

struct DIDLArticle {
  var id: String
  var text: DIDLFile?
  var description: DIDLDescription
  var parts: [DIDLPart]
}

/// The blocks of an article on one page.
struct DIDLPart {
  var order: Int?
  var page: String?
  /// Name of the ALTO file.
  var alto: String?
  var blocks: [(id: String, line: Int)] = []
}

/// Dublin Core of the issue or of an article.
struct DIDLDescription {
  var title: String?
  var subject: String?
  var date: String?
  var languages: [String] = []
  var publisher: String?
  var identifier: String?
  var place: String?
  var volume: String?
  var number: String?
  var edition: String?
  var pageLabel: String?
}
