import OffprintTrees

@testable import OffprintStages

/// A model of a few questions, as a file might hold it.
enum SmallModel {
  static let trees = BoostedTrees(
    bias: -1.5,
    trees: [
      RegressionTree(nodes: [
        .init(feature: 2, next: 1, threshold: 1.25, value: 0.1), .end(-0.125),
        .init(feature: 0, next: 3, threshold: 3, value: 0.3), .end(0.0625), .end(1e-7),
      ]), RegressionTree(nodes: [.end(0.5)]),
    ])

  static let model = ArticleModel(
    views: [
      .zones: [.begins: trees, .headline: BoostedTrees(bias: 0.25)], .text: [.begins: BoostedTrees(bias: 0.1)],
    ], about: ["Learned from \"old\" papers.", "C:\\papers: 3 issues"])

  /// An article begins where a measure is over a mark, and headlines are large.
  static func beginning(where name: String, over mark: Float) -> ArticleModel {
    let begins = question(name, over: mark)
    return ArticleModel(
      views: Dictionary(
        uniqueKeysWithValues: ArticleView.allCases.map { view in
          (view, [.begins: begins, .headline: question("size", over: 1.3)])
        }))
  }

  private static func question(_ name: String, over mark: Float) -> BoostedTrees {
    let feature = Int32(UnitFeatures.all.firstIndex { $0.name == name } ?? 0)
    return BoostedTrees(
      bias: 0,
      trees: [
        RegressionTree(nodes: [.init(feature: feature, next: 1, threshold: mark, value: 0), .end(-6), .end(6)])
      ])
  }
}
