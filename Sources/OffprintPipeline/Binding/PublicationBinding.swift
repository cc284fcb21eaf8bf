import OffprintDiagnostics
import OffprintKit

/// Binds `publication:`.
struct PublicationBinding {
  let settings: SettingsBinding
  private var findings: Findings { settings.findings }

  struct Bound {
    var declaration = PublicationDeclaration()
    var meaning = PartMeaning()
    /// Where it stands in the file; nil if there is none.
    var place: SourcePlace?
    /// Facts whose values are not there yet, since a variable has none so far.
    var open: Set<AskedFact.Fact> = []
    /// Facts that are left to a variable which is empty, and the variable's name.
    var left: [AskedFact.Fact: String] = [:]
  }

  func publication(_ node: PipelineNode?) -> Bound {
    guard let node else { return Bound() }
    var bound = Bound(place: node.place)
    guard let entries = node.entries else {
      _ = findings.map(node, "'publication'", keys: [], example: "{ title: … }")
      return bound
    }
    for section in PublicationForm.sections {
      guard let own = self.node(of: section, in: node, entries, &bound) else { continue }
      take(own, section, &bound)
    }
    return bound
  }

  /// The keys of a section as a set of keys, those without a value left out: a variable that is empty states nothing.
  private func node(
    of section: PublicationForm.Section, in node: PipelineNode, _ entries: [PipelineNode.Entry],
    _ bound: inout Bound
  ) -> PipelineNode? {
    guard let short = section.short else {
      let nested = PublicationForm.sections.map(\.name)
      return filled(entries.filter { !nested.contains($0.key) }, at: node.place, section, &bound)
    }
    guard let entry = entries.first(where: { $0.key == section.name }) else { return nil }
    if let own = entry.value.entries { return filled(own, at: entry.value.place, section, &bound) }
    guard entry.value.scalar != nil else {
      _ = findings.map(entry.value, "'\(section.name)'", keys: [], example: "{ \(short): … }")
      return nil
    }
    let named = PipelineNode.Entry(key: short, keyPlace: entry.keyPlace, value: entry.value)
    return filled([named], at: entry.value.place, section, &bound)
  }

  private func filled(
    _ entries: [PipelineNode.Entry], at place: SourcePlace, _ section: PublicationForm.Section, _ bound: inout Bound
  ) -> PipelineNode {
    var stated: [PipelineNode.Entry] = []
    for entry in entries {
      let fact = Self.fact(section.name, entry.key)
      let isOpen = settings.variables.isOpen(entry.value)
      if isOpen, let fact { bound.open.insert(fact) }
      if let written = entry.value.scalar, !isOpen, settings.variables.text(of: entry.value, Findings()).isEmpty {
        if let fact, written.hasPrefix("${"), written.hasSuffix("}") {
          bound.left[fact] = String(written.dropFirst(2).dropLast())
        }
      } else {
        stated.append(entry)
      }
    }
    return PipelineNode(content: .map(stated), place: place)
  }

  /// The fact that a key states.
  private static func fact(_ section: String, _ key: String) -> AskedFact.Fact? {
    switch (section, key) {
    case ("provider", "name"): .provider
    case ("", "authority"): .authority
    case ("rights", _), ("", "licence"): .rights
    default: nil
    }
  }

  private func take(_ node: PipelineNode, _ section: PublicationForm.Section, _ bound: inout Bound) {
    let name = section.name.isEmpty ? "publication" : section.name
    // Named for messages; their values were taken out above.
    let nested =
      section.short == nil
      ? PublicationForm.sections.dropFirst().map {
        SettingDescription(name: $0.name, help: $0.help, type: .text, defaultValue: "")
      } : []
    let start = bound.declaration
    let part = BindablePart<PublicationDeclaration>(
      name: name, settings: section.settings + nested, page: "publication",
      make: { values in
        var declaration = start
        try section.take(values, into: &declaration)
        return declaration
      })
    guard let made = settings.bind(part, with: node, at: node.place) else { return }
    bound.declaration = made.made
    let prefix = section.name.isEmpty ? "" : section.name + "."
    for (name, value) in made.meaning.settings where !value.isEmpty && value != "[]" {
      bound.meaning.settings[prefix + name] = value
    }
  }
}
