/// In which language things are: what is said of the smallest unit around a line holds.
extension Issue {
  /// The language of an article: its own, that of most of its text, its first page's, or the issue's.
  public func language(of article: Article) -> String? {
    if let own = article.language ?? languageOfMost(article.lines) { return own }
    return article.lines.first.flatMap { pages[$0.page].language } ?? language
  }

  /// The language of a line: its block's, its page's, or the issue's.
  public func language(of ref: LineRef) -> String? {
    pages[ref.page].lines[ref.line].block.language ?? pages[ref.page].language ?? language
  }

  /// The language that the blocks of most of the lines' text have, the first of several; nil if no block has one.
  public func languageOfMost(_ refs: [LineRef]) -> String? {
    var amounts: [(language: String, bytes: Int)] = []
    for ref in refs {
      let line = self[line: ref]
      guard let language = line.block.language else { continue }
      if let known = amounts.firstIndex(where: { $0.language == language }) {
        amounts[known].bytes += line.utf8.count
      } else {
        amounts.append((language, line.utf8.count))
      }
    }
    let most = amounts.map(\.bytes).max()
    return amounts.first { $0.bytes == most }?.language
  }
}

/// The languages of all lines of an issue, once articles may have been found: a block that says nothing is in the
/// language of most of its article, or the one that the delivery says of the article.
public struct LineLanguages: Sendable {
  private let issue: Issue
  /// By page and line, the place of the article's language in `languages`; -1 where no article says one.
  private let ofArticles: [[Int32]]
  private let languages: [String]

  public init(_ issue: Issue) {
    self.issue = issue
    var languages: [String] = []
    var ofArticles = issue.pages.map { [Int32](repeating: -1, count: $0.lines.count) }
    for article in issue.articles where article.type != .furniture {
      guard let language = issue.languageOfMost(article.lines) ?? article.language else { continue }
      let place = languages.firstIndex(of: language) ?? languages.count
      if place == languages.count { languages.append(language) }
      for ref in article.lines where issue[line: ref].block.language == nil {
        ofArticles[ref.page][ref.line] = Int32(place)
      }
    }
    self.languages = languages
    self.ofArticles = ofArticles
  }

  public subscript(ref: LineRef) -> String? {
    let place = ofArticles[ref.page][ref.line]
    return place >= 0 ? languages[Int(place)] : issue.language(of: ref)
  }
}
