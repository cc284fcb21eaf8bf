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

  public init(views: [ArticleView: Answers] = [:]) { self.views = views }

  /// What the model says of the units of an issue: for each question a probability for each unit.
  func answers(for table: FeatureTable, in view: ArticleView) -> [ArticleQuestion: [Double]] {
    var all: [ArticleQuestion: [Double]] = [:]
    for question in ArticleQuestion.allCases {
      guard let trees = trees(for: question, in: view) else {
        all[question] = Array(repeating: 0, count: table.count)
        continue
      }
      var answers: [Double] = []
      answers.reserveCapacity(table.count)
      table.forEach { answers.append(trees.probability(of: $0)) }
      all[question] = answers
    }
    return all
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
