import OffprintDiagnostics

/// Puts a pipeline file on top of the one that it extends, before anything is bound. Every node keeps its own place.
struct PipelineExtension {
  let findings: Findings

  /// Files that extend each other; with links among folders they may never come back to the same path.
  private static let longestChain = 20

  /// The file with what it extends, however long the chain.
  func root(of file: String, seen: [String] = []) throws -> PipelineNode {
    let own = try PipelineFile(file).root(findings)
    if let version = own["offprint"], version.scalar != "1" { findings.add(Self.otherVersion(version)) }
    guard let node = own["extends"], let name = findings.scalar(node, "extends") else { return own }
    let base = FilePaths.resolve(name, in: FilePaths.folder(of: file))
    guard base != file, !seen.contains(base) else {
      throw Diagnostic(.extendsWrong, "'\(base)' extends this file in turn", at: node.place)
    }
    guard seen.count < Self.longestChain else {
      throw Diagnostic(
        .extendsWrong, "more than \(Self.longestChain) files extend each other here", at: node.place)
    }
    guard PathKind.of(base) == .file else {
      throw Diagnostic(
        .extendsWrong, "'\(base)' is not there", at: node.place, fix: "the path is relative to this file")
    }
    return merged(own, onto: try root(of: base, seen: seen + [file]))
  }

  /// Keys of the child replace those of the base; in `vars`, `publication`, `read`, `run` and `write` key by key; `stages` are edits;
  /// `checks` replace those of their id, or are added. Tests are the child's alone: those of the base are about the
  /// base.
  private func merged(_ child: PipelineNode, onto base: PipelineNode) -> PipelineNode {
    guard let own = child.entries, var entries = base.entries else {
      _ = findings.map(base, "the pipeline", keys: [])
      return child
    }
    entries.removeAll { $0.key == "tests" }
    for entry in own {
      guard let index = entries.firstIndex(where: { $0.key == entry.key }) else {
        entries.append(entry)
        continue
      }
      switch entry.key {
      case "vars", "publication", "read", "run", "write":
        entries[index].value = mapMerged(entry.value, onto: entries[index].value)
      case "stages": entries[index].value = edited(entries[index].value, by: entry.value)
      case "checks": entries[index].value = checks(entry.value, onto: entries[index].value)
      default: entries[index] = entry
      }
    }
    return PipelineNode(content: .map(entries.filter { $0.key != "extends" }), place: child.place)
  }

  private func mapMerged(_ child: PipelineNode, onto base: PipelineNode) -> PipelineNode {
    guard let own = child.entries, var entries = base.entries else { return child }
    // Settings of one format mean nothing to another.
    if let format = child["format"]?.scalar, let old = base["format"]?.scalar, format != old {
      entries.removeAll { $0.key == "with" }
    }
    for entry in own {
      if let index = entries.firstIndex(where: { $0.key == entry.key }) {
        let deep = entry.value.entries != nil && entries[index].value.entries != nil
        entries[index].value = deep ? mapMerged(entry.value, onto: entries[index].value) : entry.value
      } else {
        entries.append(entry)
      }
    }
    return PipelineNode(content: .map(entries), place: child.place)
  }

  private func checks(_ child: PipelineNode, onto base: PipelineNode) -> PipelineNode {
    func id(of node: PipelineNode) -> String? { node.scalar ?? node["id"]?.scalar ?? node["check"]?.scalar }
    var list = findings.list(base, "checks")
    let inherited = list.map(id)
    for check in findings.list(child, "checks") {
      if let index = inherited.firstIndex(where: { $0 != nil && $0 == id(of: check) }) {
        list[index] = check
      } else {
        list.append(check)
      }
    }
    return PipelineNode(content: .list(list), place: base.place)
  }

  /// Edits by id: `remove: ID`; `before: ID` or `after: ID` with a stage; `id: ID` with new settings; else appended.
  private func edited(_ base: PipelineNode, by child: PipelineNode) -> PipelineNode {
    var stages = findings.list(base, "stages")
    func index(of node: PipelineNode) -> Int? {
      let ids = stages.map { StageBinding.id(of: $0) ?? "" }
      guard let id = findings.scalar(node, "id") else { return nil }
      if let index = ids.firstIndex(of: id) { return index }
      findings.add(
        Diagnostic(
          .extendsWrong, "there is no stage '\(id)' to edit", at: node.place,
          fix: NearestName.question(id, among: ids), notes: [.init("stages", ids.joined(separator: ", "))]))
      return nil
    }
    // How many were put behind a stage already: they stand in the order of the file.
    var behind: [String: Int] = [:]
    for edit in findings.list(child, "stages") {
      if let node = edit["remove"] {
        _ = findings.map(edit, "an edit that removes a stage", keys: ["remove"])
        if let at = index(of: node) { stages.remove(at: at) }
      } else if let node = edit["before"] ?? edit["after"] {
        let place = edit["before"] == nil ? "after" : "before"
        _ = findings.map(edit, "a stage put \(place) another", keys: StageBinding.keys + [place])
        guard let at = index(of: node) else { continue }
        let added = edit.entries.map { entries in
          PipelineNode(
            content: .map(entries.filter { $0.key != "before" && $0.key != "after" }), place: edit.place)
        }
        let name = node.scalar ?? ""
        stages.insert(added ?? edit, at: place == "after" ? at + 1 + behind[name, default: 0] : at)
        if place == "after" { behind[name, default: 0] += 1 }
      } else if edit["stage"] == nil, let node = edit["id"] {
        guard let at = index(of: node) else { continue }
        stages[at] = mapMerged(edit, onto: Self.written(stages[at]))
      } else {
        stages.append(edit)
      }
    }
    return PipelineNode(content: .list(stages), place: base.place)
  }

  /// A bare name as the set of keys it stands for.
  private static func written(_ stage: PipelineNode) -> PipelineNode {
    guard stage.scalar != nil else { return stage }
    return PipelineNode(
      content: .map([.init(key: "stage", keyPlace: stage.place, value: stage)]), place: stage.place)
  }

  fileprivate static func otherVersion(_ node: PipelineNode) -> Diagnostic {
    Diagnostic(
      .valueUnsuited,
      "'offprint' is 1, the only version of the format so far\(node.scalar.map { ", not '\($0)'" } ?? "")",
      at: node.place)
  }
}
