import OffprintTrees

/// What is asked of each unit.
public enum ArticleQuestion: String, Sendable, CaseIterable {
  /// Does an article begin with it?
  case begins
  /// Does it belong to the page and to no article?
  case furniture
  /// Is it part of a headline?
  case headline
  /// Is it part of an advertisement?
  case advertisement
}

/// What was learned of articles: for each view of pages, trees that answer each question.
public struct ArticleModel: Hashable, Sendable {
  public typealias Answers = [ArticleQuestion: BoostedTrees]

  public var views: [ArticleView: Answers]
  /// What it was learned from and how well it did, a sentence each, for whoever opens the file.
  public var about: [String]

  public init(views: [ArticleView: Answers] = [:], about: [String] = []) {
    self.views = views
    self.about = about
  }

  /// What the model says of the units of an issue, a probability for each.
  func answers(to question: ArticleQuestion, for table: FeatureTable, in view: ArticleView) -> [Double] {
    guard let trees = trees(for: question, in: view) else { return Array(repeating: 0, count: table.count) }
    var answers: [Double] = []
    answers.reserveCapacity(table.count)
    table.forEach { answers.append(trees.probability(of: $0)) }
    return answers
  }

  /// Those of the view; if it was not learned, those of the next one.
  func trees(for question: ArticleQuestion, in view: ArticleView) -> BoostedTrees? {
    let order: [ArticleView] =
      switch view {
      case .zones: [.zones, .lines, .text]
      case .lines: [.lines, .zones, .text]
      case .text: [.text, .lines, .zones]
      }
    return order.lazy.compactMap { views[$0]?[question] }.first
  }
}
