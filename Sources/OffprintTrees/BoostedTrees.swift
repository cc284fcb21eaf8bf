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
