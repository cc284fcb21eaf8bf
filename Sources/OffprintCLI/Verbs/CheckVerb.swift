import ArgumentParser
import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// `offprint check`: finds all mistakes of pipeline files without running them.
struct CheckVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find the mistakes in pipeline files.",
    discussion: """
      All mistakes are shown at once, each with its place. Vars need no values. Ends with 78 if a file is wrong.

      Examples:
        offprint check my-paper.yaml
        offprint check pipelines/*.yaml --format sarif > check.sarif
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case console, json, sarif }

  @Argument(help: ArgumentHelp("Pipeline files.", valueName: "pipeline"))
  var pipelines: [String]

  @Option(help: "The form of messages: console (for people), json (one object a line) or sarif (for editors).")
  var format = Format.console

  @OptionGroup var global: GlobalOptions

  func perform(in surroundings: Surroundings) -> ExitStatus {
    let console = surroundings.console
    var status = ExitStatus.done
    var all: [Diagnostic] = []
    for file in pipelines {
      let messages = self.messages(for: file, surroundings.registry)
      let isWrong = messages.contains { $0.severity == .error }
      if isWrong { status = .pipelineWrong }
      all += messages
      switch format {
      case .console:
        console.show(messages, global.colour)
        if !isWrong { console.line("\(file): ok") }
      case .json: messages.forEach { console.write(JSONRenderer().render($0) + "\n") }
      case .sarif: break
      }
    }
    if format == .sarif { console.write(SARIFRenderer().render(all) + "\n") }
    return status
  }

  private func messages(for file: String, _ registry: Registry) -> [Diagnostic] {
    do {
      return try PipelineLoader.load(file, complete: false, registry: registry).notes
    } catch {
      return Diagnostics.messages(of: error)
    }
  }
}
