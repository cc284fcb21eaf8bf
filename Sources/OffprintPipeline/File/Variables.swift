import OffprintDiagnostics
import OffprintKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The types that a variable may have.
enum VariableType: String, CaseIterable {
  case text, integer, number, boolean
  /// An existing file; an existing folder; either; and a folder that is made when it is needed.
  case file, folder, path, output

  var isPath: Bool { self == .file || self == .folder || self == .path || self == .output }

  var help: String {
    switch self {
    case .text: "any text"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .file: "a file that is there"
    case .folder: "a folder that is there"
    case .path: "a file or folder that is there"
    case .output: "a folder that is made when it is needed"
    }
  }
}

/// The values of `vars:`, and what stands for `${name}` in a scalar.
struct Variables {
  struct Value {
    var text: String
    /// A path that needs no resolving any more.
    var isResolvedPath: Bool
    /// Something that stands in for a value that is not there.
    var isOpen = false
  }

  private(set) var values: [String: Value] = [:]
  private var names: [String] = []

  static let keys = ["type", "default", "help", "env"]

  /// - Parameter given: values from the command line.
  init(_ node: PipelineNode?, given: [String: String], complete: Bool, _ findings: Findings) {
    let keys = node?.entries?.map(\.key) ?? []
    let entries = findings.map(node, "'vars'", keys: keys, example: "NAME: value on lines of their own")?.entries ?? []
    for name in given.keys.sorted() where !entries.contains(where: { $0.key == name }) {
      findings.add(Self.undeclared(name, entries.map(\.key)))
    }
    // One after the other: a default may name the variables above it.
    for entry in entries {
      let value = value(of: entry, given: given[entry.key], complete: complete, findings)
      names.append(entry.key)
      values[entry.key] = value
    }
  }

  private func value(
    of entry: PipelineNode.Entry, given: String?, complete: Bool, _ findings: Findings
  ) -> Value? {
    let name = entry.key
    var type = VariableType.text
    var fallback: PipelineNode? = entry.value
    if entry.value.entries != nil {
      _ = findings.map(entry.value, "the variable '\(name)'", keys: Self.keys)
      type = findings.choice(entry.value["type"], "type", as: VariableType.self) ?? .text
      fallback = entry.value["default"]
    }
    let environment = entry.value["env"]?.scalar.flatMap { getenv($0) }.map { String(cString: $0) }
    let stated = given ?? environment
    if stated == nil, fallback?.isNothing == true { fallback = nil }
    let own = stated == nil ? own(fallback, type, name, findings) : nil
    guard let text = stated ?? own else {
      if complete, fallback == nil {
        findings.add(Self.missing(name, type, at: entry.keyPlace))
      }
      return Value(text: "\(name)-of-this-run", isResolvedPath: type.isPath, isOpen: true)
    }
    let place = stated == nil ? fallback?.place ?? entry.keyPlace : entry.keyPlace
    guard type.isPath else {
      Self.check(text, type, name, at: place, findings)
      return Value(text: text, isResolvedPath: false)
    }
    if stated?.isEmpty == true {
      findings.add(Self.empty(name, type, at: place))
      return Value(text: "\(name)-of-this-run", isResolvedPath: true, isOpen: true)
    }
    // What the operator types is relative to where they are; what stands in the file, to the file.
    let path = stated == nil ? text : FilePaths.resolve(text, in: "")
    if complete { Self.checkPath(path, type, name, at: place, isTyped: stated != nil, findings) }
    return Value(text: path, isResolvedPath: true)
  }

  /// The default, if it has a value already.
  private func own(_ node: PipelineNode?, _ type: VariableType, _ name: String, _ findings: Findings) -> String? {
    guard let node, findings.scalar(node, name) != nil else { return nil }
    let text = type.isPath ? path(of: node, findings) : text(of: node, findings)
    return isOpen(node) ? nil : text
  }

  private static func check(
    _ text: String, _ type: VariableType, _ name: String, at place: SourcePlace, _ findings: Findings
  ) {
    let isGood =
      switch type {
      case .integer: Int(text) != nil
      case .number: Double(text) != nil
      case .boolean: (try? Bool.parse(.scalar(text))) != nil
      default: true
      }
    if !isGood {
      findings.add(Diagnostic(.valueUnsuited, "'\(name)' is \(type.help), not '\(text)'", at: place))
    }
  }

  private static func checkPath(
    _ path: String, _ type: VariableType, _ name: String, at place: SourcePlace, isTyped: Bool, _ findings: Findings
  ) {
    let kind = PathKind.of(path)
    let isGood =
      switch type {
      case .file: kind == .file
      case .folder: kind == .folder || SourceTree.isArchive(path)
      case .path: kind != .nothing
      default: kind != .file
      }
    guard !isGood else { return }
    let fault = kind == .nothing ? "'\(path)' is not there" : "'\(path)' is no \(type == .file ? "file" : "folder")"
    findings.add(
      Diagnostic(
        .pathMissing, "\(fault), which '\(name)' names", at: place,
        fix: isTyped ? "give another with --var \(name)=…" : "a path in a file is relative to that file",
        notes: [.init("rule", "'\(name)' is \(type.help)")]))
  }

