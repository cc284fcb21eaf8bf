import OffprintModel
import OffprintXML

/// One article as a `div`.
struct TEIDivision {
  let index: IssueIndex
  let place: Int
  let lines: TEILines

  private var issue: Issue { index.issue }
  private var article: Article { issue.articles[place] }

  func write(_ xml: XMLWriter) {
    let article = article
    var publisherID: String?
    if case .publisher(let id) = article.origin { publisherID = id }
    let language = LanguageTag.usable(issue.language(of: article))
    xml.element(
      "div",
      [
        "type": article.type.rawValue, "subtype": publisherID == nil ? "found" : "publisher", "n": publisherID,
        "xml:id": TEIPlace.xmlID(article.id), "xml:lang": language,
        "decls": article.labels.isEmpty ? nil : "#" + TEIHeader.classID(of: article),
      ]
    ) {
      let (top, body) = ordered(article.components)
      for component in top { write(xml, component, within: language) }
      let sections = Self.sections(of: body)
      for (number, section) in sections.enumerated() {
        if number == 0 {
          for component in section { write(xml, component, within: language) }
        } else {
          xml.element("div", ["type": "section"]) {
            for component in section { write(xml, component, within: language) }
          }
        }
      }
    }
  }

  /// What stands at the head of a division, and what follows.
  private func ordered(_ components: [Component]) -> (top: [Component], body: [Component]) {
    let start = components.firstIndex { !Self.isHead($0.role) && !Self.isCredit($0.role) } ?? components.endIndex
    var top: [Component] = []
    var body: [Component] = []
    for (number, component) in components.enumerated() {
      let isTop = Self.isHead(component.role) || (Self.isCredit(component.role) && number < start)
      if isTop { top.append(component) } else { body.append(component) }
    }
    return (top, body)
  }

  /// What comes before the first crosshead, and then what each of them begins.
  private static func sections(of body: [Component]) -> [[Component]] {
    var sections: [[Component]] = [[]]
    for component in body {
      if component.role == .crosshead {
        sections.append([component])
      } else {
        sections[sections.count - 1].append(component)
      }
    }
    return sections
  }

  private static func isHead(_ role: Role) -> Bool {
    switch role {
    case .headline, .overline, .subheadline, .sectionLabel: true
    default: false
    }
  }

  private static func isCredit(_ role: Role) -> Bool { role == .byline || role == .dateline }

  private func write(_ xml: XMLWriter, _ component: Component, within language: String?) {
    guard let first = component.lines.first else { return }
    let own = LanguageTag.usable(issue.language(of: first))
    let other = own == language ? nil : own
    let sure = component.confidence.map(Decimals.share)
    func text() { lines.write(component.lines) }
    switch component.role {
    case .headline: xml.mixed("head", ["type": "main", "xml:lang": other, "cert": sure], text)
    case .overline: xml.mixed("head", ["type": "over", "xml:lang": other, "cert": sure], text)
    case .subheadline: xml.mixed("head", ["type": "sub", "xml:lang": other, "cert": sure], text)
    case .sectionLabel: xml.mixed("head", ["type": "section-label", "xml:lang": other, "cert": sure], text)
    case .crosshead: xml.mixed("head", ["type": "cross", "xml:lang": other, "cert": sure], text)
    case .byline where isInFront(component): xml.mixed("byline", ["xml:lang": other, "cert": sure], text)
    case .dateline where isInFront(component): xml.mixed("dateline", ["xml:lang": other, "cert": sure], text)
    case .paragraph: xml.mixed("p", ["xml:lang": other, "cert": sure], text)
    case .advertisementText: xml.mixed("p", ["xml:lang": other, "cert": sure], text)
    case .caption:
      xml.element("figure", ["xml:lang": other, "cert": sure]) { xml.mixed("head", [:], text) }
    case .table: table(xml, component, other, sure)
    case .furniture, .masthead:
      xml.mixed("fw", ["type": component.role.rawValue, "xml:lang": other, "cert": sure], text)
    case .byline, .dateline, .jumpLine:
      xml.mixed("ab", ["type": component.role.rawValue, "xml:lang": other, "cert": sure], text)
    }
  }

  private func isInFront(_ component: Component) -> Bool { ordered(article.components).top.contains(component) }

  /// A row for each printed row. Lines without text begin in the cell after them, those at the end in the last cell.
  private func table(_ xml: XMLWriter, _ component: Component, _ language: String?, _ sure: String?) {
    let rows = TableRows(of: component, in: issue).rows
    var left = rows.joined().count { !$0.lines.isEmpty }
    guard left > 0 else {
      xml.mixed("p", ["xml:lang": language, "cert": sure]) { lines.write(component.lines) }
      return
    }
    var next = 0
    func begin(before end: Int) {
      while next < end {
        lines.begin(component.lines[next])
        next += 1
      }
    }
    xml.element("table", ["xml:lang": language, "cert": sure]) {
      for row in rows {
        xml.element("row") {
          for cell in row {
            let attributes: XMLWriter.Attributes = [
              "role": cell.isHead ? "label" : nil, "rows": cell.rowSpan > 1 ? String(cell.rowSpan) : nil,
              "cols": cell.columnSpan > 1 ? String(cell.columnSpan) : nil,
            ]
            xml.mixed("cell", attributes) {
              guard !cell.lines.isEmpty else { return }
              begin(before: cell.lines.lowerBound)
              if cell.lines.count == 1 {
                begin(before: cell.lines.upperBound)
                xml.text(cell.text.utf8)
              } else {
                lines.write(Array(component.lines[cell.lines]))
                next = cell.lines.upperBound
              }
              left -= 1
              if left == 0 { begin(before: component.lines.count) }
            }
          }
        }
      }
    }
  }

  /// A word as TEI's type attributes take it: no space, no control character.
  static func token(_ word: String) -> String {
    let plain = Issue.identifier(word)
    return plain.isEmpty ? "label" : plain
  }
}
