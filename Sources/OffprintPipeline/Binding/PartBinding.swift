import OffprintDiagnostics
import OffprintKit

/// Binds `read:`, `checks:`, `write:` and `run:`.
struct PartBinding {
  let registry: Registry
  let settings: SettingsBinding
  let complete: Bool
  private var findings: Findings { settings.findings }
  private var variables: Variables { settings.variables }

  init(registry: Registry, settings: SettingsBinding, complete: Bool) {
    self.registry = registry
    self.settings = settings
    self.complete = complete
  }

  // MARK: read

  func read(_ node: PipelineNode?, _ file: String) -> ReadStep? {
    guard let node else {
      findings.add(
        Diagnostic(
          .keyMissing, "the pipeline does not say what it reads", at: SourcePlace(file: file),
          fix: "add read: { format: …, from: … }"))
      return nil
    }
    let keys = ["format", "from", "unit", "checksums", "with"]
    guard findings.map(node, "'read'", keys: keys, example: Self.example(of: node.scalar)) != nil else { return nil }
    if let unit = node["unit"], unit.scalar != "issue" {
      findings.add(Diagnostic(.valueUnsuited, "'unit' is 'issue', the only unit of work there is", at: unit.place))
    }
    let path = from(node)
    let names = registry.readers.keys.sorted()
    guard let format = name(node["format"], "format", "reader", names, in: node),
      let entry = registry.readers[format]
    else { return nil }
    let part = BindablePart(name: format, settings: entry.settings, plugin: entry.plugin, make: entry.make)
    let reader = settings.bind(part, with: node["with"], at: node["format"]?.place ?? node.place)
    guard let path, let reader else { return nil }
    var step = ReadStep(
      format: format, reader: reader.made, from: path, place: node["from"]?.place, meaning: reader.meaning)
    step.checksums = findings.choice(node["checksums"], "checksums", as: ChecksumPolicy.self) ?? .fail
    return step
  }

  /// How `read:` may be written; a bare value is what it reads from, or its format.
  private static func example(of bare: String?) -> String {
    guard let bare else { return "{ format: …, from: … }" }
    return bare.contains { "/.$".contains($0) } ? "{ format: …, from: \(bare) }" : "{ format: \(bare), from: … }"
  }

  private func from(_ node: PipelineNode) -> String? {
    guard let from = node["from"], !from.isNothing else {
      findings.add(
        Diagnostic(
          .keyMissing, "'read' does not say from where", at: node.place, fix: "add from: a file, a folder or a pattern")
      )
      return nil
    }
    return findings.scalar(from, "from").map { _ in variables.path(of: from, findings) }
  }

  // MARK: checks

  func checks(_ node: PipelineNode?) -> [(step: CheckStep, place: SourcePlace)] {
    let steps = findings.list(node, "checks").compactMap(check)
    var ids: Set<String> = []
    for (step, place) in steps where !ids.insert(step.id).inserted {
      findings.add(
        Diagnostic(
          .keyTwice, "there are two checks '\(step.id)'", at: place, fix: "give one of them an id of its own"))
    }
    return steps
  }

  private func check(_ node: PipelineNode) -> (step: CheckStep, place: SourcePlace)? {
    if node.scalar == nil, findings.map(node, "a check", keys: ["check", "id", "with", "limit", "else"]) == nil {
      return nil
    }
    let consequence = findings.choice(node["else"], "else", as: CheckStep.Consequence.self) ?? .fail
    let names = registry.checks.keys.sorted()
    let nameNode = node.scalar == nil ? node["check"] : node
    guard let name = name(nameNode, "check", "check", names, in: node), let entry = registry.checks[name] else {
      return nil
    }
    let place = nameNode?.place ?? node.place
    let part = BindablePart(name: name, settings: entry.settings, plugin: entry.plugin, make: entry.make)
    let check = settings.bind(part, with: node["with"], at: place)
    var limit = Limit(bound: entry.spec.bound, value: entry.spec.bound == .atMost ? 0 : 1, written: "")
    if let limitNode = node["limit"], findings.scalar(limitNode, "limit") != nil {
      let text = variables.text(of: limitNode, findings)
      if let read = Limits.limit(text, for: entry.spec) {
        limit = read
      } else if !variables.isOpen(limitNode) {
        findings.add(Self.wrongLimit(text, entry.spec, at: limitNode.place))
      }
    }
    let id = findings.scalar(node["id"], "id") ?? name
    guard let check else { return nil }
    let step = CheckStep(
      id: id, check: check.made, spec: entry.spec, limit: limit, consequence: consequence, meaning: check.meaning)
    return (step, place)
  }

