import OffprintKit
import OffprintTrees

/// Learns a model from marked issues.
public struct ArticleTraining: Sendable {
  /// How the trees are grown.
  public var growth = Growth()
  /// Besides each issue as it is, so many times with other habits of setting type.
  public var variants = 3

  public init() {}

  /// The same issues in the same order give the same model.
  public func model(from issues: [MarkedIssue]) -> ArticleModel {
    var samples: [TrainingSample] = []
    for (number, issue) in issues.enumerated() {
      let units = UnitMeasuring(issue: issue.issue).units()
      samples.append(TrainingSample(issue, units))
      for variant in 0..<variants {
        var others = units
        TypeHabits(number: number * 97 + variant).apply(to: &others)
        samples.append(TrainingSample(issue, others))
      }
    }
    var model = ArticleModel()
    for view in ArticleView.allCases {
      let own = samples.filter { $0.view == view }
      guard !own.isEmpty else { continue }
      var answers: ArticleModel.Answers = [:]
      for question in ArticleQuestion.allCases { answers[question] = trees(for: question, from: own) }
      model.views[view] = answers
    }
    return model
  }

  /// Each issue counts by the root of its units, so that one thick issue does not decide.
  func trees(for question: ArticleQuestion, from samples: [TrainingSample]) -> BoostedTrees {
    var table = FeatureTable(width: UnitFeatures.all.count)
    var answers: [Bool] = []
    var weights: [Double] = []
    for sample in samples {
      let own = sample.answers[question] ?? []
      let weight = 1 / Double(max(1, own.count)).squareRoot()
      for (row, answer) in own.enumerated() {
        guard let answer else { continue }
        table.append(sample.table[row])
        answers.append(answer)
        weights.append(weight)
      }
    }
    let mean = weights.reduce(0, +) / Double(max(1, weights.count))
    return BoostedTrees(growing: growth, on: table, answers: answers, weights: weights.map { $0 / mean })
  }
}
