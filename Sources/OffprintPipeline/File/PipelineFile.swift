import OffprintDiagnostics
import OffprintKit
import Yams

/// Reads a pipeline file into nodes; the only place that knows YAML.
struct PipelineFile {
  /// More than any pipeline has; aliases that multiply stop here.
  static let mostNodes = 100_000

  let path: String
  private let lines: [Substring]
  private let yaml: String

  init(_ path: String) throws {
    self.path = path
    let bytes = try SourceFile.read(path)
    yaml = String(decoding: bytes, as: UTF8.self)
    lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The whole file. Throws a `Diagnostic` if it is no YAML.
  func root() throws -> PipelineNode {
    let composed: Node?
    do {
      composed = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      throw diagnostic(error)
    }
    guard let composed else {
      throw Diagnostic(.pipelineEmpty, "'\(path)' holds no pipeline", at: SourcePlace(file: path, line: 1))
    }
    var budget = Self.mostNodes
    return try node(composed, &budget, at: nil)
  }

  private func node(_ node: Node, _ budget: inout Int, at alias: SourcePlace?) throws -> PipelineNode {
    budget -= 1
    guard budget > 0 else {
      throw Diagnostic(
        .pipelineTooLarge, "the file has more than \(Self.mostNodes) values", at: SourcePlace(file: path),
        fix: "look for aliases (*name) that repeat each other")
    }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
      let isBlock = scalar.style == .literal || scalar.style == .folded
      let length = scalar.string.unicodeScalars.count + (isQuoted ? 2 : 0)
      return PipelineNode(
        content: .scalar(scalar.string), place: place(scalar.mark, length: isBlock ? 1 : length),
        textOffset: isBlock ? nil : isQuoted ? 1 : 0)
    case .sequence(let sequence):
      var nodes: [PipelineNode] = []
      for element in sequence { nodes.append(try self.node(element, &budget, at: alias)) }
      return PipelineNode(content: .list(nodes), place: place(sequence.mark, length: 1))
    case .mapping(let mapping):
      var entries: [PipelineNode.Entry] = []
      for (key, value) in mapping {
        let own = try self.node(key, &budget, at: alias)
        guard let name = own.scalar else {
          throw Diagnostic(.pipelineSyntax, "a key is a single word", at: own.place)
        }
        entries.append(.init(key: name, keyPlace: own.place, value: try self.node(value, &budget, at: alias)))
      }
      return PipelineNode(content: .map(entries), place: place(mapping.mark, length: 1))
    case .alias(let alias):
      throw Diagnostic(.pipelineSyntax, "the alias could not be followed", at: place(alias.mark, length: 1))
    }
  }

  private func place(_ mark: Mark?, length: Int) -> SourcePlace {
    guard let mark else { return SourcePlace(file: path) }
    return place(line: mark.line, column: mark.column, length: length)
  }

  private func place(line: Int, column: Int, length: Int) -> SourcePlace {
    let text = lines.indices.contains(line - 1) ? String(lines[line - 1]) : nil
    let rest = (text?.unicodeScalars.count ?? 0) - column + 1
    return SourcePlace(file: path, line: line, column: column, length: max(1, min(length, rest)), text: text)
  }

  private func diagnostic(_ error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Diagnostic(
        .pipelineSyntax, "the file is not YAML here: \(problem)", at: place(mark, length: 1),
        notes: [.init("rule", "indent with spaces, one colon and a space after a key, quotes around texts with ': '")])
    case .duplicatedKeysInMapping(let duplicates, _):
      let key = duplicates.first ?? "?"
      return Diagnostic(
        .keyTwice, "the key '\(key)' stands twice", at: secondPlace(of: key), fix: "keep one of them")
    default:
      return Diagnostic(.pipelineSyntax, "the file is not YAML: \(error)", at: SourcePlace(file: path))
    }
  }

  /// Where a key stands for the second time with the same indent; the parser does not say.
  private func secondPlace(of key: String) -> SourcePlace {
    var seen: [Int: Int] = [:]
    for (number, line) in lines.enumerated() {
      let indent = line.prefix { $0 == " " || $0 == "-" }.count
      guard line.dropFirst(indent).hasPrefix("\(key):") else { continue }
      if seen[indent] != nil {
        return place(line: number + 1, column: indent + 1, length: key.unicodeScalars.count)
      }
      seen[indent] = number
    }
    // Twice in one line, between braces.
    for (number, line) in lines.enumerated() {
      let parts = line.split(separator: "\(key):", omittingEmptySubsequences: false)
      guard parts.count >= 3 else { continue }
      let column = parts[0].unicodeScalars.count + parts[1].unicodeScalars.count + key.unicodeScalars.count + 2
      return place(line: number + 1, column: column, length: key.unicodeScalars.count)
    }
    return SourcePlace(file: path)
  }
}
