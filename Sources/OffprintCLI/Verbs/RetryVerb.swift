#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import ArgumentParser
import OffprintDiagnostics
import OffprintEngine
import OffprintKit

/// `offprint retry`: tries the documents again that a run could not do.
struct RetryVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Do the documents again that failed, are quarantined or went without a stage.",
    discussion: """
      Takes the folder of a run, or its run.json. The pipeline, its vars, the folder the command ran in and, unless \
      others are named, its plugins are those of the journal there. Documents that are done stay as they are; those \
      that are new or have changed since are left to 'offprint run'.

      Examples:
        offprint retry articles
        offprint retry articles/run.json --jobs 1
      """)

  @Argument(help: ArgumentHelp("The folder of the run, or its run.json.", valueName: "run"))
  var run: String

  @Option(help: ArgumentHelp("Documents to work on at once (default: one for each processor).", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("Write what happens to a file, one JSON object a line.", valueName: "file"))
  var events: String?

  @OptionGroup var global: GlobalOptions

  /// Those of the run, unless others are named.
  var pluginFolders: [String] {
    if !global.plugins.isEmpty { return global.plugins }
    return (try? EarlierRun(at: run))?.pluginFolders ?? []
  }

  func validate() throws { try RunVerb.validate(jobs: jobs, variables: []) }

  func perform(in surroundings: Surroundings) -> ExitStatus {
    let earlier: EarlierRun
    do {
      earlier = try EarlierRun(at: run)
    } catch {
      surroundings.console.show(Diagnostics.messages(of: error), global.colour)
      return .nothingToDo
    }
    // Before the folder is changed: what was named may be relative to this one.
    let named = SourceFile.resolved(EarlierRun.folder(of: run))
    guard chdir(earlier.folder) == 0 else {
      let message = Diagnostic(
        .inputMissing, "'\(earlier.folder)', in which the run was made, is not there",
        at: SourcePlace(file: earlier.folder), fix: "put it back there, or run the pipeline from where it is now")
      surroundings.console.show([message], global.colour)
      return .nothingToDo
    }
    switch load(earlier.pipeline, variables: earlier.variables, complete: true, in: surroundings) {
    case .failure(let failure): return failure.status
    case .success(let pipeline):
      guard SourceFile.resolved(pipeline.run.folder) == named else {
        surroundings.console.show([Self.elsewhere(run, pipeline.run.folder)], global.colour)
        return .nothingToDo
      }
      var options = RunOptions(jobs: jobs ?? RunOptions.activeProcessors, variables: earlier.variables)
      options.pluginFolders = surroundings.pluginFolders
      options.earlier = .onlyFailed
      return RunSession(surroundings.console, global.colour).run(pipeline, options, events: events)
    }
  }

  private static func elsewhere(_ named: String, _ folder: String) -> Diagnostic {
    Diagnostic(
      .runUnknown, "'\(named)' was moved or copied: its run writes to '\(folder)'", at: SourcePlace(file: named),
      fix: "name that folder, or run the pipeline again with its output in the new one")
  }
}