  // MARK: write

  private static let keysOfWrite = ["format", "to", "versions", "schema", "with"]

  /// - Parameter run: `run:`, which may name a catalog of schemas.
  func writes(_ node: PipelineNode?, _ run: PipelineNode?) -> [(step: WriteStep, place: SourcePlace)] {
    let keys = node?.entries?.map(\.key) ?? []
    let example = "a name and what it is: items: { format: …, to: … }"
    guard let entries = findings.map(node, "'write'", keys: keys, example: example)?.entries else { return [] }
    let schemas = SchemaBinding(settings: settings, source: registry.schemas, run?["schemas"])
    let writes = entries.compactMap { write($0, schemas) }
    let paths = writes.map(\.step.to.withoutLinks)
    for (index, write) in writes.enumerated() {
      guard let same = paths[..<index].firstIndex(of: paths[index]) else { continue }
      let other = writes[same]
      findings.add(Self.sameFile(write.step.id, other.step.id, at: write.place))
    }
    return writes
  }

  private func write(_ entry: PipelineNode.Entry, _ schemas: SchemaBinding) -> (step: WriteStep, place: SourcePlace)? {
    let names = registry.writers.keys.sorted()
    let example = Self.example(of: entry, among: names)
    guard let node = findings.map(entry.value, "'\(entry.key)'", keys: Self.keysOfWrite, example: example)
    else { return nil }
    let path = path(of: node["to"], entry)
    guard let format = name(node["format"], "format", "writer", names, in: node, entry: entry),
      let known = registry.writers[format]
    else { return nil }
    let part = BindablePart(name: format, settings: known.settings, plugin: known.plugin, make: known.make)
    let writer = settings.bind(part, with: node["with"], at: node["format"]?.place ?? entry.keyPlace)
    let validator = node["schema"].flatMap { schemas.validator($0, known.spec, writer?.made) }
    guard let writer, let path else { return nil }
    checkFields(of: path, for: writer.made.unit, known.spec, at: node["to"]?.place ?? entry.keyPlace)
    var step = WriteStep(
      id: entry.key, format: format, writer: writer.made, spec: known.spec, to: path, meaning: writer.meaning)
    step.validator = validator
    step.earlier = node["versions"].flatMap {
      VersionsBinding(settings: settings, complete: complete).earlier($0, with: node["with"], to: path, known.spec)
    }
    return (step, node["format"]?.place ?? entry.keyPlace)
  }

  /// How a writer may be written: whoever writes `csv: PATH` or `records: csv` means one of the two keys by it.
  private static func example(of entry: PipelineNode.Entry, among names: [String]) -> String {
    let bare = entry.value.scalar
    let format = [bare, entry.key].compactMap { $0 }.first(where: names.contains)
    let path = bare.flatMap { $0.isEmpty || names.contains($0) ? nil : $0 }
    return "{ format: \(format ?? "…"), to: \(path ?? "…") }"
  }

  /// A path may name what its products are about, and must tell them apart where each is a file.
  private func checkFields(of path: OutputPath, for unit: ProductUnit, _ spec: WriterSpec, at place: SourcePlace) {
    let fields = path.pieces.compactMap { piece in if case .field(let field) = piece { field } else { nil } }
    for field in fields where field.unit != nil && field.unit != unit {
      findings.add(Self.otherUnit(field, spec.name, unit, at: place))
    }
    guard spec.layout == .files else { return }
    switch unit {
    case .article where !fields.contains(.articleID):
      findings.add(Self.oneFile(spec.name, unit, "article.id", at: place))
    case .page where !fields.contains(.pageName) && !fields.contains(.pageNumber):
      findings.add(Self.oneFile(spec.name, unit, "page.name", at: place))
    default: break
    }
  }

  private func path(of node: PipelineNode?, _ entry: PipelineNode.Entry) -> OutputPath? {
    guard let node, !node.isNothing else {
      findings.add(
        Diagnostic(.keyMissing, "'\(entry.key)' does not say where to", at: entry.keyPlace, fix: "add to: a path"))
      return nil
    }
    return findings.scalar(node, "to").flatMap { _ in outputPath(node) }
  }

