import Foundation

/// An answer to a yes-or-no question, learned from examples: the sum of many small trees (Friedman, "Greedy Function
/// Approximation: A Gradient Boosting Machine", Annals of Statistics 29, 2001).
///
/// A row holds the measures of one case, in the order of the names that the trees were grown with.
public struct BoostedTrees: Hashable, Sendable {
  /// The log-odds of yes where nothing is known of a case.
  public var bias: Double
  public var trees: [RegressionTree]

  public init(bias: Double, trees: [RegressionTree] = []) {
    self.bias = bias
    self.trees = trees
  }

  /// The mean of several answers to the same question, each grown with other draws: what one of them made of chance,
  /// the others do not repeat (Breiman, "Bagging predictors", Machine Learning 24, 1996).
  ///
  /// - Precondition: there is one or more.
  public init(meanOf members: [BoostedTrees]) {
    precondition(!members.isEmpty, "one answer or more")
    let share = 1 / Float(members.count)
    self.init(
      bias: members.reduce(0) { $0 + $1.bias } / Double(members.count),
      trees: members.flatMap { member in member.trees.map { $0.scaled(by: share) } })
  }

  /// The log-odds of yes.
  public func logOdds(of row: UnsafeBufferPointer<Float>) -> Double {
    var sum = 0.0
    for tree in trees { sum += Double(tree.value(of: row)) }
    return bias + sum
  }

  public func logOdds(of row: [Float]) -> Double { row.withUnsafeBufferPointer(logOdds) }

  /// How sure the answer is yes, 0...1.
  public func probability(of row: UnsafeBufferPointer<Float>) -> Double { Self.probability(logOdds(of: row)) }

  public func probability(of row: [Float]) -> Double { row.withUnsafeBufferPointer(probability) }

  /// The logistic function.
  public static func probability(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

  /// How much each measure of the row moves the log-odds: on the way down each tree, what was expected before a
  /// question and after it (Saabas, "Interpreting random forests", 2014). They add up to the log-odds less those of a
  /// case that nothing is known of.
  public func contributions(of row: [Float]) -> [Double] {
    var sums = [Double](repeating: 0, count: row.count)
    row.withUnsafeBufferPointer { row in
      for tree in trees { tree.addContributions(of: row, to: &sums) }
    }
    return sums
  }
}
