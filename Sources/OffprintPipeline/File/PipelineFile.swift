import OffprintDiagnostics
import OffprintKit
import Yams

/// Reads a pipeline file into nodes; the only place that knows YAML.
struct PipelineFile {
  /// More than any pipeline has; aliases that multiply stop here.
  static let mostNodes = 100_000

  let path: String
  private let lines: [String]
  private let yaml: String

  init(_ path: String) throws {
    self.path = path
    var bytes = try SourceFile.read(path)[...]
    // A byte order mark would count as a column.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    yaml = String(decoding: bytes, as: UTF8.self)
    // By bytes: to `String`, the end of a line of Windows is one character, other than a line feed.
    lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
    if String(validating: bytes, as: UTF8.self) == nil { throw notUTF8(bytes) }
  }

  /// The whole file; keys that stand twice are told, and the first of them holds. Throws a `Diagnostic` if it is no
  /// YAML.
  func root(_ findings: Findings) throws -> PipelineNode {
    let composed: Node?
    var repeated = RepeatedKeys(yaml)
    do {
      composed = try repeated.compose()
    } catch let error as YamlError {
      throw diagnostic(error)
    }
    guard let composed else {
      throw Diagnostic(
        .pipelineEmpty, "'\(path)' holds no pipeline", at: SourcePlace(file: path),
        fix: "begin with 'offprint new pipeline NAME'")
    }
    var budget = Self.mostNodes
    return try node(composed, &budget, repeated, findings)
  }

  private func node(
    _ node: Node, _ budget: inout Int, _ repeated: RepeatedKeys, _ findings: Findings
  ) throws -> PipelineNode {
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
      let place = place(scalar.mark, length: isBlock ? 1 : length)
      let offset = isQuoted ? 1 : 0
      let isPlain = !isBlock && stands(scalar.string, at: place, offset)
      return PipelineNode(content: .scalar(scalar.string), place: place, textOffset: isPlain ? offset : nil)
    case .sequence(let sequence):
      var nodes: [PipelineNode] = []
      for element in sequence { nodes.append(try self.node(element, &budget, repeated, findings)) }
      return PipelineNode(content: .list(nodes), place: place(sequence.mark, length: 1))
    case .mapping(let mapping):
      var entries: [PipelineNode.Entry] = []
      for (key, value) in mapping {
        let own = try self.node(key, &budget, repeated, findings)
        guard let written = own.scalar else {
          throw Diagnostic(.pipelineSyntax, "a key is a single word", at: own.place)
        }
        let name = repeated.unmasked(written, line: own.place.line, column: own.place.column)
        let entry = PipelineNode.Entry(
          key: name, keyPlace: own.place, value: try self.node(value, &budget, repeated, findings))
        if let first = entries.first(where: { $0.key == name }) {
          findings.add(Self.twice(name, at: own.place, first: first.keyPlace))
        } else {
          entries.append(entry)
        }
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

  /// Whether a text stands in the file as it is: without escapes, anchors, tags or further lines.
  private func stands(_ text: String, at place: SourcePlace, _ offset: Int) -> Bool {
    guard let line = place.text, let column = place.column else { return false }
    return line.unicodeScalars.dropFirst(column - 1 + offset).starts(with: text.unicodeScalars)
  }
}

// MARK: Messages

extension PipelineFile {
  private func notUTF8(_ bytes: ArraySlice<UInt8>) -> Diagnostic {
    let number = lines.firstIndex { $0.unicodeScalars.contains("\u{FFFD}") } ?? 0
    let column = lines[number].unicodeScalars.prefix { $0 != "\u{FFFD}" }.count + 1
    return Diagnostic(
      .pipelineSyntax, "the file is not UTF-8 here", at: place(line: number + 1, column: column, length: 1),
      fix: "save it as UTF-8")
  }

  private func diagnostic(_ error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
      return notYAML(problem, at: mark, doing: context)
    case .composer(let context, let problem, let mark, _):
      // Here the two are halves of one sentence.
      let words = [context?.text, problem].compactMap(\.self).joined(separator: " ")
      let fix: String? =
        words.contains("alias")
        ? "write the text itself, or put '&NAME ' before the value that is meant"
        : words.contains("document") ? "keep one pipeline in a file, without '---' between two" : nil
      return Diagnostic(.pipelineSyntax, "the file is not YAML here: \(words)", at: place(mark, length: 1), fix: fix)
    case .duplicatedKeysInMapping(let duplicates, let context):
      // Only where the key could not be masked, as behind an anchor.
      let first = place(context.mark, length: 1)
      return Self.twice(duplicates.first ?? "?", at: first, first: first)
    case .reader(let problem, _, let value, _):
      let place = controlPlace(value) ?? SourcePlace(file: path)
      return Diagnostic(.pipelineSyntax, "the file is not YAML here: \(problem)", at: place)
    default:
      return Diagnostic(.pipelineSyntax, "the file is not YAML: \(error)", at: SourcePlace(file: path))
    }
  }

  private func notYAML(_ problem: String, at mark: Mark, doing context: YamlError.Context?) -> Diagnostic {
    let slip = SyntaxSlip(
      problem: problem, at: .init(line: mark.line, column: mark.column),
      doing: context.map { ($0.text, .init(line: $0.mark.line, column: $0.mark.column)) }, in: lines)
    guard let slip else {
      let rule = "indent with spaces, one colon and a space after a key, quotes around texts with ': '"
      return Diagnostic(
        .pipelineSyntax, "the file is not YAML here: \(problem)", at: place(mark, length: 1),
        notes: (context.map { [.init("context", "\($0.text), \(place($0.mark, length: 1).label)")] } ?? [])
          + [.init("rule", rule)])
    }
    return Diagnostic(
      .pipelineSyntax, "the file is not YAML: \(slip.summary)",
      at: place(line: slip.spot.line, column: slip.spot.column, length: 1), fix: slip.fix,
      notes: [.init("parser", "\(problem), \(place(mark, length: 1).label)")])
  }

  /// Where a character stands that the parser does not take.
  private func controlPlace(_ value: Int32) -> SourcePlace? {
    for (number, line) in lines.enumerated() {
      let scalars = Array(line.unicodeScalars)
      guard let at = scalars.firstIndex(where: { $0.value == UInt32(bitPattern: value) }) else { continue }
      return place(line: number + 1, column: at + 1, length: 1)
    }
    return nil
  }

  private static func twice(_ key: String, at place: SourcePlace, first: SourcePlace) -> Diagnostic {
    Diagnostic(
      .keyTwice, "the key '\(key)' stands twice", at: place, fix: "keep one of them",
      notes: [.init("first", first.label)])
  }
}
