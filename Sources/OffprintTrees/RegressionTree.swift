/// A tree of questions "is this measure at most that?", with a value at each end.
public struct RegressionTree: Hashable, Sendable {
  /// A question, or an end.
  public struct Node: Hashable, Sendable {
    /// Which measure is looked at; negative at an end.
    public var feature: Int32
    /// Where yes leads; no leads to the node after it.
    public var next: Int32
    /// The greatest value that leads to yes. What is not a number leads to no.
    public var threshold: Float
    /// What the tree answers here: at an end its value, at a question the mean of the ends below it, by how much of
    /// what it was grown with comes there.
    public var value: Float

    public init(feature: Int32, next: Int32, threshold: Float, value: Float) {
      self.feature = feature
      self.next = next
      self.threshold = threshold
      self.value = value
    }

    public static func end(_ value: Float) -> Node { Node(feature: -1, next: 0, threshold: 0, value: value) }
  }

  /// The first is the root. Each question stands before what it leads to.
  public private(set) var nodes: [Node]

  /// - Parameter nodes: each question before the two nodes that it leads to, which are neighbours; otherwise the tree
  ///   has one end with the value 0.
  public init(nodes: [Node]) {
    let isTree =
      !nodes.isEmpty
      && nodes.indices.allSatisfy { index in
        nodes[index].feature < 0 || (Int(nodes[index].next) > index && Int(nodes[index].next) + 1 < nodes.count)
      }
    self.nodes = isTree ? nodes : [.end(0)]
  }

  /// One more than the highest number of a measure that is looked at.
  public var featureCount: Int { Int((nodes.map(\.feature).max() ?? -1) + 1) }

  /// The value at the end to which the row comes.
  ///
  /// - Precondition: the row has `featureCount` measures or more.
  func value(of row: UnsafeBufferPointer<Float>) -> Float {
    nodes.withUnsafeBufferPointer { nodes in
      var index = 0
      while nodes[index].feature >= 0 {
        let node = nodes[index]
        index = Int(node.next) + (row[Int(node.feature)] <= node.threshold ? 0 : 1)
      }
      return nodes[index].value
    }
  }

  /// The same questions with all values so many times as large.
  func scaled(by factor: Float) -> RegressionTree {
    RegressionTree(
      nodes: nodes.map { node in
        var node = node
        node.value *= factor
        return node
      })
  }

  func addContributions(of row: UnsafeBufferPointer<Float>, to sums: inout [Double]) {
    var node = nodes[0]
    while node.feature >= 0 {
      let next = nodes[Int(node.next) + (row[Int(node.feature)] <= node.threshold ? 0 : 1)]
      sums[Int(node.feature)] += Double(next.value) - Double(node.value)
      node = next
    }
  }
}
