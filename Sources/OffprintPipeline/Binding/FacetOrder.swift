import OffprintDiagnostics
import OffprintKit

/// Checks that each part of a pipeline finds what it needs in the document.
struct FacetOrder {
  let registry: Registry
  let findings: Findings
  private(set) var given: Set<Facet>
  /// Given by a stage that is passed over when it fails.
  private var unsure: [Facet: String] = [:]

  init(registry: Registry, findings: Findings, reader: ReaderSpec) {
    self.registry = registry
    self.findings = findings
    given = reader.gives.union([.lines])
  }

  /// A stage in its place.
  struct Entry {
    var spec: StageSpec
    var place: SourcePlace
    /// True if the document goes on without the stage when it fails.
    var keepsInput = false
  }

  mutating func check(_ stages: [Entry]) {
    for (rank, entry) in stages.enumerated() {
      need(entry.spec.needs, of: entry.spec.name, at: entry.place, later: stages[(rank + 1)...].map(\.spec))
      if entry.keepsInput {
        for facet in entry.spec.gives where !given.contains(facet) { unsure[facet] = entry.spec.name }
      } else {
        given.formUnion(entry.spec.gives)
      }
    }
  }

  func need(_ needs: Set<Facet>, of name: String, at place: SourcePlace?, later: [StageSpec] = []) {
    let missing = needs.subtracting(given).sorted()
    guard let first = missing.first else { return }
    if let stage = unsure[first] {
      findings.add(Self.unsure(name, first, stage, at: place))
      return
    }
    let words = missing.map(\.rawValue).joined(separator: " and ")
    let giver = later.first { $0.gives.contains(first) }?.name
    let known = registry.stages.values.filter { $0.spec.gives.contains(first) }.map(\.spec.name).sorted()
    let fix = giver.map { "move '\($0)' before it" } ?? known.first.map { "add '\($0)' before it" }
    findings.add(
      Diagnostic(
        .facetMissing, "'\(name)' needs \(words), which nothing before it gives", at: place, fix: fix,
        notes: known.isEmpty ? [] : [.init("given by", known.joined(separator: ", "))]))
  }

  fileprivate static func unsure(_ name: String, _ facet: Facet, _ stage: String, at place: SourcePlace?) -> Diagnostic
  {
    Diagnostic(
      .facetMissing,
      "'\(name)' needs \(facet.rawValue), which '\(stage)' may leave ungiven with on_error: keep-input", at: place,
      fix: "let '\(stage)' have on_error: skip or quarantine")
  }
}
