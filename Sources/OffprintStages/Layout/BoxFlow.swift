import OffprintKit

/// Finds the flow of a page with boxes.
struct BoxFlow {
  let page: Page
  /// Paragraphs are sought inside blocks; else each block is one.
  let joinsLines: Bool
  let measures: ParagraphMeasures
  /// The source's own reading order is taken where it names every block with lines.
  let prefersSource: Bool

  func flow(_ context: inout StageContext) -> Flow {
    let source = BoxElements(page: page)
    var elements = source.elements()
    for element in elements where element.isTakenApart && element.isFirstOfBlock {
      if let line = element.lines.first {
        context.decide(
          "taken-apart", at: .line(LineRef(page: context.page, line: line)),
          because: "lines of the block '\(page.lines[line].block.id)' stand side by side")
      }
    }
    let height = source.lineHeight
    var search = BoxOrder(
      elements: elements, slack: height / 2, height: height, tilt: BoxTilt(elements, page, height: height))
    var order = search.order()
    for index in elements.indices { elements[index].slope = search.slopes[index] }
    if prefersSource, let sourceOrder = sourceOrder(of: order, elements) {
      order = sourceOrder
      context.decide("source-order", at: .page(context.page), because: "the source says in which order blocks are read")
    } else if context.keepsDecisions {
      explain(order, search.reasons, elements, &context)
    }
    let ordered = merged(order.map { elements[$0] }.filter { !$0.lines.isEmpty }, source.lineHeight)
    guard joinsLines else {
      return Flow(paragraphs: ordered.map { Paragraph(lines: $0.lines, column: nil) })
    }
    let paragraphs = BoxParagraphs(page: page, measures: measures)
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
      for (lines, sign) in own {
        found.append(Paragraph(lines: lines))
        guard let sign, let line = lines.first else { continue }
        context.decide(
          "begins", at: .line(LineRef(page: context.page, line: line)), because: sign.sentence)
      }
    }
    return Flow(paragraphs: found)
  }

  /// Elements by the source's order of their blocks, those of one block as they were found; nil if the source has no
  /// order, or leaves out a block with lines.
  private func sourceOrder(of order: [Int], _ elements: [BoxElement]) -> [Int]? {
    guard let source = page.sourceOrder else { return nil }
    let ranks = Dictionary(source.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    var ranked: [(rank: Int, element: Int)] = []
    for element in order {
      guard let line = elements[element].lines.first else { continue }
      guard let rank = ranks[page.lines[line].block.index] else { return nil }
      ranked.append((rank, element))
    }
    return ranked.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element.element)
  }

  private func explain(
    _ order: [Int], _ reasons: [Int: OrderReason], _ elements: [BoxElement], _ context: inout StageContext
  ) {
    for element in order {
      guard let reason = reasons[element], let line = elements[element].lines.first else { continue }
      context.decide(
        reason.choice, at: .line(LineRef(page: context.page, line: line)), because: reason.sentence)
    }
  }

  /// Puts pieces of a block that was taken apart together again where one stands under the other in the same column,
  /// so that widely spaced lines are judged by their neighbours.
  private func merged(_ elements: [BoxElement], _ lineHeight: Int) -> [BoxElement] {
    var result: [BoxElement] = []
    for element in elements {
      if let last = result.last, last.isTakenApart, element.isTakenApart,
        let above = last.lines.last, let below = element.lines.first,
        page.lines[above].block.index == page.lines[below].block.index
      {
        let distance = element.box.top - last.box.bottom
        let union = last.box.union(element.box)
        let isOneColumn = union.width * 20 <= min(last.box.width, element.box.width) * 23 + lineHeight * 40
        if isOneColumn, distance > -lineHeight / 2, distance * 2 < lineHeight * 5 {
          result[result.count - 1].lines += element.lines
          result[result.count - 1].box = union
          continue
        }
      }
      result.append(element)
    }
    return result
  }
}
