import OffprintDiagnostics

/// All that is wrong with a pipeline file, gathered while it is read, so that one run shows every mistake.
final class Findings {
  private(set) var diagnostics: [Diagnostic] = []

  func add(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  /// Runs a step that may throw messages of its own.
  func catching<T>(at place: SourcePlace? = nil, _ work: () throws -> T) -> T? {
    do {
      return try work()
    } catch {
      for var diagnostic in Diagnostics.messages(of: error) {
        if diagnostic.place == nil { diagnostic.place = place }
        add(diagnostic)
      }
      return nil
    }
  }

  /// In the order of the file.
  var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted { a, b in
      let (x, y) = (a.element.place, b.element.place)
      return (x?.file ?? "", x?.line ?? 0, x?.column ?? 0, a.offset) < (
        y?.file ?? "", y?.line ?? 0, y?.column ?? 0, b.offset
      )
    }.map(\.element)
  }

  // MARK: Shapes of nodes

  /// A map, each key one of `keys`; nil, with a message, if the node is no map.
  ///
  /// - Parameters:
  ///   - what: the subject of messages: `'read'`, `a stage`.
  ///   - example: how it may be written; nil for its first keys.
  func map(_ node: PipelineNode?, _ what: String, keys: [String], example: String? = nil) -> PipelineNode? {
    guard let node else { return nil }
    guard let entries = node.entries else {
      let written = example ?? keys.prefix(2).map { "\($0): …" }.joined(separator: ", ").inBraces
      add(Self.wrongShape(what, "a set of keys", node, fix: written.map { "write it as \($0)" }))
      return nil
    }
    for entry in entries where !keys.contains(entry.key) {
      add(Self.unknownKey(entry, of: what, keys))
    }
    return node
  }

  func list(_ node: PipelineNode?, _ what: String) -> [PipelineNode] {
    guard let node else { return [] }
    guard let list = node.list else {
      add(Self.wrongShape("'\(what)'", "a list", node, fix: "put each on a line of its own, after '- '"))
      return []
    }
    return list
  }

  func scalar(_ node: PipelineNode?, _ what: String) -> String? {
    guard let node else { return nil }
    guard let text = node.scalar else {
      add(Self.wrongShape("'\(what)'", "a single value", node, fix: "write \(what): and one value"))
      return nil
    }
    return text
  }

  /// A word of a closed list.
  func choice<T: RawRepresentable & CaseIterable>(_ node: PipelineNode?, _ what: String, as _: T.Type) -> T?
  where T.RawValue == String {
    guard let node, let text = scalar(node, what) else { return nil }
    if let value = T(rawValue: text) { return value }
    let names = T.allCases.map(\.rawValue)
    add(
      Diagnostic(
        .valueUnsuited, "'\(what)' is one of \(names.joined(separator: ", ")), not '\(text)'", at: node.place,
        fix: NearestName.question(text, among: names)))
    return nil
  }

  fileprivate static func wrongShape(
    _ what: String, _ wanted: String, _ node: PipelineNode, fix: String?
  ) -> Diagnostic {
    Diagnostic(.wrongShape, "\(what) is \(wanted), not \(node.kindWords)", at: node.place, fix: fix)
  }

  fileprivate static func unknownKey(_ entry: PipelineNode.Entry, of what: String, _ keys: [String]) -> Diagnostic {
    Diagnostic(
      .unknownKey, "\(what) has no key '\(entry.key)'", at: entry.keyPlace,
      fix: NearestName.question(entry.key, among: keys),
      notes: [.init("keys", keys.joined(separator: ", "))])
  }
}

extension String {
  /// A set of keys on one line; nil for none.
  fileprivate var inBraces: String? { isEmpty ? nil : "{ \(self) }" }
}
