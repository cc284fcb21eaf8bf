import OffprintKit

/// Finds the flow of a page with boxes.
struct BoxFlow {
  let page: Page
  /// Paragraphs are sought inside blocks; else each block is one.
  let joinsLines: Bool

  func flow(_ context: inout StageContext) -> Flow {
    let source = BoxElements(page: page)
    let elements = source.elements()
    for element in elements where element.isTakenApart && element.isFirstOfBlock {
      if let line = element.lines.first {
        context.decide(
          "taken-apart", at: .line(LineRef(page: context.page, line: line)),
          because: "lines of the block '\(page.lines[line].block.id)' stand side by side")
      }
    }
    let order = BoxOrder(elements: elements, slack: source.lineHeight / 2, height: source.lineHeight).order()
    let ordered = order.map { elements[$0] }.filter { !$0.lines.isEmpty }
    guard joinsLines else {
      return Flow(paragraphs: ordered.map { Paragraph(lines: $0.lines, column: nil) })
    }
    let paragraphs = BoxParagraphs(page: page)
    var found: [Paragraph] = []
    for (rank, element) in ordered.enumerated() {
      var own = paragraphs.paragraphs(of: element)
      if let last = found.last?.lines.last, rank > 0, let first = own.first?.lines.first,
        paragraphs.goesOn(from: last, of: ordered[rank - 1], to: first, of: element)
      {
        found[found.count - 1].lines += own.removeFirst().lines
        context.decide(
          "joined", at: .line(LineRef(page: context.page, line: first)),
          because: "the text before breaks off in the middle of a sentence and this goes on with it")
      }
      found += own
    }
    return Flow(paragraphs: found)
  }
}
