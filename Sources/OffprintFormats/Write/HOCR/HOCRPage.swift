import OffprintModel
import OffprintXML

/// Writes one page, and counts its parts for their ids.
final class HOCRPage {
  /// What is counted on a page.
  private enum Kind: Int, CaseIterable {
    case photo, separator, section, carea, par, line, word

    /// What its ids begin with.
    var prefix: StaticString {
      switch self {
      case .photo: "photo_"
      case .separator: "separator_"
      case .section: "section_"
      case .carea: "carea_"
      case .par: "par_"
      case .line: "line_"
      case .word: "word_"
      }
    }
  }

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
    let image = page.image.map { "image \(Self.quoted($0))" }
    let language = LanguageTag.usable(page.language)
    xml.element(
      "div",
      tag: {
        $0.attribute("class", "ocr_page")
        $0.attribute("id", "page_\(page.number)")
        $0.attribute("title") { title in
          if let image { title.add(text: "\(image); ".utf8) }
          if isPlaced(page.size) {
            Self.add(page.size, to: title)
            title.add("; ")
          }
          title.add("ppageno ")
          title.add(page.number - 1)
          if let label = page.label { title.add(text: "; lpageno \(label)".utf8) }
        }
        $0.attribute("xml:lang", language)
        $0.attribute("lang", language)
      }
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
        case .illustration: xml.element("div", tag: { tag("ocr_photo", .photo, block.box, &$0) })
        case .separator: xml.element("div", tag: { tag("ocr_separator", .separator, block.box, &$0) })
        case .text, .table: break
        }
      }
    }
  }

  /// A name as the source has it, in double quotes (hOCR 1.2, delimited-string), which know no escape: another name would
  /// lead to no image. A quote may stand inside; only a semicolon beside one would end the property for those who count
  /// quotes, and is percent-encoded.
  private static func quoted(_ name: String) -> String {
    "\"\(name.contains("\"") ? name.replacing(";", with: "%3B") : name)\""
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
      tag: {
        $0.attribute("class", "ocr_section")
        $0.attribute("id") { addID(.section, to: $0) }
        $0.attribute("title", "x_article \(article.id); x_type \(article.type.rawValue); x_part \(earlier + 1)")
        $0.attribute("xml:lang", language)
        $0.attribute("lang", language)
      }
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
      let place = run.reduce(Box.unknown) { $0.union(issue[line: $1].box) }
      xml.element("div", tag: { tag("ocr_carea", .carea, place, &$0) }) {
        xml.piece {
          xml.mixed("p", tag: { tag("ocr_par", .par, place, &$0) }) {
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
    xml.mixed("span", tag: { tag("ocr_line", .line, line.box, &$0) }) {
      var end = 0
      for (number, word) in line.words.enumerated() {
        if number > 0, word.utf8.startIndex > end { xml.text(" ".utf8) }
        end = word.utf8.endIndex
        var text = word.utf8
        let isBroken = mends && number == line.words.count - 1 && join?.seam == .joined
        if isBroken { text = text.dropLast(join?.markLength ?? 0) }
        xml.mixed("span", tag: { tag("ocrx_word", .word, word.box, &$0, confidence: word.confidence) }) {
          xml.text(text)
          if isBroken { xml.text("\u{AD}".utf8) }
        }
      }
      let isOpen = join.map { $0.seam == .space || $0.seam == .suspended } ?? true
      if next != nil, isOpen, !line.isEmpty { xml.text(" ".utf8) }
    }
  }

  /// The attributes of what has an id, a place if it is known and, being a word, what the OCR engine thought of it.
  private func tag(_ name: String, _ kind: Kind, _ box: Box, _ tag: inout XMLTag, confidence: Double? = nil) {
    tag.attribute("class", name)
    tag.attribute("id") { addID(kind, to: $0) }
    let isPlaced = isPlaced(box)
    guard isPlaced || confidence != nil else { return }
    tag.attribute("title") { title in
      if isPlaced { Self.add(box, to: title) }
      guard let confidence else { return }
      title.add(isPlaced ? "; x_wconf " : "x_wconf ")
      title.add(Decimals.hundredths(confidence))
    }
  }

  private func isPlaced(_ box: Box) -> Bool { box.isKnown && page.unit != .character }

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

  /// Adds the id of the next thing of a kind.
  private func addID(_ kind: Kind, to id: XMLValue) {
    counts[kind.rawValue] += 1
    id.add(kind.prefix)
    id.add(page.number)
    id.add("_")
    id.add(counts[kind.rawValue])
  }
}