  private func outputPath(_ node: PipelineNode) -> OutputPath? {
    let isField = { (name: String) in name.hasPrefix("issue.") || name.hasPrefix("article.") || name.hasPrefix("page.")
    }
    let (pieces, startsResolved) = variables.pieces(
      of: node, findings, fields: OutputField.allCases.map(\.rawValue), allowed: isField)
    var path: [OutputPath.Piece] = []
    var isWhole = true
    for piece in pieces {
      switch piece {
      case .text(let text): if !text.isEmpty { path.append(.text(text)) }
      case .other(let name, let offset):
        if let field = OutputField(rawValue: name) {
          path.append(.field(field))
        } else {
          isWhole = false
          findings.add(Self.unknownField(name, at: node.place(at: offset, length: name.unicodeScalars.count + 3)))
        }
      }
    }
    guard isWhole else { return nil }
    // Resolve the fixed folder that it begins with; what follows stays as it is.
    var head = ""
    if case .text(let text) = path.first {
      head = text
      path.removeFirst()
    }
    let end = head.lastIndex(of: "/").map { head.index(after: $0) } ?? head.startIndex
    var folder = FilePaths.resolve(
      String(head[..<end]), in: startsResolved ? "" : FilePaths.folder(of: node.place.file))
    folder = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    let whole = folder + head[end...]
    if path.isEmpty, Self.isFolder(whole) {
      findings.add(Self.noFile(node.scalar ?? whole, at: node.place))
      return nil
    }
    if path.isEmpty, PathKind.isSpecial(whole) {
      findings.add(Self.special(node.scalar ?? whole, at: node.place))
      return nil
    }
    return OutputPath(pieces: [.text(whole)] + path)
  }

  /// Refuses outputs over the pipeline itself and over what a run writes for its own use.
  func refuseOwnFiles(among writes: [(step: WriteStep, place: SourcePlace)], of run: RunPolicy, _ file: String) {
    let own = [
      (FilePaths.resolve(file, in: ""), "the pipeline file"), ("\(run.folder)/run.json", "the record of the run"),
      ("\(run.folder)/journal.jsonl", "the journal of the run"),
    ]
    for write in writes {
      guard case .text(let path)? = write.step.to.pieces.first, write.step.to.pieces.count == 1 else { continue }
      if let taken = own.first(where: { $0.0 == path }) {
        findings.add(Self.ownFile(path, taken.1, at: write.place))
      }
    }
  }

  /// True for what cannot be the name of a file.
  private static func isFolder(_ path: String) -> Bool {
    let last = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return last.isEmpty || last == "." || last == ".." || PathKind.of(path) == .folder
  }

  // MARK: run

  private static let keysOfRun = ["on_error", "stop_after", "time_limit", "retry", "folder", "schemas"]

  func run(_ node: PipelineNode?, writes: [WriteStep], _ file: String) -> RunPolicy {
    var policy = RunPolicy(folder: Self.folder(of: writes) ?? FilePaths.resolve(".", in: FilePaths.folder(of: file)))
    guard let node = findings.map(node, "'run'", keys: Self.keysOfRun)
    else {
      return policy
    }
    policy.onError = findings.choice(node["on_error"], "on_error", as: RunPolicy.OnError.self) ?? .skip
    if let stop = node["stop_after"], findings.scalar(stop, "stop_after") != nil {
      let text = variables.text(of: stop, findings)
      policy.stopAfter = Limits.stopAfter(text)
      if policy.stopAfter == nil, !variables.isOpen(stop) {
        findings.add(
          Diagnostic(
            .limitWrong, "'stop_after' is a share such as 2%, or a number such as 50 issues, not '\(text)'",
            at: stop.place))
      }
    }
    if let time = node["time_limit"], findings.scalar(time, "time_limit") != nil {
      let text = variables.text(of: time, findings)
      policy.timeLimit = (try? SettingDuration.parse(.scalar(text))).flatMap { $0.seconds > 0 ? $0.seconds : nil }
      if policy.timeLimit == nil, !variables.isOpen(time) {
        findings.add(
          Diagnostic(
            .valueUnsuited, "'time_limit' is \(SettingDuration.settingType.words), not '\(text)'", at: time.place))
      }
    }
    if let retry = node["retry"], findings.scalar(retry, "retry") != nil {
      let text = variables.text(of: retry, findings)
      if let times = Int(text), (0...10).contains(times) {
        policy.retry = times
      } else if !variables.isOpen(retry) {
        findings.add(
          Diagnostic(.valueUnsuited, "'retry' is a whole number from 0 to 10, not '\(text)'", at: retry.place))
      }
    }
    if let folder = node["folder"], findings.scalar(folder, "folder") != nil {
      policy.folder = variables.path(of: folder, findings)
    }
    return policy
  }

