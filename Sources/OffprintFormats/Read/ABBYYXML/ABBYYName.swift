import OffprintXML

/// The names of FineReader's XML that matter here, the most frequent first; versions 6 to 14 use the same ones.
enum ABBYYName: Int, CaseIterable {
  case charParams = 0, l, t, r, b, charConfidence, wordStart, formatting, line, par, block, lang, ff, fs, bold, italic
  case blockType, text, table, row, cell, separator, start, end, x, y, thickness, page, width, height, document
  case producer, mainLanguage, id, pageElemId, style, paragraphStyle, fontStyle, role, base64encoded
  case wordRecVariants, charRecVariants, superscript, `subscript`, rowSpan, colSpan

  static let vocabulary = allCases.map { name in
    switch name {
    case .table: "Table"
    default: "\(name)"
    }
  }
}

extension XMLAttributes {
  /// The value of an attribute of FineReader's XML.
  subscript(abbyy name: ABBYYName) -> XMLBytes? { self[name.rawValue] }

  func filled(abbyy name: ABBYYName) -> String? {
    guard let value = self[name.rawValue], !value.isEmpty else { return nil }
    return value.string
  }

  func isTrue(abbyy name: ABBYYName) -> Bool {
    self[name.rawValue].map { $0.equals("true") || $0.equals("1") } ?? false
  }
}
