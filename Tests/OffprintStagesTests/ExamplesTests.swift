import OffprintKit
import OffprintStages
import Testing

@Suite("Examples in the specs of stages")
struct ExamplesTests {
  @Test("hold", arguments: BuiltinStages.registry.stages.keys.sorted())
  func hold(name: String) throws {
    let registry = BuiltinStages.registry
    let stage = try #require(registry.stages[name])
    #expect(!stage.spec.examples.isEmpty)
    // Stages of the libraries of the system are run with these, beside the module that loads them.
    guard stage.absence == nil else { return }
    for example in stage.spec.examples {
      let differences = try ExampleRun.differences(example, of: stage, in: registry)
      for difference in differences {
        Testing.Issue.record(
          "\(example.reason)\n\(difference.what) expected:\n\(difference.expected)\nactual:\n\(difference.actual)")
      }
    }
  }
}
