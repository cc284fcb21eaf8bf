import ArgumentParser
import OffprintDiagnostics
import OffprintEngine
import OffprintKit

/// `offprint explain`: the page about one part or one message code.
struct ExplainVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a stage, reader, writer, check, message code or the block 'publication'.",
    discussion: """
      Examples:
        offprint explain dehyphenate
        offprint explain OP301
        offprint explain publication
        offprint explain --markdown Documentation/Formats
      """)

  @Argument(help: ArgumentHelp("A name as offprint list shows it, or a code such as OP301.", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "Write the pages of all readers and writers as Markdown into a folder, in place of those that are there.",
      valueName: "folder"))
  var markdown: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (name == nil) != (markdown == nil) else {
      throw ValidationError("Name what is to be explained, or a folder with --markdown.")
    }
  }

  func perform(in surroundings: Surroundings) -> ExitStatus {
    if let markdown { return write(to: markdown, surroundings) }
    let name = name ?? ""
    let pages = Self.pages(for: name, surroundings.registry)
    guard !pages.isEmpty else {
      surroundings.console.show([.unknown(name, among: Self.names(surroundings.registry))], global.colour)
      return .usage
    }
    surroundings.console.write(pages.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n"))
    return .done
  }

  private func write(to folder: String, _ surroundings: Surroundings) -> ExitStatus {
    do {
      for page in FormatPages.all(of: surroundings.registry) {
        try WholeFile.write(Array(page.text.utf8), to: "\(folder)/\(page.path)")
        surroundings.console.line("\(folder)/\(page.path)")
      }
    } catch {
      surroundings.console.show(Diagnostics.messages(of: error), global.colour)
      return .cannotWrite
    }
    return .done
  }

  /// A reader and a writer may share a name; then there are two pages.
  static func pages(for name: String, _ registry: Registry) -> [[String]] {
    var pages: [[String]] = []
    if name == PublicationPage.name { pages.append(PublicationPage.lines) }
    if let code = CodeCatalogue.code(name) { pages.append(CodePage.lines(of: code)) }
    if let reader = registry.readers[name] { pages.append(PartPage.lines(of: reader)) }
    if let stage = registry.stages[name] { pages.append(StagePage.lines(of: stage)) }
    if let check = registry.checks[name] { pages.append(PartPage.lines(of: check)) }
    if let writer = registry.writers[name] { pages.append(PartPage.lines(of: writer)) }
    return pages
  }

  static func names(_ registry: Registry) -> [String] {
    [PublicationPage.name] + CodeCatalogue.all.map(\.id) + registry.readers.keys + registry.stages.keys
      + registry.checks.keys
      + registry.writers.keys
  }
}

extension Diagnostic {
  fileprivate static func unknown(_ name: String, among names: [String]) -> Diagnostic {
    Diagnostic(
      .unknownName, "there is no '\(name)' to explain", fix: NearestName.question(name, among: names),
      notes: [.init("more", "offprint list")])
  }
}
