import OffprintXML

/// The names of METS, MODS and Dublin Core that matter here, as written in the files.
enum METSName: Int, CaseIterable {
  case area = 0
  case div, fptr, file, FLocat, smLocatorLink, smLink, smLinkGrp
  case ID, TYPE, LABEL, DMDID, FILEID, BEGIN, END, ORDER, ORDERLABEL, SHAPE, COORDS, USE, href, from, to, type
  case CREATEDATE
  case mets, metsHdr, dmdSec, fileGrp, structMap
  case mods, titleInfo, title, nonSort, subTitle, partNumber, relatedItem, identifier, publisher, placeTerm
  case dateIssued, dateCreated, date, language, languageTerm, detail, number, description

  static let vocabulary = allCases.map { "\($0)" }
}

extension XMLAttributes {
  /// The value of an attribute of METS as a string; nil if it is absent or empty.
  subscript(name: METSName) -> String? {
    guard let value = self[name.rawValue], !value.isEmpty else { return nil }
    return value.string
  }
}
