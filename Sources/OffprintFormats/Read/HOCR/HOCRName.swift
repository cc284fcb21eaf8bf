import OffprintXML

/// The names of HTML that matter here, the most frequent first.
enum HOCRName: Int, CaseIterable {
  case span = 0, `class`, title, id, p, div, br, lang, style, strong, b, em, i, head, script, meta, name, content, html
  case del, sup, sub, rt, rp, h1, h2, h3, h4, h5, h6, td, th, tr, li, table, hr, body, pre

  static let vocabulary = allCases.map { "\($0)" }

  /// True for elements that text does not run through.
  var isBlock: Bool {
    switch self {
    case .p, .div, .br, .h1, .h2, .h3, .h4, .h5, .h6, .td, .th, .tr, .li, .table, .hr, .body, .pre: true
    default: false
    }
  }

  /// True for elements whose text is not on the page, or is a second reading of what stands beside it.
  var isHidden: Bool {
    switch self {
    case .head, .title, .script, .style, .rt, .rp: true
    default: false
    }
  }
}

extension XMLAttributes {
  /// The value of an attribute of HTML.
  subscript(html name: HOCRName) -> XMLBytes? { self[name.rawValue] }

  /// The value of an attribute if it has one.
  func filled(html name: HOCRName) -> String? {
    guard let value = self[name.rawValue], !value.isEmpty else { return nil }
    return value.string
  }
}
