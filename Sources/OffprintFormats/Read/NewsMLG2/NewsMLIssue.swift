import OffprintKit
import OffprintModel

/// Puts the items of a document together to an issue: a page of text for each printed page on which articles begin.
struct NewsMLIssue {
  private var issue: Issue
  /// Articles in the order of their pages, then of the package or the files.
  private let items: [NewsMLReadItem]

  /// - Parameter name: the document's, where the items do not say which issue they are of.
  init(_ all: [NewsMLReadItem], named name: String) {
    let package = all.first { $0.isPackage }
    let told = package ?? all.first
    issue = Issue(id: told?.published["issue"] ?? name)
    items = Self.ordered(all.filter { !$0.isPackage && !$0.isCanceled }, by: package)
    issue.publication = Publication(
      title: told?.paper, issn: told?.publicationURI.flatMap(Self.issn), publisher: told?.published["publisher"],
      place: told?.published["place"])
    issue.date = told?.printed.flatMap { IssueDate($0) } ?? IssueName(name).date
    issue.volume = told?.published["volume"]
    issue.number = told?.published["number"]
    issue.edition = told?.published["edition"]
    issue.language = package?.language ?? Self.commonest(items.compactMap(\.language))
    issue.sourceCreated = all.compactMap(\.created).max()
    issue.ocrSoftware = items.compactMap(\.ocrSoftware).first
  }

  private static func issn(_ uri: String) -> String? {
    guard uri.lowercased().hasPrefix("urn:issn:") else { return nil }
    return String(uri.dropFirst(9))
  }

  private static func commonest(_ languages: [String]) -> String? {
    let counts = Dictionary(languages.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private static func ordered(_ items: [NewsMLReadItem], by package: NewsMLReadItem?) -> [NewsMLReadItem] {
    let places = Dictionary(
      (package?.members ?? []).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return items.enumerated().sorted { a, b in
      let (x, y) = (places[a.element.guid] ?? .max, places[b.element.guid] ?? .max)
      return (a.element.firstPage, x, a.offset) < (b.element.firstPage, y, b.offset)
    }.map(\.element)
  }

  func made(sources: [String]) -> Issue {
    var issue = issue
    issue.sources = sources
    var markup = PublisherMarkup(source: "NewsML-G2 items", articles: [], marksParagraphs: true)
    let byPage = Dictionary(grouping: items.indices) { items[$0].firstPage }
    var articles: [Int: Article] = [:]
    for number in byPage.keys.sorted() {
      let own = byPage[number] ?? []
      let (page, found) = page(number, own, at: issue.pages.count)
      issue.pages.append(page)
      for (index, article) in zip(own, found) { articles[index] = article }
    }
    for index in items.indices {
      guard let article = articles[index] else { continue }
      let pages = Set(items[index].pages.compactMap(\.sequence)).count
      if pages > 1 { markup.printedPages[markup.articles.count] = pages }
      markup.articles.append(article)
    }
    issue.articles = Self.named(markup.articles)
    issue.hasArticles = true
    issue.markup = markup
    if issue.language == nil { issue.language = Script.language(of: issue.pages.map(\.buffer)) }
    return issue
  }

  /// The articles that have a text, each with the id that it was written with.
  private static func named(_ marked: [Article]) -> [Article] {
    var taken: Set<String> = []
    return marked.compactMap { article in
      guard !article.lines.isEmpty, case .publisher(let id) = article.origin else { return nil }
      var named = article
      var number = 2
      named.id = id
      while !taken.insert(named.id).inserted {
        named.id = "\(id)-\(number)"
        number += 1
      }
      return named
    }
  }

  /// A page of text, an empty line between all texts, and the articles that begin on it.
  private func page(_ number: Int, _ own: [Int], at place: Int) -> (page: Page, articles: [Article]) {
    var lines: [String] = []
    var articles: [Article] = []
    var flow = Flow(paragraphs: [])
    var count = 0
    for item in own.map({ items[$0] }) {
      let components = item.parts.map { part in
        if !lines.isEmpty { lines.append("") }
        lines += part.lines
        defer { count += part.lines.count }
        flow.paragraphs += part.lines.indices.map { Paragraph(lines: [count + $0]) }
        return Component(part.role, lines: part.lines.indices.map { LineRef(page: place, line: count + $0) })
      }
      articles.append(
        Article(
          type: item.type, components: components, language: item.language, origin: .publisher(id: item.id),
          section: item.section))
    }
    var page = PageBuilder.textPage(
      name: "page\(number)", number: number, text: Array(lines.joined(separator: "\n").utf8))
    page.flow = flow
    page.label = own.compactMap { items[$0].pages.first?.label }.first
    return (page, articles)
  }
}

extension NewsMLReadItem {
  /// The page on which it begins; 1 where nothing says so.
  var firstPage: Int { pages.first?.sequence ?? pages.first?.label.flatMap { Int($0) } ?? 1 }
}
