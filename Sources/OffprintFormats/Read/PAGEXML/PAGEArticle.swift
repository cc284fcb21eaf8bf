import OffprintModel

/// What `structure {id:a7; type:article;}` says of a line or a region.
struct PAGEArticleMark: Hashable {
  var id: String
  var type: ArticleType
  /// True for the rest of an article of the same id on an earlier page.
  var isContinued = false

  /// The type of unit that a word stands for; nil for what is a part of one, such as `heading`.
  static func type(_ word: String) -> ArticleType? {
    switch word.lowercased() {
    case "article": .article
    case "ad", "advert", "advertisement": .advertisement
    case "notice", "obituary", "announcement": .notice
    case "table": .table
    case "illustration": .illustration
    case "masthead": .masthead
    default: nil
    }
  }
}

/// An article of one page, its lines by their indices in the page.
struct PAGEArticle {
  var mark: PAGEArticleMark
  var components: [(role: Role, lines: [Int])] = []

  /// The articles that lines or the regions around them are marked with, in the order in which the source reads the
  /// page. Ids count for a page by itself: the next page's `a1` is another article.
  static func articles(of regions: [PAGERegion], _ page: Page) -> [PAGEArticle] {
    var articles: [PAGEArticle] = []
    var byMark: [String: Int] = [:]
    let ordered = page.sourceOrder ?? []
    let named = Set(ordered)
    for block in ordered + regions.indices.filter({ !named.contains($0) }) {
      let around = mark(around: block, regions)
      var open: Int?
      for (line, index) in zip(regions[block].lines, page.blocks[block].lines.indices) {
        guard let mark = line.custom.article ?? around else {
          open = nil
          continue
        }
        let article = byMark[mark.id] ?? articles.count
        if article == articles.count {
          byMark[mark.id] = article
          articles.append(PAGEArticle(mark: mark))
        }
        let role =
          line.custom.role
          ?? articles[article].role(of: line.custom.regionType ?? regions[block].type, page.blocks[block].kind)
        articles[article].add(index, role, continues: open == article)
        open = article
      }
    }
    return articles
  }

  private static func mark(around block: Int, _ regions: [PAGERegion]) -> PAGEArticleMark? {
    var region: Int? = block
    while let here = region {
      if let mark = regions[here].custom.article { return mark }
      region = regions[here].parent
    }
    return nil
  }

  private mutating func add(_ line: Int, _ role: Role, continues: Bool) {
    if continues, let last = components.last, last.role == role {
      components[components.count - 1].lines.append(line)
    } else {
      components.append((role, [line]))
    }
  }

  /// The role by the type of the region, or of the line if it has its own.
  private func role(of type: String?, _ kind: BlockKind) -> Role {
    if kind == .table { return .table }
    switch type {
    // A heading inside of the text is one of its parts'.
    case "heading": return components.contains { $0.role == .paragraph } ? .crosshead : .headline
    case "caption": return .caption
    case "credit": return .byline
    case "header", "footer", "page-number", "signature-mark", "catch-word": return .furniture
    default: return kind == .illustration ? .caption : mark.type == .advertisement ? .advertisementText : .paragraph
    }
  }

  /// Adds the rest of an article to what earlier pages have of it.
  ///
  /// - Parameter names: those of the pages read so far.
  /// - Returns: false if no page has an article of that id and type.
  func goesOn(in articles: inout [Article], onPage page: Int, ofPages names: [String]) -> Bool {
    guard mark.isContinued else { return false }
    for name in names.reversed() {
      let id = ArticleOrigin.publisher(id: "\(name)#\(mark.id)")
      guard let known = articles.lastIndex(where: { $0.origin == id && $0.type == mark.type }) else { continue }
      articles[known].components += article(onPage: page, named: name).components
      return true
    }
    return false
  }

  /// The article with its place in the issue; `name` is that of its page.
  func article(onPage page: Int, named name: String) -> Article {
    Article(
      type: mark.type,
      components: components.map { part in
        Component(part.role, lines: part.lines.map { LineRef(page: page, line: $0) })
      },
      origin: .publisher(id: "\(name)#\(mark.id)"))
  }
}
