import ArgumentParser
import OffprintKit
import OffprintPlugins

/// The command `offprint`.
public struct OffprintCommand: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "offprint",
    abstract: "Makes offprints of newspapers: turns OCR pages into articles.",
    discussion: """
      A pipeline file says what to read, which stages to run and what to write.

      Look:    offprint identify delivery
      Start:   offprint new pipeline my-paper --reader mets-alto
      Check:   offprint check my-paper.yaml
      Run:     offprint run my-paper.yaml --var input=delivery --var out=articles
      Again:   the same command goes on; offprint plan says with what, offprint retry articles does what failed
      Ask:     offprint why "a headline" my-paper.yaml delivery/issue
      Learn:   offprint list, offprint explain dehyphenate, offprint explain OP301

      Exit codes: 0 done, 1 done and the answer is no (documents or tests failed), 64 usage, 65 input unusable, \
      66 nothing to do, 70 a fault of offprint, 73 cannot write, 75 stopped early, 78 pipeline wrong, 130 interrupted.
      """,
    version: "offprint \(offprintVersion)",
    subcommands: [
      NewVerb.self, CheckVerb.self, PlanVerb.self, RunVerb.self, RetryVerb.self, VocabularyVerb.self, TrainVerb.self,
      TestVerb.self, EvalVerb.self, WhyVerb.self, IdentifyVerb.self, ListVerb.self, ExplainVerb.self, PluginsVerb.self,
      SchemaVerb.self,
      ServeStagesVerb.self,
    ])

  public init() {}

  /// Carries out a command line.
  ///
  /// - Parameters:
  ///   - arguments: without the command's own name.
  ///   - program: the file of this command, if it may be started again for stages that run in processes of their own.
  ///   - pluginFolders: folders with plugins besides those that the arguments name, with colons between them.
  /// - Returns: the exit code.
  public static func run(
    _ arguments: [String], registry: Registry, console: Console = .standard, program: String? = nil,
    pluginFolders: String = ""
  ) -> Int32 {
    if let unknown = unknownVerb(in: arguments) {
      console.writeError(unknown)
      return ExitStatus.usage.rawValue
    }
    do {
      var command = try parseAsRoot(arguments)
      // Before plugins are started: their processes are to end with this one.
      if command is ServeStagesVerb { StageServer.begin() }
      if let verb = command as? any Verb {
        let folders = pluginFolders.split(separator: ":").map(String.init) + verb.pluginFolders
        let attachment = PluginAttachment(folders: folders, program: program)
        switch attachment.surroundings(registry, console, verb) {
        case .failure(let failure): return failure.status.rawValue
        case .success(let surroundings): return verb.perform(in: surroundings).rawValue
        }
      }
      // `help`, or no verb at all: both end in a text to show.
      try command.run()
      return ExitStatus.done.rawValue
    } catch {
      let code = exitCode(for: error).rawValue
      let text = fullMessage(for: error, columns: 100) + "\n"
      if code == 0 { console.write(text) } else { console.writeError(text) }
      return code
    }
  }

  /// What to say if the command line begins with a word that is no verb; nil if all is well with it.
  private static func unknownVerb(in arguments: [String]) -> String? {
    // No key paths here: the compiler (6.3) crashes on those of a configuration.
    let all = configuration.subcommands.map { $0.configuration }
    let verbs = all.filter { $0.shouldDisplay }.map { $0.commandName ?? "" } + ["help"]
    let names = all.map { $0.commandName ?? "" } + ["help"]
    guard let word = arguments.first, !word.hasPrefix("-"), !names.contains(word) else { return nil }
    let question = NearestName.question(word, among: verbs).map { "; \($0)" } ?? ""
    return "Error: there is no verb '\(word)'\(question)\nUsage: offprint \(verbs.joined(separator: "|")) …\n"
  }
}
