import OffprintXML

/// The names of METS, MODS and Dublin Core that matter here, as written in the files.
enum METSName: String, CaseIterable {
  case area, div, fptr, file, FLocat, smLocatorLink, smLink, smLinkGrp
  case ID, TYPE, LABEL, DMDID, FILEID, BEGIN, END, ORDER, ORDERLABEL, USE, href, from, to, type
  case CREATEDATE
  case mets, metsHdr, dmdSec, fileGrp, structMap
  case mods, titleInfo, title, nonSort, subTitle, partNumber, relatedItem, identifier, publisher, placeTerm
  case dateIssued, dateCreated, date, language, languageTerm, detail, number, description

  static let vocabulary = allCases.map(\.rawValue)

  /// By number of the vocabulary.
  static let byNumber = Array(allCases)

  static let numbers: [METSName: Int] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })
}

extension XMLAttributes {
  /// The value of an attribute of METS as a string; nil if it is absent or empty.
  subscript(name: METSName) -> String? {
    guard let number = METSName.numbers[name], let value = self[number], !value.isEmpty else { return nil }
    return value.string
  }
}
