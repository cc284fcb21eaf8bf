import Foundation
import OffprintJSON

/// Trees as JSON that a person can read: a question is `["name", at most, expected, yes, no]`, an end is a number.
///
/// Measures stand by their names, so that a file is understood by versions that measure more than it asks for.
public struct TreeText: Sendable {
  /// The names of the measures, in the order of the rows.
  public let names: [String]
  private let places: [String: Int32]

  public init(names: [String]) {
    self.names = names
    places = Dictionary(names.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Writing

  /// One tree a line, with `indent` before each.
  public func text(of trees: BoostedTrees, indent: String = "") -> String {
    let lines = trees.trees.map { indent + "  " + text(of: $0, at: 0) }
    return """
      {"bias": \(Float(trees.bias)), "trees": [
      \(lines.joined(separator: ",\n"))
      \(indent)]}
      """
  }

  private func text(of tree: RegressionTree, at index: Int) -> String {
    let node = tree.nodes[index]
    guard node.feature >= 0 else { return Self.written(node.value) }
    let next = Int(node.next)
    return """
      ["\(names[Int(node.feature)])",\(Self.written(node.threshold)),\(Self.written(node.value)),\
      \(text(of: tree, at: next)),\(text(of: tree, at: next + 1))]
      """
  }

  /// The shortest text that reads back as the same number.
  private static func written(_ value: Float) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  // MARK: Reading

  /// Reads trees from where the scanner stands.
  public func trees(_ scanner: inout JSONScanner) throws -> BoostedTrees {
    var trees = BoostedTrees(bias: .nan)
    try scanner.object { scanner, key in
      switch key {
      case "bias": trees.bias = try scanner.number()
      case "trees": try scanner.array { trees.trees.append(try tree(&$0)) }
      default: throw scanner.fault("'bias' and 'trees' are wanted, not '\(key)'")
      }
    }
    guard !trees.bias.isNaN else { throw scanner.fault("'bias' is wanted") }
    return trees
  }

  private func tree(_ scanner: inout JSONScanner) throws -> RegressionTree {
    var nodes: [RegressionTree.Node] = [.end(0)]
    try read(0, &scanner, &nodes, depth: 0)
    return RegressionTree(nodes: nodes)
  }

  /// More questions in a row than any tree has; a file that goes on and on is refused.
  private static let deepest = 64

  private func read(
    _ place: Int, _ scanner: inout JSONScanner, _ nodes: inout [RegressionTree.Node], depth: Int
  ) throws {
    guard scanner.passes("[") else {
      nodes[place] = .end(Float(try scanner.number()))
      return
    }
    guard depth < Self.deepest else { throw scanner.fault("a tree is too deep") }
    let name = try scanner.string()
    guard let feature = places[name] else { throw scanner.fault("'\(name)' is not measured") }
    try scanner.pass(",")
    let threshold = Float(try scanner.number())
    try scanner.pass(",")
    let value = Float(try scanner.number())
    let next = nodes.count
    nodes[place] = .init(feature: feature, next: Int32(next), threshold: threshold, value: value)
    nodes += [.end(0), .end(0)]
    for child in [next, next + 1] {
      try scanner.pass(",")
      try read(child, &scanner, &nodes, depth: depth + 1)
    }
    try scanner.pass("]")
  }
}
