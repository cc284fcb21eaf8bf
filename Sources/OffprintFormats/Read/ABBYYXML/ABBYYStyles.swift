import OffprintModel
import OffprintXML

/// The styles of a FineReader file, and the numbers that a page has for them.
struct ABBYYStyles {
  private var fonts: [String: TextStyle] = [:]
  private var roles: [String: String] = [:]

  /// Version 10 and later have the styles of the document before its pages.
  mutating func define(_ element: ABBYYName, _ attributes: XMLAttributes) {
    guard let id = attributes.filled(abbyy: .id) else { return }
    if element == .paragraphStyle {
      roles[id] = attributes.filled(abbyy: .role)
    } else {
      fonts[id] = Self.style(attributes)
    }
  }

  /// The number for what a formatting says itself; what it leaves out its style says.
  func number(_ attributes: XMLAttributes, in builder: inout PageBuilder) -> Int {
    var style = Self.style(attributes)
    if !fonts.isEmpty, let named = attributes.filled(abbyy: .style), let font = fonts[named] {
      if attributes[abbyy: .ff] == nil { style.family = font.family }
      if attributes[abbyy: .fs] == nil { style.size = font.size }
      if attributes[abbyy: .bold] == nil { style.isBold = font.isBold }
      if attributes[abbyy: .italic] == nil { style.isItalic = font.isItalic }
    }
    return style == TextStyle() ? 0 : builder.style(style)
  }

  /// What paragraphs of a style are; nil for plain text.
  func role(_ style: XMLBytes) -> String? {
    switch roles[style.string] {
    case nil, "text", "other", "garb": nil
    case "heading", "headingNumber": "heading"
    case "pictureCaption", "tableCaption": "caption"
    case "rt": "header"
    case .some(let role): role
    }
  }

  private static func style(_ attributes: XMLAttributes) -> TextStyle {
    let size = attributes[abbyy: .fs]?.double ?? 0
    return TextStyle(
      size: size > 0 && size < 1000 ? size : 0, isBold: attributes.isTrue(abbyy: .bold),
      isItalic: attributes.isTrue(abbyy: .italic), family: attributes.filled(abbyy: .ff))
  }
}
