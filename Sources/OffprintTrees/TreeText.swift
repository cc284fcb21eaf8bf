import Foundation

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

  /// What is wrong with a text.
  public enum Fault: Error, Hashable {
    /// A question about a measure that is not known here.
    case unknownName(String)
    /// Something else than a tree.
    case malformed(String)
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

  /// Reads what `JSONSerialization` made of the text.
  public func trees(in json: Any) throws -> BoostedTrees {
    guard let object = json as? [String: Any], let bias = object["bias"] as? NSNumber,
      let trees = object["trees"] as? [Any]
    else { throw Fault.malformed("'bias' and 'trees' are wanted") }
    return BoostedTrees(bias: bias.doubleValue, trees: try trees.map(tree))
  }

  private func tree(in json: Any) throws -> RegressionTree {
    var nodes: [RegressionTree.Node] = [.end(0)]
    var open = [(place: 0, json: json)]
    while let (place, json) = open.popLast() {
      if let value = json as? NSNumber {
        nodes[place] = .end(value.floatValue)
        continue
      }
      guard let parts = json as? [Any], parts.count == 5, let name = parts[0] as? String,
        let threshold = parts[1] as? NSNumber, let value = parts[2] as? NSNumber
      else { throw Fault.malformed("a tree is a number or [name, at most, expected, yes, no]") }
      guard let feature = places[name] else { throw Fault.unknownName(name) }
      nodes[place] = .init(
        feature: feature, next: Int32(nodes.count), threshold: threshold.floatValue, value: value.floatValue)
      open.append((nodes.count, parts[3]))
      open.append((nodes.count + 1, parts[4]))
      nodes += [.end(0), .end(0)]
    }
    return RegressionTree(nodes: nodes)
  }
}
