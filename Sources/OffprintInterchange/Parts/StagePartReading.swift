import OffprintKit

extension Form {
  func stagePart() throws -> PluginDescription.StagePart {
    try only([
      "name", "kind", "summary", "discussion", "needs", "gives", "wants", "choices", "settings", "examples", "missing",
    ])
    let kind = try required("kind").word(StageKind.self)
    let spec = StageSpec(
      name: try required("name").name(.kebab), summary: try required("summary").sentence(),
      discussion: try self["discussion"]?.text() ?? "", needs: try self["needs"]?.facets() ?? [],
      gives: try self["gives"].map { try $0.gives(of: kind) } ?? kind.mayGive,
      choices: try self["choices"]?.list().map { try $0.choice() } ?? [],
      examples: try self["examples"]?.list().map { try $0.example() } ?? [])
    try refuseTwice(spec.choices.map(\.word), "choices")
    return .init(
      spec: spec, kind: kind, wants: try self["wants"]?.wants() ?? kind.usuallyWants, settings: try declaredSettings(),
      missing: try self["missing"]?.missing(spec.name))
  }

  /// `{"summary": "OpenCC is not on this machine", "fix": "install it (Debian: libopencc1.1)"}`.
  private func missing(_ stage: String) throws -> Diagnostic {
    try only(["summary", "fix"])
    return Diagnostic(
      .libraryMissing, "'\(stage)' cannot run here: \(try required("summary").text())", fix: try self["fix"]?.text())
  }

  func checkPart() throws -> PluginDescription.CheckPart {
    try only(["name", "summary", "discussion", "unit", "bound", "needs", "wants", "settings"])
    let spec = CheckSpec(
      name: try required("name").name(.kebab), summary: try required("summary").sentence(),
      discussion: try self["discussion"]?.text() ?? "", unit: try required("unit").text(),
      bound: try self["bound"]?.word(CheckSpec.Bound.self) ?? .atMost, needs: try self["needs"]?.facets() ?? [])
    return .init(spec: spec, wants: try self["wants"]?.wants() ?? [.lines], settings: try declaredSettings())
  }

  func writerPart() throws -> PluginDescription.WriterPart {
    try only([
      "name", "summary", "discussion", "extension", "needs", "layout", "unit", "sample", "wants", "settings",
    ])
    let spec = WriterSpec(
      name: try required("name").name(.kebab), summary: try required("summary").sentence(),
      discussion: try self["discussion"]?.text() ?? "", fileExtension: try required("extension").text(),
      needs: try self["needs"]?.facets() ?? [.articles], layout: try required("layout").word(ProductLayout.self),
      sample: try self["sample"]?.text() ?? "")
    return .init(
      spec: spec, unit: try self["unit"]?.word(ProductUnit.self) ?? .article,
      wants: try self["wants"]?.wants() ?? [.articles], settings: try declaredSettings())
  }

  private func choice() throws -> StageSpec.Choice {
    try only(["word", "meaning"])
    return .init(try required("word").text(), try required("meaning").text())
  }

  /// A stage of a kind has no way to give what another kind gives.
  private func gives(of kind: StageKind) throws -> Set<Facet> {
    let facets = try self.facets()
    guard facets.isSubset(of: kind.mayGive) else {
      let words = kind.mayGive.sorted().map(\.rawValue).joined(separator: ", ")
      throw fault("is, for a \(kind.rawValue) stage, among \(words), not \(facets.sorted().map(\.rawValue))")
    }
    return facets
  }

  private func wants() throws -> Set<Want> { Set(try list().map { try $0.word(Want.self) }) }
}

extension StageKind {
  /// What a stage of this kind can add to a document.
  var mayGive: Set<Facet> {
    switch self {
    case .normalising: [.normalisedText]
    case .detecting: [.languages]
    case .reflowing: [.readingOrder, .paragraphs]
    case .segmenting: [.articles]
    case .dehyphenating: [.joins]
    case .labelling: [.labels]
    }
  }

  /// What a stage of this kind is shown if it does not say what it wants.
  var usuallyWants: Set<Want> {
    switch self {
    case .normalising: [.lines]
    case .detecting: [.lines, .blocks]
    case .reflowing: [.lines, .boxes, .blocks]
    case .segmenting: [.lines, .boxes, .flow]
    case .dehyphenating: [.lines, .runs]
    case .labelling: [.articles]
    }
  }
}
