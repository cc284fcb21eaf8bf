import OffprintKit

/// The reading order that a plugin found for a page, and where it cut lines for it.
struct PageFlow: Sendable {
  var page: Int
  /// By line, the words at which parts start.
  var cuts: [Int: [Int]]
  var flow: Flow

  func apply(to page: inout Page) {
    if !cuts.isEmpty { page.split(cuts) }
    page.flow = flow
  }
}

extension Form {
  /// `[{"page": 0, "cuts": […], "paragraphs": […]}]`, one for each page that the stage was given.
  func flows(_ places: ShownPlaces) throws -> [PageFlow] {
    let flows = try list().map { try $0.pageFlow(places) }
    try refuseTwice(flows.map { "page \($0.page)" }, "pages")
    if let missing = places.pages.subtracting(flows.map(\.page)).min() {
      throw fault("has nothing for page \(missing), which the stage was given")
    }
    return flows
  }

  private func pageFlow(_ places: ShownPlaces) throws -> PageFlow {
    try only(["page", "cuts", "paragraphs"])
    let index = try required("page").shownPage(places)
    var page = places.issue.pages[index]
    var cuts: [Int: [Int]] = [:]
    for cut in try self["cuts"]?.list() ?? [] {
      try cut.only(["line", "words"])
      guard page.unit == .character, page.flow == nil, !places.issue.hasArticles else {
        throw cut.fault("cuts a line; only lines of text pages are cut, and only before their order is found")
      }
      let line = try cut.required("line").line(of: index, places)
      let count = page.lines[line].words.count
      cuts[line] = try cut.required("words").list().map { place in
        let word = try place.integer()
        guard (0..<count).contains(word) else {
          throw place.fault("is the place of a word of the line, which has \(count), counted from 0, not \(word)")
        }
        return word
      }
    }
    if !cuts.isEmpty { page.split(cuts) }
    let count = page.lines.count
    let paragraphs = try required("paragraphs").list().map { try $0.paragraph(below: count) }
    return PageFlow(page: index, cuts: cuts, flow: Flow(paragraphs: paragraphs))
  }

  private func paragraph(below count: Int) throws -> Paragraph {
    try only(["lines", "column", "continues"])
    let lines = try required("lines").list().map { line in
      let index = try line.integer()
      guard (0..<count).contains(index) else {
        throw line.fault("is line \(index), and the page then has \(count), counted from 0")
      }
      return index
    }
    return Paragraph(
      lines: lines, column: try self["column"]?.integer(),
      continuesFromPageBefore: try self["continues"]?.boolean() ?? false)
  }
}