  fileprivate static func undeclared(_ name: String, _ names: [String]) -> Diagnostic {
    Diagnostic(
      .unknownVariable, "--var \(name): the pipeline declares no variable '\(name)'",
      fix: NearestName.question(name, among: names),
      notes: [.init("vars", names.isEmpty ? "none" : names.joined(separator: ", "))])
  }

  fileprivate static func missing(_ name: String, _ type: VariableType, at place: SourcePlace) -> Diagnostic {
    Diagnostic(
      .variableMissing, "'\(name)' has no value", at: place, fix: "give it with --var \(name)=…",
      notes: [.init("rule", "'\(name)' is \(type.help)")])
  }

  /// As after `--var input=$IN` where nothing is in IN: it is not taken for the folder in which one is.
  fileprivate static func empty(_ name: String, _ type: VariableType, at place: SourcePlace) -> Diagnostic {
    Diagnostic(
      .variableMissing, "'\(name)' is empty", at: place,
      fix: "give it with --var \(name)=…; '.' is the folder that you are in",
      notes: [.init("rule", "'\(name)' is \(type.help)")])
  }

  // MARK: Replacing

  /// A piece of a scalar.
  enum Piece {
    case text(String)
    /// A name after `${` that is no variable's, with the offset of its `$`.
    case other(String, offset: Int)
  }

  /// The pieces of a scalar, variables replaced; names that `allowed` accepts come back as they are.
  func pieces(
    of node: PipelineNode, _ findings: Findings, fields: [String] = [], allowed: (String) -> Bool = { _ in false }
  ) -> (pieces: [Piece], startsResolved: Bool) {
    let scalars = Array((node.scalar ?? "").unicodeScalars)
    var pieces: [Piece] = []
    var text = ""
    var startsResolved = false
    var at = 0
    while at < scalars.count {
      if scalars[at...].starts(with: "$${".unicodeScalars) {
        text += "${"
        at += 3
        continue
      }
      guard scalars[at...].starts(with: "${".unicodeScalars) else {
        text.unicodeScalars.append(scalars[at])
        at += 1
        continue
      }
      guard let end = scalars[at...].firstIndex(of: "}") else {
        findings.add(
          Diagnostic(.unknownVariable, "'${' is never closed", at: node.place(at: at, length: 2), fix: "write ${name}"))
        break
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[at + 2..<end])
      let name = String(view)
      if let value = values[name] {
        if at == 0 { startsResolved = value.isResolvedPath }
        text += value.text
      } else if allowed(name) {
        pieces.append(.text(text))
        text = ""
        pieces.append(.other(name, offset: at))
      } else if !names.contains(name) {
        findings.add(unknown(name, at: node.place(at: at, length: end - at + 1), fields))
      }
      at = end + 1
    }
    pieces.append(.text(text))
    return (pieces, startsResolved)
  }

  /// The text of a scalar, variables replaced.
  func text(of node: PipelineNode, _ findings: Findings) -> String {
    pieces(of: node, findings).pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }

  /// The same with variables replaced wherever a word is meant; values in which a path, a setting, a limit or a
  /// condition is meant are left to those who know what may stand there.
  func filled(_ node: PipelineNode, _ findings: Findings) -> PipelineNode {
    switch node.content {
    case .scalar(let written):
      guard written.contains("${") else { return node }
      return PipelineNode(content: .scalar(text(of: node, findings)), place: node.place)
    case .list(let nodes):
      return PipelineNode(content: .list(nodes.map { filled($0, findings) }), place: node.place)
    case .map(let entries):
      let filled = entries.map { entry in
        var entry = entry
        if !Self.filledLater.contains(entry.key) { entry.value = self.filled(entry.value, findings) }
        return entry
      }
      return PipelineNode(content: .map(filled), place: node.place)
    }
  }

  private static let filledLater: Set<String> = [
    "vars", "publication", "from", "to", "folder", "input", "with", "limit", "when", "stop_after", "time_limit",
    "schema",
    "schemas", "versions",
  ]

  /// The path that a scalar means.
  func path(of node: PipelineNode, _ findings: Findings) -> String {
    let (pieces, startsResolved) = pieces(of: node, findings)
    let text = pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    return FilePaths.resolve(text, in: startsResolved ? "" : FilePaths.folder(of: node.place.file))
  }

  /// True if a variable stands in it that has no value (yet), or is none: what comes of it then cannot be judged.
  func isOpen(_ node: PipelineNode) -> Bool {
    switch node.content {
    case .scalar(let text):
      text.replacing("$${", with: "").split(separator: "${", omittingEmptySubsequences: false).dropFirst()
        .contains { rest in values[String(rest.prefix { $0 != "}" })]?.isOpen ?? true }
    case .list(let nodes): nodes.contains(where: isOpen)
    case .map: false
    }
  }

  private func unknown(_ name: String, at place: SourcePlace, _ fields: [String] = []) -> Diagnostic {
    var notes: [Diagnostic.Note] = [.init("vars", names.isEmpty ? "none" : names.joined(separator: ", "))]
    if !fields.isEmpty { notes.append(.init("fields", fields.joined(separator: ", "))) }
    return Diagnostic(
      .unknownVariable, "there is no variable '\(name)'", at: place,
      fix: NearestName.question(name, among: names + fields), notes: notes)
  }
}
