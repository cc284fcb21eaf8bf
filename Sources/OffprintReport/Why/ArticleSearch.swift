import OffprintKit

/// Finds the article that an operator means: by its id as it stands in the outputs, or by words of its headline.
public struct ArticleSearch: Sendable {
  /// What was found, as indices into the issue's articles.
  public enum Answer: Hashable, Sendable {
    case one(Int)
    /// The headlines of several hold the words.
    case several([Int])
    /// None has the id or the words; `near` have a word of them in the headline or an id that is nearly the same.
    case none(near: [Int])
  }

  private let issue: Issue

  public init(in issue: Issue) { self.issue = issue }

  /// An id is taken before words, letters of any size are the same in a headline, and white space is a space.
  public func answer(to wanted: String) -> Answer {
    if let index = issue.articles.firstIndex(where: { $0.id == wanted }) { return .one(index) }
    let text = Self.folded(wanted)
    guard !text.isEmpty else { return .none(near: []) }
    let headlines = issue.articles.map { Self.folded(issue.headline(of: $0) ?? "") }
    let having = headlines.indices.filter { headlines[$0].contains(text) }
    // A headline that is the text wholly is meant before those that only begin with it.
    let whole = having.filter { headlines[$0] == text }
    switch (having.count, whole.count) {
    case (0, _): return .none(near: near(wanted, headlines))
    case (1, _): return .one(having[0])
    case (_, 1): return .one(whole[0])
    default: return .several(having)
    }
  }

  /// Those with most of the longer words first, then the article with the nearest id.
  private func near(_ wanted: String, _ headlines: [String]) -> [Int] {
    let words = Set(Self.words(of: wanted))
    let common = headlines.map { words.intersection(Self.words(of: $0)).count }
    let byWords = headlines.indices.filter { common[$0] > 0 }.sorted { (common[$1], $0) < (common[$0], $1) }
    let nearest = NearestName.of(wanted, among: issue.articles.map(\.id))
    let byID = issue.articles.firstIndex { $0.id == nearest }.map { [$0] } ?? []
    return byWords + byID.filter { !byWords.contains($0) }
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Words that tell headlines apart.
  private static func words(of text: String) -> [Substring] {
    folded(text).split { !$0.isLetter && !$0.isNumber }.filter { $0.count >= 4 }
  }
}