  /// The fixed folder that the first writer writes below.
  private static func folder(of writes: [WriteStep]) -> String? {
    guard case .text(let head)? = writes.first?.to.pieces.first, let slash = head.lastIndex(of: "/") else { return nil }
    return slash == head.startIndex ? "/" : String(head[..<slash])
  }

  // MARK: Names

  private func name(
    _ node: PipelineNode?, _ key: String, _ kind: String, _ names: [String], in parent: PipelineNode,
    entry: PipelineNode.Entry? = nil
  ) -> String? {
    guard let node else {
      let likely = entry.flatMap { names.contains($0.key) ? $0.key : nil } ?? "NAME"
      findings.add(
        Diagnostic(
          .keyMissing, "a \(kind) needs its name", at: entry?.keyPlace ?? parent.place,
          fix: "write \(key): \(likely)",
          notes: [.init("\(kind)s", names.joined(separator: ", "))]))
      return nil
    }
    guard let name = findings.scalar(node, key) else { return nil }
    if names.contains(name) { return name }
    findings.add(UnknownPart.diagnostic(kind, name, among: names, at: node.place, registry))
    return nil
  }

  fileprivate static func wrongLimit(_ text: String, _ spec: CheckSpec, at place: SourcePlace) -> Diagnostic {
    let example = spec.bound == .atMost ? "at most 0" : "at least 1"
    return Diagnostic(
      .limitWrong,
      "'limit' is a number and its unit, such as '\(example) \(spec.unit)', or a share up to 100%, not '\(text)'",
      at: place, notes: [.init("unit", spec.unit), .init("more", "offprint explain \(spec.name)")])
  }

  fileprivate static func oneFile(
    _ format: String, _ unit: ProductUnit, _ field: String, at place: SourcePlace
  ) -> Diagnostic {
    Diagnostic(
      .outputPathWrong, "'\(format)' writes one file for each \(unit.rawValue), and this path does not tell them apart",
      at: place, fix: "put ${\(field)} into the path")
  }

  fileprivate static func sameFile(_ writer: String, _ other: String, at place: SourcePlace) -> Diagnostic {
    Diagnostic(
      .outputPathWrong, "'\(writer)' would write the same files as '\(other)'", at: place,
      fix: "give each a path of its own in 'to'")
  }

  fileprivate static func ownFile(_ path: String, _ what: String, at place: SourcePlace) -> Diagnostic {
    Diagnostic(
      .outputPathWrong, "'\(path)' is \(what) and would be replaced", at: place, fix: "give the output another name")
  }

  fileprivate static func special(_ path: String, at place: SourcePlace) -> Diagnostic {
    Diagnostic(
      .outputPathWrong, "'\(path)' is a pipe, a socket or a device, which a file would replace", at: place,
      fix: "name a file; it appears whole when it is done")
  }

  fileprivate static func noFile(_ path: String, at place: SourcePlace) -> Diagnostic {
    Diagnostic(
      .outputPathWrong, "'\(path)' is a folder, and 'to' names a file", at: place,
      fix: "put the name of a file after it")
  }

  fileprivate static func otherUnit(
    _ field: OutputField, _ format: String, _ unit: ProductUnit, at place: SourcePlace
  ) -> Diagnostic {
    Diagnostic(
      .outputPathWrong,
      "what '\(format)' writes is about one \(unit.rawValue) each, so its path cannot name ${\(field.rawValue)}",
      at: place)
  }

  fileprivate static func unknownField(_ name: String, at place: SourcePlace) -> Diagnostic {
    let names = OutputField.allCases.map(\.rawValue)
    return Diagnostic(
      .outputPathWrong, "there is no field '\(name)' for a path", at: place,
      fix: NearestName.question(name, among: names), notes: [.init("fields", names.joined(separator: ", "))])
  }
}
