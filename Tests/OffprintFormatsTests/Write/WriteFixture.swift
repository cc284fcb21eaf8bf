import OffprintKit
import OffprintModel

/// A small issue made by hand: two pages with boxes and a text page, with all that writers must cope with.
enum WriteFixture {
  /// An article that goes on in a second column and on page 2, with a picture, a table, a byline and labels; an
  /// advertisement; a Chinese notice; a masthead and a folio; a text-page article; control characters and broken
  /// UTF-8 in lines.
  static func issue() -> Issue {
    var issue = Issue(id: "tagblatt-1871-03-02", pages: [first(), second(), third()])
    issue.publication = Publication(
      title: "Tagblatt & Anzeiger", issn: "1234-567X", identifier: "tb 1", publisher: "Verlag <Süd>", place: "Ulm")
    issue.date = IssueDate(year: 1871, month: 3, day: 2)
    issue.language = "de"
    issue.volume = "7"
    issue.number = "51"
    issue.sourceCreated = "2014-05-06T07:08:09"
    issue.ocrSoftware = "Reader\u{01} 9.0"
    issue.sources = ["mets.xml", "alto/0001.xml", "alto/0002.xml", "3.txt"]
    issue.articles = articles(issue)
    issue.hasArticles = true
    issue.flags = [
      Flag(code: "odd-order", subject: .page(0)), Flag(code: "page-left-out", subject: .issue),
      Flag(code: "soft-hyphens", subject: .line(ref(0, 3)), count: 2),
    ]
    let joins = [
      Join(first: ref(0, 3), second: ref(0, 4), seam: .joined, markLength: 1, confidence: 0.95),
      Join(first: ref(0, 4), second: ref(0, 5), seam: .suspended, markLength: 1, confidence: 0.8),
      Join(
        first: ref(0, 5), second: ref(1, 0), seam: .joined, markLength: 1, replacement: "Zucker", confidence: 0.7),
      Join(first: ref(1, 6), second: ref(1, 7), seam: .closed, markLength: 0, confidence: 1),
    ]
    for join in joins { issue.joins[join.first] = join }
    return issue
  }

  /// A page with a table of three blocks, a rule among them, and one that is a block by itself.
  static func tables() -> Issue {
    var builder = PageBuilder(name: "1")
    let kinds: [BlockKind] = [.text, .table, .separator, .table, .text, .table, .table]
    for (index, kind) in kinds.enumerated() {
      let box = Box(x: 10, y: 100 * index, width: 200, height: 50)
      builder.beginBlock(id: "B\(index)", kind: kind, box: box)
      guard kind != .separator else { continue }
      builder.beginLine(box: box)
      builder.addWord("word\(index)".utf8, box: box)
    }
    var page = builder.finish()
    page.tables = [[1, 3, 5]]
    page.flow = Flow(paragraphs: [[0], [1, 2, 4], [3], [5]].map { Paragraph(lines: $0) })
    return Issue(id: "tables", pages: [page])
  }

  static func ref(_ page: Int, _ line: Int) -> LineRef { LineRef(page: page, line: line) }

  private static func articles(_ issue: Issue) -> [Article] {
    let long = Article(
      components: [
        Component(.overline, lines: [ref(0, 1)]), Component(.headline, lines: [ref(0, 2)], confidence: 0.92),
        Component(.byline, lines: [ref(0, 7)]), Component(.dateline, lines: [ref(0, 8)]),
        Component(.paragraph, lines: [ref(0, 3), ref(0, 4), ref(0, 5), ref(1, 0)], confidence: 0.9),
        Component(.crosshead, lines: [ref(1, 1)]), Component(.caption, lines: [ref(0, 6)]),
        Component(.table, lines: [ref(1, 2), ref(1, 3), ref(1, 4)]),
      ], section: "Lokales")
    var labelled = long
    labelled.labels = [
      Label(kind: "genre", value: "Current", source: "label-genre", confidence: 0.6),
      Label(kind: "genre", value: "Update", source: "label-genre"),
      Label(kind: "subject", value: "Feuer & Brand", source: "label-subject", confidence: 0.5),
      Label(kind: "mood", value: "ernst", source: "label-mood"),
    ]
    let advertisement = Article(
      type: .advertisement, components: [Component(.advertisementText, lines: [ref(1, 5)])],
      origin: .publisher(id: "AD 1"))
    let chinese = Article(
      type: .notice, components: [Component(.paragraph, lines: [ref(1, 6), ref(1, 7)])], language: "zh-Hans")
    let typed = Article(
      components: [
        Component(.paragraph, lines: [ref(2, 1)]), Component(.headline, lines: [ref(2, 0)]),
        Component(.table, lines: [ref(2, 2), ref(2, 3)]),
      ], section: "Lokales")
    let head = Article(type: .masthead, components: [Component(.masthead, lines: [ref(0, 0)])])
    let folio = Article(type: .furniture, components: [Component(.furniture, lines: [ref(1, 8)])])
    return [head, labelled, advertisement, chinese, typed, folio].map { article in
      var named = article
      named.id = issue.articleID(firstLine: article.lines[0])
      return named
    }
  }

