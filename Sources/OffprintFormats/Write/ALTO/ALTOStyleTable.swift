import OffprintModel
import OffprintXML

/// The looks of words on a page, each with an id for STYLEREFS.
struct ALTOStyleTable {
  private var ids: [TextStyle: String] = [:]
  private var styles: [TextStyle] = []

  init(of page: Page, _ identifiers: inout ALTOIdentifiers) {
    for block in page.blocks {
      note(block.style, otherThan: TextStyle(), &identifiers)
      for line in block.lines {
        note(line.style, otherThan: block.style, &identifiers)
        for word in line.words { note(word.style, otherThan: line.style, &identifiers) }
      }
    }
  }

  private mutating func note(_ style: TextStyle, otherThan around: TextStyle, _ identifiers: inout ALTOIdentifiers) {
    guard style != around, ids[style] == nil else { return }
    styles.append(style)
    ids[style] = identifiers.fresh("font\(styles.count)")
  }

  /// What STYLEREFS says; nil if the element around it says the same.
  func reference(to style: TextStyle, within around: TextStyle) -> String? { style == around ? nil : ids[style] }

  func write(_ xml: XMLWriter) {
    guard !styles.isEmpty else { return }
    xml.element("Styles") {
      for style in styles {
        let look = [style.isBold ? "bold" : nil, style.isItalic ? "italics" : nil].compactMap { $0 }
        xml.element(
          "TextStyle",
          [
            "ID": ids[style], "FONTFAMILY": style.family,
            "FONTSIZE": style.size > 0 ? Self.figure(style.size) : nil,
            "FONTSTYLE": look.isEmpty ? nil : look.joined(separator: " "),
          ])
      }
    }
  }

  private static func figure(_ size: Double) -> String {
    size == size.rounded() && size < 1e6 ? String(Int(size)) : "\(size)"
  }
}
