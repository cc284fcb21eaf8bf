import OffprintModel
import OffprintXML

/// The numbers that a page has for the fonts of a file.
struct HOCRFonts {
  private var known: [(css: [UInt8], base: Int, number: Int)] = []
  private var last: Last?

  private struct Last {
    var size: Double
    var font: String?
    var base: Int
    var number: Int
  }

  /// The number for what a title and a CSS text say, over a style; nil if they say nothing.
  mutating func number(
    _ title: HOCRTitle, _ css: XMLBytes?, over base: Int, in builder: inout PageBuilder
  ) -> Int? {
    let under = css.flatMap { number(css: $0, over: base, in: &builder) }
    guard title.fontSize != nil || title.font != nil else { return under }
    let size = title.fontSize ?? 0
    let below = under ?? base
    if let same = last, same.size == size, same.font == title.font, same.base == below { return same.number }
    var style = builder.style(numbered: below)
    if size > 0, size < 1000 { style.size = size }
    if let font = title.font { HOCRFonts.take(font, &style) }
    let found = builder.style(style)
    last = Last(size: size, font: title.font, base: below, number: found)
    return found
  }

  /// The number for the fonts of a CSS text; nil if it names none.
  mutating func number(css: XMLBytes, over base: Int, in builder: inout PageBuilder) -> Int? {
    if let found = known.first(where: { $0.base == base && css.equals($0.css) }) { return found.number }
    var style = builder.style(numbered: base)
    let before = style
    for rule in css.string.split(separator: ";") {
      let parts = rule.split(separator: ":", maxSplits: 1).map { $0.split { $0.isWhitespace }.joined(separator: " ") }
      guard parts.count == 2 else { continue }
      switch parts[0].lowercased() {
      case "font-size":
        let isPoints = parts[1].lowercased().hasSuffix("pt")
        if isPoints, let size = Double(parts[1].dropLast(2)), size > 0, size < 1000 { style.size = size }
      case "font-family": Self.take(parts[1].filter { !"\"'".contains($0) }, &style)
      case "font-weight": style.isBold = parts[1].lowercased() == "bold" || (Int(parts[1]) ?? 400) >= 600
      case "font-style": style.isItalic = parts[1].lowercased() != "normal"
      default: break
      }
    }
    let number = style == before ? base : builder.style(style)
    known.append((Array(css.bytes), base, number))
    return number
  }

  /// The number for a style with emphasis on top.
  static func emphasised(_ base: Int, bold: Bool, italic: Bool, in builder: inout PageBuilder) -> Int {
    guard bold || italic else { return base }
    var style = builder.style(numbered: base)
    style.isBold = style.isBold || bold
    style.isItalic = style.isItalic || italic
    return builder.style(style)
  }

  /// Tesseract writes `Times_New_Roman_Bold_Italic`.
  private static func take(_ font: String, _ style: inout TextStyle) {
    let words = font.lowercased()
    style.family = font.isEmpty ? nil : font
    style.isBold = style.isBold || words.contains("bold")
    style.isItalic = style.isItalic || words.contains("italic")
  }
}
