import Foundation

extension BoostedTrees {
  /// Grows trees that tell yes from no. The same table, answers and growth give the same trees.
  ///
  /// With several members in the growth they are the mean of so many, each with draws of its own.
  ///
  /// - Parameters:
  ///   - answers: for each row of the table whether it is a case of yes.
  ///   - weights: for each row how much it counts; their mean should be 1.
  public init(growing growth: Growth, on table: FeatureTable, answers: [Bool], weights: [Double]) {
    precondition(answers.count == table.count && weights.count == table.count, "an answer and a weight for each row")
    let all = max(weights.reduce(0, +), 1e-9)
    let yes = zip(answers, weights).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
    let share = min(max(yes / all, 1e-4), 1 - 1e-4)
    let bias = log(share / (1 - share))
    guard table.count > 0 else {
      self.init(bias: bias)
      return
    }
    let binned = BinnedTable(table, bins: growth.bins)
    let members = (0..<max(1, growth.members)).map { member in
      var growth = growth
      growth.seed &+= UInt64(member)
      let trees = Self.trees(growing: growth, on: table, binned, from: bias, answers: answers, weights: weights)
      return BoostedTrees(bias: bias, trees: trees)
    }
    if members.count == 1 { self = members[0] } else { self.init(meanOf: members) }
  }

  /// Trees that one after the other take away what those before them leave wrong.
  private static func trees(
    growing growth: Growth, on table: FeatureTable, _ binned: BinnedTable, from bias: Double, answers: [Bool],
    weights: [Double]
  ) -> [RegressionTree] {
    let lot = Lot(seed: growth.seed)
    var trees: [RegressionTree] = []
    let asked = binned.thresholds.indices.filter { !binned.thresholds[$0].isEmpty }
    var odds = [Double](repeating: bias, count: table.count)
    for round in 0..<growth.rounds {
      var gradients = [Double](repeating: 0, count: table.count)
      var slopes = gradients
      for row in 0..<table.count {
        let p = probability(odds[row])
        gradients[row] = weights[row] * (p - (answers[row] ? 1 : 0))
        slopes[row] = weights[row] * p * (1 - p)
      }
      let rows = (0..<table.count).filter { lot.draw(round, $0) < growth.rowShare }.map(Int32.init)
      let ranked = asked.sorted { (lot.draw(round, -1 - $0), $0) < (lot.draw(round, -1 - $1), $1) }
      let features = ranked.prefix(max(1, Int((growth.featureShare * Double(asked.count)).rounded()))).sorted()
      guard !rows.isEmpty, !features.isEmpty else { continue }
      let tree = TreeGrower(table: binned, growth: growth, features: features, gradients: gradients, slopes: slopes)
        .tree(of: rows)
      var row = 0
      table.forEach { measures in
        odds[row] += Double(tree.value(of: measures))
        row += 1
      }
      trees.append(tree)
    }
    return trees
  }
}
