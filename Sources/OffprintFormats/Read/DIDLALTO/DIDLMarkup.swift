import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// Makes articles of the zoning of a DIDL file and of the texts of its articles.
struct DIDLMarkup {
  private let document: DIDLDocument
  private let issue: Issue
  private var index: ALTOBlockIndex
  private var claimed: [[Bool]]
  private(set) var findings = DIDLFindings()
  private var matched = 0

  init(_ document: DIDLDocument, issue: Issue, index: ALTOBlockIndex) {
    self.document = document
    self.issue = issue
    self.index = index
    claimed = issue.pages.map { Array(repeating: false, count: $0.lines.count) }
  }

  /// The articles that have lines, in the order of the DIDL file; nil if it has none. `folder` finds their texts.
  mutating func build(_ folder: inout DeliveryFolder) -> PublisherMarkup? {
    var articles: [Article] = []
    var titles: [Int: String] = [:]
    for article in document.articles {
      let blocks = blocks(of: article)
      guard !blocks.isEmpty else { continue }
      let pieces = pieces(of: article, &folder)
      titles[articles.count] = article.description.title
      articles.append(
        Article(
          type: Self.type(article.description.subject), components: components(article, blocks, pieces),
          origin: .publisher(id: article.id)))
    }
    guard !articles.isEmpty || findings.unresolved > 0 else { return nil }
    // One that could not be matched has blocks for its components, whatever they hold.
    let isWhole = matched > 0 && findings.unmatched == 0 && PrintedParagraphs.areWhole(articles, in: issue)
    return PublisherMarkup(
      source: "DIDL zoning", articles: articles, unresolved: findings.unresolved, marksParagraphs: isWhole,
      titles: titles)
  }

  /// The lines of each block of an article that no earlier article has.
  private mutating func blocks(of article: DIDLArticle) -> [[LineRef]] {
    var found: [[LineRef]] = []
    let parts = article.parts.enumerated().sorted { a, b in
      (a.element.order ?? a.offset, a.offset) < (b.element.order ?? b.offset, b.offset)
    }
    for part in parts.map(\.element) {
      for block in part.blocks {
        guard let lines = lines(of: block.id, part) else {
          findings.count(unresolvedAt: block.line)
          continue
        }
        let free = lines.filter { !claimed[$0.page][$0.line] }
        if free.count < lines.count { findings.count(doubledAt: block.line) }
        for line in free { claimed[line.page][line.line] = true }
        if !free.isEmpty { found.append(free) }
      }
    }
    return found
  }

  private mutating func lines(of block: String, _ part: DIDLPart) -> [LineRef]? {
    for key in [part.alto.map(Self.key(ofFile:)), part.page].compactMap({ $0 }) where index.isPage(key) {
      return index.lines(key, from: block, to: nil, in: issue)
    }
    return nil
  }

  /// By what the index of blocks knows a page file: its name, however it is packed and spelt.
  static func key(ofFile name: String) -> String { FilePath.pageName(name).lowercased() }

  /// Title and paragraphs of an article's own text; empty if it has none.
  private mutating func pieces(of article: DIDLArticle, _ folder: inout DeliveryFolder) -> [(
    isTitle: Bool, text: String
  )] {
    guard let file = article.text else { return [] }
    guard let path = file.find(in: &folder) else {
      findings.count(textMissingAt: file.line)
      return []
    }
    do {
      return try DIDLArticleText.read(path).pieces
    } catch {
      findings.broken += Diagnostics.messages(of: error)
      return []
    }
  }

  private mutating func components(
    _ article: DIDLArticle, _ blocks: [[LineRef]], _ pieces: [(isTitle: Bool, text: String)]
  ) -> [Component] {
    let body = Self.bodyRole(Self.type(article.description.subject))
    if pieces.contains(where: { !ArticleTextMatch.letters($0.text).isEmpty }) {
      let lines = blocks.flatMap { $0 }
      let texts = lines.map { issue[line: $0].text }
      if let match = ArticleTextMatch(lines: texts, pieces: pieces.map(\.text)) {
        matched += 1
        return zip(pieces, match.lines).filter { !$0.1.isEmpty }.map { piece, range in
          Component(piece.isTitle ? .headline : body, lines: Array(lines[range]))
        }
      }
      findings.count(unmatchedAt: article.text?.line ?? 0)
    }
    // Without the text a title is only what fills a block of its own at the head of the article.
    let title = ArticleTextMatch.letters(article.description.title ?? "")
    return blocks.enumerated().map { rank, lines in
      let isTitle =
        rank == 0 && blocks.count > 1 && !title.isEmpty
        && lines.flatMap { ArticleTextMatch.letters(issue[line: $0].text) } == title
      return Component(isTitle ? .headline : body, lines: lines)
    }
  }

  /// The types of articles at the KB: artikel, advertentie, familiebericht, illustratie met onderschrift.
  private static func type(_ subject: String?) -> ArticleType {
    let word = (subject ?? "").lowercased()
    if word.hasPrefix("advertentie") { return .advertisement }
    if word.hasPrefix("familiebericht") { return .notice }
    if word.hasPrefix("illustratie") { return .illustration }
    return word.hasPrefix("tabel") ? .table : .article
  }

  private static func bodyRole(_ type: ArticleType) -> Role {
    switch type {
    case .advertisement: .advertisementText
    case .illustration: .caption
    case .table: .table
    default: .paragraph
    }
  }
}

extension DIDLFile {
  /// Where the file is in the delivery; nil if it is not there.
  func find(in folder: inout DeliveryFolder) -> String? {
    for spelling in spellings {
      if case .file(let path) = folder.find(spelling) { return path }
    }
    return nil
  }
}
