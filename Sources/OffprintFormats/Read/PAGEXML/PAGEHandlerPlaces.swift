import OffprintModel
import OffprintXML

extension PAGEHandler {
  mutating func place(_ attributes: XMLAttributes) -> PAGEPlace {
    let place = attributes.value(.points).map { PAGEPlace(points: $0) } ?? PAGEPlace()
    if place.faults > 0 { findings.count(.badPlace, attributes.line) }
    return place
  }

  mutating func endPlace(_ name: PAGEName) {
    guard let place else { return }
    self.place = nil
    switch open.last ?? nil {
    case .word: word?.place = place
    case .textLine:
      if name == .baseline { line?.baseline = place } else { line?.place = place }
    case .tableCell: cell?.place = place
    case .some(let parent) where parent.blockKind != nil:
      if let region = regions.last { page.regions[region].place = place }
    default: break
    }
  }

  mutating func style(_ attributes: XMLAttributes) {
    let size = attributes.value(.fontSize)?.double ?? 0
    let style = TextStyle(
      size: size > 0 && size < 1000 ? size : 0, isBold: isTrue(attributes.value(.bold)),
      isItalic: isTrue(attributes.value(.italic)), family: attributes.string(.fontFamily))
    guard style != TextStyle() else { return }
    let number = content.place(of: style)
    switch open.last ?? nil {
    case .word: word?.style = number
    case .textLine: line?.style = number
    case .some(let parent) where parent.blockKind != nil:
      if let region = regions.last { page.regions[region].style = number }
    default: break
    }
  }

  private func isTrue(_ value: XMLBytes?) -> Bool { value.map { $0.equals("true") || $0.equals("1") } ?? false }

  func language(_ attributes: XMLAttributes) -> String? {
    (attributes.value(.primaryLanguage) ?? attributes.value(.language)).flatMap { LanguageCode.bcp47($0.string) }
  }
}
