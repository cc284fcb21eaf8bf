import OffprintKit
import OffprintModel

/// The gallery of styles, styleGallery.txt: `002="Helvetica-BoldOblique",13.000,(0,0,0)` in each line.
struct OliveStyles {
  private var styles: [Int: TextStyle] = [:]

  init() {}

  /// What is written otherwise is no style. Looks are no text, so that nothing is said of it.
  init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let number = Int(parts[0].filter { !$0.isWhitespace }) else { continue }
      let fields = parts[1].split(separator: "\"", omittingEmptySubsequences: true)
      guard let font = fields.first else { continue }
      let size = fields.dropFirst().first?.split(separator: ",").first.flatMap { Double($0) } ?? 0
      styles[number] = Self.style(String(font), size: size.isFinite && size > 0 ? size : 0)
    }
  }

  subscript(number: Int) -> TextStyle { styles[number] ?? TextStyle() }

  /// `Times-BoldItalic` names the family and the cut of a PostScript font.
  private static func style(_ font: String, size: Double) -> TextStyle {
    let parts = font.split(separator: "-", maxSplits: 1)
    let cut = parts.count > 1 ? parts[1].lowercased() : ""
    return TextStyle(
      size: size, isBold: cut.contains("bold"), isItalic: cut.contains("italic") || cut.contains("oblique"),
      family: parts.first.map(String.init))
  }
}
