import OffprintXML

/// The names of MPEG-21 DIDL, as the Koninklijke Bibliotheek writes it, and of the Dublin Core in it.
enum DIDLName: String, CaseIterable {
  case Item, Component, Statement, Resource
  case ref, filename, identifier, type, alto, ID, order, pageid
  case articlePart = "article-part"
  case blocks
  case articleID = "article_id"
  case title, subject, date, language, publisher, issuenumber, volume, edition, spatial, nativePageNumber

  static let vocabulary = allCases.map(\.rawValue)
  static let byNumber = Array(allCases)
  private static let numbers: [DIDLName: Int] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })

  var number: Int { Self.numbers[self] ?? -1 }
}

extension XMLAttributes {
  /// The value of an attribute of DIDL as a string; nil if it is absent or empty.
  func didl(_ name: DIDLName) -> String? {
    guard let value = self[name.number], !value.isEmpty else { return nil }
    return value.string
  }
}
