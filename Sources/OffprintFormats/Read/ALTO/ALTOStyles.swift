import OffprintModel
import OffprintXML

/// The styles of an ALTO file, and the numbers that a page has for them.
struct ALTOStyles {
  private var defined: [(id: [UInt8], style: TextStyle)] = []
  /// Lists of references as they stand in STYLEREFS, met before: there are few of them and thousands of uses.
  private var met: [(references: [UInt8], number: Int)] = []
  /// The place in `met` of the last that was asked for: the next word mostly has the same.
  private var last = 0
  private var emphasised: [Emphasis: Int] = [:]

  private struct Emphasis: Hashable {
    var base: Int
    var isBold: Bool
    var isItalic: Bool
  }

  mutating func define(_ attributes: XMLAttributes) {
    guard let id = attributes[.id] else { return }
    let family = attributes[.fontFamily]?.string
    let look = attributes[.fontStyle]
    let size = attributes[.fontSize]?.double ?? 0
    let style = TextStyle(
      size: size > 0 && size < 1000 ? size : 0,
      isBold: look?.mentions("bold") == true || attributes[.fontFamily]?.mentions("bold") == true,
      isItalic: look?.mentions("italic") == true,
      family: family.flatMap { $0.isEmpty || $0.lowercased() == "unknown" ? nil : $0 })
    defined.append((Array(id.bytes), style))
  }

  /// A new page counts its styles from the start.
  mutating func beginPage() {
    met = []
    emphasised = [:]
  }

  /// The number for a list of references; `inherited` if it names no text style.
  mutating func number(
    _ references: XMLBytes?, inherited: Int, in builder: inout PageBuilder
  ) -> Int {
    guard let references, !references.isEmpty else { return inherited }
    if last >= met.count || !references.equals(met[last].references) {
      last = met.firstIndex { references.equals($0.references) } ?? met.count
    }
    if last < met.count { return met[last].number < 0 ? inherited : met[last].number }
    var style: TextStyle?
    for reference in references.bytes.split(separator: 0x20) where style == nil {
      style = defined.first { $0.id.elementsEqual(reference) }?.style
    }
    let number = style.map { builder.style($0) } ?? -1
    met.append((Array(references.bytes), number))
    return number < 0 ? inherited : number
  }

  /// The number for a style with the STYLE of a word itself on top, such as `bold italics`.
  mutating func number(_ own: XMLBytes?, over base: Int, in builder: inout PageBuilder) -> Int {
    guard let own, !own.isEmpty else { return base }
    let emphasis = Emphasis(base: base, isBold: own.mentions("bold"), isItalic: own.mentions("italic"))
    guard emphasis.isBold || emphasis.isItalic else { return base }
    if let known = emphasised[emphasis] { return known }
    var style = builder.style(numbered: base)
    style.isBold = style.isBold || emphasis.isBold
    style.isItalic = style.isItalic || emphasis.isItalic
    let number = builder.style(style)
    emphasised[emphasis] = number
    return number
  }
}

extension XMLAttributes {
  /// The value of an attribute of ALTO.
  subscript(name: ALTOName) -> XMLBytes? { self[name.rawValue] }
}
