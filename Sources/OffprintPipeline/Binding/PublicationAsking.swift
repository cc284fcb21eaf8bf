import OffprintDiagnostics
import OffprintKit

extension PublicationBinding.Bound {
  /// Asks, by a warning for each writer, for the facts that its format wants and nobody states.
  ///
  /// - Parameter node: `write:`, to see what the file states in the settings of a writer.
  func askForMissing(
    by writes: [(step: WriteStep, place: SourcePlace)], _ node: PipelineNode?, _ settings: SettingsBinding
  ) {
    for write in writes {
      let with = node?[write.step.id]?["with"]
      let missing = write.step.spec.asks.filter { asked in
        guard !asked.fact.isStated(in: declaration.issuance), !open.contains(asked.fact) else { return false }
        return !asked.settings.contains { name in
          guard let value = with?[name] else { return false }
          return settings.variables.isOpen(value) || !settings.variables.text(of: value, Findings()).isEmpty
        }
      }
      if !missing.isEmpty { settings.findings.add(asks(write.step, missing, at: write.place)) }
    }
  }

  private func asks(_ step: WriteStep, _ missing: [AskedFact], at place: SourcePlace) -> Diagnostic {
    var words = missing.map(\.fact.words)
    let last = words.removeLast()
    let list = words.isEmpty ? last : words.joined(separator: ", ") + " and " + last
    let variables = missing.compactMap { left[$0.fact] }
    let isLeft = variables.count == missing.count
    let fix =
      isLeft
      ? "give \(variables.map { "--var \($0)=…" }.joined(separator: " "))"
      : "add publication: { \(missing.map(\.fact.key).joined(separator: ", ")) }"
    var message = Diagnostic(
      .publicationIncomplete,
      "'\(step.format)' asks for \(list), and nobody states \(missing.count > 1 ? "them" : "it")",
      at: place, fix: fix,
      notes: missing.map { .init($0.fact.rawValue, $0.otherwise) } + [.init("more", "offprint explain publication")])
    message.severity = .warning
    return message
  }
}
