import OffprintModel

/// Makes articles of entities, and of those that go on from each other one.
struct OliveMarkup {
  private struct Piece {
    var page: Int
    var placed: OlivePlacedEntity
    var entity: OliveEntity { placed.entity }
  }

  private let issue: Issue
  /// In the order of the pages, and on each in that which the entities give themselves.
  private let pieces: [Piece]
  /// True if the source says where paragraphs begin.
  private let marksParagraphs: Bool
  private(set) var findings = OliveFindings()

  init(_ pages: [[OlivePlacedEntity]], issue: Issue) {
    self.issue = issue
    pieces = pages.enumerated().flatMap { page, entities in
      entities.enumerated().sorted {
        ($0.element.entity.index ?? .max, $0.offset) < ($1.element.entity.index ?? .max, $1.offset)
      }.map { Piece(page: page, placed: $0.element) }
    }
    marksParagraphs = pages.joined().contains { $0.blocks.contains { $0.opensParagraph.contains(true) } }
  }

  /// The articles that have lines; nil if there is no entity.
  mutating func build(_ continuations: OliveXMDReader.Continuations) -> PublisherMarkup? {
    guard !pieces.isEmpty else { return nil }
    var articles: [Article] = []
    var titles: [Int: String] = [:]
    for numbers in continuations == .join ? chains() : pieces.indices.map({ [$0] }) {
      let chain = numbers.map { pieces[$0] }
      let components = components(of: chain)
      guard !components.isEmpty, let head = chain.first?.entity else { continue }
      titles[articles.count] = chain.lazy.compactMap(\.entity.title).first
      let language = head.language.flatMap(LanguageCode.bcp47)
      articles.append(
        Article(
          type: head.articleType, components: components, language: language == issue.language ? nil : language,
          origin: .publisher(id: head.id), section: head.section == "None" ? nil : head.section))
    }
    return PublisherMarkup(
      source: "Olive XMD entities", articles: articles, unresolved: findings.count(of: .brokenLink),
      marksParagraphs: marksParagraphs && PrintedParagraphs.areWhole(articles, in: issue), titles: titles)
  }

  /// Blocks are components; where the source marks paragraphs, these are, over blocks and pages. The headline over a
  /// later piece of an article only says what it goes on from.
  private func components(of chain: [Piece]) -> [Component] {
    var components: [Component] = []
    for (rank, piece) in chain.enumerated() {
      for block in piece.placed.blocks {
        let isHeadline = block.role == .headline
        let role = isHeadline && rank > 0 ? .jumpLine : block.role
        for (place, line) in block.lines.enumerated() {
          let isStart = isHeadline || !marksParagraphs ? place == 0 : block.opensParagraph[place]
          if isStart || components.last?.role != role { components.append(Component(role, lines: [])) }
          components[components.count - 1].lines.append(LineRef(page: piece.page, line: line))
        }
      }
    }
    return components
  }

  /// The pieces of each article, in the order of their first ones.
  private mutating func chains() -> [[Int]] {
    let (next, isContinued) = links()
    var chains: [[Int]] = []
    var isTaken = [Bool](repeating: false, count: pieces.count)
    func chain(from start: Int) -> [Int] {
      var chain = [start]
      while let last = chain.last, let following = next[last], following != start, !isTaken[following] {
        chain.append(following)
      }
      return chain
    }
    for start in pieces.indices where !isContinued.contains(start) {
      chains.append(chain(from: start))
      for piece in chains[chains.count - 1] { isTaken[piece] = true }
    }
    // What is left goes round in a circle; its first piece is where it begins.
    for start in pieces.indices where !isTaken[start] {
      chains.append(chain(from: start))
      for piece in chains[chains.count - 1] { isTaken[piece] = true }
      findings.count(.brokenLink, pieces[start].entity.path, pieces[start].entity.linkLine)
    }
    return chains.sorted { $0[0] < $1[0] }
  }

  /// By each piece the one that goes on from it, and the pieces that do so; either of two may say it.
  private mutating func links() -> (next: [Int: Int], isContinued: Set<Int>) {
    let byID = Dictionary(pieces.indices.map { (pieces[$0].entity.id, $0) }) { first, _ in first }
    var next: [Int: Int] = [:]
    var isContinued: Set<Int> = []
    for (index, entity) in pieces.map(\.entity).enumerated() {
      let stated = [
        entity.next.map { (first: Optional(index), second: byID[$0]) },
        entity.previous.map { (first: byID[$0], second: Optional(index)) },
      ]
      for link in stated.compactMap({ $0 }) {
        if let first = link.first, let second = link.second, first != second {
          if next[first] == second { continue }
          if next[first] == nil, isContinued.insert(second).inserted {
            next[first] = second
            continue
          }
        }
        findings.count(.brokenLink, entity.path, entity.linkLine)
      }
    }
    return (next, isContinued)
  }
}
