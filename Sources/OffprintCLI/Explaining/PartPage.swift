import OffprintKit

/// The pages about readers, writers and checks, and what pages of all parts have in common.
enum PartPage {
  static func lines(of reader: ReaderEntry) -> [String] {
    let spec = reader.spec
    return heading(spec.name, "reader", spec.summary, reader.plugin) + discussion(spec.discussion)
      + TextLayout.section("Gives", ["  " + facets(spec.gives.union([.lines]))])
      + settings(reader.settings)
      + TextLayout.section("Fields", TextLayout.columns(spec.fields.map { ($0.place, $0.becomes) }).map { "  " + $0 })
      + TextLayout.section("Sample", spec.sample.isEmpty ? [] : TextLayout.quoted(spec.sample))
  }

  static func lines(of writer: WriterEntry) -> [String] {
    let spec = writer.spec
    return heading(spec.name, "writer", spec.summary, writer.plugin) + discussion(spec.discussion)
      + TextLayout.section("Needs", ["  " + facets(spec.needs)])
      + TextLayout.section("Files", ["  .\(spec.fileExtension)", "  \(layout(spec.layout))"])
      + TextLayout.section("Valid by, with schema: check", schema(spec.schema).map { "  " + $0 })
      + TextLayout.section("Asks for, from publication:", spec.asks.map { "  \($0.fact.words)" })
      + settings(writer.settings)
      + TextLayout.section("Fields", TextLayout.columns(spec.fields.map { ($0.place, $0.origin) }).map { "  " + $0 })
      + TextLayout.section("Sample", spec.sample.isEmpty ? [] : TextLayout.quoted(spec.sample))
  }

  static func layout(_ layout: ProductLayout) -> String {
    switch layout {
    case .files: "Each product is a file of its own; the path must tell them apart."
    case .records: "Products follow each other in one file, or in a file for each path."
    }
  }

  /// What a writer's files are validated against.
  static func schema(_ schema: FormatSchema?) -> [String] {
    switch schema {
    case nil: []
    case .xsd(let parts): parts.map(\.location)
    case .relaxNG(let location): [location]
    case .own(let name, _): ["\(name), which is built in"]
    }
  }

  static func lines(of check: CheckEntry) -> [String] {
    let spec = check.spec
    return heading(spec.name, "check", spec.summary, check.plugin) + discussion(spec.discussion)
      + TextLayout.section("Needs", ["  " + facets(spec.needs)])
      + TextLayout.section("Limit", ["  \(spec.bound.rawValue) a number, in '\(spec.unit)'"])
      + settings(check.settings)
  }

  static func heading(_ name: String, _ what: String, _ summary: String, _ plugin: String?) -> [String] {
    ["\(name) (\(what)\(plugin.map { " of \($0)" } ?? ""))"] + TextLayout.wrapped(summary, indent: 2)
  }

  static func discussion(_ text: String) -> [String] { text.isEmpty ? [] : [""] + TextLayout.wrapped(text) }

  /// Facets in their fixed order, `nothing` if there are none.
  static func facets(_ facets: Set<Facet>) -> String {
    facets.isEmpty ? "nothing" : facets.sorted().map(\.rawValue).joined(separator: ", ")
  }

  static func settings(_ settings: [SettingDescription]) -> [String] {
    let shown = settings.flatMap { setting in
      let value = setting.defaultValue.isEmpty ? "no default" : "default \(setting.defaultValue)"
      return ["  \(setting.name): \(setting.type.words); \(value)"] + TextLayout.wrapped(setting.help, indent: 4)
    }
    return TextLayout.section("Settings", shown.isEmpty ? ["  none"] : shown)
  }
}
