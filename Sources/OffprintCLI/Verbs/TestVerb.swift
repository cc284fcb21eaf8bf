import ArgumentParser
import OffprintDiagnostics
import OffprintEngine
import OffprintEvaluation
import OffprintPipeline

/// `offprint test`: runs the tests that pipeline files have.
struct TestVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the tests of pipeline files.",
    discussion: """
      A test is an input, the stages it goes through and what must come of it. Lines that are missing are shown with \
      -, unexpected ones with +. Ends with 1 if a test fails.

      Examples:
        offprint test my-paper.yaml
        offprint test pipelines/*.yaml
      """)

  @Argument(help: ArgumentHelp("Pipeline files.", valueName: "pipeline"))
  var pipelines: [String]

  @OptionGroup var global: GlobalOptions

  func perform(in surroundings: Surroundings) -> ExitStatus {
    var status = ExitStatus.done
    var passed = 0
    var failed = 0
    for file in pipelines {
      switch load(file, complete: false, in: surroundings) {
      case .failure(let failure): status = status.worse(failure.status)
      case .success(let pipeline):
        if pipeline.tests.isEmpty { surroundings.console.line("no tests  \(file)  (add tests: to it)") }
        for test in pipeline.tests {
          let comparison = GoldenComparison(test.name, with: test.expect) {
            try PipelineTestRun.outcome(test, of: pipeline)
          }
          tell(comparison, of: test, in: file, surroundings.console)
          if comparison.holds { passed += 1 } else { failed += 1 }
        }
      }
    }
    surroundings.console.line("\(passed) passed, \(failed) failed")
    return status == .done && failed > 0 ? .answerIsNo : status
  }

  private func tell(_ comparison: GoldenComparison, of test: PipelineTest, in file: String, _ console: Console) {
    let place = test.place?.label ?? file
    guard !comparison.holds else { return console.line("passed  \(comparison.name)") }
    console.line("FAILED  \(comparison.name)  (\(place))")
    for line in comparison.shown() { console.line("  " + line) }
    let renderer = ConsoleRenderer(colour: false)
    for diagnostic in comparison.diagnostics {
      for line in renderer.render(diagnostic).split(separator: "\n", omittingEmptySubsequences: false) {
        console.line("  " + line)
      }
    }
  }
}