  private static func add(
    _ text: String, x: Int, y: Int, width: Int, to builder: inout PageBuilder, confidence: Double? = 0.9
  ) {
    builder.beginLine(box: Box(x: x, y: y, width: width, height: 30))
    for word in text.split(separator: " ") {
      builder.addWord(word.utf8, box: Box(x: x, y: y, width: 10, height: 30), confidence: confidence)
    }
  }

  private static func first() -> Page {
    var page = PageBuilder(name: "0001")
    page.size = Box(x: 0, y: 0, width: 1000, height: 1500)
    page.image = "scans\\page one.tif"
    page.file = "alto/0001.xml"
    page.beginBlock(id: "TB0")
    add("Tagblatt", x: 100, y: 10, width: 800, to: &page)
    page.beginBlock(id: "TB1")
    add("Aus der Stadt", x: 100, y: 60, width: 200, to: &page)
    add("Feuer am «Hafen»", x: 100, y: 100, width: 800, to: &page)
    page.beginBlock(id: "TB2")
    add("Gestern brach ein\u{02} Brand im Spei-", x: 100, y: 200, width: 380, to: &page)
    add("cher aus, der Kohlen-", x: 100, y: 240, width: 380, to: &page, confidence: nil)
    page.beginBlock(id: "TB3")
    add("und Holzvorrat & Zuk-", x: 520, y: 200, width: 380, to: &page)
    page.beginBlock(id: "IL1", kind: .illustration, box: Box(x: 520, y: 260, width: 380, height: 200))
    page.beginBlock(id: "TB4")
    add("Der Speicher <vorher>", x: 530, y: 470, width: 300, to: &page)
    page.beginBlock(id: "TB5")
    add("Von unserm K.", x: 100, y: 150, width: 150, to: &page)
    add("Ulm, 1. März.", x: 300, y: 150, width: 150, to: &page)
    return page.finish(number: 1)
  }

  private static func second() -> Page {
    var page = PageBuilder(name: "0002")
    page.size = Box(x: 0, y: 0, width: 1000, height: 1500)
    page.file = "alto/0002.xml"
    page.beginBlock(id: "TB1")
    add("ker verbrannten.", x: 100, y: 50, width: 380, to: &page)
    add("Der Schaden", x: 150, y: 100, width: 200, to: &page)
    add("Kohlen", x: 100, y: 150, width: 100, to: &page)
    add("12 fl.", x: 300, y: 152, width: 100, to: &page)
    add("Holz 9 fl.", x: 100, y: 190, width: 300, to: &page)
    page.beginBlock(id: "TB2", label: "Advertisement")
    page.beginLine(box: Box(x: 520, y: 50, width: 380, height: 30))
    page.addWord([0x42, 0xFF, 0x65, 0x73, 0x74, 0x65], confidence: 0.4)
    page.addWord("Seife\u{FFFF}".utf8, confidence: 0.4)
    page.beginBlock(id: "TB3", language: "zh-Hans")
    add("今日停电，", x: 520, y: 300, width: 200, to: &page)
    add("明日恢复。", x: 520, y: 340, width: 200, to: &page)
    page.beginBlock(id: "TB4")
    add("2", x: 500, y: 1450, width: 20, to: &page)
    return page.finish(number: 2)
  }

  private static func third() -> Page {
    var page = PageBuilder.textPage(
      name: "3", number: 3, text: Array("Kurze  Nachricht\nOhne alles.\nBrot   3 kr.\nMilch  2 kr.\n".utf8))
    page.label = "III"
    page.file = "3.txt"
    return page
  }

  /// The products of a writer with some settings, as a pipeline file has them.
  static func products<W: Writer>(
    _: W.Type, _ settings: [String: String] = [:], of issue: Issue = issue()
  ) throws -> [Product] {
    try W(SettingsBinder.bind(W.Settings.self, settings.mapValues { .scalar($0) })).products(for: issue)
  }
}

extension Product {
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
