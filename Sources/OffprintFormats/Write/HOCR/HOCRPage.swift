import OffprintModel
import OffprintXML

/// Writes one page, and counts its parts for their ids.
final class HOCRPage {
  /// What is counted on a page.
  private enum Kind: Int, CaseIterable { case photo, separator, section, carea, par, line, word }

  private let issue: Issue
  private let place: Int
  private let mends: Bool
  private let xml: XMLWriter
  private var counts = Array(repeating: 0, count: Kind.allCases.count)
  /// The line that is read after a line of the page, on the next page too; none behind the last of a component.
  private let next: [LineRef: LineRef]

  private var page: Page { issue.pages[place] }

  init(issue: Issue, place: Int, mends: Bool, xml: XMLWriter) {
    self.issue = issue
    self.place = place
    self.mends = mends
    self.xml = xml
    var runs = issue.articles.flatMap(\.components).map(\.lines)
    if !issue.hasArticles, let flow = issue.pages[place].flow {
      runs = flow.paragraphs.map { $0.lines.map { LineRef(page: place, line: $0) } }
    }
    var next: [LineRef: LineRef] = [:]
    for run in runs {
      for (line, following) in zip(run, run.dropFirst()) where line.page == place { next[line] = following }
    }
    self.next = next
  }

  func write() {
    let image = page.image.map { "image \"\($0.replacing("\\", with: "/").replacing("\"", with: "'"))\"" }
    let size = page.unit == .character ? .unknown : page.size
    let language = LanguageTag.usable(page.language)
    let about = [image, box(size), "ppageno \(page.number - 1)", page.label.map { "lpageno \($0)" }]
    xml.element(
      "div",
      [
        "class": "ocr_page", "id": "page_\(page.number)", "title": about.compactMap { $0 }.joined(separator: "; "),
        "xml:lang": language, "lang": language,
      ]
    ) {
      if issue.hasArticles {
        for article in issue.articles { write(article) }
      } else if let flow = page.flow {
        for paragraph in flow.paragraphs { write(paragraph.lines.map { LineRef(page: place, line: $0) }) }
      } else {
        for block in page.blocks { write(block.lines.indices.map { LineRef(page: place, line: $0) }) }
      }
      for block in page.blocks where block.lines.isEmpty && block.box.isKnown {
        switch block.kind {
        case .illustration: empty("ocr_photo", .photo, block)
        case .separator: empty("ocr_separator", .separator, block)
        case .text, .table: break
        }
      }
    }
  }

  private func empty(_ name: String, _ kind: Kind, _ block: Block) {
    xml.element("div", ["class": name, "id": id(kind), "title": box(block.box)])
  }

  private func write(_ article: Article) {
    let components = article.components.compactMap { component -> Component? in
      var own = component
      own.lines = component.lines.filter { $0.page == place }
      return own.lines.isEmpty ? nil : own
    }
    guard !components.isEmpty else { return }
    guard article.type != .furniture else { return furniture(components) }
    let earlier = Set(article.lines.map(\.page).filter { $0 < place }).count
    let language = LanguageTag.usable(issue.language(of: article))
    xml.element(
      "div",
      [
        "class": "ocr_section", "id": id(.section),
        "title": "x_article \(article.id); x_type \(article.type.rawValue); x_part \(earlier + 1)",
        "xml:lang": language, "lang": language,
      ]
    ) {
      for component in components {
        let name: String? =
          switch component.role {
          case .headline: "ocr_title"
          case .byline: "ocr_author"
          case .caption: "ocr_caption"
          case .table: "ocr_table"
          default: nil
          }
        if let name {
          xml.element("div", ["class": name]) { write(component.lines) }
        } else {
          write(component.lines)
        }
      }
    }
  }

  /// What stands in the upper half of a page is a header.
  private func furniture(_ components: [Component]) {
    for component in components {
      let box = component.lines.reduce(Box.unknown) { $0.union(issue[line: $1].box) }
      let isHigh = !box.isKnown || !page.size.isKnown || 2 * box.centreY < page.size.top + page.size.bottom
      xml.element("div", ["class": isHigh ? "ocr_header" : "ocr_footer"]) { write(component.lines) }
    }
  }

  /// Lines that are read one after the other: an area with a paragraph for each block.
  private func write(_ lines: [LineRef]) {
    var rest = lines[...]
    while let first = rest.first {
      let block = issue[line: first].block
      let run = rest.prefix { issue[line: $0].block.index == block.index }
      rest = rest.dropFirst(run.count)
      let place = box(run.reduce(Box.unknown) { $0.union(issue[line: $1].box) })
      xml.element("div", ["class": "ocr_carea", "id": id(.carea), "title": place]) {
        xml.piece {
          xml.mixed("p", ["class": "ocr_par", "id": id(.par), "title": place]) {
            for ref in run {
              if ref != run.first { xml.text("\n".utf8) }
              write(ref)
            }
          }
        }
      }
    }
  }

  private func write(_ ref: LineRef) {
    let line = issue[line: ref]
    let next = next[ref]
    let join = issue.joins[ref].flatMap { $0.second == next ? $0 : nil }
    let number = count(.line)
    xml.mixed(
      "span",
      tag: {
        $0.attribute("class", "ocr_line")
        $0.attribute("id") { add(.line, number, to: $0) }
        if isPlaced(line.box) { $0.attribute("title") { Self.add(line.box, to: $0) } }
      }
    ) {
      var end = 0
      for (number, word) in line.words.enumerated() {
        if number > 0, word.utf8.startIndex > end { xml.text(" ".utf8) }
        end = word.utf8.endIndex
        var text = word.utf8
        let isBroken = mends && number == line.words.count - 1 && join?.seam == .joined
        if isBroken { text = text.dropLast(join?.markLength ?? 0) }
        xml.mixed("span", tag: { self.tag(word, count(.word), &$0) }) {
          xml.text(text)
          if isBroken { xml.text("\u{AD}".utf8) }
        }
      }
      let isOpen = join.map { $0.seam == .space || $0.seam == .suspended } ?? true
      if next != nil, isOpen, !line.isEmpty { xml.text(" ".utf8) }
    }
  }

  private func tag(_ word: Word, _ number: Int, _ tag: inout XMLTag) {
    tag.attribute("class", "ocrx_word")
    tag.attribute("id") { add(.word, number, to: $0) }
    let isPlaced = isPlaced(word.box)
    guard isPlaced || word.confidence != nil else { return }
    tag.attribute("title") { title in
      if isPlaced { Self.add(word.box, to: title) }
      guard let confidence = word.confidence else { return }
      title.add(isPlaced ? "; x_wconf " : "x_wconf ")
      title.add(Decimals.hundredths(confidence))
    }
  }

  private func isPlaced(_ box: Box) -> Bool { box.isKnown && page.unit != .character }

  private func box(_ box: Box) -> String? {
    guard isPlaced(box) else { return nil }
    let corners = [box.left, box.top, box.right, box.bottom].map { String(max(0, $0)) }
    return "bbox " + corners.joined(separator: " ")
  }

  private static func add(_ box: Box, to title: XMLValue) {
    title.add("bbox ")
    title.add(max(0, box.left))
    title.add(" ")
    title.add(max(0, box.top))
    title.add(" ")
    title.add(max(0, box.right))
    title.add(" ")
    title.add(max(0, box.bottom))
  }

  private func id(_ kind: Kind) -> String { "\(kind)_\(page.number)_\(count(kind))" }

  private func add(_ kind: Kind, _ number: Int, to id: XMLValue) {
    id.add(kind == .word ? "word_" : "line_")
    id.add(page.number)
    id.add("_")
    id.add(number)
  }

  private func count(_ kind: Kind) -> Int {
    counts[kind.rawValue] += 1
    return counts[kind.rawValue]
  }
}
