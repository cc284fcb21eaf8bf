import OffprintKit
import OffprintTrees

/// Learns models from marked issues, of all collections or of all but one.
public struct ArticleTraining: Sendable {
  /// Besides each issue as it is, so many times with other habits of setting type.
  public var variants = 2
  private var samples: [(collection: String, sample: TrainingSample)] = []

  public init() {}

  /// How many of the units of the issues added so far an answer is known for.
  public var units: Int { samples.reduce(0) { $0 + $1.sample.table.count } }

  /// Adds a blind copy of a marked issue, with the reading order and paragraphs that stages found in it.
  public mutating func add(_ marked: MarkedIssue, of collection: String) {
    let units = UnitMeasuring(issue: marked.issue).units()
    samples.append((collection, TrainingSample(marked, units)))
    for variant in 0..<variants {
      var others = units
      TypeHabits(number: samples.count * 97 + variant).apply(to: &others)
      samples.append((collection, TrainingSample(marked, others)))
    }
  }

  /// The same issues in the same order give the same model.
  ///
  /// - Parameter collection: one to leave out, to see how well a model does on what it has not seen.
  public func model(without collection: String? = nil) -> ArticleModel {
    var model = ArticleModel()
    for view in ArticleView.allCases {
      let own = samples.filter { $0.collection != collection && Self.teaches($0.sample.view, view) }.map(\.sample)
      guard !own.isEmpty else { continue }
      for question in ArticleQuestion.allCases {
        if let trees = Self.trees(for: question, in: view, from: own) {
          model.views[view, default: [:]][question] = trees
        }
      }
    }
    return model
  }

  /// True if pages seen in one way say something of those seen in another. The paragraphs that are found in columns are
  /// like those of zones, with faults of their own: who is to know them learns from both (F1 0.34 to 0.36 of held-out
  /// collections without zoning). The faults only mislead where zones are given (0.49 to 0.39).
  private static func teaches(_ taught: ArticleView, _ view: ArticleView) -> Bool {
    taught == view || (view == .lines && taught == .zones)
  }

  /// nil if nobody can tell the answer of any unit.
  private static func trees(
    for question: ArticleQuestion, in view: ArticleView, from samples: [TrainingSample]
  ) -> BoostedTrees? {
    var table = FeatureTable(width: UnitFeatures.all.count)
    var answers: [Bool] = []
    var weights: [Double] = []
    for sample in samples {
      let own = sample.answers[question] ?? []
      // An issue without furniture at all is one whose furniture nobody marked.
      if question == .furniture, !own.contains(true) { continue }
      // By the root of its units, so that one thick issue does not decide.
      let weight = 1 / Double(max(1, own.count)).squareRoot()
      for (row, answer) in own.enumerated() {
        guard let answer else { continue }
        var measures = sample.table[row]
        if question == .begins { measures[measures.endIndex - 1] = sample.hasText[row] ? 1 : 0 }
        table.append(measures)
        answers.append(answer)
        weights.append(weight)
      }
    }
    guard !answers.isEmpty else { return nil }
    let mean = weights.reduce(0, +) / Double(weights.count)
    return BoostedTrees(
      growing: growth(for: question, in: view), on: table, answers: answers, weights: weights.map { $0 / mean })
  }

  /// Where articles begin is the hard question; the others are answered by fewer and smaller trees.
  ///
  /// Issues are few, and what is drawn decides much: the figures below are means of the log loss of held-out
  /// collections, over 18 documents, where three trainings with other draws differ by 0.004. With zones the mean of
  /// several answers is surer than any of them (0.1338 to 0.1317), and each must be let to ask for most measures, since
  /// some tell nearly all. Elsewhere none does: many small steps, each on half of the paragraphs and a fifth of the
  /// measures, are better than several answers together (without zoning 0.2093 to 0.2046, text without boxes 0.3318 to
  /// 0.3294). Deeper trees find more where pages have zones and in texts without boxes, and less where there are boxes
  /// and no zones.
  private static func growth(for question: ArticleQuestion, in view: ArticleView) -> Growth {
    var growth = Growth()
    guard question == .begins else {
      (growth.rounds, growth.depth, growth.leaves, growth.rate) = (60, 3, 8, 0.12)
      return growth
    }
    if view == .zones {
      growth.rounds = 120
      growth.members = 5
    } else {
      (growth.rounds, growth.rate, growth.rowShare, growth.featureShare) = (480, 0.015, 0.5, 0.2)
    }
    if view != .lines { (growth.depth, growth.leaves) = (6, 31) }
    return growth
  }
}
