import OffprintKit

/// The pages of the manual about formats, in Markdown: one for each reader and writer, and one that lists them.
///
/// They say what `explain` says, from the same specs, so that the manual cannot tell anything else than the command.
enum FormatPages {
  /// Paths within the folder of the manual, and what stands there, in a fixed order.
  static func all(of registry: Registry) -> [(path: String, text: String)] {
    let readers = registry.readers.values.sorted { $0.spec.name < $1.spec.name }
    let writers = registry.writers.values.sorted { $0.spec.name < $1.spec.name }
    return [("README.md", text(list(readers, writers)))]
      + readers.map {
        ("readers/\($0.spec.name).md", text(lines(of: $0, isAlsoWritten: registry.writers[$0.spec.name] != nil)))
      }
      + writers.map {
        ("writers/\($0.spec.name).md", text(lines(of: $0, isAlsoRead: registry.readers[$0.spec.name] != nil)))
      }
  }

  private static func list(_ readers: [ReaderEntry], _ writers: [WriterEntry]) -> [String] {
    ["# Formats", ""]
      + MarkdownText.paragraphs(
        "These pages are made by `offprint explain --markdown Documentation/Formats`; `offprint explain NAME` shows the"
          + " same in the terminal.")
      + ["## Read", ""]
      + MarkdownText.table(
        ["reader", "what it takes"],
        readers.map { [link("readers", $0.spec.name), MarkdownText.plain($0.spec.summary)] })
      + ["", "## Written", ""]
      + MarkdownText.table(
        ["writer", "what it is"], writers.map { [link("writers", $0.spec.name), MarkdownText.plain($0.spec.summary)] })
  }

  private static func link(_ folder: String, _ name: String) -> String { "[`\(name)`](\(folder)/\(name).md)" }

  private static func lines(of reader: ReaderEntry, isAlsoWritten: Bool) -> [String] {
    let spec = reader.spec
    let other = isAlsoWritten ? "There is a [writer](../writers/\(spec.name).md) of this name too." : ""
    return heading(spec.name, "reader", spec.summary, reader.plugin, other)
      + MarkdownText.paragraphs(spec.discussion)
      + ["**Gives:** \(PartPage.facets(spec.gives.union([.lines])))", ""]
      + fields(["in the file", "what becomes of it"], spec.fields.map { ($0.place, $0.becomes) })
      + settings(reader.settings) + sample(spec.sample)
  }

  private static func lines(of writer: WriterEntry, isAlsoRead: Bool) -> [String] {
    let spec = writer.spec
    let other = isAlsoRead ? "There is a [reader](../readers/\(spec.name).md) of this name too." : ""
    var facts = ["**Needs:** \(PartPage.facets(spec.needs))", ""]
    facts += ["**Files:** `.\(spec.fileExtension)`. \(PartPage.layout(spec.layout))", ""]
    let schema = PartPage.schema(spec.schema)
    if !schema.isEmpty { facts += ["**Valid by, with `schema: check`:**", ""] + schema.map { "- \($0)" } + [""] }
    if !spec.asks.isEmpty {
      facts += ["**Asks for, from `publication:`:** \(spec.asks.map(\.fact.words).joined(separator: ", "))", ""]
    }
    return heading(spec.name, "writer", spec.summary, writer.plugin, other)
      + MarkdownText.paragraphs(spec.discussion) + facts
      + fields(["field", "where it comes from"], spec.fields.map { ($0.place, $0.origin) })
      + settings(writer.settings) + sample(spec.sample)
  }

  private static func heading(
    _ name: String, _ what: String, _ summary: String, _ plugin: String?, _ other: String
  ) -> [String] {
    let whose = plugin.map { " of \($0)" } ?? ""
    return ["# \(name) (\(what)\(whose))", ""] + MarkdownText.paragraphs(summary)
      + (other.isEmpty ? [] : [other, ""])
  }

  /// Places in the files of the format, and what is said of each.
  private static func fields(_ heading: [String], _ fields: [(place: String, words: String)]) -> [String] {
    guard !fields.isEmpty else { return [] }
    return ["## Fields", ""]
      + MarkdownText.table(heading, fields.map { [MarkdownText.code($0.place), MarkdownText.plain($0.words)] })
      + [""]
  }

  private static func settings(_ settings: [SettingDescription]) -> [String] {
    guard !settings.isEmpty else { return ["## Settings", "", "None.", ""] }
    return ["## Settings", ""]
      + MarkdownText.table(
        ["setting", "values", "default", "what it is for"],
        settings.map { setting in
          [
            MarkdownText.code(setting.name), MarkdownText.plain(setting.type.words),
            setting.defaultValue.isEmpty ? "" : MarkdownText.code(setting.defaultValue),
            MarkdownText.plain(setting.help),
          ]
        })
      + [""]
  }

  private static func sample(_ sample: String) -> [String] {
    sample.isEmpty ? [] : ["## Sample", ""] + MarkdownText.block(sample)
  }

  private static func text(_ lines: [String]) -> String {
    var lines = lines[...]
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}
