import ArgumentParser
import OffprintDiagnostics
import OffprintKit

/// `offprint check`: finds all mistakes of pipeline files without running them.
struct CheckVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find the mistakes in pipeline files.",
    discussion: """
      All mistakes are shown at once, each with its place. Vars need no values. Ends with 78 if a file is \
      wrong, with 66 if one is not there.

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
      let (messages, one) = answer(for: file, surroundings.registry)
      status = status.worse(one)
      all += messages
      switch format {
      case .console:
        console.show(messages, global.colour)
        if one == .done { console.line("\(file): ok") }
      case .json: messages.forEach { console.write(JSONRenderer().render($0) + "\n") }
      case .sarif: break
      }
    }
    if format == .sarif { console.write(SARIFRenderer().render(all) + "\n") }
    return status
  }

  private func answer(for file: String, _ registry: Registry) -> (messages: [Diagnostic], status: ExitStatus) {
    do throws(GivenPipeline.Refusal) {
      return (try GivenPipeline.load(file, complete: false, registry).notes, .done)
    } catch {
      return (error.messages, error.status)
    }
  }
}
