import Foundation

/// What changes from the text before a unit to the text that begins with it: its type, its measure, its language; and
/// the step on the page from one to the other.
struct ChangeFeatures: FeatureGroup {
  private let units: [MeasuredUnit]
  /// Units of running text, in order.
  private let texts: [Int]

  static let features: [Feature] = [
    .init("text-height", "height of the text's lines against the text before"),
    .init("text-height-change", "change of the height of lines"),
    .init("text-style", "type size of the text less that of the text before"),
    .init("text-style-change", "change of the type size"), .init("text-width-change", "change of the text's width"),
    .flag("language-change", "another language"), .init("figures-change", "more figures than before"),
    .init("confidence-change", "change of the recognition's confidence"),
    .init("text-offers", "offers in the text"), .init("before-offers", "offers in the text before"),
    .init("step-aside", "step to the side from the one before"), .init("step-down", "step down from the one before"),
    .init("step-up", "step up from the one before"), .init("step-overlap", "stands under the one before"),
    .flag("before-foot", "the one before stands at the foot of its column"),
  ]

  init(units: [MeasuredUnit]) {
    self.units = units
    texts = units.indices.filter { units[$0].textLines >= 4 || (units[$0].textLines >= 2 && !units[$0].mayBeHeading) }
  }

  /// So many lines of text are looked at on each side.
  private static let reach = 12

  func add(_ index: Int, to row: inout [Float]) {
    let at = texts.partitioningIndex { $0 >= index }
    if let before = Side(units, texts[..<at].reversed()), let after = Side(units, texts[at...]) {
      let ratio = before.height > 0 ? after.height / before.height : 1
      row.add(ratio)
      row.add(abs(log(max(0.2, min(5, ratio)))))
      row.add(after.style - before.style)
      row.add(abs(after.style - before.style))
      row.add(before.width > 0 && after.width > 0 ? abs(log(after.width / before.width)) : 0)
      let languages = (WordSignals.language(of: before.small), WordSignals.language(of: after.small))
      row.add(languages.0 != nil && languages.1 != nil && languages.0 != languages.1)
      row.add(after.figures - before.figures)
      row.add(abs(after.confidence - before.confidence))
      row.add(after.offers)
      row.add(before.offers)
    } else {
      row.add(1)
      for _ in 0..<9 { row.add(0) }
    }
    addStep(index, to: &row)
  }

  private func addStep(_ index: Int, to row: inout [Float]) {
    guard index > 0, units[index - 1].page == units[index].page, units[index - 1].box.isKnown, units[index].box.isKnown,
      !units[index].isTextPage
    else {
      for value in [0, 0, 0, -1] { row.add(value) }
      row.add(index == 0 || units[index - 1].isFootOfColumn)
      return
    }
    let (before, own) = (units[index - 1].box, units[index].box)
    let width = max(1, Double(own.width) / max(0.05, units[index].span))
    let line = max(1, Double(own.height) / Double(max(1, units[index].lines.count)))
    row.add(min(3, abs(Double(own.left - before.left)) / width))
    row.add(max(-6, min(6, Double(own.top - before.bottom) / (4 * line))))
    row.add(own.top < before.top ? Double(before.bottom - own.top) / (60 * line) : 0)
    let overlap = Double(min(own.right, before.right) - max(own.left, before.left))
    row.add(max(-1, overlap / Double(max(1, min(own.width, before.width)))))
    row.add(units[index - 1].isFootOfColumn)
  }

  /// The nearest lines of text on one side, weighed by their number.
  private struct Side {
    var height = 0.0
    var style = 0.0
    var width = 0.0
    var figures = 0.0
    var confidence = 0.0
    var offers = 0.0
    var small = [Int](repeating: 0, count: WordSignals.languages.count)

    init?(_ units: [MeasuredUnit], _ indices: some Sequence<Int>) {
      var lines = 0
      var widths: [Double] = []
      for index in indices {
        let unit = units[index]
        let weight = Double(unit.textLines)
        lines += unit.textLines
        height += unit.height * weight
        style += unit.styleSize * weight
        if unit.box.isKnown { widths.append(Double(unit.box.width)) }
        if unit.text.signs > 0 { figures += Double(unit.text.figures) / Double(unit.text.signs) * weight }
        confidence += unit.confidence * weight
        offers += Double(unit.text.signals.prices + unit.text.signals.offers)
        for language in small.indices { small[language] += unit.text.signals.small[language] }
        if lines >= ChangeFeatures.reach { break }
      }
      guard lines > 0 else { return nil }
      let all = Double(lines)
      height /= all
      style /= all
      figures /= all
      confidence /= all
      offers /= all
      widths.sort()
      width = widths[safe: widths.count / 2] ?? 0
    }
  }
}
