import OffprintDiagnostics
import OffprintModel

/// How what a stage found becomes part of the document, wherever the stage ran: in this program, or in a plugin.
extension Issue {
  /// Takes articles as a segmenting stage gives them: those without a line are left out, the others get their ids.
  ///
  /// - Throws: a `Diagnostic` if one names a line that no page has.
  public mutating func take(_ found: [Article], from stage: String) throws {
    var found = found
    try found.lazy.flatMap(\.lines).forEach { try requireLine($0, namedBy: stage) }
    var taken: Set<String> = []
    for index in found.indices {
      guard let first = found[index].lines.first else { continue }
      var id = articleID(firstLine: first)
      var next = 2
      while !taken.insert(id).inserted {
        id = "\(articleID(firstLine: first))-\(next)"
        next += 1
      }
      found[index].id = id
    }
    articles = found.filter { !$0.lines.isEmpty }
    hasArticles = true
  }

  /// Takes joins as a dehyphenating stage gives them.
  ///
  /// - Throws: a `Diagnostic` if one names a line that no page has.
  public mutating func take(_ found: [Join], from stage: String) throws {
    for join in found {
      try requireLine(join.first, namedBy: stage)
      try requireLine(join.second, namedBy: stage)
      joins[join.first] = join
    }
  }

  /// Takes languages as a detecting stage gives them; those of blocks and pages that are not there are passed over.
  public mutating func take(_ found: FoundLanguages) {
    for (page, languages) in found.blocks where pages.indices.contains(page) {
      for (block, language) in languages where pages[page].blocks.indices.contains(block) {
        pages[page].setLanguage(language, ofBlock: block)
      }
    }
    for (page, language) in found.pages where pages.indices.contains(page) { pages[page].language = language }
    language = found.issue ?? language
    guard found.overrulesArticles else { return }
    for index in articles.indices { articles[index].language = nil }
    for index in (markup?.articles ?? []).indices { markup?.articles[index].language = nil }
  }

  /// Ends the stage with a message instead of a crash later on, when it names a line that no page has.
  private func requireLine(_ ref: LineRef, namedBy stage: String) throws {
    guard pages.indices.contains(ref.page), pages[ref.page].lines.indices.contains(ref.line) else {
      throw Diagnostic(
        .linesLost, "'\(stage)' names a line that the document does not have",
        notes: [.init("line", "\(ref.line) of page \(ref.page), both counted from 0"), .init("stage", stage)])
    }
  }
}
