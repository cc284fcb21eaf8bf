import OffprintXML

/// The names of TEI that matter here, the most frequent first.
enum TEIName: Int, CaseIterable {
  case lb = 0, p, hi, zone, cell, row, w, item, head, pb, cb, fw, ab, div, l, lg, list, table, figure, note
  case byline, dateline, opener, closer, salute, signed, trailer, argument, epigraph, quote, sp, speaker, label
  case choice, reg, corr, expan, ex, app, rdgGrp, lem, rdg, subst, del, restore, figDesc, desc, from, loc
  case teiHeader, facsimile, surface, graphic, text, body, front, back, floatingText, group
  case sourceDesc, publicationStmt, titleStmt, imprint, title, date, idno, biblScope, publisher, pubPlace
  case n, facs, `break`, type, subtype, place, rend, rendition, lang, id, ulx, uly, lrx, lry, points, url, when, unit
  case level, TEI, language, ident, titlePart, docAuthor, docDate, docEdition, docImprint
  case role, rows, cols

  static let vocabulary = allCases.map { "\($0)" }

  /// True for elements that hold running text of their own.
  var isText: Bool {
    switch self {
    case .p, .head, .fw, .ab, .item, .l, .note, .byline, .dateline, .opener, .closer, .salute, .signed, .trailer,
      .argument, .epigraph, .quote, .speaker, .label, .table, .titlePart, .docAuthor, .docDate, .docEdition,
      .docImprint:
      true
    default: false
    }
  }

  /// True for forms that editors put in the place of the printed one.
  var isOfEditors: Bool {
    switch self {
    case .reg, .corr, .expan, .ex: true
    default: false
    }
  }

  /// True for elements that only hold others; the white space between these is none of the text.
  var isOnlyAround: Bool {
    switch self {
    case .choice, .app, .rdgGrp, .subst: true
    default: false
    }
  }
}

extension XMLAttributes {
  /// The value of an attribute of TEI; nil if it is empty.
  subscript(tei name: TEIName) -> String? {
    guard let value = self[name.rawValue], !value.isEmpty else { return nil }
    return value.string
  }
}
